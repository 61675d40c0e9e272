"""The same caption twice."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.text.quotations import excerpt
from newslint.topics.captions.captions import Caption, captions

_SURE = 0.97
_TEASER = 0.4
_TITLE = 5


@check
class RepeatedCaption:
    """Finds a caption that stands twice, whatever its commas, capitals and credit; captions shorter than `fewest` words may."""

    fewest: int = 3

    def __call__(self, document: Document) -> Iterator[Hit]:
        same: dict[tuple[str, ...], list[Caption]] = {}
        for caption in captions(document):
            if len(caption.words) >= self.fewest:
                same.setdefault(caption.words, []).append(caption)
        for first, *again in same.values():
            if again:
                related = [Note(first.span, "first here"), *(Note(caption.span, "and here") for caption in again[1:])]
                confidence = _TEASER if _is_title(document, first) else _SURE
                words = {"words": excerpt(document, again[0].span)}
                yield Hit(again[0].span, words, tuple(related), confidence=confidence)


def _is_title(document: Document, caption: Caption) -> bool:
    """Whether the words are set as a headline: those of another story, beside its picture."""
    words = document[caption.span].split()
    longer = [word for word in words if len(word) > 3]
    return len(words) > _TITLE and words[-1][-1].isalnum() and all(word[0].isupper() for word in longer)


_: type[Check] = RepeatedCaption
