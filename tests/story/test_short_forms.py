"""Short forms a slip apart."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.short_forms import mistyped_short_forms, short_form_pairs


@pytest.mark.parametrize(
    ("used", "sign"), [("RSBA", "letters turned"), ("RSAA", "letters changed"), ("RSAAB", "letters added")]
)
def test_a_slip_of_a_form_that_is_explained(used: str, sign: str) -> None:
    document = Document.of(f"The River Safety Authority Board (RSAB) met. The RSAB and the {used} are one.")
    (pair,) = short_form_pairs(document)
    assert document[pair.suspect] == used
    assert document[pair.other] == "RSAB"
    assert pair.signs["its initials"] == pair.signs["explained"] == pair.signs[sign] == 1.0


@pytest.mark.parametrize(
    "copy",
    [
        "The River Safety Board (RSB) met the River Salt Agency (RSA).",
        "The RSAB met the QXRT.",
        "The RSAB met.\n\nTHE RSBA MET THEM AT NOON",
        "The RSAB met alone.",
    ],
)
def test_no_pair(copy: str) -> None:
    document = Document.of(*copy.split("\n\n"))
    assert short_form_pairs(document) == ()


def test_a_slip_that_is_likelier_than_not_is_told_by_its_two_forms() -> None:
    document = Document.of("The River Safety Authority Board (RSAB) met. The RSAB and the RSBA are one.")
    assert list(mistyped_short_forms(document)) == [frozenset(("RSAB", "RSBA"))]


def test_short_forms_of_which_none_is_explained_are_no_slips() -> None:
    assert not mistyped_short_forms(Document.of("The RSAB and the RSBA are one. The RSAB met."))
