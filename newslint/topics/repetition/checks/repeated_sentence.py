"""A sentence that stands in the story twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from newslint.document import Block, Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.layouts import is_live
from newslint.text.passages import (
    Pair,
    Passage,
    first_paragraph,
    of_entries,
    plain_sentences,
    repeated_paragraphs,
    summary,
)
from newslint.topics.repetition.rewritings import rewritten_sentences

# What a page says above its story and again below: who writes, where more stands.
_NOTICE = compiled(
    r"\W*(?:editor[’']?s note|the (?:opinions|views) expressed|(?:read|see|watch|hear|listen|learn|find out) more|you can (?:find|read|listen|follow)"
    r"|(?:this|the) (?:story|article|post|page|transcript) (?:has been|was|is|first|originally)|sign up|subscribe|click|follow |for more"
    r"|all times|note:|warning:|disclaimer|copyright|(?:photo|image|picture)s?:)",
    re.I,
)
_PICTURED = compiled(r"(?i)\bpictured\b")
# In two paragraphs, shorter ones may say the same of two things.
_APART = 9
# A name under a pull quote, of at most so many words.
_NAME = 5
# A short sentence may stand between two of one paste.
_BETWEEN = 40


@check
class RepeatedSentence:
    """Finds sentences of at least `words` words that come again, outside quotations and repeated paragraphs.

    A sentence that stands three times or more is a refrain, which is meant; one that a summary on top has from the story is minor.
    """

    words: int = 8

    def __call__(self, document: Document) -> Iterator[Hit]:
        pasted = sorted(pair.again.span for pair in repeated_paragraphs(document))
        pairs = [
            pair
            for pair in sorted(
                [*self._repeated(document), *rewritten_sentences(document)], key=lambda pair: pair.again.span
            )
            if not _in_one_of(pasted, pair.again.span)
            and document.text[pair.again.span.end - 1] != "?"
            and not _is_notice(document, pair.again)
            and not of_entries(document, pair)
            and not (_is_captioned(document, pair.first) or _is_captioned(document, pair.again))
        ]
        for run in _runs(pairs):
            yield _hit(document, run)

    def _repeated(self, document: Document) -> Iterator[Pair]:
        places: dict[tuple[str, ...], list[Passage]] = {}
        for sentence in plain_sentences(document):
            if len(sentence.words) >= self.words:
                places.setdefault(sentence.words, []).append(sentence)
        for same in places.values():
            if len(same) != 2 or not (same[0].ended and same[1].ended):
                continue
            first, again = same
            if len(first.words) >= _APART or document.block_at(first.span.start) == document.block_at(again.span.start):
                yield Pair(first, again, exact=True)


def _in_one_of(spans: list[Span], span: Span) -> bool:
    """Whether one of `spans`, which are in order and apart, holds `span`."""
    at = bisect_right(spans, span.start, key=attrgetter("start")) - 1
    return at >= 0 and spans[at].holds(span)


def _runs(pairs: list[Pair]) -> Iterator[list[Pair]]:
    """Sentences that follow each other in both places: one paste."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not (_is_next(run[-1].again, pair.again) and _is_next(run[-1].first, pair.first)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _is_next(one: Passage, other: Passage) -> bool:
    return 0 <= other.span.start - one.span.end < _BETWEEN


def _hit(document: Document, run: list[Pair]) -> Hit:
    again = Span(run[0].again.span.start, run[-1].again.span.end)
    first = Span(run[0].first.span.start, run[-1].first.span.end)
    exact = all(pair.exact for pair in run)
    words = {
        "opening": " ".join(document[again].split()[:6]),
        "how": "word for word" if exact else "almost word for word",
    }
    minor = not exact or _is_set_apart(document, first, again) or any(_is_meant(document, pair) for pair in run)
    return Hit(again, words, (Note(first, "first here"),), confidence=0.85 if exact else 0.75, minor=minor)


def _is_set_apart(document: Document, first: Span, again: Span) -> bool:
    """Whether one is a paragraph by itself and the other but a part of one: a pull quote, a teaser or a caption.

    At the end of a paragraph stands what was moved there and not cut.
    """
    whole, ends = zip(*(_fills(document, span) for span in (first, again)), strict=True)
    return whole[0] != whole[1] and not all(ends)


def _fills(document: Document, span: Span) -> tuple[bool, bool]:
    """Whether the stretch is all of its paragraph, and whether it closes it."""
    block = document.block_at(span.start)
    return (block.span == span, block.end == span.end) if block else (False, False)


def _is_meant(document: Document, pair: Pair) -> bool:
    """Whether the sentence may stand in both places by design."""
    displayed = _is_display(document, pair.first) or _is_display(document, pair.again)
    return displayed or _is_listed(document, pair) or is_live(document)


def _is_notice(document: Document, sentence: Passage) -> bool:
    """Whether a page says it of itself, of its author, or of its source: [Reply to the council, May 3.]"""
    first, last = document.text[sentence.span.start], document.text[sentence.span.end - 1]
    if (first, last) == ("[", "]") or _NOTICE.match(document.text, sentence.span.start, sentence.span.end):
        return True
    block = document.block_at(sentence.span.start)
    return block is not None and block in document.copy[-2:] and " is a " in document[sentence.span][:40]


def _is_display(document: Document, sentence: Passage) -> bool:
    """Whether the sentence stands in a summary on top, is all of it, or stands in a pull quote with but a name behind it."""
    block = document.block_at(sentence.span.start)
    if block is None:
        return False
    standfirst = block == first_paragraph(document) and block.span == sentence.span
    return standfirst or block == summary(document) or _is_pulled(document, block, sentence)


def _is_captioned(document: Document, sentence: Passage) -> bool:
    """Whether the rest of the paragraph says what a picture shows: a caption, which has its words from the story."""
    block = document.block_at(sentence.span.start)
    if block is None:
        return False
    rest = document.text[block.start : sentence.span.start] + document.text[sentence.span.end : block.end]
    return _PICTURED.search(rest) is not None


def _is_listed(document: Document, pair: Pair) -> bool:
    """Whether just one of the two stands in a list, such as the points in short."""
    blocks = (document.block_at(sentence.span.start) for sentence in (pair.first, pair.again))
    return sum(block is not None and block.role is Role.LIST_ITEM for block in blocks) == 1


def _is_pulled(document: Document, block: Block, sentence: Passage) -> bool:
    rest = document.text[sentence.span.end : block.end].split()
    return 0 < len(rest) <= _NAME and all(word[0].isupper() for word in rest) and rest[-1][-1].isalpha()


_: type[Check] = RepeatedSentence
