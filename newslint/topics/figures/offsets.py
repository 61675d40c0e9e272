"""Offsets: a date, and how long before or after an event of the story it lies: “two weeks after the dinner, on March 12”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within, moments
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.calendar import days_in
from newslint.text.content_words import stems_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import WEEKDAYS, alternatives
from newslint.topics.figures.elapsed import Elapsed

_WAY = compiled(
    r" (?:(?P<way>after|before) (?:the|that|this|his|her|its|their) (?P<noun>[a-z]{4,})|(?P<along>later|earlier))\b"
)
_DATE_BEHIND = compiled(r"(?: [a-z]+){0,3},? (?:on|in) (?:the )?\Z")
_DATE_AHEAD = compiled(r", (?:or |just |only )?\Z")
_WEEKDAY = compiled(rf"\b(?:{alternatives(WEEKDAYS)})\b")
_BACK = 6  # sentences in which the day stands that “later” counts from
_EXACT = 100  # days up to which a length is told in days
_MOST = 40  # a story of more dates is a list, in which any may be meant
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
# How far off a length may be that is told in whole days, weeks, months or years.
_SLACK = {"day": 1.5, "week": 4.0, "month": 31.0, "year": 366.0}


class Offset(Row):
    """`date` lies `length` behind the event called `noun`, or what was told last where that is ""; ahead of it where `back`."""

    length: Quantity
    date: DateReference
    noun: Span | None
    back: bool

    @property
    def days(self) -> float:
        """The days from the event to the date, as the copy gives them."""
        return self.length.value * _DAYS[self.length.unit] * (-1 if self.back else 1)


@analysis
def misfits(document: Document) -> tuple[Elapsed, ...]:
    """Every offset that no date of the story bears out, where the event has one date."""
    if not 1 < len(moments(document)) <= _MOST:
        return ()
    found = ((offset, _event(document, offset)) for offset in offsets(document))
    return tuple(_elapsed(offset, event) for offset, event in found if event is not None)


@analysis
def offsets(document: Document) -> tuple[Offset, ...]:
    """Every date that the copy counts from an event, in whole days, weeks, months or years."""
    lengths = (length for length in quantities(document) if length.kind is Kind.TIME and length.unit in _DAYS)
    plain = (length for length in lengths if length.hedge is Hedge.NONE and length.value == length.top)
    return tuple(offset for length in plain for offset in _offset(document, length))


def _offset(document: Document, length: Quantity) -> Iterator[Offset]:
    text, sentence = document.text, sentence_at(document, length.start)
    way = _WAY.match(text, length.span.end)
    if way is None or sentence is None or in_quotation(document, length.start):
        return
    for date in dates_within(document, sentence.span):
        ahead = date.span.end <= length.start and _DATE_AHEAD.fullmatch(text, date.span.end, length.start)
        behind = date.span.start >= way.end() and _DATE_BEHIND.fullmatch(text, way.end(), date.span.start)
        if (ahead or behind) and _is_fine_enough(date, length.unit):
            noun = Span(*way.span("noun")) if way["noun"] else None
            yield Offset(length, date, noun, "before" in way[0] or "earlier" in way[0])
            return


def _is_fine_enough(date: DateReference, unit: str) -> bool:
    """Whether a date says as much as a length of that unit needs."""
    if unit == "year":
        return date.year is not None
    return date.last_day is None and date.month is not None and (date.day is not None or unit == "month")


def _event(document: Document, offset: Offset) -> DateReference | None:
    """The date of the event, where it has one and no date of the story is as far from the offset's as is said."""
    own = sentence_at(document, offset.date.span.start)
    others = [date for date in moments(document) if date.span != offset.date.span]
    others = [date for date in others if _is_fine_enough(date, offset.length.unit)]
    if own is None or any(_fits(offset, date) for date in others):
        return None
    events = [date for sentence in _told_in(document, offset, own) for date in dates_within(document, sentence.span)]
    events = [date for date in events if date in others]
    if len({(date.year, date.month, date.day) for date in events}) != 1:
        return None
    nearer = _WEEKDAY.search(document.text, events[-1].span.end, max(events[-1].span.end, offset.length.start))
    return None if nearer and not offset.noun else events[0]


def _told_in(document: Document, offset: Offset, own: Sentence) -> list[Sentence]:
    """The other sentences that have the event's noun; the last one with a date for “later”, and for a noun that takes up what it tells."""
    told = sentences(document)
    stem = stems_within(document, offset.noun) if offset.noun else frozenset()
    dated = [each for each in told if each != own and dates_within(document, each.span)]
    named = [each for each in dated if stem & stems_within(document, each.span)]
    if named and named[0] < own:
        return named
    at = told[max(0, bisect_left(told, own) - _BACK)]
    return [each for each in dated if at <= each < own][-1:]


def _fits(offset: Offset, date: DateReference) -> bool:
    gap = _gap(date, offset.date)
    whole = 365.25 if None in (date.year, offset.date.year) else 1e9
    away = abs(gap - offset.days) % whole
    return min(away, whole - away) <= _SLACK[offset.length.unit]


def _gap(one: DateReference, other: DateReference) -> float:
    """The days from one to the other; of dates without a year as if of one."""
    years = 0 if None in (one.year, other.year) else (other.year or 0) - (one.year or 0)
    if one.month is None or other.month is None:
        return 365.25 * years
    days = [sum(days_in(n) for n in range(1, date.month or 1)) + (date.day or 15) for date in (one, other)]
    return 365.25 * years + days[1] - days[0]


def _elapsed(offset: Offset, event: DateReference) -> Elapsed:
    days = _gap(event, offset.date)
    exact = event.day is not None and offset.date.day is not None and abs(days) < _EXACT
    unit = "day" if exact or abs(days) < _DAYS["month"] else "month" if abs(days) < _DAYS["year"] else "year"
    count = round(abs(days) / _DAYS[unit])
    right = f"{count} {unit}{'s' if count != 1 else ''}{' earlier' if days < 0 else ''}"
    return Elapsed(offset.length.span, event.span, offset.date.span, right)
