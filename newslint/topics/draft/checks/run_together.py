"""Two words set as one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.text.joined_words import joined_sentences, joined_words


@check
class RunTogether:
    """Finds words that no list knows and that are two words of the story without their space.

    Where the two stand apart elsewhere in the story, spelling/hyphenation shows both places. `allowed` stay.
    """

    allowed: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        for joined in joined_words(document):
            if joined.apart is None and document[joined.span] not in self.allowed:
                apart = f"{joined.first} {joined.second}"
                yield Hit(joined.span, {"apart": apart}, (), (Change(joined.span, apart),), 0.85)
        yield from _sentences(document)


def _sentences(document: Document) -> Iterator[Hit]:
    """All sentences that follow the last without a space, in one: the breaks of paragraphs went astray on their way here."""
    changes = []
    for span, mark in joined_sentences(document):
        apart = f"{document.text[span.start : mark]} {document.text[mark : span.end]}"
        changes.append(Change(span, apart))
    if changes:
        first, *others = changes
        notes = tuple(Note(other.span, "so too here") for other in others)
        yield Hit(first.span, {"apart": first.replacement}, notes, tuple(changes), 0.85)


_: type[Check] = RunTogether
