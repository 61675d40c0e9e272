from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.checks.backward_dates import BackwardDates


def found(text: str) -> list[str]:
    document = parse(Source("draft.txt", text))
    return [document[hit.span] for hit in BackwardDates()(document)]


@pytest.mark.parametrize(
    ("copy", "marked"),
    [
        ("She ruled between 2015 and 2009.", "2015 and 2009"),
        ("She ruled from 12 May 2012 to 3 March 2012.", "12 May 2012 to 3 March 2012"),
        ("He died in 1912 and was born in 1930.", "1912 and was born in 1930"),
        ("Ada was born in 1950. She died in 1932.", "1950. She died in 1932"),
        ("They married in 1990 and divorced in 1985.", "1990 and divorced in 1985"),
        ("Born in 1962, she joined the party in 1955.", "1962, she joined the party in 1955"),
    ],
)
def test_time_runs_one_way(copy: str, marked: str) -> None:
    assert found(copy) == [marked]


@pytest.mark.parametrize(
    "copy",
    [
        "Prices fell from 2010 to 1950 euros.",
        "It ran from November 5 to March 3.",
        "She was born in 1950 and her father died in 1932.",
        "The firm, founded in 2012, grew from one that closed in 2002.",
        "It was sold in 2010, and again in 2002 prices.",
        "Call 0800-2010-2002 now.",
    ],
)
def test_what_may_run_backwards(copy: str) -> None:
    assert found(copy) == []
