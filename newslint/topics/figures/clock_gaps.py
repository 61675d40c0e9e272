"""Clock gaps: so many minutes between two events of a story that gives the hours of its events, none of which lie so far apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.times import Clock, Lapse, lapses
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.figures.elapsed import Elapsed

# “8:06 a.m.”, “At 02.14”, and “8:14:” at the head of an entry.
_HOUR = compiled(
    r"(?i)(?<![\w.,:/£$€–-])(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b)?(?![\w]|[.:/,-]\d|[ -]?(?:%|per|points?|seconds?|minutes?|miles?|km|m\b))"
)
_LED = compiled(r"(?i)\b(?:at|by|from|until|till|before|after|about|since|between|around) \Z")
_BETWEEN = compiled(r" (?:that (?:passed|elapsed) )?between (?:the|his|her|its|their|that|when|[a-z]+ing)\b")
_DEFINITE = compiled(r"(?i)\b(?:the|those|these) \Z")
_EVENT = r"(?:flight|journey|voyage|crossing|ordeal|siege|search|wait|rescue|operation|delay|outage|blackout|chase|pursuit|drive|stand-?off)"
_OF_EVENT = compiled(rf"(?i)\b(?:the|this|that|a|an|its|their) {_EVENT} of \Z")
_FEWEST, _MOST = 3, 16
_SHORTEST = 5
# One figure is another: ten minutes more or less, or a whole hour.
_SLIPS = frozenset([10, 60])


@analysis
def clock_gaps(document: Document) -> tuple[Elapsed, ...]:
    """Every such length that no two hours bear out, where two of them would with one other figure."""
    told = _hours(document)
    if not _FEWEST <= len(told) <= _MOST:
        return ()
    return tuple(found for lapse in lapses(document) for found in _gap(document, lapse, told))


@analysis
def _hours(document: Document) -> tuple[Clock, ...]:
    """The hours to the minute that the story gives, in order."""
    found = []
    for block in blocks_with(document, ".", ":"):
        for match in _HOUR.finditer(document.text, block.start, block.end):
            led = _LED.search(document.text, max(block.start, match.start() - 9), match.start())
            plain = match["mark"] == ":" or match["hour"].startswith("0") or led
            if match["half"] or (match["mark"] and plain):
                later = 720 if (match["half"] or "").lower() == "p" and int(match["hour"]) < 12 else 0
                minute = 60 * int(match["hour"]) + int(match["minute"] or 0) + later
                found.append(Clock(Span(*match.span()), minute))
    return tuple(found)


def _gap(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Iterator[Elapsed]:
    if lapse.loose or lapse.way or lapse.minutes < _SHORTEST or not _is_between_events(document, lapse):
        return
    pairs = [
        (one, other) if one.minute < other.minute else (other, one)
        for one, other in combinations(told, 2)
        if one.minute != other.minute
    ]
    if any(abs(_minutes(*pair) - lapse.minutes) < 2 for pair in pairs):
        return
    likely = {
        (first.minute, last.minute): (first, last)
        for first, last in pairs
        if abs(_minutes(first, last) - lapse.minutes) in _SLIPS
    }
    if len(likely) == 1:
        first, last = next(iter(likely.values()))
        yield Elapsed(lapse.span, first.span, last.span, f"{_minutes(first, last)} minutes")


def _minutes(first: Clock, last: Clock) -> int:
    return last.minute - first.minute


def _is_between_events(document: Document, lapse: Lapse) -> bool:
    """Whether it’s the time between two events, or that of one, which the sentence itself doesn’t give the hours of."""
    text, sentence = document.text, sentence_at(document, lapse.span.start)
    if sentence is None or in_quotation(document, lapse.span.start):
        return False
    if any(sentence.start <= clock.span.start < sentence.end for clock in _hours(document)):
        return False
    start = max(sentence.start, lapse.span.start - 30)
    between = _DEFINITE.search(text, start, lapse.span.start) and _BETWEEN.match(text, lapse.span.end)
    return bool(between or _OF_EVENT.search(text, start, lapse.span.start))
