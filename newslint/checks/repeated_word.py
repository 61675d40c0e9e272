"""The same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.words import words
from newslint.check import Change, Check, Hit
from newslint.document import Document
from newslint.source import Span


@dataclass(frozen=True)
class RepeatedWord:
    """Finds a word that stands twice in a row, parted by white space alone. `allowed` may be doubled."""

    allowed: tuple[str, ...] = ("had", "that")

    def __call__(self, document: Document) -> Iterator[Hit]:
        texts, starts = words(document)
        text = document.text
        for index in range(1, len(texts)):
            word = texts[index]
            if word != texts[index - 1] or word.lower() in self.allowed or not word.isalpha():
                continue
            first_end = starts[index - 1] + len(word)
            gap = text[first_end : starts[index]]
            if gap.isspace() and "\n" not in gap:
                span = Span(starts[index], starts[index] + len(word))
                yield Hit(span, changes=(Change(Span(first_end, span.end), ""),))


_: type[Check] = RepeatedWord
