from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.markdown.parser import parse
from newslint.source import Source
from newslint.topics.figures.lists.lists import altered_list_pairs, length, list_pairs


def lengths(document: Document) -> dict[str, set[int]]:
    """What is said to be so many, with the lengths of the lists that don't have them."""
    found: dict[str, set[int]] = {}
    for pair in list_pairs(document):
        found.setdefault(document[pair.suspect], set()).add(length(document, pair))
    return found


@pytest.mark.parametrize(
    ("copy", "count", "listed"),
    [
        ("Three men were held: Alan Moor, Ben Hill, Carl Lane and Dan Ford.", "Three", 4),
        ("Three towns – Ayle, Borth, Cray and Dunn – agreed.", "Three", 4),
        ("The trio, Alan Moor and Ben Hill, were freed.", "trio", 2),
        ("The duo of Alan Moor, Ben Hill and Carl Lane won.", "duo", 3),
        ("It was played by both Ayle, Borth and Cray.", "both", 3),
        ("Neither Moor, Hill nor Lane signed.", "Neither", 3),
        ("Seven people were hurt: two women, two men and a child.", "Seven", 5),
        ("Three stood: Alan Moor, of Ayle; Ben Hill, of Borth.", "Three", 2),
    ],
)
def test_lists_of_another_length(copy: str, count: str, listed: int) -> None:
    assert listed in lengths(Document.of(copy))[count]


@pytest.mark.parametrize(
    "copy",
    [
        "Two men were held: Alan Moor and Ben Hill.",
        "Two men were held: Alan Moor, Moor’s brother, and Ben Hill.",
        "Four boats, red, green and blue, came in.",
        "A couple of friends, Ann Moor, Ben Hill and Eve Lane, came.",
    ],
)
def test_lists_that_fit(copy: str) -> None:
    assert lengths(Document.of(copy)) == {}


def test_items_below_and_numbered_headings() -> None:
    items = parse(Source("a.md", "# News\n\nFive changes are due:\n\n- Bins\n- Lamps\n- Buses\n- Trees\n"))
    headed = parse(Source("a.md", "# Four tips\n\n## 1. Walk\n\nA.\n\n## 2. Run\n\nB.\n\n## 3. Rest\n\nC.\n"))
    assert lengths(items) == {"Five": {4}}
    assert lengths(headed) == {"Four": {3}}


def test_items_that_begin_late_are_no_whole_list() -> None:
    assert lengths(parse(Source("a.md", "# News\n\nFour tips:\n\n2. Run\n3. Rest\n"))) == {}


def test_what_true_pairs_look_like() -> None:
    (pair, *_) = altered_list_pairs(Document.of("Three men were held: Alan Moor, Ben Hill and Carl Lane."))
    assert pair.signs["by-one"] == 1
