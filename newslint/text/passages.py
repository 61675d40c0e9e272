"""Passages: paragraphs and sentences as their bare words, so that two can be held against each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.quotations import Quote, in_quotation, quotes
from newslint.text.sentences import Sentence, sentences
from newslint.text.words import lowered, words

_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])
# Two paragraphs are alike where they share the words of one end and differ in few words elsewhere.
_END = 6
_TOLERANCE = 0.08
_TOLERANCE_WITHIN = 0.25
_LONG_QUESTION = 30
_MARKS = "”’\"'"
# A sentence may quote so many phrases, of fewer words than this in all.
_PHRASES = 2
_FEW_WORDS = 6
_OPENING = 120  # code points in which a paragraph's first words are sought
# Entries of a list open alike, with so many words.
_ALIKE = 2
# Or with a label of one word: Endorsements: …
_LABELLED = 1
_LABEL = compiled(r"[A-Z][^\s:]*(?: [A-Z][^\s:]*){0,3}: ")
_WORD = compiled(r"[^\W_]+")


# A credit in brackets at the end marks a caption among the paragraphs.
_CREDIT = compiled(
    r"\([^()]*\b(?:AP|AFP|EPA|PA|Reuters|Getty|Photo|Courtesy|File|Shutterstock|Rex)\b[^()]*\)\W*\Z", re.I
)
_END_MARKS = ".!?:;…"
_ENDED = compiled(r"[.!?:;…][\s”’\"'»)\]]*\Z")


class Passage(Row):
    """A stretch of prose at `span`, and its words in lower case, marks apart.

    `ended` tells whether it ends as a sentence does: captions and headings in the copy often don't.
    """

    span: Span
    words: tuple[str, ...]
    ended: bool


@analysis
def paragraphs(document: Document) -> tuple[Passage, ...]:
    """Every paragraph of prose, in order."""
    return tuple(_passages(document, [block.span for block in _prose(document)]))


@analysis
def _prose(document: Document) -> tuple[Block, ...]:
    """The blocks of prose, captions among them left out."""
    return tuple(block for block in document.copy if block.role in _PROSE and not _is_caption(document, block))


def _is_caption(document: Document, block: Block) -> bool:
    return document.text[block.end - 1] == ")" and bool(
        _CREDIT.search(document.text, max(block.start, block.end - 80), block.end)
    )


@analysis
def plain_sentences(document: Document) -> tuple[Passage, ...]:
    """Every sentence of prose in the story's own words, but perhaps for a phrase that it quotes; in order."""
    found = quotes(document)
    starts = [quote.span.start for quote in found]
    spans = []
    at = 0
    for sentence in _sentences_of_prose(document):
        at = bisect_left(starts, sentence.start, at)
        quoted = at < len(found) and starts[at] < sentence.end
        if quoted and not _quotes_a_phrase(document, sentence, found[at : at + _PHRASES + 1]):
            continue
        if in_quotation(document, sentence.start):
            continue
        if document.text[sentence.end - 1] not in _MARKS:
            spans.append(sentence)
    return tuple(_passages(document, spans))


def _sentences_of_prose(document: Document) -> Iterator[Sentence]:
    every = sentences(document)
    at = 0
    for block in _prose(document):
        first = bisect_left(every, (block.start,), at)
        at = bisect_left(every, (block.end,), first)
        yield from every[first:at]


def _quotes_a_phrase(document: Document, sentence: Span, following: Sequence[Quote]) -> bool:
    """Whether what the sentence quotes are a few words amid many of its own: no speech, and no excerpt of one."""
    inside = [quote for quote in following if quote.span.start < sentence.end]
    whole = all(sentence.holds(quote.span) and quote.closed for quote in inside)
    said = sum(len(document[quote.inner].split()) for quote in inside)
    return (
        whole
        and len(inside) <= _PHRASES
        and said < _FEW_WORDS
        and len(document[sentence].split()) - said >= 2 * _FEW_WORDS
    )


