"""Stets for drafts without comments: entries under `stet:` in `.newslint.yml`, read from there and written there.

```yaml
stet:
  - path: "sport/final.txt"        # a path or a pattern, from the configuration's folder on
    rule: "names/spelling"         # or a pack
    words: "Jon"                   # what the finding marks
    fingerprint: "0f3a…"           # just this place; without it, wherever the words come in that draft
    reason: "“Jon” is how he spells it"
    until: "2026-12-31"            # the last day, if there is one
```
"""

from __future__ import annotations

import os
import time
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from newslint import yamlfile
from newslint.errors import ConfigError, nearest
from newslint.finding import Finding
from newslint.startup.dataclass import dataclass
from newslint.yamlfile import Table

_KEYS = ("path", "rule", "words", "fingerprint", "reason", "until")


@dataclass(frozen=True)
class StetEntry:
    """One entry: lets the findings stand that fit everything it says. `path` and `line` say where it's written."""

    draft: str = ""
    rule: str = ""
    words: str = ""
    fingerprint: str = ""
    reason: str = ""
    until: str = ""
    path: str = ""
    line: int = 0

    @property
    def rules(self) -> tuple[str, ...]:
        return (self.rule,) if self.rule else ()

    def fits(self, draft: str) -> bool:
        """Whether it speaks of the draft at the path `draft`."""
        return not self.draft or fnmatch(relative(draft, Path(self.path).parent), self.draft)

    def covers(self, finding: Finding) -> bool:
        """Whether the writer lets `finding` stand by this."""
        return (
            finding.is_of(self.rules)
            and finding.fingerprint.startswith(self.fingerprint)
            and (not self.words or self.words.split() == finding.text.split())
            and self.fits(finding.path)
        )

    def ended(self, today: str) -> bool:
        """Whether its last day is over; days are written as 2026-12-31."""
        return bool(self.until) and today > self.until


def relative(path: str, root: Path) -> str:
    """`path` as it looks from the folder `root`, with slashes."""
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")


def entries(table: Table, require_reason: bool = False) -> tuple[StetEntry, ...]:
    """The entries under `stet:` in a configuration. Raises ConfigError with file and line."""
    rows = table.get("stet") or []
    if not isinstance(rows, list) or not all(isinstance(row, Table) for row in rows):
        raise table.error("“stet” should be a list of entries with path, rule, words and reason", "stet")
    return tuple(_entry(row, require_reason) for row in rows)


def _entry(row: Table, require_reason: bool) -> StetEntry:
    for key, value in row.items():
        if key not in _KEYS:
            raise row.error(f"unknown key “{key}”{nearest(key, _KEYS)}", key)
        if not isinstance(value, str):
            raise row.error(f"“{key}” should be text: put it in quotation marks", key)
    if not any(row.get(key) for key in ("rule", "words", "fingerprint")):
        raise row.error("an entry of “stet” needs “rule”, “words” or “fingerprint”")
    if require_reason and not row.get("reason", "").strip():
        raise row.error("an entry of “stet” needs a “reason” here")
    given: dict[str, Any] = {key: row.get(key, "") for key in ("rule", "words", "fingerprint", "reason")}
    return StetEntry(**given, draft=row.get("path", ""), until=_day(row), path=row.path, line=row.line)


def today() -> str:
    """The day, where the writer is, as 2026-12-31."""
    return time.strftime("%Y-%m-%d")


def _day(row: Table) -> str:
    if not row.get("until"):
        return ""
    try:
        time.strptime(row["until"], "%Y-%m-%d")
    except ValueError as error:
        raise row.error("“until” should be a day such as 2026-12-31", "until") from error
    day: str = row["until"]
    return day


def with_entry(text: str, entry: StetEntry, path: str = "") -> str:
    """The configuration file's `text` with `entry` added to it, all else as it was.

    Raises ConfigError where the file has no place for it.
    """
    before = yamlfile.parse(text, path)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    at, dash = _place(text, lines, path)
    if lines and at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    opening = [] if "stet" in before else [*([end] if lines else []), f"stet:{end}"]
    added = [*opening, *(line + end for line in _lines(entry, " " * dash))]
    changed = "".join([*lines[:at], *added, *lines[at:]])
    after = yamlfile.parse(changed, path)
    if after != {**before, "stet": [*(before.get("stet") or []), _row(entry)]}:
        raise ConfigError("has no place for another entry of “stet” that newslint could find: write it yourself", path)
    return changed


def _place(text: str, lines: list[str], path: str) -> tuple[int, int]:
    """The line before which an entry goes, and how far it's indented."""
    import yaml

    node: Any = yaml.compose(text, yaml.SafeLoader)
    found = next((pair for pair in (node.value if node else ()) if pair[0].value == "stet"), None)
    if found is None:
        return len(lines), 2
    key, value = found
    if value.id == "sequence" and value.value and not value.flow_style:
        return _last_line(value) + 1, value.start_mark.column
    if value.id == "scalar" and not value.value:
        return key.end_mark.line + 1, 2
    raise ConfigError("“stet” should be a list with an entry a line", path, key.start_mark.line + 1)


def _last_line(node: Any) -> int:
    while node.id != "scalar" and node.value:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    line: int = node.end_mark.line
    return line - 1 if node.style in {"|", ">"} else line


def _row(entry: StetEntry) -> dict[str, str]:
    row = {
        "path": entry.draft,
        "rule": entry.rule,
        "words": entry.words,
        "fingerprint": entry.fingerprint,
        "reason": entry.reason,
        "until": entry.until,
    }
    return {key: value for key, value in row.items() if value}


def _lines(entry: StetEntry, margin: str) -> list[str]:
    rows = [f"{key}: {_quoted(value)}" for key, value in _row(entry).items()]
    return [f"{margin}{'  ' if number else '- '}{row}" for number, row in enumerate(rows)]


def _quoted(text: str) -> str:
    """`text` as YAML in double marks."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '\\"':
        return "\\" + character
    if character == " " or character.isprintable():
        return character
    return f"\\U{ord(character):08x}"
