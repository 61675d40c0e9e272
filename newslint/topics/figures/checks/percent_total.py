"""Shares of one whole that don't make 100%."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.percentages import Shares, shares


@check
class PercentTotal:
    """Finds percentages that are said to be all there are and miss 100 by more than their rounding allows."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for group in shares(document):
            over = group.low - 100
            under = 100 - group.high if group.closed else 0.0
            if max(over, under) > 1e-6:
                yield _hit(group, max(over, under))


def _hit(group: Shares, miss: float) -> Hit:
    made = sum(part.value for part in group.parts)
    words = {"parts": " + ".join(f"{part.value:g}" for part in group.parts), "made": f"{made:g}%"}
    *others, last = group.parts
    notes = tuple(Note(part.span, "another share of the same whole") for part in others)
    return Hit(last.span, words, notes, confidence=group.sure if miss > 1 else 0.6)


_: type[Check] = PercentTotal
