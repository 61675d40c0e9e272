from __future__ import annotations

import pytest

from newslint.topics.figures.lists.items import items, last_of_entries


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("Alan Moor, Ben Hill and Carl Lane.", 3, 3),
        ("Alan Moor, 34, Ben Hill, 45, and Carl Lane, 21.", 3, 3),
        ("two women, two men and a child", 5, 5),
        ("Alan Moor, Moor’s brother, and Ben Hill", 2, 2),
        ("Lane Corp, Moor and Hill", 2, 3),
        ("Alan Moor, Ben Hill and Carl Lane, from Ayle and Borth", 3, 3),
        ("Jo Lane, Ben Hill and the solicitor general, Ann Moor", 3, 3),
        ("Ayle; Borth on the Lee; Cray and Dell", 3, 4),
    ],
)
def test_how_many_items_a_list_has(line: str, least: int, most: int) -> None:
    listed = items(line, 0, len(line))
    assert listed is not None
    assert (listed.least, listed.most) == (least, most)


@pytest.mark.parametrize(
    "line", ["Alan Moor", "the mayor said so, too", "were charged: Ann Moor, Ben Hill and Eve Lane"]
)
def test_what_is_no_list(line: str) -> None:
    assert items(line, 0, len(line)) is None


def test_names_behind_a_colon_need_no_and() -> None:
    assert items("Ann Moor, Ben Hill, Eve Lane", 0, 28, may_be_open=True) is not None


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("Alan Moor, of Ayle; Ben Hill, of Borth", "Alan Moor, of Ayle; Ben Hill, of Borth"),
        ("Alan Moor, of Ayle; and Ben Hill, of Borth; Jo Moor was late", "Alan Moor, of Ayle; and Ben Hill, of Borth"),
        ("Alan Moor, of Ayle; a sister, Di; and two geese", "Alan Moor, of Ayle"),
    ],
)
def test_where_names_end_in_a_sentence_of_semicolons(line: str, entries: str) -> None:
    assert line[: last_of_entries(line, 0, len(line))] == entries
