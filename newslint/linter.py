"""The way of a draft, from top to bottom: the file to read first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newslint.errors import PluginError, RuleError
from newslint.finding import Finding, Severity
from newslint.source import Source
from newslint.suppressions import Covering, Stet, apply, suppressions_in

if TYPE_CHECKING:
    from newslint.config import Config
    from newslint.document import Document
    from newslint.plugins import Registry
    from newslint.rule import Rule, Stanza


@dataclass(frozen=True)
class Report:
    """What newslint has to say of one draft, or, where `of_draft` is false, of the configuration itself."""

    source: Source
    findings: tuple[Finding, ...] = ()
    stetted: tuple[tuple[Finding, Covering], ...] = ()
    unused: tuple[Stet, ...] = ()
    baselined: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    of_draft: bool = True


def _no_stanzas() -> Mapping[str, Stanza]:
    return {}


@dataclass(frozen=True)
class Run:
    """What newslint has to say of everything it was given. `failures` are what it could not do, a sentence each.

    `stanzas` gives the rules by id, for the formats that print them; it's a function because reading them takes time.
    """

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()
    stanzas: Callable[[], Mapping[str, Stanza]] = field(default=_no_stanzas, repr=False, compare=False)

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, in the order of the reports."""
        for report in self.reports:
            yield from report.findings

    def count(self, severity: Severity) -> int:
        """How many findings have just this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def drafts(self) -> int:
        """How many drafts were read."""
        return sum(report.of_draft for report in self.reports)

    @property
    def stetted(self) -> int:
        """How many findings a stet covers."""
        return sum(len(report.stetted) for report in self.reports)

    @property
    def baselined(self) -> int:
        """How many findings the baseline holds."""
        return sum(len(report.baselined) for report in self.reports)


def lint(source: Source, registry: Registry, config: Config) -> Report:
    """Read one draft and report where it disagrees with itself."""
    try:
        document = parsed(source, registry)
    except PluginError:
        raise
    except Exception as error:
        owner = registry.parser_owner(source)
        return Report(
            source, failures=(f"{source.name}: the parser of {owner} failed: {type(error).__name__}: {error}",)
        )
    stets = suppressions_in(document)
    shown = not (stets or config.gate.stets)  # a stet may cover what isn't shown
    rules = config.rules(registry, source.name, shown)
    findings, failures = run_rules(document, rules)
    kept, stetted, unused = apply(stets, findings)
    document.forget()
    return Report(source, tuple(kept), tuple(stetted), tuple(unused), failures=tuple(failures))


def parsed(source: Source, registry: Registry) -> Document:
    """The draft as a document, with the analyses that plugins replace."""
    document = registry.parser_for(source)(source)
    return replace(document, providers=registry.replacements()) if registry.analyses else document


def run_rules(document: Document, rules: tuple[Rule, ...]) -> tuple[list[Finding], list[str]]:
    """What `rules` find, in order, and a sentence for each rule that raised."""
    findings: list[Finding] = []
    failures: list[str] = []
    for rule in rules:
        try:
            findings.extend(rule(document))
        except Exception as error:  # one rule's mistake must not cost the writer all the others
            failures.append(str(failure(rule, document.source.name, error)))
    findings.sort(key=lambda finding: finding.order)
    return findings, failures


def failure(rule: Rule, name: str, error: Exception) -> RuleError:
    """What to tell when `rule` raised on the draft called `name`."""
    return RuleError(f"{name}: rule {rule.id} of {rule.plugin} failed: {type(error).__name__}: {error}")
