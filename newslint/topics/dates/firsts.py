"""Firsts: what came first with its day or hour, and an earlier one for what the paragraph tells next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.dates import moments
from newslint.story.times import clocks
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.dates.timelines import Misplaced, is_later

# “The first sign came in May”, not “in the first three months”, nor “for the first time since”.
_FIRST = compiled(
    r"(?i)\bfirst\b(?! (?:time|since|and|(?:\w+ )?(?:half|quarter|months?|weeks?|days?|years?|hours?|minutes?))\b)[^;:]* (?:in|on|at) \Z"
)
_LED = compiled(r"(?i)\b(?P<way>in|on|at|by) \Z")
# What says itself that it goes back.
_BACK = compiled(r"(?i)\b(?:had|previous\w*|earlier|before|already|born|graduated|grew|studied)\b")
_HOUR = 60  # minutes: of two hours farther apart one may be of another day


@analysis
def before_the_first(document: Document) -> tuple[Misplaced, ...]:
    """“The first sign came in May 2024. … They searched the house in March 2024”, in one paragraph."""
    return tuple(Misplaced(second, first) for first, second in _falls(document) if _leads_to(document, first, second))


def _falls(document: Document) -> Iterator[tuple[Span, Span]]:
    """Every date and every time of day behind which an earlier one comes next."""
    for first, second in pairwise(moments(document)):
        if first.year and is_later(first, second):
            yield first.span, second.span
    for one, other in pairwise(clocks(document)):
        if 0 < other.to(one) < _HOUR:
            yield one.span, other.span


def _leads_to(document: Document, first: Span, second: Span) -> bool:
    """Whether a first has the one moment, and the next sentence of its paragraph with a moment goes on from there."""
    text = document.text
    block, one, other = (
        document.block_at(first.start),
        sentence_at(document, first.start),
        sentence_at(document, second.start),
    )
    if block is None or one is None or other is None or not first.end <= other.start < block.end:
        return False
    if in_quotation(document, first.start) or in_quotation(document, second.start):
        return False
    led = _LED.search(text, other.start, second.start)
    if led is None or not _FIRST.search(text, one.start, first.start):
        return False
    # “By May they had found nine more” goes on.
    end = second.start if led["way"].lower() == "by" else other.end
    return _BACK.search(text, other.start, end) is None
