"""Which names are proposed as one body's under two names."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.renamed_bodies import renamed_bodies
from newslint.story.renamed_signs import renamed_pairs


def pairs(*copy: str) -> list[tuple[str, str]]:
    document = Document.of(*copy)
    return [(document[pair.suspect], document[pair.other]) for pair in renamed_pairs(document)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ardle Ferry Licensing Authority", "Ardle Ferries Licence Agency"),
        ("Savannah Growth Fund", "Savanna Green Fund"),
        ("Ardle Educators’ Alliance", "Ardle Education Association"),
    ],
)
def test_a_body_stands_under_two_names(one: str, other: str) -> None:
    assert pairs(f"They spoke of the {one} in May.", f"They spoke of the {other} in June.") == [(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ardle Ferry Authority", "Ardle Harbour Agency"),  # a place alone
        ("Ardle Ferry Licensing Authority", "Ardle Ferry Authority"),  # a short form
        ("Ardle Ferry Authority", "Ardle Ferry Agency"),  # one word: another reading's
        ("Ardle Ferry Riders’ Forum", "Ardle Ferry Owners’ Union"),  # other members
        ("North Ardle Ferry Trust", "South Ardle Ferry Fund"),  # the other side
        ("Ardle Street", "Ardle Ferry Road"),  # no bodies
    ],
)
def test_two_names_are_of_two(one: str, other: str) -> None:
    assert not pairs(f"They spoke of the {one} in May.", f"They spoke of the {other} in June.")


def test_who_names_both_in_one_sentence_knows_both() -> None:
    assert not pairs("The Ardle Ferry Licensing Authority wrote to the Ardle Ferries Licence Agency.")


def test_what_a_body_is_stands_before_of_too() -> None:
    found = renamed_bodies(
        Document.of("The Ardle Directorate of Ferry Licensing met.", "The Ardle Ferries Licence Agency met.")
    )
    assert [pair.suspect.kinds for pair in found] == [("agency",)]
    assert [pair.other.kinds for pair in found] == [("directorate",)]
