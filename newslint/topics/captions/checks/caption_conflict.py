"""Two captions that are alike but for a name or a figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.quotations import excerpt
from newslint.text.vocabulary import NUMBERS
from newslint.topics.captions.captions import Caption, captions

_LONGEST = 3
_KEY = 3  # words, that both captions begin or end with: of an office, “mayor of Saltmouth”
# So many words behind a name tell what one person did, where and when.
_TALE = 9
# More captions than this of one pattern are a gallery.
_GALLERY = 2


class _Pair(Row):
    """Two captions, and the words from number `start` to `end` (of each) that they don't share."""

    one: Caption
    other: Caption
    start: int
    ends: tuple[int, int]


@check
class CaptionConflict:
    """Finds captions that share at least `fewest` words and differ in one name or figure.

    A name that differs counts only where a person named by both does the same, or where both are “the” one of something or do
    at length the same: two people may well do alike.
    """

    fewest: int = 6

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair in _alike(captions(document)):
            confidence = _confidence(document, pair, self.fewest)
            if confidence:
                found, first = _span(pair.other, pair.start, pair.ends[1]), _span(pair.one, pair.start, pair.ends[0])
                words = {"first": document[first], "words": excerpt(document, pair.other.span)}
                yield Hit(found, words, (Note(first, "in another caption"),), confidence=confidence)


def _alike(found: tuple[Caption, ...]) -> Iterator[_Pair]:
    """Pairs of captions that begin or end alike and differ in one short stretch; but no galleries of one pattern."""
    groups: dict[tuple[bool, tuple[str, ...]], list[Caption]] = {}
    for caption in found:
        groups.setdefault((True, caption.words[:_KEY]), []).append(caption)
        groups.setdefault((False, caption.words[-_KEY:]), []).append(caption)
    seen = set()
    for group in groups.values():
        pairs = [pair for one, other in pairwise(group) if (pair := _pair(one, other))]
        if len(pairs) < _GALLERY and len(group) <= _GALLERY + 1:
            for pair in pairs:
                if (pair.one.block.start, pair.other.block.start) not in seen:
                    seen.add((pair.one.block.start, pair.other.block.start))
                    yield pair


def _pair(one: Caption, other: Caption) -> _Pair | None:
    a, b = one.words, other.words
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    tail = 0
    while tail < min(len(a), len(b)) - start and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    ends = len(a) - tail, len(b) - tail
    short = 0 < ends[0] - start <= _LONGEST and 0 < ends[1] - start <= _LONGEST
    return _Pair(one, other, start, ends) if short else None


def _confidence(document: Document, pair: _Pair, fewest: int) -> float:
    """How sure it is that only one of the two can be right; 0 where both well may."""
    changed = pair.one.words[pair.start : pair.ends[0]], pair.other.words[pair.start : pair.ends[1]]
    shared = pair.start + len(pair.one.words) - pair.ends[0] >= fewest
    if all(any(_is_number(word) for word in words) for words in changed):
        return 0.75 if shared else 0.0
    spans = _span(pair.one, pair.start, pair.ends[0]), _span(pair.other, pair.start, pair.ends[1])
    named = all(document.text[span.start].isupper() for span in spans)
    if named and ((shared and _shares_person(document, pair)) or _can_be_only_one(document, pair, spans)):
        return 0.6
    return 0.0


def _can_be_only_one(document: Document, pair: _Pair, spans: tuple[Span, Span]) -> bool:
    """Whether both captions say of two names what holds of one: a single office (“the mayor of Saltmouth”), or a long tale."""
    titles = (document.text[start].isupper() for start in pair.one.starts[: pair.start])
    if not all(titles) or not all(ends > pair.start + 1 for ends in pair.ends):
        return False
    return len(pair.one.words) - pair.ends[0] >= _TALE or all(
        document.text.startswith(", the ", span.end) for span in spans
    )


def _shares_person(document: Document, pair: _Pair) -> bool:
    """Whether two words with capitals, one behind the other, stand in what both captions share before the change."""
    capital = [document.text[pair.one.starts[index]].isupper() for index in range(max(0, pair.start - 1))]
    return any(a and b for a, b in pairwise(capital))


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in NUMBERS


def _span(caption: Caption, first: int, end: int) -> Span:
    return Span(caption.starts[first], caption.ends[end - 1])


_: type[Check] = CaptionConflict
