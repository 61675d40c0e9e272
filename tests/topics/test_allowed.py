"""What a desk's `allowed` names is left alone, and only that."""

from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.draft.checks.placeholder import Placeholder
from newslint.topics.draft.checks.run_together import RunTogether
from newslint.topics.draft.checks.split_word import SplitWord
from newslint.topics.repetition.checks.repeated_word import RepeatedWord
from newslint.topics.spelling.checks.term_capitals import TermCapitals


@pytest.mark.parametrize(
    ("made", "copy", "allowed"),
    [
        (Placeholder, "The firm TK of Ashby lost $XX million.", "TK"),
        (RunTogether, "The dog was tied tothe gate, and fed bythe clerk.", "tothe"),
        (SplitWord, "The money was appr opriated, and the sum ann ounced.", "appr opriated"),
        (RepeatedWord, "The ferry ferry left. He will will speak.", "ferry"),
        (RepeatedWord, "She lived in a an old house. It lay by the its lake.", "an"),
    ],
)
def test_allowed_words_are_left_alone(
    made: type[Placeholder | RunTogether | SplitWord | RepeatedWord], copy: str, allowed: str, built_in: Registry
) -> None:
    draft = document(copy, built_in)
    first, second = (draft[hit.span] for hit in made()(draft))
    assert first == allowed
    assert [draft[hit.span] for hit in made(allowed=(allowed,))(draft)] == [second]


def test_terms_apart_keep_both_forms(built_in: Registry) -> None:
    draft = document("He left the Supreme Court. The supreme court ruled, and so did the Supreme Court.", built_in)
    assert [draft[hit.span] for hit in TermCapitals()(draft)] == ["supreme court"]
    assert list(TermCapitals(apart=("supreme court",))(draft)) == []


@pytest.mark.parametrize(
    ("term", "minor"), [("Festival", True), ("Senate", False), ("Internet", False), ("Supreme Court", False)]
)
def test_a_single_word_is_minor_unless_there_is_but_one_of_it(term: str, minor: bool, built_in: Registry) -> None:
    draft = document(f"He saw the {term} of May. They love the {term}. We hate the {term.lower()}.", built_in)
    (hit,) = TermCapitals()(draft)
    assert (hit.minor, hit.confidence) == (minor, 0.6 if minor else 0.75)
