"""Birthdays by their number: when they are, and whose, by the words alone."""

import pytest

from newslint.document import Document
from newslint.story.birthdays import birthdays


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("Ann Moor turns 43 on Saturday. She turned 42 last May.", [(43, "next"), (42, "last")]),
        ("Ann Moor, who was 58 last birthday, is to sing.", [(58, "last")]),
        ("Ann Moor, 20 last March, sang. It is open to all, 20 last March, and 30 now.", [(20, "last")]),
        ("Ann Moor was paid 20 last March, and the fee was 30 last week.", []),
        ("Ann Moor marked her fiftieth birthday in May 2011, and Hill his 61st birthday.", [(50, ""), (61, "")]),
        ("Ann Moor will celebrate her 90th birthday in May.", [(90, "next")]),
        (
            "It would have been his 58th birthday, in January. Moor celebrated her 70th birthday on Friday.",
            [(58, "next"), (70, "last")],
        ),
        ("The firm marked its 50th birthday, and the 60th birthday of the tram. “I marked my 50th birthday.”", []),
    ],
)
def test_birthdays_are_read_by_their_number(copy: str, told: list[tuple[int, str]]) -> None:
    assert [(birthday.age, birthday.way) for birthday in birthdays(Document.of(copy))] == told
