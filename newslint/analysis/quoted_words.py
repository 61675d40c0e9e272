"""Quoted words: what the quotations say, word by word, in a form in which they can be compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.analysis.quotes import Quote, quotes
from newslint.document import Document, analysis
from newslint.expressions import compiled
from newslint.source import Span

# A word or number; an editor's insertion in brackets or an ellipsis, which stands for what was said otherwise.
_WORD = compiled(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’*]+[^\W_]+)*|\[[^\[\]]{0,200}\]|\.{3}|\. \. \.|…")


class Passage(NamedTuple):
    """The words of one quotation, in columns of equal length.

    `words` are in lower case with straight apostrophes; `places` tell where they stand. `gaps` are the numbers of the
    words before which something is left out or put in by the editor.
    """

    quote: Quote
    words: tuple[str, ...]
    places: tuple[re.Match[str], ...]
    gaps: frozenset[int]

    def span(self, first: int, last: int) -> Span:
        """Where the words from number `first` up to, not including, `last` stand."""
        return Span(self.places[first].start(), self.places[last - 1].end())


@analysis
def passages(document: Document) -> tuple[Passage, ...]:
    """The words of every quotation that stands in no other, in order."""
    return tuple(_passage(document, quote) for quote in quotes(document) if not quote.level)


def _passage(document: Document, quote: Quote) -> Passage:
    words: list[str] = []
    places: list[re.Match[str]] = []
    gaps: set[int] = set()
    for match in _WORD.finditer(document.text, *quote.inner):
        word = match[0]
        if word[0] in "[.…":
            gaps.add(len(words))
        else:
            words.append(word)
            places.append(match)
    plain = " ".join(words).lower().replace("’", "'").split()
    return Passage(quote, tuple(plain), tuple(places), frozenset(gaps))


def begins_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, begins with word number `index`."""
    if index == 0:
        return True
    return any(mark in document.text[passage.places[index - 1].end() : passage.places[index].start()] for mark in ".!?")


def ends_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, ends before word number `index`."""
    return index == len(passage.words) or begins_sentence(document, passage, index)
