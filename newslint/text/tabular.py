"""Tables set as running text: figures and marks like nil or steady, column by column, without a sentence."""

from __future__ import annotations

import itertools

from newslint.document import Document
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import Words, lowered, occurrences, words

_AROUND = 4
_FEWEST = 2
# So often doubled in one draft, a word is what that draft writes in its columns.
_HABIT = 3


def is_tabular(document: Document, first: int, last: int) -> bool:
    """Whether words `first` to `last` stand in a row of a table: figures around them, and no small words of a sentence."""
    low, starts = lowered(document), words(document).starts
    block = document.block_at(starts[first])
    if block is None:
        return False
    near = (*range(max(0, first - _AROUND), first), *range(last + 1, min(len(low), last + 1 + _AROUND)))
    around = [low[index] for index in near if block.start <= starts[index] < block.end]
    return FUNCTION.isdisjoint(around) and sum(word[0].isdigit() for word in around) >= _FEWEST


def is_doubled_by_habit(document: Document, word: str) -> bool:
    """Whether `word`, in lower case and no small one, stands twice in a row in several places of the draft."""
    if word in FUNCTION:
        return False
    places, end, count = occurrences(document).get(word, ()), -2, 0
    listed = words(document)
    for before, index in itertools.pairwise(places):
        if index == before + 1 and before > end and _touch(document, listed, before):
            count += 1
            end = index
    return count >= _HABIT


def _touch(document: Document, listed: Words, index: int) -> bool:
    """Whether nothing but white space parts word `index` from the next."""
    gap = listed.gap(index)
    return document.text[gap.start : gap.end].isspace()


__all__ = ["is_doubled_by_habit", "is_tabular"]
