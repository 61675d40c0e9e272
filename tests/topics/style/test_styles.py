from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.style.styles import STYLES


@pytest.mark.parametrize(
    ("style", "copy", "ways"),
    [
        ("percent", "Up 5%, ten percent and 6 per cent; a cent.", ["%", "percent", "per cent"]),
        (
            "dates",
            "On 21 March, March 21 and March 21st, in May.",
            ["day first", "month first", "month first, with an ending"],
        ),
        (
            "times",
            "At 3pm, 3 p.m., 3.30 pm and at 15:30 he ran in 14:30.",
            ["joined bare", "spaced points", "spaced bare", "24 hours"],
        ),
        ("money", "It cost $5m, $5 million and 5 million dollars.", ["short", "word", "unit"]),
        (
            "dashes",
            "One — two—three -- four - five-six 7–8.",
            ["— with spaces", "— without spaces", "-- with spaces", "- with spaces"],
        ),
        ("ellipses", "Well… then... and . . . so....", ["…", "...", ". . ."]),
        ("numerals", "It hurt 3 men, two women and 14 others.", ["figures", "words"]),
        ("serial-comma", "Figs, pears, plums and nuts. Cats, dogs, mice, and rats.", ["none", "comma"]),
        ("initials", "A.B. Lowe, A. B. Lowe, AB Lowe and US Navy.", ["points", "points ", "bare"]),
    ],
)
def test_the_ways_of_a_style(style: str, copy: str, ways: list[str]) -> None:
    document = parse(Source("draft.txt", f"Headline here\n\n{copy}"))
    found = sorted(STYLES[style](document))
    assert sorted(usage.way for usage in found) == sorted(ways)
    assert all(document[usage.span] for usage in found)


@pytest.mark.parametrize("style", STYLES)
def test_a_headline_has_its_own_ways(style: str) -> None:
    headline = "A.B. Lowe: 5%… and $5m, 3pm, 21 March — 3 men: figs, pears, plums and nuts"
    document = parse(Source("draft.txt", f"{headline}\n\nNothing more was said of it here."))
    assert list(STYLES[style](document)) == []
