"""Money: signs, codes and words of currencies."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.quantities import quantities
from newslint.story.quantity import Kind


def draft(text: str) -> Document:
    return parse(Source("x.txt", text))


@pytest.mark.parametrize(
    ("copy", "unit", "value"),
    [
        ("It cost KSh46m in all.", "shilling", 46e6),
        ("It cost K3.2m in all.", "kwacha", 3.2e6),
        ("It cost K410,000 in all.", "kwacha", 410_000),
        ("It cost EC$90 in all.", "EC$", 90),
        ("It cost $US6,500 in all.", "$", 6_500),
        ("It cost R18 720, in all.", "rand", 18_720),
        ("It cost Rs 5 in all.", "₹", 5),
        ("It cost 12 pesewas in all.", "pesewa", 12),
        ("It cost 62 million Canadian dollars in all.", "Canadian $", 62e6),
        ("It cost 5,000 Hong Kong dollars in all.", "Hong Kong $", 5_000),
        ("It cost 110m cedis in all.", "cedi", 110e6),
        ("It cost 3b Hong Kong dollars in all.", "Hong Kong $", 3e9),
        ("It cost TL 410 million in all.", "lira", 410e6),
        ("It cost 60 million Turkish liras in all.", "Turkish lira", 60e6),
    ],
)
def test_what_is_money(copy: str, unit: str, value: float) -> None:
    found = [quantity for quantity in quantities(draft(copy)) if quantity.kind is Kind.MONEY]
    assert [(quantity.unit, quantity.value) for quantity in found] == [(unit, value)]


@pytest.mark.parametrize(
    "copy",
    [
        "They climbed K2 in May.",
        "They took the N17 to Ayle.",
        "They paid it in K 5,000 years.",
        "Grade R 5 pupils sang.",
        "In N 1,200 boats sank.",
        "Flight SR 20 was late.",
    ],
)
def test_what_only_looks_like_money(copy: str) -> None:
    assert not [quantity for quantity in quantities(draft(copy)) if quantity.kind is Kind.MONEY]


def money(copy: str) -> list[float]:
    return [quantity.value for quantity in quantities(draft(copy)) if quantity.kind is Kind.MONEY]


def test_millions_go_on_as_the_money_before_them() -> None:
    assert money("It put 110m cedis into a mill, 45m into boats and 30m into nets.") == [110e6, 45e6, 30e6]
    (sought,) = quantities(draft("It looked for between 150m and 170m cedis."))
    assert (sought.value, sought.top, sought.kind) == (150e6, 170e6, Kind.MONEY)


def test_millions_of_nothing_that_is_named_are_of_what_the_last_ones_were() -> None:
    assert money("Revenue was 248 million euros, against 239 million in May.") == [248e6, 239e6]
    assert money("It cost 11 million euros. The levy brings in 6 million and parking 4 million.") == [11e6, 6e6, 4e6]
    (sought,) = quantities(draft("It looked for between 50 million and 55 million euros."))
    assert (sought.value, sought.top, sought.kind) == (50e6, 55e6, Kind.MONEY)
    assert [q.unit for q in quantities(draft("Ayle made 60 million litres and Borth 45 million."))] == [
        "litre",
        "litre",
    ]


def test_millions_of_something_else_stay_what_they_are() -> None:
    assert money("It cost 11 million euros in a region of 2.4 million.") == [11e6]
    assert money("It paid 60 million dollars for an app that was opened 12 million times.") == [60e6]
    assert money("It paid 60 million dollars for 4 million cars and sold 2 million.") == [60e6]
    assert money("It paid 60 million dollars for the cars; 4 million of them were sold.") == [60e6]
    assert money("It cost 11 million euros.\n\nThe fair drew 2 million.") == [11e6]


def test_metres_stay_metres_beside_money() -> None:
    assert money("It put 110m cedis into a wall 45m long.") == [110e6]
    assert money("It put £110m into a wall of 45m.") == [110e6]
    assert money("It cost 110m cedis.\n\nThe wall is 45m off.") == [110e6]
    assert money(f"It cost 110m cedis, {'and it rained ' * 20}, on a wall of 45m.") == [110e6]
