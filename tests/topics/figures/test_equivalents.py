from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.shares.equivalents import altered_equivalent_pairs, equivalent_pairs


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("One in four pupils (40%) walks.", "link-bracket"),
        ("Two out of five, or 60%, agreed.", "link-or"),
        ("Half of those asked – 65% – agreed.", "link-dash"),
        ("40%, or one in four, agreed.", "link-or"),
        ("More than half of them (48%) stayed.", "link-bracket"),
        ("One in four (40% of them girls) walks.", "of-others"),
    ],
)
def test_two_proportions_that_are_not_one(copy: str, sign: str) -> None:
    document = Document.of(copy)
    (pair,) = equivalent_pairs(document)
    assert document[pair.suspect].endswith("%")
    assert pair.signs[sign] == 1


@pytest.mark.parametrize(
    "copy", ["A third (35%) walk.", "Nearly half (45%) walk.", "One in four walks. Of the others, 40% run."]
)
def test_what_may_be_one(copy: str) -> None:
    assert equivalent_pairs(Document.of(copy)) == ()


def test_what_true_pairs_look_like() -> None:
    assert len(altered_equivalent_pairs(Document.of("A third (33%) walk."))) == 1
