"""Given names: what can be one before a surname."""

from __future__ import annotations

import pytest

from newslint.story.given_names import looks_given


@pytest.mark.parametrize("word", ["Ann", "Quorra", "J.K."])
def test_a_given_name_or_an_initial_looks_like_one(word: str) -> None:
    assert looks_given(word)


@pytest.mark.parametrize("word", ["QXRT", "Norwegian", "Mayor", "The", "I"])
def test_a_short_form_and_a_country_do_not(word: str) -> None:
    assert not looks_given(word)
