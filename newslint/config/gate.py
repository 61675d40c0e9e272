"""What stands between a draft's findings and its writer: stets, the baseline, the cache; the keys for them."""

from __future__ import annotations

from pathlib import Path

from newslint import tree
from newslint.finding import SEVERITIES, Severity
from newslint.startup.row import Row
from newslint.stets.entries import StetEntry, entries
from newslint.yamlfile import Table

BASELINE = ".newslint-baseline.json"
KEYS = ("stet", "require-reason", "unused-stets", "baseline", "cache")


class Gate(Row):
    """These settings of a configuration. `cache` is a folder, or whether there's one; None leaves it to the run."""

    stets: tuple[StetEntry, ...] = ()
    require_reason: bool = False
    unused_stets: Severity | None = Severity.WARNING
    baseline: Path | None = None
    cache: Path | bool | None = None


def gate(table: Table, root: Path) -> Gate:
    """What the configuration in `table` says of these; paths start from `root`. Raises ConfigError with the line."""
    require_reason = _flag(table, "require-reason")
    return Gate(
        stets=entries(table, require_reason),
        require_reason=require_reason,
        unused_stets=_severity(table, "unused-stets"),
        baseline=_path(table, "baseline", root),
        cache=table["cache"] if isinstance(table.get("cache"), bool) else _path(table, "cache", root),
    )


def _flag(table: Table, key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise table.error(f"“{key}” is true or false", key)
    return value


def _severity(table: Table, key: str) -> Severity | None:
    value = table.get(key, "warning")
    if value == "off":
        return None
    if value not in SEVERITIES:
        raise table.error(f"“{key}” is error, warning, suggestion or off, not “{value}”", key)
    return SEVERITIES[value]


def _path(table: Table, key: str, root: Path) -> Path | None:
    if key not in table:
        return None
    value = table[key]
    if not isinstance(value, str) or not value or "\0" in value:
        raise table.error(f"“{key}” should be a path", key)
    if not tree.holds(root, root / value):
        raise table.error(f"“{key}”: {root / value} lies outside the folder of this configuration", key)
    return root / value
