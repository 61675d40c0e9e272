"""Lent currency: “45m” is no metres beside money whose currency is told once: “110m cedis for a mill, 45m for boats”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from newslint.startup.expressions import compiled
from newslint.story.money import in_millions
from newslint.story.quantity import Kind, Quantity

# What stands between two sums whose currency is told once; how far behind it one may stand; and what makes “5m” a length.
_RANGE_OF_MONEY = compiled(r"[-–]| (?:to|and|or) ")
_REACH = 160
_LENGTH = compiled(r"[- ](?:long|wide|high|tall|deep|thick|across|apart|away)\b")
_MILLION = 1e6


def with_lent_currency(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, where “45m” is no metres but what money beside it is that’s told so: “110m cedis for a mill, 45m for boats”, “150m to 170m cedis”."""
    read: list[Quantity] = []
    money = None
    for quantity, behind in zip_longest(found, found[1:]):
        own = quantity
        if _is_bare_million(text, quantity):
            ends = behind and _RANGE_OF_MONEY.fullmatch(text, quantity.span.end, behind.span.start)
            model = behind if ends and _is_named_behind(behind) else money
            if model and _are_beside(text, quantity, model):
                own = _like(text, quantity, model)
                money = money and own
        elif _is_named_behind(quantity):
            money = quantity
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
    million = quantity.numeral.scale == _MILLION
    return quantity.kind is Kind.MONEY and million and quantity.span.end > quantity.numeral.end
