"""How often each rule found something: what to tune first."""

from __future__ import annotations

from collections import Counter

from newslint.report import Run
from newslint.reporters.terminal import unpainted
from newslint.reporters.text import summary


def report(run: Run) -> str:
    """A line a rule, most findings first, and a line of summary."""
    counts = Counter((finding.rule, str(finding.severity)) for finding in run.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"{number:>6}  {rule:28} {severity}\n" for (rule, severity), number in rows]
    return "".join(lines) + unpainted(summary(run))
