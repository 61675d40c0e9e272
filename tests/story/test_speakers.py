from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.story.speakers import speakers
from newslint.testing import document
from newslint.text.quotations import quotes


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“We are ready,” said Ann Hill.", ["Ann Hill"]),
        ("“We are ready,” Dr. Ann Hill told the court.", ["Dr. Ann Hill"]),
        ("“We are ready,” Ann Hill, the mayor, said.", ["Ann Hill"]),
        ("“We are ready,” the mayor said.", ["the mayor"]),
        ("“We are ready,” Will Hill said. “We are,” said May Lane.", ["Will Hill", "May Lane"]),
        ("“We are ready,” he added. “We are.”", ["he", "he"]),
        ("Ann Hill told reporters: “We are ready.”", ["Ann Hill"]),
        ("According to Ann Hill, “we are ready”.", ["Ann Hill"]),
        ("It was “ready”, according to Ann van der Hill.", ["Ann van der Hill"]),
        ("“We are ready,” the mayor of Ashby, Ann Hill, said.", ["Ann Hill"]),
        ("“We are ready.” – Ann Hill", ["Ann Hill"]),
        ("As Ann Hill put it: “We are ready.”", ["Ann Hill"]),
        ("In the words of Ann Hill, “we are ready”.", ["Ann Hill"]),
        ("It was Ann Hill’s remark that they were “ready”.", ["Ann Hill"]),
        ("It was the Ashby coach’s remark that they were “ready”.", ["the Ashby coach"]),
        ("It was she who had said that they were “ready”.", ["she"]),
        ("The plan is “dead” by now.", [None]),
        ("It is “ready” – Ashby and Leeds will open.", [None]),
    ],
)
def test_who_says_it(copy: str, expected: list[str | None], built_in: Registry) -> None:
    read = document(f"Head\n\n{copy}", built_in)
    known = speakers(read)
    found = [known.get(quote.span.start) for quote in quotes(read)]
    assert [span and read[span] for span in found] == expected
