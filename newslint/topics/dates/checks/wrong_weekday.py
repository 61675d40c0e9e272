"""A date whose weekday isn't the calendar's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, each_fault_once
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, NumericDate, dates, numeric_dates, publication
from newslint.text.calendar import days_in, weekday_of
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import (
    ARTICLES,
    BE,
    CLAUSE_WORDS,
    HAVE,
    MODALS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    STRONG_PARTICIPLES,
    SUBJECTS,
    WEEKDAYS,
    alternatives,
)

# Before these years some country's calendar wasn't ours: Britain's until 1752, Russia's and Greece's until 1923.
_BRITISH_REFORM = 1753
_LAST_REFORM = 1924
# Two days of one year, in days, that a story can name without a year and mean as of one year.
_SAME_TIME = 45
_FIGURES = compiled(r"[\d/.-]+\d")
_FAR = 150
_HALF = 183  # of a year
_YEARS = range(2001, 2030)  # 28 years hold every calendar there is, and the one behind them what follows the last
# What may stand behind a date and move it to another year.
_OTHER_YEAR = ("last year", "next year", "of last year", "of next year", "the year before", "a year")


@check
class WrongWeekday:
    """Finds dates that name a weekday which that day is not.

    A date without a year is measured by the draft's own date, then by full dates near it in the calendar, then by
    the other dates without a year.
    """

    def __call__(self, document: Document) -> Iterator[Hit]:
        named = [reference for reference in dates(document) if reference.weekday is not None and reference.day]
        yield from each_fault_once(
            hit
            for reference in named
            if reference.year is not None
            for hit in _full(document, reference, reference.year)
        )
        for numeric in numeric_dates(document):
            yield from _numeric(document, numeric)
        yearless = [reference for reference in named if reference.year is None and not _moved(document, reference)]
        if yearless:
            yield from _yearless(document, yearless)


def _full(document: Document, reference: DateReference, year: int) -> Iterator[Hit]:
    """The weekday of a date with its year, and that of the day which closes its range."""
    pairs = ((reference.day, reference.weekday), (reference.last_day, reference.last_weekday))
    for day, weekday in pairs:
        if day is None or weekday is None or reference.month is None or year < _BRITISH_REFORM:
            continue
        right = weekday_of(year, reference.month, day)
        if right is None or right == weekday or _is_the_next_words(document, reference):
            continue
        confidence = 0.97 if year >= _LAST_REFORM and not in_quotation(document, reference.span.start) else 0.8
        words = _words(f"{day} {MONTHS[reference.month - 1]} {year}", right, weekday)
        yield Hit(reference.span, words=words, confidence=confidence)
        return


_SMALL = alternatives(ARTICLES, POSSESSIVES, SUBJECTS, PREPOSITIONS, CLAUSE_WORDS, BE, HAVE, MODALS)
# What may stand behind a date: not the thing that its year is of (“on Friday, March 16, 1998 flood victims met”).
_BEHIND_A_DATE = compiled(rf" (?!(?:{_SMALL})\b)[a-z]")


def _is_the_next_words(document: Document, reference: DateReference) -> bool:
    """Whether the year may be that of the event behind it, and the date one without a year."""
    text, (start, end) = document.text, reference.span
    led = text[max(0, start - 4) : start].lower() == "the "
    return not led and text[end - 4 : end].isdigit() and bool(_BEHIND_A_DATE.match(text, end))


def _words(day: str, right: int, weekday: int) -> dict[str, object]:
    return {"day": day, "right": WEEKDAYS[right], "named": WEEKDAYS[weekday], "reason": ""}


def _numeric(document: Document, numeric: NumericDate) -> Iterator[Hit]:
    if numeric.weekday is None or numeric.year < _LAST_REFORM:
        return
    orders = [(numeric.first, numeric.second)]
    if not numeric.year_first:
        orders.append((numeric.second, numeric.first))
    right = [day for day in (weekday_of(numeric.year, month, day) for day, month in orders) if day is not None]
    if right and numeric.weekday not in right:
        words = _words(_FIGURES.findall(document[numeric.span])[0], right[0], numeric.weekday)
        yield Hit(numeric.span, words=words, confidence=0.95 if len(set(right)) == 1 else 0.8)


def _moved(document: Document, reference: DateReference) -> bool:
    """Whether the date is said to be of another year than the story's."""
    return document.text[reference.span.end : reference.span.end + 20].lstrip(" ,)").startswith(_OTHER_YEAR)


