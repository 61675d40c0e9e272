"""A caption that says otherwise of somebody or something than the story does."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.captions.contradictions import contradictions


@check
class CaptionContradiction:
    """Finds in captions what the story gives otherwise: a side, colour, metal or season, which animal, vehicle, instrument,
    plant, room, tool, weapon or jewel, a child's sex, how a goal was scored, who plays whom.
    """

    confidence: float = 0.7

    def __call__(self, document: Document) -> Iterator[Hit]:
        for found in contradictions(document):
            words = {"first": document[found.other]}
            yield Hit(found.span, words, (Note(found.other, "in the story"),), confidence=self.confidence)


_: type[Check] = CaptionContradiction
