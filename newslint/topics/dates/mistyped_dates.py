"""Pairs of days that look like one, mistyped once: the same day of two months, or two days of one month."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates
from newslint.story.events import Occasion, occasions
from newslint.text.content_words import stems_within
from newslint.text.nouns import is_plural
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import MONTHS, PLAIN_NUMBERS, SPOKE, WEEKDAYS, alternatives, wordlist

# How far from a date the words stand that say what happened then, in code points.
_REACH = 60
# The share of the words around a date that must stand around the other, too.
_ALIKE = 0.6
# A story of more days than these is a diary.
_MOST = 30
# And one of more ranges of days than these a programme.
_MOST_RANGES = 4
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


@analysis
def shifted_ranges(document: Document) -> tuple[DatePair, ...]:
    """Every two ranges of as many days that overlap and don't begin together, told in two sentences with a word in common."""
    ranges = [date for date in dates(document) if date.day and date.last_day]
    return tuple(_shifted(document, ranges)) if len(ranges) <= _MOST_RANGES else ()


def _shifted(document: Document, ranges: list[DateReference]) -> Iterator[DatePair]:
    for one, other in combinations(ranges, 2):
        (first, last), (begins, ends) = ((date.day or 0, date.last_day or 0) for date in (one, other))
        if one.month != other.month or (one.year and other.year and one.year != other.year):
            continue
        if first == begins or last - first != ends - begins or last < begins or ends < first:
            continue
        shared = _frame(document, one.span) & _frame(document, other.span)
        if shared and sentence_at(document, one.span.start) != sentence_at(document, other.span.start):
            yield DatePair(one, other, months=False, shared=shared)


# “the week ended March 21”, “bonds due April 30”, “between July 10 and”: a story has several such days.
_SEVERAL = compiled(
    r"(?i)\b(?:end(?:ed|ing|s)|due|matur\w+|payable|record|between|and|or|to|from|until|till|through|since|before|after|by|of|each"
    r"|every|week|year|quarter|half|month|season|period|this|reference|proclaim\w*)(?: (?:the|this|early|late))? \Z"
)
_SAYING = compiled(rf"(?i)\b(?:{alternatives(SPOKE)})\b")
# Of numbers in words “one” is a pronoun as often.
_NUMBER = compiled(rf"\d[\d,.]*\d|\d|\b(?:{alternatives(PLAIN_NUMBERS[1:])})\b", re.I)
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


# What comes round, so that a story may speak of two.
_RECURRING = wordlist(
    """
    election season budget report census level race campaign model edition harvest crop profit result sale deal draft
    class title world olympics game cup final championship tournament convention festival referendum vote term year
    vintage survey study law act constitution film movie novel book album song version remake
    """
)
_CONTRAST = compiled(
    r"(?i)\b(?:and|or|both|unlike|than|like|again|another|earlier|later|previous|similar|recall\w*|remember\w*|second)\b"
)
_NEAR = 30


class TurnedYear(Row):
    """The year at `span`, whose digits are turned in the one at `told`, of an event in the same words."""

    span: Span
    told: Span


@analysis
def turned_years(document: Document) -> tuple[TurnedYear, ...]:
    """Every event with two years, no more, that are one another’s digits, in two sentences that share a word besides."""
    groups: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions(document):
        if _is_an_event(document, occasion):
            groups[occasion.following[0]].append(occasion)
    pairs = ((_odd_one(group), group[0]) for group in groups.values())
    return tuple(
        TurnedYear(odd.span, first.span)
        for odd, first in pairs
        if odd is not None and _share_a_word(document, odd, first)
    )


def _odd_one(group: list[Occasion]) -> Occasion | None:
    """The first whose year is the turned one, where the event has but these two."""
    odd = next((occasion for occasion in group if occasion.year != group[0].year), None)
    if odd is None or len({occasion.year for occasion in group}) > 2:
        return None
    return odd if sorted(str(odd.year)) == sorted(str(group[0].year)) else None


def _is_an_event(document: Document, occasion: Occasion) -> bool:
    """“the 1931 fire”, told by the writer, and not held against another."""
    text, (start, end) = document.text, occasion.span
    noun = occasion.following[0] if occasion.following else ""
    if len(noun) < 4 or noun in _RECURRING or is_plural(noun) or not text[end + 1 : end + 2].islower():
        return False
    if text[max(0, start - 4) : start].lower() != "the " or in_quotation(document, start):
        return False
    return not _CONTRAST.search(text[max(0, start - _NEAR) : start])


def _share_a_word(document: Document, one: Occasion, other: Occasion) -> bool:
    places = [sentence_at(document, occasion.span.start) for occasion in (one, other)]
    stems = [stems_within(document, place.span) for place in places if place]
    own = {one.following[0][:5]}
    return len(stems) == 2 and places[0] != places[1] and bool((stems[0] & stems[1]) - own)


_CENTURY = r"\b(?P<era>(?P<number>\d{1,2})(?:st|nd|rd|th)[- ]century)"
_BEGUN = r"(?:built|founded|erected|completed|laid|painted|written|composed|printed|established|constructed)"
# What is only in the manner of a century, or called after someone who lived in it.
_NO_NAMESAKE = (
    r"(?!(?: [a-z]+){0,2}[ -](?:style|replica|copy|inspired|revival|society|museum|prize|award|festival|school|named|poet|writer"
    r"|philosopher|artist|composer|painter|king|queen|saint))"
)
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b(?! ?(?:BC|[A-Za-z]+s\b))"
_CENTURY_AND_YEAR = (
    rf"{_CENTURY}(?:,? (?:in|around|about)|[:;,] [^.;:\d]{{0,50}}\b{_BEGUN} in) {_YEAR}",
    rf"{_CENTURY}{_NO_NAMESAKE}(?: [a-z]+){{1,3}},? (?:which |that )?(?:was |were )?{_BEGUN} in {_YEAR}",
)
_DECADE_AND_YEAR = rf"\b[Ii]n the (?:early |mid-|late )?(?P<era>(?P<number>(?:1[5-9]|20)\d0)s),? in {_YEAR}"


class Era(Row):
    """A century or decade (`span`) from the year `first` to `last`, and the `year` that is said to be of it, at `at`."""

    span: Span
    first: int
    last: int
    year: int
    at: Span


@analysis
def eras(document: Document) -> tuple[Era, ...]:
    """Every century or decade with its year, in the order of the forms they have."""
    text = document.text
    found = []
    if "century" in text:
        for form in _CENTURY_AND_YEAR:
            for match in compiled(form).finditer(text):
                last = 100 * int(match["number"])  # 1700 is of the 17th century, and by many called the 18th
                found.append(_era(match.span("era"), last - 100, last, match["year"], match.span("year")))
    for match in compiled(_DECADE_AND_YEAR).finditer(text) if "0s in " in text or "0s, in " in text else ():
        first = int(match["number"])
        found.append(_era(match.span("era"), first, first + 9, match["year"], match.span("year")))
    return tuple(found)


def _era(span: tuple[int, int], first: int, last: int, year: str, at: tuple[int, int]) -> Era:
    return Era(Span(*span), first, last, int(year), Span(*at))
