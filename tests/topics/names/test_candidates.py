"""Pairs of words that may be one: near ones are found, inflected ones and different ones are not."""

from itertools import islice, product

import pytest

from newslint.text.similarity import edits
from newslint.topics.names.candidates import lookalikes


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
        ("TTideLab", "TideLab"),
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


def test_a_draft_of_names_alone_is_not_held_name_against_name(monkeypatch: pytest.MonkeyPatch) -> None:
    held = 0

    def counted(a: str, b: str, most: int = 2) -> int:
        nonlocal held
        held += 1
        return edits(a, b, most)

    monkeypatch.setattr("newslint.topics.names.candidates.edits", counted)
    names = ["A" + "".join(letters) for letters in islice(product("aeiou", repeat=7), 6_000)]
    assert len(list(lookalikes(names))) < 10 * len(names)
    assert held < 50 * len(names)


def test_the_slip_of_one_letter_is_found_among_many_names() -> None:
    names = ["B" + "".join(letters) for letters in islice(product("aeiou", repeat=6), 0, 12_000, 4)]
    assert frozenset(("Kerdanian", "Kerdainan")) in found("Kerdanian", *names, "Kerdainan")
    assert frozenset(("Kerdanian", "Kerdanan")) in found("Kerdanian", *names, "Kerdanan")


def test_thousands_with_one_prefix_and_thousands_without_are_left_alone() -> None:
    tails = ["s" + "".join(letters) for letters in islice(product("aeiou", repeat=6), 4_000)]
    pairs = list(lookalikes([f"Mc{tail.title()}" for tail in tails] + tails))
    assert pairs
    assert not any(one.startswith("Mc") is not other.startswith("Mc") for one, other in pairs)
