from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.amounts.same_amount import altered_shown_pairs


def draft(copy: str) -> Document:
    return parse(Source("draft.txt", copy))


def test_the_display_may_have_a_slip() -> None:
    copy = "Bank cuts 2,580 jobs\n\nSome 12,000 people work for the lender, which will shed 2,580 jobs in Ayle by May.\n\nIt is old."
    document = draft(copy)
    (pair,) = altered_shown_pairs(document)
    assert (document[pair.suspect], "headline-lead" in pair.signs) == ("2,580", True)


@pytest.mark.parametrize("copy", ["Two dogs found\n\nThe two cats slept.", "About 480 run\n\nAbout 480 men sat."])
def test_what_is_alike_by_chance_teaches_nothing(copy: str) -> None:
    assert altered_shown_pairs(draft(copy)) == ()
