"""A style: a folder of rules, a YAML file each. Reads and checks them; every error names file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from newslint.errors import ConfigError, nearest
from newslint.finding import SEVERITIES
from newslint.hit import Check
from newslint.packs.options import converted
from newslint.packs.rule import Rule, Stanza
from newslint.vale import wholes, words
from newslint.vale.definition import Definition
from newslint.vale.messages import Action
from newslint.vale.patterns import UntranslatableError, compiled
from newslint.vale.yamlnodes import Mapped, read

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


class RefusedError(ConfigError):
    """A rule of a kind that newslint doesn't run."""


@dataclass(frozen=True)
class StyleStanza(Stanza):
    """A rule of a Vale style as a stanza: named Style.Rule, as Vale names it."""

    definition: Definition | None = None

    @property
    def id(self) -> str:
        return self.name

    @property
    def check_made(self) -> Check:
        from newslint.vale.rule import Silent

        return Silent()

    @property
    def rule(self) -> type[Rule]:
        from newslint.vale.rule import StyleRule

        return StyleRule


def rule_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name (Style.Rule) and the file of each rule of the style in `folder`, in order.

    A folder inside is a part of the name; what begins with a dot or an underscore lies aside.
    """
    for path in sorted(folder.rglob("*.yml")):
        inner = path.relative_to(folder).parts[:-1]
        if not any(part.startswith((".", "_")) for part in inner):
            yield ".".join([folder.name, *inner, path.name.split(".")[0]]), path


def style_stanzas(folder: Path) -> tuple[StyleStanza, ...]:
    """The rules of the style in `folder`, ready to be run; those of a refused kind are left off, for `refusals`.

    Raises ConfigError with file and line for a rule with a mistake.
    """
    found = []
    for name, path in rule_files(folder):
        try:
            found.append(stanza(read_rule(name, path), str(path)))
        except RefusedError:
            continue
    return tuple(found)


def refusals(folders: Iterable[Path]) -> Iterator[str]:
    """A sentence for each rule of the styles in `folders` that newslint doesn't run."""
    for folder in folders:
        for name, path in rule_files(folder):
            try:
                read_rule(name, path)
            except RefusedError as error:
                yield str(error)
            except ConfigError:
                continue


def stanza(definition: Definition, path: str) -> StyleStanza:
    """The stanza that a definition makes."""
    return StyleStanza(
        pack=definition.name.split(".")[0],
        name=definition.name,
        check=definition.kind,
        message="{message}",
        why=definition.description or definition.message,
        severity=SEVERITIES[definition.level],
        path=path,
        line=1,
        definition=definition,
    )


def read_rule(name: str, path: Path) -> Definition:
    """The rule called `name` in the file at `path`.

    Raises RefusedError for a kind that isn't run, ConfigError with the line for any other mistake.
    """
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


def parse_rule(name: str, table: Mapped) -> Definition:
    """The rule that `table` writes out."""
    kind = table.get("extends")
    if kind in REFUSED or "." in str(kind):
        said = "which newslint doesn't run" if kind in REFUSED else "another rule, which newslint doesn't follow"
        raise RefusedError(f"{name} extends “{kind}”, {said}", table.path, table.line_of("extends"))
    if not isinstance(kind, str) or kind not in KINDS:
        said = f"“extends” is one of {', '.join(KINDS)}, not “{kind}”{nearest(str(kind), KINDS)}"
        raise ConfigError(said if kind else "a rule needs “extends”, its kind", table.path, table.line_of("extends"))
    if not isinstance(table.get("message"), str):
        raise ConfigError(f"{name} needs “message”", table.path, table.line_of("message"))
    definition = KINDS[kind](name=name, message=table["message"], **_common(table), **_own(name, table, KINDS[kind]))
    try:
        tried(definition)
    except (UntranslatableError, ValueError) as error:
        raise ConfigError(
            f"{name}: {error}", table.path, table.line_of("tokens", "swap", "raw", "token", "match")
        ) from error
    return definition


def tried(definition: Definition) -> None:
    """Build every pattern of a rule. Raises ValueError, naming the pattern, for one that can't be."""
    for member in ("pattern", "patterns", "excepted", "formulas"):
        getattr(definition, member, None)


def with_words(definition: Definition, accepted: tuple[str, ...]) -> Definition:
    """The rule with a vocabulary's accepted words."""
    return replace(definition, accepted=accepted) if accepted else definition


def _common(table: Mapped) -> dict[str, Any]:
    level = table.get("level", "warning")
    if level not in SEVERITIES:
        hint = nearest(str(level), SEVERITIES)
        raise ConfigError(
            f"“level” is suggestion, warning or error, not “{level}”{hint}", table.path, table.line_of("level")
        )
    scope = table.get("scope") or ["text"]
    if "doc(" in str(scope):
        raise RefusedError(f"the scope “{scope}” is one that newslint doesn't read", table.path, table.line_of("scope"))
    limit = table.get("limit") or "0"
    if not str(limit).isdigit():
        raise ConfigError(f"“limit” should be a whole number, not “{limit}”", table.path, table.line_of("limit"))
    return {
        "level": level,
        "scope": tuple(scope) if isinstance(scope, list) else (str(scope),),
        "link": str(table.get("link") or ""),
        "description": str(table.get("description") or ""),
        "limit": int(limit),
        "action": _action(table),
    }


def _action(table: Mapped) -> Action:
    action = table.get("action")
    if action is None:
        return Action()
    if not isinstance(action, Mapped):
        raise ConfigError("“action” should be a mapping with “name” and “params”", table.path, table.line_of("action"))
    params = action.get("params") or []
    return Action(
        str(action.get("name") or ""), tuple(str(each) for each in params) if isinstance(params, list) else ()
    )


def _own(name: str, table: Mapped, kind: type[Definition]) -> dict[str, Any]:
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
            raise ConfigError(f"{name}: unknown key “{key}”{hint}", table.path, table.line_of(key))
        if value is None:
            continue
        try:
            own[word] = converted(_as(value, types[word]), types[word])
        except ValueError as error:
            raise ConfigError(f"{name}: “{key}” {error}", table.path, table.line_of(key)) from error
    return own


def _as(value: Any, wanted: Any) -> Any:
    """A scalar as the type that a field wants: YAML's own types are left to the field."""
    if isinstance(value, list):
        return ["" if each is None else each for each in value]
    if isinstance(value, Mapped):
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


__all__ = ["KINDS", "REFUSED", "RefusedError", "StyleStanza", "compiled", "parse_rule", "read_rule", "style_stanzas"]
