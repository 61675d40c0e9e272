from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.list_count import ListCount


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in ListCount()(document) if hit.confidence >= 0.5]


WRONG = [
    "The trio, Alan Moor and Ben Hill, were freed on Monday.",
    "Three men were charged: Alan Moor, Ben Hill, Carl Lane and Dan Ford.",
    "The four people named on Friday were Ann Moor, Eve Hill and Ida Lane.",
    "The dead were named as four teachers: Ann Moor, Eve Hill and Ida Lane.",
    "Police arrested two suspects – Alan Moor, Ben Hill and Carl Lane – the next day.",
    "Police arrested two suspects (Alan Moor, Ben Hill and Carl Lane) the next day.",
    "Three countries – France, Italy, Spain and Greece – signed.",
    "Two men, Alan Moor, Ben Hill and Carl Lane, were held.",
    "The three victims were identified as Alan Moor and Ben Hill.",
    "The three victims were Alan Moor, 34, Ben Hill, 45, Carl Lane, 21, and Dan Ford, 60.",
    "The trio – Alan Moor and Ben Hill – left.",
    "The duo of Alan Moor, Ben Hill and Carl Lane won.",
    "Both Alan Moor, Ben Hill and Carl Lane resigned.",
    "Alan Moor, Ben Hill and Carl Lane were the two men charged.",
    "Alan Moor, Ben Hill and Carl Lane, the two finalists, met on Monday.",
    "He named five towns: Ayle, Borth, Cray and Dunn.",
    "There are three candidates: Alan Moor, of Labour; Ben Hill, a Tory; Carl Lane, a Green; and Dan Ford.",
    "The flag has three colours: red, white, blue and green.",
    "The 5 finalists are Alan Moor, Ben Hill, Carl Lane and Dan Ford.",
    "He has two sons, Alan, Ben and Carl.",
    "She leaves three daughters: Ann and Eve.",
    "Two people were killed: Alan Moor, Ben Hill, and Carl Lane.",
    "The three winners: Alan Moor, Ben Hill, Carl Lane, Dan Ford.",
    "Officers detained three men, named as Alan Moor, Ben Hill, Carl Lane and Dan Ford.",
    "Four players (Moor, Hill and Lane) were sent off.",
]
RIGHT = [
    "The two teachers, Ann Moor, Ayle High School, and Ben Hill, Borth School, spoke.",
    "The two drivers, Ann Moor and Ben Hill, both of Ayle and both unhurt, spoke.",
    "The trio, Moor, Hill and Lane, of the Ayle Band, sang.",
    "The two candidates, Ann Moor, Reds, and Ben Hill, Blues, spoke.",
    "The couple, Ann Moor, the actor, and Ben Hill, have two children.",
    "Neither Ann Moor, of Ayle, nor Ben Hill sang. Neither Ayle, Borth’s rival, nor Cray won.",
    "Two men were charged: Alan Moor, the mayor, and Ben Hill.",
    "Two men were charged: Alan Moor and Ben Hill.",
    "Two cities, Paris, Texas, and London, Ontario, met.",
    "Three men – Alan Moor, Ben Hill and his brother – left.",
    "He owns two shops: Marks and Spencer and Boots.",
    "He owns two shops: Moor and Hill and Lane and Ford.",
    "Five people, Alan Moor, Ben Hill and three others, left.",
    "Both Alan Moor and Ben Hill resigned.",
    "Both Alan Moor, who is 34, and Ben Hill resigned.",
    "The two leaders, Alan Moor of Ayle and Ben Hill of Borth, met.",
    "Two reasons: Moor's money and Hill's power.",
    "There were three goals: Moor scored, Hill scored and Lane.",
    "The two, Moor and Hill, met Lane and Ford.",
    "The three men were from Ayle, Borth and Cray.",
    "The two sides are England and Scotland.",
    "The two teams were Manchester and Leeds, Ford said.",
    "The three sisters – Ann, Eve and Ida Moor – left.",
    "Three teams – Ayle, Borth, and Cray – won.",
    "Four people were in the car: Alan Moor, Ben Hill and a couple.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
