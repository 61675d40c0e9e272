from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.products import altered_rate_pairs, product_of, rate_pairs


def told(copy: str) -> set[tuple[str, str, str]]:
    """What each is, how many there are and what they make, where that isn't so."""
    document = Document.of(copy)
    found = (product_of(document, pair) for pair in rate_pairs(document))
    return {(document[each.one.span], document[each.many.span], document[each.total.span]) for each in found}


@pytest.mark.parametrize(
    ("copy", "triple"),
    [
        ("The three nights cost $85 a night, $265 in all.", ("$85", "three nights", "$265")),
        ("They bought six tickets at £12 each, a total of £76.", ("£12", "six", "£76")),
        ("Five winners shared £2.4m. Each will receive £400,000.", ("£400,000", "Five", "£2.4m")),
    ],
)
def test_totals_that_are_no_product(copy: str, triple: tuple[str, str, str]) -> None:
    assert triple in told(copy)


@pytest.mark.parametrize(
    "copy",
    [
        "The three nights cost $85 a night, $255 in all.",
        "Five winners shared £2.4m. Each will receive £480,000.",
        "The seven sites cost £1.9m each, £13.3m in all.",
        "The three nights cost about $85 a night, nearly $270 in all.",
        "The three nights cost $265.",
    ],
)
def test_products_that_fit(copy: str) -> None:
    assert told(copy) == set()


def test_what_true_pairs_look_like() -> None:
    (pair,) = altered_rate_pairs(Document.of("The three nights cost $85 a night, $255 in all."))
    assert pair.signs["of-the-noun"] == 1
