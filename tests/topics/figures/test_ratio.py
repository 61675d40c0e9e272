from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.ratio import Ratio


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in Ratio()(document) if hit.confidence >= 0.5]


WRONG = [
    "One in four pupils (40%) walks to school.",
    "A third of pupils (45%) walk.",
    "Two out of five, or 60%, agreed.",
    "Three-quarters of voters (60%) said so.",
    "Nearly half (55%) agreed.",
    "More than half (48%) agreed.",
    "Half of those asked – 65% – agreed.",
    "Twelve of the 60 members, or 30%, agreed.",
    "Twelve (30%) of the 60 members agreed.",
    "40%, or one in four, agreed.",
    "40% (one in four) agreed.",
    "Around 40% of pupils, or one in four, agreed.",
    "Of the 60 members, 12 (30%) agreed.",
]
RIGHT = [
    "One in four pupils (25%) walks. One in three (33%). One in seven (14%). Two-thirds (66%). Two-thirds (68%).",
    "Nearly half (47%) agreed. More than half (52%). Just over half (51%). Almost three-quarters (73%).",
    "One in five (20% of them women). A third (35%). About a third (30%).",
    "12 of the 60 (20%).",
    "A quarter, or 25%.",
    "Half the time, or 50% more.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
