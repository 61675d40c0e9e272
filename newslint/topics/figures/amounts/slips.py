"""Slips: what a draft would look like if an amount of its display were mistyped, for bench/fit.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.document import Role
from newslint.story.amounts import Amount, stem
from newslint.story.quantity import Hedge, Kind
from newslint.topics.figures.amounts.amount_signs import DISPLAYED

# So many amounts of the display are mistyped, one at a time.
_MOST = 3
# Of what stands more often than this a slip would be plain anyway.
_FEW = 4
# Numbers up to this stand in most stories by chance.
_CHANCE = 20


def slips(told: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Two amounts that are surely one and agree: the one that stays, and the other with a slip."""
    equal: dict[tuple[str, float], list[Amount]] = defaultdict(list)
    for amount in told:
        equal[amount.unit, amount.value].append(amount)
    left = _MOST
    for group in equal.values():
        right, wrong = group[-1], group[0]
        if (
            left
            and len(group) < _FEW
            and right.role not in DISPLAYED
            and wrong.role in DISPLAYED
            and _is_one(right, wrong)
        ):
            slipped = _slipped(wrong)
            if slipped.value != wrong.value and (wrong.unit, slipped.value) not in equal:
                left -= 1
                yield right, slipped


def _is_one(right: Amount, wrong: Amount) -> bool:
    """Whether both are one by more than chance: of one sort, or beside the same words."""
    plain = right.quantity.hedge is wrong.quantity.hedge is Hedge.NONE
    sort = (right.head != "" and stem(right.head) == stem(wrong.head)) or (right.persons and wrong.persons)
    great = right.value > _CHANCE or right.quantity.kind in (Kind.MONEY, Kind.PERCENT)
    close = len(right.close & wrong.close)
    told = wrong.unit != "score" and right.role is not Role.LIST_ITEM
    return plain and told and right.value > 1 and ((great and (sort or close > 0)) or (sort and close > 0))


def _slipped(amount: Amount) -> Amount:
    """The amount with two figures turned, one changed, or one more or less, by where it stands."""
    figures, way = amount.figures.rstrip("0"), amount.span.start % 4
    if amount.value <= _CHANCE or len(figures) < 2 or "e" in figures:
        value = amount.value * (1 + (1 if way % 2 else -1) / max(2.0, float(figures or 1)))
    elif way < 2:
        value = amount.value * int(figures[:-2] + figures[-1] + figures[-2]) / int(figures)
    else:
        place = (amount.span.start // 4) % len(figures)
        digit = (int(figures[place]) + (1 + place) % 3 + 1) % 9 + 1
        value = amount.value * int(f"{figures[:place]}{digit}{figures[place + 1 :]}") / int(figures)
    value = float(f"{value:.10g}")
    numeral = amount.quantity.numeral._replace(value=value)
    return amount._replace(quantity=amount.quantity._replace(value=value, top=value, numeral=numeral))
