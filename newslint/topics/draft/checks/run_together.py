"""Two words set as one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, check
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
        for span, mark in joined_sentences(document):
            apart = f"{document.text[span.start : mark]} {document.text[mark : span.end]}"
            yield Hit(span, {"apart": apart}, (), (Change(span, apart),), 0.85)


_: type[Check] = RunTogether
