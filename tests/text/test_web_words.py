"""How usual a form is on the web, in the packed table."""

import pytest

from newslint.text.lexicon import entry
from newslint.text.web_words import LEVELS, LOWEST, mark, written


@pytest.mark.parametrize("word", ["Osama", "Instituto", "Norte", "Nuremberg"])
def test_written(word: str) -> None:
    assert LOWEST < written(word) < LOWEST + LEVELS


@pytest.mark.parametrize("word", ["Tump", "Brookyn", "Wojnarowki", "Skrypl"])
def test_what_nobody_writes(word: str) -> None:
    assert written(word) == 0


def test_the_lexicon_comes_first() -> None:
    assert written("Saturday") == entry("Saturday").frequency


def test_capitals_and_accents_say_nothing() -> None:
    assert written("OSAMA") == written("osama") == written("Ósama")


def test_the_lowest_bits_are_left_for_the_level() -> None:
    assert mark("osama") % LEVELS == 0
