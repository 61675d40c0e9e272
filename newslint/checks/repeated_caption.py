"""The same caption twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.captions import Caption, captions
from newslint.analysis.quotes import excerpt
from newslint.check import Check, Hit, Note
from newslint.document import Document


@dataclass(frozen=True)
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
                yield Hit(again[0].span, {"words": excerpt(document, again[0].span)}, tuple(related), confidence=0.97)


_: type[Check] = RepeatedCaption
