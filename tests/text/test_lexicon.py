from __future__ import annotations

import pytest

from newslint.text.lexicon import (
    Entry,
    entry,
    folded,
    is_given_name,
    is_word,
    may_be_one_given_name,
    may_be_one_romanised_name,
)


def test_a_word_is_known_whatever_its_capitals_and_accents() -> None:
    assert entry("the") == entry("The")
    assert entry("the").frequency == 34
    assert entry("Peña") == entry("pena")
    assert folded("Façade’s") == "facade's"


@pytest.mark.parametrize("word", ["", "x", "qqqq", "a\nb", "\0", "日本", "\ud800", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"])
def test_what_no_list_knows_is_unknown(word: str) -> None:
    assert entry(word) == Entry()


def test_the_first_and_the_last_word_of_the_list_are_found() -> None:
    assert entry("aa") == Entry() or is_word("aa")
    assert entry("aardvark").word
    assert entry("zygote").word


def test_words_and_names_are_told_apart() -> None:
    assert is_word("house")
    assert not is_word("iceland")
    assert is_given_name("Hannah")
    assert is_given_name("Sergei")
    assert not is_given_name("bridge")


@pytest.mark.parametrize(("name", "kind"), [("Seattle", 1), ("Hebei", 2), ("Norway", 3), ("Asia", 3), ("table", 0)])
def test_places_are_cities_provinces_or_countries(name: str, kind: int) -> None:
    assert entry(name).place == kind


@pytest.mark.parametrize(("a", "b"), [("Bill", "William"), ("Ron", "Aaron"), ("Kate", "Kate")])
def test_given_names_that_one_person_may_have(a: str, b: str) -> None:
    assert may_be_one_given_name(a, b)
    assert may_be_one_given_name(b, a)


@pytest.mark.parametrize(("a", "b"), [("Bill", "Mary"), ("Al", "lan"), ("", "Bill"), ("Bill", "")])
def test_given_names_of_two_people(a: str, b: str) -> None:
    assert not may_be_one_given_name(a, b)


def test_romanisations_of_one_name() -> None:
    assert may_be_one_romanised_name("Zelensky", "Zelenskiy")
    assert may_be_one_romanised_name("Mohammed", "Muhammad")
    assert not may_be_one_romanised_name("Zelensky", "Mohammed")
    assert not may_be_one_romanised_name("", "Mohammed")
