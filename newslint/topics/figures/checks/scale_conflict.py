"""One amount in millions here and in billions there."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.amounts.same_amount import is_display, told_twice


@check
class ScaleConflict:
    """Finds “$5.2 million” where the story says “$5.2 billion” of the same thing."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, sure in told_twice(document):
            if pair.signs.get("scale") and not is_display(document, pair.suspect):
                words = {"other": document[pair.other]}
                notes = (Note(pair.other, "the same amount here"),)
                yield Hit(pair.suspect, words, notes, confidence=sure.probability, evidence=sure.signs)


_: type[Check] = ScaleConflict
