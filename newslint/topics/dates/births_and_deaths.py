"""Births and deaths: the day on which one person is said to have been born, or to have died, given in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference
from newslint.story.lives import MOST, SEX_OF, LifeEvent, Subject, are_one, births, date_behind, deaths
from newslint.text.calendar import days_in
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation

# “the day of her death, Feb. 10”
_DEATH = compiled(
    r"\b(?P<whose>[Hh]is|[Hh]er|[A-Z][\w-]+(?=[’']s))(?:[’']s)? death(?=,? (?:on |last |early on )?[A-Z\d])"
)
_REACH = 14  # days: of one whom only a pronoun names, what is farther off may be another’s
_MONTH = 31


def lives_told_twice(document: Document) -> Iterator[tuple[LifeEvent, LifeEvent]]:
    """Each two days of one birth, or of one death, the later told first."""
    yield from _told_twice(births(document))
    yield from _told_twice((*deaths(document), *_nouns(document)))


def _told_twice(events: Iterable[LifeEvent]) -> Iterator[tuple[LifeEvent, LifeEvent]]:
    told = sorted((event for event in events if event.date.day and event.date.month), key=lambda event: event.span)
    for one, other in combinations(told, 2) if len(told) <= MOST else ():
        if are_one(one.subject, other.subject) and _clash(one, other):
            yield other, one


def _nouns(document: Document) -> Iterator[LifeEvent]:
    """The deaths that a noun tells, with their dates."""
    for block in blocks_with(document, "death"):
        for match in _DEATH.finditer(document.text, *block.span):
            date = date_behind(document, match.end())
            if date and not in_quotation(document, match.start()):
                yield LifeEvent(_owner(match["whose"]), date, date.span)


def _owner(whose: str) -> Subject:
    sex = SEX_OF.get(whose.lower(), "")
    return Subject(sex=sex) if sex else Subject(surname=whose)


def _clash(one: LifeEvent, other: LifeEvent) -> bool:
    """Whether the two can’t be one day, and lie so near that they are hardly two people’s."""
    named = one.subject.surname and other.subject.surname
    apart = abs(_day(one.date) - _day(other.date))
    same_year = None in (one.date.year, other.date.year) or one.date.year == other.date.year
    return same_year and apart > 0 and (bool(named) or apart <= _REACH)


def _day(date: DateReference) -> int:
    """The day in a year of months of equal length."""
    return (date.month or 0) * _MONTH + min(date.day or 0, days_in(date.month or 0))
