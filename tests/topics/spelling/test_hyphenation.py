from __future__ import annotations

import pytest

from newslint.topics.spelling.hyphenation import is_apart_hyphened


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("resign", True),
        ("recovered", True),
        ("resigning", True),
        ("recreation", True),
        ("reopened", False),
        ("website", False),
    ],
)
def test_words_that_a_hyphen_makes_other_words(key: str, expected: bool) -> None:
    assert is_apart_hyphened(key) is expected
