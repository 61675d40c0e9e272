"""One person's given name in two forms."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import Pair, Verdict, judged
from newslint.text.ownership import is_out_of_setting
from newslint.text.wording import times
from newslint.topics.names.namesakes import given_pairs
from newslint.topics.names.spouses import renamed_spouses
from newslint.topics.names.strangers import of_one_kin
from newslint.topics.names.two_forms import is_left_to_whole_names, told_strangers

_TOLD = 0.5
# Of two such names in one story of a relative more were one's than two's.
_RENAMED = 0.8
# From here on the rarer form is surely the wrong one, if the letters are alike.
_SURE = 0.95


@check
class GivenName:
    """Finds a given name that stands otherwise before the same surname elsewhere, or nowhere else, where a relative's is like it, or where a spouse had another at the wedding."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[Span] = set()
        for pair in given_pairs(document):
            verdict = judged(pair.kind, pair.signs)
            if verdict.probability < _TOLD or pair.suspect in told:
                continue
            if is_left_to_whole_names(document, pair, verdict.probability):
                continue  # it’s rather a wine or a street than a person
            if not any(is_out_of_setting(document, place) for place in (pair.suspect, *pair.also[:2])):
                told.add(pair.suspect)
                yield _hit(document, pair, verdict)
        for pair, verdict in told_strangers(document):
            if pair.suspect not in told:
                told.add(pair.suspect)
                yield _hit(document, pair, verdict)
        renamed = [(found.suspect, found.other) for found in of_one_kin(document)]
        for suspect, other in (*renamed, *(found for found in renamed_spouses(document) if found not in renamed)):
            if suspect not in told:
                yield _renamed(document, suspect, other)


def _renamed(document: Document, suspect: Span, other: Span) -> Hit:
    """A relative of whom there's one under two given names."""
    right = document[other]
    words = {"name": document[suspect], "right": right, "times": times(1)}
    return Hit(suspect, words, (Note(other, f"“{right}” here"),), confidence=_RENAMED)


def _hit(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    suspect, right = document[pair.suspect], document[pair.other]
    own = [pair.suspect, *(place for place in pair.also if document[place] == suspect)]
    others = [pair.other, *(place for place in pair.also if document[place] == right)]
    notes = [Note(place, "also here") for place in own[1:]]
    notes += [Note(place, f"“{right}” here") for place in others[:3]]
    certain = len(others) > len(own) and verdict.probability >= _SURE and "the given names are alike" in pair.signs
    changes = tuple(Change(place, right) for place in own) if certain else ()
    words = {"name": suspect, "right": right, "times": times(len(others))}
    return Hit(pair.suspect, words, tuple(notes), changes, confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = GivenName
