"""How the sentences of findings put numbers, and what they cite."""

from __future__ import annotations

import pytest

from newslint.text.wording import inside, times


@pytest.mark.parametrize(("count", "said"), [(1, "once"), (2, "twice"), (3, "3 times"), (40, "40 times")])
def test_times(count: int, said: str) -> None:
    assert times(count) == said


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("Twelve", "twelve"),
        ("Forty-two people", "forty-two people"),
        ("Half", "half"),
        ("14", "14"),
        ("FOUR", "FOUR"),
        ("K28.4 million", "K28.4 million"),
        ("", ""),
    ],
)
def test_what_begins_a_sentence_is_cited_as_inside_one(cited: str, said: str) -> None:
    assert inside(cited) == said
