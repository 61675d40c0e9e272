"""Small words of surnames, held against each other only where they stand alike."""

import pytest

from newslint.document import Document
from newslint.topics.names.particles import particle_pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Jan van Lunn, and then Jan Van Lunn left.", [("Jan van Lunn"[4:], "Van Lunn")]),
        ("He lost to Mr. van Lunn. Then Mr. Van Lunn left.", [("van Lunn", "Van Lunn")]),
        ("We met Jan van Lunn. A day later Mr. Van Lunn left.", []),
        ("We met Jan van Lunn. Van Lunn left.", []),
        ("We met Jan van Lunn, and then Jan van Lunn left.", []),
    ],
)
def test_like_is_held_against_like(text: str, expected: list[tuple[str, str]]) -> None:
    assert [
        tuple(sorted((pair.text, pair.right), reverse=True)) for pair in particle_pairs(Document.of(text))
    ] == expected


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("We met Jan van Lunn, and Jan Lunn left. Ana met Jan van Lunn.", ["Lunn"]),
        ("Omar al-Lunn met van Lunn. Then Omar Lunn left.", ["Lunn"]),
        ("We met Jan van Lunn, and Mr. van Lunn left. Then Mr. Lunn came.", []),
        ("We met Jan van Lunn, and Eva Lunn left.", []),
        ("The boat to El Lunn sails from San Lunn.", []),
    ],
)
def test_a_full_name_keeps_its_small_word(text: str, bare: list[str]) -> None:
    assert [pair.text for pair in particle_pairs(Document.of(text))] == bare
