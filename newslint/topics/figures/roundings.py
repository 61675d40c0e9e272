"""Roundings: whether the display's figure is the story's rounded, or the story's mistyped."""

from __future__ import annotations

from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.topics.figures.claims import agree

# So many points may lie between a percentage and a fraction that stands for it.
_POINTS = 3


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Whether one may be mistyped for the other: a nought more or less, two figures turned, one figure another."""
    one, two = f"{a.numeral.value:.0f}", f"{b.numeral.value:.0f}"
    if is_close(a, b):
        return True
    if {a.numeral.scale, b.numeral.scale} == {1e6, 1e9}:
        return a.value / a.numeral.scale == b.value / b.numeral.scale
    if min(len(one.rstrip("0")), len(two.rstrip("0"))) < 2:
        return False
    if len(one) == len(two) > 3 and sum(x != y for x, y in zip(one, two, strict=True)) == 1:
        return True
    return one.rstrip("0") == two.rstrip("0") or (len(one) > 2 and sorted(one) == sorted(two))


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
    if told.hedge is Hedge.UNDER and 0.9 * told.value <= said.value <= told.value:
        return True  # an “11-year wait” of nearly 12 years
    if said.hedge is Hedge.UNDER and coarse >= 10:
        return 0.8 * said.value <= told.value <= said.value
    if coarse >= 10 and said.value >= 100 and abs(told.value - said.value) <= min(coarse / 2, 0.15 * said.value):
        return True
    return told.hedge is Hedge.NONE and agree(said, told)


def is_finer(said: Quantity, told: Quantity) -> bool:
    """Whether the story has a long number of the display's in full, be its noun far off: 10.572m acres, 10,572,402 more acres."""
    step = said.numeral.step
    return said.value >= 100 * step and step > told.numeral.step and 0 < abs(told.value - said.value) <= step / 2


def is_fraction(said: Quantity, told: Quantity) -> bool:
    """Whether the story has the display's percentage in words: 20%, a fifth."""
    return said.kind is Kind.PERCENT and told.kind is Kind.FRACTION and abs(said.value - 100 * told.value) <= _POINTS
