from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.quantities import quantities
from newslint.topics.figures.amounts.rounding import fits, is_close, rounds


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Sales up 12%", "They rose by 11.8%."),
        ("Bank fined £55m", "It was fined £55.7m."),
        ("More than 200 held", "It held 214 people."),
        ("Nearly 1,000 jobs go", "It cuts 985 jobs."),
        ("More than 1,000 march", "It saw more than 1,200 people march."),
        ("More than 1,000 march", "It saw more than 1,000 people march."),
    ],
)
def test_displays_round(said: str, told: str) -> None:
    one, other = quantities(Document.of(said))[0], quantities(Document.of(told))[0]
    assert rounds(one, other) or fits(one, other)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Sales up 14%", "They rose by 11.8%."),
        ("Bank fined £70,020", "It was fined £70,000."),
        ("Over 20 hurt", "It hurt 12 people."),
    ],
)
def test_displays_neither_refine_nor_change(said: str, told: str) -> None:
    one, other = quantities(Document.of(said))[0], quantities(Document.of(told))[0]
    assert not (rounds(one, other))
    assert not (fits(one, other))


def test_a_hair_off_is_close() -> None:
    one, other = (quantities(Document.of(copy))[0] for copy in ("It paid £70,020.", "It paid £70,000."))
    assert is_close(one, other)
    assert not is_close(other, one)
