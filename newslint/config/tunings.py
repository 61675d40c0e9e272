"""What a configuration says of single rules: `rules`, and `rules` under `paths`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.config.settings import PathTuning, Tuning
from newslint.document import Role
from newslint.errors import nearest
from newslint.finding import SEVERITIES, Severity
from newslint.yamlfile import Table

ROLES = tuple(role.value for role in Role)


def tunings(table: Table) -> dict[str, Tuning]:
    """What `rules` says, by rule."""
    if "rules" not in table:
        return {}
    rules = table["rules"]
    if not isinstance(rules, Table):
        raise table.error("“rules” should be a mapping of rules to settings", "rules")
    return {name: _tuning(rules, name) for name in rules}


def path_tunings(table: Table) -> tuple[PathTuning, ...]:
    """What `paths` says, in its order."""
    rows = table.get("paths", [])
    if not isinstance(rows, list) or not all(isinstance(row, Table) for row in rows):
        raise table.error("“paths” should be a list of mappings with “match”", "paths")
    return tuple(_path_tuning(row) for row in rows)


def refuse_keys(table: Table, known: Iterable[str]) -> None:
    """Raise ConfigError for a key that isn't one of `known`."""
    for key in table:
        if key not in known:
            raise table.error(f"unknown key “{key}”{nearest(key, known)}", key)


def words(table: Table, key: str) -> tuple[str, ...]:
    """The list of words under `key`; a word alone is a list of one."""
    value = table.get(key, [])
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise table.error(f"“{key}” should be a list of words", key)
    return tuple(value)


def severity(table: Table, key: str) -> Severity:
    """The severity under `key`."""
    value = table[key]
    if not isinstance(value, str) or value not in SEVERITIES:
        raise table.error(f"“{key}” is error, warning or suggestion, not “{value}”{nearest(value, SEVERITIES)}", key)
    return SEVERITIES[value]


def share(table: Table, key: str) -> float:
    """The number from 0 to 1 under `key`."""
    value = table[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise table.error(f"“{key}” should be a number from 0 to 1", key)
    return float(value)


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
    refuse_keys(value, ("enabled", "severity", "min-confidence", "options", "scope", "roles"))
    if not isinstance(value.get("options", {}), dict):
        raise value.error("“options” should be a mapping", "options")
    if not isinstance(value.get("enabled", True), bool):
        raise value.error("“enabled” is true or false", "enabled")
    return Tuning(
        enabled=value.get("enabled"),
        severity=severity(value, "severity") if "severity" in value else None,
        min_confidence=share(value, "min-confidence") if "min-confidence" in value else None,
        options=value.get("options", {}),
        scope=_scope(value) if "scope" in value else None,
        roles=_roles(value),
        where=where,
    )


def _scope(table: Table) -> tuple[str, ...]:
    scope = words(table, "scope")
    for role in scope:
        _refuse_role(table, role, "scope")
    return scope


def _roles(table: Table) -> Mapping[str, Severity | None]:
    if "roles" not in table:
        return {}
    roles = table["roles"]
    if not isinstance(roles, Table):
        raise table.error("“roles” should be a mapping of roles to off, error, warning or suggestion", "roles")
    for role in roles:
        _refuse_role(roles, role, role)
    return {role: None if roles[role] == "off" or roles[role] is False else severity(roles, role) for role in roles}


def _refuse_role(table: Table, role: str, key: str) -> None:
    if role not in ROLES:
        raise table.error(f"unknown role “{role}”{nearest(role, ROLES)}", key)


def _path_tuning(row: Table) -> PathTuning:
    refuse_keys(row, ("match", "select", "ignore", "rules"))
    if not isinstance(row.get("match"), str):
        raise row.error("an entry of “paths” needs “match”, a path pattern such as letters/*.md")
    return PathTuning(row["match"], words(row, "select"), words(row, "ignore"), tunings(row))
