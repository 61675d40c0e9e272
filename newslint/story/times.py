"""Times: clock times and lengths of time as the copy gives them, in words and in figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge
from newslint.text.prefilter import blocks_with, matches_at, starts_of
from newslint.text.vocabulary import HEDGES, NUMBER_IN_WORDS, NUMBER_WORDS, PLAIN_NUMBERS, alternatives
from newslint.text.words import digits

DAY = 24 * 60
_HOURS = alternatives(PLAIN_NUMBERS[:12])
_STEPS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
# What a time of day in words begins with, up to the first hyphen.
_BEGINNINGS = frozenset([*PLAIN_NUMBERS[:12], *_STEPS, "noon", "midday", "midnight"])
# What is counted behind a number; “9.20 this morning” and “at 9.20 was” count nothing.
_UNIT = r"(?!(?:this|was|is|has|as)\b)[a-z]+s\b"
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_IN_WORDS}|an?|half an)"


class Clock(Row):
    """A time of day at `span`: `minute` counts from midnight; `open` says that it may be twelve hours later as well."""

    span: Span
    minute: int
    open: bool = False

    def to(self, other: Clock) -> int:
        """The minutes from this time to the other, forwards, less than a day; less than half a day where one is open."""
        return (other.minute - self.minute) % (DAY // 2 if self.open or other.open else DAY)


@cache
def _clock() -> re.Pattern[str]:
    """A clock with its half of the day, or with a colon or a point behind a word of time; the first groups are read by `_read`."""
    return compiled(
        r"(?<![\w$£€.,:/-])(?:"
        r"(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)"
        r"|(?P<hours>[01]?\d|2[0-3])[:](?P<minutes>[0-5]\d)(?![\w:]|\.\d|[-–]\d)"
        rf"|(?:(?<=since )|(?<=until )|(?<=till )|(?<=before )|(?<=after )|(?<=at )|(?<=about )|(?<=around )|(?<=it was )(?=[\d.]+ (?:before|when)\b))(?P<pointed>[01]?\d|2[0-3])\.(?P<past>[0-5]\d)(?![\d%]|[.,]\d| ?{_UNIT}| (?:per|an?|million|billion)\b)"
        rf"|(?P<step>half|quarter|five|ten|twenty-five|twenty)(?: minutes)? (?P<way>past|to) (?P<of>{_HOURS}|\d{{1,2}})\b(?![.:]\d|[ -](?:minutes?|hours?|years?|days?|times|per|%|{_UNIT}))"
        rf"|(?P<plain>{_HOURS}|\d{{1,2}}) o[’']clock\b"
        rf"|(?:(?<=at )|(?<=by )|(?<=until )|(?<=till )|(?<=before )|(?<=after )|(?<=about )|(?<=around )|(?<=since ))(?P<whole>{_HOURS})(?= in the (?:morning|afternoon|evening)\b| at night\b)"
        r"|(?P<named>noon|midday|midnight)\b)",
        re.I,
    )


_LED = compiled(r"(?i)(?:\b(?:at|by|from|until|till|to|after|before|around|about|past|since|between)|\A|[-–(])\s?\Z")
_MORE = compiled(r"(?i)\s?(?:(?:in the|at|this) )?(?P<part>morning|afternoon|evening|night)\b")


@analysis
def clocks(document: Document) -> tuple[Clock, ...]:
    """Every time of day, in order."""
    starts = [start for start, _ in digits(document)] + starts_of(document, _BEGINNINGS)
    read = (_read(document, match) for match in matches_at(document, starts, _clock()))
    return tuple(clock for clock in read if clock is not None)


def _read(document: Document, match: re.Match[str]) -> Clock | None:
    text, span = document.text, Span(*match.span())
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        return Clock(span, 60 * hour + int(match["minute"] or 0))
    if match["hours"]:
        block = document.block_at(span.start)
        led = _LED.search(text, max(block.start if block else 0, span.start - 9), span.start)
        hour = int(match["hours"])
        return Clock(span, 60 * hour + int(match["minutes"]), 0 < hour < 13) if led else None
    if match["pointed"]:  # “since 13.00”
        hour = int(match["pointed"])
        return _of_its_part(text, match.endpos, Clock(span, 60 * hour + int(match["past"]), 0 < hour < 13))
    if match["named"]:
        return Clock(span, 0 if match["named"].lower() == "midnight" else DAY // 2)
    hour = _number(match["of"] or match["plain"] or match["whole"]) % 12
    if match["step"]:
        step = _STEPS[match["step"].lower()]
        minute = (60 * hour + (step if match["way"].lower() == "past" else -step)) % (DAY // 2)
        return _of_its_part(text, match.endpos, Clock(span, minute, True))
    return _of_its_part(text, match.endpos, Clock(span, 60 * hour, True))


def _of_its_part(text: str, end: int, clock: Clock) -> Clock:
    """The time of day, which is open no longer where the words behind it say of what part of the day it is."""
    part = _MORE.match(text, clock.span.end, end) if clock.open else None
    if part is None:
        return clock
    later = part["part"].lower() != "morning" and clock.minute < DAY // 2
    return Clock(clock.span, clock.minute + (DAY // 2 if later else 0))


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBER_WORDS[words.lower()]


_QUARTERS = {"a quarter": 1, "a half": 2}
_THREE = 3


class Lapse(Row):
    """A length of time in `minutes` at `span`. `way` is what follows: “before”, “after”, “later”, “earlier” or ""."""

    span: Span
    minutes: int
    way: str
    hedge: Hedge

    @property
    def loose(self) -> bool:
        """Whether a hedge stands before it."""
        return self.hedge is not Hedge.NONE


_HEDGES = {**HEDGES, "within": "less than", "": ""}


@cache
def _lapse() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<loose>(?:about|around|nearly|almost|some|just (?:over|under)|over|under|more than|less than|at least|up to|roughly|within) )?"
        rf"(?:(?P<quarters>a|three)[- ]quarters? of an hour|(?P<first>{_NUMBER})(?:(?P<half> and a half)| (?P<extra>{_NUMBER} and a half))?[ -](?P<unit>minutes?|hours?)(?: and (?P<also>a half|a quarter|three[- ]quarters))?"
        rf"(?:,? and (?P<more>{_NUMBER})[ -]minutes?|,? (?P<short>\d{{1,2}})[ -]minutes?)?)(?: (?P<way>before|after|later|earlier))?\b",
        re.I,
    )


@analysis
def lapses(document: Document) -> tuple[Lapse, ...]:
    """Every length of time in hours and minutes, in order."""
    return tuple(
        _lapse_of(match)
        for block in blocks_with(document, "minute", "hour")
        for match in _lapse().finditer(document.text, block.start, block.end)
    )


def _lapse_of(match: re.Match[str]) -> Lapse:
    way, hedge = (match["way"] or "").lower(), Hedge(_HEDGES[(match["loose"] or "").strip().lower()])
    if match["quarters"]:
        return Lapse(Span(*match.span()), 45 if match["quarters"].lower() == "three" else 15, way, hedge)
    unit = 60 if match["unit"].lower().startswith("hour") else 1
    first = match["first"].lower()
    minutes = unit // 2 if first == "half an" else unit * (1 if first in ("a", "an") else _number(first))
    if match["half"] or match["also"]:
        minutes += unit * _QUARTERS.get((match["also"] or "a half").lower(), _THREE) // 4
    if match["more"] or match["short"]:
        minutes += (
            _number(match["more"] or match["short"])
            if (match["more"] or match["short"]).lower() not in ("a", "an", "half an")
            else 1
        )
    return Lapse(Span(*match.span()), minutes, way, hedge)


@analysis
def _starts(document: Document) -> list[int]:
    return [clock.span.start for clock in clocks(document)]


def clocks_within(document: Document, span: Span) -> tuple[Clock, ...]:
    """The times of day in `span`."""
    starts = _starts(document)
    return clocks(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def clock_at(document: Document, offset: int) -> Clock | None:
    """The time of day that begins at `offset`."""
    return next(iter(clocks_within(document, Span(offset, offset + 1))), None)
