"""Someone named in a caption whom the story never names."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, check
from newslint.story.references import references
from newslint.text.similarity import edits
from newslint.text.words import words
from newslint.topics.captions.captions import captions


@check
class CaptionName:
    """Finds a person who stands in full in a caption and nowhere else; stories of fewer than `fewest` words may leave people out."""

    fewest: int = 100

    def __call__(self, document: Document) -> Iterator[Hit]:
        found = captions(document)
        if not found:  # for speed: few stories of plain text have captions
            return
        if len(words(document).texts) < self.fewest:
            return
        elsewhere = _words_elsewhere(document)
        told: set[str] = set()
        for reference in references(document):
            surname = reference.surname
            if not reference.full or surname in told:
                continue
            if surname in elsewhere:  # for speed: what is near holds what is the same
                continue
            told.add(surname)
            if any(caption.span.holds(reference.name) for caption in found) and not _is_near(surname, elsewhere):
                yield Hit(reference.name, confidence=0.55, minor=True)


def _words_elsewhere(document: Document) -> set[str]:
    """Every word of the story but its captions and credits."""
    texts, starts = words(document)
    aside = {block.start for block in document.copy if block.role in (Role.CAPTION, Role.CREDIT, Role.BYLINE)}
    found: set[str] = set()
    for text, start in zip(texts, starts, strict=True):
        block = document.block_at(start)
        if block is not None and block.start not in aside:
            found.add(text)
            found.update(text.replace("’", "'").removesuffix("'s").split("-"))
    return found


def _is_near(surname: str, elsewhere: set[str]) -> bool:
    """Whether the story has the name with a letter turned, dropped or swapped: that is a matter of spelling."""
    return any(
        word[:1] == surname[:1] and abs(len(word) - len(surname)) <= 2 and edits(word, surname) <= 2
        for word in elsewhere
    )


_: type[Check] = CaptionName
