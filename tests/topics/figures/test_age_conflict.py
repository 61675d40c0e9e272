from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.age_conflict import AgeConflict


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in AgeConflict()(document) if hit.confidence >= 0.5]


WRONG = [
    "Ann Moor died in 1950 at the age of 28. She was born in 1909 in Ayle.",
    "A miller born in 1905, Ann Moor died at home in 1968 at age 43.",
    "Born in 1909, Ann Moor died in 1985 at 85.",
    "Ann Moor (1909–1985), who was 85 when she died, was a miller.",
    "Ann Moor (1931–2001) was 81 when she died.",
    "Ann Moor, who was born on June 3, 1931, died on May 4, 2001. She was 74.",
    "Ann Moor, born on 5 May 1950, died on 4 May 2010 at the age of 60.",
    "Ann Moor, 34, was fined. Her family wept.\n\nMoor, 37, left.",
    "Ann Moor, 34, was fined. Her son wept.\n\nMoor, 37, left.",
    "Ann Moor, 34, came with her nephew Ben Hill. It rained.\n\nMoor, 37, left.",
    "Ben Moor Jr., 34, was fined.\n\nMoor, 37, left.",
    "Ann Moor, 47, celebrated her 50th birthday on Monday.",
    "Ann Moor, 58, died days before her 55th birthday.",
    "Ann Moor, 47, was fined. She turned 52 on Monday.",
    "Ann Moor celebrated her 50th birthday on Monday. Moor, 47, was fined.",
    "The 47-year-old celebrated her 50th birthday last week.",
    "The 47-year-old Ann Moor, a baker, is in her thirties.",
    "Ann Moor (1950-2010) died at 72.",
    "Born in 1950, she was 25 when she moved to Ayle in 1970.",
    "Born in 1950, she moved to Ayle in 1970 at the age of 25.",
    "Ann Moor was born in 1950 in Ayle. She died in 2010, aged 72.",
    "Ann Moor, born in 1950, died at 72 in 2010.",
    "Published 21 March 2018\n\nAnn Moor, who turns 76 this year, was born in 1952.",
    "Ben Moor, 47, and his son Eli Moor, 12, were fined.\n\nBen Moor, 74, left.",
    "Ben Moor, 47, and his son Eli Moor, 12, were fined.\n\nMoor, 74, left.",
    "Ann Moor, 34, was fined.\n\nMoor, 43, left.",
    "Ann Moor, 34, was fined.\n\nThe 43-year-old Moor left.",
    "Ann Moor, 34, was fined.\n\nMs Moor, who is 43, left.",
    "Ann Moor (34) was fined.\n\nMoor, aged 43, left.",
    "Ann Moor, aged 34, was fined.\n\nAnn Moor, 43, left.",
    "Ann Moor, a 34-year-old teacher, was fined.\n\nMoor, 43, left.",
    "The 34-year-old teacher Ann Moor was fined.\n\nAnn Moor is 43 years old.",
    "Ann Moor, age 34, was fined.\n\n43-year-old Ann Moor left.",
    "Teacher Ann Moor, 34, of Ayle, was fined.\n\nMoor (43) left.",
    "Mr Moor, 34, was fined.\n\nBen Moor, 43, left.",
    "Dr Ann Moor-Hill, 34, was fined.\n\nMoor-Hill, 43, left.",
    "The actor, Ann Moor, who was 34, died.\n\nMoor, 43, left.",
    "Ann Moor (1950-2010), a teacher, died aged 45.",
    "He was born in 1950 and died in 2010, aged 70.",
    "Ann Moor, 34 years old, was fined.\n\nMoor, 43, left.",
    "Ann Moor, 34, was fined.\n\nThe victim, Ann Moor, 43.",
    "Ann Moor, a weaver, is 48.\n\nThe weaver Ann Moor, 58, made the banner.",
    "Ann Moor (64) was fined.\n\nAt 74, Moor is the oldest weaver.",
    "Ann Moor, 64, was fined.\n\n“I’m 74,” Moor said.",
    "President Donald Moor, 64, was fined.\n\nThe mayor met Donald Moor. Moor, 74, wept.",
]
RIGHT = [
    "Ben Hill (1920-1990) taught Ann Moor, who died at 40.",
    "The house (1920-1990) was home to Ben Hill, who died there aged 40.",
    "Ann Moor was born in 1950 and Ben Hill died in 1990, aged 60.",
    "On May 3, 1990, Ann Moor, 34, walked in. Moor, 60, still tells it.",
    "Ann Moor, born on 5 May 1950, died on 4 May 2010 at the age of 59.",
    "Ann Moor, born on 5 May 1950, died on 5 May 2010 at the age of 60.",
    "Ann Moor (1931–2001) was 69 when she died.",
    "Ann Moor was born in 1950. She moved in 1980 after her father died in 1979. He was 74.",
    "Ann Moor was born in 1950. She wrote when Ben Hill died in 1979. He was 74.",
    "Ann Moor, 34, was fined. Her husband wept. Moor, 37, is a baker.",
    "Ann Moor, 34, was fined. Her son wept. Moor, 12, is at school.",
    "Ann Moor, 37, was in her late twenties when she came.",
    "Ann Moor, 37, and her father, who is in his sixties, were fined.",
    "Ann Moor, 49, will celebrate her 50th birthday on Monday.",
    "Ann Moor, 58, celebrated her 50th birthday in Rome eight years ago.",
    "Ann Moor, 54, died days before her 55th birthday.",
    "Ann Moor, 47, was fined. Her mother turned 72 on Monday.",
    "Ann Moor, 47, was fined. Moor turned 30 in 2001.",
    "Moor, 47, was fined. “He’s in his thirties,” said a neighbour.",
    "A woman in her thirties was hurt. A 47-year-old woman was not.",
    "Ann Moor was born in 1950 in Ayle.\n\nMoor died in 2010, aged 60.",
    "Ann Moor was born in 1950. Ben Moor died in 2010, aged 12.",
    "Ann Moor was born in 1950. Her grandson died in 2010, aged 12.",
    "Greek-born Moor came in 1950 and died in 2010, aged 83.",
    "The plan was born in 1950 and died in 2010, at 100 pages.",
    "Born in 1950, she was 20 when she moved to Ayle in 1970.",
    "Ann Moor, who turns 68 this year, was born in 1950.",
    "Published 21 March 2018\n\nAnn Moor, who turns 68 this year, was born in 1950.",
    "The twins were born in 1950. One died in 2010, aged 45.",
    "Joss Moor, 47, and his son Eli Moor, 12, were fined.\n\nMoor, 12, wept.\n\nMoor, 47, left.",
    "Eve Moor, 52, and her daughter, Ida, 23, were fined.\n\nMoor, 23, said nothing.",
    "Ben Moor, 47, was fined. The younger Moor, 12, was not. Moor, 12, wept.",
    "Ben Moor, 47, was fined. The Moors left. Moor, 12, wept.",
    "Mrs. Ben Moor, 52, was fined. Ben Moor, 54, was not.",
    "Mr. Moor, 52, was fined. Mrs. Eve Moor, 54, was not. Mr. Moor, 54, was.",
    "Ben Moor Jr., 52, was fined. Ben Moor Sr., 84, was not.",
    "Eli Moor, 12, was hurt. Mr Moor, 47, is a baker.",
    "Ben Moor, 47, wept. Ben Moor, his grandfather, did not. Ben Moor, 92, slept.",
    "The 47-year-old Moor left with the 12-year-old Moor. Ben Moor, 47, was first.",
    "Ben Moor, 47, was fined. His son Eli was hurt. He is at home. It rained. Moor, 12, wept.",
    "Eve Moor heard a bang. Moor, 44, was baking.\n\nBen Moor, 25, was asleep.",
    "It was the home of Eve Vane Moor. Moor, 20, had left.\n\n37-year-old Ben Vane Moor had not.",
    "Ann Moor, 34, was fined.\n\nBen Moor, 43, left.",
    "Ann Moor, 34, was fined.\n\nIn 1999, Moor, 12, left.",
    "Ann Moor, 34, was fined.\n\nMoor was 12 when she left.",
    "Ann Moor, 34, was fined.\n\nHer son, Tom Moor, 4, left.",
    "Ann Moor, 34, was fined.\n\nMoor, 43rd in line, left. Moor, 20 minutes late.",
    "He was born in 1950 and died in 2010, aged 59.",
    "Habley, 54, Morrow, 46.\n\nHabley, 55, Morrow 45.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []


def test_somebody_who_may_not_be_born_yet_is_so_old_at_most() -> None:
    copy = "News of the day\n\nAnn Moor was born in 1990. In 1990, when Moor was 26, she left."
    (hit,) = AgeConflict()(parse(Source("draft.txt", copy)))
    assert hit.words["other"] == "0 at most for Moor by “1990”"
