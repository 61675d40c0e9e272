"""Lent units: what millions are of where those before them say so: “110m cedis for a mill, 45m for boats”, “248 million euros, against 239 million in May”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from newslint.startup.expressions import compiled
from newslint.story.money import in_millions
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import counted

# What stands between two amounts whose unit is told once; how far behind it “45m” may stand; and what makes it a length.
_RANGE = compiled(r"[-–]| (?:to|and|or) ")
_REACH = 160
_LENGTH = compiled(r"[- ](?:long|wide|high|tall|deep|thick|across|apart|away)\b")
_MILLION = 1e6
_LAKH = 1e5
_MEASURED = frozenset([Kind.MONEY, Kind.MEASURE])
# What makes a bare number one of people, or of what is told elsewhere: “a city of 3 million”, “6 million of them”.
_PEOPLED = compiled(
    r"\b(?:audience|city|country|crowd|electorate|island|nation|people|population|province|region|town)s? (?:of|is|was|to) (?:[a-z]+ )?\Z"
)
_OF_THEM = compiled(r"[- ](?:of|times)\b")


def with_lent_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where “45m” is no metres but what money beside it is that's told so: “110m cedis for a mill, 45m for boats”, “150m
    to 170m cedis”; and where millions of nothing that's named are of what the last ones of their paragraph were of.
    """
    read: list[Quantity] = []
    money = last = None
    for quantity, behind in zip_longest(found, found[1:]):
        own = quantity
        ends = behind and _RANGE.fullmatch(text, quantity.span.end, behind.span.start)
        if _is_bare_million(text, quantity):
            model = behind if ends and _is_named_behind(behind) else money
            if model and _are_beside(text, quantity, model):
                own = _like(text, quantity, model)
                money = money and own
        elif _is_named_behind(quantity):
            money = quantity
        if own.numeral.scale >= _LAKH:
            model = behind if ends and _is_measured(behind) else last
            if model and _is_of_nothing(text, own) and "\n" not in text[model.span.end : own.start]:
                own = own._replace(kind=model.kind, unit=model.unit)
            last = own if _is_measured(quantity) or own is not quantity else None
        read.append(own)
    return read


def _are_beside(text: str, quantity: Quantity, model: Quantity) -> bool:
    """Whether the money is told in the same paragraph, and near the figure."""
    return "\n" not in text[model.span.end : quantity.start] and quantity.start - model.span.end < _REACH


def _like(text: str, quantity: Quantity, model: Quantity) -> Quantity:
    """The figure as millions of what the model is."""
    numeral = in_millions(text, quantity.numeral, quantity.span.end)
    return quantity._replace(kind=model.kind, unit=model.unit, value=numeral.value, top=numeral.value, numeral=numeral)


def _is_bare_million(text: str, quantity: Quantity) -> bool:
    """Whether it may be millions of something: metres by the letter at the figure, and of no length that is said."""
    close = quantity.unit == "metre" and text[quantity.numeral.end : quantity.span.end] == "m"
    return close and not _LENGTH.match(text, quantity.span.end)


def _is_named_behind(quantity: Quantity) -> bool:
    """Whether it's millions of money whose currency stands behind them."""
    return quantity.kind is Kind.MONEY and quantity.numeral.scale == _MILLION and _is_measured(quantity)


def _is_measured(quantity: Quantity) -> bool:
    """Whether its unit stands behind its figure."""
    return quantity.kind in _MEASURED and quantity.span.end > quantity.numeral.end


def _is_of_nothing(text: str, quantity: Quantity) -> bool:
    """Whether nothing is named that it counts."""
    return (
        quantity.kind is Kind.COUNT
        and not counted(text, quantity.span.end, quantity.span.end + _REACH).noun
        and not _OF_THEM.match(text, quantity.span.end)
        and not _PEOPLED.search(text, max(0, quantity.start - 40), quantity.start)
    )
