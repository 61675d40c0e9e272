"""What a sentence says that the ones before it make: all that they tell, however much that is."""

from newslint.document import Document
from newslint.topics.figures.sums.closed_lists import closed_lists

COSTS = "$10 for ink, $20 for jam, $30 for rope, $40 for oil, $50 for tea, $60 for nails, $70 for wood, $80 for tin"


def _made(copy: str) -> list[tuple[str, int, bool]]:
    document = Document.of(copy)
    return [
        (document[each.total.span], len(each.parts), each.holds)
        for each in closed_lists(document)
        if each.opener == "made"
    ]


def test_no_part_of_a_long_list_is_left_out() -> None:
    assert _made(f"It paid {COSTS}. That comes to $380.") == [("$380", 8, False)]
    assert _made(f"It paid {COSTS}, $90 for wax and $100 for salt. That comes to $550.") == []


def test_a_sentence_that_counts_nothing_may_stand_between() -> None:
    assert _made("The course is $120 and the test $45. It is a lot. That comes to $175.") == [("$175", 2, False)]
    copy = "Ayle has 312 pupils. It rained. Borth has 187. Nobody minded. Together that is 509."
    assert _made(copy) == [("509", 2, False)]
