"""Breakdowns: lists and columns that divide up an amount of the story, line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from newslint.document import DISPLAY, Block, Document, Role
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts
from newslint.topics.figures.grids import MONEY, grids
from newslint.topics.figures.sums.sum_words import CALLED_TOTAL, CUES
from newslint.topics.figures.sums.sums import Sum

_LEAST = 3  # lines; what fewer come to is met by chance
_NEAR = 0.05  # how far off, as a share, the amount may be
_SAID = 0.2  # and where the copy says that it's all of the lines
_ABOVE = 8  # blocks
_LINE = compiled(rf"[^:\n.;]{{1,50}}: ?{MONEY}?\d")
_BROKEN_DOWN = compiled(r"(?i)\b(?:br(?:ea|o)ks?|broken?|breaking|split(?:s|ting)?|divid\w+)\b")
_LONGEST = 100  # code points of a line without a bullet
_HEADING = 60  # code points
# The line that holds all that the others don't.
_REST = compiled(r"(?i)\b(?:others?|rest|remaining|remainder|everything else|miscellaneous)\b")
# What no list divides up, unless it says that it holds all: what was, what is more or less than another, what each has.
_NO_WHOLE = frozenset(["earlier", "moved", "rate", "more"])


class Breakdown(Row):
    """The amounts of one sort that the lines of a list have, one each; `blocks` are the numbers of its first and last block.

    `closed` says that the last line holds the rest of something.
    """

    parts: tuple[Amount, ...]
    blocks: tuple[int, int]
    closed: bool


def divided(document: Document) -> Iterator[tuple[Sum, bool]]:
    """Every breakdown with the amount of the story that it comes to, else with one that it nearly comes to, and which of both."""
    by_block = _by_block(document)
    shown = [number for number, block in enumerate(document.blocks) if block.role in DISPLAY]
    for each in _breakdowns(document, by_block):
        around = {*shown, *range(each.blocks[0] - _ABOVE, each.blocks[0]), each.blocks[1] + 1}
        sums = [
            Sum(amount, each.parts)
            for number in sorted(around)
            for amount in by_block.get(number, ())
            if _may_be_whole(document, each, amount)
        ]
        finest = min((made.total.quantity.numeral.grain for made in sums), default=0.0)
        sums = [made for made in sums if made.total.quantity.numeral.grain == finest]
        fitting = [made for made in sums if made.holds or _is_rounded(made)]
        if sums:
            nearest = min(fitting or sums, key=lambda made: (made.off, made.total.role in DISPLAY, made.total.span))
            yield nearest, bool(fitting)


def _is_rounded(made: Sum) -> bool:
    """Whether the amount is told in round figures, like £400m, and the lines come to it so."""
    return abs(made.made - made.total.value) <= made.total.quantity.numeral.grain / 2


def _may_be_whole(document: Document, each: Breakdown, amount: Amount) -> bool:
    """Whether the lines may divide the amount up: right above or below them, or somewhere above, in the headline at the farthest."""
    first, last = each.blocks
    greatest, made = max(part.value for part in each.parts), sum(part.value for part in each.parts)
    beside = amount.block in (first - 1, last + 1)
    leads = amount.block == first - 1 and document.text[document.blocks[amount.block].end - 1] == ":"
    near = _SAID if beside and (each.closed or leads or _is_said(document, amount)) else _NEAR
    return (
        (beside or amount.block < first)
        and amount.unit == each.parts[0].unit
        and amount.value > greatest
        and abs(made - amount.value) <= near * amount.value
        and (
            each.closed
            or (leads and _is_broken_down(document, amount))
            or _is_heading(document, each, amount)
            or not amount.frames & _NO_WHOLE
        )
    )


def _is_heading(document: Document, each: Breakdown, amount: Amount) -> bool:
    """Whether the amount stands in the line that heads the list: “WHERE THE £11.2M COMES FROM”."""
    line = document[document.blocks[amount.block].span]
    return amount.block == each.blocks[0] - 1 and len(line) <= _HEADING and line[-1] not in ".!?"


def _is_broken_down(document: Document, amount: Amount) -> bool:
    """Whether its sentence says that it's divided up: “breaks the R61.2m down by year:”, where nothing went down."""
    return _BROKEN_DOWN.search(document.text, *amount.sentence.span) is not None


def _is_said(document: Document, amount: Amount) -> bool:
    """Whether the amount is said to be all there is: “320 in all”, “that makes 72”."""
    said = document.text[max(amount.sentence.start, amount.span.start - 40) : amount.span.end + 40]
    return any(compiled(CUES[cue], re.I).search(said) for cue in ("total", "together"))


def _by_block(document: Document) -> Mapping[int, Sequence[Amount]]:
    """What may be a part or a whole, by the number of its block."""
    found: dict[int, list[Amount]] = defaultdict(list)
    for amount in amounts(document):
        if addable(amount):
            found[amount.block].append(amount)
    return found


def _breakdowns(document: Document, by_block: Mapping[int, Sequence[Amount]]) -> Iterator[Breakdown]:
    """Every list and every column of a table each of whose lines has an amount of one sort."""
    for listed, run in groupby(enumerate(document.blocks), key=lambda each: _is_line(document, each[1])):
        lines = [number for number, _ in run]
        if listed and len(lines) >= _LEAST:
            yield from _of_lines(document, lines, by_block)
    cells = {amount.span.start: amount for amount in amounts(document) if amount.role is Role.TABLE_CELL}
    for grid in grids(document) if cells else ():
        rows = len(grid.labels) - bool(CALLED_TOTAL.fullmatch(grid.labels[-1]))  # without those of its own total
        for column in (each[:rows] for each in grid.columns):
            parts = tuple(cells[cell.span.start] for cell in column if cell.span.start in cells)
            alike = len({part.unit for part in parts}) == 1
            if alike and len(parts) == len(column) >= _LEAST:
                yield _of_column(document, parts, grid.labels[rows - 1])


def _is_line(document: Document, block: Block) -> bool:
    """Whether it's an item of a list, or reads as one whose bullet was lost: “Police: £132m”."""
    bare = block.role in (Role.PARAGRAPH, Role.CROSSHEAD) and block.end - block.start < _LONGEST
    return block.role is Role.LIST_ITEM or (bare and bool(_LINE.match(document.text, block.start, block.end)))


def _of_lines(
    document: Document, lines: Sequence[int], by_block: Mapping[int, Sequence[Amount]]
) -> Iterator[Breakdown]:
    closed = _REST.search(document[document.blocks[lines[-1]].span]) is not None
    units = [{amount.unit for amount in by_block.get(number, ())} for number in lines]
    for unit in sorted(set.intersection(*units)):
        parts = (next(amount for amount in by_block[number] if amount.unit == unit) for number in lines)
        yield Breakdown(tuple(parts), (lines[0], lines[-1]), closed)


def _of_column(document: Document, parts: tuple[Amount, ...], label: str) -> Breakdown:
    first, last = parts[0].block, parts[-1].block
    while first and document.blocks[first - 1].role is Role.TABLE_CELL:
        first -= 1
    while last + 1 < len(document.blocks) and document.blocks[last + 1].role is Role.TABLE_CELL:
        last += 1
    return Breakdown(parts, (first, last), _REST.search(label) is not None)
