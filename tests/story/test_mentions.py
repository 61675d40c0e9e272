"""Runs of capitalised words, and what the copy tells of each word of them."""

import pytest

from newslint.document import Document
from newslint.story.mentions import mentions, name_words
from newslint.topics.names.name_words import form


def runs(text: str) -> list[tuple[str, ...]]:
    return [mention.words for mention in mentions(Document.of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ada van der Lunn there.", [("They",), ("Ada", "van", "der", "Lunn")]),
        ("We saw Mr. Lunn’s boat.", [("We",), ("Mr.", "Lunn")]),
        ("It was a Lunnmouth-based firm.", [("It",), ("Lunnmouth",)]),
        ("It was the Lunnmouth Co-operative.", [("It",), ("Lunnmouth", "Co-operative")]),
        ("But I’m with Jean-Luc O’Dell.", [("But",), ("Jean-Luc", "O’Dell")]),
        (
            "She met Ada d’Aubrem and l’Aubrem, and d'Aubrem wept.",
            [("She",), ("Ada", "d’Aubrem"), ("Aubrem",), ("d'Aubrem",)],
        ),
        ("nothing here", []),
    ],
)
def test_a_run_ends_where_the_name_does(text: str, expected: list[tuple[str, ...]]) -> None:
    assert runs(text) == expected


def test_each_word_has_its_place() -> None:
    text = "We met Ada van Lunn and Jean-Luc Dell."
    for mention in mentions(Document.of(text)):
        for word, start in zip(mention.words, mention.starts, strict=True):
            assert text[start : start + len(word)] == word


def test_a_capital_at_the_start_says_nothing() -> None:
    mention, other = mentions(Document.of("Lunn spoke to Lunn."))
    assert mention.weak
    assert not other.weak


def test_a_form_counts_what_stands_beside_it() -> None:
    document = Document.of("We met Ada Lunn. Mr. Lunn sat down, and Lunn slept.")
    lunn = form(document, "Lunn")
    assert (lunn.number, lunn.alone, lunn.strong) == (3, 1, 3)
    assert lunn.before == {"Ada": 1, "Mr": 1}
    assert set(name_words(document)) == {"We", "Ada", "Lunn", "Mr"}


@pytest.mark.parametrize("copy", ["J.K. Marner", "George H.W. Marner", "U.S. Senate", "Ayle, D.C."])
def test_initials_without_a_space_are_one_word(copy: str) -> None:
    words = [word for run in runs(f"They met {copy} on foot.") for word in run]
    assert words == ["They", *copy.replace(",", "").split()]
