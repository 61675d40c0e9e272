"""Named ratios: a turnout against votes and electorate, an operating margin against profit and revenue, wherever the copy tells them.

A ratio with a name says by itself what it's a share of. So it's held against the first amounts that the copy tells by those words,
and is right where anything in the copy is that share of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import log
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts
from newslint.story.quantity import Kind
from newslint.text.prefilter import blocks_with
from newslint.text.vocabulary import ANOTHER_TIME
from newslint.topics.figures.vicinity import Share, order, rounding, shares_stated

_FAR = log(1.6)  # beyond it the amounts are of something else
_CLOSE = 0.015  # spoilt papers are among the votes or not
_REACH, _AROUND = 70, 45  # letters
# What sets a ratio, or an amount, apart from what the copy is about: another time, a place, somebody else.
_ANOTHER = compiled(
    rf"(?i)\b(?:{ANOTHER_TIME}|then|there(?! (?:is|are|was|were|had|have)\b)|wards?|precincts?|districts?|counties|booths?|boxes|among|expected|forecast|target\w*"
    r"|predict\w*|hop\w+|would|could|might|if|early|postal|first round|record|average|year-earlier|half-year|nine months)\b"
)
_MOVED = compiled(r"(?i)\b(?:by|from|than|points|against|compared with)(?: [a-z]+)? \Z")


class _Name(Row):
    """A ratio's name, and the words beside the amounts that it's the ratio of."""

    word: str
    kind: Kind
    part: str
    whole: str


_NAMES = (
    _Name(
        "turnout",
        Kind.COUNT,
        r"cast|voted|polled|ballots?|papers|valid|poll|took part|turned out|votes",
        r"electorate|regist(?:er|ered|ry)|(?:electoral|voters?['’]?) (?:rolls?|list)|on the rolls?|(?:eligible|entitled) to vote|electors",
    ),
    _Name("operating margin", Kind.MONEY, "operating|ebitda|trading profit", "revenues?|sales|turnover"),
)


class NamedRatio(Row):
    """A share, and the part and the whole that make another."""

    share: Share
    part: Amount
    whole: Amount


@analysis
def named_ratios(document: Document) -> tuple[NamedRatio, ...]:
    """Every ratio told by its name that its part and its whole don't make, nor any other amounts of the copy."""
    return tuple(wrong for name in _NAMES for wrong in _wrong(document, name))


def _wrong(document: Document, name: _Name) -> Iterator[NamedRatio]:
    told = list(_told(document, name))
    wholes = _of(document, name, name.whole) if len({share.value for share in told}) == 1 else []
    if not wholes or any(_is_made(document, share, whole) for share in told for whole in wholes):
        return
    # What the copy is about it tells first; “402 of the 600 on the register” are two.
    whole = max((a for a in wholes if a.sentence == wholes[0].sentence), key=attrgetter("value"))
    parts = [a for a in _of(document, name, name.part) if a.unit == whole.unit and a.value < whole.value]
    for share in told:
        such = [part for part in parts if abs(log(part.value / whole.value / share.value)) < _FAR]
        at = order(document, share.span.start)
        beside = (part for part in such if abs(order(document, part.span.start) - at) < 2)
        part = next(beside, None) or next(iter(such), None)
        if part:
            yield NamedRatio(share, part, whole)


def _told(document: Document, name: _Name) -> Iterator[Share]:
    """The percentages that the copy calls by that name, of its own time and place."""
    blocks = {block.start for block in blocks_with(document, name.word, name.word.capitalize())}
    for share in shares_stated(document) if blocks else ():  # for speed
        block = document.block_at(share.span.start)
        called = block is not None and block.start in blocks and share.percent and 0 < share.value < 1
        if called and _is_called(document.text, share, name.word):
            yield share


def _is_called(text: str, share: Share, word: str) -> bool:
    start, sentence = share.amount.quantity.start, share.amount.sentence
    ahead = _ahead(word).search(text, max(sentence.start, start - _REACH), start)
    if ahead is None and not text.startswith(f" {word}", share.span.end):
        return False
    moved = ahead and _MOVED.search(text, ahead.start(), start)
    return not moved and not _ANOTHER.search(text, sentence.start, share.span.end)


@cache
def _ahead(word: str) -> re.Pattern[str]:
    return compiled(rf"(?i)\b{word}\b[^.;%\d]*\Z")


def _of(document: Document, name: _Name, words: str) -> list[Amount]:
    """The amounts that are told by any of these words, of the copy's own time and place."""
    return [
        amount
        for amount in amounts(document)
        if amount.quantity.kind is name.kind and addable(amount) and _is_told_by(document.text, amount, words)
    ]


def _is_told_by(text: str, amount: Amount, words: str) -> bool:
    start, sentence = amount.quantity.start, amount.sentence
    first, last = max(sentence.start, start - _AROUND), min(sentence.end, amount.span.end + _AROUND)
    return bool(
        compiled(rf"(?i)\b(?:{words})\b").search(text, first, last)
        and not _ANOTHER.search(text, sentence.start, last)
        and not _MOVED.search(text, sentence.start, start)
    )


def _is_made(document: Document, share: Share, whole: Amount) -> bool:
    """Whether anything in the copy is that share of the whole, or nearly."""
    parts = (a for a in amounts(document) if a.unit == whole.unit and addable(a) and a.value < whole.value)
    return any(share.allows(a.value / whole.value, max(_CLOSE, rounding(a, whole)), exact=True) for a in parts)
