"""One place in two forms: Chandler Street, Chandler Road."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.story.generic_words import PLACE
from newslint.topics.names.two_forms import two_forms


@check
class Place:
    """Finds streets, schools' grounds, rivers, towns and buildings whose names differ in one word, where one is meant."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield from two_forms(document, PLACE)


_: type[Check] = Place
