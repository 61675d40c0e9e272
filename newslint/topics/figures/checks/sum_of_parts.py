"""Parts that don't make their total."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.quantity import written
from newslint.topics.figures.breakdown import Breakdown
from newslint.topics.figures.totals import breakdowns


@check
class SumOfParts:
    """Finds totals that their parts can't make, whatever the printed rounding and the hedges allow."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for breakdown in breakdowns(document):
            if _disagrees(breakdown):
                yield _hit(document, breakdown)


def _disagrees(breakdown: Breakdown) -> bool:
    low = sum(part.low for part in breakdown.parts)
    high = sum(part.high for part in breakdown.parts)
    return low > breakdown.total.high + 1e-6 or (breakdown.closed and high < breakdown.total.low - 1e-6)


def _hit(document: Document, breakdown: Breakdown) -> Hit:
    total, parts = breakdown.total, breakdown.parts
    made = sum(part.value for part in parts)
    listed = " + ".join(document[part.span] for part in parts)
    words = {
        "parts": f"{listed} = {written(made, total)}" if len(parts) > 1 else listed,
        "total": document[total.span],
        "claim": "not" if breakdown.closed else "more than",
    }
    notes = tuple(Note(part.span, "a part of it") for part in parts)
    return Hit(total.span, words, notes, confidence=breakdown.sure)


_: type[Check] = SumOfParts
