from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.abbreviations import definitions, plain, short_forms, turned


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("copy", "short", "long"),
    [
        ("The National Rivers Authority (NRA) met.", "NRA", "National Rivers Authority"),
        ("The NRA (National Rivers Authority) met.", "NRA", "National Rivers Authority"),
        ("The National Rivers Authority, or NRA, met.", "NRA", "National Rivers Authority"),
        ("The National Rivers Authority (the “NRA”) met.", "NRA", "National Rivers Authority"),
        ("All memoranda of understanding (MoUs) lapsed.", "MoU", "memoranda of understanding"),
        ("The U.S. Geology Survey (USGS) met.", "USGS", "U.S. Geology Survey"),
        ("The Office of Grain and Trade (OGT) met.", "OGT", "Office of Grain and Trade"),
        ("California Transport (Caltrans) met.", "Caltrans", "California Transport"),
    ],
)
def test_a_definition_and_its_name(copy: str, short: str, long: str) -> None:
    document = draft(copy)
    (found,) = definitions(document)
    assert found.fits
    assert (found.short, document[found.long]) == (short, long)


@pytest.mark.parametrize(
    "copy", ["Sen. Ada Lowe (D-Ohio) met.", "LEEDS (AP) — It rose.", "He saw that it was so, again (CNN)."]
)
def test_a_bracket_that_explains_nothing(copy: str) -> None:
    assert not any(found.fits for found in definitions(draft(copy)))


def test_short_forms_with_and_without_points_are_one() -> None:
    found = short_forms(draft("The U.S. and two SUVs met a US man of R&D, @NASA, and 4MB."))
    assert {short: len(places) for short, places in found.items()} == {"US": 2, "SUV": 1, "R&D": 1}


def test_a_line_in_capitals_has_no_short_forms() -> None:
    assert short_forms(draft("THE MAYOR IS OUT\n\nThe FBI came.")).keys() == {"FBI"}


@pytest.mark.parametrize(("short", "same"), [("U.S.", "US"), ("SUVs", "SUV"), ("CO-OP", "COOP"), ("AS", "AS")])
def test_plain(short: str, same: str) -> None:
    assert plain(short) == same


def test_turned_letters_are_neighbours() -> None:
    assert turned("NHS", "NSH")
    assert not turned("NHS", "SHN")
    assert not turned("NHS", "NHS")


@given(st.text(alphabet="AB.ab (),&“”\n\ud800İ", max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    document = draft(text)
    for found in definitions(document):
        assert 0 <= found.long.start <= found.long.end <= len(text)
        assert document[found.span]
