"""A run over many drafts: reads each, lints it, sets apart what shall stand, and keeps what can't be read for the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.settings import READER, Config
from newslint.desk.workers import linted
from newslint.document import Document
from newslint.errors import LeftError, PluginError, UnreadableError
from newslint.finding import Finding, Severity
from newslint.linter import always, lint, lint_each, parsed
from newslint.packs.rule import Stanza
from newslint.plugins.registry import Registry
from newslint.reading import read_named
from newslint.report import Report, Run, as_plain_text
from newslint.reporters.openings import is_report
from newslint.source import Source
from newslint.startup.dataclass import replace
from newslint.startup.row import Row
from newslint.stets.comments import Covering, Stet, apply, in_scope, unreasoned, unused
from newslint.stets.entries import today

# Called after each draft with how many are done, and of how many.
if TYPE_CHECKING:
    from newslint.desk.baseline import Baseline
    from newslint.desk.cache import Cache
    from newslint.desk.second_reader import SecondReader

Progress = Callable[[int, int], None]


class Desk(Row):
    """What drafts are judged by."""

    registry: Registry
    config: Config
    baseline: Baseline | None = None
    reader: SecondReader | None = None

    def stanzas(self) -> Mapping[str, Stanza]:
        """Every rule that could run, by id."""
        return self.config.stanzas(self.registry)

    def report_on(self, source: Source, wanted: Callable[[], bool] = always) -> Report:
        """Lint one draft, and leave out what shall stand or is below the level; until `wanted` says no, see `lint`."""
        report = lint(source, self.registry, self.config, wanted)
        return self.settled(self.reader.again(report, self.registry, self.config) if self.reader else report)

    def document(self, source: Source) -> Document:
        """The copy of one draft in its roles; as plain text where its parser fails, which its report has told already."""
        try:
            return parsed(source, self.registry)
        except PluginError:
            raise
        except Exception:
            return as_plain_text(source)

    def settled(self, report: Report) -> Report:
        """`report` with what a stet of the configuration or the baseline covers set apart, and idle stets told."""
        gate = self.config.gate
        report = _reasoned(report) if gate.require_reason else report
        valid = [entry for entry in gate.stets if not entry.ended(today())]
        kept, stetted, _ = apply(valid, report.findings)
        if gate.unused_stets is not None:
            idle = (stet for stet in report.unused if in_scope(stet, self.config.select, self.silent))
            kept += [unused(stet, gate.unused_stets) for stet in idle]
        shown = sorted((f for f in kept if self._shows(f)), key=lambda finding: finding.order)
        report = replace(report, findings=tuple(shown), stetted=(*report.stetted, *stetted))
        return self.baseline.apply(report) if self.baseline else report

    def _shows(self, finding: Finding) -> bool:
        """Whether it's grave enough; what a reader tells that was asked for is, but where only errors are shown."""
        return finding.severity >= self.config.level or (
            self.reader is not None and self.config.level < Severity.ERROR and finding.is_of((READER,))
        )

    @property
    def silent(self) -> tuple[str, ...]:
        """The rules that don't speak, so that what covers them is no idle stet."""
        return self.config.ignore if self.reader else (*self.config.ignore, READER)


class Means(Row):
    """How a run goes about it; nothing of this changes what it says. `jobs` None: as many processes as pay."""

    cache: Cache | None = None
    jobs: int | None = 1
    progress: Progress | None = None


def check_drafts(
    paths: Iterable[Path | UnreadableError],
    desk: Desk,
    stdin_name: str = "",
    means: Means | None = None,
    together: bool = False,
) -> Run:
    """Lint every draft of `paths`, where `-` is standard input; all as one package if `together`.

    What newslint has reported itself is no draft.
    """
    read_ = [read_named(path, stdin_name) for path in paths]
    sources = [source for source in read_ if isinstance(source, Source) and not is_report(source.text)]
    errors = [error for error in read_ if isinstance(error, UnreadableError)]
    failures = [str(error) for error in errors if not isinstance(error, LeftError)]
    notices = tuple(str(error) for error in errors if isinstance(error, LeftError))
    linted_ = list(_linted(sources, desk, means or Means()))
    if together or desk.config.packages:
        linted_ = _with_packages(linted_, desk, together)
    if desk.reader:
        linted_, said = desk.reader.over(linted_, desk.registry, desk.config, means.progress if means else None)
        notices += tuple(said)
    reports = [desk.settled(report) for report in linted_]
    failures += [failure for report in reports for failure in report.failures]
    idle = _idle(reports, desk)
    reports += [idle] if idle else []
    reports.sort(key=lambda report: report.source.name)
    return Run(tuple(reports), tuple(failures), desk.stanzas, notices, desk.document)


def _with_packages(reports: list[Report], desk: Desk, together: bool) -> list[Report]:
    """The reports, those on the drafts of a package with what these say against one another."""
    from newslint.desk.package import held_together, packages

    by_name = {report.source.name: report for report in reports}
    for package in packages([report.source for report in reports], desk.config, together):
        held = held_together([by_name[source.name] for source in package], desk.registry, desk.config)
        by_name.update((report.source.name, report) for report in held)
    return [by_name[report.source.name] for report in reports]


def _idle(reports: list[Report], desk: Desk) -> Report | None:
    if not desk.config.gate.stets:
        return None
    from newslint.desk.idle import idle_entries

    return idle_entries(reports, replace(desk.config, ignore=desk.silent), today())


def _linted(sources: list[Source], desk: Desk, means: Means) -> Iterator[Report]:
    """What there is to say of each, from the cache where that knows it."""
    cache = means.cache
    known = {id(source): cache.get(source) for source in sources} if cache else {}
    unknown = [source for source in sources if known.get(id(source)) is None]
    fresh = linted(unknown, partial(lint_each, registry=desk.registry, config=desk.config), means.jobs)
    for number, source in enumerate(sources, 1):
        report = known.get(id(source))
        if report is None:
            report = next(fresh)
            if cache:
                cache.put(source, report)
        if means.progress:
            means.progress(number, len(sources))
        yield report
    if cache and unknown:
        cache.save()


def _reasoned(report: Report) -> Report:
    """`report` with the stets that give no reason taken back and told."""
    stets = (*report.unused, *(stet for _, stet in report.stetted if isinstance(stet, Stet)))
    told: dict[Covering, Finding] = {stet: unreasoned(stet) for stet in stets if not stet.reason}
    back = [finding for finding, stet in report.stetted if stet in told]
    return replace(
        report,
        findings=(*report.findings, *back, *told.values()),
        stetted=tuple(pair for pair in report.stetted if pair[1] not in told),
        unused=tuple(stet for stet in report.unused if stet not in told),
    )
