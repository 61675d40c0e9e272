from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.quotations import in_speech


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“The word is out,” she said.", True),
        ("He told the crowd: “The word is out.”", True),
        ("“The word is out,” she wrote in a letter.", False),
        ("“The word is out,” the ministry said in a statement.", False),
        ("The sign says “The word is out”.", False),
        ("They call it “the word”, and nobody knows why.", False),
        ("The word is out, she said.", False),
    ],
)
def test_what_was_said_aloud(copy: str, expected: bool, built_in: Registry) -> None:
    draft = document(f"A headline of the day\n\n{copy}", built_in)
    assert in_speech(draft, draft.text.index("word")) is expected
