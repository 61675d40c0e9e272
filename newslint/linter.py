"""The way of a draft, from top to bottom: the file to read first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newslint.errors import RuleError
from newslint.finding import Finding, Severity
from newslint.source import Source
from newslint.suppressions import Stet, apply, suppressions_in

if TYPE_CHECKING:
    from newslint.config import Config
    from newslint.document import Document
    from newslint.plugins import Registry
    from newslint.rule import Rule


@dataclass(frozen=True)
class Report:
    """What newslint has to say of one draft."""

    source: Source
    findings: tuple[Finding, ...] = ()
    stetted: tuple[tuple[Finding, Stet], ...] = ()
    unused: tuple[Stet, ...] = ()
    baselined: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """What newslint has to say of everything it was given. `failures` are what it could not do, a sentence each."""

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = field(default=(), repr=False)

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, in the order of the reports."""
        for report in self.reports:
            yield from report.findings

    def count(self, severity: Severity) -> int:
        """How many findings have just this severity."""
        return sum(finding.severity is severity for finding in self.findings)


def lint(source: Source, registry: Registry, config: Config) -> Report:
    """Read one draft and report where it disagrees with itself."""
    document = registry.parser_for(source)(source)
    if registry.analyses:
        document = replace(document, providers=registry.replacements())
    findings, failures = _findings(document, config.rules(registry, source.name))
    kept, stetted, unused = apply(suppressions_in(document), findings)
    return Report(source, tuple(kept), tuple(stetted), tuple(unused), failures=tuple(failures))


def _findings(document: Document, rules: tuple[Rule, ...]) -> tuple[list[Finding], list[str]]:
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
