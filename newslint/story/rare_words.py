"""Rare words: what hardly stands in the copy, so that two places that have it may speak of one thing."""

from __future__ import annotations

from collections import Counter

from newslint.document import Document, analysis
from newslint.story.amounts import stem
from newslint.text.words import occurrences

_RARE = 3  # times in all of the copy, at most


def rare_among(document: Document, stems: frozenset[str]) -> frozenset[str]:
    """Those of the `stems`, as `stem` makes them, that stand three times in the copy or less."""
    times = _times(document)
    return frozenset(each for each in stems if times[each] <= _RARE)


@analysis
def _times(document: Document) -> Counter[str]:
    """How often each stem stands in all of the copy."""
    found: Counter[str] = Counter()
    for word, places in occurrences(document).items():
        found[stem(word)] += len(places)
    return found
