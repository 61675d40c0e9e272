"""Signs that a word of a name is another one misspelled, or is not: each stands in a pair of a draft."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.names.evidence import letter_signs
from newslint.topics.names.familiarity import familiarity
from newslint.topics.names.matching import spelling_pairs


@pytest.mark.parametrize(
    ("copy", "suspect", "sign", "worth"),
    [
        ("Adam Adan left. Adan wrote to Ben and Adam.", "Adam", "one beside the other", -5.0),
        ("Leeds Kestrels won. The Leeds Kestrals slept.", "Kestrals", "behind the same place", 4.0),
        ("Rose Kerdainan met Samuel Kerdanian.", "Kerdainan", "two given names", -4.0),
        ("Francie Kerdanian took the ferry from France.", "Francie", "a given name beside a place", -4.0),
        ("The York Gazete is old. Nobody reads the Gazette.", "Gazete", "the rest of a place’s name", -2.0),
        ("Ann Bowler sang. Mr Boiler wept.", "Boiler", "an ordinary word with the capital of a name", 3.0),
        ("She lives in Senata. The Senate met.", "Senata", "a place beside another word", -2.0),
        ("Mr Kerdanian spoke first. Ms Kerdainan slept.", "Kerdainan", "two honorifics", 1.0),
    ],
)
def test_a_pair_has_the_sign(copy: str, suspect: str, sign: str, worth: float) -> None:
    document = Document.of(copy)
    (signs,) = [pair.signs for pair in spelling_pairs(document) if document[pair.suspect] == suspect]
    assert signs[sign] == worth


def test_letters_that_stand_in_another_order() -> None:
    assert dict(letter_signs("Kerdinaan", "Kerdanian"))["letters out of order"] == 3.6


def test_a_rare_word_of_the_dictionary_is_hardly_meant() -> None:
    assert dict(familiarity("Cowmen", "Cowen"))["the suspect is a rare word, which has no capital"] == 0.5


def test_a_name_three_letters_from_a_place_is_hardly_that_place_misremembered() -> None:
    assert dict(familiarity("Marlodian", "Mall"))["misremembered for a place or an ordinary word"] == -2.0
