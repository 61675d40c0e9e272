"""Two numbers of children: what says of them that they are, or are not, one person's."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.names.kinship import relation_pairs


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("Ann Moor sang with her three daughters. She had two daughters in May.", "one is his or hers"),
        ("Ann Moor has the two daughters. She had three daughters in May.", "one of them is an article’s"),
    ],
)
def test_a_pair_of_numbers_has_the_sign(copy: str, sign: str) -> None:
    (pair,) = relation_pairs(Document.of(copy))
    assert pair.signs[sign] == 1.0


def test_two_verbs_have_neither() -> None:
    (pair,) = relation_pairs(Document.of("Ann Moor had three daughters.", "She is survived by two daughters."))
    assert pair.signs == {"in two paragraphs": 1.0}
