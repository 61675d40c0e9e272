"""Pairs of days that look like one, mistyped once: the same day of two months, or two days of one month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from newslint.analysis.calendar import MONTHS, WEEKDAYS
from newslint.analysis.contents import stems_within
from newslint.analysis.dates import DateReference, dates
from newslint.analysis.sentences import sentence_at
from newslint.document import Document, analysis
from newslint.source import Span

# How far from a date the words stand that say what happened then, in code points.
_REACH = 60
# A story of more days than these is a diary.
_MOST = 30
_CALENDAR = frozenset(name[:5].lower() for name in (*MONTHS, *WEEKDAYS))


class DatePair(NamedTuple):
    """Two dates in two sentences; `months` says that they differ in the month. `shared` are the words around both."""

    one: DateReference
    other: DateReference
    months: bool
    shared: frozenset[str]


@analysis
def datepairs(document: Document) -> tuple[DatePair, ...]:
    """Every pair of days of which one may be mistyped for the other: at least one stands but once."""
    days = [date for date in dates(document) if date.day and date.last_day is None]
    times = Counter((date.month, date.day) for date in days)
    return tuple(_pairs(document, days, times)) if len(times) > 1 and len(days) <= _MOST else ()


def _pairs(
    document: Document, days: list[DateReference], times: Counter[tuple[int | None, int | None]]
) -> Iterator[DatePair]:
    frames: dict[Span, frozenset[str]] = {}
    for one, other in combinations(days, 2):
        months = one.month != other.month
        if months == (one.day != other.day) or (one.year and other.year and one.year != other.year):
            continue
        if min(times[one.month, one.day], times[other.month, other.day]) > 1:
            continue
        if sentence_at(document, one.span.start) == sentence_at(document, other.span.start):
            continue
        for date in (one, other):
            if date.span not in frames:
                frames[date.span] = _frame(document, date.span)
        yield DatePair(one, other, months, frames[one.span] & frames[other.span])


def _frame(document: Document, span: Span) -> frozenset[str]:
    """What the words around the date have in common with their inflections; none in a post of a social medium."""
    sentence = sentence_at(document, span.start)
    if sentence is None:
        return frozenset()
    start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    if "@" in document.text[start:end]:
        return frozenset()
    return (stems_within(document, Span(start, span.start)) | stems_within(document, Span(span.end, end))) - _CALENDAR
