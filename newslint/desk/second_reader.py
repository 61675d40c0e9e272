"""A second reader at a desk: which drafts it's given, and what of its answers goes into their reports.

newslint's own findings stand whatever comes of it: where it can't be asked, or says nothing of use, that's one sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from newslint.config.settings import READER, Config
from newslint.document import Document
from newslint.errors import NewslintError, ReaderError, internal
from newslint.finding import Finding, Severity
from newslint.linter import parsed, run_rules
from newslint.packs.rule import Rule
from newslint.plugins.registry import Registry
from newslint.readers.checking import Dropped, checked
from newslint.readers.joining import joined
from newslint.readers.parts import questions
from newslint.readers.protocol import Answer, Question
from newslint.readers.session import Session
from newslint.readers.told import with_told
from newslint.report import Report
from newslint.source import Source
from newslint.startup.row import Row
from newslint.stets.comments import apply, suppressions_in


class Reading(Row):
    """A draft that is to be read: its report so far, from which severity on that is shown, and what is asked about it."""

    report: Report
    level: Severity
    document: Document
    rules: tuple[Rule, ...]
    questions: tuple[Question, ...]


class Read(Row):
    """What came of a draft: the report with what was kept, and the rows that were `new`, `known` to newslint, and `dropped`."""

    report: Report
    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]


@dataclass
class SecondReader:
    """A session with a reader, and what keeps a draft from it. `announce` is told where copy goes before it goes there."""

    session: Session
    never_send: tuple[str, ...]
    announce: Callable[[str], None]
    _announced: bool = False
    _rows: Counter[str] = field(default_factory=Counter)
    _said: dict[str, list[Answer]] = field(default_factory=dict)
    done: list[Read] = field(default_factory=list)

    def over(
        self,
        reports: Sequence[Report],
        registry: Registry,
        config: Config,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[list[Report], list[str]]:
        """The reports with what the reader tells of their drafts; and a sentence on each thing that wasn't as it should be."""
        notices: list[str] = []
        readings = [self._reading(report, registry, config, notices) for report in reports]
        self._announce([each.questions for each in readings if each])
        done: list[Report] = []
        for number, (report, reading) in enumerate(zip(reports, readings, strict=True), 1):
            done.append(self._read(reading, notices) if reading else report)
            if progress:
                progress(number, len(reports))
        if self.session.answers:
            self.session.answers.close()
        if reports and not (any(readings) or notices):
            notices.append("isn't asked: select, ignore or level leave its rules out")
        return done, [f"{self._called}: {notice}" for notice in (*notices, *self._sums(any(readings)))]

    def again(self, report: Report, registry: Registry, config: Config) -> Report:
        """The report on a draft that was read and has been mended since, with what of the same answers still stands in it."""
        answers = self._said.get(report.source.name)
        reading = self._reading(report, registry, config, []) if answers else None
        if not (answers and reading):
            return report
        return read(reading, answers, self.session.name).report

    @property
    def _called(self) -> str:
        return f"reader {self.session.name}"

    def _reading(self, report: Report, registry: Registry, config: Config, notices: list[str]) -> Reading | None:
        """What is asked about a draft; None where nothing is."""
        source = report.source
        rules = tuple(rule for rule in config.rules(registry, source.name) if told_of(rule, config.level))
        if not rules or not report.of_draft:
            return None
        word = kept_home_by(source, self.never_send)
        if word:
            notices.append(f"{source.name} stays here, for it holds “{word}”")
            return None
        try:
            document = parsed(source, registry)
            return Reading(report, config.level, document, rules, questions(document, self.session.limits.letters))
        except NewslintError:
            raise
        except Exception as error:  # the linter has told that already, where it met the same
            notices.append(f"{source.name} can't be made a question: {internal(error)}")
            return None

    def _announce(self, asked: Iterable[Sequence[Question]]) -> None:
        """Say, once in a run and before anything is sent, what goes where."""
        going = sum(bool(some) and not self.session.knows(some) for some in asked)
        if going and not self.session.offline and not self._announced:
            self._announced = True
            drafts = "1 draft goes" if going == 1 else f"{going} drafts goes"
            self.announce(f"{self._called}: the copy of {drafts} to {self.session.reader.destination}")

    def _read(self, reading: Reading, notices: list[str]) -> Report:
        name = reading.report.source.name
        given_up = self.session.lost
        try:
            answers = self.session.answered(reading.questions)
        except ReaderError as error:
            notices.append(f"{name} wasn't read: {error}")
            if self.session.lost and not given_up:
                notices.append("given up for this run")
            return reading.report
        except Exception as error:  # a plugin's, whose mistake costs nobody newslint's own findings
            notices.append(f"{name} wasn't read: {internal(error)}")
            return reading.report
        if answers is None:
            notices.append(f"{name} wasn't read: its answer isn't known, and it isn't asked")
            return reading.report
        self._said[name] = answers
        done = read(reading, answers, self.session.name)
        self.done.append(done)
        self._rows.update(row.reason for row in done.dropped)
        self._rows["new"] += len(done.new)
        self._rows["known"] += len(done.known)
        return done.report

    def _sums(self, asked: bool) -> Iterable[str]:
        """What the run has cost, and what came of the rows."""
        if not asked:
            return
        rows = dict(self._rows)
        new, known = rows.pop("new", 0), rows.pop("known", 0)
        why = ", ".join(f"{reason}: {number}" for reason, number in sorted(rows.items()))
        dropped = f"{sum(rows.values())} dropped{f' ({why})' if why else ''}"
        number = new + known + sum(rows.values())
        yield f"{number} {'row' if number == 1 else 'rows'}: {new} kept, {known} told already, {dropped}; {self.session.spent}"


