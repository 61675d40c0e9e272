"""Layouts: live pages, told hour by hour; lists and their lines; tables and columns."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import Words, lowered, occurrences, words

_TIME = compiled(
    r"\W{0,3}(?:\d{1,2}[.:]\d\d ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: ?(?:GMT|BST|E[SD]?T|P[SD]?T|CET|local time))?\W{0,3}\Z",
    re.I,
)
_LONGEST = 24
_FEWEST = 3
# By so many paragraphs, and so many words of each, a report is known again.
_OPENING = 2
_HEAD = 6


@analysis
def is_live(document: Document) -> bool:
    """Whether several lines of the copy are a time of day and nothing else."""
    return len(_times(document)) >= _FEWEST


@analysis
def _times(document: Document) -> tuple[int, ...]:
    """The number of each block of the copy that is but a time of day."""
    return tuple(
        number
        for number, block in enumerate(document.copy)
        if block.end - block.start < _LONGEST and _TIME.match(document[block.span])
    )


def are_filed_again(document: Document, first: Span, again: Span) -> bool:
    """Whether the two stand in reports of a live page that open with the same paragraphs: one was filed again, at another hour."""
    if not is_live(document):
        return False
    one, other = (_report(document, span) for span in (first, again))
    return one != other and _heads(document, one) == _heads(document, other)


def _report(document: Document, span: Span) -> tuple[Block, ...]:
    """The paragraphs that open the report in which `span` stands."""
    times = _times(document)
    found = bisect_right(times, span.start, key=lambda number: document.copy[number].start)
    behind = times[found - 1] + 1 if found else 0
    return document.copy[behind : behind + _OPENING] if found else ()


def _heads(document: Document, blocks: Iterable[Block]) -> list[list[str]]:
    return [document[block.span].split()[:_HEAD] for block in blocks]


LINE = 200  # code points of what is still a line


def is_item(document: Document, block: Block) -> bool:
    """Whether it's a cell or a line of a list, and no story by itself, as the numbered items of a newsletter are: several sentences, and long."""
    if block.role is not Role.LIST_ITEM:
        return block.role is Role.TABLE_CELL
    sentence = sentence_at(document, block.end - 1)
    return block.end - block.start <= LINE or (sentence is not None and sentence.start - block.start < _LONGEST)


_AROUND = 4
_FEWEST_COLUMNS = 2
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
    return FUNCTION.isdisjoint(around) and sum(word[0].isdigit() for word in around) >= _FEWEST_COLUMNS


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


_FEWEST_PAIRS = 3
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
    return same >= _FEWEST_PAIRS and same >= _SAME * max(a.total(), b.total())


def _words(document: Document, block: Block) -> list[str]:
    starts = words(document).starts
    return lowered(document)[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
