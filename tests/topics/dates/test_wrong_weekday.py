from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.checks.wrong_weekday import WrongWeekday


def found(text: str) -> list[tuple[str, float]]:
    document = parse(Source("draft.txt", text))
    return [(document[hit.span], hit.confidence) for hit in WrongWeekday()(document)]


def test_a_year_makes_it_certain() -> None:
    assert found("It was on Monday 21 March 2018.") == [("Monday 21 March 2018", 0.97)]


@pytest.mark.parametrize("copy", ["Monday 21 March 1917", "Monday 9 November 1918"])
def test_old_calendars_make_it_likely_at_most(copy: str) -> None:
    assert [confidence for _, confidence in found(f"It was on {copy} in Kiev.")] == [0.8]


def test_a_full_date_near_by_gives_the_year() -> None:
    copy = "It began on 3 June 2019. On Monday 4 June it rained. On Wednesday 5 June it cleared."
    assert [text for text, _ in found(copy)] == ["Monday 4 June"]


def test_full_dates_of_two_years_give_none() -> None:
    assert found("It began on 3 June 2019, not 3 June 2018. On Monday 4 June it rained.") == []


def test_another_year_that_is_said_is_left_alone() -> None:
    assert found("Published 5 June 2019\n\nOn Monday 4 June last year it rained.") == []


def test_one_of_three_that_does_not_fit() -> None:
    copy = "Held on Monday 3 June, on Friday 7 June and on Wednesday 13 June."
    assert [text for text, _ in found(copy)] == ["Wednesday 13 June"]


def test_dates_far_apart_may_be_of_two_years() -> None:
    assert found("Held on Monday 3 June. The next is on Wednesday 13 November.") == []
