"""Rows against the draft: verbatim but for marks and white space, in the block named, both of them."""

from __future__ import annotations

from typing import Any

import pytest

from newslint.config.settings import Config
from newslint.document import Document, Role
from newslint.finding import Severity
from newslint.plugins.registry import Registry
from newslint.readers.checking import checked
from newslint.readers.places import plain
from newslint.readers.protocol import Answer, Claim
from newslint.readers.told import told, with_told

DRAFT = Document.of(
    (Role.HEADLINE, "Hall closes after 40 years"),
    (Role.FURNITURE, "Read more"),
    "Ann Hale said: “It’s  been a\njoy.” The hall cost £4.5m, and 4 of 1,500 stayed.",
    "The hall opened 30 years ago, said Ann Hale. Ann Hale left.",
)


def one(block: int, words: str, other_block: int, other: str, kind: str = "figures", why: str = "They differ.") -> Any:
    """What comes of one row: the two texts in the draft, or the reason for which it's dropped."""
    found = checked([Answer((Claim(block, words, other_block, other, kind, why),))], DRAFT, "desk")
    if found.dropped:
        return found.dropped[0].reason
    (row,) = found.kept
    return DRAFT[row.span], DRAFT[row.other]


def test_blocks_are_counted_without_furniture() -> None:
    assert one(1, "40 years", 3, "30 years") == ("40 years", "30 years")
    assert one(1, "40 years", 2, "30 years") == "words that aren't in the block"


def test_marks_and_white_space_may_differ_and_nothing_else() -> None:
    there = "“It’s  been a\njoy.”"
    assert one(2, '"It\'s been a joy."', 3, "left") == (there, "left")
    assert one(2, "  «It‘s   been a joy.“ ", 3, "left") == (there, "left")
    assert one(2, "it's been a joy", 3, "left") == "words that aren't in the block"
    assert one(2, "Its been a joy", 3, "left") == "words that aren't in the block"


@pytest.mark.parametrize("part", ["500", "1", "4.5", "hal", "ost £4", "£4", "“”", "", " "])
def test_words_and_numbers_stand_whole(part: str) -> None:
    assert one(2, part, 3, "30 years") == "words that aren't in the block"


def test_a_number_is_found_where_it_stands_alone() -> None:
    found = checked([Answer((Claim(2, "4", 3, "30", "figures", "They differ."),))], DRAFT, "desk")
    assert DRAFT.text[found.kept[0].span.start - 4 :].startswith("and 4 of")


@pytest.mark.parametrize(("block", "other"), [(0, 1), (1, 4), (-1, 1), (1, 10**30)])
def test_a_block_that_is_not_there(block: int, other: int) -> None:
    assert one(block, "40", other, "40") == "in no block of the draft"


def test_two_places_are_two() -> None:
    assert one(1, "40 years", 1, "40") == "both places are one"
    assert one(1, "40 years", 1, "40 years") == "both places are one"
    assert one(3, "Ann Hale", 3, "Ann Hale left") == ("Ann Hale", "Ann Hale left")


def test_what_is_told_twice_is_told_once() -> None:
    claim = Claim(1, "40 years", 3, "30 years", "figures", "They differ.")
    turned = Claim(3, "30 years", 1, "40 years", "figures", "So they do.")
    found = checked([Answer((claim,)), Answer((claim, turned), ("no row",))], DRAFT, "desk")
    assert len(found.kept) == 1
    assert [row.reason for row in found.dropped] == ["no row", "told twice", "told twice"]


def test_work_on_a_block_grows_with_its_length() -> None:
    letters = plain("a" * 50_000 + " b")
    assert list(letters.places("a a")) == []
    assert len(list(plain("ab " * 50_000).places("ab ab"))) == 25_000


def test_a_desk_may_raise_what_a_reader_tells_and_nothing_else_does(built_in: Registry) -> None:
    rows = checked(
        [Answer((Claim(1, "40 years", 3, "30 years", "figures", "{Not} 40."),), (), "quill 2")], DRAFT, "desk"
    ).kept
    draft = with_told(DRAFT, rows)
    assert told(DRAFT) == ()
    for severity in (None, Severity.WARNING, Severity.ERROR):
        tuned = {"reader/figures": tuning(severity)} if severity else {}
        config = Config(select=("reader",), rules_tuned=tuned, min_confidence=0.9)
        (finding,) = [found for rule in config.rules(built_in) for found in rule(draft)]
        assert finding.severity is (severity or Severity.SUGGESTION)
    assert finding.rule == "reader/figures"
    assert finding.message == "a second reader: {Not} 40."
    assert finding.fix is None
    assert [(other.text, other.message) for other in finding.related] == [("30 years", "clashes with this")]
    assert [(sign.name, sign.weight, sign.words) for sign in finding.evidence] == [
        ("reader", 0.0, "desk (quill 2): {Not} 40.")
    ]
    again = checked([Answer((Claim(1, "40 years", 2, "£4.5m", "figures", "Another reason."),))], DRAFT, "desk").kept
    (other,) = [found for rule in config.rules(built_in) for found in rule(with_told(DRAFT, again))]
    assert other.fingerprint == finding.fingerprint


def tuning(severity: Severity) -> Any:
    from newslint.config.settings import Tuning

    return Tuning(severity=severity)
