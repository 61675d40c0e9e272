from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.shares.proportions import altered_share_pairs, share_pairs


def told(copy: str) -> dict[tuple[str, str, str], set[str]]:
    """Each share with its whole and its part, where that isn't so, and the names of the signs."""
    document = Document.of(copy)
    found = share_pairs(document)
    return {(document[pair.suspect], document[pair.other], document[pair.also[0]]): set(pair.signs) for pair in found}


@pytest.mark.parametrize(
    ("copy", "triple", "sign"),
    [
        ("It has 140 homes, of which 42, or 35%, are let.", ("35%", "140", "42"), "link-or"),
        ("It won 48 of the 60 seats (85%).", ("85%", "60", "48"), "joined"),
        ("Of the 60 members, 12 (30%) agreed.", ("30%", "60", "12"), "link-bracket"),
        (
            "It made 48 recommendations. Some 12 are met. That is “a third of the work”.",
            ("third", "48", "12"),
            "whole-before",
        ),
    ],
)
def test_shares_that_are_not_the_part_of_the_whole(copy: str, triple: tuple[str, str, str], sign: str) -> None:
    assert sign in told(copy)[triple]


@pytest.mark.parametrize(
    "copy",
    ["It has 140 homes, of which 42, or 30%, are let.", "It won 48 of the 60 seats (80%).", "It won 35% of the vote."],
)
def test_shares_that_fit(copy: str) -> None:
    assert told(copy) == {}


def test_what_true_pairs_look_like() -> None:
    assert len(altered_share_pairs(Document.of("It has 140 homes, of which 42, or 30%, are let."))) == 1
