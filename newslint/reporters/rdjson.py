"""Reviewdog's diagnostic format, which comments on a change's lines in any code host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any

from newslint.finding import Finding, Safety, Severity
from newslint.report import Report, Run
from newslint.reporters.json_text import json_text
from newslint.reporters.terminal import printable
from newslint.source import Location

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}
# Of a line as long as the draft, the bytes are counted once, for so many code points at a time.
_STEP = 1024
_UTF8 = ("utf-8", "surrogatepass")
_Position = Callable[[Location], dict[str, int]]


def report(run: Run) -> str:
    """The run as JSON, with a line end."""
    found = [diagnostic for report in run.reports for diagnostic in _diagnostics(report)]
    result = {"source": {"name": "newslint"}, "diagnostics": found}
    return json_text(result)


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    source = report.source
    sizes = [len(source.text[start : start + _STEP].encode(*_UTF8)) for start in range(0, len(source.text), _STEP)]
    before = [0, *accumulate(sizes)]

    def size(offset: int) -> int:
        """How many bytes stand before `offset`."""
        step = offset // _STEP
        return before[step] + len(source.text[step * _STEP : offset].encode(*_UTF8))

    def position(location: Location) -> dict[str, int]:
        """Columns count bytes of UTF-8 here, from 1."""
        line = source.line_span(location.line)
        column = size(min(location.offset, line.end)) - size(line.start) + 1
        return {"line": location.line, "column": column}

    for finding in report.findings:
        yield _diagnostic(finding, position)


def _diagnostic(finding: Finding, position: _Position) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": printable(finding.message),
        "location": _location(finding.path, finding.start, finding.end, position),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    related = [other for other in finding.related if other.path == finding.path]
    if related:
        diagnostic["related_locations"] = [
            {
                "message": printable(other.message),
                "location": _location(other.path, other.start, other.end, position),
            }
            for other in related
        ]
    # Reviewdog offers each suggestion alone, and the edits of one fix belong together.
    if finding.fix and len(finding.fix.edits) == 1 and finding.fix.safety is not Safety.SUGGESTION:
        edit = finding.fix.edits[0]
        place = {"start": position(edit.start), "end": position(edit.end)}
        diagnostic["suggestions"] = [{"range": place, "text": edit.replacement}]
    return diagnostic


def _location(path: str, start: Location, end: Location, position: _Position) -> dict[str, Any]:
    return {"path": printable(path), "range": {"start": position(start), "end": position(end)}}
