"""The draft’s own number, left over from the last one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.same import judged
from newslint.topics.draft.identity import edition_pairs

# Below a warning it isn't told: copy that looks back is full of other numbers.
_SHOWN = 0.8


@check
class StaleIdentity:
    """Finds the issue, version or edition of the last draft where this one means itself."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair in edition_pairs(document):
            verdict = judged(pair.kind, pair.signs)
            if verdict.probability >= _SHOWN:
                own = document[pair.other]
                note = Note(pair.other, f"{own} here")
                yield Hit(pair.suspect, {"own": own}, (note,), confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = StaleIdentity
