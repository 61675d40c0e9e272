from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.percent_total import PercentTotal


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in PercentTotal()(document) if hit.confidence >= 0.5]


WRONG = [
    "Moor won 48% of the vote. Hill took 34% and Lane 33%.",
    "The poll found 45% in favour, 30% against and 13% undecided.",
    "45 per cent said yes, 35 per cent said no and 10 per cent didn't know.",
    "Support was split 60% to 50%.",
    "The poll found that 55% approve, 42% disapprove and 15% are unsure.",
    "Moor won 58% to 49%.",
    "The measure passed 56 percent to 48 percent.",
    "Some 45% backed the plan, 30% opposed it and the remaining 15% had no view.",
    "Half were men. 60% of the staff work in Leeds, 20% in Hull and the rest, 30%, in York.",
    "Revenue is split between ads (60%), subscriptions (30%) and events (20%).",
    "The budget is made up of 50% wages, 30% rent and 10% heating.",
]
RIGHT = [
    "Moor took 55% of the vote. Her party took 48%.",
    "Ayle gets 60 percent of its water from the Lee, Borth 50 percent and Cray 40 percent.",
    "Ayle won 60 percent of the games, Borth 55 percent and Cray 45 percent.",
    "Moor won 60% of the vote, Hill 35% and others 5%. In the first round Moor won 40% and Hill 38%.",
    "The poll found 45% in favour, 30% against and 25% undecided.",
    "Moor had 45%, Hill 40% and 9% were undecided.",
    "60% of women and 70% of men were in favour.",
    "Turnout rose to 60%, from 50% in 2010 and 40% in 2005.",
    "Prices rose 60% and wages 50%.",
    "He won 52% to 48%. He won 52% to 47%.",
    "45% approve and 51% disapprove.",
    "Some 60% trust the police, 50% trust the courts and 45% the press.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
