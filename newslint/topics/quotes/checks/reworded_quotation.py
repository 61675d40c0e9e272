"""One remark that is quoted twice in other words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.text.quotations import excerpt
from newslint.topics.quotes.rewordings import told_rewordings

_SHOWN = 10  # words of each


@check
class RewordedQuotation:
    """Finds two quotations that are one remark in two wordings, as far as their words and what the copy says of them tell."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for found, verdict in told_rewordings(document):
            first, second = found.earlier.span, found.later.span
            words = {"first": excerpt(document, first, _SHOWN), "words": excerpt(document, second, _SHOWN)}
            note = Note(first, "quoted so here")
            yield Hit(second, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = RewordedQuotation
