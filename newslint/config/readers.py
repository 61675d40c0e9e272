"""Second readers in a configuration: `readers`, `reader` and `never-send`. None of them is asked by being configured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.config.tunings import words
from newslint.errors import ConfigError, nearest
from newslint.hit import REQUIRED, options_of
from newslint.packs.options import converted, option_names, option_types
from newslint.readers.entries import Entry, Readers
from newslint.readers.reader import Limits, Reader
from newslint.yamlfile import Table

if TYPE_CHECKING:
    from newslint.plugins.registry import Registry

_LIMITS = {"timeout": "seconds", "calls": "calls", "tokens": "tokens", "letters": "letters"}
# Less copy at once than this, in letters, is no part of a story.
_LEAST_LETTERS = 2_000
# What newslint gives a kind of reader that has a field for it.
_GIVEN = "folder"


def readers(table: Table, root: Path) -> Readers:
    """What `table` says of readers. Raises ConfigError with the line."""
    rows = table.get("readers", {})
    if not isinstance(rows, Table) and rows != {}:
        raise table.error("“readers” should be a mapping of names to settings", "readers")
    entries = {name: _entry(rows, name, root) for name in rows}
    chosen = table.get("reader", "")
    if not isinstance(chosen, str):
        raise table.error("“reader” should be the name of a reader", "reader")
    never_send = words(table, "never-send")
    if not all(word.strip() for word in never_send):
        raise table.error("“never-send” should be a list of words", "never-send")
    return Readers(entries, chosen, never_send)


def refuse_unchosen(given: Readers, table: Table) -> None:
    """Raise ConfigError where `reader` names none of the readers."""
    if given.chosen and given.chosen not in given.entries:
        hint = nearest(given.chosen, given.entries)
        raise table.error(f"“reader”: there's no reader “{given.chosen}”{hint}", "reader")


def _entry(rows: Table, name: str, root: Path) -> Entry:
    row = rows[name]
    if not isinstance(row, Table) or not isinstance(row.get("kind"), str):
        raise rows.error(f"the reader “{name}” needs a “kind”, such as command or chat", name)
    remote = row.get("allow-remote", False)
    if not isinstance(remote, bool):
        raise row.error("“allow-remote” is true or false", "allow-remote")
    options = {key: value for key, value in row.items() if key not in {"kind", "allow-remote", *_LIMITS}}
    limits = Limits()._replace(**{field: _limit(row, key, field) for key, field in _LIMITS.items() if key in row})
    return Entry(name, row["kind"], options, limits, remote, root, rows.path, rows.lines[name])


def _limit(row: Table, key: str, field: str) -> Any:
    value = row[key]
    least = _LEAST_LETTERS if field == "letters" else 1
    wanted = int | float if field == "seconds" else int
    if isinstance(value, bool) or not isinstance(value, wanted) or value < least:
        raise row.error(f"“{key}” should be a number from {least:,} on", key)
    return value


def made(entry: Entry, registry: Registry) -> Reader:
    """The reader that `entry` describes, of a kind that `registry` has. Raises ConfigError."""
    if entry.kind not in registry.readers:
        raise _error(entry, f"there's no kind “{entry.kind}”{nearest(entry.kind, registry.readers)}")
    kind: Any = registry.reader(entry.kind)
    known = [name for name in option_names(kind) if name != _GIVEN]
    options: dict[str, Any] = {_GIVEN: str(entry.root.absolute())} if _GIVEN in options_of(kind) else {}
    for key, value in entry.options.items():
        if key not in known:
            raise _error(entry, f"unknown key “{key}”{nearest(key, known)}")
        try:
            options[key.replace("-", "_")] = converted(value, option_types(kind)[key])
        except ValueError as error:
            raise _error(entry, f"“{key}” {error}") from error
    wanting = [name for name, usual in options_of(kind).items() if usual is REQUIRED and name not in options]
    if wanting:
        raise _error(entry, f"needs “{wanting[0].replace('_', '-')}”")
    try:
        reader: Reader = kind(**options)
    except (TypeError, ValueError) as error:
        raise _error(entry, str(error)) from error
    return reader


def _error(entry: Entry, message: str) -> ConfigError:
    return ConfigError(f"the reader “{entry.name}”: {message}", entry.path, entry.line)
