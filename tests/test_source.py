from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.source import Location, Source, Span

TEXT = "one\r\ntwo\rthree\n\nfive"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (3, 1, 4), (5, 2, 1), (9, 3, 1), (15, 4, 1), (16, 5, 1), (20, 5, 5), (999, 5, 5), (-4, 1, 1)],
)
def test_locations_count_lines_and_columns_from_one(offset: int, line: int, column: int) -> None:
    assert Source("draft", TEXT).location(offset) == Location(min(max(offset, 0), len(TEXT)), line, column)


def test_a_line_stands_where_its_span_says() -> None:
    source = Source("draft", TEXT)
    assert [source.line_span(number) for number in (0, 1, 3, 4, 5, 6)] == [
        Span(0, 0),
        Span(0, 3),
        Span(9, 14),
        Span(15, 15),
        Span(16, 20),
        Span(0, 0),
    ]


def test_lines_come_without_their_ends() -> None:
    source = Source("draft", TEXT)
    assert [source.line(number) for number in range(7)] == ["", "one", "two", "three", "", "five", ""]


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_every_offset_has_a_line_that_holds_it(text: str) -> None:
    source = Source("draft", text)
    for offset in range(len(text) + 1):
        location = source.location(offset)
        assert 1 <= location.column <= len(source.line(location.line)) + 3


def test_spans() -> None:
    assert Span(1, 5).holds(Span(2, 5))
    assert not Span(1, 5).holds(Span(2, 6))
    assert Span(1, 3).meets(Span(2, 4))
    assert not Span(1, 3).meets(Span(3, 4))
