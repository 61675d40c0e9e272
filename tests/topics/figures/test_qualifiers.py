from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.amounts import amounts
from newslint.topics.figures.qualifiers import framed_apart


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("The mill has 48 looms. It has room for 62 looms.", "ways-apart"),
        ("Police counted 4,000 marchers. Organisers claimed that 9,000 marchers came.", "partisan-apart"),
        ("It got £5m to build a bridge. It got £6m to mend a bridge.", "two-purposes"),
        ("In Ayle 48 shops shut. In Borth 62 shops shut.", "placed-apart"),
        ("It has 48 shops. It had 62 shops, up from 48 in May.", "holds-the-other"),
    ],
)
def test_what_sets_two_amounts_apart(copy: str, sign: str) -> None:
    document = Document.of(copy)
    one, other, *_ = amounts(document)
    assert framed_apart(document, one, other)[sign]


def test_what_does_not() -> None:
    document = Document.of("The flood hit 48 shops in Ayle. The flood hit 62 shops in Ayle.")
    assert not any(framed_apart(document, *amounts(document)).values())
