"""`.newslint.yml`: find it, read it, and name every mistake in it with its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from newslint import gate, yamlfile
from newslint.config import DESK, Config, PathTuning, Tuning
from newslint.errors import nearest
from newslint.finding import SEVERITIES, Severity
from newslint.yamlfile import Table

NAMES = (".newslint.yml", ".newslint.yaml")
_KEYS = (
    "select",
    "ignore",
    "rules",
    "paths",
    "packs",
    "plugins",
    "exclude",
    "level",
    "fail-on",
    "min-confidence",
    *DESK,
    *gate.KEYS,
)


def find(start: Path) -> Path | None:
    """The configuration file for drafts in `start`: the nearest one in it or above it."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def read_config(path: Path) -> Config:
    """The configuration in the file at `path`. Raises ConfigError with file and line."""
    return parse_config(yamlfile.read(path), path.parent)


def parse_config(table: Table, root: Path) -> Config:
    """The configuration that `table` writes out; relative paths in it start from `root`."""
    _refuse_keys(table, _KEYS)
    config = Config(
        root=root,
        path=table.path,
        select=_words(table, "select"),
        ignore=_words(table, "ignore"),
        rules_tuned=_tunings(table),
        paths=_path_tunings(table),
        packs=_files(table, "packs", root),
        plugins=_files(table, "plugins", root),
        exclude=_words(table, "exclude"),
        desk={key: table[key] for key in DESK if key in table},
        gate=gate.gate(table, root),
    )
    if "level" in table:
        config = replace(config, level=_severity(table, "level"))
    if "fail-on" in table:
        config = replace(config, fail_on=_severity(table, "fail-on"))
    if "min-confidence" in table:
        config = replace(config, min_confidence=_share(table, "min-confidence"))
    return config


def _refuse_keys(table: Table, known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            raise table.error(f"unknown key “{key}”{nearest(key, known)}", key)


def _words(table: Table, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise table.error(f"“{key}” should be a list of words", key)
    return tuple(value)


def _files(table: Table, key: str, root: Path) -> tuple[Path, ...]:
    paths = tuple((root / word) for word in _words(table, key))
    for path in paths:
        if not path.resolve().is_relative_to(root.resolve()):
            raise table.error(f"“{key}”: {path} lies outside the folder of this configuration", key)
        if not path.is_file():
            raise table.error(f"“{key}”: there's no file {path}", key)
    return paths


def _severity(table: Table, key: str) -> Severity:
    if table[key] not in SEVERITIES:
        raise table.error(f"“{key}” is error, warning or suggestion, not “{table[key]}”", key)
    return SEVERITIES[table[key]]


def _share(table: Table, key: str) -> float:
    value = table[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise table.error(f"“{key}” should be a number from 0 to 1", key)
    return float(value)


def _tunings(table: Table) -> dict[str, Tuning]:
    if "rules" not in table:
        return {}
    rules = table["rules"]
    if not isinstance(rules, Table):
        raise table.error("“rules” should be a mapping of rules to settings", "rules")
    return {name: _tuning(rules, name) for name in rules}


def _tuning(rules: Table, name: str) -> Tuning:
    value = rules[name]
    where = (rules.path, rules.lines[name])
    if isinstance(value, bool):
        return Tuning(enabled=value, where=where)
    if value == "off":
        return Tuning(enabled=False, where=where)
    if isinstance(value, str) and value in SEVERITIES:
        return Tuning(enabled=True, severity=SEVERITIES[value], where=where)
    if not isinstance(value, Table):
        raise rules.error(f"“{name}” takes off, error, warning, suggestion, or a mapping of settings", name)
    _refuse_keys(value, ("enabled", "severity", "min-confidence", "options"))
    options = value.get("options", {})
    if not isinstance(options, dict):
        raise value.error("“options” should be a mapping", "options")
    if "enabled" in value and not isinstance(value["enabled"], bool):
        raise value.error("“enabled” is true or false", "enabled")
    return Tuning(
        enabled=value.get("enabled"),
        severity=_severity(value, "severity") if "severity" in value else None,
        min_confidence=_share(value, "min-confidence") if "min-confidence" in value else None,
        options=options,
        where=where,
    )


def _path_tunings(table: Table) -> tuple[PathTuning, ...]:
    rows = table.get("paths", [])
    if not isinstance(rows, list) or not all(isinstance(row, Table) for row in rows):
        raise table.error("“paths” should be a list of mappings with “match”", "paths")
    return tuple(_path_tuning(row) for row in rows)


def _path_tuning(row: Table) -> PathTuning:
    _refuse_keys(row, ("match", "select", "ignore"))
    if not isinstance(row.get("match"), str):
        raise row.error("an entry of “paths” needs “match”, a path pattern such as letters/*.md")
    return PathTuning(row["match"], _words(row, "select"), _words(row, "ignore"))
