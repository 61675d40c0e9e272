"""How far two words are apart, whatever their length."""

import pytest

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
