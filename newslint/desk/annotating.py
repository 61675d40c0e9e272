"""Findings as comments in the writer's own Word document, at both places that each is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from newslint.errors import UnreadableError
from newslint.finding import Finding
from newslint.report import Report
from newslint.source import Source

# So many other places of a finding get a comment of their own.
_RELATED = 4


def annotated(data: bytes, report: Report, when: datetime | None = None) -> bytes:
    """The Word document `data`, which `report` is about, with a comment for each finding and for the places it clashes with.

    Comments that newslint wrote there before are taken out; `when` is the day and hour that they show. Raises UnreadableError where `data` is no Word document, is
    damaged, or isn't what the report was made of.
    """
    source = report.source
    if source.suffix != ".docx":
        raise UnreadableError(source.name, "is no Word document (.docx), and only these take comments")
    from newslint.word.comments import Comment, commented

    comments = [Comment(*each) for finding in report.findings for each in _comments(finding, source)]
    return commented(data, source.name, source.text, comments, when)


def _comments(finding: Finding, source: Source) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretch of copy and the lines of each comment on a finding: on itself, then on the other places."""
    about = f"{finding.rule} {finding.fingerprint[:8]}"
    yield finding.start.offset, finding.end.offset, (finding.message, f"{finding.severity} {about}")
    for other in finding.related[:_RELATED]:
        if other.path == source.name:
            there = f"see “{finding.text}” in {source.place(finding.start.offset)}"
            yield other.start.offset, other.end.offset, (f"{other.message}: {there}", about)
