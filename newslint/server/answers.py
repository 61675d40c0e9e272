"""What the desk answers: the report on a draft, the draft set as a proof, and a Word file with notes in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.desk import annotating
from newslint.desk.run import Desk
from newslint.finding import Severity
from newslint.report import Run
from newslint.reporters.html.page import bar, proofs, told
from newslint.reporters.json import as_dict
from newslint.server.orders import Order, OrderError, is_text
from newslint.startup.dataclass import replace
from newslint.stets.comments import apply

_ANNOTATED = ".docx"


class Levels:
    """A desk that tells what is asked for, down to any severity: its rules are chosen once for each."""

    def __init__(self, desk: Desk) -> None:
        self.usual = desk
        self._desks: dict[Severity, Desk] = {desk.config.level: desk}

    def at(self, level: Severity | None) -> Desk:
        """The desk that tells findings from `level` on; without one, from where its configuration says."""
        level = level or self.usual.config.level
        if level not in self._desks:
            self._desks[level] = self.usual._replace(config=replace(self.usual.config, level=level, _rules={}))
        return self._desks[level]


def checked(levels: Levels, order: Order) -> Run:
    """Lint the draft of `order` as the desk does, and set apart what the order lets stand.

    Raises OrderError where the configuration asks for reasons and a stet has none.
    """
    desk = levels.at(order.level)
    if desk.config.gate.require_reason and any(not stet.reason for stet in order.stets):
        raise OrderError("a stet needs a reason here", 422)
    report = desk.report_on(order.source)
    stets = [replace(stet, path=order.source.name) for stet in order.stets]
    kept, stetted, _ = apply(stets, report.findings)
    report = replace(report, findings=tuple(kept), stetted=(*report.stetted, *stetted))
    return Run((report,), report.failures, desk.stanzas, (), desk.document)


def contract(run: Run) -> dict[str, Any]:
    """The run as the contract of JSON has it, with what could not be done, or only in an unusual way."""
    notices = [notice for report in run.reports for notice in report.source.notices]
    return {**as_dict(run), "failures": list(run.failures), "notices": notices}


def proof(run: Run) -> Mapping[str, Any]:
    """The run as the page of the desk takes it: its parts in HTML, and what they were made of."""
    [report] = run.reports
    return {
        "report": contract(run),
        "name": report.source.name,
        "text": report.source.text,
        "editable": is_text(report.source),
        "annotated": can_annotate(report.source.suffix),
        "drafts": "".join(each.html for each in proofs(run)),
        "bar": bar(list(run.findings)),
        "told": told(run),
    }


def can_annotate(suffix: str) -> bool:
    """Whether files of this suffix can have the findings written into them."""
    return suffix.lower() == _ANNOTATED


def annotated(run: Run, data: bytes) -> bytes:
    """The file `data`, which the run is about, with its findings written into it as comments.

    Raises OrderError where that can't be, UnreadableError where it's damaged.
    """
    [report] = run.reports
    if not data or not can_annotate(report.source.suffix):
        raise OrderError(f"{report.source.name}: notes are written into Word documents (.docx) only", 415)
    return annotating.annotated(data, report)
