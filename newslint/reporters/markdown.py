"""A Markdown table, for a job's summary or a comment on a change."""

from __future__ import annotations

from newslint.finding import Finding
from newslint.report import Run
from newslint.reporters.terminal import printable, unpainted
from newslint.reporters.text import summary
from newslint.startup.expressions import compiled

_ACTIVE = compiled(r"[\\`*_{}\[\]()<>#+!|~&@$]|:(?=//)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "@": "&#64;", ":": "&#58;"}


def report(run: Run) -> str:
    """The run as a Markdown table with a line of summary before it."""
    lines = [f"**newslint**: {escaped(unpainted(summary(run)).strip())}"]
    found = [_row(finding) for finding in run.findings]
    if found:
        lines += ["", "| | place | rule | what |", "|---|---|---|---|", *found]
    if run.failures:
        lines += ["", *(f"- {escaped(failure)}" for failure in run.failures)]
    return "\n".join(lines) + "\n"


def _row(finding: Finding) -> str:
    what = escaped(finding.message)
    for other in finding.related:
        where = f"line {other.start.line}" if other.path == finding.path else f"{other.path}:{other.start.line}"
        what += f"<br>{escaped(where)}: {escaped(other.message)}"
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    return f"| {finding.severity} | {escaped(place)} | {escaped(finding.rule)} | {what} |"


def escaped(text: str) -> str:
    """`text` with everything that Markdown or HTML would act on made plain."""
    return _ACTIVE.sub(lambda match: _ENTITIES.get(match[0]) or "\\" + match[0], printable(text))
