"""For the writer: each finding with the line it stands in, both places underlined, and a line of summary."""

from __future__ import annotations

from newslint.finding import Finding, Related, Severity
from newslint.linter import Report, Run
from newslint.source import Location
from newslint.terminal import printable

_WIDTH = 100


def report(run: Run) -> str:
    """The run as plain text."""
    parts = [_finding(finding, each) for each in run.reports for finding in each.findings]
    return "\n".join([*parts, summary(run)])


def summary(run: Run) -> str:
    """One line: how many of each severity, in how many drafts."""
    counts = [_counted(run.count(severity), str(severity)) for severity in reversed(Severity) if run.count(severity)]
    drafts = _counted(len(run.reports), "draft")
    return f"{', '.join(counts) if counts else 'No findings'} in {drafts}\n"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _finding(finding: Finding, report: Report) -> str:
    place = f"{printable(finding.path)}:{finding.start.line}:{finding.start.column}"
    lines = [f"{place}: {finding.severity} {finding.rule}", f"  {printable(finding.message)}"]
    lines += _excerpt(report, finding.start, finding.end, "^", "")
    for other in finding.related:
        lines += _related(report, finding, other)
    return "\n".join(lines) + "\n"


def _related(report: Report, finding: Finding, other: Related) -> list[str]:
    if other.path != finding.path:
        return [f"  {printable(other.path)}:{other.start.line}:{other.start.column}: {printable(other.message)}"]
    return _excerpt(report, other.start, other.end, "-", printable(other.message))


def _excerpt(report: Report, start: Location, end: Location, mark: str, note: str) -> list[str]:
    """The line of `start`, cut to the width of a page, with the place underlined."""
    line = report.source.line(start.line)
    at = start.column - 1
    length = max(1, min(end.offset - start.offset, len(line) - at))
    left = max(0, min(at - 30, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    right = min(len(line), left + _WIDTH)
    shown = printable(line[left:right])
    before, after = "…" if left else "", "…" if right < len(line) else ""
    under = " " * (at - left + len(before)) + mark * max(1, min(length, right - at))
    return [f"{start.line:>5} | {before}{shown}{after}", f"      | {under} {note}".rstrip()]