def read(reading: Reading, answers: Sequence[Answer], name: str) -> Read:
    """What comes of the answers that the reader called `name` gave to what was asked about a draft."""
    found = checked(answers, reading.document, name)
    spoken = {rule.stanza.name for rule in reading.rules}
    left = tuple(Dropped(None, "of a rule that is left out") for row in found.kept if row.kind not in spoken)
    document = with_told(reading.document, found.kept)
    ((told, failures),) = run_rules([document], reading.rules)
    own = [finding for finding in reading.report.findings if finding.severity >= reading.level]
    hidden = [finding for finding in reading.report.findings if finding.severity < reading.level]
    stetted = reading.report.stetted
    joint = joined((*own, *(finding for finding, _ in stetted)), told)
    kept, covered, _ = apply(suppressions_in(document), joint.new)
    document.forget()
    of_stets = joint.own[len(own) :]
    used = {stet for _, stet in covered}
    report = replace(
        reading.report,
        findings=tuple(sorted((*hidden, *joint.own[: len(own)], *kept), key=lambda finding: finding.order)),
        stetted=(*((finding, stet) for finding, (_, stet) in zip(of_stets, stetted, strict=True)), *covered),
        unused=tuple(stet for stet in reading.report.unused if stet not in used),
        failures=(*reading.report.failures, *failures),
    )
    known = tuple(finding for finding in told if finding not in joint.new)
    return Read(report, joint.new, known, (*found.dropped, *left))


def told_of(rule: Rule, level: Severity) -> bool:
    """Whether `rule` tells what a reader does, and is shown: a reader that is asked for is heard, suggestions and all.

    Only who shows nothing but errors doesn't hear what is none.
    """
    return rule.stanza.pack == READER and (level < Severity.ERROR or rule.highest >= level)


def kept_home_by(source: Source, words: Iterable[str]) -> str:
    """The first of `words` that a draft holds, or is called by, in small letters or capitals; "" where it holds none."""
    said = " ".join(f"{source.name} {source.text}".casefold().split())
    return next((word for word in words if " ".join(word.casefold().split()) in said), "")
