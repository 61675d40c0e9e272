from __future__ import annotations

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.antecedents import person_of, principal, subject_of_clause, taken_up
from newslint.story.people import people
from newslint.story.references import references
from newslint.text.sentences import sentence_at


def test_who_writes_is_not_whom_a_story_names_first() -> None:
    copy = "The mill turns again\n\nBy Reggie Sandoval\n\nAnna Delmont runs the mill. Peter Lunner sold it.\n\nDelmont sings. Lunner can't. Delmont left. Lunner stayed."
    document = parse(Source("draft.txt", copy))
    number = principal(document)
    assert number is not None
    assert people(document)[number].surname == "Delmont"


def test_a_form_of_address_tells_the_one_of_a_family_whom_it_fits() -> None:
    document = Document.of(
        "Paula Hill sang. Hill slept. Hill left.", "Simon Moor rowed.", "His wife, Paula Moor, slept.", "Mr Moor wept."
    )
    mister = references(document)[-1]
    number = person_of(document, mister)
    assert number is not None
    assert people(document)[number].given == "Simon"


def test_she_is_nobody_told_where_the_clause_has_another_subject() -> None:
    document = Document.of("Ann Moor sang. A baker sued Simon Hill in 1994, when she was 13.")
    at = document.text.index("in 1994")
    assert subject_of_clause(document, at, len(document.text)) is None


def test_of_two_women_the_pronoun_takes_up_the_one_with_whom_the_sentence_before_begins() -> None:
    document = Document.of("Ann Moor met Paula Hill. She was 40.")
    sentence = sentence_at(document, document.text.index("She"))
    assert sentence is not None
    number = taken_up(document, sentence, "she")
    assert number is not None
    assert people(document)[number].given == "Ann"
