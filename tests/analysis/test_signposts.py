from __future__ import annotations

import re

from newslint.analysis.signposts import matches_near


def test_finds_what_a_search_of_the_whole_text_finds() -> None:
    text = "x " * 500 + "the price is $XX million, $XXX at most" + " y" * 900 + " and $X."
    pattern = re.compile(r"\$X{1,3}\b")
    assert [match.span() for match in matches_near(text, ("$X", "XX"), pattern)] == [
        match.span() for match in pattern.finditer(text)
    ]


def test_finds_nothing_without_a_sign() -> None:
    assert list(matches_near("nothing here", ("$X",), re.compile("nothing"))) == []
