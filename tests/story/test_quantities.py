from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.numerals import numerals
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, written
from newslint.topics.figures.patterns import skeletons


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("copy", "value"),
    [
        ("twelve", 12),
        ("twenty-one", 21),
        ("two hundred and fifty thousand", 250_000),
        ("three dozen", 36),
        ("half a million", 500_000),
        ("two and a half", 2.5),
        ("two-thirds", 2 / 3),
        ("two thirds", 2 / 3),
        ("5 hundred", 500),
        ("12,000", 12_000),
        ("12\u00a0000", 12_000),
        ("1.2 million", 1_200_000),
        ("3.5-million", 3_500_000),
        ("5bn", 5e9),
        ("10-1/2", 10.5),
        ("4 1/2", 4.5),
        ("4½", 4.5),
        ("1½ million", 1_500_000),
    ],
)
def test_what_a_number_is_worth(copy: str, value: float) -> None:
    (numeral,) = numerals(draft(f"They had {copy} of them."))
    assert numeral.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("copy", "found", "value", "kind", "unit"),
    [
        ("lost $5bn there", "$5bn", 5e9, Kind.MONEY, "$"),
        ("lost US$60m there", "US$60m", 6e7, Kind.MONEY, "$"),
        ("lost Rs 300 there", "Rs 300", 300, Kind.MONEY, "₹"),
        ("lost ₹4,390 crore there", "₹4,390 crore", 4.39e10, Kind.MONEY, "₹"),
        ("lost ₹1.2 lakh crore there", "₹1.2 lakh crore", 1.2e12, Kind.MONEY, "₹"),
        ("with 12 lakh voters there", "12 lakh", 1.2e6, Kind.COUNT, ""),
        ("lost 30 cents there", "30 cents", 30, Kind.MONEY, "cent"),
        ("some 35 per cent of it", "35 per cent", 35, Kind.PERCENT, "%"),
        ("by 3.5% then", "3.5%", 3.5, Kind.PERCENT, "%"),
        ("by three percentage points", "three percentage points", 3, Kind.POINTS, "points"),
        ("by 0.7 of a percentage point", "0.7 of a percentage point", 0.7, Kind.POINTS, "points"),
        ("over 16km of it", "16km", 16, Kind.MEASURE, "kilometre"),
        ("a 10-mile road", "10-mile", 10, Kind.MEASURE, "mile"),
        ("over 10 square miles", "10 square miles", 10, Kind.MEASURE, "square mile"),
        ("was 6ft 2in tall", "6ft 2in", 6 + 2 / 12, Kind.MEASURE, "foot"),
        ("at 30C then", "30C", 30, Kind.MEASURE, "degree Celsius"),
        ("a 5m wall", "5m", 5, Kind.MEASURE, "metre"),
        ("lies at 4,210 m", "4,210 m", 4210, Kind.MEASURE, "metre"),
        ("with 250 g of rice", "250 g", 250, Kind.MEASURE, "gram"),
        ("for 3 m copies", "3", 3, Kind.COUNT, ""),
        ("lost £12 m on it", "£12 m", 12e6, Kind.MONEY, "£"),
        ("for 5m jobs", "5m", 5e6, Kind.COUNT, ""),
        ("for 26 years", "26 years", 26, Kind.TIME, "year"),
        ("for two centuries", "two centuries", 2, Kind.TIME, "century"),
        ("for 1995 days", "1995 days", 1995, Kind.TIME, "day"),
        ("of rain: in 2020 days of it fell", "2020", 2020, Kind.YEAR, ""),
        ("a 36-year-old man", "36", 36, Kind.AGE, ""),
        ("with Ann Moor, 34, there", "34", 34, Kind.AGE, ""),
        ("in 1998 then", "1998", 1998, Kind.YEAR, ""),
        ("took 1500 people", "1500", 1500, Kind.COUNT, ""),
        ("took all 1950, they said", "1950", 1950, Kind.COUNT, ""),
        ("took about 1950 people", "1950", 1950, Kind.COUNT, ""),
        ("the 21st day", "21st", 21, Kind.ORDINAL, ""),
        ("a third of it", "third", 1 / 3, Kind.FRACTION, ""),
    ],
)
def test_what_a_quantity_is(copy: str, found: str, value: float, kind: Kind, unit: str) -> None:
    document = draft(f"They went {copy} again.")
    (quantity,) = quantities(document)
    assert document[quantity.span] == found
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    "copy",
    [
        "on Flight 370",
        "at Section 230",
        "in the G20",
        "on 20 March",
        "on March 20",
        "at 10.30am",
        "at 10am",
        "in the 1980s",
        "by 2-1",
        "an F-16",
        "of the 4.x line",
        "the mill[22]",
    ],
)
def test_what_is_no_quantity(copy: str) -> None:
    assert {quantity.kind for quantity in quantities(draft(f"They met {copy} again."))} == {Kind.OTHER}


