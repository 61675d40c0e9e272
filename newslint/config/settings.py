"""Configuration: which rules run, how they are tuned, and what of their findings is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import house
from newslint.config.gate import Gate
from newslint.errors import ConfigError, nearest
from newslint.finding import Severity
from newslint.packs import catalogue
from newslint.packs.options import converted, option_names, option_types
from newslint.packs.rule import Rule, Stanza
from newslint.startup.dataclass import dataclass, field, replace
from newslint.stets.entries import relative

if TYPE_CHECKING:
    from newslint.plugins.registry import Registry
    from newslint.readers.entries import Readers
    from newslint.vale.styles import Style

# What a desk says once, and the field by which every check that has it is given it.
DESK = {"language": "language", "names": "names", "terms": "house-terms"}
# The pack of the rules that tell what a second reader tells.
READER = "reader"


@dataclass(frozen=True)
class Tuning:
    """What a configuration says of one rule; None leaves the stanza's own word.

    `roles` gives a rule another severity in blocks of some roles; None there switches it off in them.
    """

    enabled: bool | None = None
    severity: Severity | None = None
    min_confidence: float | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    scope: tuple[str, ...] | None = None
    roles: Mapping[str, Severity | None] = field(default_factory=dict)
    where: tuple[str, int] = ("", 0)

    def over(self, other: Tuning) -> Tuning:
        """Put this tuning on top of `other`: what it leaves open is as there."""
        return Tuning(
            enabled=other.enabled if self.enabled is None else self.enabled,
            severity=other.severity if self.severity is None else self.severity,
            min_confidence=other.min_confidence if self.min_confidence is None else self.min_confidence,
            options={**other.options, **self.options},
            scope=other.scope if self.scope is None else self.scope,
            roles={**other.roles, **self.roles},
            where=self.where,
        )


@dataclass(frozen=True)
class PathTuning:
    """What holds only for drafts whose path fits `match`, a shell pattern."""

    match: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Tuning] = field(default_factory=dict)


@dataclass(frozen=True)
class Config:
    """All settings of a run. `root` is the folder that relative paths start from."""

    root: Path = field(default_factory=Path)
    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules_tuned: Mapping[str, Tuning] = field(default_factory=dict)
    paths: tuple[PathTuning, ...] = ()
    packs: tuple[Path, ...] = ()
    styles: tuple[Path, ...] = ()
    plugins: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    fail_on: Severity = Severity.ERROR
    min_confidence: float = 0.5
    desk: Mapping[str, Any] = field(default_factory=dict)
    gate: Gate = field(default_factory=Gate)
    readers: Readers | None = None
    _rules: dict[tuple[bool | int, ...], tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rules(self, registry: Registry, name: str = "", shown: bool = False) -> tuple[Rule, ...]:
        """The rules that run on the draft called `name`, in the order of their ids.

        `shown` leaves out those whose findings are below the level; what newslint itself brings and this configuration
        doesn't tune isn't even imported, for nothing in it can be wrong. Raises ConfigError for a rule, an option or a selection that doesn't exist.
        """
        fitting = [index for index, path in enumerate(self.paths) if name and self.fits(name, path.match)]
        key = (shown, *fitting)
        if key not in self._rules:
            self._rules[key] = tuple(self._selected(registry, [self.paths[index] for index in fitting], shown))
        return self._rules[key]

    def fits(self, name: str, pattern: str) -> bool:
        """Whether the draft at the path `name` fits a shell pattern that starts from the configuration's folder."""
        return fnmatch(relative(name, self.root) if self.path else name, pattern)

    @cached_property
    def own_stanzas(self) -> tuple[Stanza, ...]:
        """The rules of the packs that this configuration names, and of its Vale styles."""
        own = [stanza for path in self.packs for stanza in catalogue.pack_at(path)]
        return (*own, *(stanza for style in self._vale_styles for stanza in style.stanzas))

    @cached_property
    def forbidden(self) -> house.Forbidden:
        """What the desk's lists of names and terms call wrong."""
        return house.forbidden(self.desk.get("names", ()), self.desk.get("terms", ()))

    @cached_property
    def refused(self) -> Mapping[str, str]:
        """A sentence for each rule of its Vale styles that newslint doesn't run, by the rule's name."""
        return {name: told for style in self._vale_styles for name, told in style.refused.items()}

    @cached_property
    def _vale_styles(self) -> tuple[Style, ...]:
        if not self.styles:
            return ()
        from newslint.vale.styles import read_style

        return tuple(map(read_style, self.styles))

    def stanzas(self, registry: Registry) -> dict[str, Stanza]:
        """Every rule that could run, by id."""
        found: dict[str, Stanza] = {}
        for stanza in (*catalogue.all_stanzas(registry.packs), *self.own_stanzas):
            if stanza.id in found:
                raise ConfigError(
                    f"rule “{stanza.id}” stands also in {found[stanza.id].path}", stanza.path, stanza.line
                )
            found[stanza.id] = stanza
        return found

    def _selected(self, registry: Registry, paths: list[PathTuning], shown: bool) -> Iterable[Rule]:
        select = next((path.select for path in reversed(paths) if path.select), self.select)
        ignore = self.ignore + tuple(word for path in paths for word in path.ignore)
        stanzas = self.stanzas(registry)
        self._refuse_unknown(stanzas, select, ignore)
        for stanza in sorted(stanzas.values(), key=lambda stanza: stanza.id):
            tuning = self.rules_tuned.get(stanza.id, Tuning())
            for path in paths:
                tuning = path.rules.get(stanza.id, Tuning()).over(tuning)
            hidden = shown and stanza.severity < self.level and tuning == Tuning() and _is_own(stanza, registry)
            if _wanted(stanza, tuning, select) and not _named(stanza, ignore) and not hidden:
                rule = self._rule(stanza, tuning, registry)
                if not shown or rule.highest >= self.level:
                    yield rule

    def _refuse_unknown(self, stanzas: Mapping[str, Stanza], select: Iterable[str], ignore: Iterable[str]) -> None:
        """Refuse every word of the configuration that is no rule, those for other paths included."""
        known = {*stanzas, *(stanza.pack for stanza in stanzas.values()), *self.refused}
        elsewhere = (word for path in self.paths for word in (*path.select, *path.ignore))
        for word in (*select, *ignore, *elsewhere):
            if word not in known:
                raise ConfigError(f"unknown rule or pack “{word}”{nearest(word, known)}", self.path)
        for tuned in (self.rules_tuned, *(path.rules for path in self.paths)):
            for rule_id, tuning in tuned.items():
                if rule_id not in stanzas and rule_id not in self.refused:
                    raise ConfigError(f"unknown rule “{rule_id}”{nearest(rule_id, stanzas)}", *tuning.where)

    def _rule(self, stanza: Stanza, tuning: Tuning, registry: Registry) -> Rule:
        scope = stanza.scope if tuning.scope is None else tuning.scope
        return stanza.rule(
            stanza=stanza if scope == stanza.scope else replace(stanza, scope=scope),
            check=stanza.check_made or self._check(stanza, tuning, registry, scope),
            severity=stanza.severity if tuning.severity is None else tuning.severity,
            min_confidence=self.min_confidence if tuning.min_confidence is None else tuning.min_confidence,
            plugin=registry.owners.get(("packs", stanza.pack), stanza.path),
            roles=tuning.roles,
        )

    def _check(self, stanza: Stanza, tuning: Tuning, registry: Registry, scope: tuple[str, ...]) -> Any:
        if stanza.check not in registry.checks:
            hint = nearest(stanza.check, registry.checks)
            raise ConfigError(f"unknown check “{stanza.check}”{hint}", stanza.path, stanza.line)
        check = registry.check(stanza.check)
        known = option_names(check)
        given: dict[str, Any] = {field: self.desk[key] for key, field in DESK.items() if key in self.desk}
        if scope:
            given["scope"] = scope
        options = {_field(key): value for key, value in given.items() if key in known}
        for source, where in ((stanza.options or {}, (stanza.path, stanza.line)), (tuning.options, tuning.where)):
            for key, value in source.items():
                try:
                    options[_field(key)] = _converted(key, value, check)
                except ValueError as error:
                    path, line = where
                    place = (
                        catalogue.line_of(stanza, key) if path == stanza.path else getattr(source, "lines", {}).get(key)
                    )
                    raise ConfigError(f"{stanza.id}: {error}", path, place or line) from error
        try:
            return check(**options)
        except (TypeError, ValueError) as error:
            raise ConfigError(f"options of {stanza.id}: {error}", stanza.path, stanza.line) from error


