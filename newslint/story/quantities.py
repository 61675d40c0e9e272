"""Quantities: numbers that count or measure something, wherever the copy has them."""

from __future__ import annotations

from bisect import bisect_left

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.hedges import hedge_of
from newslint.story.numerals import Numeral, numerals
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.story.readings import counts_something, reading
from newslint.text.directions import DIRECTIONS

_RANGE = compiled(r"[-–—‑]| to ")
_NO_RANGE = frozenset([Kind.YEAR, Kind.ORDINAL, Kind.OTHER, Kind.FRACTION])
# How many of the second unit make one of the first, where both are given as one: 6ft 2in.
_SMALLER = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("mile", "yard"): 1760, ("hour", "minute"): 60,
    ("metre", "centimetre"): 100, ("minute", "second"): 60, ("mile", "foot"): 5280, ("year", "month"): 12,
}  # fmt: skip
# “5 to 6 million” begins at five million; a number from here on stands for itself.
_BARE = 1000
_COMPOUND_GAPS = frozenset(["", " ", ", ", " and ", ",\u00a0", "\u00a0"])


@analysis
def quantities(document: Document) -> tuple[Quantity, ...]:
    """Every quantity of the story's own blocks, in order; numbers that are none (dates, names, scores) are OTHER."""
    text = document.text
    found: list[Quantity] = []
    blocks = iter(document.copy)
    start, limit = 0, 0
    for numeral in numerals(document):
        while numeral.start >= limit:
            _, start, limit, *_ = next(blocks)
        if not found or numeral.start >= found[-1].span.end:  # the 2 of m2 is no number
            found.append(_quantity(text, numeral, start, limit))
    return tuple(_joined(text, found))


def _quantity(text: str, numeral: Numeral, start: int, limit: int) -> Quantity:
    read = reading(text, numeral, start, limit)
    hedge, begin = hedge_of(text, read.start, read.numeral.end, start)
    kind = read.kind
    if kind is Kind.YEAR and hedge is not Hedge.NONE and counts_something(text, read.end):
        kind = Kind.COUNT  # “more than 2000 people”
    value = read.numeral.value
    return Quantity(Span(read.start, read.end), begin, value, value, kind, read.unit, hedge, read.numeral)


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join “10-12 people” and “10 to 12 miles” into ranges, “6ft 2in” into one; “2-1” alone is a score."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and 0 <= quantity.span.start - before.span.end <= 6:
            gap = text[before.span.end : quantity.span.start]
            if (before.unit, quantity.unit) in _SMALLER and gap in _COMPOUND_GAPS:
                joined[-1] = _compound(before, quantity)
                continue
            if _RANGE.fullmatch(gap) and _can_range(text, before, quantity, gap):
                joined[-1] = _range(text, before, quantity, gap)
                continue
        joined.append(quantity)
    return joined


def _compound(a: Quantity, b: Quantity) -> Quantity:
    """“6ft 2in” as one quantity, in feet."""
    share = _SMALLER[a.unit, b.unit]
    value = a.value + b.value / share
    numeral = a.numeral._replace(grain=b.numeral.step / share, step=b.numeral.step / share, value=value)
    return a._replace(span=Span(a.span.start, b.span.end), value=value, top=value, numeral=numeral)


def _can_range(text: str, a: Quantity, b: Quantity, gap: str) -> bool:
    if not {a.kind, b.kind}.isdisjoint(_NO_RANGE) or a.top != a.value:
        return False
    if gap == " to " and (a.value >= b.value or _is_step(text, a)):
        return False
    return a.kind is Kind.COUNT or (a.kind, a.unit) == (b.kind, b.unit)


def _is_step(text: str, a: Quantity) -> bool:
    """Whether “to” leads to where a figure went: “from 5 to 6”, “by 5 to 60”, “fell $8bn to $745bn”."""
    before = text[max(0, a.start - 12) : a.start].lower().split()
    if not before:
        return False
    sized = a.kind is not Kind.COUNT or a.numeral.scale > 1 or a.value >= _BARE
    return before[-1] in ("from", "by") or (sized and before[-1] in DIRECTIONS)


def _range(text: str, a: Quantity, b: Quantity, gap: str) -> Quantity:
    """A range, or a score where nothing is counted behind it."""
    bare = a.numeral.scale == 1 < b.numeral.scale and a.value < min(b.value, _BARE)
    low = a.value * (b.numeral.scale if bare else 1)
    counted = gap == " to " or counts_something(text, b.span.end)
    score = (b.kind is Kind.COUNT and not counted) or low >= b.value
    kind = Kind.OTHER if score else b.kind
    # A reversed range keeps its unit, by which it's told from a score.
    return b._replace(span=Span(a.span.start, b.span.end), start=a.start, value=low, kind=kind, hedge=a.hedge)


@analysis
def _starts(document: Document) -> list[int]:
    return [quantity.span.start for quantity in quantities(document)]


def quantities_within(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities that begin within `span`."""
    starts = _starts(document)
    return quantities(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
