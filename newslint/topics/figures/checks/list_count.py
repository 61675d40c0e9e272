"""A list that is longer or shorter than the number that announces it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.lists.lists import length, list_pairs
from newslint.topics.figures.vicinity import likeliest


@check
class ListCount:
    """Finds “three men: A, B, C and D”, “both A, B and C” and six headings under “seven things”."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, verdict in likeliest(list_pairs(document)):
            count = length(document, pair)
            notes = (Note(pair.other, f"a list of {count}"),)
            yield Hit(pair.suspect, {"count": count}, notes, confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = ListCount
