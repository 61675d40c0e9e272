from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.joined_words import joined_sentences, joined_words


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Talk about the fire, not aboutthe cost.", [("about", "the", True)]),
        ("Nowak left, and those withNowak stayed.", [("with", "Nowak", False)]),
        ("Social Services called SocialServices.", [("Social", "Services", True)]),
        ("The iPhone rang twice, and both phones broke.", []),
        ("The cofounder livestreams a podcast for the startup.", []),
        ("Write to aboutthe@fire.example about the fire.", []),
        ("Borders are closed; a borderless town is less sad.", []),
    ],
)
def test_joined_words(copy: str, expected: list[tuple[str, str, bool]], built_in: Registry) -> None:
    found = joined_words(document(f"A headline of the day\n\n{copy}", built_in))
    assert [(pair.first, pair.second, pair.apart is not None) for pair in found] == expected


@pytest.mark.parametrize(
    ("copy", "apart"),
    [
        ("The dog was tied tothe gate.", [("to", "the")]),
        ("They were here beforeus, he said.", [("before", "us")]),
        ("The list would consistof nobody.", [("consist", "of")]),
        ("It came toa close.", [("to", "a")]),
        ("The ferryat Ayle was the old ferry.", [("ferry", "at")]),
        ("The ferryat Ayle was old.", []),
        ("The millbefore them was shut.", [("mill", "before")]),
        ("The mayorwas glad, and the millwas shut.", [("mayor", "was")]),
        ("The mayorour town had is gone.", []),
        ("It was meant in toto, as they say.", []),
        ("The barcode and the blowback were new.", []),
        ("Den hund blev bundet tothe port i går.", []),
    ],
)
def test_words_that_run_together(copy: str, apart: list[tuple[str, str]], built_in: Registry) -> None:
    draft = document(f"A headline of the day\n\n{copy}", built_in)
    assert [(joined.first, joined.second) for joined in joined_words(draft)] == apart


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("It rained.But nobody left.", ["rained.But"]),
        ("They fed the Cheese.The rest was gone.", ["Cheese.The"]),
        ("It works.A man came.", ["works.A"]),
        ("Nowak left. They all left.Nowak slept, as Nowak does.", ["left.Nowak"]),
        ("They left Ashby,but nobody slept; it rained,though, all day.", ["Ashby,but", "rained,though"]),
        ("Tags: mill,river,town and a,b; see mill,river@ashby.example, Pop.Up and the Pop.Up again.", []),
        ("See node.Js and www.rain.But for more.", []),
    ],
)
def test_sentences_that_run_together(copy: str, found: list[str], built_in: Registry) -> None:
    draft = document(f"A headline of the day\n\n{copy}", built_in)
    assert [draft[span] for span, _ in joined_sentences(draft)] == found
