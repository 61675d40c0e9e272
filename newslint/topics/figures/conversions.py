"""Conversions: one amount given in two units, “10 miles (16km)”, or in two currencies."""

from __future__ import annotations

import re

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.story.units import Unit, unit
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons

_SIZE = r"(?:[ -](?:wide|long|high|tall|deep|thick|across|square|north|south|east|west|away|off|up|each|or so|in length|in height|below zero|above sea level|a day|an hour|long-distance|round-trip|per [a-z]+|of [a-z]+(?: [a-z]+)?|[a-z-]+))?"
_PER = compiled(r" per ([a-z]+)")
_LOWER_END = pattern(r"<n> (?:and|to|or) \Z")
_SAME = r"(?:or|which is|that is|that's|equivalent to|the equivalent of|equal to|i\.?e\.?|namely|=|about|roughly)"


class Conversion(Row):
    """Two quantities that are said to be one: `second` stands in brackets, or behind “or”."""

    first: Quantity
    second: Quantity
    bracketed: bool
    dated: bool


@analysis
def conversions(document: Document) -> tuple[Conversion, ...]:
    """Every amount that is given twice: measures of one dimension in two units, or money in two currencies."""
    return tuple(found for sentence in skeletons(document) for found in _in_sentence(sentence))


def _in_sentence(sentence: Skeleton) -> list[Conversion]:
    kinds = [quantity.kind for quantity in sentence.quantities]
    found: list[Conversion] = []
    dated = Kind.YEAR in kinds
    if kinds.count(Kind.MEASURE) >= 2:
        found += _pairs(
            sentence,
            rf"<measure>{_SIZE}(?:(?P<open> ?[(\[])(?:or |that's |equal to |i\.e\. )?(?:about |around |roughly |nearly |almost |some |just (?:over|under) )?|,? {_SAME} |,? or about |/| – (?:or )?| — (?:or )?| = |, )<measure>",
            dated,
        )
    if kinds.count(Kind.MONEY) >= 2:
        found += _pairs(
            sentence,
            r"<money>(?: [a-z]+){0,2}(?P<open> ?[(\[])(?:or |about |around |roughly |nearly |almost |some )*<money>(?=[)\]])",
            dated,
        )
        found += _pairs(
            sentence,
            rf"<money>(?: [a-z]+){{0,2}}, {_SAME} (?:some )?(?P<open>)<money>(?=[,.;]|\Z| and| for)",
            dated,
        )
        hedged = _pairs(sentence, r"<money>(?: [a-z]+){0,2}, (?P<open>)<money>(?=[,.;)]|\Z)", dated)
        found += [each for each in hedged if each.second.hedge is Hedge.ABOUT]
    return found


def _pairs(sentence: Skeleton, template: str, dated: bool) -> list[Conversion]:
    found = []
    for match in pattern(template).finditer(sentence.text):
        first, second = sentence.at[match.start(1)], sentence.at[match.end() - 1]
        behind = sentence.text[match.end() : match.end() + 3]
        bracketed = bool(match["open"])
        if first.unit == second.unit or (
            bracketed
            and behind[:1] not in (")", "]", ",", ";", "/")
            and behind[:2] not in (" w", " l", " h", " t", " d", " o", " p")
        ):
            continue
        if _is_of_another_rate(sentence, match):
            continue
        lower = _LOWER_END.search(sentence.text, 0, match.start(1))
        if lower and second.top > second.value:
            first = first._replace(value=sentence.at[lower.start(1)].value)
        if first.kind is Kind.MONEY or are_of_one_dimension(first, second):
            found.append(Conversion(first, second, bracketed, dated))
    return found


def _is_of_another_rate(sentence: Skeleton, match: re.Match[str]) -> bool:
    """Whether the two are rates of two units: miles per gallon (kilometres per litre)."""
    first = _PER.search(sentence.text, match.end(1), match.end() - 1)
    second = _PER.match(sentence.text, match.end())
    return first is not None and second is not None and first[1] != second[1]


def measure(quantity: Quantity) -> Unit | None:
    """The unit of a measure, if it has a size."""
    return unit(quantity.unit)


def are_of_one_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether both measure length, or both mass, …"""
    first, second = measure(a), measure(b)
    return first is not None and second is not None and first.dimension == second.dimension


def interval(quantity: Quantity, share: float) -> tuple[float, float]:
    """What the quantity may stand for, in its dimension's own unit."""
    size = measure(quantity)
    low, high = quantity.within(share)
    return (low * size.low, high * size.high) if size else (low, high)


def fahrenheit_of(celsius: float) -> float:
    """Degrees Fahrenheit."""
    return celsius * 1.8 + 32


def converted(quantity: Quantity, target: Quantity) -> float:
    """`quantity` in the unit of `target`."""
    a, b = measure(quantity), measure(target)
    if a is None or b is None:
        return quantity.value
    if a.dimension == "temperature":
        return fahrenheit_of(quantity.value) if a.name == "degree Celsius" else (quantity.value - 32) / 1.8
    return quantity.value * a.low / b.low
