"""Grids: the columns of numbers that the tables of the copy have, and how closely their numbers are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_PERCENT = r"(?:%|per ?cent|pct)"
# “1,530”, “-3.6%”, “£2.4m”, and with a share of its own “4,110 (75 per cent)”.
_CELL = compiled(
    rf"(?P<plain>(?P<sign>[-+−–]\s?)?[$£€]?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?:m|bn|k)?(?P<percent>\s?{_PERCENT})?)"
    rf"(?:\s\((?P<bracketed>(?P<share>\d+(?:\.\d+)?)\s?{_PERCENT})\))?",
    re.I,
)
_MARKED_UP = "*_ "
_YEARS = range(1800, 2101)
_MOST = 10  # columns; more are no table to reckon in
_ROUNDED = (1000.0, 100.0, 10.0)


class Cell(Row):
    """A number of a table; `grain` is the least difference between numbers as its column prints them, 0 where they are counts."""

    span: Span
    value: float
    percent: bool
    signed: bool
    decimals: int
    grain: float = 0.0


class Grid(Row):
    """The columns of numbers of one table, and what its rows are called, without the headings."""

    labels: tuple[str, ...]
    columns: tuple[tuple[Cell, ...], ...]


@analysis
def grids(document: Document) -> tuple[Grid, ...]:
    """Every table of the copy whose rows below the headings have equally many cells, in order."""
    found = []
    for _, blocks in groupby(document.copy, key=lambda block: block.role is Role.TABLE_CELL):
        rows = [list(row) for _, row in groupby(blocks, key=lambda block: block.row)]
        body = rows[1:]  # the corner above the rows' names may be empty
        if len(body) > 1 and len(rows[0]) <= _MOST and _are_even(rows[0], body):
            columns = tuple(column for position in range(len(body[0])) for column in _columns(document, body, position))
            labels = tuple(document[row[0].span].strip(_MARKED_UP) for row in body)
            found.append(Grid(labels, columns))
    return tuple(grid for grid in found if grid.columns)


def _are_even(headings: list[Block], body: list[list[Block]]) -> bool:
    """Whether all rows have equally many cells."""
    counts = {len(row) for row in body}
    return len(counts) == 1 and counts <= {len(headings), len(headings) + 1}


def _columns(document: Document, body: list[list[Block]], position: int) -> Iterator[tuple[Cell, ...]]:
    """The numbers at one position of all rows, and the shares in brackets behind them."""
    read = [_CELL.fullmatch(document[row[position].span].strip(_MARKED_UP)) for row in body]
    found = [match for match in read if match is not None]
    if len(found) < len(body):
        return
    places = [document.text.index(match[0], row[position].start) for match, row in zip(found, body, strict=True)]
    cells = [_cell(match, "number", at) for match, at in zip(found, places, strict=True)]
    if not all(cell.value in _YEARS and "," not in match[0] for cell, match in zip(cells, found, strict=True)):
        yield _grained(cells)
    if all(match["share"] for match in found):
        yield _grained([_cell(match, "share", at) for match, at in zip(found, places, strict=True)])


def _cell(match: re.Match[str], group: str, at: int) -> Cell:
    sign = (match["sign"] or "").strip() if group == "number" else ""
    value = float(match[group].replace(",", "")) * (-1 if sign and sign != "+" else 1)
    percent = group == "share" or bool(match["percent"])
    printed = "plain" if group == "number" else "bracketed"
    span = Span(at + match.start(printed), at + match.end(printed))
    return Cell(span, value, percent, bool(sign), len(match[group].partition(".")[2]))


def _grained(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells of a column with its grain: that of its decimals, or the power of ten that all of them are multiples of."""
    decimals = max(cell.decimals for cell in cells)
    grain = float(cells[0].percent) if not decimals else 10.0**-decimals
    if not grain:
        grain = next((ten for ten in _ROUNDED if all(cell.value % ten == 0 for cell in cells)), 0.0)
    return tuple(cell._replace(grain=grain) for cell in cells)
