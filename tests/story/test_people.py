from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.people import people
from newslint.story.references import references


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


@pytest.mark.parametrize(("given", "number"), [("John P.", 1), ("John K.", 2), ("John", 1)])
def test_initials_that_differ_behind_a_given_name_are_of_two_people(given: str, number: int) -> None:
    document = Document.of(f"A visit\n\nJohn P. Delmont built the boat. {given} Delmont sold it to J.P. Delmont.")
    assert len(people(document)) == number


@pytest.mark.parametrize(("given", "number"), [("J.", 1), ("J.P.", 1), ("J.K.", 2), ("Joan", 1)])
def test_initials_that_differ_are_of_two_people(given: str, number: int) -> None:
    document = Document.of(f"A visit\n\nJ.P. Delmont built the boat. {given} Delmont sold it.")
    assert len(people(document)) == number


def test_a_surname_alone_belongs_to_the_last_of_that_name() -> None:
    document = Document.of("A visit\n\nAnna Delmont left. Peter Delmont stayed. Delmont has a dog.")
    assert [len(person.references) for person in people(document)] == [1, 2]


@pytest.mark.parametrize(
    ("others", "numbers"),
    [
        ("Delmont left.\n\nPeter Delmont, a deputy, stayed.\n\nDelmont has a dog.", [3, 1]),
        ("At 19 she married Peter Delmont. Delmont has a dog. Peter Delmont died.\n\nDelmont stayed.", [3, 2]),
        ("Delmont left.\n\nPeter Delmont stayed. Delmont has a dog.", [2, 2]),
    ],
)
def test_a_surname_that_stood_alone_stays_with_whom_it_meant(others: str, numbers: list[int]) -> None:
    document = parse(Source("draft.txt", f"Anna Delmont built a boat. {others}"))
    assert [len(person.references) for person in people(document)] == numbers


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


@pytest.mark.parametrize("letters", ["KC", "OBE", "MP", "PhD"])
def test_letters_behind_a_name_are_no_part_of_it(letters: str) -> None:
    document = Document.of(
        f"A visit\n\nFor the mill, Ada Lunner {letters} spoke. The Labour MP left. Ms Lunner stayed."
    )
    [lunner] = people(document)
    assert (lunner.given, lunner.surname, len(lunner.references)) == ("Ada", "Lunner", 2)
    assert "Labour" not in {reference.surname for reference in references(document)}


@pytest.mark.parametrize(
    ("copy", "given", "surname"),
    [
        ("The mill was bought by Hamed Al Mashaik in May.", "Hamed Al", "Mashaik"),
        ("The mill was bought by Karolina af Forselius in May.", "Karolina af", "Forselius"),
        ("The mill was bought by Bruno d’Aubremont in May.", "Bruno", "d’Aubremont"),
        ("The mill was bought by Bruno dell'Aubremo in May.", "Bruno", "dell'Aubremo"),
        ("The mill was bought by Will Lunner in May.", "Will", "Lunner"),
        ("The mill was bought by Major-General Ada Lunner in May.", "Ada", "Lunner"),
        ("The mill was bought by Councilmembers Ada Lunner and Eve Moorer.", "Ada", "Lunner"),
        ("The mill was bought by Emeka Drayman, 34, in May.", "Emeka", "Drayman"),
        ("The mill was bought by Emeka Drayman, aged 34.", "Emeka", "Drayman"),
        ("The mill was bought by Emeka Drayman, who is a miller.", "Emeka", "Drayman"),
        ("It was Reg Delmont, 41, of Hill Road who came.", "Reg", "Delmont"),
        ("It rained. Roofer Ada Lunner came in May with a ladder and a dog.", "Ada", "Lunner"),
        ("It rained. Leg-spinner Ada Lunner came in May with a ladder and a dog.", "Ada", "Lunner"),
        ("It rained. Farmer Ada Lunner came in May with a ladder and a dog.", "Ada", "Lunner"),
        ("It rained. Skipper Emeka Lunner came in May with a ladder and a dog.", "Emeka", "Lunner"),
        ("It rained. On Friday Ada Lunner came by boat with a ladder and a dog.", "Ada", "Lunner"),
        ("It rained. Friday Ada Lunner came by boat with a ladder and a dog.", "Ada", "Lunner"),
    ],
)
def test_who_is_read_as_a_person(copy: str, given: str, surname: str) -> None:
    person, *_ = people(Document.of(f"A visit\n\n{copy}"))
    assert (person.given, person.surname) == (given, surname)


@pytest.mark.parametrize(
    "copy",
    [
        "The mill was bought by Emeka Drayman in May.",  # a mill may be called so, too
        "They came from Norway Rook, 34, and sang.",
        "The rest went to Vale Delwood, 44, and to Elm Ridge, 38, in May.",
        "Will Drayman sing?",
        "A road leads to El Junquito, and another to La Guaira.",
    ],
)
def test_who_is_read_as_nobody(copy: str) -> None:
    assert not people(Document.of(f"A visit\n\n{copy}"))
