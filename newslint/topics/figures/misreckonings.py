"""Misreckonings: cells of a table that don't follow from its other cells as those of the other rows or columns do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations, starmap

from newslint.document import Document, analysis
from newslint.startup.row import Row
from newslint.topics.figures.grids import Cell, Grid, grids
from newslint.topics.figures.sums.sum_words import CALLED_TOTAL

_LEAST = 3  # rows that must bear a reckoning out; shares hardly come out right by chance, so two of them do
_NEAR = 0.8  # of what the parts make, for the total of a column that is called one
_TELLING = 20  # two sums of small numbers come out right by chance
_WHOLE = 100.0


class Reckoning(Row):
    """`result` should be `made`, give or take `slack`, by the `operands`; `way` is “difference”, “change”, “share”, “sum” or “whole”."""

    way: str
    result: Cell
    operands: tuple[Cell, ...]
    made: float
    slack: float

    @property
    def holds(self) -> bool:
        """Whether it is, as all are printed; a difference may be printed without its sign."""
        value = self.result.value
        made = self.made if self.result.signed or self.way == "sum" else abs(self.made)
        return abs(made - value) <= self.slack + 1e-6

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The result, and what it's reckoned from."""
        return (self.result, *self.operands)


@analysis
def misreckonings(document: Document) -> tuple[Reckoning, ...]:
    """Every cell that isn't what its row or column makes it, where the other rows or columns are."""
    found: dict[frozenset[Cell], Reckoning] = {}
    for grid in grids(document):
        for each in (*_of_rows(grid), *_of_totals(grid), *_of_last(grid), *_of_wholes(grid)):
            found.setdefault(frozenset(each.cells), each)
    return tuple(found.values())


def _of_rows(grid: Grid) -> Iterator[Reckoning]:
    """What one row alone fails of what all rows reckon; a change or a share is reckoned from the rest, rather than the rest from it."""
    for column in sorted(grid.columns, key=lambda column: not (column[0].percent or any(c.signed for c in column))):
        wrong = next(filter(None, map(_odd_one, _ways(grid, column))), None)
        if wrong is not None:
            yield wrong


def _odd_one(way: Iterable[Reckoning]) -> Reckoning | None:
    """The one row that fails where all others bear the reckoning out; most reckonings fail in two rows, and no third is asked."""
    failed: list[Reckoning] = []
    holding: list[Reckoning] = []
    for each in way:
        (holding if each.holds else failed).append(each)
        if len(failed) > 1:
            return None
    return failed[0] if failed and _is_borne_out(holding) else None


def _is_borne_out(holding: Sequence[Reckoning]) -> bool:
    """Whether so many rows hardly reckon so by chance."""
    telling = [each for each in holding if each.made]
    by_share = [each for each in telling if each.way in ("change", "share") or abs(each.made) > _TELLING]
    return len(telling) >= _LEAST or len(by_share) > 1


def _ways(grid: Grid, column: Sequence[Cell]) -> Iterator[Iterator[Reckoning]]:
    """All that the cells of a column may be reckoned from in their own rows, each row when it's asked for."""
    others = [other for other in grid.columns if other is not column]
    for one, other in permutations(others, 2):
        if column[0].percent and not (one[0].percent or other[0].percent):
            yield (_share(*row, "change") for row in zip(column, one, other, strict=True) if row[1].value)
            yield (_share(*row, "share") for row in zip(column, one, other, strict=True) if row[2].value)
        if one[0].percent == other[0].percent and (
            column[0].percent == one[0].percent or any(c.signed for c in column)
        ):
            yield starmap(_difference, zip(column, one, other, strict=True))
    # What carries a sign is a difference already.
    alike = [other for other in others if other[0].percent == column[0].percent and not any(c.signed for c in other)]
    for count in range(2, len(alike) + 1):
        for parts in combinations(alike, count) if count in (2, len(alike)) else ():  # for speed
            yield (_sum(result, row) for result, *row in zip(column, *parts, strict=True))


def _share(result: Cell, one: Cell, other: Cell, way: str) -> Reckoning:
    """`result` as the change from `one` to `other` in per cent, or as the percentage that `one` is of `other`."""
    base = one.value if way == "change" else other.value
    made = _WHOLE * (other.value - one.value) / base if way == "change" else _WHOLE * one.value / base
    lost = _WHOLE * (one.grain + other.grain) / 2 / abs(base) * max(1.0, abs(made) / _WHOLE)
    return Reckoning(way, result, (one, other), made, 0.5 * 10.0**-result.decimals + lost)


def _difference(result: Cell, one: Cell, other: Cell) -> Reckoning:
    # What is no more than a hundred may be shares in points, which were rounded.
    rounded = float(not one.decimals and max(abs(one.value), abs(other.value)) <= _WHOLE)
    return Reckoning("difference", result, (one, other), other.value - one.value, max(one.grain, result.grain, rounded))


def _sum(result: Cell, parts: Sequence[Cell]) -> Reckoning:
    return Reckoning("sum", result, tuple(parts), sum(part.value for part in parts), _lost(parts))


def _lost(parts: Sequence[Cell]) -> float:
    """What a sum may owe to the rounding of its parts."""
    return parts[0].grain * (1 + len(parts) // 4)


def _of_totals(grid: Grid) -> Iterator[Reckoning]:
    """The total below a column that its parts nearly make: where it's called so, or the other columns have theirs there."""
    sums = [_sum(column[-1], column[:-1]) for column in grid.columns if len(column) > 2]
    called = CALLED_TOTAL.fullmatch(grid.labels[-1]) is not None
    for each in sums:
        shown = sum(other.holds and other.made > _TELLING for other in sums if other is not each)
        near = each.result.value and _NEAR <= each.made / each.result.value <= 1 / _NEAR
        if near and not each.holds and (called or shown):
            yield each


def _of_last(grid: Grid) -> Iterator[Reckoning]:
    """The one number of the last row, called a total, that the cells of one column nearly make, and those of no other do."""
    if grid.last is None or not CALLED_TOTAL.fullmatch(grid.labels[-1]):
        return
    sums = [_sum(grid.last, column) for column in grid.columns]
    near = [each for each in sums if each.result.value and _NEAR <= each.made / each.result.value <= 1 / _NEAR]
    yield from near if len(near) == 1 and not near[0].holds else ()


def _of_wholes(grid: Grid) -> Iterator[Reckoning]:
    """The percentages of a column, or of a row, that don't make the whole where those of the others do."""
    shares = [column for column in grid.columns if column[0].percent]
    for lines in (shares, list(zip(*shares, strict=True))):
        wholes = [
            Reckoning("whole", line[-1], line[:-1], _WHOLE - sum(part.value for part in line[:-1]), _lost(line))
            for line in lines
            if len(line) > 2
        ]
        failed = [each for each in wholes if not each.holds]
        if len(failed) == 1 and len(wholes) > 2:
            yield failed[0]
