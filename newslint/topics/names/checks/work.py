"""One work in two forms: “The Waiting Well”, “The Wishing Well”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.story.generic_words import WORK
from newslint.topics.names.two_forms import two_forms


@check
class Work:
    """Finds titles of books and songs, laws, awards, competitions and storms that differ in one word, where one is meant."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield from two_forms(document, WORK)


_: type[Check] = Work
