"""One relative who is a niece here and a granddaughter there, and two daughters who become three."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import judged
from newslint.topics.names.households import too_many_children
from newslint.topics.names.kindred import strange_callings
from newslint.topics.names.kinship import relation_pairs
from newslint.topics.names.other_relatives import other_relatives
from newslint.topics.names.siblings import unborn_relatives

_TOLD = 0.5
# How often a word that answers to no relation is a slip, and so many children.
_SURE = 0.85


@check
class Relation:
    """Finds relatives whom the copy tells of in two ways that can't both be."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[Span] = set()
        for pair in relation_pairs(document):
            verdict = judged(pair.kind, pair.signs)
            if verdict.probability >= _TOLD and pair.suspect not in told:
                told.add(pair.suspect)
                other = document[pair.other]
                note = Note(pair.other, f"“{other}” here")
                yield Hit(
                    pair.suspect, {"other": other}, (note,), confidence=verdict.probability, evidence=verdict.signs
                )
        readings = (strange_callings, too_many_children, unborn_relatives, other_relatives)
        for suspect, place in chain.from_iterable(reading(document) for reading in readings):
            if not any(suspect.meets(each) for each in told):
                told.add(suspect)
                other = document[place]
                yield Hit(suspect, {"other": other}, (Note(place, f"“{other}” here"),), confidence=_SURE)


_: type[Check] = Relation
