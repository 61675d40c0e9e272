from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.people import people


@pytest.mark.parametrize(
    "copy",
    [
        "The secretary of State Anna Delmont left.",
        "The ambassador to South Korea Anna Delmont left.",
        "The envoy to Saudi Arabia Anna Delmont left.",
    ],
)
def test_what_stands_before_a_given_name_is_no_part_of_it(copy: str) -> None:
    document = Document.of(f"A visit\n\n{copy} Ms Delmont will be back, and so will Delmont’s dog.")
    [person] = people(document)
    assert (person.given, person.surname) == ("Anna", "Delmont")
    assert document[person.references[0].name] == "Anna Delmont"


@pytest.mark.parametrize("title", ["Cr", "Ald", "Fr", "Msgr"])
def test_a_short_title_is_no_given_name(title: str) -> None:
    document = Document.of(f"A visit\n\n{title} Ada Lunner left. {title} Lunner will be back.")
    [lunner] = people(document)
    assert (lunner.given, len(lunner.references)) == ("Ada", 2)


@pytest.mark.parametrize(("given", "number"), [("J.", 1), ("J.P.", 1), ("J.K.", 2), ("Joan", 1)])
def test_initials_that_differ_are_of_two_people(given: str, number: int) -> None:
    document = Document.of(f"A visit\n\nJ.P. Delmont built the boat. {given} Delmont sold it.")
    assert len(people(document)) == number


def test_a_surname_alone_belongs_to_the_last_of_that_name() -> None:
    document = Document.of("A visit\n\nAnna Delmont left. Peter Delmont stayed. Delmont has a dog.")
    assert [len(person.references) for person in people(document)] == [1, 2]


@pytest.mark.parametrize("given", ["J. K.", "J.K.", "Joan K.", "Joan", "JK", "Joan E.K."])
def test_a_person_may_have_initials_with_a_space_between_them_or_without(given: str) -> None:
    document = Document.of(
        f"A visit\n\nThe boat was built by {given} Delmont in May. Delmont sold it to the U.S. Senate."
    )
    [person] = people(document)
    assert document[person.references[0].name] == f"{given} Delmont"
    assert len(person.references) == 2


def test_who_is_addressed_by_the_surname_is_a_person_whatever_the_given_name() -> None:
    copy = Document.of(
        "Anil Deshpande, the cabinet member for finance, rose.\n\nThe vote was lost, Coun Deshpande said."
    )
    assert [(person.given, len(person.references)) for person in people(copy)] == [("Anil", 2)]


@pytest.mark.parametrize("suffix", ["Jr.", "Sr."])
def test_a_sentence_behind_a_name_that_ends_in_a_point_is_no_part_of_it(suffix: str) -> None:
    document = Document.of(f"A visit\n\nIt was built by Dale Delmont {suffix} Now it leaks. Delmont sold it.")
    [person] = people(document)
    assert (person.surname, len(person.references)) == ("Delmont", 2)
