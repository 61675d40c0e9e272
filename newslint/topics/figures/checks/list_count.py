"""A list that is longer or shorter than the number that announces it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.counted_lists import namelists


@check
class ListCount:
    """Finds “three men: A, B, C and D” and “both A, B and C”."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for listed in namelists(document):
            if not listed.least <= listed.said <= listed.most:
                count = str(listed.least) if listed.least == listed.most else f"{listed.least} or {listed.most}"
                notes = (Note(listed.members, f"a list of {count}"),)
                yield Hit(listed.number, {"count": count}, notes, confidence=listed.sure)


_: type[Check] = ListCount
