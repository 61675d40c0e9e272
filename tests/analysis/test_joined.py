from __future__ import annotations

import pytest

from newslint.analysis.joined import joined_words
from newslint.plugins import Registry
from newslint.testing import document


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Talk about the fire, not aboutthe cost.", [("about", "the", True)]),
        ("Nowak left, and those withNowak stayed.", [("with", "Nowak", False)]),
        ("Social Services called SocialServices.", [("Social", "Services", True)]),
        ("The iPhone rang twice, and both phones broke.", []),
        ("The cofounder livestreams a podcast for the startup.", []),
        ("Write to aboutthe@fire.example about the fire.", []),
        ("Borders are closed; a borderless town is less sad.", []),
    ],
)
def test_joined_words(copy: str, expected: list[tuple[str, str, bool]], built_in: Registry) -> None:
    found = joined_words(document(f"A headline of the day\n\n{copy}", built_in))
    assert [(pair.first, pair.second, pair.apart is not None) for pair in found] == expected
