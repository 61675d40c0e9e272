"""A short form that is explained and never used."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.story.abbreviations import definitions, short_forms
from newslint.text.quotations import in_quotation


@check
class UnusedAbbreviation:
    """Finds “World Data Forum (WDF)” where no WDF follows. `known` short forms help the reader by themselves."""

    known: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        uses = short_forms(document)
        for definition in definitions(document):
            short, span = definition.short, definition.span
            if not definition.fits or short in self.known or not short.isupper() or span.start < definition.long.start:
                continue
            used = [use for use in uses.get(short, ()) if use.start != span.start]
            if not used and document.text.count(document[span]) == 1 and not in_quotation(document, span.start):
                yield Hit(span, {"found": short}, minor=True)


_: type[Check] = UnusedAbbreviation
