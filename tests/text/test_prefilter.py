from __future__ import annotations

import re

import pytest

from newslint.document import Document, Role
from newslint.text.prefilter import blocks_with, matches_near, places_of, signs_in


def test_finds_what_a_search_of_the_whole_text_finds() -> None:
    text = "x " * 500 + "the price is $XX million, $XXX at most" + " y" * 900 + " and $X."
    pattern = re.compile(r"\$X{1,3}\b")
    near = [at for sign in ("$X", "XX") for at in places_of(text, sign)]
    assert [match.span() for match in matches_near(text, near, pattern)] == [
        match.span() for match in pattern.finditer(text)
    ]


def test_finds_nothing_without_a_sign() -> None:
    assert list(matches_near("nothing here", (), re.compile("nothing"))) == []


@pytest.mark.parametrize("sign", ["TK", "$X", "(tk", "to come", "[", "h T", " 00", "é"])
def test_a_sign_is_found_whatever_it_is_made_of(sign: str) -> None:
    document = Document.of("The café with TK tables cost $X million (tk), page 00 [to come].")
    assert list(signs_in(document, ("<<", sign))) == [sign]
    assert not signs_in(Document.of("Nothing is left, says the caf\u00e8 of Two Kings."), ("<<", sign))


def test_blocks_are_found_by_what_stands_in_them_whatever_its_capitals() -> None:
    document = Document.of(
        "The train was an HOUR late.", "Nobody said why.", (Role.FURNITURE, "1 hour ago"), "Two minutes."
    )
    assert [document[block.span] for block in blocks_with(document, "minute", "hour")] == [
        "The train was an HOUR late.",
        "Two minutes.",
    ]
