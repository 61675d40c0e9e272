"""One thing counted twice, with two results."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.identifiers import mistaken_labels
from newslint.topics.figures.same_amount import is_display, told_twice

_TURNED = 0.7  # how sure it is that a label is another with two figures turned


@check
class FigureConflict:
    """Finds two figures for one thing in the copy, and labels with two figures turned: Flight 379, Flight 397."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, sure in told_twice(document):
            if not is_display(document, pair.suspect) and not pair.signs.get("scale"):
                words = {"first": document[pair.other]}
                notes = (Note(pair.other, f"{document[pair.other]} here"),)
                yield Hit(pair.suspect, words, notes, confidence=sure.probability, evidence=sure.signs)
        for first, second in mistaken_labels(document):
            words = {"first": document[first.span]}
            notes = (Note(first.span, f"{document[first.span]} here"),)
            yield Hit(second.span, words, notes, confidence=_TURNED)


_: type[Check] = FigureConflict
