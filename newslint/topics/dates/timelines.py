"""Timelines: items that each begin with a time, a day or a year, and the one that stands out of their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments, publication
from newslint.story.times import DAY, clock_at
from newslint.text.vocabulary import WEEKDAYS, alternatives

_FEWEST = 4  # items that make a timeline
_FEWEST_DATES = 5
_MONTH, _YEAR = 31, 12 * 31  # days at most
_FIRST_YEAR = 1000 * _YEAR
_WEEKDAY = compiled(rf"\b(?:{alternatives(WEEKDAYS)})\b")
_LATE, _EARLY = DAY - 4 * 60, 6 * 60


class Misplaced(Row):
    """The item at `suspect` doesn’t keep the order that all others of its timeline keep; `other` is the one before it."""

    suspect: Span
    other: Span


class _Item(Row):
    span: Span
    value: float


@analysis
def misplaced(document: Document) -> tuple[Misplaced, ...]:
    """The one item of each timeline that breaks its order, where just one does."""
    found = [*_of_clocks(document), *_of_dates(document)]
    return tuple(each for items, fewest in found if len(items) >= fewest and (each := _odd_one(items)) is not None)


def _of_clocks(document: Document) -> Iterator[tuple[list[_Item], int]]:
    items: list[_Item] = []
    for block in document.copy:
        clock = clock_at(document, _first(document, block))
        if clock is not None:
            items.append(_Item(clock.span, clock.minute))
        elif block.role is Role.CROSSHEAD or _heads_a_day(document, block):
            yield _within_a_day(items), _FEWEST
            items = []
    yield _within_a_day(items), _FEWEST


def _first(document: Document, block: Block) -> int:
    """Where the words of the block begin."""
    opening = compiled(r"[\W_]*").match(document.text, block.start, block.end)
    return opening.end() if opening else block.start


def _heads_a_day(document: Document, block: Block) -> bool:
    return block.end - block.start < 40 and _WEEKDAY.search(document.text, block.start, block.end) is not None


def _within_a_day(items: list[_Item]) -> list[_Item]:
    """The items, but none where they may run past midnight."""
    values = [item.value for item in items]
    return [] if any(value > _LATE for value in values) and any(value < _EARLY for value in values) else items


def _of_dates(document: Document) -> Iterator[tuple[list[_Item], int]]:
    own, opening = publication(document), dict[int, DateReference]()
    for moment in moments(document):
        if own is None or moment.span != own.span:  # the draft's own date is no item
            opening.setdefault(moment.span.start, moment)
    items: list[_Item] = []
    for block in document.copy:
        date: DateReference | None = opening.get(_first(document, block))
        ends = compiled(r"\W{0,2}(?:[:–—-]|\Z)").match(document.text, date.span.end, block.end) if date else None
        if date is not None and ends is not None:
            items.append(_Item(date.span, _value(date)))
        elif items and block.role in (Role.CROSSHEAD, Role.HEADLINE):
            yield _comparable(items), _FEWEST_DATES
            items = []
    yield _comparable(items), _FEWEST_DATES


def _value(date: DateReference) -> float:
    return _YEAR * (date.year or 0) + _MONTH * (date.month or 0) + (date.day or 0)


def _comparable(items: list[_Item]) -> list[_Item]:
    """The items where all say as much, else their years: 3 May 1987 and 1987 can’t be put in order, 1987 and 1985 can; none where some give no year."""
    if len({(item.value >= _FIRST_YEAR, item.value % _YEAR > 0, item.value % _MONTH > 0) for item in items}) == 1:
        return items
    if any(item.value < _FIRST_YEAR for item in items):
        return []
    return [item._replace(value=item.value // _YEAR) for item in items]


def _odd_one(items: list[_Item]) -> Misplaced | None:
    values = [item.value for item in items]
    for way in (1, -1):
        ordered = [way * value for value in values]
        if _longest(ordered) == len(items):
            return None
    for way in (1, -1):
        ordered = [way * value for value in values]
        if _longest(ordered) == len(items) - 1:
            fall = next(n for n, (one, other) in enumerate(pairwise(ordered)) if one > other)
            behind = ordered[: fall + 1] + ordered[fall + 2 :]
            at = fall + 1 if _longest(behind) == len(behind) else fall
            return Misplaced(items[at].span, items[at - 1 if at else 1].span)
    return None


def _longest(values: list[float]) -> int:
    """How many of the values can stay so that none is smaller than the one before."""
    ends: list[float] = []
    for value in values:
        at = bisect_left(ends, value + 0.5)
        ends[at : at + 1] = [value]
    return len(ends)
