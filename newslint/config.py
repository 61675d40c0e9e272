"""Configuration: which rules run, how they are tuned, and what of their findings is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import rulepacks
from newslint.errors import ConfigError, nearest
from newslint.finding import Severity
from newslint.gate import Gate
from newslint.rule import Rule, Stanza

if TYPE_CHECKING:
    from newslint.plugins import Registry

# What a desk says once and every check with an option of that name is given.
DESK = ("language",)


@dataclass(frozen=True)
class Tuning:
    """What a configuration says of one rule; None leaves the stanza's own word."""

    enabled: bool | None = None
    severity: Severity | None = None
    min_confidence: float | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    where: tuple[str, int] = ("", 0)


@dataclass(frozen=True)
class PathTuning:
    """What holds only for drafts whose path fits `match`, a shell pattern."""

    match: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


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
    plugins: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    fail_on: Severity = Severity.ERROR
    min_confidence: float = 0.5
    desk: Mapping[str, Any] = field(default_factory=dict)
    gate: Gate = field(default_factory=Gate)
    _rules: dict[tuple[str, ...], tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rules(self, registry: Registry, name: str = "") -> tuple[Rule, ...]:
        """The rules that run on the draft called `name`, in the order of their ids.

        Raises ConfigError for a rule, an option or a selection that doesn't exist.
        """
        tuned = [path for path in self.paths if name and fnmatch(name, path.match)]
        select = next((path.select for path in reversed(tuned) if path.select), self.select)
        ignore = self.ignore + tuple(word for path in tuned for word in path.ignore)
        key = ("+", *select, "-", *ignore)
        if key not in self._rules:
            self._rules[key] = tuple(self._selected(registry, select, ignore))
        return self._rules[key]

    @cached_property
    def own_stanzas(self) -> tuple[Stanza, ...]:
        """The rules of the packs that this configuration names."""
        return tuple(stanza for path in self.packs for stanza in rulepacks.pack_at(path))

    def stanzas(self, registry: Registry) -> dict[str, Stanza]:
        """Every rule that could run, by id."""
        found: dict[str, Stanza] = {}
        for stanza in (*rulepacks.all_stanzas(registry.packs), *self.own_stanzas):
            if stanza.id in found:
                raise ConfigError(
                    f"rule “{stanza.id}” stands also in {found[stanza.id].path}", stanza.path, stanza.line
                )
            found[stanza.id] = stanza
        return found

    def _selected(self, registry: Registry, select: tuple[str, ...], ignore: tuple[str, ...]) -> Iterable[Rule]:
        stanzas = self.stanzas(registry)
        self._refuse_unknown(stanzas, (*select, *ignore))
        for rule_id, tuning in self.rules_tuned.items():
            if rule_id not in stanzas:
                raise ConfigError(f"unknown rule “{rule_id}”{nearest(rule_id, stanzas)}", *tuning.where)
        for stanza in sorted(stanzas.values(), key=lambda stanza: stanza.id):
            tuning = self.rules_tuned.get(stanza.id, Tuning())
            wanted = _named(stanza, select) if select else stanza.enabled
            if tuning.enabled is not None and not (select and stanza.id in select):
                wanted = tuning.enabled and (wanted or not select)
            if wanted and not _named(stanza, ignore):
                yield self._rule(stanza, tuning, registry)

    def _refuse_unknown(self, stanzas: Mapping[str, Stanza], words: Iterable[str]) -> None:
        known = {*stanzas, *(stanza.pack for stanza in stanzas.values())}
        for word in words:
            if word not in known:
                raise ConfigError(f"unknown rule or pack “{word}”{nearest(word, known)}", self.path)

    def _rule(self, stanza: Stanza, tuning: Tuning, registry: Registry) -> Rule:
        return Rule(
            stanza=stanza,
            check=self._check(stanza, tuning, registry),
            severity=stanza.severity if tuning.severity is None else tuning.severity,
            min_confidence=self.min_confidence if tuning.min_confidence is None else tuning.min_confidence,
            plugin=registry.owners.get(("packs", stanza.pack), stanza.path),
        )

    def _check(self, stanza: Stanza, tuning: Tuning, registry: Registry) -> Any:
        if stanza.check not in registry.checks:
            hint = nearest(stanza.check, registry.checks)
            raise ConfigError(f"unknown check “{stanza.check}”{hint}", stanza.path, stanza.line)
        check = registry.check(stanza.check)
        known = {option.name.replace("_", "-"): option.name for option in fields(check)}  # type: ignore[arg-type]
        options = {key: self.desk[key] for key in known if key in self.desk}
        for given, where in ((stanza.options or {}, (stanza.path, stanza.line)), (tuning.options, tuning.where)):
            for key, value in given.items():
                if key not in known:
                    raise ConfigError(f"unknown option “{key}” of {stanza.id}{nearest(key, known)}", *where)
                options[known[key]] = tuple(value) if isinstance(value, list) else value
        try:
            return check(**options)
        except (TypeError, ValueError) as error:
            raise ConfigError(f"options of {stanza.id}: {error}", stanza.path, stanza.line) from error


def _named(stanza: Stanza, words: tuple[str, ...]) -> bool:
    return stanza.id in words or stanza.pack in words
