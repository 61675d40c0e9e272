from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.amounts import amounts
from newslint.story.fates import fate


@pytest.mark.parametrize(
    ("copy", "befell"),
    [
        ("The blast killed 12 people.", "dead"),
        ("The 14 victims were named.", "dead"),
        ("The death toll, which may rise, now stands at 85.", "dead"),
        ("Fire crews rescued 40 residents.", "rescued"),
        ("Some 30 fans were arrested, and two buses burned.", "arrested"),
        ("The fire, in which nobody died, closed 12 shops.", ""),
        ("The school has 412 pupils.", ""),
    ],
)
def test_what_befell_the_people_counted(copy: str, befell: str) -> None:
    amount = amounts(Document.of(copy))[0]
    assert fate(copy, amount.span, amount.sentence) == befell


def test_the_nearest_word_in_the_clause_tells() -> None:
    copy = "It killed 12 people, injured 40 and left nine missing."
    assert [fate(copy, amount.span, amount.sentence) for amount in amounts(Document.of(copy))] == [
        "dead",
        "injured",
        "missing",
    ]
