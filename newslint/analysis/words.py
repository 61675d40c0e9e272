"""Words: the one pass over the copy that everything else shares."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.document import Document, analysis
from newslint.source import Span

# A word holds inner apostrophes, hyphens and the points of initials: don’t, Jong-un, U.S.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:['’‘\-‐‑]\w+)*")


class Words(NamedTuple):
    """The words of the copy in order, as columns of equal length: cheaper than an object for each."""

    texts: list[str]
    starts: list[int]

    def span(self, index: int) -> Span:
        """Where word `index` stands in the document's text."""
        start = self.starts[index]
        return Span(start, start + len(self.texts[index]))


@analysis
def words(document: Document) -> Words:
    """Every word of the story's own blocks."""
    texts: list[str] = []
    starts: list[int] = []
    for block in document.copy:
        for match in _WORD.finditer(document.text, block.start, block.end):
            texts.append(match[0])
            starts.append(match.start())
    return Words(texts, starts)
