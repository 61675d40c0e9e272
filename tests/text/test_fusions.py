from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.fusions import fusion

STORY = "The officers of the county police met Nowak in Ashby. The minister spoke of foreign agreement and was linked to it."


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("policeofficers", ("police", "officers")),
        ("foreignminister", ("foreign", "minister")),
        ("Ashbyand", ("Ashby", "and")),
        ("Nowakagreement", ("Nowak", "agreement")),
        ("admittedTuesday", ("admitted", "Tuesday")),
        ("inTexas", ("in", "Texas")),
        ("linkedto", ("linked", "to")),
        ("counterterrorism", None),
        ("speechwriting", None),
        ("citywide", None),
        ("myGov", None),
        ("inStyle", None),
        ("theSkimm", None),
        ("livestreamed", None),
    ],
)
def test_words_set_as_one(word: str, apart: tuple[str, str] | None, built_in: Registry) -> None:
    assert fusion(document(f"A headline of the day\n\n{STORY}", built_in), word) == apart
