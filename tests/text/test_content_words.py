"""Contents: what the words of a sentence have in common with their inflections."""

from __future__ import annotations

import pytest

from newslint.text.content_words import root


@pytest.mark.parametrize(
    "forms",
    [
        "open opens opened opening",
        "close closes closed closing",
        "call calls called calling",
        "plan plans planned planning",
        "carry carries carried carrying",
        "begin begins began begun beginning",
        "meet meets met meeting",
        "vote’s votes voted voting",
    ],
)
def test_forms_of_a_word_have_one_root(forms: str) -> None:
    assert len({root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["red ring", "plane plan", "speed spell", "hop hope", "king kin"])
def test_other_words_have_roots_of_their_own(words: str) -> None:
    one, other = words.split()
    assert root(one) != root(other)
