"""Pairs of lines of a comparison of versions: “- The mill burned.” and below it “+ The mill burned down.”"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.text.words import lowered, words

_FEWEST = 3
_SAME = 0.6
_BESIDE = 4  # blanks and line ends between the two
_SIGNS = ("\n+ ", "\n+\t")


@analysis
def diff_pairs(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Every line behind a minus with the line behind a plus that follows at once and says nearly the same."""
    if not any(sign in document.source.text for sign in _SIGNS):
        return ()
    found = []
    for old, new in pairwise(document.copy):
        first, second = _whole(old), _whole(new)
        signed = document.text[first.start] == "-" and document.text[second.start] == "+"
        if signed and second.start - first.end <= _BESIDE and _is_alike(document, old, new):
            found.append((first, second))
    return tuple(found)


def _whole(block: Block) -> Span:
    return Span(block.marker.start if block.marker else block.start, block.end)


def _is_alike(document: Document, old: Block, new: Block) -> bool:
    a, b = (Counter(_words(document, block)) for block in (old, new))
    same = (a & b).total()
    return same >= _FEWEST and same >= _SAME * max(a.total(), b.total())


def _words(document: Document, block: Block) -> list[str]:
    starts = words(document).starts
    return lowered(document)[bisect_left(starts, block.start) : bisect_left(starts, block.end)]


__all__ = ["diff_pairs"]
