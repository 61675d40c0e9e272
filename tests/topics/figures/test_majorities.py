"""When two majorities are so alike that one is the other with a slip."""

from __future__ import annotations

import pytest

from newslint.topics.figures.changes.majorities import is_alike


@pytest.mark.parametrize(("said", "made"), [(618, 816), (1307, 1370), (1307, 1387), (1200, 2100)])
def test_alike(said: float, made: float) -> None:
    assert is_alike(said, made)


@pytest.mark.parametrize(("said", "made"), [(1307, 1307), (1306, 13070), (618, 617), (1307, 1488)])
def test_unlike(said: float, made: float) -> None:
    assert not is_alike(said, made)
