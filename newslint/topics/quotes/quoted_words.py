"""Quoted words: what the quotations say, word by word, in a form in which they can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import Quote, quotes

# A word or number; an editor's insertion in brackets or an ellipsis, which stands for what was said otherwise.
_WORD = compiled(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’*]+[^\W_]+)*|\[[^\[\]]{0,200}\]|\.{3}|\. \. \.|…")
_GAP = "[.…"


@dataclass(frozen=True, eq=False)
class Passage:
    """The words of one quotation, in columns of equal length.

    `words` are in lower case with straight apostrophes. `gaps` are the numbers of the words before which something is
    left out or put in by the editor. `text` is the document's.
    """

    quote: Quote
    words: tuple[str, ...]
    gaps: frozenset[int]
    text: str

    @cached_property
    def places(self) -> tuple[re.Match[str], ...]:
        """Where the words stand: looked for when asked, for most quotations come but once."""
        found = _WORD.finditer(self.text, *self.quote.inner)
        return tuple(match for match in found if match[0][0] not in _GAP)

    def span(self, first: int, last: int) -> Span:
        """Where the words from number `first` up to, not including, `last` stand."""
        return Span(self.places[first].start(), self.places[last - 1].end())


@analysis
def passages(document: Document) -> tuple[Passage, ...]:
    """The words of every quotation that stands in no other, in order."""
    return tuple(_passage(document, quote) for quote in quotes(document) if not quote.level)


def _passage(document: Document, quote: Quote) -> Passage:
    found = _WORD.findall(document.text, *quote.inner)
    words = [word for word in found if word[0] not in _GAP]
    gaps: set[int] = set()
    if len(words) < len(found):
        gaps.update(at - number for number, at in enumerate(at for at, word in enumerate(found) if word[0] in _GAP))
    plain = " ".join(words).lower().replace("’", "'").split()
    return Passage(quote, tuple(plain), frozenset(gaps), document.text)


def begins_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, begins with word number `index`."""
    if index == 0:
        return True
    before, at = passage.places[index - 1 : index + 1]
    return any(mark in document.text[before.end() : at.start()] for mark in ".!?")


def ends_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, ends before word number `index`."""
    return index == len(passage.words) or begins_sentence(document, passage, index)
