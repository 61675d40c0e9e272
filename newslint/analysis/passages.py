"""Passages: paragraphs and sentences as their bare words, so that two can be held against each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.quotes import quotes
from newslint.analysis.sentences import sentences
from newslint.analysis.words import lowered, words
from newslint.document import Block, Document, Role, analysis
from newslint.expressions import compiled
from newslint.source import Span

_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])
# Two paragraphs are alike where they share the words of one end and differ in few words elsewhere.
_END = 6
_TOLERANCE = 0.08
_LONG_QUESTION = 30
_MARKS = "”’\"'"
_OPENING = 120  # code points in which a paragraph's first words are sought
_WORD = compiled(r"[^\W_]+")


# A credit in brackets at the end marks a caption among the paragraphs.
_CREDIT = compiled(
    r"\([^()]*\b(?:AP|AFP|EPA|PA|Reuters|Getty|Photo|Courtesy|File|Shutterstock|Rex)\b[^()]*\)\W*\Z", re.I
)
_ENDED = compiled(r"[.!?:;…][\s”’\"'»)\]]*\Z")


class Passage(NamedTuple):
    """A stretch of prose at `span`, and its words in lower case, marks apart.

    `ended` tells whether it ends as a sentence does: captions and headings in the copy often don't.
    """

    span: Span
    words: tuple[str, ...]
    ended: bool


@analysis
def paragraphs(document: Document) -> tuple[Passage, ...]:
    """Every paragraph of prose, in order."""
    return tuple(_passages(document, (block.span for block in document.copy if _is_prose(document, block))))


def _is_prose(document: Document, block: Block | None) -> bool:
    if block is None or block.role not in _PROSE:
        return False
    return document.text[block.end - 1] != ")" or not _CREDIT.search(
        document.text, max(block.start, block.end - 80), block.end
    )


@analysis
def plain_sentences(document: Document) -> tuple[Passage, ...]:
    """Every sentence of prose that holds no quotation, in order."""
    marks = [quote.span.start for quote in quotes(document)]
    spans = []
    at = 0
    for sentence in sentences(document):
        block = document.block_at(sentence.start)
        while at < len(marks) and marks[at] < sentence.start:
            at += 1
        quoted = at < len(marks) and marks[at] < sentence.end
        if not quoted and document.text[sentence.end - 1] not in _MARKS and _is_prose(document, block):
            spans.append(sentence.span)
    return tuple(_passages(document, iter(spans)))


def _passages(document: Document, spans: Iterator[Span]) -> Iterator[Passage]:
    low, starts = lowered(document), words(document).starts
    index = 0
    for span in spans:
        first = bisect_left(starts, span.start, index)
        index = bisect_left(starts, span.end, first)
        ended = _ENDED.search(document.text, max(span.start, span.end - 8), span.end) is not None
        yield Passage(span, tuple(low[first:index]), ended)


@analysis
def summary(document: Document) -> Block | None:
    """The first paragraph, where it says in short what the next begins with: a summary that stands in a standfirst's place."""
    opening = [block for block in document.copy if block.role in _PROSE][:2]
    if len(opening) < 2:
        return None
    one, other = (
        _WORD.findall(document.text[block.start : min(block.end, block.start + _OPENING)].lower()) for block in opening
    )
    begins = other[:_END] == one[:_END] or other[:_END] == one[1 : _END + 1]  # behind the place: LINDI: It was late
    return opening[0] if begins and len(one) > _END else None


class Pair(NamedTuple):
    """Two passages that say the same, `first` before `again`; `exact` where their words are the same throughout."""

    first: Passage
    again: Passage
    exact: bool


@analysis
def repeated_paragraphs(document: Document) -> tuple[Pair, ...]:
    """Every paragraph that stood before, with the first that it repeats."""
    exact: dict[tuple[str, ...], Passage] = {}
    ends: dict[tuple[str, ...], Passage] = {}
    found = []
    for passage in paragraphs(document):
        if len(passage.words) < _END * 2 or (
            len(passage.words) < _LONG_QUESTION and document.text[passage.span.end - 1] == "?"
        ):
            continue  # a question may stand in a list of questions and again above its answer
        head, tail = passage.words[:_END], passage.words[-_END:]
        near = next((ends[end] for end in (head, tail) if end in ends and _alike(ends[end], passage)), None)
        first = exact.get(passage.words, near)
        if first is not None and first.ended == passage.ended:
            found.append(Pair(first, passage, first.words == passage.words))
            continue
        exact[passage.words] = passage
        ends.setdefault(head, passage)
        ends.setdefault(tail, passage)
    return tuple(found)


def _alike(first: Passage, second: Passage) -> bool:
    allowed = max(1, int(_TOLERANCE * len(first.words)))
    if abs(len(first.words) - len(second.words)) > allowed:
        return False
    a, b = Counter(first.words), Counter(second.words)
    return max((a - b).total(), (b - a).total()) <= allowed


__all__ = ["Pair", "Passage", "paragraphs", "plain_sentences", "repeated_paragraphs", "summary"]
