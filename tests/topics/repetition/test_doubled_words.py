from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.repetition.doubled_words import doublings


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("It was a the day of an a fair.", ["the", "a"]),
        ("They fell into the its pit.", ["its"]),
        ("The roof of the of barn fell in for the for good.", ["of", "for"]),
        ("It fell, and, and nobody saw it.", ["and"]),
        ("He had to. to go.", ["to"]),
        ("They shut the long road to the\nthe sea was shut all of Monday, and for most of Tuesday, said the town council.", ["the"]),
        ("He came in, in the end. By the by, it was what he asked for, for once.", []),
        ("A Q&A with a reader. She got an A in it. The sources on the record.", []),
        ("“The, the thing is gone,” he said.", []),
    ],
)  # fmt: skip
def test_small_words_said_twice(copy: str, found: list[str], built_in: Registry) -> None:
    draft = document(f"A headline of the day\n\nA first paragraph that stands above it all.\n\n{copy}", built_in)
    assert [draft[doubling.span] for doubling in doublings(draft)] == found


def test_a_word_is_missing_only_between_an_article_and_what_is_none(built_in: Registry) -> None:
    found = doublings(document("The pier of the of town. He lived in a the house. As the was told, it fell.", built_in))
    assert [(doubling.shown, doubling.fault.partition(": ")[2]) for doubling in found] == [
        ("of the of", ""),
        ("a the", "one is too many"),
        ("the was", "a word is missing, or one is too many"),
    ]
