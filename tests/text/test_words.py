from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.words import cased_like, lowered, occurrences, part_spans, parts, words


def test_a_word_holds_its_apostrophes_hyphens_and_points(built_in: Registry) -> None:
    copy = document("Don’t ask the U.S. about Kim Jong-un.", built_in)
    assert words(copy).texts == ["Don’t", "ask", "the", "U.S.", "about", "Kim", "Jong-un"]
    assert lowered(copy)[0] == "don’t"


def test_occurrences_take_no_heed_of_capitals(built_in: Registry) -> None:
    assert occurrences(document("The end of the road.", built_in))["the"] == [0, 3]


def test_parts_stand_where_the_copy_has_them(built_in: Registry) -> None:
    copy = document("A colour-coded map of the centre’s colour.", built_in)
    assert [copy[span] for span in part_spans(copy, "colour")] == ["colour", "colour"]
    assert [copy[span] for span in part_spans(copy, "centre")] == ["centre"]
    assert "colour-coded" in parts(copy)


def test_capitals_are_kept() -> None:
    assert [cased_like(model, "color") for model in ("colour", "Colour", "COLOUR")] == ["color", "Color", "COLOR"]
