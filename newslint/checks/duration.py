"""A length of time that doesn't fit its two years: from 1982 to 1998, 26 years."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.periods import Period, periods
from newslint.analysis.quantity import Hedge
from newslint.check import Check, Hit, Note, check
from newslint.document import Document


@check
class Duration:
    """Finds lengths that are off by more than `allowed` years, which leaves room for counting both ends or neither."""

    allowed: int = 1

    def __call__(self, document: Document) -> Iterator[Hit]:
        for period in periods(document):
            true = period.last.value - period.first.value
            if true > 0 and self._is_off(period, true) and (period.whole or period.years > true):
                words = {
                    "right": "one year" if true == 1 else f"{true:.0f} years",
                    "first": f"{period.first.value:.0f}",
                    "last": f"{period.last.value:.0f}",
                }
                notes = (Note(period.first.span, "from this year"), Note(period.last.span, "to this year"))
                yield Hit(period.length.span, words, notes, confidence=0.9 if period.exact else 0.7)

    def _is_off(self, period: Period, true: float) -> bool:
        said, hedge = period.years, period.length.hedge
        allowed = float(self.allowed) if period.exact else 0.35 * period.years / period.length.value + 1
        above = allowed + (0.25 * true if hedge in (Hedge.UNDER, Hedge.ABOUT) else 0)
        below = allowed + (0.25 * true if hedge in (Hedge.OVER, Hedge.ABOUT) else 0)
        return said > true + above or said < true - below


_: type[Check] = Duration
