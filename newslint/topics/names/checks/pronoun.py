"""One person who is “he” here and “she” there."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import judged
from newslint.topics.names.pronoun_pairs import pronoun_pairs

_TOLD = 0.5


@check
class Pronoun:
    """Finds people whom the copy takes up with a pronoun of the other sex than elsewhere."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[Span] = set()
        verdicts = ((pair, judged(pair.kind, pair.signs)) for pair in pronoun_pairs(document))
        for pair, verdict in sorted(verdicts, key=lambda each: (-each[1].probability, each[0].suspect)):
            places = {pair.suspect, pair.other, *pair.also}
            if verdict.probability >= _TOLD and told.isdisjoint(places):
                told |= places
                other = document[pair.other]
                note = Note(pair.other, f"“{other}” here")
                yield Hit(
                    pair.suspect, {"other": other}, (note,), confidence=verdict.probability, evidence=verdict.signs
                )


_: type[Check] = Pronoun
