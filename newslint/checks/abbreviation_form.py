"""One short form with points here and without them there."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.abbreviations import in_capitals, short_forms
from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit, Note, check
from newslint.document import Document, Role
from newslint.source import Span

_HEADLINES = {Role.HEADLINE, Role.CROSSHEAD, Role.CREDIT, Role.TABLE_CELL, Role.BYLINE}


@check
class AbbreviationForm:
    """Finds U.S. in a story of US, or the other way round: once a story, at the first place of the rarer form."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        mixed = []
        for uses in short_forms(document).values():
            dotted = [use for use in uses if "." in document[use] and _counts(document, use)]
            bare = [use for use in uses if "." not in document[use] and _counts(document, use)] if dotted else []
            if bare:
                mixed.append(sorted((bare, dotted), key=len))
        if mixed:
            few, many = max(mixed, key=lambda pair: len(pair[1]))
            notes = (Note(many[0], "the other form here"), *(Note(use, "so here, too") for use in few[1:4]))
            times = "once" if len(many) == 1 else f"{len(many)} times"
            yield Hit(few[0], {"other": document[many[0]], "times": times}, notes, minor=True)


def _counts(document: Document, use: Span) -> bool:
    block = document.block_at(use.start)
    if block is None or block.role in _HEADLINES or in_quotation(document, use.start):
        return False
    return not in_capitals(document, use)


_: type[Check] = AbbreviationForm
