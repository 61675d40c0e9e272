from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.style.checks.mixed_style import MixedStyle


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="percent, dates"):
        MixedStyle(style="colour")


def test_one_hit_a_draft_at_the_rarer_way() -> None:
    document = parse(Source("draft.txt", "Headline here\n\nUp 5%, down 6 percent, up 7%, down 8 percent, up 9%."))
    (hit,) = MixedStyle(style="percent")(document)
    assert document[hit.span] == "percent"
    assert (hit.words["odd"], hit.words["times"], hit.minor) == ("twice", "3 times", True)
    assert [document[note.span] for note in hit.related] == ["%", "percent"]
