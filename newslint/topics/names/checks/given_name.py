"""One person's given name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.text.ownership import is_out_of_setting
from newslint.topics.names.matching import GivenPair, given_pairs, times


@check
class GivenName:
    """Finds a given name that stands otherwise before the same surname elsewhere."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair in given_pairs(document):
            if not any(is_out_of_setting(document, place) for place in pair.places[:3]):
                yield _hit(pair)


def _hit(pair: GivenPair) -> Hit:
    first, *others = pair.places
    right = f"{pair.right} {pair.surname}"
    notes = [Note(place, "also here") for place in others]
    notes += [Note(place, f"“{right}” here") for place in pair.right_places[:3]]
    certain = len(pair.right_places) > len(pair.places)
    changes = tuple(Change(place, pair.right) for place in pair.places) if certain else ()
    words = {"name": f"{pair.suspect} {pair.surname}", "right": right, "times": times(len(pair.right_places))}
    return Hit(first, words, tuple(notes), changes, confidence=pair.confidence)


_: type[Check] = GivenName
