from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.dates import publication


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    "copy",
    [
        "Headline here\n\nPublished 21 March 2018\n\nThe story.",
        "Headline here\n\nLONDON, March 21, 2018 (Agency) — The story.",
        "Headline here\n\n21 March 2018\n\nThe story.",
    ],
)
def test_the_drafts_own_date(copy: str) -> None:
    found = publication(draft(copy))
    assert found is not None
    assert found[1:4] == (2018, 3, 21)


def test_a_date_in_the_story_is_not_the_drafts_own() -> None:
    assert publication(draft("Headline here\n\nOn 21 March 2018 the mayor left the town.")) is None


def test_a_day_of_birth_is_not_the_drafts_own() -> None:
    assert publication(draft("Headline here\n\nAnn Moor\n\nBorn April 11, 1938\n\nThe story.")) is None
