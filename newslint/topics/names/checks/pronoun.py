"""One person who is “he” here and “she” there."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.names.pronouns import clashing_pronouns


@check
class Pronoun:
    """Finds people whom the copy takes up with a pronoun of the other sex than elsewhere."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for clash in clashing_pronouns(document):
            other = document[clash.other]
            yield Hit(clash.suspect, {"other": other}, (Note(clash.other, f"“{other}” here"),), confidence=0.85)


_: type[Check] = Pronoun
