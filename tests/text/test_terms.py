"""Lists of words, found in one pass."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers import plain
from newslint.source import Source, Span
from newslint.text.terms import Terms, cover, folded


def document(text: str) -> Document:
    return plain.parse(Source("draft", text))


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("per cent", "Four per\u00a0cent and 4 PER CENT, 4 percent.", ["per\u00a0cent", "PER CENT"]),
        ("o’clock", "At 4 o'clock.", ["o'clock"]),
        ("U.S.", "The U.S. and the US.", ["U.S."]),
        (".NET", "Uses .NET, not internet.", [".NET"]),
        ("C++", "In C++ or C.", ["C++"]),
        ("don", "Don’t ask the don.", ["don"]),
        ("he", "He’ll say he’s right.", ["he’s"[:2]]),
        ("email", "Write to email@example.org by email.", ["email"]),
        ("straße", "Die Straße, die STRASSE.", ["Straße"]),
        ("İzmir", "From İzmir.", ["İzmir"]),
    ],
)
def test_a_term_is_found_as_a_whole(term: str, text: str, found: list[str]) -> None:
    assert [text[each.span.start : each.span.end] for each in Terms([term]).find(document(text))] == found


def test_none_overlaps_and_the_longest_wins() -> None:
    found = Terms(["New York", "New York City", "York City Hall"]).find(document("In New York City Hall."))
    assert [each.term for each in found] == ["New York City"]


def test_thousands_of_terms_are_asked_for_only_where_the_draft_has_them() -> None:
    terms = Terms(f"word{number} more" for number in range(5000))
    assert [each.term for each in terms.find(document("A word17 more, word18 less."))] == ["word17 more"]


def test_cover_holds_what_stands_inside() -> None:
    places = cover(document("He read Mad Max, mad."), ("Mad Max",))
    assert places.holds(Span(8, 11))
    assert not places.holds(Span(17, 20))


@pytest.mark.parametrize("text", ["İıſﬁ", "ΑΣ", "\ud800", ""])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
