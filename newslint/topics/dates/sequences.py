"""Sequences: what follows something can't come before it, by the clock, the calendar, the time left or the score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within
from newslint.story.times import DAY
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentences
from newslint.topics.dates.tellings import Telling, tellings


class Reversal(Row):
    """What stands at `suspect` comes before what it follows, at `other`."""

    suspect: Span
    other: Span
    reason: str


# What comes first, and what may only come then, within one course of events by the clock.
_COURSE = {
    "call": ("response", "arrest", "under control", "rescue"),
    "dispatch": ("response", "arrest", "under control", "rescue"),
    "alarm": ("response", "rescue"),
    "fire": ("call", "dispatch", "response", "under control"),
    "crash": ("call", "dispatch", "response", "rescue"),
    "blast": ("call", "dispatch", "response", "rescue"),
    "shooting": ("call", "dispatch", "response", "arrest"),
    "robbery": ("call", "dispatch", "response", "arrest"),
    "kick-off": ("final whistle",),
}
_SENTENCES_APART = 3
_HOURS = 3 * 60
_LOOKS_BACK = compiled(r"(?i)\b(?:had|earlier|before|previous(?:ly)?|first|already|another|other|second|later)\b")


@analysis
def reversed_hours(document: Document) -> tuple[Reversal, ...]:
    """“The first call came in at 2.52am. The engine got there at 2.47am.”"""
    told = [telling for telling in tellings(document) if telling.clock]
    order = {sentence.start: number for number, sentence in enumerate(sentences(document))}
    found = []
    for earlier, later in pairwise(told):
        if not 0 <= order[later.sentence.start] - order[earlier.sentence.start] <= _SENTENCES_APART:
            continue
        if document.block_at(earlier.span.start) != document.block_at(later.span.start):
            continue
        for cause, effect in ((earlier, later), (later, earlier)):
            if _follows(document, cause, effect):
                reason = f"what it follows is at {document[cause.span].rstrip('.')}"
                found.append(Reversal(effect.span, cause.span, reason))
    return tuple(found)


def _follows(document: Document, cause: Telling, effect: Telling) -> bool:
    """Whether an effect is told with an hour before that of its cause."""
    if cause.clock is None or effect.clock is None:
        return False
    turn = DAY // 2 if cause.clock.open or effect.clock.open else DAY
    if not 0 < (cause.clock.minute - effect.clock.minute) % turn <= _HOURS:
        return False
    if _LOOKS_BACK.search(document.text, *effect.clause) or any(kind in cause.kinds for kind in effect.kinds):
        return False
    return any(effect_kind in effect.kinds for kind in cause.kinds for effect_kind in _COURSE.get(kind, ()))


_ON = r"(?:in|on|at|by)(?: about| around| the)?"
_LED = compiled(rf"(?i)\b{_ON} \Z")
_FIRST_COMES = compiled(
    r"(?i)\b(?:after|following|once (?:the|an?|it|he|she|they|his|her|their|its)|provided|subject to|conditional on|pending|as soon as)\b"
)
_THEN_COMES = compiled(r"(?i)\b(?:before|ahead of|prior to)\b")
_NOT_THE_WORD = compiled(
    r"(?i)\b(?:named|looks?|looked|looking|soon|shortly|day|days|weeks?|months?|years?|hours?|minutes?|time|ever|even|not|never|since|until|"
    r"from|between|no|only|long|just|one|year)\b"
)


@analysis
def reversed_dates(document: Document) -> tuple[Reversal, ...]:
    """“It will be paid on 9 May, provided that the meeting approves it on 14 May.”"""
    return tuple(reversal for sentence in sentences(document) for reversal in _within(document, sentence))


def _within(document: Document, sentence: Sentence) -> Iterator[Reversal]:
    moments = [*dates_within(document, sentence.span)]
    text = document.text
    for first, second in pairwise(moments):
        between = text[first.span.end : second.span.start]
        way = _way(between)
        if not way or in_quotation(document, first.span.start):
            continue
        if not all(
            _LED.search(text, max(sentence.start, date.span.start - 16), date.span.start) for date in (first, second)
        ):
            continue
        gap = _days(first, second)
        if gap is not None and gap * way > 0:
            yield Reversal(
                second.span,
                first.span,
                "it comes before what it follows" if way > 0 else "it comes after what it precedes",
            )


def _way(between: str) -> int:
    """1 where what is told first follows what is told second, -1 where it comes before it, else 0."""
    ways = [(1, match) for match in _FIRST_COMES.finditer(between)] + [
        (-1, match) for match in _THEN_COMES.finditer(between)
    ]
    if len(ways) != 1 or len(between) > 120 or compiled(r"[;:—–“”\"]| (?:and|but|or) ").search(between):
        return 0
    way, match = ways[0]
    return 0 if _NOT_THE_WORD.search(between[max(0, match.start() - 24) : match.start()]) else way


def _days(first: DateReference, second: DateReference) -> int | None:
    """How much later the second date is, as far as both say; None where they can't be held against each other."""
    if first.year and second.year:
        if first.month and second.month and first.year == second.year:
            if first.month == second.month:
                return second.day - first.day if first.day and second.day else None
            return 31 * (second.month - first.month)
        return 366 * (second.year - first.year) or None
    if first.year or second.year or first.month != second.month or not first.day or not second.day:
        return None
    return second.day - first.day


