"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import Any

from newslint.finding import Finding, Severity
from newslint.report import Run
from newslint.reporters.json_text import json_text
from newslint.reporters.terminal import printable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def report(run: Run) -> str:
    """The run as a JSON list, with a line end."""
    seen: Counter[str] = Counter()
    return json_text([_issue(finding, seen) for finding in run.findings])


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": printable(finding.message),
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _fingerprint(finding, seen),
        "location": _location(finding.path, finding.start.line, finding.end.line),
        "other_locations": [_location(other.path, other.start.line, other.end.line) for other in finding.related],
    }


def _location(path: str, begin: int, end: int) -> dict[str, Any]:
    return {"path": PurePath(printable(path)).as_posix(), "lines": {"begin": begin, "end": end}}


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """GitLab drops all but one issue of a fingerprint, so the path and a count make it one of its kind."""
    key = f"{finding.path}\0{finding.fingerprint}"
    seen[key] += 1
    return hashlib.blake2b(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
