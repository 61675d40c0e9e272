"""A list that is longer or shorter than the number that announces it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import judged
from newslint.topics.figures.counted_lists import namelists
from newslint.topics.figures.lists import length, list_pairs


@check
class ListCount:
    """Finds “three men: A, B, C and D” and “both A, B and C”."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = list(_announced(document))
        yield from told
        taken = {hit.span for hit in told}
        for listed in namelists(document):
            if listed.number not in taken and not listed.least <= listed.said <= listed.most:
                count = str(listed.least) if listed.least == listed.most else f"{listed.least} or {listed.most}"
                notes = (Note(listed.members, f"a list of {count}"),)
                yield Hit(listed.number, {"count": count}, notes, confidence=listed.sure)


def _announced(document: Document) -> Iterator[Hit]:
    """Counts whose list is longer or shorter: the likeliest list of each."""
    best: dict[Span, tuple[float, Hit]] = {}
    for pair in list_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= 0.5 and verdict.probability > best.get(pair.suspect, (0.0,))[0]:
            count = length(document, pair)
            notes = (Note(pair.other, f"a list of {count}"),)
            hit = Hit(pair.suspect, {"count": count}, notes, confidence=verdict.probability, evidence=verdict.signs)
            best[pair.suspect] = verdict.probability, hit
    yield from (hit for _, hit in best.values())


_: type[Check] = ListCount
