from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.described_ages import described


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("The 43-year-old was let go.", [(43, "the", "")]),
        ("A 43-year-old plumber was let go.", [(43, "a", "")]),
        ("I’m 63, and I don’t know.", [(63, "I", "")]),
        ("Boyle, who at 54 says he is done, left.", [(54, "who", "Boyle")]),
        ("The 43-year-old Ann Moor was let go.", []),  # the name follows
        ("The 43-year-old ferry sank.", []),
        ("Another 43-year-old was let go.", []),
        ("I’m 63 miles away.", []),
    ],
)
def test_who_is_meant_by_an_age(copy: str, told: list[tuple[int, str, str]]) -> None:
    assert [(one.value, one.way, one.surname) for one in described(Document.of(copy))] == told
