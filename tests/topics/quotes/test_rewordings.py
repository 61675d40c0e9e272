from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.rewordings import aligned, told_rewordings

SAID = "“We were patching sails while they were buying flags,” Ann Hill said in May."


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("She repeated the words on Monday: “We were patching nets while they were buying drums.”", True),
        ("She repeated the words on Monday: “We were patching sails while they were buying flags.”", False),
        ("She repeated the words on Monday: “We were patching sails.”", False),
        ("“We had no sails, and the wind was cold in the town,” she said.", False),
    ],
)
def test_one_remark_in_two_wordings(again: str, told: bool, built_in: Registry) -> None:
    draft = document(f"Harbour board resigns\n\nNobody came.\n\n{SAID}\n\nThe board has resigned.\n\n{again}", built_in)
    assert bool(told_rewordings(draft)) is told


def test_an_interview_has_answers_without_marks(built_in: Registry) -> None:
    turns = "".join(f"\n\nQ: And in 20{year}?\n\nA: It rained." for year in range(10, 15))
    pulled = "“A mill that gets 50 sacks a week will live.”"
    draft = document(
        f"The mill\n\nA: A mill that gets 15 sacks a week will live.{turns}\n\n{pulled} — Ann Hill", built_in
    )
    assert told_rewordings(draft)


def test_words_in_one_order() -> None:
    assert aligned("a b c d".split(), "b x d a".split()) == [(1, 0), (3, 2)]
    assert aligned([], ["a"]) == []


def test_where_too_much_is_alike_the_rest_of_the_draft_is_not_compared(
    built_in: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = "She repeated the words on Monday: “We were patching nets while they were buying drums.”"
    mills = "“The mills are holding on to the people they have, but they are not opening"
    late = (
        f"{mills} the door to new ones,” said Ben Moor.\n\nIt is May.\n\n{mills} doors for anybody new,” said Ben Moor."
    )
    copy = (
        f"Harbour board resigns\n\nNobody came.\n\n{SAID}\n\nThe board has resigned.\n\n{again}\n\nIt rained.\n\n{late}"
    )
    assert len(told_rewordings(document(copy, built_in))) == 2
    monkeypatch.setattr("newslint.topics.quotes.rewordings._PAIRS", 0)
    assert len(told_rewordings(document(copy, built_in))) == 1
