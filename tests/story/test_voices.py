from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.story.voices import voices
from newslint.testing import document
from newslint.text.quotations import quotes


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“No,” said Mary Hill.\n\n“Yes,” Hill said.", ["hill", "hill"]),
        ("“No,” said Hill.", [None]),
        ("Anna Hill met John Stone. “No,” she said. “Yes,” he said.", ["hill", "stone"]),
        ("Anna Hill met Sarah Stone. “No,” she said.", [None]),
        ("Mary Hill was glad.\n\n“No,” she said.", ["hill"]),
        ("Mary Hill was glad.\n\nIt rained.\n\nNobody came.\n\n“No,” she said.", [None]),
        ("Mr Hill spoke, and so did Ms Stone. “No,” she said.", ["stone"]),
        ("Ashby coach Mary Hill was glad. It was the Ashby coach’s remark that it was “over”.", ["hill"]),
        (
            "Ashby coach Mary Hill met Leeds coach John Stone. It was the Leeds coach’s remark that it was “over”.",
            ["stone"],
        ),
        ("Ashby coach Mary Hill met Leeds coach John Stone. “No,” said the coach.", [None]),
        # Of whom the story mostly tells.
        (
            "Mary Hill rowed. Hill won. Hill ate. Hill slept. Hill sang. Hill left.\n\nIt rained.\n\nNobody came.\n\nThe hall was cold.\n\n“No,” she said.",
            ["hill"],
        ),
    ],
)
def test_whose_voice_it_is(copy: str, expected: list[str | None], built_in: Registry) -> None:
    read = document(f"Head\n\n{copy}", built_in)
    known = voices(read)
    found = [known.get(quote.span.start) for quote in quotes(read)]
    assert [voice and voice.surname for voice in found] == expected
