from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.sums.parts import altered_part_pairs, part_pairs


def told(copy: str) -> list[tuple[str, str]]:
    document = Document.of(copy)
    return [(document[pair.suspect], document[pair.other]) for pair in part_pairs(document)]


@pytest.mark.parametrize(
    ("copy", "pair"),
    [
        ("The bus carried 15 students, 41 of them women.", ("15", "41")),
        ("Of the 43 prisoners, 62 were sent home.", ("43", "62")),
        ("Some 15 of the 12 jurors agreed.", ("12", "15")),
    ],
)
def test_a_part_that_is_greater_than_its_whole(copy: str, pair: tuple[str, str]) -> None:
    assert told(copy) == [pair]


@pytest.mark.parametrize(
    "copy",
    [
        "The bus carried 51 students, 41 of them women.",
        "The bus carried 15 students and a crew. Another 41 came by train.",
        "The bus carried more than 15 students, 41 of them women.",
    ],
)
def test_what_may_be_a_part_is_none_to_tell(copy: str) -> None:
    assert told(copy) == []


def test_other_wholes_are_counted() -> None:
    (pair,) = part_pairs(Document.of("Two teams of 11, 15 of them new, met."))
    assert pair.signs["wholes"] > 0


def test_what_true_pairs_look_like() -> None:
    assert len(altered_part_pairs(Document.of("The bus carried 51 students, 41 of them women."))) == 1
