"""Columns: those of a table that two others make, row by row: what changed, by how many per cent, what share it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, permutations

from newslint.document import Block, Document, Role
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Quantity

_CELL = compiled(r"[+−–-]? ?[$£€]?\d[\d,.]* ?(?:[mk%]|pts?|points?|per cent|percent)?")
_LESS = ("-", "−", "–")
# So many rows at least must bear a column out, and no more than one in so many not.
_LEAST, _WRONG = 3, 3
_COLUMNS, _ROWS = 6, 40
_DUST = 1e-9
_Way = Callable[[float, float], float]


def _change(one: float, other: float) -> float:
    return other - one


def _growth(one: float, other: float) -> float:
    return 100 * (other - one) / one


def _share(one: float, other: float) -> float:
    return 100 * other / one


class Cell(Row):
    """A number of a table, and its `value` with its sign."""

    quantity: Quantity
    value: float

    @property
    def loose(self) -> float:
        """How far the true value may lie from the printed one."""
        return self.quantity.numeral.step / 2


class Misfit(Row):
    """A cell that two others of its row don't make `way` as they do in the other rows, and what they make."""

    cell: Cell
    first: Cell
    second: Cell
    way: _Way

    @property
    def made(self) -> float:
        """What the cell should be."""
        return self.way(self.first.value, self.second.value)

    @property
    def is_share(self) -> bool:
        """Whether it's the share that the second is of the first, and no change from the first to the second."""
        return self.way is _share


def misfits(document: Document) -> Iterator[Misfit]:
    """The cells of columns that two others make in nearly every row, but not there; of each row the last such cell."""
    for columns in _tables(document):
        taken: set[Cell] = set()
        for made, first, second in permutations(reversed(columns), 3):
            for each in (each for way in (_change, _growth, _share) for each in _of_column(way, first, second, made)):
                cells = {each.first, each.second, each.cell}
                if taken.isdisjoint(cells):
                    yield each
                taken |= cells


def _of_column(way: _Way, ones: Sequence[Cell], others: Sequence[Cell], made: Sequence[Cell]) -> list[Misfit]:
    rows = [row for row in zip(ones, others, made, strict=True) if row[0].value and row[1].value]
    found = [Misfit(cell, one, other, way) for one, other, cell in rows]
    plain = {each.cell.value for each in found if abs(each.made - each.cell.value) <= each.cell.loose + _DUST}
    wrong = [each for each in found if not _may_be_rounded(each)]
    return wrong if len(plain) >= _LEAST and len(wrong) * _WRONG <= len(rows) else []


def _may_be_rounded(each: Misfit) -> bool:
    """Whether the cell may come of what the two others are rounded from."""
    one, other, cell = each.first, each.second, each.cell
    ends = [each.way(one.value + x * one.loose, other.value + y * other.loose) for x in (-1, 1) for y in (-1, 1)]
    return min(ends) - cell.loose <= cell.value <= max(ends) + cell.loose


def _tables(document: Document) -> Iterator[list[tuple[Cell, ...]]]:
    """The columns of numbers of each table, as far as its rows have as many of them."""
    cells = [block for block in document.copy if block.role is Role.TABLE_CELL]
    rows = [tuple(_cells(document, row)) for _, row in groupby(cells, key=lambda block: block.row)]
    for length, table in groupby(rows, key=len):
        if 3 <= length <= _COLUMNS:
            yield list(zip(*list(table)[:_ROWS], strict=True))


def _cells(document: Document, row: Iterator[Block]) -> Iterator[Cell]:
    for block in row:
        within = quantities_within(document, block.span)
        if len(within) == 1 and _CELL.fullmatch(document.text, block.start, block.end):
            sign = -1 if document.text.startswith(_LESS, block.start) else 1
            yield Cell(within[0], sign * within[0].value)
