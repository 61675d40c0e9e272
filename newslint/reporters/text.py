"""For the writer: each finding with the line it stands in, every place underlined, and a line of summary."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Finding, Fix, Safety, Severity
from newslint.report import Run
from newslint.reporters.terminal import painted, printable, unpainted, width
from newslint.source import Location, Source, Span

_WIDTH = 100
# How much of a long line is shown before the place, in code points.
_BEFORE = 30
_RELATED = 4
_HOW = {
    Safety.SAFE: "fix",
    Safety.UNSAFE: "fix (with --unsafe-fixes)",
    Safety.SUGGESTION: "fix (yours to make)",
}


def report(run: Run) -> str:
    """The run as plain text."""
    return unpainted(coloured(run))


def coloured(run: Run) -> str:
    """The run in a terminal's colours."""
    parts = [finding_text(finding, each.source) for each in run.reports for finding in each.findings]
    return "\n".join([*parts, summary(run)])


def summary(run: Run) -> str:
    """One line: how many of each severity, in how many drafts, and what was left out or can be mended."""
    counts = [
        painted(_counted(run.count(severity), str(severity)), str(severity))
        for severity in reversed(Severity)
        if run.count(severity)
    ]
    aside = [
        f"{number} {word}"
        for number, word in (
            (run.stetted, "stetted"),
            (run.baselined, "in the baseline"),
            (sum(f.fix is not None and f.fix.safety is Safety.SAFE for f in run.findings), "can be mended with --fix"),
        )
        if number
    ]
    found = f"{', '.join(counts) if counts else 'No findings'} in {_counted(run.drafts, 'draft')}"
    return "; ".join([found, *aside]) + "\n"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def finding_text(finding: Finding, source: Source) -> str:
    """One finding with every place underlined, in a terminal's colours."""
    place = painted(_place(finding, source), "bold")
    severity = painted(str(finding.severity), str(finding.severity))
    lines = [
        f"{place}: {severity} {finding.rule} {painted(finding.fingerprint[:8], 'dim')}",
        f"  {painted(printable(finding.message), 'bold')}",
        *_excerpts(finding, source),
    ]
    if finding.fix:
        lines.append(f"  {_HOW[finding.fix.safety]}: {changes(finding.fix, source)}")
    return "\n".join(lines) + "\n"


def _place(finding: Finding, source: Source) -> str:
    """Path, line and column, which editors jump to; in a word processor's draft the paragraph, which its writer can find."""
    path = printable(finding.path)
    if source.paragraphs and finding.path == source.name:
        return f"{path}, {printable(source.place(finding.start.offset))}"
    element = (
        f" ({printable(source.place(finding.start.offset))})" if source.elements and finding.path == source.name else ""
    )
    return f"{path}:{finding.start.line}:{finding.start.column}{element}"


def _excerpts(finding: Finding, source: Source) -> Iterator[str]:
    yield from _excerpt(source, finding.start, finding.end, "^", "", str(finding.severity))
    line = finding.start.line
    for other in finding.related[:_RELATED]:
        note = printable(other.message)
        if other.path != finding.path:
            yield f"  {printable(other.path)}:{other.start.line}:{other.start.column}: {note}"
            continue
        shown, under = _excerpt(source, other.start, other.end, "-", note, "suggestion")
        if other.start.line != line or _length(source, line) > _WIDTH:
            yield shown
        yield under
        line = other.start.line
    if len(finding.related) > _RELATED:
        yield f"      | and at {_counted(len(finding.related) - _RELATED, 'more place')}"


def _excerpt(source: Source, start: Location, end: Location, mark: str, note: str, style: str) -> tuple[str, str]:
    """The line of `start`, cut to the width of a page, and under it the place marked."""
    # A line may be the whole draft: only what is shown is taken out of it.
    first, length, at = source.line_span(start.line).start, _length(source, start.line), start.column - 1
    left = max(0, min(at - _BEFORE, length - _WIDTH))
    right = min(length, left + _WIDTH)
    stop = min(right, at + end.offset - start.offset)
    before, after = "…" if left else "", "…" if right < length else ""
    lead, place, whole = (source.text[first + a : first + b] for a, b in ((left, at), (at, stop), (left, right)))
    margin = " " * (len(before) + width(printable(lead)))
    marks = painted(mark * max(1, width(printable(place))), style)
    shown = f"{painted(f'{start.line:>5} |', 'dim')} {before}{printable(whole)}{after}"
    return shown, f"{painted('      |', 'dim')} {margin}{marks} {note}".rstrip()


def _length(source: Source, line: int) -> int:
    span = source.line_span(line)
    return span.end - span.start


def changes(fix: Fix, source: Source) -> str:
    """What the fix does, each different change once."""
    different = dict.fromkeys(
        f"“{printable(source[Span(edit.start.offset, edit.end.offset)])}” "
        + (f"becomes “{printable(edit.replacement)}”" if edit.replacement else "goes")
        for edit in fix.edits
    )
    places = f" (at {len(fix.edits)} places)" if len(fix.edits) > 1 else ""
    return ", ".join(list(different)[:3]) + places
