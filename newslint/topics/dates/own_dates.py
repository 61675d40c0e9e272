"""Own dates: the day, month and year that a draft gives itself or what it announces, and the same left over from the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates, numeric_dates, publication
from newslint.text.content_words import roots_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import MONTH_FORMS, alternatives

_TO_COME = compiled(
    r"(?i)\b(?:upcoming|join (?:us|our)|register (?:now|for|by)|will (?:be held|take place|be on|meet|start|begin|open|host))\b"
)
_TOP = 4  # blocks of which a title consists, at most
_LONGEST = 90  # code points of a line of it
_MONTH, _YEAR = 1, 2
_ISSUE = compiled(r"(?P<issue>[A-Z][\w’'-]* #?\d{1,4}) \(\Z")


class Stale(Row):
    """The date at `suspect` is of another issue than the one at `own`."""

    suspect: Span
    own: Span


@analysis
def stale_dates(document: Document) -> tuple[Stale, ...]:
    """Every date of the last issue in this one, where what it’s of says so."""
    return (*_of_an_issue(document), *_other_years(document), *_to_come(document), *_of_titles(document))


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


class _Line(Row):
    """A line of the title with its dates, each with its day, month and year, and the stems of its other words."""

    dates: tuple[tuple[Span, tuple[int, int, int]], ...]
    words: frozenset[str]


def _of_titles(document: Document) -> Iterator[Stale]:
    """“April Steering Cycle”, and below it “The June steering cycle”: two lines of one title with two months or years."""
    lines = [line for block in document.copy[:_TOP] if (line := _line(document, block)).dates]
    for own, line in pairwise(lines):
        if not (own.words <= line.words or line.words <= own.words or len(own.words & line.words) > 1):
            continue
        lone = len(own.dates) == len(line.dates) == 1
        for (here, one), (there, other) in product(line.dates, own.dates):
            apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a and b and a != b]
            if (apart == [_MONTH] and lone and not (one[0] or other[0])) or (apart == [_YEAR] and one[0] and other[0]):
                yield Stale(here, there)


def _line(document: Document, block: Block) -> _Line:
    """What a block is as a line of the title; one without dates where it’s a sentence."""
    text, found = document.text, []
    if text[block.end - 1] not in ".!?:" and block.end - block.start <= _LONGEST:
        for match in _dated().finditer(text, *block.span):
            day = int(match["first"] or match["second"] or 0)
            month = MONTH_FORMS[match["month"].lower()]
            found.append((Span(*match.span()), (day, month, int(match["led"] or match["year"] or 0))))
    spans = [span for span, _ in found]
    stems = [roots_within(document, Span(*part)) for part in _between(block.span, spans)] if found else []
    return _Line(tuple(found), frozenset().union(*stems))


def _between(whole: Span, spans: list[Span]) -> Iterator[tuple[int, int]]:
    """What the spans leave of the whole."""
    start = whole.start
    for span in spans:
        yield start, span.start
        start = span.end
    yield start, whole.end


@cache
def _dated() -> re.Pattern[str]:
    """A month with what stands by it: “2015 April”, “Nov 3, 2022”, “03-Nov-2020”."""
    months = alternatives(map(str.capitalize, MONTH_FORMS))
    return compiled(
        rf"\b(?:(?P<led>(?:19|20)\d\d)[ -]|(?P<first>\d{{1,2}})[ -])?(?P<month>{months})\b\.?"
        r"(?:[ -](?P<second>\d{1,2})\b(?:st|nd|rd|th)?)?(?:,?[ -](?P<year>(?:19|20)\d\d)\b)?"
    )


def _own_year(document: Document) -> DateReference | None:
    """The draft’s own date, or the one month or day with its year that its headline gives."""
    headline = next((block for block in document.copy if block.role is Role.HEADLINE), None)
    if headline is None:
        return publication(document)
    within = [date for date in dates(document) if headline.span.holds(date.span) and date.year]
    return publication(document) or (within[0] if len(within) == 1 else None)
