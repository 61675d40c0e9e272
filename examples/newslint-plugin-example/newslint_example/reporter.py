"""A reporter: a function from a Run to text."""

from __future__ import annotations

import csv
import io

from newslint import Run


def report(run: Run) -> str:
    """The findings as a table."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["path", "line", "column", "severity", "rule", "message"])
    for finding in run.findings:
        start = finding.start
        rows.writerow([finding.path, start.line, start.column, finding.severity, finding.rule, finding.message])
    return out.getvalue()
