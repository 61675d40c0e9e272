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


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        # the marks of the draft's other quotations, where these two have others
        ("“It is,” he said. 'We tried.”", [(18, "“")]),
        ("\"It is,\" he said. 'We tried.''", [(18, '"'), (28, '"')]),
        ("'We tried.''", []),
        # a mark set as if it were the other one
        ("She had enough of the “dear old “mill “on the hill.", [(31, "” ")]),
        ('She had enough of the "dear old "mill on the hill.', [(31, '" ')]),
        ("He left.”We tried,” she said.", [(8, " “")]),
        ("He says,” we tried.”", [(8, " “")]),
        # two quotations
        ("She had enough of the “dear old mill\n\nThe “wheel turned.", []),
        ("She had enough of the “dear old mill and a ‘wheel.", []),
        ("He said so.” She sat down.”", []),
        ("He said so.” The “wheel turned.", []),
        ('The clerk is sure. "We tried it, he said. "Nobody came, she added. It is May.', []),
    ],
)
def test_two_marks_that_are_each_others(copy: str, expected: list[tuple[int, str]], built_in: Registry) -> None:
    draft = document(f"{copy}\n\nNobody came.", built_in)
    changes = [change for hit in UnclosedMark()(draft) for change in hit.changes]
    assert [(change.span.start, change.replacement) for change in changes] == expected
