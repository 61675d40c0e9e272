"""A change: what a figure was, what it is, and by how much the copy says that they differ."""

from __future__ import annotations

from newslint.startup.row import Row
from newslint.story.quantity import Quantity


class Change(Row):
    """From `before` to `after`, and what the copy says of it: `said` (a percentage, an amount, a fraction), or `factor`.

    `direction` is 1 up, -1 down, 0 unsaid; `sure` is from 0 to 1.
    """

    before: Quantity
    after: Quantity
    said: Quantity | None
    factor: tuple[float, float]
    direction: int
    sure: float
