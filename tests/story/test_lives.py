"""Lives: whose a birth, a death and an age at death are."""

import pytest

from newslint.document import Document
from newslint.story.lives import Subject, ages_at_death, births, deaths, lifetimes, may_be_same

OBITUARY = (
    "FREDA Moor, who has died aged 94, sold bread.",
    "She was born Winifred Ashe on 14 May 1931. Her father, Thomas Ashe, died in 1950.",
    "Ben Moor died in 2006. Her brother Tom died in 2017.",
    "Freda Moor, baker, died on 3 February 2025.",
)


def test_a_life_is_put_together_from_all_over_the_story() -> None:
    (life,) = lifetimes(Document.of(*OBITUARY))
    assert (life.said, life.least, life.most) == (94, 93, 93)


def test_relatives_are_no_subject() -> None:
    document = Document.of(*OBITUARY)
    assert [(event.subject.given, event.date.year) for event in deaths(document)] == [("Ben", 2006), ("Freda", 2025)]
    assert [event.date.year for event in births(document)] == [1931]
    assert [age.value for age in ages_at_death(document)] == [94]


@pytest.mark.parametrize(
    "copy",
    [
        "Ann Moor was born in 1950. Ben Hill died in 1979, aged 74.",
        "Ann Moor was born in 1950 and again came in 1951. She was born in 1951. She died in 2010, aged 12.",
        "Ann Moor was born in 1950. He died in 2010, aged 12.",
        "“Ann Moor was born in 1950 and died in 2010, aged 12,” he said.",
    ],
)
def test_what_may_be_of_two_is_no_life(copy: str) -> None:
    assert lifetimes(Document.of(copy)) == ()


@pytest.mark.parametrize(
    ("copy", "subject"),
    [
        ("The mill is old. Born in Ayle in 1950, Ann Moor rowed.", ("Ann", "Moor")),
        ("Ann Moor BEM was born in 1950.", ("Ann", "Moor")),
        ("The mill is old. Born in 1950 by the mill.", ("", "")),
    ],
)
def test_whose_birth_it_is(copy: str, subject: tuple[str, str]) -> None:
    (birth,) = births(Document.of(copy))
    assert (birth.subject.given, birth.subject.surname) == subject


def test_she_and_he_are_two() -> None:
    assert not may_be_same(Subject(sex="she"), Subject(sex="he"))
    assert may_be_same(Subject("Ann", "Moor"), Subject(sex="she"))
