"""Rounding: how displays round what the story gives in full."""

from __future__ import annotations

from newslint.story.quantity import LEAST, Hedge, Quantity, agree


def is_close(a: Quantity, b: Quantity) -> bool:
    """Whether the display's figure is a little off a coarser one: 70,020 for 70,000. Displays round; they never refine."""
    fine = a.numeral.grain < b.numeral.grain or (a.numeral.grain == b.numeral.grain == 1 and a.value > 200)
    return fine and a.value >= 100 and (a.kind, a.unit) == (b.kind, b.unit) and abs(a.value - b.value) <= 0.02 * b.value


def rounds(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure is the story's with fewer decimals: 12% for 11.8%, $532K for $532,410, $55m for $55.7m."""
    step = said.numeral.step
    off = told.value - said.value
    return told.numeral.step < step != 10 and -step * (1 if said.hedge.value else 0.5) <= off < step


def fits(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure may stand for the story's, rounded as displays are."""
    if said.numeral.grain < told.numeral.grain and is_close(said, told):
        return False
    coarse = max(said.numeral.grain, 1.0)
    if said.hedge is told.hedge is Hedge.OVER and said.numeral.grain >= said.value / 12:
        rounder = said.numeral.grain > told.numeral.grain
        return said.value == told.value or (rounder and said.value <= told.value <= 2 * said.value)
    if said.hedge is Hedge.OVER:
        return said.value <= told.value <= said.value * (2 if coarse >= 10 else 1.15) and (
            coarse >= 10 or told.hedge is Hedge.NONE
        )
    if told.hedge in LEAST and 0.9 * told.value <= said.value <= told.value:
        return True  # an “11-year wait” of nearly 12 years
    if said.hedge in LEAST and coarse >= 10:
        return LEAST[said.hedge] * said.value <= told.value <= said.value
    if coarse >= 10 and said.value >= 100 and abs(told.value - said.value) <= min(coarse / 2, 0.15 * said.value):
        return True
    if 10 <= coarse <= said.value / 20 and 0 <= told.value - said.value < coarse:
        return True  # displays cut off as well: 51,000 for 51,575
    return told.hedge is Hedge.NONE and agree(said, told)
