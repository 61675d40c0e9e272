"""One place in two forms: Chandler Street, Chandler Road; or one house in two streets, one hall or old chapel in two towns, one birth in two places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.generic_words import PLACE
from newslint.text.wording import times
from newslint.topics.names.addresses import one_house
from newslint.topics.names.birthplaces import born_in_two
from newslint.topics.names.buildings import in_two_places
from newslint.topics.names.premises import one_in_two_places
from newslint.topics.names.two_forms import two_forms

_ONE_HOUSE = 0.85
_ONE_BUILDING = 0.85
_BORN = 0.85


@check
class Place:
    """Finds streets, schools' grounds, rivers, towns and buildings whose names differ in one word, where one is meant, houses and buildings that stand in two places, and people who were born in two places."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = tuple(two_forms(document, PLACE))
        yield from told
        known = {document[hit.span] for hit in told}
        for suspect, other, often in one_house(document):
            street, right = document[suspect.street], document[other.street]
            if not known & {street, right}:
                note = Note(other.street, f"number {other.number} here")
                words = {"right": right, "times": times(often)}
                yield Hit(suspect.street, words, (note,), confidence=_ONE_HOUSE)
        for site, other_site, often in chain(in_two_places(document), one_in_two_places(document)):
            place, right = document[site.place], document[other_site.place]
            if not known & {place, right}:
                note = Note(other_site.place, f"where “{document[site.building]}” stands here")
                yield Hit(site.place, {"right": right, "times": times(often)}, (note,), confidence=_ONE_BUILDING)
        for born, first in born_in_two(document):
            place, right = document[born.span], document[first.span]
            if not known & {place, right}:
                note = Note(first.span, "the birthplace here")
                yield Hit(born.span, {"right": right, "times": times(1)}, (note,), confidence=_BORN)


_: type[Check] = Place