def _yearless(document: Document, named: list[DateReference]) -> Iterator[Hit]:
    """Each date is measured by the surest thing there is; what is found wrong once isn't measured again."""
    published = publication(document)
    full = [reference for reference in dates(document) if reference.full and not reference.lent]
    one_year = len({reference.year for reference in full}) == 1
    by_day = {_day_of_year(reference): reference for reference in reversed(full)} if one_year else {}
    this_year = not published and one_year and _has_this_year(document, named, full[0].year or 0)
    left: list[DateReference] = []
    for reference in named:
        anchor = published or _nearest(reference, by_day)
        if anchor is not published and not (this_year or _are_of_one_time(document, reference, anchor)):
            anchor = None
        year = _year_beside(document, reference, anchor) if anchor else None
        if anchor is None or year is None:
            left.append(reference)
        elif not (
            _fits(reference, year)
            or _fits_beside(reference, year, full)
            or _fits_to_come(document, reference, anchor, year)
            or _fits_before(document, reference, anchor, year)
        ):
            yield _against(reference, anchor, year, 0.85 if anchor is published else 0.7)
    if not published and len(left) > 1:
        yield from _among(document, left)


_LOOKS_BACK = compiled(
    r"\b(?:anniversar\w+|years? (?:ago|later|after|since|before|on)\b|mark(?:s|ed|ing)?\b|commemorat\w+|memorial)", re.I
)


def _has_this_year(document: Document, named: list[DateReference], year: int) -> bool:
    """Whether a day without a year bears out that it's of the one year that full dates give, and not of a later one."""
    days = {(reference.month, reference.day) for reference in named if _fits(reference, year)}
    others = {(reference.month, reference.day) for reference in named}
    return len(days) * 2 >= len(others) > 1 and not _LOOKS_BACK.search(document.text)


def _are_of_one_time(document: Document, reference: DateReference, anchor: DateReference | None) -> bool:
    """Whether the copy gives both days with their weekdays, the one with its year, and no paragraph of theirs looks back."""
    if anchor is None or anchor.weekday is None or anchor.year is None or not _fits(anchor, anchor.year):
        return False
    if (anchor.month, anchor.day) == (reference.month, reference.day):
        return False  # that day, in a later year
    blocks = [document.block_at(date.span.start) for date in (anchor, reference)]
    return not any(block is None or _LOOKS_BACK.search(document.text, block.start, block.end) for block in blocks)


def _against(reference: DateReference, anchor: DateReference, year: int, confidence: float) -> Hit:
    day = f"{reference.day} {MONTHS[(reference.month or 1) - 1]} {year}"
    weekday = weekday_of(year, reference.month or 1, reference.day or 1)
    words = _words(day, weekday or 0, reference.weekday or 0)
    return Hit(reference.span, words, (Note(anchor.span, "the year is given here"),), confidence=confidence)


def _day_of_year(reference: DateReference) -> int:
    return _days_before(reference.month or 1) + (reference.day or 0)


@cache
def _days_before(month: int) -> int:
    return sum(map(days_in, range(1, month)))


def _apart(a: DateReference, b: DateReference) -> int:
    """How many days lie between two days of the year, the shorter way round."""
    days = abs(_day_of_year(a) - _day_of_year(b))
    return min(days, 366 - days)


def _nearest(reference: DateReference, by_day: dict[int, DateReference]) -> DateReference | None:
    """The full date next to `reference` in the calendar: the first of the draft where two are as near."""
    days = (_day_of_year(reference) + step for step in range(-_SAME_TIME, _SAME_TIME + 1))
    near = (by_day.get(turned) for day in days for turned in (day, day - 366, day + 366))
    return min(filter(None, near), key=lambda other: (_apart(reference, other), other.span.start), default=None)


_DONE = compiled(
    rf"\b(?:was|were|had been) (?:[a-z]+ly )?(?:[a-z]+ed|{alternatives(STRONG_PARTICIPLES)}) (?:[a-z]+ ){{0,3}}\Z"
)
_SOON = 31  # days ahead: of what a draft puts so near it may well speak as of what is over
_TO_COME = compiled(r"(?i)\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned)|dates? for)\b")


def _is_to_come(document: Document, reference: DateReference) -> bool:
    """Whether its sentence tells, before the date, of what is to come: “the trial is set for Thursday, Sept. 16”."""
    sentence = sentence_at(document, reference.span.start)
    return sentence is not None and _TO_COME.search(document.text, sentence.start, reference.span.start) is not None


def _is_over(document: Document, reference: DateReference) -> bool:
    """Whether its sentence tells, before the date, of what is over: “she was arrested on September 22, a Friday”, told in June."""
    sentence = sentence_at(document, reference.span.start)
    return sentence is not None and _DONE.search(document.text, sentence.start, reference.span.start) is not None


def _year_beside(document: Document, reference: DateReference, anchor: DateReference) -> int | None:
    """The year that brings `reference` nearest to `anchor`, or first behind it where it's to come; None where two years may."""
    if anchor.year is None:
        return None
    days = _day_of_year(reference) - _day_of_year(anchor)
    far = _apart(reference, anchor) > _FAR
    if (far or days > _HALF) and _is_to_come(document, reference):
        return anchor.year + (days < 0)
    if far or (_SOON < days <= _FAR and _is_over(document, reference)):
        return None
    return anchor.year + _years_later(reference, anchor)


