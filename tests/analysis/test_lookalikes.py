"""Pairs of words that may be one: near ones are found, inflected ones and different ones are not."""

import pytest

from newslint.analysis.lookalikes import lookalikes


def found(*texts: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in lookalikes(texts)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lunnmouth", "Lunmouth"),
        ("Kerdanian", "Kerdainan"),
        ("Kerdanian", "Jerdanian"),
        ("Kerdanian", "Erdanian"),
        ("Kerdanian", "Ekrdanian"),
        ("McSalley", "Salley"),
        ("McSalley", "Scalley"),
        ("O’Darrock", "Darrok"),
        ("Fitzgibbon", "Fitzgibbons"),
    ],
)
def test_slips_are_found(one: str, other: str) -> None:
    assert frozenset((one, other)) in found(one, other, "Brandstetter")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lunn", "Lumn" * 2),
        ("Texas", "Texan"),
        ("Marxism", "Marxist"),
        ("ISIS", "ISIL"),
        ("NKerdan", "Kerdan"),
        ("McDonald", "Donald"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not found(one, other)
