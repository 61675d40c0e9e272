"""One remark that is quoted twice in other words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.quotations import excerpt
from newslint.text.similarity import shared_head
from newslint.topics.quotes.rewordings import told_rewordings

_SHOWN = 10  # words of each
# Where more words than this are alike in front, so many of them are shown.
_LONG, _LEFT = 5, 3


@check
class RewordedQuotation:
    """Finds two quotations that are one remark in two wordings, as far as their words and what the copy says of them tell."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for found, verdict in told_rewordings(document):
            first, second = found.earlier.span, found.later.span
            alike = shared_head(found.earlier.words, found.later.words)
            words = {"first": _shown(document, first, alike), "words": _shown(document, second, alike)}
            note = Note(first, "quoted so here")
            yield Hit(second, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


def _shown(document: Document, span: Span, alike: int) -> str:
    """The words about the place where the two part, behind those that are alike."""
    if alike <= _LONG:
        return excerpt(document, span, _SHOWN)
    parts = document[span].split(maxsplit=alike - _LEFT)
    return f"… {excerpt(document, Span(span.end - len(parts[-1]), span.end), _SHOWN)}"


_: type[Check] = RewordedQuotation
