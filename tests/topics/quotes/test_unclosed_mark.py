from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.checks.unclosed_mark import UnclosedMark


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“We had thought that the ice had gone, Hill said. “Then it came back,” she added.", ["gone,"]),
        ('"We had thought that the ice had gone, said the clerk. It is May.', ["gone,"]),
        ('The clerk is sure. "We had thought that the ice had gone. Not once.', ["once."]),
        ("“We had thought that the ice had gone. “Then it came back,” she added.", []),
    ],
)
def test_where_a_lost_mark_should_stand(copy: str, expected: list[str], built_in: Registry) -> None:
    draft = document(f"{copy}\n\nNobody came.", built_in)
    found = [draft[note.span] for hit in UnclosedMark()(draft) for note in hit.related]
    assert found == expected
