from __future__ import annotations

import pytest

from newslint.source import Span
from newslint.topics.spelling.varieties import SENSES


@pytest.mark.parametrize(
    ("word", "copy", "meant"),
    [
        ("license", "he lost his license in May", True),
        ("license", "they license the bar", False),
        ("licenses", "licenses are sold here", True),
        ("licenses", "the board licenses bars", False),
        ("mum", "my mum rang", True),
        ("mum", "she kept mum about it", False),
        ("meters", "200 meters on", True),
        ("meters", "just meters away", True),
        ("meters", "the gas meters broke", False),
        ("tires", "new tires for the car", True),
        ("tires", "she tires of it", False),
        ("program", "the computer program failed", False),
        ("airplane", "the airplane left", False),
    ],
)
def test_the_sense_that_tells_a_variety(word: str, copy: str, meant: bool) -> None:
    start = copy.index(word)
    assert SENSES[word](copy, Span(start, start + len(word))) is meant
