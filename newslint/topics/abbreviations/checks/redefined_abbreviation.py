"""A short form that is explained a second time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.abbreviations import Definition, content, definitions, short_forms

_OUTSIDE_THE_STORY = {
    Role.CAPTION,
    Role.TABLE_CELL,
    Role.STANDFIRST,
    Role.HEADLINE,
    Role.PULL_QUOTE,
    Role.LIST_ITEM,
    Role.CREDIT,
}

# In a draft of so many blocks the second, if it has no more words, may be a standfirst that plain text doesn't tell from the story.
_LONG = 6
_STANDFIRST_WORDS = 25


@check
class RedefinedAbbreviation:
    """Finds the second “National Health Service (NHS)” of a story. Captions and lists may explain it anew."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: dict[str, list[Definition]] = {}
        body = _body(document)
        for definition in definitions(document):
            block = document.block_at(definition.span.start)
            if block is None or block.start < body or block.role in _OUTSIDE_THE_STORY:
                continue
            if len(definition.short) > 2 and (definition.fits or _is_shorter(document, told, definition)):
                told.setdefault(definition.short, []).append(definition)
        for first, *others in told.values():
            meaning = content(document[first.long])
            again = [other for other in others if not other.fits or content(document[other.long]) == meaning]
            if again:
                yield _hit(document, first, again)


def _body(document: Document) -> int:
    """Where the story begins, behind its headline and what may be a standfirst."""
    blocks = document.copy
    if len(blocks) < _LONG:
        return 0
    lead = document[blocks[1].span]
    return blocks[2 if len(lead.split()) <= _STANDFIRST_WORDS else 1].start


def _is_shorter(document: Document, told: Mapping[str, list[Definition]], definition: Definition) -> bool:
    """Whether the last words of the name before the brackets are those of one explained in full: “the Board (RSB)”."""
    if definition.short not in told:
        return False
    name = content(document[told[definition.short][0].long])
    words = content(document[definition.long])
    return len(name) > 1 and words[-1:] == name[-1:]


def _hit(document: Document, first: Definition, again: list[Definition]) -> Hit:
    second = again[0]
    uses = [use for use in short_forms(document).get(first.short, ()) if _between(use, first, second)]
    end = max(second.long.end, second.span.end)
    start = min(second.long.start, second.span.start)
    if not second.fits:  # from the last word of the name on
        start = document.text.rfind(" ", start, second.span.start - 2) + 1
    span = Span(start, end + document.text.startswith(")", end))
    notes = (
        Note(first.span, "first explained here"),
        *(Note(use, "used here") for use in uses[:2]),
        *(Note(other.span, "and again here") for other in again[1:4]),
    )
    return Hit(span, {"short": first.short}, notes, confidence=0.75 if uses else 0.65)


def _between(use: Span, earlier: Definition, later: Definition) -> bool:
    return earlier.span.end <= use.start < later.span.start


_: type[Check] = RedefinedAbbreviation
