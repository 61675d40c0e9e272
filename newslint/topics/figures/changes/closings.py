"""Closings: the price at which something stands, and by how much it rose or fell to get there: “closed down 18p at 342p”, “at 342p, down 18p, or 5 per cent”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.quantity import Kind
from newslint.text.vocabulary import DIRECTIONS, alternatives
from newslint.topics.figures.changes.changes import COINS, Change, Step
from newslint.topics.figures.vicinity import near

_AT = compiled(r"(?:,? (?:a share|each))?(?: to close| to end| to finish)? (?:at|to) (?:a [a-z]+ )?\Z")
# “… closed at $47.84, a gain of $1.84 on the day, or about 8 percent”
_UP = compiled(rf",? (?:an? )?(?P<way>{alternatives(DIRECTIONS)})(?: of| by)? \Z")
_OR = compiled(r"(?: (?:on|for|from) (?:the|last) [a-z]+)?(?:,? or |,? \(|, )\Z")


def closings(document: Document, change: Change) -> Iterator[Step]:
    """The step up to each price of the change's sentence that stands with what it moved by, where the change is its share."""
    if change.sort != "share" or not change.share or not change.share.percent:
        return
    money = [a for a in near(document, change.span.start, 0, 0) if a.quantity.kind is Kind.MONEY]
    for moved, price in pairwise(money):
        words = document.text[moved.sentence.start : moved.quantity.start].lower().removesuffix(" by ").split()
        way = DIRECTIONS.get(words[-1], 0) if words else 0
        between = document.text[moved.span.end : price.quantity.start]
        if change.span.start > moved.span.end and change.span.end < price.quantity.start:
            between = document.text[change.span.end : price.quantity.start].lstrip(",")
        if way and _AT.fullmatch(between):
            yield from _step(moved, price, way)
    for price, moved in pairwise(money):
        led = _UP.fullmatch(document.text, price.span.end, moved.quantity.start)
        if led and _OR.fullmatch(document.text, moved.span.end, change.start):
            yield from _step(moved, price, DIRECTIONS.get(led["way"], 0))


def _step(moved: Amount, price: Amount, way: int) -> Iterator[Step]:
    """From what the price was to what it is; none where they are of two currencies, or nothing would have been there before."""
    coin = moved.unit in COINS and price.unit not in COINS
    before = price.value - way * moved.value * (0.01 if coin else 1)
    if (coin or moved.unit == price.unit) and before > 0:
        quantity = moved.quantity._replace(value=before, top=before, numeral=price.quantity.numeral)
        yield Step(moved._replace(quantity=quantity, unit=price.unit), price, "to-from")