def _passages(document: Document, spans: Iterable[Span]) -> Iterator[Passage]:
    text, low, starts = document.text, lowered(document), words(document).starts
    index = 0
    for span in spans:
        first = bisect_left(starts, span.start, index)
        index = bisect_left(starts, span.end, first)
        last = text[span.end - 1]
        ended = last in _END_MARKS or (
            not last.isalnum() and _ENDED.search(text, max(span.start, span.end - 8), span.end) is not None
        )
        yield Passage(span, tuple(low[first:index]), ended)


@analysis
def first_paragraph(document: Document) -> Block | None:
    """The first paragraph of prose, which may stand in a standfirst's place."""
    return next((block for block in document.copy if block.role in _PROSE), None)


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


class Pair(Row):
    """Two passages that say the same, `first` before `again`; `exact` where their words are the same throughout."""

    first: Passage
    again: Passage
    exact: bool


@analysis
def repeated_paragraphs(document: Document) -> tuple[Pair, ...]:
    """Every paragraph that stood before, with the first that it repeats."""
    exact: dict[tuple[tuple[str, ...], bool], Passage] = {}
    ends: dict[tuple[tuple[str, ...], bool], Passage] = {}
    found = []
    for passage in sorted((*_standfirsts(document), *paragraphs(document))):
        if len(passage.words) < _END * 2 or (
            len(passage.words) < _LONG_QUESTION and document.text[passage.span.end - 1] == "?"
        ):
            continue  # a question may stand in a list of questions and again above its answer
        # Whether it ends as a sentence is a part of the key: the points of a summary on top often don't.
        whole, *keys = (
            (words, passage.ended) for words in (passage.words, passage.words[:_END], passage.words[-_END:])
        )
        near = next((ends[end] for end in keys if end in ends and _alike(ends[end], passage)), None)
        first = exact.get(whole, near)
        if first is not None:
            found.append(Pair(first, passage, first.words == passage.words))
            continue
        exact[whole] = passage
        for end in keys:
            ends.setdefault(end, passage)
    return tuple(found)


def of_entries(document: Document, pair: Pair) -> bool:
    """Whether the two are said of two things: each closes an entry of one list, or stands under a label of its own (Ann Hill: …)."""
    return _close_entries(document, pair) or _are_labelled(document, pair)


def _are_labelled(document: Document, pair: Pair) -> bool:
    """Whether the paragraphs open with two labels."""
    blocks = (document.block_at(passage.span.start) for passage in (pair.first, pair.again))
    one, other = (_LABEL.match(document.text, block.start, block.end) if block else None for block in blocks)
    return one is not None and other is not None and one[0] != other[0]


def _close_entries(document: Document, pair: Pair) -> bool:
    """Whether the lines behind the two open with the same words, or the same label, and go on with others."""
    ends = (pair.first.span.end, pair.again.span.end)
    behind = [document.text[end : end + _OPENING].split("\n\n") for end in ends]
    if any(len(parts) == 1 or parts[0].strip() for parts in behind):
        return False
    one, other = (parts[1].split() for parts in behind)
    alike = _LABELLED if one[0].endswith(":") else _ALIKE
    return len(one) > alike < len(other) and one[:alike] == other[:alike] and one != other


def _standfirsts(document: Document) -> Iterator[Passage]:
    """What stands in the standfirst's place, which may be the story's first paragraph."""
    return _passages(document, [block.span for block in document.copy if block.role is Role.STANDFIRST])


def _alike(first: Passage, second: Passage) -> bool:
    """Whether the words of two passages are much the same; more may differ, or be cut, between a like opening and a like end."""
    both = first.words[:_END] == second.words[:_END] and first.words[-_END:] == second.words[-_END:]
    allowed = max(1, int((_TOLERANCE_WITHIN if both else _TOLERANCE) * len(first.words)))
    if abs(len(first.words) - len(second.words)) > allowed:
        return False
    a, b = Counter(first.words), Counter(second.words)
    return max((a - b).total(), (b - a).total()) <= allowed


__all__ = [
    "Pair",
    "Passage",
    "first_paragraph",
    "of_entries",
    "paragraphs",
    "plain_sentences",
    "repeated_paragraphs",
    "summary",
]
