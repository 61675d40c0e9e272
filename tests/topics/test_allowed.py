"""What a desk's `allowed` names is left alone, and only that."""

from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.draft.checks.placeholder import Placeholder
from newslint.topics.draft.checks.run_together import RunTogether
from newslint.topics.draft.checks.split_word import SplitWord
from newslint.topics.repetition.checks.repeated_word import RepeatedWord


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
