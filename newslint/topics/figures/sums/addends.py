"""Addends: the amounts of a story that may be added up, and whether some of them make a total."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations
from operator import attrgetter

from newslint.document import Document, Role, analysis, kept_by
from newslint.story.amounts import Amount, addable, amounts
from newslint.topics.figures.vicinity import near, numbers_of_shares, table

# A total stands so many sentences before or behind its parts at most.
_BACK, _ON = 3, 4
WINDOW = 16  # so many amounts, and
_SUMS = 1000  # so many sums of them, are tried for what may make a total
_SMALLEST = 0.02  # of a total, for a part of it


@analysis
def all_addable(document: Document) -> tuple[Amount, ...]:
    """The amounts of a draft that may be parts or totals; none of one that is a table."""
    if table(document):
        return ()
    in_shares = numbers_of_shares(document)
    prose = (a for a in amounts(document) if a.role is not Role.TABLE_CELL and addable(a))
    return tuple(a for a in prose if a.span not in in_shares)


@kept_by(attrgetter("span"))
def addends(document: Document, total: Amount) -> list[Amount]:
    """The amounts near a total that may be added up to it."""
    return [a for a in near(document, total.span.start, _BACK, _ON) if may_be_added(total, a)]


@kept_by(attrgetter("span"))
def is_explained(document: Document, total: Amount) -> bool:
    """Whether the total is made by what stands around it."""
    return is_made(total, addends(document, total))


def is_part_itself(document: Document, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the total makes another amount near it with some of its parts: “388 bullocks, 251 heifers and 103 cows; only 37 of the 742 …”."""
    beside = {a.value for a in near(document, total.span.start, 1, 1) if a.unit == total.unit}
    made = accumulate((part.value for part in parts), initial=total.value)
    return any(value in beside for value in list(made)[2:])


def may_be_added(total: Amount, part: Amount) -> bool:
    """Whether both count in one unit, and the part is of prose."""
    return part.unit == total.unit and addable(part) and part.role is not Role.TABLE_CELL and part.span != total.span


def is_made(total: Amount, beside: Sequence[Amount]) -> bool:
    """Whether any of the amounts make the total by addition, one by subtraction or multiplication."""
    values = [amount.value for amount in beside]
    rates = {amount.value for amount in beside if total.unit != "count" or "rate" in amount.frames}
    slack = max(total.quantity.slack, 0.0) + 1e-6
    least, most = total.value - slack, total.value + slack
    for one, other in combinations(values, 2):
        if least <= one + other <= most or least <= abs(one - other) <= most:
            return True
        if least <= one * other <= most and not rates.isdisjoint((one, other)):
            return True
    sums = {0.0}
    great = (
        value for value in values if value >= _SMALLEST * total.value
    )  # of small ones some make whatever is wanting
    for value in sorted(great, reverse=True)[:WINDOW]:
        if len(sums) < _SUMS:
            sums |= {made + value for made in sums if made + value <= most}
            if max(sums) >= least:  # none is more than `most`
                return True
    return False
