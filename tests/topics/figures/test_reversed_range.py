from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.reversed_range import ReversedRange


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in ReversedRange()(document) if hit.confidence >= 0.5]


WRONG = [
    "Between 90 and 40 people came.",
    "between 50 and 30 miles",
    "It will take between 12 and 8 hours.",
    "Between 50% and 30% of voters stayed home.",
    "between the ages of 40 and 18",
    "between £5m and £3m",
]
RIGHT = [
    "between 10am and 2pm",
    "between 1998 and 2001",
    "fell from between 40 and 30",
    "between 500 and 1.2m people",
    "between 5 and 10 million people",
    "between 100 and 5,000 men",
    "between 11 and 3",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
