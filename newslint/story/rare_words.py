"""Rare words: what hardly stands in the copy, so that two places that have it may speak of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from newslint.document import Document, analysis
from newslint.story.amounts import stem
from newslint.text.content_words import root
from newslint.text.words import occurrences, words

_RARE = 3  # times in all of the copy, at most


def rare_among(document: Document, stems: frozenset[str]) -> frozenset[str]:
    """Those of the `stems`, as `stem` makes them, that stand three times in the copy or less."""
    times = _times(document)
    return frozenset(each for each in stems if times.get(each, 0) <= _RARE)


def rare_roots(document: Document, roots: frozenset[str]) -> frozenset[str]:
    """Those of the `roots`, as `root` makes them, of which no form stands in the copy more than three times."""
    return roots - _usual_roots(document)


def weight_of(document: Document, stems: frozenset[str]) -> float:
    """What the `stems` say together: each the more, the seldomer it stands in the copy."""
    times = _times(document)
    whole = len(words(document).texts)
    return sum(log(whole / times.get(each, 1)) for each in stems) if whole else 0.0


@analysis
def _times(document: Document) -> Mapping[str, int]:
    """How often each stem stands in all of the copy."""
    found: dict[str, int] = {}
    for word, places in occurrences(document).items():
        one = stem(word)
        found[one] = found.get(one, 0) + len(places)
    return found


@analysis
def _usual_roots(document: Document) -> frozenset[str]:
    """The roots of the words that stand in the copy more than three times."""
    return frozenset(root(word) for word, places in occurrences(document).items() if len(places) > _RARE)
