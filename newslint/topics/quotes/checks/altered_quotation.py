"""A quotation that comes back with another word or number in it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.quotations import excerpt
from newslint.topics.quotes.alterations import Alteration, alterations

# So many words that agree leave little doubt.
_SURE = 10


@check
class AlteredQuotation:
    """Finds two readings of one quotation. Whoever of the two speaks true, one of them isn't what was said."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        reported: set[tuple[Span, Span]] = set()
        for found in alterations(document):
            passages = found.echo.earlier.quote.span, found.echo.later.quote.span
            roles = [block.role for span in passages if (block := document.block_at(span.start))]
            if passages in reported or all(role is Role.CAPTION for role in roles):
                continue
            reported.add(passages)
            yield _hit(document, found)


def _hit(document: Document, found: Alteration) -> Hit:
    first = document[found.first]
    words = {"first": first, "words": excerpt(document, found.around, 8)}
    confidence = 0.85 if found.common >= _SURE else 0.75 if found.whole or found.common > 7 else 0.65
    return Hit(found.second, words, (Note(found.first, "quoted so here"),), confidence=confidence)


_: type[Check] = AlteredQuotation
