from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.same import Pair
from newslint.topics.figures.sums.additions import altered_sum_pairs, sum_pairs


def sums(copy: str) -> dict[str, list[str]]:
    """Each total of `copy` with the parts that it's held against."""
    document = Document.of(copy)
    return {
        document[pair.suspect]: [document[span] for span in (pair.other, *pair.also)] for pair in sum_pairs(document)
    }


def only(copy: str) -> Pair:
    """The pair with the most parts."""
    return max(sum_pairs(Document.of(copy)), key=lambda pair: len(pair.also))


def test_parts_may_stand_over_several_sentences() -> None:
    copy = "Turnout was 4,310. In Ayle 2,104 people voted. In Borth it was 1,307. Another 989 voted by post."
    assert sums(copy)["4,310"] == ["2,104", "1,307", "989"]


def test_parts_that_make_their_total_are_no_pair() -> None:
    assert sums("It has 60 boats: 48 in Ayle and 12 in Borth.") == {}


def test_hedged_parts_may_be_rounded() -> None:
    assert sums("It has about 12,000 homes: 7,600 in Ayle and 4,700 in Borth.") == {}


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("It has 60 boats: 48 in Ayle and 10 in Borth.", "opener-colon"),
        ("It has 60 boats – 48 in Ayle and 10 in Borth – and a mill.", "opener-dash"),
        ("It has 60 boats (48 in Ayle and 10 in Borth).", "opener-bracket"),
        ("Of the 60 boats, 48 were found and the remaining 10 were lost.", "rest-last"),
        ("Of the 60 boats, 48 were found and 10 were lost.", "of-total"),
        ("The 48 boats in Ayle and 10 in Borth bring the total to 60.", "cue-total"),
        ("It has 60 boats: 48 in Ayle, a few in Cray and 10 in Borth.", "unnumbered"),
        ("It has 60 boats, including 48 in Ayle and 10 in Borth.", "including"),
    ],
)
def test_what_is_said_of_the_parts(copy: str, sign: str) -> None:
    assert only(copy).signs[sign] == 1


def test_what_true_pairs_look_like() -> None:
    document = Document.of("A total of 130 boats came: 88 from Ayle and 42 from Borth.")
    (pair, *_) = altered_sum_pairs(document)
    assert document[pair.suspect] == "130"
    assert pair.signs["cue-total"] == 1


def test_what_is_added_to_an_amount_told_before_needn_t_make_the_total() -> None:
    shares = "the county's share of £1,630 and £285.60 for the police, a household will pay £2,159 in all."
    assert "£2,159" not in sums(f"Added to {shares}")
    assert sums(f"It is {shares}")["£2,159"] == ["£1,630", "£285.60"]