@pytest.mark.parametrize("copy", ["No one wept.", "She told every one.", "He lost this one.", "He had another one."])
def test_somebody_is_no_number(copy: str) -> None:
    assert not numerals(draft(copy))


def test_a_key_of_many_figures_is_no_number() -> None:
    assert not numerals(draft("The key is 12345678901234567890."))


@pytest.mark.parametrize("copy", ["the forty-first sale", "a twenty-fifth season"])
def test_a_rank_in_words_is_no_number(copy: str) -> None:
    assert not numerals(draft(f"They met {copy} again."))


@pytest.mark.parametrize(
    ("copy", "hedge"),
    [
        ("about 12", Hedge.ABOUT),
        ("more than 12", Hedge.OVER),
        ("at least a dozen", Hedge.OVER),
        ("nearly $12", Hedge.NEARLY),
        ("what nearly reached 12", Hedge.NEARLY),
        ("as many as 12", Hedge.UNDER),
        ("12 or so", Hedge.ABOUT),
        ("12", Hedge.NONE),
    ],
)
def test_how_a_number_is_loosened(copy: str, hedge: Hedge) -> None:
    (quantity,) = quantities(draft(f"They took {copy} of them."))
    assert quantity.hedge is hedge


def test_so_many_more_than_a_number_compares() -> None:
    assert [quantity.hedge for quantity in quantities(draft("They took 44 more than 82 boats."))] == [Hedge.NONE] * 2


def test_a_range_runs_from_its_lower_end_to_its_upper() -> None:
    (quantity,) = quantities(draft("They took 10 to 12 people."))
    assert (quantity.value, quantity.top) == (10, 12)
    (quantity,) = quantities(draft("They took between $1m and $2m each."))
    assert (quantity.value, quantity.top) == (1e6, 2e6)
    first, second = quantities(draft("The gap between 10 people and 12 is great."))
    assert (first.value, second.value) == (10, 12)
    first, second = quantities(draft("It rose from 10 to 12 people."))
    assert (first.value, second.value) == (10, 12)


def test_what_is_printed_is_what_is_allowed() -> None:
    money, people = quantities(draft("They paid $1.2m to 12 people."))
    assert (money.low, money.high) == pytest.approx((1_150_000, 1_250_000))
    assert (people.low, people.high) == (12, 12)
    assert written(1_500_000, money) == "$1.5 million"


def test_a_skeleton_leads_back_to_the_copy() -> None:
    document = draft("Of the 60 boats, about 48 were found.")
    (sentence,) = skeletons(document)
    assert [document[quantity.span] for quantity in sentence.at.values()] == ["60", "48"]
    assert len(sentence.text) == len("Of the # boats, # were found.")


@given(st.text(alphabet="0123456789,.$%- mkbn:of the twoand\n\ud800\x00é", max_size=80))
def test_nothing_raises_and_all_lies_in_order(text: str) -> None:
    document = draft(text)
    found = quantities(document)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.start <= q.span.start < q.span.end <= len(text) for q in found)


def test_numbers_that_nothing_stands_before_are_no_ages() -> None:
    assert [quantity.kind for quantity in quantities(draft(", 19 and 22, they said."))] == [Kind.COUNT, Kind.COUNT]