_LEFT = compiled(r"(?i)\b(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d) (?:left|remaining|to (?:play|go)|on the clock)\b")
_ANSWERED = compiled(
    r"(?i)\b(?:answer(?:s|ed)|respond(?:s|ed)|repl(?:ies|ied)|counter(?:s|ed)|then|next|followed|retaliated|tied it|evened|pulled? back)\b"
)
_NEAR = 200
_OTHER_PART = compiled(r"(?i)\n|\b(?:half|quarter|period|earlier|overtime|had)\b")


@analysis
def reversed_clocks(document: Document) -> tuple[Reversal, ...]:
    """“She put them ahead with 1:40 left. Moor answered with 2:10 to play”: time left in a game runs down."""
    found = []
    for one, other in pairwise(
        match for block in document.copy for match in _LEFT.finditer(document.text, block.start, block.end)
    ):
        between = document.text[one.end() : other.start()]
        left = [60 * int(match["minutes"]) + int(match["seconds"]) for match in (one, other)]
        near = left[1] > left[0] and len(between) < _NEAR and _ANSWERED.search(between)
        if near and not _OTHER_PART.search(between):
            found.append(Reversal(Span(*other.span()), Span(*one.span()), "less was left before"))
    return tuple(found)


_WICKET = compiled(
    r"\b(?:at|on|to|were|was|reached|made it|became) (?P<score>(?P<down>\d)[-–/](?P<runs>\d{2,3})|(?P<more>\d{2,3})[-–/ ](?:for )?(?P<fallen>\d|two|three|four|five|six|seven|eight|nine))\b(?!\d|[-–/.]\d)"
)
_CRICKET = compiled(
    r"(?i)\b(?:wickets?|innings|leg-before|lbw|stumped|run out|run-out|bowled|overs|batsm[ae]n|batters?)\b"
)
_WORDS = {word: number for number, word in enumerate("two three four five six seven eight nine".split(), 2)}


@analysis
def falling_scores(document: Document) -> tuple[Reversal, ...]:
    """“Moor was run out at 5-196. With the score at 6-189 Hale was bowled”: a later wicket falls at no lower score."""
    if not _CRICKET.search(document.text):
        return ()
    found = []
    for block in document.copy:
        told = [
            (*_score(match), Span(*match.span("score")))
            for match in _WICKET.finditer(document.text, block.start, block.end)
        ]
        for (down, runs, span), (fallen, more, place) in pairwise(told):
            if fallen == down + 1 and more < runs and runs - more < 100:
                found.append(Reversal(place, span, "the wicket before it fell at a higher score"))
    return tuple(found)


def _score(match: re.Match[str]) -> tuple[int, int]:
    if match["down"]:
        return int(match["down"]), int(match["runs"])
    fallen = match["fallen"]
    return (_WORDS[fallen] if fallen in _WORDS else int(fallen)), int(match["more"])
