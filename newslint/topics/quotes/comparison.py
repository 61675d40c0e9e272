"""Echoes: quotations that share words with an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.dataclass import dataclass
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
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


def own_words(document: Document, span: Span) -> Passage:
    """What the writer says there without marks, as a passage."""
    return _passage(document, Quote(span, span, "", ""))


def shared_with(passage: Passage, others: Sequence[Passage]) -> Iterator[Echo]:
    """The `others` that share three words in a row with `passage`, each with the runs of them; quotations inside it left out."""
    apart = [other for other in others if not other.quote.span.meets(passage.quote.span)]
    for (second, first), anchors in sorted(_anchors([*apart, passage]).items()):
        if second == len(apart):
            yield Echo(apart[first], passage, tuple(_chain(_runs(anchors))))


def begins_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, begins with word number `index`."""
    if index == 0:
        return True
    before, at = passage.places[index - 1 : index + 1]
    return any(mark in document.text[before.end() : at.start()] for mark in ".!?")


def ends_sentence(document: Document, passage: Passage, index: int) -> bool:
    """Whether a sentence, or the whole passage, ends before word number `index`."""
    return index == len(passage.words) or begins_sentence(document, passage, index)


# So many words in a row must agree for two passages to be looked at together.
_ANCHOR = 3
# Words that so many passages share are a refrain and tell nothing more.
_MOST = 6
# A draft with more pairs of passages that share words is no story; the rest of it is left alone.
_PAIRS = 2000


class Run(Row):
    """`length` words in a row that agree: from word `first` of the earlier passage, `second` of the later one."""

    first: int
    second: int
    length: int


class Echo(Row):
    """Two passages of the copy with the runs of words that they share, in order in both."""

    earlier: Passage
    later: Passage
    runs: tuple[Run, ...]

    @property
    def longest(self) -> Run:
        return max(self.runs, key=lambda run: run.length)


@analysis
def echoes(document: Document) -> tuple[Echo, ...]:
    """Every two quotations that share at least three words in a row, by the later and then the earlier of them."""
    found = passages(document)
    return tuple(
        Echo(found[first], found[second], runs)
        for (second, first), anchors in sorted(_anchors(found).items())
        if (runs := tuple(_chain(_runs(anchors))))
    )


def _anchors(found: Sequence[Passage]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each later and earlier passage, where three words in a row agree."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    shared: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, passage in enumerate(found):
        if len(shared) > _PAIRS:
            break
        words = passage.words
        for index, key in enumerate(zip(words, words[1:], words[2:], strict=False)):
            known = places.get(key)
            if known is None:
                places[key] = [(number, index)]
                continue
            for other, place in known:
                if other != number:
                    shared.setdefault((number, other), []).append((place, index))
            if len(known) < _MOST:
                known.append((number, index))
    return shared


def _runs(anchors: Sequence[tuple[int, int]]) -> list[Run]:
    """Anchors that follow each other joined to runs, the longest first."""
    by_diagonal: dict[int, list[int]] = {}
    for first, second in anchors:
        by_diagonal.setdefault(second - first, []).append(first)
    runs = [
        Run(first, first + diagonal, length)
        for diagonal, firsts in by_diagonal.items()
        for first, length in _stretches(sorted(set(firsts)))
    ]
    return sorted(runs, key=lambda run: (-run.length, run.second))


def _stretches(firsts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each stretch of consecutive anchors begins, and over how many words it goes."""
    start = previous = firsts[0]
    for first in firsts[1:]:
        if first != previous + 1:
            yield start, previous - start + _ANCHOR
            start = first
        previous = first
    yield start, previous - start + _ANCHOR


def _chain(runs: Sequence[Run], most: int = 40) -> list[Run]:
    """The runs, longest first, that keep the same order in both passages and don't overlap."""
    kept: list[Run] = []
    for run in runs[:most]:
        if all(_apart(run, other) for other in kept):
            kept.append(run)
    return sorted(kept)


def _apart(run: Run, other: Run) -> bool:
    if run.first > other.first:
        run, other = other, run
    return run.first + run.length <= other.first and run.second + run.length <= other.second
