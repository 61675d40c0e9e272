"""Families: whether the story speaks of several people by one surname."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.families import is_a_house


@pytest.mark.parametrize(
    ("copy", "house"),
    [
        ("The Moors left.", True),
        ("Everyone saw the Lunn-Moor family.", True),
        ("The elder Moor left.", True),
        ("Mr Moor came with Mrs Eve Moor.", True),
        ("Mr Moor came with Mr Ben Moor.", False),
        ("Mrs Moor came with Ms Eve Moor.", False),
        ("Moors left. Moor saw a family.", False),
        ("The moor family and the moors are birds.", False),
    ],
)
def test_a_house_is_told_by_what_stands_beside_the_surname(copy: str, house: bool) -> None:
    assert is_a_house(Document.of(copy), "Moor") is house
