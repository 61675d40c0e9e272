from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.dates import bare_years, dates, numeric_dates
from newslint.text.calendar import days_in, weekday_of


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("copy", "found", "parts"),
    [
        ("on Tuesday 21 March 2018, they", "Tuesday 21 March 2018", (2018, 3, 21, 1)),
        ("on Tuesday, March 21, 2018.", "Tuesday, March 21, 2018", (2018, 3, 21, 1)),
        ("on the 21st of March they", "21st of March", (None, 3, 21, None)),
        ("on Mar. 21 they", "Mar. 21", (None, 3, 21, None)),
        ("on Tuesday (21 March) they", "Tuesday (21 March)", (None, 3, 21, 1)),
        ("on Tuesday night, March 21, they", "Tuesday night, March 21", (None, 3, 21, 1)),
        ("on 21 March 2018, which was a Tuesday.", "21 March 2018, which was a Tuesday", (2018, 3, 21, 1)),
        ("in March 2018 they", "March 2018", (2018, 3, None, None)),
        ("in The Sun, 21 March 2018, they", "21 March 2018", (2018, 3, 21, None)),
        ("on Tuesday’s March 21 walk", "March 21", (None, 3, 21, None)),
    ],
)
def test_a_date_in_its_forms(copy: str, found: str, parts: tuple[int | None, ...]) -> None:
    document = draft(f"They met {copy}")
    (reference,) = dates(document)
    assert document[reference.span] == found
    assert reference[1:5] == parts


@pytest.mark.parametrize(
    "copy", ["It may be.", "In May they left.", "A June 10-year bond.", "The March on Rome.", "He sat."]
)
def test_no_date(copy: str) -> None:
    assert dates(draft(copy)) == ()


@pytest.mark.parametrize(
    "copy", ["March 21-23, 2018", "21-23 March 2018", "March 21 to 23, 2018", "21 to 23 March 2018"]
)
def test_a_range_within_a_month(copy: str) -> None:
    (reference,) = dates(draft(f"It ran {copy} in town."))
    assert (reference.day, reference.last_day, reference.year) == (21, 23, 2018)


def test_two_weekdays_of_a_range() -> None:
    (reference,) = dates(draft("Open Monday to Friday, March 5-9, 2018, in Leeds."))
    assert (reference.weekday, reference.last_weekday) == (0, 4)


def test_each_day_of_a_pair_has_its_weekday() -> None:
    first, second = dates(draft("Open on Saturday 3 and Sunday 4 June 2017."))
    assert (first.day, first.weekday, first.year) == (3, 5, 2017)
    assert (second.day, second.weekday, second.year) == (4, 6, 2017)


def test_the_second_of_two_dates_lends_its_year() -> None:
    first, second = dates(draft("It ran from March 5 to April 2, 2018."))
    assert (first.year, first.lent, second.lent) == (2018, True, False)


def test_a_range_over_the_turn_of_the_year_lends_none() -> None:
    first, _ = dates(draft("It ran from November 5 to March 3, 2018."))
    assert first.year is None


def test_numeric_dates_keep_both_orders() -> None:
    first, second, third = numeric_dates(draft("Sent 2018-03-21, then 21/03/2018, then on Tuesday 21.03.2018."))
    assert first[1:] == (2018, 21, 3, True, None)
    assert second[1:] == (2018, 21, 3, False, None)
    assert third.weekday == 1


def test_versions_and_fractions_are_no_dates() -> None:
    assert numeric_dates(draft("Version 9.0.1188 of 1/2/20189 and 10.0.0.2018 came.")) == ()


def test_bare_years_are_not_amounts() -> None:
    found = bare_years(draft("In 2018 it cost $2017, or 1999%, at 2015.5, by 2014-style men on 3 May 2013."))
    assert [year.year for year in found] == [2018]


@given(st.dates(min_value=datetime.date(1753, 1, 1)))
def test_weekdays_are_the_calendars(day: datetime.date) -> None:
    assert weekday_of(day.year, day.month, day.day) == day.weekday()
    assert day.day <= days_in(day.month, day.year)


@given(st.text(alphabet="March Tuesday21, 08-/.(st)\n\ud800\x00", max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    document = draft(text)
    spans = [reference.span for reference in (*dates(document), *bare_years(document))]
    for span in (*spans, *(numeric.span for numeric in numeric_dates(document))):
        assert 0 <= span.start < span.end <= len(text)
