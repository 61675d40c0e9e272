"""A check: a class whose fields are the rule's options, called with a document."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, Hit, Note, Span, check
from newslint.analyses import in_quotation


@check
class TooManyExclamations:
    """Finds the first exclamation mark over `max`, quotations apart."""

    max: int = 1

    def __call__(self, document: Document) -> Iterator[Hit]:
        places = [
            at
            for block in document.copy
            for at in range(block.start, block.end)
            if document.text[at] == "!" and not in_quotation(document, at)
        ]
        if len(places) > self.max:
            first, over = places[0], places[self.max]
            related = (Note(Span(first, first + 1), "the first one"),)
            yield Hit(Span(over, over + 1), {"count": len(places)}, related=related)
