from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.source import Span
from newslint.testing import document
from newslint.text.ownership import is_own


@pytest.mark.parametrize(
    ("copy", "own"),
    [
        ("They liked the colour of it.", True),
        ("Colour is what they liked.", True),
        ("Colour, they said, is what they liked.", True),
        ("They met at the Colour Room in May.", False),
        ("Colour Room staff met.", False),
        ("Colour for Towns, a charity, met.", False),
        ("He said: “The colour is wrong.”", False),
        ("Write to colour@towns.example for more.", False),
        ("See www.towns.example/colour for more.", False),
        ("Follow #colour for more.", False),
        ("THE COLOUR OF IT WAS WRONG, THEY SAID", False),
    ],
)
def test_what_is_the_writers_own(copy: str, own: bool, built_in: Registry) -> None:
    draft = document(f"A headline of the day\n\n{copy}", built_in)
    at = draft.text.lower().index("colour")
    assert is_own(draft, Span(at, at + 6)) is own
