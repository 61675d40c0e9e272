from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.present import present


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


@pytest.mark.parametrize(
    ("copy", "least", "most"),
    [
        ("Headline here\n\nAYLE, March 21, 2018 (Agency) — The story.", 2018, 2018),
        ("Headline here\n\nMarlshire Life, spring 2026\n\nThe mayor left the town in 2020.", 2026, 2026),
        (
            "Headline here\n\nMarl Voices, issue 41, the paper of the whole river, May 2026\n\nThe mayor left in 2020.",
            2026,
            2026,
        ),
        (
            "Headline here\n\nPress office of the county of Marl, Monday 4 May 2026\n\nThe mayor left in 2020.",
            2026,
            2026,
        ),
        ("Headline here\n\nAYLE, Marlshire, May 2026 — The mayor left in 2020.", 2026, 2026),
        ("Headline here\n\nIn the autumn of 2020, May 2026 seemed far.", 2026, 9999),
        ("The mill burned in 2017. It was sold on Wednesday, March 21.", 2018, 2018),
        ("The mill burned in 2017. It was sold on Wednesday, November 21.", 2017, 2019),
        ("The mill burned in 2013. It was sold on Wednesday, March 21.", 2018, 2018),
        ("The mill burned in 2009. It was sold on Friday, March 21, and may be built by 2025.", 2009, 9999),
        ("The mill burned in 1917. It was sold on Wednesday, March 21.", 1917, 9999),
        ("The mill burned in 2014. It fell on Sunday, May 14, 2017, and may be built again.", 2017, 2018),
        ("The mill burned in 2014. It fell on Sunday, May 14, 2017, in a gale that may come again.", 2017, 2018),
        ("The mill burned in 2014. It will fall on Sunday, May 14, 2017, in a gale.", 2014, 9999),
        ("The mill burned in 2014. The gale went through Ayle on Sunday, May 14, 2017, at noon.", 2017, 2018),
        (
            "The mill burned in 2017. It rained on Wednesday, March 21, on Thursday, March 22, on Saturday, March 23 and on Sunday, March 25.",
            2018,
            2018,
        ),
        (
            "The mill burned in 2017. It rained on Wednesday, March 21, on Thursday, March 22 and on Saturday, March 23.",
            2017,
            9999,
        ),
        ("The mill burned on Sunday, March 4, 2018, and the mayor left.", 2018, 2019),
        ("The mill burned in 2017. It will be sold in 2019.", 2017, 9999),
    ],
)
def test_the_year_of_a_draft(copy: str, least: int, most: int) -> None:
    found = present(draft(copy))
    assert found is not None
    assert (found.least, found.most) == (least, most)


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor left the town.",
        "The novel is set in 2049, and the mayor liked it.",
        "The mayor spoke of Vision 2030 and left.",
        "The mill should be open by 2019.",
        "The mayor left the town in 2150.",
    ],
)
def test_what_says_nothing_of_the_year(copy: str) -> None:
    assert present(draft(copy)) is None


def test_a_leap_day_falls_in_no_other_year() -> None:
    found = present(draft("The mill burned in 2021. It was sold on Thursday, February 29."))
    assert found is not None
    assert (found.least, found.most) == (2023, 2025)
