from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.text.compounds import compounds
from newslint.topics.spelling.hyphenation import conflict_of, is_apart_hyphened


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


@pytest.mark.parametrize(
    ("copy", "minor"),
    [
        ("She bought a high-yield bond in May. He sold a high yield fund in June.", True),
        ("She bought a high-yield bond in May. He sold a high yield bond in June.", False),
        ("She bought a long-term bond in May. He sold a long term fund in June.", False),
    ],
)
def test_once_each_before_different_nouns_is_a_matter_of_taste(copy: str, minor: bool) -> None:
    document = Document.of(copy)
    ((key, uses),) = ((key, uses) for key, uses in compounds(document).items() if len(uses) > 1)
    conflict = conflict_of(document, key, list(uses))
    assert conflict is not None
    assert conflict.minor is minor
