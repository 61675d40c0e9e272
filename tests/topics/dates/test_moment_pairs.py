"""Pairs of moments: which are proposed, and what speaks for and against them."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.dates.moment_pairs import moment_pairs


def signs(copy: str) -> dict[str, float]:
    """The signs of the one pair that the copy has."""
    (pair,) = moment_pairs(Document.of(copy))
    return dict(pair.signs)


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("The mill bell rang at 1.52pm.\n\nThe mill bell, rung at 2.52pm, cracked.", "clock-hour-apart"),
        ("The mill bell rang at 1.52pm.\n\nThe mill bell, rung at 2.47pm, cracked.", "clock-exact"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of 14 May 1990 is told of.", "day-by-ten"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of 4 June 1990 is told of.", "month-with-day"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of 11 May 1990 is told of.", "week-apart"),
        ("The mill burned on 12 May 1990.\n\nThe mill fire of 21 May 1990 is told of.", "digits-turned"),
        ("The mill burned on Friday, 4 May 1990.\n\nThe mill fire of 5 May 1990 is told of.", "other-weekday"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of Saturday, 5 May 1990, is told of.", "own-weekday"),
        ("The mill of Ben Hill burned in 1990.\n\nThe mill of Ann Lane burned in 1991.", "wide-names-new"),
        ("The mill burned in 1990.\n\nOf the 1991 mill fire he told his son.", "definite"),
        ("The mill burned in 1931.\n\nOf the mill fire in 1985 he told his son.", "year-far"),
    ],
)
def test_sign(copy: str, sign: str) -> None:
    assert signs(copy).get(sign)


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("The mill bell rang at 1pm.\n\nThe mill bell, rung at 2.47pm, cracked.", "clock-exact"),
        ("The mill bell rang at 1.52pm.\n\nThe mill bell, rung at 2.30pm, cracked.", "clock-exact"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of 4 June 1990 is told of.", "week-apart"),
        ("The mill burned on 4 May 1990.\n\nThe mill fire of 5 May 1990 is told of.", "digits-turned"),
        ("The mill burned on Friday, 4 May 1990.\n\nThe mill fire of Friday, 11 May 1990, is told of.", "own-weekday"),
        ("The mill burned in May 1990.\n\nThe mill fire of May 1991 is told of.", "names-shared"),
        ("The mill of Ben Hill burned in 1990.\n\nThe mill of Ben Lane burned in 1991.", "wide-names-new"),
        ("The mill burned in 1958.\n\nOf the mill fire in 1966 he told his son.", "year-far"),
        ("Of the 2018 mill election he told.\n\nOf the 2020 mill election he wrote.", "one-happening"),
        ("Of the 1991 mill he told.\n\nOf the 1990 mill he wrote.", "bare-unheaded"),
    ],
)
def test_no_sign(copy: str, sign: str) -> None:
    assert not signs(copy).get(sign)


@pytest.mark.parametrize(
    "copy",
    [
        "The mill bell rang at 1.52pm.\n\nThe mill bell, rung at 2.52pm GMT, cracked.",
        "The mill bell rang at 1.52pm.\n\nOf the mill bell (see 2.52pm) he told.",
        "The mill bell rang at 1.52pm.\n\nAnother mill bell rang at 2.52pm.",
        "The mill bell rang at 1.52pm, and the mill bell at 2.52pm.",
        "The mill burned in 1990.\n\nThe mill had 2350 sacks.",
        "The mill burned on Friday, 4 May.\n\nThe mill fire of Saturday, 5 May, is told of.",
        "The mill burned on 4 May.\n\nThe mill was shut from 5 to 8 June.",
        "The mill burned on 4 May.\n\nHe was born on 5 June.",
    ],
)
def test_not_proposed(copy: str) -> None:
    assert moment_pairs(Document.of(copy)) == ()


def test_of_a_list_none_is_proposed() -> None:
    lines = "".join(
        f"\n\nThe mill bell rang at {hour}.{minute}pm." for hour in range(1, 12) for minute in range(10, 16)
    )
    assert moment_pairs(Document.of(f"The mill{lines}")) == ()
