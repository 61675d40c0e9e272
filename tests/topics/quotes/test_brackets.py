from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.brackets import lone_brackets


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The pier (shut since May) is open [again].", ""),
        ("The pier (shut since May is open.", "("),
        ("The pier shut since May) is open.", ")"),
        ("The pier [shut since May) is open.", "["),
        ("We want a) money, b) time and iv) 3) a say :-) he wrote ;)", ""),
        ("Sad :( and sadder )-:", ""),
        ("(First paragraph.\n\nSecond paragraph.)", ""),
        ("One ) and (\n\ntwo ) here", ")"),
    ],
)
def test_brackets_without_partner(copy: str, expected: str, built_in: Registry) -> None:
    found = lone_brackets(document(f"Head\n\n{copy}", built_in))
    assert "".join(lone.character for lone in found) == expected
