from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.scale_conflict import ScaleConflict


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in ScaleConflict()(document)]


@pytest.mark.parametrize(
    "copy",
    [
        "The firm lost $3.4bn last year.\n\nThe $3.4m that the firm lost went into a mine.",
        "The state will spend £25 million on the bridge.\n\nThe bridge, on which the state will spend £25 billion, is old.",
        "The works will cost £4.2m.\n\nNobody knows where the £4.2bn for the works will come from.",
        "Some 1.2 million people fled the flood.\n\nThe 1.2 billion people who fled the flood are in camps.",
    ],
)
def test_one_amount_in_two_scales(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize(
    "copy",
    [
        "The firm lost $3 billion.\n\nA school was given $3 million.",
        "The levy on firms brings in 10 million euros.\n\nThe levy on firms is 10k euros.",
        "It made 1.2 million cars.\n\nSome 1.2 billion trees fell.",
        "In 2010 the state spent £25 million on the bridge.\n\nIn 2020 the state spent £25 billion on the bridge.",
        "The state spends $3.1 billion a year, and the town $3.1 million.",
    ],
)
def test_amounts_that_are_alike_by_chance(copy: str) -> None:
    assert found(copy) == []
