"""`newslint check --interactive`: one finding after the other, and what to do about each."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace

import click

from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.desk.fixer import FixError, with_edits, without_overlaps, write
from newslint.desk.stetting import configuration_of, write_entry
from newslint.errors import UnreadableError
from newslint.finding import Finding
from newslint.report import Report, Run
from newslint.reporters.terminal import painted, unpainted, wants_colour
from newslint.reporters.text import finding_text

_KEYS = {
    "y": "mend it",
    "n": "leave it",
    "a": "mend it and all that follow",
    "s": "let it stand (stet)",
    "q": "quit",
}


@dataclass
class _Walk:
    """How far the writer has come, and whether to ask on."""

    desks: Desks
    failures: list[str] = field(default_factory=list)
    all: bool = False
    over: bool = False


def walked(run: Run, desks: Desks) -> Run:
    """Ask the writer about each finding of `run`, and do it; the run as it is then."""
    if sys.stdin is None:
        raise UnreadableError("standard input", "is closed, so that --interactive can't ask")
    walk = _Walk(desks)
    reports = [_draft(report, walk) if report.of_draft else report for report in run.reports]
    return replace(run, reports=tuple(reports), failures=(*run.failures, *walk.failures))


def _draft(report: Report, walk: _Walk) -> Report:
    """Go through one draft, then make what was chosen; of fixes that overlap, the first."""
    chosen, report = _asked(report, walk)
    if not chosen:
        return report
    chosen = without_overlaps(chosen)
    try:
        after = walk.desks.report_on(with_edits(report.source, chosen))
        write(report.source, [chosen])
    except FixError as error:
        walk.failures.append(str(error))
        return report
    stetted = {finding.fingerprint for finding, _ in report.stetted}
    kept = tuple(finding for finding in after.findings if finding.fingerprint not in stetted)
    return replace(after, findings=kept, stetted=report.stetted)


def _asked(report: Report, walk: _Walk) -> tuple[list[Finding], Report]:
    """The findings of a draft whose fix the writer wants, and the report without those that shall stand."""
    chosen = []
    for finding in report.findings:
        if walk.over:
            break
        key = _answer(finding, report, walk)
        if key == "y":
            chosen.append(finding)
        elif key == "s":
            report = _stetted(finding, report, walk)
    return chosen, report


def _answer(finding: Finding, report: Report, walk: _Walk) -> str:
    if walk.all:
        return "y" if finding.fix else "n"
    say(_coloured(finding_text(finding, report.source)), color=True)
    keys = [key for key in _KEYS if finding.fix or key not in "ya"]
    say("  ".join(f"{_coloured(painted(key, 'bold'))} {_KEYS[key]}" for key in keys), color=True)
    try:
        key: str = click.prompt("What now?", type=click.Choice(keys), default="n", show_choices=False)
    except click.Abort:
        key = "q"
    walk.all = key == "a"
    walk.over = key == "q"
    return "y" if key == "a" else key


def _stetted(finding: Finding, report: Report, walk: _Walk) -> Report:
    config = walk.desks.of(finding.path).config
    reason = click.prompt("Why shall it stand?", default=None if config.gate.require_reason else "", show_default=False)
    entry = write_entry(configuration_of(finding, config), finding, reason)
    kept = tuple(other for other in report.findings if other is not finding)
    return replace(report, findings=kept, stetted=(*report.stetted, (finding, entry)))


def _coloured(text: str) -> str:
    return text if wants_colour(sys.stdout) else unpainted(text)
