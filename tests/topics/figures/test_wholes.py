from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.shares.wholes import altered_whole_pairs, whole_pairs


@pytest.mark.parametrize(
    ("copy", "places", "sign"),
    [
        ("It found 45% in favour, 30% against and 13% undecided.", ["13%", "45%", "30%"], "three-answers"),
        ("The firm is owned 60% by Moor, 25% by Hill and the remaining 25% by staff.", ["25%", "60%", "25%"], "split"),
        ("Support was split 60% to 50%.", ["50%", "60%"], "won"),
        ("Farms take 49% of the water, homes 29% and mills 40%.", ["40%", "49%", "29%"], "taken-of-the"),
        ("Moor won 48% of the vote. Hill took 34% and Lane 33%.", ["33%", "48%", "34%"], "run-of-votes"),
        ("It found 60% of women and 70% of men in favour.", ["70%", "60%"], "of-a-group"),
    ],
)
def test_shares_that_do_not_make_a_whole(copy: str, places: list[str], sign: str) -> None:
    document = Document.of(copy)
    found = {
        tuple(document[span] for span in (pair.suspect, pair.other, *pair.also)): pair for pair in whole_pairs(document)
    }
    assert found[tuple(places)].signs[sign] == 1


@pytest.mark.parametrize(
    "copy",
    [
        "It found 45% in favour, 30% against and 25% undecided.",
        "It found 44.6% in favour, 30.2% against and 25.3% undecided.",
        "Some 45% approve and 51% disapprove.",
        "Moor had 45% of the vote and Hill 38%.",
    ],
)
def test_shares_that_may_make_one(copy: str) -> None:
    assert whole_pairs(Document.of(copy)) == ()


def test_what_true_pairs_look_like() -> None:
    assert len(altered_whole_pairs(Document.of("It found 45% in favour, 30% against and 25% undecided."))) == 1
