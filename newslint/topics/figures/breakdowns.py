"""Breakdowns: lists and columns that divide up an amount of the story, line by line, and don't come to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from newslint.document import DISPLAY, Block, Document, Role
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts
from newslint.topics.figures.grids import grids
from newslint.topics.figures.sum_words import CUES
from newslint.topics.figures.sums import Sum

_LEAST = 3  # lines; what fewer come to is met by chance
_MANY = 4  # lines that hardly come near an amount by chance, wherever it stands above them
_NEAR = 0.05  # how far off, as a share, the amount may be
_SAID = 0.2  # and where the copy says that it's all of the lines
_ABOVE = 8  # blocks
_TELLING = 20  # a smaller amount is met by chance
_LINE = compiled(r"[^:\n.;]{1,50}: ?[$£€]?\d")
_LONGEST = 100  # code points of a line without a bullet
# The line that holds all that the others don't.
_REST = compiled(r"(?i)\b(?:others?|rest|remaining|remainder|everything else|miscellaneous)\b")
_TOTAL = compiled(r"(?i)\W*(?:grand |in |sub-?)?totals?\b|\W*(?:sum|overall|all told)\b")
_LISTED = frozenset([Role.LIST_ITEM, Role.TABLE_CELL])
# What no list divides up: what was, what is more or less than another, what each has.
_NO_WHOLE = frozenset(["earlier", "moved", "rate", "more"])


class Breakdown(Row):
    """The amounts of one sort that the lines of a list have, one each; `blocks` are the numbers of its first and last block.

    `closed` says that the last line holds the rest of something.
    """

    parts: tuple[Amount, ...]
    blocks: tuple[int, int]
    closed: bool


def misdivided(document: Document) -> Iterator[Sum]:
    """Every breakdown with the amount of the story that it nearly comes to, where it comes to none."""
    for each in _breakdowns(document):
        sums = [Sum(amount, each.parts) for amount in _wholes(document, each)]
        finest = min((made.total.quantity.numeral.grain for made in sums), default=0.0)
        sums = [made for made in sums if made.total.quantity.numeral.grain == finest]
        if sums and not any(made.holds or made.is_rounded for made in sums):
            yield min(sums, key=lambda made: (made.off, made.total.role in DISPLAY, made.total.span))


def _wholes(document: Document, each: Breakdown) -> Iterator[Amount]:
    """The amounts that the lines may divide up: right above or below them, or somewhere above, in the headline at the farthest."""
    first, last = each.blocks
    greatest, made = max(part.value for part in each.parts), sum(part.value for part in each.parts)
    for amount in amounts(document):
        above = first - amount.block
        beside = above == 1 or amount.block == last + 1
        near = _SAID if beside and (each.closed or _is_said(document, amount)) else _NEAR
        far = above > 0 and (above <= _ABOVE or amount.role in DISPLAY) and (each.closed or len(each.parts) >= _MANY)
        if (
            (beside or far)
            and amount.unit == each.parts[0].unit
            and amount.value > max(greatest, _TELLING * (amount.unit == "count"))
            and abs(made - amount.value) <= near * amount.value
            and _is_whole(amount, each.closed)
        ):
            yield amount


def _is_said(document: Document, amount: Amount) -> bool:
    """Whether the amount is said to be all there is: “320 in all”, “that makes 72”."""
    said = document.text[max(amount.sentence.start, amount.span.start - 40) : amount.span.end + 40]
    return any(compiled(CUES[cue], re.I).search(said) for cue in ("total", "together"))


def _is_whole(amount: Amount, closed: bool) -> bool:
    return amount.role not in _LISTED and addable(amount) and (closed or not amount.frames & _NO_WHOLE)


def _breakdowns(document: Document) -> Iterator[Breakdown]:
    """Every list and every column of a table each of whose lines has an amount of one sort, but for those that give their total."""
    by_block: dict[int, list[Amount]] = defaultdict(list)
    for amount in amounts(document):
        if addable(amount):
            by_block[amount.block].append(amount)
    for listed, run in groupby(enumerate(document.blocks), key=lambda each: _is_line(document, each[1])):
        lines = [number for number, _ in run]
        if listed and len(lines) >= _LEAST:
            yield from _of_lines(document, lines, by_block)
    cells = {amount.span.start: amount for amount in amounts(document) if amount.role is Role.TABLE_CELL}
    for grid in grids(document) if cells else ():
        for column in grid.columns:
            parts = tuple(cells[cell.span.start] for cell in column if cell.span.start in cells)
            alike = len({part.unit for part in parts}) == 1
            if alike and len(parts) == len(column) >= _LEAST and not _TOTAL.match(grid.labels[-1]):
                yield _of_column(document, parts, grid.labels[-1])


def _is_line(document: Document, block: Block) -> bool:
    """Whether it's an item of a list, or reads as one whose bullet was lost: “Police: £132m”."""
    bare = block.role in (Role.PARAGRAPH, Role.CROSSHEAD) and block.end - block.start < _LONGEST
    return block.role is Role.LIST_ITEM or (bare and bool(_LINE.match(document.text, block.start, block.end)))


def _of_lines(document: Document, lines: Sequence[int], by_block: Mapping[int, list[Amount]]) -> Iterator[Breakdown]:
    texts = [document[document.blocks[number].span] for number in lines]
    units = [{amount.unit for amount in by_block[number]} for number in lines]
    if not any(map(_TOTAL.match, texts)):
        for unit in sorted(set.intersection(*units)):
            parts = (next(amount for amount in by_block[number] if amount.unit == unit) for number in lines)
            yield Breakdown(tuple(parts), (lines[0], lines[-1]), _REST.search(texts[-1]) is not None)


def _of_column(document: Document, parts: tuple[Amount, ...], label: str) -> Breakdown:
    first, last = parts[0].block, parts[-1].block
    while first and document.blocks[first - 1].role is Role.TABLE_CELL:
        first -= 1
    while last + 1 < len(document.blocks) and document.blocks[last + 1].role is Role.TABLE_CELL:
        last += 1
    return Breakdown(parts, (first, last), _REST.search(label) is not None)
