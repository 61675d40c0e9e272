from __future__ import annotations

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.contradictions import twins


def pairs(text: str) -> list[tuple[str, str, str]]:
    document = parse(Source("draft.txt", f"News of the day\n\n{text}"))
    return [
        (pair.slip, document[pair.one.quantity.span], document[pair.other.quantity.span]) for pair in twins(document)
    ]


def test_figures_that_look_like_one() -> None:
    assert pairs("It has 1,253 seats. It has 1,235 seats.") == [("turned", "1,253", "1,235")]
    assert pairs("It cost £4.2m. It cost £4.2bn.") == [("scale", "£4.2m", "£4.2bn")]
    assert pairs("It has 450 seats. It has 4,500 seats.") == [("nought", "450", "4,500")]
    assert pairs("It has 1,253 seats. It has 1,258 seats.") == [("other", "1,253", "1,258")]


def test_figures_that_do_not() -> None:
    assert pairs("It has 1,253 seats. It has 1,352 seats. It cost £4.2m and 42 days.") == []
    assert pairs("It has 1,253 seats and 1,235 beds.") == []
