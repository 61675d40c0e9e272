"""Joined quantities: two numbers that are one, a range (“10 to 12 people”) or a measure in two units (“6ft 2in”)."""

from __future__ import annotations

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.quantity import Kind, Quantity, counts_something
from newslint.text.vocabulary import DIRECTIONS

_RANGE = compiled(r"[-–—‑]| to ")
_LED = (" to ", " and ")
# “Between 5 and 6 miles”; not the gap between them, which is of two.
_BETWEEN = compiled(r"(?i)(?<!gap )(?<!difference )(?<!distance )(?<!halfway )\bbetween (?:about |some )?\Z")
_NO_RANGE = frozenset([Kind.YEAR, Kind.ORDINAL, Kind.OTHER, Kind.FRACTION])
# How many of the second unit make one of the first, where both are given as one: 6ft 2in.
_SMALLER = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("mile", "yard"): 1760, ("hour", "minute"): 60,
    ("metre", "centimetre"): 100, ("minute", "second"): 60, ("mile", "foot"): 5280, ("year", "month"): 12,
}  # fmt: skip
_BACK = 24  # code points that may lead in a range
# “5 to 6 million” begins at five million; a number from here on stands for itself.
_BARE = 1000
_YEAR_GAPS = frozenset(["-", "–", "‑", "/"])
_COMPOUND_GAPS = frozenset(["", " ", ", ", " and ", ",\u00a0", "\u00a0"])


def joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join “10-12 people” and “10 to 12 miles” into ranges, “6ft 2in” into one; “2-1” alone is a score."""
    whole: list[Quantity] = []
    for quantity in found:
        before = whole[-1] if whole else None
        if before is not None and 0 <= quantity.span.start - before.span.end <= 6:
            gap = text[before.span.end : quantity.span.start]
            if before.kind is Kind.YEAR and gap in _YEAR_GAPS and _is_second_year(quantity):
                whole.append(quantity._replace(kind=Kind.OTHER, unit="year"))
                continue
            if (before.unit, quantity.unit) in _SMALLER and gap in _COMPOUND_GAPS:
                whole[-1] = _compound(before, quantity)
                continue
            ranges = _RANGE.fullmatch(gap) or (
                gap == " and " and _BETWEEN.search(text, max(0, before.span.start - _BACK), before.span.start)
            )
            if ranges and _can_range(text, before, quantity, gap):
                whole[-1] = _range(text, before, quantity, gap)
                continue
        whole.append(quantity)
    return whole


def _is_second_year(quantity: Quantity) -> bool:
    """Whether the number is the second year of a season: the 27 of 2026-27."""
    return quantity.kind is Kind.COUNT and quantity.span.end - quantity.span.start == 2 and quantity.numeral.scale == 1


def _compound(a: Quantity, b: Quantity) -> Quantity:
    """“6ft 2in” as one quantity, in feet."""
    share = _SMALLER[a.unit, b.unit]
    value = a.value + b.value / share
    numeral = a.numeral._replace(grain=b.numeral.step / share, step=b.numeral.step / share, value=value)
    return a._replace(span=Span(a.span.start, b.span.end), value=value, top=value, numeral=numeral)


def _can_range(text: str, a: Quantity, b: Quantity, gap: str) -> bool:
    if not {a.kind, b.kind}.isdisjoint(_NO_RANGE) or a.top != a.value:
        return False
    least = _least(a, b) if gap == " and " else a.value
    if gap in _LED and (least >= b.value or _is_step(text, a)):
        return False
    return a.kind is Kind.COUNT or (a.kind, a.unit) == (b.kind, b.unit)


def _least(a: Quantity, b: Quantity) -> float:
    """The lower end, in millions where the upper one is."""
    bare = a.numeral.scale == 1 < b.numeral.scale and a.value < min(b.value, _BARE)
    return a.value * (b.numeral.scale if bare else 1)


def _is_step(text: str, a: Quantity) -> bool:
    """Whether “to” leads to where a figure went: “from 5 to 6”, “by 5 to 60”, “fell $8bn to $745bn”."""
    before = text[max(0, a.start - 12) : a.start].lower().split()
    if not before:
        return False
    sized = a.kind is not Kind.COUNT or a.numeral.scale > 1 or a.value >= _BARE
    return before[-1] in ("from", "by") or (sized and before[-1] in DIRECTIONS)


def _range(text: str, a: Quantity, b: Quantity, gap: str) -> Quantity:
    """A range, or a score where nothing is counted behind it."""
    low = _least(a, b)
    counted = gap in _LED or counts_something(text, b.span.end)
    score = (b.kind is Kind.COUNT and not counted) or low >= b.value
    kind = Kind.OTHER if score else b.kind
    # A reversed range keeps its unit, by which it's told from a score.
    return b._replace(span=Span(a.span.start, b.span.end), start=a.start, value=low, kind=kind, hedge=a.hedge)
