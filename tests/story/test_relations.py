"""Relations: whose relative somebody is, and how many children somebody has."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.relations import counts, may_be_one_relation, relations


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("Her niece, Eve Marner, held it.", [("Eve Marner", "niece", "her")]),
        ("Eve Marner, Lunn’s niece, held it.", [("Eve Marner", "niece", "lunn")]),
        ("It was held by the brothers Ann and Ben Moor.", [("Ann", "brother", ""), ("Ben Moor", "brother", "")]),
        ("Eve Marner said that her son slept.", [("Eve Marner", "parent", "her")]),
        ("Her hall was full.", []),
        ("At the birth of his son, Ben said that it rained.", []),
    ],
)
def test_a_relative_is_read_with_the_name(copy: str, told: list[tuple[str, str, str]]) -> None:
    assert [(found.name, found.kin, found.owner) for found in relations(Document.of(copy))] == told


def test_a_number_of_children_is_read_where_they_are_had() -> None:
    document = Document.of("She had three daughters. Three daughters of the town sang.")
    assert [(count.number, count.kin) for count in counts(document)] == [(3, "daughters")]


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("twin", "brother", True),
        ("stepsister", "sister", True),
        ("niece", "granddaughter", False),
        ("sister", "sister-in-law", False),
    ],
)
def test_a_word_that_says_less_may_be_said_of_one(a: str, b: str, one: bool) -> None:
    assert may_be_one_relation(a, b) is may_be_one_relation(b, a) is one
