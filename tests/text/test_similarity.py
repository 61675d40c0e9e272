"""How far two words are apart, whatever their length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.similarity import edits


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("barlow", "barlow", 0),
        ("barlow", "balrow", 1),
        ("barlow", "barloww", 1),
        ("barlow", "arlow", 1),
        ("barlow", "narlow", 1),
        ("barlow", "balrwo", 2),
        ("barlow", "brwol", 3),
        ("barlow", "", 3),
        ("ab", "ba", 1),
    ],
)
def test_edits_are_counted_up_to_two(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == edits(other, one) == distance


def test_words_as_long_as_a_draft_are_compared_along_their_diagonal() -> None:
    long = "abcdefghij" * 20_000
    assert edits(f"x{long}y", f"z{long}w") == 2
    assert edits(f"x{long}yy", f"z{long}ww") == 3


WORDS = st.text("abcd", max_size=9)


@given(WORDS, WORDS, st.integers(0, 6))
def test_edits_are_those_of_the_plain_table(one: str, other: str, most: int) -> None:
    assert edits(one, other, most) == min(table(one, other), most + 1)


def table(one: str, other: str) -> int:
    """The distance of optimal string alignment, by its definition."""
    rows = [list(range(len(other) + 1))]
    for i, x in enumerate(one, 1):
        row = [i]
        for j, y in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y)))
            if i > 1 and j > 1 and x == other[j - 2] and one[i - 2] == y:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
