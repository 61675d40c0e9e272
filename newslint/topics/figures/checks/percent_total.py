"""Shares of one whole that don't make 100%."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.quantities import quantities_within
from newslint.topics.figures.shares.wholes import whole_pairs
from newslint.topics.figures.vicinity import likeliest


@check
class PercentTotal:
    """Finds percentages that are said to be all there are and miss 100 by more than their rounding allows."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, verdict in likeliest(whole_pairs(document)):
            others = (pair.other, *pair.also)
            values = [quantities_within(document, span)[0].value for span in (*others, pair.suspect)]
            words = {"parts": " + ".join(f"{value:g}" for value in values), "made": f"{sum(values):g}%"}
            notes = tuple(Note(span, "another share of the same whole") for span in others)
            yield Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = PercentTotal
