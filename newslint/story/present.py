"""The present: the year in which a draft is written, or the first in which it can be."""

from __future__ import annotations

from newslint.document import DISPLAY, Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments, publication
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import MONTHS, alternatives

_TOP = 8  # blocks in which a line with the year of the issue stands
_LATEST = 9999
# “Marlshire Life, spring 2026”, “AYLE, September 2025”: a line by itself.
_ISSUE = compiled(
    rf"(?:[^\d.!?:]{{0,50}}[,|·–—] ?)?(?:{alternatives(MONTHS)}|(?i:spring|summer|autumn|fall|winter)) (?P<year>20\d\d)\W*"
)
# What is told of a year to come.
_TO_COME = compiled(
    r"(?i)\b(?:will|shall|would|could|may|might|by|until|till|to|through|due|plan\w*|expect\w*|forecast\w*|propos\w*|aim\w*|target\w*|next|should|must|from|hop\w+|promis\w+|if|goal|project\w*|schedul\w*|set for|novel|fiction\w*|imagin\w*)\b"
)


class Present(Row):
    """The draft is of one of the years from `least` to `most`, by what stands at `told`."""

    least: int
    most: int
    told: DateReference


@analysis
def present(document: Document) -> Present | None:
    """The year of the draft, or of the latest year that it tells of as past."""
    own = publication(document)
    if own is not None and own.year:
        return Present(own.year, own.year, own)
    ends = {date.span.end: date for date in moments(document) if date.year}
    for block in document.copy[:_TOP]:
        issue = _ISSUE.fullmatch(document.text, block.start, block.end) if block.role not in DISPLAY else None
        if issue is not None and issue.end("year") in ends:
            return Present(int(issue["year"]), int(issue["year"]), ends[issue.end("year")])
    past = [moment for moment in moments(document) if moment.year and _is_past(document, moment)]
    latest = max(past, key=lambda moment: moment.year or 0, default=None)
    return Present(latest.year, _LATEST, latest) if latest and latest.year else None


def _is_past(document: Document, moment: DateReference) -> bool:
    sentence = sentence_at(document, moment.span.start)
    return sentence is not None and not _TO_COME.search(document.text, sentence.start, sentence.end)
