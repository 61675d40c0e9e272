"""A short form that is explained a second time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.abbreviations import Definition, content, definitions, short_forms
from newslint.check import Check, Hit, Note
from newslint.document import Document, Role
from newslint.source import Span

_OUTSIDE_THE_STORY = {Role.CAPTION, Role.TABLE_CELL, Role.STANDFIRST, Role.HEADLINE, Role.PULL_QUOTE, Role.LIST_ITEM}


@dataclass(frozen=True)
class RedefinedAbbreviation:
    """Finds the second “National Health Service (NHS)” of a story. Captions and lists may explain it anew."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        first: dict[str, Definition] = {}
        for definition in definitions(document):
            block = document.block_at(definition.span.start)
            if not definition.fits or block is None or block.role in _OUTSIDE_THE_STORY or len(definition.short) < 3:
                continue
            earlier = first.setdefault(definition.short, definition)
            if earlier is not definition and content(document[earlier.long]) == content(document[definition.long]):
                yield _hit(document, definition, earlier)


def _hit(document: Document, definition: Definition, earlier: Definition) -> Hit:
    uses = [use for use in short_forms(document).get(definition.short, ()) if _between(use, earlier, definition)]
    end = max(definition.long.end, definition.span.end)
    span = Span(min(definition.long.start, definition.span.start), end + document.text.startswith(")", end))
    words = {"short": definition.short, "found": document[definition.long]}
    notes = (Note(earlier.span, "first explained here"), *(Note(use, "used here") for use in uses[:2]))
    return Hit(span, words, notes, confidence=0.85 if uses else 0.75)


def _between(use: Span, earlier: Definition, later: Definition) -> bool:
    return earlier.span.end <= use.start < later.span.start


_: type[Check] = RedefinedAbbreviation
