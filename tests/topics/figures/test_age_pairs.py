"""What the two ages have in common, of which the one is whom somebody is meant by."""

from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.ages.age_pairs import described_age_pairs


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("Ann Moor, 34, and Ben Hill, 61, were fined. The 35-year-old left.", "one year apart"),
        ("Ann Moor, 34, was fined. “The 43-year-old left,” said Lane.", "one in a quotation, one not"),
        (
            "Ann Moor, 34, was fined.\n\nThe 43-year-old leaves the court. Photograph: Jo Ellis/Reuters",
            "one in a headline or a caption",
        ),
        ("Ann Moor, 34, was fined. Moor, who at 43 has a mill, left.", "called by the surname"),
        ("Ann Moor, 34, was fined. Hill, who at 43 has a mill, left.", "called by another surname"),
        ("Ann Moor, 34, was fined beside the 43-year-old.", "both in one sentence"),
        (
            "Ann Moor, 34, Ben Hill, 61, Jo Lane, 20, Al Ford, 52, and Di Reed, 75, were fined. The 43-year-old left.",
            "many people have ages",
        ),
    ],
)
def test_what_two_ages_have_in_common(copy: str, sign: str) -> None:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    pair = next(pair for pair in described_age_pairs(document) if document[pair.other] == "34")
    assert pair.signs[sign] == 1


def test_of_two_who_are_far_apart_no_such_thing_is_said() -> None:
    document = parse(
        Source("draft.txt", "News of the day\n\nAnn Moor, 34, was fined. It rained. The 52-year-old left.")
    )
    (pair,) = described_age_pairs(document)
    apart = "one year apart", "one in a quotation, one not", "one in a headline or a caption", "both in one sentence"
    assert not {*apart, "many people have ages", "called by another surname"} & pair.signs.keys()


@pytest.mark.parametrize(("people", "pairs"), [(24, True), (25, False)])
def test_in_a_list_of_ages_anybody_may_be_meant(people: int, pairs: bool) -> None:
    names = ", ".join(
        f"Ann M{letter}rley, {20 + number}" for number, letter in enumerate("abcdefghijklmnopqrstuvwxy"[:people])
    )
    document = parse(Source("draft.txt", f"News of the day\n\n{names}, were fined. The 65-year-old left."))
    assert bool(described_age_pairs(document)) is pairs
