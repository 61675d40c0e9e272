"""Own dates: the day, month and year that a draft gives itself or what it announces, and the same left over from the last."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates, numeric_dates, publication
from newslint.text.sentences import sentence_at

_TO_COME = compiled(
    r"(?i)\b(?:upcoming|join (?:us|our)|register (?:now|for|by)|will (?:be held|take place|be on|meet|start|begin|open|host))\b"
)
_ISSUE = compiled(r"(?P<issue>[A-Z][\w’'-]* #?\d{1,4}) \(\Z")


class Stale(Row):
    """The date at `suspect` is of another issue than the one at `own`."""

    suspect: Span
    own: Span


@analysis
def stale_dates(document: Document) -> tuple[Stale, ...]:
    """Every date of the last issue in this one, where what it’s of says so."""
    return (*_of_an_issue(document), *_other_years(document), *_to_come(document))


def _of_an_issue(document: Document) -> Iterator[Stale]:
    """“Edition 108 (February 28, 2024)”, and “Edition 108 (March 1, 2024)”."""
    first: dict[str, DateReference] = {}
    for date in dates(document):
        led = _ISSUE.search(document.text, max(0, date.span.start - 30), date.span.start)
        if led is None or not date.full:
            continue
        own = first.setdefault(led["issue"].lower(), date)
        if (own.year, own.month, own.day) != (date.year, date.month, date.day):
            yield Stale(date.span, own.span)


def _other_years(document: Document) -> Iterator[Stale]:
    """“November 5-7, 2025”, and “November 5-7, 2026”: days that are told with two years next to each other."""
    first: dict[tuple[int | None, int | None, int | None], DateReference] = {}
    for date in dates(document):
        if date.full and date.last_day:
            own = first.setdefault((date.month, date.day, date.last_day), date)
            if abs((own.year or 0) - (date.year or 0)) == 1:
                yield Stale(date.span, own.span)


def _to_come(document: Document) -> Iterator[Stale]:
    """“Join our upcoming meetings on 2021-04-07” in a draft of 2022."""
    own = _own_year(document)
    if own is None or own.year is None:
        return
    told = [(date.span, date.year) for date in dates(document) if date.full]
    told += [(numeric.span, numeric.year) for numeric in numeric_dates(document)]
    for span, year in sorted(told):
        sentence = sentence_at(document, span.start)
        if year != own.year - 1 or sentence is None:
            continue
        if _TO_COME.search(document.text, sentence.start, span.start):
            yield Stale(span, own.span)


def _own_year(document: Document) -> DateReference | None:
    """The draft’s own date, or the one month or day with its year that its headline gives."""
    headline = next((block for block in document.copy if block.role is Role.HEADLINE), None)
    if headline is None:
        return publication(document)
    within = [date for date in dates(document) if headline.span.holds(date.span) and date.year]
    return publication(document) or (within[0] if len(within) == 1 else None)