def _field(key: str) -> str:
    return key.replace("-", "_")


def _converted(key: str, value: Any, check: type) -> Any:
    known = option_names(check)
    if key not in known or key == "scope":
        raise ValueError(f"unknown option “{key}”{nearest(key, known)}")
    try:
        return converted(value, option_types(check)[key])
    except ValueError as error:
        raise ValueError(f"“{key}” {error}") from error


def _is_own(stanza: Stanza, registry: Registry) -> bool:
    return registry.owners.get(("packs", stanza.pack)) == registry.owners.get(("checks", stanza.check)) == "newslint"


def _wanted(stanza: Stanza, tuning: Tuning, select: tuple[str, ...]) -> bool:
    """Whether a rule runs: a selection names it or its pack; without one, it's on unless a tuning says otherwise."""
    wanted = _named(stanza, select) if select else stanza.enabled
    if tuning.enabled is not None and stanza.id not in select:
        wanted = tuning.enabled and (wanted or not select)
    return wanted


def _named(stanza: Stanza, words: tuple[str, ...]) -> bool:
    return stanza.id in words or stanza.pack in words


def merged(base: Config, own: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a configuration that extends `base`: what both may add to is joined, of the rest its own stands."""
    joined: dict[str, Any] = {
        key: getattr(base, key) + tuple(own.get(key, ()))
        for key in ("ignore", "paths", "packs", "styles", "plugins", "exclude")
    }
    tuned: Mapping[str, Tuning] = own.get("rules_tuned", {})
    joined["rules_tuned"] = {
        **base.rules_tuned,
        **{name: tuning.over(base.rules_tuned.get(name, Tuning())) for name, tuning in tuned.items()},
    }
    desk = own.get("desk", {})
    lists = {key: house.over(tuple(desk.get(key, ())), base.desk.get(key, ())) for key in ("names", "terms")}
    joined["desk"] = {**base.desk, **desk, **{key: value for key, value in lists.items() if value}}
    if base.readers:
        joined["readers"] = own["readers"].over(base.readers) if own.get("readers") else base.readers
    kept = {key: getattr(base, key) for key in ("select", "level", "fail_on", "min_confidence") if key not in own}
    return {**own, **kept, **joined}
