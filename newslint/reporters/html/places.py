"""Where in the copy a place of the file stands: the way of `Document.place`, gone back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from newslint.document import Document
from newslint.source import Span
from newslint.startup.row import Row


class Stretch(Row):
    """Copy of one block that stands in the file in one piece.

    It's `copy` in the document's text and `source` in the file. Where `whole`, no place lies inside it: an entity is one
    letter, however long it is in the file.
    """

    block: int
    copy: Span
    source: Span
    whole: bool


class Places:
    """The places of one document, by their offsets in the file."""

    def __init__(self, document: Document) -> None:
        self._stretches = sorted(_stretches(document), key=lambda stretch: stretch.source)
        self._starts = [stretch.source.start for stretch in self._stretches]
        # Pieces may lie over one another in the file; behind what ends last, none that ends sooner is missed.
        self._ends = list(accumulate((stretch.source.end for stretch in self._stretches), max))

    def of(self, span: Span) -> list[tuple[int, Span]]:
        """The numbers of the blocks that `span` of the file lies in, in order, each with what of the copy it is there."""
        found: dict[int, Span] = {}
        for stretch in self._meeting(span):
            own = stretch.copy if stretch.whole else _inside(stretch, span)
            known = found.get(stretch.block, own)
            found[stretch.block] = Span(min(known.start, own.start), max(known.end, own.end))
        return sorted(found.items())

    def before(self, offset: int) -> int:
        """The number of the block nearest before `offset` of the file: the first where none is."""
        index = bisect_right(self._starts, offset) - 1
        return self._stretches[index].block if index >= 0 else 0

    def _meeting(self, span: Span) -> Iterator[Stretch]:
        """The stretches that share a letter with `span`; for a span of none, the one that it stands in or at."""
        index = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        while index >= 0 and self._ends[index] > span.start - (span.start == span.end):
            stretch = self._stretches[index]
            if stretch.source.end > span.start:
                yield stretch
            elif span.start == span.end == stretch.source.end:
                yield stretch
                return
            index -= 1


def _inside(stretch: Stretch, span: Span) -> Span:
    move = stretch.copy.start - stretch.source.start
    start = max(span.start, stretch.source.start) + move
    return Span(start, max(start, min(span.end, stretch.source.end) + move))


def _stretches(document: Document) -> Iterator[Stretch]:
    """What the blocks and the markers of lists are made of, in the order of the copy."""
    if not document.pieces:
        yield from (Stretch(number, span, span, False) for number, span in _spans(document))
        return
    first = 0
    for number, span in _spans(document):
        while first < len(document.pieces) and _end(document, first) <= span.start:
            first += 1
        index = first
        while index < len(document.pieces) and document.pieces[index].start < span.end:
            yield _stretch(document, number, span, index)
            index += 1


def _spans(document: Document) -> Iterator[tuple[int, Span]]:
    for number, block in enumerate(document.blocks):
        if block.marker:
            yield number, block.marker
        yield number, block.span


def _stretch(document: Document, number: int, span: Span, index: int) -> Stretch:
    piece = document.pieces[index]
    copy = Span(max(piece.start, span.start), min(_end(document, index), span.end))
    if piece.width != piece.length:
        return Stretch(number, copy, Span(piece.origin, piece.origin + piece.width), True)
    move = piece.origin - piece.start
    return Stretch(number, copy, Span(copy.start + move, copy.end + move), False)


def _end(document: Document, index: int) -> int:
    return document.pieces[index].start + document.pieces[index].length
