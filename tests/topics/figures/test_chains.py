from __future__ import annotations

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.sums.additions import altered_sum_pairs, sum_pairs

TOLD = "News of the day\n\nThe clerk took £{total} from the mill.\n\nOf the money £43,000 went on cars. A further £25,000 went on horses. The remaining £15,000 is in a bank.\n\nHe wept."
LISTED = "News of the day\n\nThe plan costs $90 million.\n\nIt pays for:\n\n- $40 million for roads\n- $25 million for parks\n- $15 million for pools\n\nIt is old."


def totals(document: Document, sign: str) -> set[str]:
    """The totals that a chain of parts nearly makes."""
    return {document[pair.suspect] for pair in sum_pairs(document) if sign in pair.signs}


def draft(copy: str) -> Document:
    return parse(Source("draft.txt", copy))


def test_what_is_left_closes_a_chain_whose_total_stands_elsewhere() -> None:
    assert totals(draft(TOLD.format(total="87,000")), "chain-rest") == {"£87,000"}


def test_a_chain_that_makes_its_total_is_no_pair() -> None:
    assert totals(draft(TOLD.format(total="83,000")), "chain-rest") == set()


def test_a_chain_that_makes_its_total_teaches_what_a_slip_looks_like() -> None:
    pairs = altered_sum_pairs(draft(TOLD.format(total="83,000")))
    assert any("chain-rest" in pair.signs for pair in pairs)


def test_the_items_of_a_list_are_a_chain() -> None:
    assert totals(draft(LISTED), "chain-items") == {"$90 million"}
