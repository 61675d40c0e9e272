"""Products: what one costs or gets, how many there are, and what they cost or get in all: “three nights at $85 each”."""

from __future__ import annotations

import re
from itertools import product
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts, stem
from newslint.story.quantity import Kind
from newslint.story.same import Pair, measured
from newslint.story.units import time_unit
from newslint.topics.figures.vicinity import near, order, slipped, table

_BACK, _ON = 2, 2
_FAR = log(1.6)
_TIMES = 1.5  # a total is so many times what each is, at least
_MOST = 500  # so many of anything are hardly multiplied in the head
_PAID = frozenset([Kind.MONEY])
# What makes an amount that of one: behind it, and before it.
_WAYS = {
    "each": r",? (?!(?:for|to) each [a-z])(?:(?:of (?:it|them) )|(?:[a-z]+ ){0,2})?(?:each|apiece)\b",
    "a": r" an? (?P<one>[a-z]{3,})\b",
    "per": r" (?:per|for each|for every|every) (?P<one>[a-z]{3,})\b",
    "to-each": r" to each (?P<one>[a-z]{3,})\b",
}
_EACH_BEFORE = compiled(r"\b[Ee]ach(?: [a-z]+| of [a-z]+){0,4} \Z")
# What those who got something else don't get: “£50 each for the other 12”.
_OF_THE_REST = compiled(r"(?: [a-z]+)? (?:each|apiece) (?:for|to) the (?:other|rest|remaining)\b")
_TOTALS = compiled(
    r"\b(?:total|in all|altogether|came to|comes to|adds up|add up|bill|shared?|split|between them|prize|sum|cost)\b",
    re.I,
)


class Product(Row):
    """`one` is the amount of each of `many`; `total` is what all of them are said to make. `way` is how it's told to be of one."""

    one: Amount
    many: Amount
    total: Amount
    way: str
    named: str

    @property
    def made(self) -> float:
        """What the two make."""
        return self.one.value * self.many.value

    @property
    def holds(self) -> bool:
        """Whether they make the total, as all are printed, rounded and hedged."""
        one, many, total = self.one.quantity, self.many.quantity, self.total.quantity
        step = one.numeral.step / 2 if one.numeral.step < 1 or one.numeral.scale > 1 else one.slack
        low, high = (one.low - step) * many.low, (one.high + step) * many.high
        return low <= total.high + 1e-6 and high >= total.low - 1e-6


@analysis
def rate_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “rate”: a total, and the amount of each that doesn’t make it; also how many there are."""
    found = []
    made = {each.total.span for triples in _triples(document) for each in triples if each.made == each.total.value}
    for triples in _triples(document):
        if not any(each.holds for each in triples):
            others = (each for each in triples if _is_near(each) and each.total.span not in made)
            found += [_pair(document, each, len(triples)) for each in others]
    return tuple(sorted(found, key=lambda pair: (pair.suspect, pair.other)))


def altered_rate_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each total that fits had a slip: what true pairs look like, for bench/fit.py."""
    found = []
    for triples in _triples(document):
        fitting = [each for each in triples if each.holds]
        if len(fitting) == 1 and fitting[0].made == fitting[0].total.value:
            total = fitting[0].total
            value = slipped(total.value, total.span)
            wrong = total._replace(quantity=total.quantity._replace(value=value, top=value))
            found.append(_pair(document, fitting[0]._replace(total=wrong), len(triples)))
    return tuple(found)


def product_of(document: Document, pair: Pair) -> Product:
    """The product that a pair is of. Raises LookupError for another document's."""
    return _by_places(document)[pair.suspect, pair.other, *pair.also]


@analysis
def _by_places(document: Document) -> dict[tuple[Span, ...], Product]:
    return {_places(each): each for triples in _triples(document) for each in triples}


@analysis
def _triples(document: Document) -> tuple[tuple[Product, ...], ...]:
    """For each amount that is of one, every number and every total near it."""
    if table(document):
        return ()
    found = []
    for one in amounts(document):
        paid = one.quantity.kind in _PAID and one.value > 0 and not _OF_THE_REST.match(document.text, one.span.end)
        way, named = _way(document.text, one) if paid else ("", "")
        around = near(document, one.span.start, _BACK, _ON) if way else []
        many = [a for a in around if _is_number(a)]
        if named:
            # “an extra £91 a year” is paid in years, “$6,500 for each passenger” isn't, however long the master served
            many = [a for a in many if (a.quantity.kind is Kind.TIME) == bool(time_unit(named))]
        many = _numbered(document.text, one, many) if way == "each-before" else many
        made = [a for a in around if a.unit == one.unit and a.value > _TIMES * one.value]
        every = [Product(one, a, total, way, named) for a, total in product(many, made)]
        own = tuple(each for each in every if not _way(document.text, each.total)[0])
        if own and not any(each.holds for each in every if each not in own):  # “at $68 each, or $204 a year”
            found.append(own)
    return tuple(found)


def _way(text: str, one: Amount) -> tuple[str, str]:
    """How the amount is told to be of one, and the noun of that one; "" where it isn't."""
    for name, way in _WAYS.items():
        match = compiled(way).match(text, one.span.end)
        if match:
            return name, match.groupdict().get("one", "") or ""
    before = text[max(one.sentence.start, one.quantity.start - 50) : one.quantity.start]
    return ("each-before", "") if _EACH_BEFORE.search(before) else ("", "")


def _numbered(text: str, one: Amount, many: list[Amount]) -> list[Amount]:
    """Those that stand between “each” and what each has, if any does: “each of the six children £100,000”."""
    own = [a for a in many if one.sentence.start <= a.span.start < one.quantity.start]
    told = [a for a in own if _EACH_BEFORE.search(text, one.sentence.start, a.quantity.start)]
    return told[-1:] or many


def _is_number(amount: Amount) -> bool:
    quantity = amount.quantity
    whole = quantity.kind in (Kind.COUNT, Kind.TIME) and quantity.value % 1 == 0
    return whole and 2 <= quantity.value <= _MOST


def _is_near(each: Product) -> bool:
    return abs(log(each.made / each.total.value)) < _FAR


def _places(each: Product) -> tuple[Span, ...]:
    """The later of the amounts of one and of all, the earlier, and how many."""
    first, second = sorted((each.one.span, each.total.span))
    return second, first, each.many.span


def _pair(document: Document, each: Product, tried: int) -> Pair:
    signs = measured(_signs(document, each))
    first, second = sorted((each.one.span, each.total.span))
    return Pair("rate", second, first, signs | {"tried": log(tried)}, (each.many.span,))


def _signs(document: Document, each: Product) -> dict[str, float]:
    """What speaks for these three being of one reckoning."""
    one, many, total = each.one, each.many, each.total
    orders = [order(document, amount.span.start) for amount in (one, many, total)]
    window = document.text[
        max(total.sentence.start, total.span.start - 50) : min(total.sentence.end, total.span.end + 30)
    ]
    noun = many.head or (many.quantity.unit if many.quantity.kind is Kind.TIME else "")
    return {
        f"way-{each.way}": True,
        "of-the-noun": bool(each.named) and stem(each.named) == stem(noun),
        "other-noun": bool(each.named and noun) and stem(each.named) != stem(noun),
        "persons": many.persons,
        "money": one.unit != "count",
        "in-one-sentence": max(orders) == min(orders),
        "total-beside": abs(orders[0] - orders[2]) <= 1,
        "said": bool(_TOTALS.search(window)),
        "total-rate": "rate" in total.frames,
        "many-definite": bool(many.determiner),
        "quoted": one.quoted != total.quoted,
    }
