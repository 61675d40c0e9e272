"""Names that the world has, in the packed table."""

import pytest

from newslint.text.known_names import is_known_name, mark


@pytest.mark.parametrize("name", ["Fort Worth", "Supreme Court", "General Motors", "Bank of America", "Ku Klux Klan"])
def test_known(name: str) -> None:
    assert is_known_name(name.split())


@pytest.mark.parametrize("name", ["Ottermere Street", "Brackwater Partners", "Larn Worth"])
def test_unknown(name: str) -> None:
    assert not is_known_name(name.split())


def test_small_words_capitals_and_possessives_say_nothing() -> None:
    assert mark(["The", "Bank", "of", "Larn’s"]) == mark(["bank", "LARN"])
