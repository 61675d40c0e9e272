"""Days, months and times of day that no calendar and no clock has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, NumericDate, dates, numeric_dates
from newslint.text.calendar import days_in
from newslint.text.nouns import is_plural
from newslint.text.vocabulary import MONTH_FORMS, MONTHS, PLAIN_NUMBERS, WEEKDAY_FORMS, alternatives, wordlist
from newslint.text.words import digits


@check
class ImpossibleDate:
    """Finds 31 June, 29 February of a common year, a thirteenth month, 25:70 o'clock."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for reference in dates(document):
            yield from _named(document, reference)
        for numeric in numeric_dates(document):
            yield from _numeric(numeric)
        if ":" in document.text or "." in document.text:
            yield from _times(document)


# What stands before a month when the number behind it is the day, and not a count (“In June 31 people …”).
_DAY_FOLLOWS = compiled(
    r"\b(?:on|due|dated|day|until|till|through|(?:week|weekend|night|morning|afternoon|evening) of),? \Z", re.I
)
_YEAR_OF_A_MONTH = compiled(rf"\b(?:{alternatives(map(str.capitalize, MONTH_FORMS))})\.?['’ ]\s?\Z")
# “the April 31 primary”: a thing of one day, which a count (“the April 31 survivors”) can’t stand before.
_OF_A_DAY = compiled(r"(?:\b(?:the|a|an|his|her|its|their|our)|[’']s) \Z", re.I)
_OWN = compiled(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)|['’]s) \Z")
_ORDINAL = compiled(r"\d+(?:st|nd|rd|th) ")
_THING = compiled(r" ([a-z]{3,})\b(?!-)")
_MEASURED = wordlist(
    """
    mile metre meter kilometre kilometer yard foot feet pound inch acre percent per cent point game year month week day
    hour minute second put call contract future option strike man men women people children series for was with and
    """
)
# “NEW YORK, Dec. 33 (UPI) —”
_DATELINE_BEFORE = compiled(r"\A[A-Z][\w .,'’/-]{1,40}, \Z")
_DATELINE_BEHIND = compiled(r"(?:, \d{4})?\s*(?:\([A-Z][\w/ .]*\)\s*)?(?:[—–_]|-{1,2}\s)")
_NO_COUNT = compiled(r"\s?[,.;:)!?—–]|\s?\Z|\s*\n|\s(?:at|for|in|with|when|because|as|but|where|after|before|to)\b")
_LEAST_LIKE_A_COUNT = compiled(
    rf"\d(?:st|nd|rd|th)|\d{{4}}\Z|\A\d|\A(?:{alternatives(map(str.capitalize, WEEKDAY_FORMS))})"
)


def _named(document: Document, reference: DateReference) -> Iterator[Hit]:
    if reference.month is None or reference.day is None:
        return
    year = None if reference.lent else reference.year
    most = days_in(reference.month, year)
    for day in (reference.day, reference.last_day):
        if day is None or 0 < day <= most:
            continue
        before = document.text[max(0, reference.span.start - 20) : reference.span.start]
        sure = _LEAST_LIKE_A_COUNT.search(document[reference.span]) or _DAY_FOLLOWS.search(before)
        month = MONTHS[reference.month - 1] + (f" {year}" if reference.month == 2 and year and most == 28 else "")
        reason = f"{month} has {most} days"
        if (
            _OWN.search(before)
            and _ORDINAL.match(document[reference.span])
            and _THING.match(document.text, reference.span.end)
        ):
            return  # “his 50th September sale”
        if _YEAR_OF_A_MONTH.search(before) and document[reference.span][0].isdigit():
            return  # “Feb 87 Jan 87”: columns of months
        ends = day == reference.last_day and _NO_COUNT.match(document.text, reference.span.end)
        if ends or (sure and day != reference.last_day):
            yield Hit(reference.span, {"reason": reason}, confidence=0.97)
        elif before[-3:].lower() != "in " and _NO_COUNT.match(document.text, reference.span.end):
            yield Hit(reference.span, {"reason": reason}, confidence=0.8)
        elif _is_of_a_day(document, reference, before) or _is_of_a_dateline(document, reference):
            yield Hit(reference.span, {"reason": reason}, confidence=0.75)
        return


def _is_of_a_day(document: Document, reference: DateReference, before: str) -> bool:
    """Whether the date says which one is meant (“the April 31 primary”)."""
    thing = _THING.match(document.text, reference.span.end)
    return bool(_OF_A_DAY.search(before) and thing and not is_plural(thing[1]) and thing[1] not in _MEASURED)


def _is_of_a_dateline(document: Document, reference: DateReference) -> bool:
    """Whether place and date open the story."""
    block = document.block_at(reference.span.start)
    if block is None or not _DATELINE_BEHIND.match(document.text, reference.span.end, block.end):
        return False
    return bool(_DATELINE_BEFORE.match(document.text[block.start : reference.span.start]))


def _numeric(numeric: NumericDate) -> Iterator[Hit]:
    orders = [(numeric.first, numeric.second)]
    if not numeric.year_first:
        orders.append((numeric.second, numeric.first))
    if any(1 <= month <= 12 and 1 <= day <= days_in(month, numeric.year) for day, month in orders):
        return
    months = [(day, month) for day, month in orders if 1 <= month <= 12]
    if not months:
        reason = "no month has that number"
    else:
        reason = f"{MONTHS[months[0][1] - 1]} {numeric.year} has {days_in(months[0][1], numeric.year)} days"
    yield Hit(numeric.span, {"reason": reason}, confidence=0.95)


@cache
def _clock() -> re.Pattern[str]:
    return compiled(
        r"(?P<hour>\d(?<![\w.,:/$£€-].)\d?)(?:[:.](?P<minute>\d\d))?\s?"
        r"(?P<mark>[ap]\.?\s?m\b|o[’']clock\b|(?:GMT|BST|UTC|CET|CEST|[ECMP][SD]?T)\b|hours (?:GMT|local))"
    )


# “7: 30 p.m.”, “7–30 p.m.”, “seven 30 p.m.”: what looks like an hour is the minutes of one.
_HOUR_BEFORE = compiled(rf"(?:\d|\b(?:{alternatives(PLAIN_NUMBERS[:12])}))\s?[^\w\s(]?\s?\Z", re.I)
_HOUR_FOLLOWS = compiled(r"\b(?:at|by|till?|until|from|to|before|after|around|about|past|since) \Z")


def _times(document: Document) -> Iterator[Hit]:
    for start, block in digits(document):
        match = _clock().match(document.text, start, block.end)
        reason = match and _against_the_clock(int(match["hour"]), int(match["minute"] or 0), match["mark"])
        if match and reason and _is_hour(match, document.text[max(block.start, start - 12) : start]):
            yield Hit(Span(*match.span()), {"reason": reason}, confidence=0.92)


def _is_hour(match: re.Match[str], before: str) -> bool:
    """Whether the number is an hour: neither the minutes of the hour `before` it, nor a count (“all 50 EDT officers”)."""
    if match["minute"]:
        return True
    counts = match["mark"][0].isupper() and not _HOUR_FOLLOWS.search(before)
    return not counts and not _HOUR_BEFORE.search(before)


def _against_the_clock(hour: int, minute: int, mark: str) -> str:
    if minute > 59:
        return "an hour has 60 minutes"
    if hour > 24 or (hour == 24 and minute):
        return "a day has 24 hours"
    if mark[0] in "ap" and hour > 12 and not (mark[0] == "p" and minute):
        return "a.m. and p.m. go with hours up to 12"
    return ""


_: type[Check] = ImpossibleDate
