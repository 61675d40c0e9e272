"""Pairs of days that look like one, mistyped once: the same day of two months, or two days of one month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates
from newslint.text.calendar import MONTHS, WEEKDAYS
from newslint.text.content_words import stems_within
from newslint.text.sentences import sentence_at

# How far from a date the words stand that say what happened then, in code points.
_REACH = 60
# The share of the words around a date that must stand around the other, too.
_ALIKE = 0.6
# A story of more days than these is a diary.
_MOST = 30
_CALENDAR = frozenset(name[:5].lower() for name in (*MONTHS, *WEEKDAYS))


class DatePair(Row):
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
        shared = frames[one.span] & frames[other.span]
        smaller = min(len(frames[one.span]), len(frames[other.span]))
        if len(shared) >= _ALIKE * smaller and may_be_one_day(document, one, other):
            yield DatePair(one, other, months, shared)


# “the week ended March 21”, “bonds due April 30”, “between July 10 and”: a story has several such days.
_SEVERAL = compiled(
    r"(?i)\b(?:end(?:ed|ing|s)|due|matur\w+|payable|record|between|and|or|to|from|until|till|through|since|before|after|by|of|each"
    r"|every|week|year|quarter|half|month|season|period|this|reference|proclaim\w*)(?: (?:the|this|early|late))? \Z"
)
_SAYING = compiled(r"(?i)\b(?:said|says|stated|wrote|reported|told|announced|added|declared|argued|noted)\b")
_NUMBER = compiled(r"\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
_WAY = compiled(r"(\w+) \Z")


def may_be_one_day(document: Document, one: DateReference, other: DateReference) -> bool:
    """Whether nothing about two dates tells that they are meant as two: their prepositions, weekdays and figures agree,
    and neither is a day such as a story has several of.
    """
    text = document.text
    before = [text[max(0, date.span.start - 24) : date.span.start] for date in (one, other)]
    if any(_SEVERAL.search(led) for led in before) or _way(before[0]) != _way(before[1]):
        return False
    if one.weekday is not None and other.weekday is not None and one.weekday != other.weekday:
        return False
    around = [_around(document, date.span) for date in (one, other)]
    if any(_SAYING.search(behind) for _, behind in around):
        return False
    first, second = (frozenset(str(number).lower() for number in _NUMBER.findall(" ".join(sides))) for sides in around)
    return first <= second or second <= first


def _way(before: str) -> str:
    match = _WAY.search(before)
    return match[1].lower() if match else ""


def _around(document: Document, span: Span) -> tuple[str, str]:
    """The copy before and behind a date in its sentence, as far as it reaches."""
    sentence = sentence_at(document, span.start)
    start, end = (sentence.start, sentence.end) if sentence else span
    text = document.text
    return text[max(start, span.start - _REACH) : span.start], text[span.end : min(end, span.end + _REACH)]


def _frame(document: Document, span: Span) -> frozenset[str]:
    """What the words around the date have in common with their inflections; none in a post of a social medium."""
    sentence = sentence_at(document, span.start)
    if sentence is None:
        return frozenset()
    start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    if "@" in document.text[start:end]:
        return frozenset()
    return (stems_within(document, Span(start, span.start)) | stems_within(document, Span(span.end, end))) - _CALENDAR
