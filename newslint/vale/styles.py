"""A style: a folder of rules, a YAML file each. Reads and checks them; every error names file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, get_origin, get_type_hints

from newslint.errors import ConfigError, nearest
from newslint.finding import SEVERITIES
from newslint.packs.options import converted
from newslint.startup.row import Row
from newslint.vale import wholes, words
from newslint.vale.definition import Definition
from newslint.vale.messages import Action
from newslint.vale.patterns import UntranslatableError
from newslint.vale.rule import StyleStanza
from newslint.vale.yamlnodes import read
from newslint.yamlfile import Table

KINDS: Mapping[str, type[Definition]] = {
    kind.kind: kind
    for kind in (
        words.Existence,
        words.Substitution,
        words.Occurrence,
        words.Repetition,
        wholes.Consistency,
        wholes.Conditional,
        wholes.Capitalization,
        wholes.Metric,
        wholes.Readability,
    )
}
# What needs a dictionary, a tagger of parts of speech, or programs.
REFUSED = ("sequence", "script", "spelling")
_IGNORED = {"name", "tests", "author", "source", "code", "pos", "matchcase", "description"}
_COMMON = ("extends", "message", "level", "scope", "link", "limit", "action")


class Style(Row):
    """The rules of a style, ready to be run, and, by name, a sentence on each of those that newslint doesn't run."""

    stanzas: tuple[StyleStanza, ...]
    refused: Mapping[str, str]


def rule_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name (Style.Rule) and the file of each rule of the style in `folder`, in order.

    A folder inside is a part of the name; what begins with a dot or an underscore lies aside.
    """
    for path in sorted(folder.rglob("*.yml")):
        inner = path.relative_to(folder).parts[:-1]
        if not any(part.startswith((".", "_")) for part in inner):
            yield ".".join([folder.name, *inner, path.name.split(".")[0]]), path


def read_style(folder: Path, wanted: Callable[[str], bool] = bool) -> Style:
    """The style in `folder`, of whose rules those count whose name is `wanted`. A mistake costs its own rule only."""
    found: list[StyleStanza] = []
    refused: dict[str, str] = {}
    for name, path in rule_files(folder):
        if wanted(name):
            try:
                found.append(StyleStanza.of(read_rule(name, path), str(path)))
            except ConfigError as error:
                refused[name] = str(error)
    return Style(tuple(found), refused)


def read_rule(name: str, path: Path) -> Definition:
    """The rule called `name` in the file at `path`. Raises ConfigError with the line for what isn't run."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        stamp = 0
    return _read_rule(name, path, path.absolute(), stamp)


@cache
def _read_rule(name: str, path: Path, place: Path, stamp: int) -> Definition:
    """The rule in the file at `path`, which is the one at `place` as it was at `stamp`."""
    del place, stamp
    return parse_rule(name, read(path, path.parent))


def parse_rule(name: str, table: Table) -> Definition:
    """The rule that `table` writes out."""
    kind = table.get("extends")
    if kind in REFUSED or "." in str(kind):
        said = "which newslint doesn't run" if kind in REFUSED else "another rule, which newslint doesn't follow"
        raise table.error(f"{name} extends “{kind}”, {said}", "extends")
    if not isinstance(kind, str) or kind not in KINDS:
        said = f"“extends” is one of {', '.join(KINDS)}, not “{kind}”{nearest(str(kind), KINDS)}"
        raise table.error(said if kind else "a rule needs “extends”, its kind", "extends")
    if not isinstance(table.get("message"), str):
        raise table.error(f"{name} needs “message”", "message")
    definition = KINDS[kind](name=name, message=table["message"], **_common(table), **_own(name, table, KINDS[kind]))
    try:
        tried(definition)
    except (UntranslatableError, ValueError) as error:
        key = next((key for key in ("tokens", "swap", "raw", "token", "match") if key in table), "")
        raise table.error(f"{name}: {error}", key) from error
    return definition


def tried(definition: Definition) -> None:
    """Build every pattern of a rule. Raises ValueError, naming the pattern, for one that can't be."""
    for member in ("pattern", "patterns", "excepted", "formulas"):
        getattr(definition, member, None)


def _common(table: Table) -> dict[str, Any]:
    level = str(table.get("level", "warning"))
    if level not in SEVERITIES:
        hint = nearest(level, SEVERITIES)
        raise table.error(f"“level” is suggestion, warning or error, not “{level}”{hint}", "level")
    scope = table.get("scope") or ["text"]
    if "doc(" in str(scope):
        raise table.error(f"the scope “{scope}” is one that newslint doesn't read", "scope")
    limit = table.get("limit") or "0"
    if not str(limit).isdecimal() or len(str(limit)) > 9:
        raise table.error(f"“limit” should be a whole number, not “{limit}”", "limit")
    return {
        "level": level,
        "scope": tuple(map(str, scope)) if isinstance(scope, list) else (str(scope),),
        "link": str(table.get("link") or ""),
        "description": str(table.get("description") or ""),
        "limit": int(limit),
        "action": _action(table),
    }


def _action(table: Table) -> Action:
    action = table.get("action") or {}
    if not isinstance(action, dict):
        raise table.error("“action” should be a mapping with “name” and “params”", "action")
    params = action.get("params") or []
    return Action(str(action.get("name") or ""), tuple(map(str, params)) if isinstance(params, list) else ())


def _own(name: str, table: Table, kind: type[Definition]) -> dict[str, Any]:
    """The keys that belong to the rule's kind, whatever their capitals, each as its type."""
    common = {each.name for each in fields(Definition)}
    types = {key: hint for key, hint in get_type_hints(kind).items() if key not in common and key != "kind"}
    own: dict[str, Any] = {}
    for key, value in table.items():
        word = key.lower()
        if word in _COMMON or word in _IGNORED:
            continue
        if word not in types:
            hint = nearest(word, (*_COMMON, *types))
            raise table.error(f"{name}: unknown key “{key}”{hint}", key)
        if value is None:
            continue
        try:
            own[word] = converted(_as(value, types[word]), types[word])
        except ValueError as error:
            raise table.error(f"{name}: “{key}” {error}", key) from error
    return own


def _as(value: Any, wanted: Any) -> Any:
    """A scalar as the type that a field wants: YAML's own types are left to the field."""
    if isinstance(value, list) and get_origin(wanted) is Mapping and all(isinstance(each, Table) for each in value):
        return {key: each for table in value for key, each in _as(table, wanted).items()}
    if isinstance(value, list):
        return ["" if each is None else each for each in value]
    if isinstance(value, Table):
        return {key: "" if each is None else each for key, each in value.items()}
    if wanted is bool:
        return {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}.get(
            value.lower(), value
        )
    try:
        if wanted is int:
            return int(value)
        if wanted is float:
            return float(value)
    except ValueError:
        return value
    return [value] if str(wanted).startswith("tuple[str") else value
