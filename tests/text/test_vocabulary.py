"""The closed classes: what each word of them stands for, and the pattern that is built of a class."""

from __future__ import annotations

import re

import pytest

from newslint.text.nouns import singular
from newslint.text.vocabulary import (
    CALENDAR,
    FRACTIONS,
    HONORIFICS,
    KIN,
    MONTH_FORMS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    PLAIN_HONORIFICS,
    SAID,
    SAY,
    SAYING,
    SAYS,
    SPOKE,
    WEEKDAY_FORMS,
    WEEKDAYS,
    alternatives,
)


def test_the_longest_alternative_comes_first() -> None:
    assert alternatives(["son", "sons", "aunt"]) == "aunt|s(?:ons|on)"


def test_alternatives_of_several_classes_name_each_word_once() -> None:
    assert alternatives(frozenset(["mr", "ms"]), {"ms": 1, "dr": 2}) == "dr|m(?:r|s)"


def test_a_point_stands_for_itself() -> None:
    assert re.fullmatch(alternatives(["p.m", "am"]), "p.m")
    assert not re.fullmatch(alternatives(["p.m", "am"]), "pum")


@pytest.mark.parametrize(("names", "forms", "first"), [(WEEKDAYS, WEEKDAY_FORMS, 0), (MONTHS, MONTH_FORMS, 1)])
def test_every_short_form_begins_its_day_or_month(names: tuple[str, ...], forms: dict[str, int], first: int) -> None:
    assert all(names[number - first].lower().startswith(form[:3]) for form, number in forms.items())
    assert {*forms.values()} == {*range(first, first + len(names))}


def test_may_is_told_apart_from_the_month() -> None:
    assert "may" not in CALENDAR
    assert "monday" in CALENDAR


@pytest.mark.parametrize(
    ("word", "value"),
    [("one", 1), ("ten", 10), ("nineteen", 19), ("forty", 40), ("twenty-one", 21), ("ninety-nine", 99)],
)
def test_number_words(word: str, value: int) -> None:
    assert NUMBER_WORDS[word] == value


@pytest.mark.parametrize(
    ("word", "value"), [("first", 1), ("third", 3), ("twelfth", 12), ("twentieth", 20), ("forty-second", 42)]
)
def test_ordinals(word: str, value: int) -> None:
    assert ORDINALS[word] == value


@pytest.mark.parametrize(
    ("word", "divisor"), [("half", 2), ("halves", 2), ("third", 3), ("quarters", 4), ("tenths", 10), ("twelfth", 12)]
)
def test_fractions(word: str, divisor: int) -> None:
    assert FRACTIONS[word] == divisor


def test_a_relative_has_a_sex_and_a_generation_in_either_number() -> None:
    assert KIN["nieces"] == ("woman", -1, True)
    assert KIN["grandfather"] == ("man", 2, False)
    assert KIN["twin"] == ("", 0, False)


def test_the_plurals_of_kin_are_those_of_its_singulars() -> None:
    simple = [word for word, kin in KIN.items() if kin.plural and "-" not in word and not word.endswith("children")]
    assert {singular(word) for word in simple} <= KIN.keys()


def test_every_verb_of_speech_has_its_four_forms() -> None:
    assert len(SAY) == len(SAYS) == len(SAID) == len(SAYING)


def test_what_leads_to_a_speaker_is_no_noun() -> None:
    assert {"said", "says", "told", "claimed"} <= SPOKE
    assert not {"claims", "reports", "say", "saying"} & SPOKE


def test_plain_honorifics_tell_nothing_of_an_office() -> None:
    assert {"mr", "mrs", "ms", "miss", "mx", "shri", "smt"} == PLAIN_HONORIFICS
    assert HONORIFICS["lady"] == ("woman", "noble")
