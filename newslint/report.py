"""What newslint has to say: of one draft, and of a whole run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.errors import NewslintError, RuleError, internal
from newslint.finding import Finding, Severity
from newslint.source import Source
from newslint.startup.dataclass import dataclass, field
from newslint.stets.comments import Covering, Stet

if TYPE_CHECKING:
    from newslint.packs.rule import Rule, Stanza


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


def as_plain_text(source: Source) -> Document:
    """The copy of a draft whose format nobody reads."""
    from newslint.parsers.plain import parse

    return parse(source)


@dataclass(frozen=True)
class Run:
    """What newslint has to say of everything it was given. `failures` are what it could not do, and `notices` what it left
    alone, a sentence each.

    `stanzas` gives the rules by id, for the formats that print them; it's a function because reading them takes time.
    So does `document`, which gives the copy of a report's draft in its roles, for the formats that set it.
    """

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()
    stanzas: Callable[[], Mapping[str, Stanza]] = field(default=_no_stanzas, repr=False, compare=False)
    notices: tuple[str, ...] = ()
    document: Callable[[Source], Document] = field(default=as_plain_text, repr=False, compare=False)

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


def joined(runs: Sequence[Run]) -> Run:
    """One run of several, each over drafts of its own."""
    if len(runs) == 1:
        return runs[0]
    reports = sorted((report for run in runs for report in run.reports), key=lambda report: report.source.name)
    failures = tuple(failure for run in runs for failure in run.failures)
    notices = tuple(notice for run in runs for notice in run.notices)
    of_draft = {report.source.name: run.document for run in runs for report in run.reports}
    return Run(
        tuple(reports),
        failures,
        lambda: {name: each for run in runs for name, each in run.stanzas().items()},
        notices,
        lambda source: of_draft[source.name](source),
    )


def failure(rule: Rule, name: str, error: Exception) -> RuleError:
    """What to tell when `rule` raised on the draft called `name`."""
    said = str(error) if isinstance(error, NewslintError) else internal(error)
    return RuleError(f"{name}: rule {rule.id} of {rule.plugin} failed: {said}")
