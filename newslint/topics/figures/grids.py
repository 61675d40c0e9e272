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
# The sign of a currency, before its number.
MONEY = r"(?:[A-Z]{0,3}[$£€¥₹₦₵]|(?:[KTU]?[Ss]hs?|Rs\.?|RM|Tk|R|N|K) ?)"
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d[\d,]*)(?:\.\d+)?"
# “1,530”, “-3.6%”, “£2.4m”, and with a share of its own “4,110 (75 per cent)”.
_CELL = compiled(
    rf"(?P<plain>(?P<sign>[-+−–]\s?)?{MONEY}?(?P<number>{_NUMBER})\s?(?:m|bn|k)?(?P<percent>\s?{_PERCENT})?)"
    rf"(?:\s\((?P<bracketed>(?P<share>\d+(?:\.\d+)?)\s?{_PERCENT})\))?",
    re.I,
)
# What a column of percentages is headed with: “Pass %”, “Change, per cent”.
_OF_PERCENT = compiled(rf"(?<!\w){_PERCENT}|\bpercentage\b", re.I)
_GROUPING = str.maketrans("", "", ", \u00a0\u2009\u202f")
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
    """The columns of numbers of one table, and what its rows are called, without the headings.

    `last` is the one number of a last row that has no other, as totals of one column do; it belongs to none of the columns.
    """

    labels: tuple[str, ...]
    columns: tuple[tuple[Cell, ...], ...]
    last: Cell | None = None


@analysis
def grids(document: Document) -> tuple[Grid, ...]:
    """Every table of the copy whose rows below the headings have equally many cells, in order."""
    found = []
    for _, blocks in groupby(document.copy, key=lambda block: block.role is Role.TABLE_CELL):
        headings, *body = [list(row) for _, row in groupby(blocks, key=lambda block: block.row)]
        short = body.pop() if len(body) > 2 and len(body[-1]) == 2 < len(body[0]) else []
        if len(body) > 1 and len(headings) <= _MOST and _are_even(headings, body):
            found.append(_grid(document, headings, body, short))
    return tuple(grid for grid in found if grid.columns)


def _grid(document: Document, headings: list[Block], body: list[list[Block]], short: list[Block]) -> Grid:
    """The grid of these rows; `short` is a last one of a label and one number."""
    columns: list[tuple[Cell, ...]] = []
    for position in range(len(body[0])):
        column = position - len(body[0])  # counted from the right: the corner above the rows' names may be empty
        percent = -column <= len(headings) and _OF_PERCENT.search(document[headings[column].span]) is not None
        columns += _columns(document, [row[position] for row in body], percent=percent)
    labels = tuple(document[row[0].span].strip(_MARKED_UP) for row in [*body, *([short] if short else [])])
    last = next(_columns(document, short[1:], percent=False), (None,))[0] if short else None
    return Grid(labels, tuple(columns), last)


def _are_even(headings: list[Block], body: list[list[Block]]) -> bool:
    """Whether all rows have equally many cells."""
    counts = {len(row) for row in body}
    return len(counts) == 1 and counts <= {len(headings), len(headings) + 1}


def _columns(document: Document, cells: list[Block], *, percent: bool) -> Iterator[tuple[Cell, ...]]:
    """The numbers of one column's cells, and the shares in brackets behind them; `percent` is whether its heading makes them percentages."""
    read = [_CELL.fullmatch(document[cell.span].strip(_MARKED_UP)) for cell in cells]
    found = [match for match in read if match is not None]
    if len(found) < len(cells):
        return
    places = [document.text.index(match[0], cell.start) for match, cell in zip(found, cells, strict=True)]
    numbers = [_cell(match, "number", at) for match, at in zip(found, places, strict=True)]
    if not all(cell.value in _YEARS and "," not in match[0] for cell, match in zip(numbers, found, strict=True)):
        yield _grained([number._replace(percent=percent or number.percent) for number in numbers])
    if all(match["share"] for match in found):
        yield _grained([_cell(match, "share", at) for match, at in zip(found, places, strict=True)])


def _cell(match: re.Match[str], group: str, at: int) -> Cell:
    sign = (match["sign"] or "").strip() if group == "number" else ""
    value = float(match[group].translate(_GROUPING)) * (-1 if sign and sign != "+" else 1)
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
