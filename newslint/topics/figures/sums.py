"""Sums: a total, and the amounts that are reckoned to be its parts."""

from __future__ import annotations

from math import hypot

from newslint.startup.row import Row
from newslint.story.amounts import Amount
from newslint.story.quantity import Hedge


class Sum(Row):
    """A total, and the parts that it's reckoned from; `opener` is the mark that announces them, or "".

    `chain` is how they’re told one after another, where no sentence lists them: “rest” or “items”; or "".
    """

    total: Amount
    parts: tuple[Amount, ...]
    opener: str = ""
    chain: str = ""

    @property
    def made(self) -> float:
        """What the parts make."""
        return sum(part.value for part in self.parts)

    @property
    def off(self) -> float:
        """By which share of the total they miss it."""
        return abs(self.made - self.total.value) / self.total.value

    @property
    def holds(self) -> bool:
        """Whether they make it, as all are printed, rounded and hedged."""
        wider = [self._too_wide(part) for part in self.parts]
        low = sum(part.quantity.low + more for part, more in zip(self.parts, wider, strict=True))
        high = sum(part.quantity.high - more for part, more in zip(self.parts, wider, strict=True))
        return low <= self.total.quantity.high + 1e-6 and high >= self.total.quantity.low - 1e-6

    @property
    def is_rounded(self) -> bool:
        """Whether what they miss it by is no more than their rounding is likely to make: errors of chance add up by their squares."""
        slacks = (part.quantity.slack - self._too_wide(part) for part in self.parts)
        return abs(self.made - self.total.value) < hypot(self.total.quantity.slack, *slacks)

    def _too_wide(self, part: Amount) -> float:
        """How much less a part may be off than it's printed: beside £1.6m and £1.5m, £1m is £1.0m."""
        quantity = part.quantity
        if quantity.hedge is not Hedge.NONE or quantity.numeral.scale == 1:
            return 0.0
        finest = min(
            each.quantity.slack for each in self.parts if each.quantity.numeral.scale == quantity.numeral.scale
        )
        return quantity.slack - finest
