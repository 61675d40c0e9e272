"""A breakdown: a total and its parts."""

from __future__ import annotations

from newslint.startup.row import Row
from newslint.story.quantity import Quantity

# Behind this stands the last part of a total: the remaining 10, the other 10.
REST = r"(?i)\b(?:(?:remaining|remainder|rest,?|balance(?! sheet))(?: [^,;:.()]{0,25})?|the other) ?\Z"


class Breakdown(Row):
    """`total` is said to consist of `parts`: of just these (`closed`), or of these among others. `sure` is from 0 to 1."""

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    sure: float


def is_comparable(breakdown: Breakdown) -> bool:
    """Whether the parts are of the total's own kind and can make it up but for a slip."""
    total = breakdown.total
    if any(part.unit != total.unit or part.kind is not total.kind for part in breakdown.parts):
        return False
    made = sum(part.value for part in breakdown.parts)
    return not breakdown.closed or (total.value > 0 and 0.5 <= made / total.value <= 2)