def _fits(reference: DateReference, year: int) -> bool:
    right = weekday_of(year, reference.month or 0, reference.day or 0)
    return right is None or right == reference.weekday


def _fits_beside(reference: DateReference, year: int, full: list[DateReference]) -> bool:
    """Whether the year before or after bears the weekday out, and the copy has a full date in that year."""
    others = {other.year for other in full} & {year - 1, year + 1}
    return any(_fits(reference, other) for other in others if other is not None)


def _fits_to_come(document: Document, reference: DateReference, anchor: DateReference, year: int) -> bool:
    """Whether a day to come, which that year has behind it, is right in the next: “the trial will begin on Monday, Oct. 5”, told in November."""
    behind = year == anchor.year and _day_of_year(reference) < _day_of_year(anchor)
    return behind and _is_to_come(document, reference) and _fits(reference, year + 1)


def _fits_before(document: Document, reference: DateReference, anchor: DateReference, year: int) -> bool:
    """Whether the year is given for what is to come alone, and the day is right in the one before: “won on Sept. 18, a Thursday. … The next will be on Sept. 17, 2026.”"""
    return _is_to_come(document, anchor) and not _is_to_come(document, reference) and _fits(reference, year - 1)


def _calendars(reference: DateReference) -> frozenset[int]:
    return _years_of(reference.month or 0, reference.day or 0, reference.weekday)


@cache
def _years_of(month: int, day: int, weekday: int | None) -> frozenset[int]:
    """The years in which a day may have that weekday; all where it's no day."""
    return frozenset(year for year in _YEARS if weekday_of(year, month, day) in {None, weekday})


def _can_both_be(one: DateReference, other: DateReference, to_come: Set[DateReference]) -> bool:
    """Whether some year has both, or, where New Year lies between them, has the later and the year behind it the earlier."""
    early, late = sorted((one, other), key=_day_of_year)
    later = _years_later(early, late)
    turned = any(year + later in _calendars(early) for year in _calendars(late))
    return turned or (early not in to_come and bool(_calendars(early) & _calendars(late)))


def _years_later(reference: DateReference, other: DateReference) -> int:
    """The year of `reference`, counted from that of `other`, where it's as near as can be: 1, 0 or -1."""
    days = _day_of_year(reference) - _day_of_year(other)
    return (days < -_HALF) - (days > _HALF)


def _among(document: Document, left: list[DateReference]) -> Iterator[Hit]:
    """Dates without a year that no one year can hold together."""
    alike: dict[object, list[DateReference]] = defaultdict(list)
    for reference in left:
        alike[reference.month, reference.day, reference.weekday].append(reference)
    # A draft may hold thousands of dates, but no more than a year's days with each weekday.
    to_come = {same[0] for same in alike.values() if _is_to_come(document, same[0])}
    sides = {key: _sides(same[0], alike, to_come) for key, same in alike.items()}
    for reference in left:
        against, first, others = sides[reference.month, reference.day, reference.weekday]
        if first is None:
            continue
        agree = others - against
        mutual = against == 1 and agree == 0
        if mutual and first.span.start > reference.span.start:
            continue  # neither is likelier: told once, at the second
        if not mutual and against <= agree:
            continue
        yield _beside(reference, first)


def _are_of_one_year(one: DateReference, other: DateReference, to_come: Set[DateReference]) -> bool:
    """Whether the two lie close together, or within half a year where the later one is to come."""
    apart = _apart(one, other)
    if apart <= _SAME_TIME:
        return True
    days = _day_of_year(other) - _day_of_year(one)
    later = other if 0 < days <= _FAR or days < -_FAR - _SAME_TIME else one
    return apart <= _FAR and later in to_come


def _sides(
    reference: DateReference, alike: Mapping[object, list[DateReference]], to_come: Set[DateReference]
) -> tuple[int, DateReference | None, int]:
    """How many dates near `reference` can't be of one year with it, the first of them, and how many are near at all."""
    near = [same for same in alike.values() if _are_of_one_year(reference, same[0], to_come)]
    against = [same for same in near if not _can_both_be(reference, same[0], to_come)]
    first = min((same[0] for same in against), key=lambda other: other.span.start, default=None)
    return sum(map(len, against)), first, sum(map(len, near)) - 1


def _beside(reference: DateReference, other: DateReference) -> Hit:
    """A weekday that cannot be, counted from the weekday of another date."""
    year = min(_calendars(other)) + _years_later(reference, other)
    right = weekday_of(year, reference.month or 1, reference.day or 1)
    words = _words(f"{reference.day} {MONTHS[(reference.month or 1) - 1]}", right or 0, reference.weekday or 0)
    counted_from = f"{other.day} {MONTHS[(other.month or 1) - 1]}"
    words["reason"] = f" if {counted_from} is a {WEEKDAYS[other.weekday or 0]}"
    return Hit(reference.span, words, (Note(other.span, "counted from this date"),), confidence=0.75)


_: type[Check] = WrongWeekday
