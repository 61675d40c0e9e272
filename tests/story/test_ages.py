"""Ages: whose they are, and whether the copy holds them for the age now."""

from __future__ import annotations

from newslint.document import Document
from newslint.story.ages import ages, people_of_age


def test_an_age_behind_a_relative_of_one_name_may_be_of_another_surname() -> None:
    ((tywarn, settled),) = [
        (age.surname, age.settled) for age in ages(Document.of("Her son, 26-year-old Tywarn, rowed."))
    ]
    assert (tywarn, settled) == ("Tywarn", False)


def test_the_surname_alone_is_of_whom_the_story_tells_where_all_others_of_it_are_relatives() -> None:
    document = Document.of(
        "Ann Moor, 34, took the mill. Her husband, Ben Moor, knew nothing. The mill is old.",
        "Moor, a 37-year-old baker, wept.",
    )
    assert [(name, [age.age.value for age in found]) for name, found in people_of_age(document).items()] == [
        ("Moor", [34, 37])
    ]


def test_ages_of_one_sentence_are_of_two() -> None:
    document = Document.of("Ann Moor, 34, slept beside her husband, Ben Moor, as Moor, 37, wept.")
    assert people_of_age(document) == {}


def test_a_surname_right_behind_a_relative_may_be_the_relatives() -> None:
    document = Document.of(
        "Ann Moor, 34, took the mill. She is old, they say.",
        "Her husband, Ben Moor, knew nothing. Moor, a 37-year-old baker, wept.",
    )
    assert not any(len(found) > 1 for found in people_of_age(document).values())
