from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.checks.implausible_year import ImplausibleYear


@pytest.mark.parametrize(
    ("copy", "meant"),
    [
        (
            "The mill was shut in 2000. It burned on September 11, 20001.",
            2001,
        ),  # a doubled nought, whatever else stands there
        ("The mill was shut in 2018. It opened on 4 June 2108.", 2018),
        ("The mayor was elected in May 20224.", 2024),
    ],
)
def test_of_several_years_the_likeliest_is_named(copy: str, meant: int) -> None:
    (hit,) = ImplausibleYear()(parse(Source("draft.txt", copy)))
    assert hit.words["meant"] == meant
