"""Entries of a live page: each is headed by its hour, and what it tells as past can't lie after that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.times import DAY, clocks_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import STRONG_PASTS, UP_TO_TEN, WEEKDAYS, alternatives

_FEWEST = 3  # entries of a live page
_HEAD = compiled(
    r"[\W_]*(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?![\w%-]|[.:,]\d)",
    re.I,
)
# An hour without minutes: shortly after nine.
_HOURS = (*UP_TO_TEN, "eleven", "twelve")
_BARE = compiled(
    rf"(?i)\b(?:just|shortly|soon) (?:after|before) (?P<hour>1[0-2]|[1-9]|{alternatives(_HOURS)})(?=[,.;]|[ ](?!o[’']clock|[a-z]+s\b)[a-z])"
)
_AT = compiled(
    r"(?i)\b(?:(?:at|as of|about|around|after|before)(?: (?:just|about|around|exactly|precisely|after|before))?(?: an?)?|told the) \Z"
)
# “At 6.15 it turned”, “as of 3.15 this afternoon, the firm said”: the sentence begins with its hour.
_OPENS = compiled(r"(?i)\W*(?:at|as of|about|around|just|shortly|after|before|an?| )*\Z")
_PAST = compiled(rf"(?i)\b(?:was|were|had|did|[a-z]{{2,}}ed|{alternatives(STRONG_PASTS)})\b")
# Behind an hour “-ed” may be any participle: “at 6pm the warning issued last night is over”.
_PAST_BEHIND = compiled(rf"\b(?:was|were|had|did|(?:it|he|she|they|we) [a-z]+ed|{alternatives(STRONG_PASTS)})\b")
_CLAUSE_ENDS = compiled(r"[,;:–—.]|\b(?:that|which|who|when|where|after|before|as|and|but|is|are|has|have)\b")
# What lies ahead, was on another day, or wasn't at all.
_NOT_TODAY = compiled(
    rf"(?i)\b(?:will|would|shall|should|may|might|could|can|if|unless|until|till|due(?! (?:north|south|east|west)\b)|expect\w*|hop(?:e|es|ed|ing)|plan\w*|scheduled|postponed|delayed|tomorrow"
    rf"|yesterday|last (?:night|evening|week|weekend|month|year|time|spring|summer|autumn|fall|winter)|previous|overnight|tonight|{alternatives(WEEKDAYS)}|[a-z]+(?:[’']ll|n[’']t)|update[ds]?|closes?|set to|deadline|forecast\w*|predict\w*|warn\w*)\b"
)
_THEN = compiled(r"(?: (?:this|in the|on) [a-z]+)?, ")
_FARTHEST = 6 * 60  # minutes


class Entry(Row):
    """An entry: the span of its hour, that in minutes from midnight, and where the entry begins and ends."""

    head: Span
    minute: int
    whole: Span


class Foretold(Row):
    """An hour at `suspect` that an entry tells as past; `head` is the entry's own, which is earlier."""

    suspect: Span
    head: Span


@analysis
def entries(document: Document) -> tuple[Entry, ...]:
    """The entries of a live page, in order; none where less than three paragraphs begin with an hour, or these are in no order."""
    heads = [(match, block) for block in document.copy if (match := _head(document, block))]
    if len(heads) < _FEWEST:
        return ()
    minutes = [_minute(match) for match, _ in heads]
    if not (_ordered(minutes) or _ordered(minutes[::-1])):
        return ()
    ends = [block.start for _, block in heads[1:]] + [document.copy[-1].end]
    return tuple(
        Entry(Span(match.start("hour"), match.end()), minute, Span(match.end(), end))
        for (match, _), minute, end in zip(heads, minutes, ends, strict=True)
    )


def _head(document: Document, block: Block) -> re.Match[str] | None:
    match = _HEAD.match(document.text, block.start, block.end)
    return match if match and (match["minute"] or match["half"]) else None


def _minute(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + int(match["minute"] or 0)


def _ordered(minutes: list[int]) -> bool:
    return all(one <= other for one, other in pairwise(minutes))


@analysis
def foretold(document: Document) -> tuple[Foretold, ...]:
    """Each hour that an entry tells as past and that comes after it, in order."""
    return tuple(
        Foretold(span, entry.head)
        for entry in entries(document)
        for span, minute, is_open in _hours(document, entry)
        if 1 < _later(entry.minute, minute, is_open) <= _FARTHEST and _is_past(document, span)
    )


def _hours(document: Document, entry: Entry) -> Iterator[tuple[Span, int, bool]]:
    """The hours in an entry: span, minutes from midnight, and whether they may be half a day later."""
    for clock in clocks_within(document, entry.whole):
        yield clock.span, clock.minute, clock.open
    for match in _BARE.finditer(document.text, *entry.whole):
        hour = int(match["hour"]) if match["hour"].isdigit() else _HOURS.index(match["hour"].lower()) + 1
        yield Span(*match.span("hour")), hour % 12 * 60, True


def _later(head: int, minute: int, is_open: bool) -> int:
    """By how many minutes the hour is later than the entry, the shorter way round."""
    turn = DAY // 2 if is_open else DAY
    gap = (minute - head) % turn
    return gap if gap <= turn // 2 else gap - turn


def _is_past(document: Document, span: Span) -> bool:
    """Whether the sentence tells that something happened at the hour, today."""
    sentence = sentence_at(document, span.start)
    if sentence is None or in_quotation(document, span.start):
        return False
    text = document.text
    before = text[sentence.start : span.start]
    if not _AT.search(before):
        return False
    opens = _OPENS.match(before) is not None
    behind = _clause_behind(text, span.end, sentence.end, opens=opens)
    if _NOT_TODAY.search(text, sentence.start, behind.end if opens else sentence.end):
        return False
    clause = re.split(r"[,;:–—]", before)[-1]
    return _PAST.search(clause) is not None or _PAST_BEHIND.search(text, *behind) is not None


def _clause_behind(text: str, start: int, end: int, *, opens: bool) -> Span:
    """What stands behind an hour in its clause: “at 1.15pm two men drew a chain across it”; a comma may follow what opens a sentence."""
    begins = _THEN.match(text, start, end) if opens else None
    edge = _CLAUSE_ENDS.search(text, begins.end() if begins else start, end)
    return Span(start, edge.start() if edge else end)
