"""Packs: YAML files of rules. Reads and checks them; every error names file and line."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint import yamlfile
from newslint.document import Role
from newslint.errors import nearest
from newslint.finding import SEVERITIES, Severity
from newslint.packs.rule import Citation, Example, Stanza
from newslint.startup.expressions import compiled
from newslint.yamlfile import Table

_KEYS = (
    "check",
    "options",
    "scope",
    "severity",
    "message",
    "why",
    "source",
    "exceptions",
    "in-quotations",
    "together",
    "enabled",
    "examples",
)
_EXAMPLE_KEYS = ("bad", "good", "known_false_positive", "format", "desk", "reader")
# What a desk says in its configuration for all rules, and an example under “desk” for itself.
DESK = ("language", "names", "terms")
_SOURCE_KEYS = ("name", "url", "page")
_NAME = compiled(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# What gives the examples of a rule by its full name.
Shelf = Callable[[str], tuple[Example, ...]]


def read_pack(path: Path, name: str = "") -> tuple[Stanza, ...]:
    """The rules of the pack at `path`, in the file's order; `name` is the pack's, by default the file's stem.

    Raises ConfigError with file and line.
    """
    return stanzas(yamlfile.read(path), name or path.stem)


def stanzas(table: Table, pack: str) -> tuple[Stanza, ...]:
    """The rules that `table` writes out, as rules of `pack`."""
    return tuple(_stanza(table, name, pack) for name in table)


def _stanza(pack_table: Table, name: str, pack: str) -> Stanza:
    if not _NAME.match(name):
        raise pack_table.error(f"“{name}”: a rule's name is lower-case words joined by hyphens", name)
    table = pack_table[name]
    if not isinstance(table, Table):
        raise pack_table.error(f"“{name}” should hold the keys of a rule: check, message, why, examples", name)
    _refuse_unknown(table, _KEYS)
    for needed in ("check", "message", "why"):
        if not isinstance(table.get(needed), str) or not table[needed].strip():
            raise pack_table.error(f"“{name}” needs the key “{needed}”, with some text", name)
    _refuse_formats(table)
    return Stanza(
        pack=pack,
        name=name,
        check=table["check"],
        message=table["message"],
        why=table["why"],
        severity=_severity(table),
        options=_plain(_typed(table, "options", Table, {})),
        scope=_scope(table),
        source=_source(table),
        exceptions=_typed(table, "exceptions", str, ""),
        in_quotations=_typed(table, "in-quotations", bool, False),
        together=_typed(table, "together", bool, True),
        enabled=_typed(table, "enabled", bool, True),
        examples=_examples(table),
        path=table.path,
        line=pack_table.lines[name],
    )


def _refuse_formats(table: Table) -> None:
    """Only names stand in braces: a width or an attribute would let a pack fill the memory, or look into the program."""
    from string import Formatter

    try:
        fields = [
            (name, form, turned) for _, name, form, turned in Formatter().parse(table["message"]) if name is not None
        ]
    except ValueError as error:
        raise table.error(
            f"“message” has a brace without its partner ({error}); write {{{{ and }}}} for braces", "message"
        ) from error
    for name, form, turned in fields:
        if form or turned or not name.isidentifier():
            raise table.error("“message” may have a word in braces, such as {found}, and nothing else", "message")


def _refuse_unknown(table: Table, known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise table.error(f"unknown key “{key}”{nearest(key, known)}", key)


def _typed(table: Table, key: str, kind: type, default: Any) -> Any:
    value = table.get(key, default)
    if not isinstance(value, kind) and not (kind is Table and value == {}):
        wanted = {Table: "a mapping", str: "text", bool: "true or false", list: "a list"}[kind]
        raise table.error(f"“{key}” should be {wanted}", key)
    return value


def _plain(value: Any) -> Any:
    """`value` without the lines of its tables, so that it can be copied and cached."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _severity(table: Table) -> Severity:
    value = table.get("severity", "warning")
    if not isinstance(value, str) or value not in SEVERITIES:
        raise table.error(f"“severity” is error, warning or suggestion, not “{value}”", "severity")
    return SEVERITIES[value]


