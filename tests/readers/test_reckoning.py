"""What newslint reckons of a reason, and drops where it's wrong; what it can't reckon, it leaves."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.readers.protocol import Claim
from newslint.readers.reckoning import misreckoned

DRAFT = Document.of(
    "The vote was on 15 May 2024. It was close on 3 June 2024, and on 3 June 2023.", "Anna, Bob and Cara sang."
)


def said(why: str, words: str = "one", other: str = "two", kind: str = "figures") -> str:
    return misreckoned(Claim(1, words, 2, other, kind, why), DRAFT)


@pytest.mark.parametrize(
    "why",
    [
        "24 + 17 + 3 = 44, not 46.",
        "24 votes, 17 and 3 abstentions make 44, not 46.",
        "24 and 17 do not make 46.",
        "24 + 17 isn’t 46.",
        "Two plus three is five.",
        "300 minus 12 is 288, and 6 × 7 = 42.",
        "£4.5m plus £2.3m is £6.9m.",
        "12% of 300 is 36.",
        "12% of 300 isn't 38.",
        "12% of 300. Then 46 left.",
        "12% of 300 46.",
        "From 40 to 50 is a rise of 25%.",
        "From 41 to 50 is a rise of 22%.",
        "From 50 to 40 was a fall of 20%.",
        "About 24 and 17 make 44.",
        "12 in the headline and 14 in the story are both given.",
        "He is 34 and she is 36.",
        "The total is 46, but 24 and 17 are given.",
        "24 / 0 = 3.",
        "15 May 2024 was a Wednesday, not a Tuesday.",
        "Tuesday 15 May 2024 was a Wednesday.",
        "15 May was a Wednesday.",
        "3 June was a Wednesday.",
        "12 April was a Wednesday.",
        "The vote was on a Tuesday.",
    ],
)
def test_what_is_right_or_cannot_be_reckoned_stays(why: str) -> None:
    assert said(why) == ""


@pytest.mark.parametrize(
    "why",
    [
        "24 + 17 + 3 = 46.",
        "24 votes, 17 and 3 abstentions make 45.",
        "24 and 17 do not make 41.",
        "24 + 17 isn’t 41.",
        "Two plus three is six.",
        "The parts, 24, 17 and 3, add up to 46.",
        "300 minus 12 is 287.",
        "6 × 7 = 41.",
        "84 divided by 2 is 41.",
        "£4.5m plus £2.3m is £7.9m.",
        "12% of 300 is 46.",
        "12% of 300 isn’t 36.",
        "From 40 to 50 is a rise of 20%.",
        "The shares differ, and 24 + 17 = 42.",
    ],
)
def test_wrong_arithmetic_is_dropped(why: str) -> None:
    assert said(why) == "wrong arithmetic"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("15 May 2024 was a Tuesday.", "one"),
        ("15 May 2024 was not a Wednesday.", "one"),
        ("15 May was a Tuesday.", "one"),
        ("It wasn’t a Wednesday.", "Wednesday 15 May 2024"),
    ],
)
def test_a_wrong_weekday_is_dropped(why: str, words: str) -> None:
    assert said(why, words, kind="dates") == "wrong weekday"


def test_a_weekday_of_two_dates_is_left() -> None:
    assert said("It wasn’t a Wednesday.", "Wednesday 15 May 2024", "Wednesday 22 May 2024") == ""


@pytest.mark.parametrize(
    ("why", "words", "other", "kind", "reason"),
    [
        ("Only three are named.", "four people", "Anna, Bob and Cara", "figures", ""),
        ("It names only three.", "Anna, Bob and Cara", "four people", "figures", ""),
        ("Only two are named.", "four people", "Anna, Bob and Cara", "figures", "wrong count"),
        ("It lists 5.", "Anna, Bob and Cara", "four people", "figures", "wrong count"),
        ("The list is too short.", "three people", "Anna, Bob and Cara", "figures", "wrong count"),
        ("Cara is a dog.", "three people", "Anna, Bob and Cara", "names", ""),
        ("It differs.", "three", "2, 4 and 6", "figures", ""),
        ("It differs.", "two people", "Anna and Bob", "figures", ""),
        ("It differs.", "three people", "men and women and children", "figures", ""),
    ],
)
def test_lists_are_counted(why: str, words: str, other: str, kind: str, reason: str) -> None:
    assert said(why, words, other, kind) == reason
