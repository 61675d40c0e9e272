"""One person who is “he” here and “she” there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import Pair, judged
from newslint.topics.names.misaddressed import misaddressed
from newslint.topics.names.pronoun_pairs import pairs_by_surname

_TOLD = 0.5


@check
class Pronoun:
    """Finds people whom the copy takes up with a pronoun of the other sex than elsewhere."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for name, pairs in pairs_by_surname(document).items():
            yield from _of_person(
                document, name, [pair for pair in pairs if pair.suspect not in misaddressed(document)]
            )


def _of_person(document: Document, name: str, pairs: Sequence[Pair]) -> Iterator[Hit]:
    """The surest first, and none at a place that an earlier one has told of."""
    told: set[Span] = set()
    verdicts = ((pair, judged(pair.kind, pair.signs)) for pair in pairs)
    for pair, verdict in sorted(verdicts, key=lambda each: (-each[1].probability, each[0].suspect)):
        places = {pair.suspect, pair.other, *pair.also}
        if verdict.probability >= _TOLD and told.isdisjoint(places):
            told |= places
            words = {"other": document[pair.other], "name": name}
            note = Note(pair.other, f"“{document[pair.other]}” here")
            yield Hit(pair.suspect, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = Pronoun