def _scope(table: Table) -> tuple[str, ...]:
    roles = [role.value for role in Role]
    scope = _typed(table, "scope", list, [])
    for role in scope:
        if role not in roles:
            raise table.error(f"unknown role “{role}” in “scope”{nearest(role, roles)}", "scope")
    return tuple(scope)


def _source(table: Table) -> Citation | None:
    if "source" not in table:
        return None
    source = _typed(table, "source", Table, None)
    _refuse_unknown(source, _SOURCE_KEYS)
    if "name" not in source:
        raise table.error("“source” needs a “name”", "source")
    return Citation(**{key: str(value) for key, value in source.items()})


def _examples(table: Table) -> tuple[Example, ...]:
    found = _typed(table, "examples", list, [])
    for example in found:
        if not isinstance(example, Table) or not {"bad", "good", "known_false_positive"} & set(example):
            raise table.error("an example has “bad”, “good” or “known_false_positive”", "examples")
        _refuse_unknown(example, _EXAMPLE_KEYS)
        for key, value in example.items():
            if key == "desk":
                _refuse_unknown(_typed(example, key, Table, None), tuple(DESK))
            elif key == "reader":
                _typed(example, key, list, None)
            elif not isinstance(value, str):
                raise example.error(f"“{key}” should be text", key)
    return tuple(
        Example(**{**example, "reader": _plain(example.get("reader", []))}, line=example.line) for example in found
    )


class _Kept(Sequence[Example]):
    """A rule's examples as `shelf` holds them. They are read when somebody asks: a run that lints needs none of a thousand."""

    def __init__(self, shelf: Shelf, rule: str) -> None:
        self.shelf, self.rule = shelf, rule

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        return self.shelf(self.rule)

    def __getitem__(self, index: Any) -> Any:
        return self.examples[index]

    def __len__(self) -> int:
        return len(self.examples)

    def __eq__(self, other: object) -> bool:
        return self.examples == (other.examples if isinstance(other, _Kept) else other)

    def __hash__(self) -> int:
        return hash(self.rule)


def dump(pack: Sequence[Stanza]) -> bytes:
    """A pack for `load`: a cache of what the YAML says, but for the examples."""
    return marshal.dumps([_plainly({**vars(stanza), "examples": stanza.id}) for stanza in pack])


def dump_examples(pack: Sequence[Stanza]) -> bytes:
    """The examples of a pack for `load_examples`; those of each rule can be read by themselves."""
    return marshal.dumps({stanza.id: marshal.dumps(_plainly(list(stanza.examples))) for stanza in pack})


def load_examples(data: bytes) -> Mapping[str, bytes]:
    """What `dump_examples` wrote of each rule, for `examples_of`. Raises ValueError, EOFError or TypeError where it's damaged."""
    kept: Mapping[str, bytes] = marshal.loads(data)
    return kept


def examples_of(data: bytes) -> tuple[Example, ...]:
    """The examples of one rule."""
    return tuple(Example(**example) for example in marshal.loads(data))


def _plainly(value: Any) -> Any:
    """The same in lists, dictionaries, texts and numbers."""
    import json  # for this alone: to import it takes a hundredth of a run

    return json.loads(json.dumps(value, default=vars))


def load(data: bytes, shelf: Shelf) -> tuple[Stanza, ...]:
    """The pack that `dump` wrote, with its examples on `shelf`.

    Raises ValueError, KeyError, EOFError or TypeError where it's damaged.
    """
    return tuple(_loaded(row, shelf) for row in marshal.loads(data))


def _loaded(row: Mapping[str, Any], shelf: Shelf) -> Stanza:
    source = row["source"]
    return Stanza(
        **{
            **row,
            "severity": Severity(row["severity"]),
            "scope": tuple(row["scope"]),
            "source": Citation(**source) if source else None,
            "examples": _Kept(shelf, row["examples"]),
        }
    )
