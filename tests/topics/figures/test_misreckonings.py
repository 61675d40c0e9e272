from __future__ import annotations

import pytest

from newslint.parsers.markdown.parser import parse
from newslint.source import Source
from newslint.topics.figures.grids import grids
from newslint.topics.figures.misreckonings import misreckonings

HEAD = "# Mills\n\n| Mill | One | Two | Three |\n|---|---|---|---|\n"


def told(rows: str) -> list[tuple[str, float]]:
    document = parse(Source("draft.md", HEAD + rows))
    return [(each.way, each.result.value) for each in misreckonings(document)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("| A | 44 | 55 | 25% |\n| B | 60 | 66 | 10% |\n| C | 80 | 92 | 18% |\n", [("change", 18)]),
        ("| A | 10 | 40 | 25% |\n| B | 66 | 88 | 75% |\n| C | 12 | 48 | 35% |\n", [("share", 35)]),
        ("| A | 31 | 29 | 2 |\n| B | 28 | 25 | 3 |\n| C | 16 | 17 | 1 |\n| D | 14 | 9 | 3 |\n", [("difference", 3)]),
        ("| A | 2 | 3 | 5 |\n| B | 4 | 2 | 6 |\n| C | 1 | 1 | 3 |\n", []),
        ("| A | 31 | 12 | 5 |\n| B | 42 | 9 | 6 |\n| Total | 74 | | |\n", [("sum", 74)]),
        ("| A | 31 | 12 | 5 |\n| B | 42 | 9 | 6 |\n| Best | 74 | | |\n", []),
        ("| A | 5 | 3 | 2 |\n| B | 9 | 2 | 8 |\n| C | 4 | 4 | 1 |\n", []),
    ],
)
def test_a_row_is_told_where_the_others_reckon(rows: str, found: list[tuple[str, float]]) -> None:
    assert told(rows) == found


def test_years_are_no_column_and_shares_in_brackets_are_one() -> None:
    rows = "| A | 1950 | 1,950 | −12 (4%) |\n| B | 1960 | 1,960 | −9 (3%) |\n"
    (grid,) = grids(parse(Source("draft.md", HEAD + rows)))
    assert [[cell.value for cell in column] for column in grid.columns] == [[1950, 1960], [-12, -9], [4, 3]]
