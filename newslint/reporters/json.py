"""The contract that other programs read: one object, offsets in code points, lines and columns from 1."""

from __future__ import annotations

from typing import Any

from newslint.finding import Finding, Fix, Severity
from newslint.report import Run
from newslint.reporters.json_text import json_text
from newslint.source import Location, Source
from newslint.stets.comments import Covering
from newslint.version import VERSION


def report(run: Run) -> str:
    """The run as JSON, with a line end."""
    return json_text(as_dict(run))


def as_dict(run: Run) -> dict[str, Any]:
    """The run as the mapping that the contract describes."""
    return {
        "version": 1,
        "tool": {"name": "newslint", "version": VERSION},
        "findings": [_finding(finding, report.source) for report in run.reports for finding in report.findings],
        "stetted": [
            {**_finding(finding, report.source), "stet": _stet(stet)}
            for report in run.reports
            for finding, stet in report.stetted
        ],
        "summary": {
            "files": run.drafts,
            "errors": run.count(Severity.ERROR),
            "warnings": run.count(Severity.WARNING),
            "suggestions": run.count(Severity.SUGGESTION),
            "stetted": run.stetted,
            "baselined": run.baselined,
        },
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "message": finding.message,
        "text": finding.text,
        "start": _location(finding.start),
        "end": _location(finding.end),
        **_place(source, finding.path, finding.start),
        "related": [
            {
                **({} if other.path == finding.path else {"path": other.path}),
                "message": other.message,
                "text": other.text,
                "start": _location(other.start),
                "end": _location(other.end),
                **_place(source, other.path, other.start),
            }
            for other in finding.related
        ],
        "fix": _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        **({"evidence": [sign._asdict() for sign in finding.evidence]} if finding.evidence else {}),
    }


def _stet(stet: Covering) -> dict[str, Any]:
    return {"reason": stet.reason, "rules": list(stet.rules), "path": stet.path, "line": stet.line}


def _location(location: Location) -> dict[str, int]:
    return {"offset": location.offset, "line": location.line, "column": location.column}


def _place(source: Source, path: str, start: Location) -> dict[str, str]:
    """A place in words, where the draft is a word processor's or structured: its writer sees neither lines nor offsets."""
    named = (source.paragraphs or source.elements) and path == source.name
    return {"place": source.place(start.offset)} if named else {}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [
        {"start": _location(edit.start), "end": _location(edit.end), "replacement": edit.replacement}
        for edit in fix.edits
    ]
    return {"safety": fix.safety.value, "edits": edits}
