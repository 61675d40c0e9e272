"""One line a finding, as compilers print them."""

from __future__ import annotations

from newslint.report import Run
from newslint.reporters.terminal import printable


def report(run: Run) -> str:
    """`path:line:column: severity rule message`, a line each."""
    return "".join(
        f"{printable(f.path)}:{f.start.line}:{f.start.column}: {f.severity} {f.rule} {printable(f.message)}\n"
        for f in run.findings
    )
