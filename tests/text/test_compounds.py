from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.compounds import compounds, key_of


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("a wildfire, a wild-fire and two wild fires", {"wildfire": ["closed", "hyphened", "open"]}),
        ("to reopen and be re-opened", {"reopened": ["closed", "hyphened"]}),
        ("a 14-year-old and a 15-year old", {"#yearold": ["hyphened", "open"]}),
        ("a 14-year-old and a 15 year old", {"#yearold": ["hyphened", "open"]}),
        ("two crypto currencies and one cryptocurrency", {"cryptocurrency": ["open", "closed"]}),
        ("a wild, fire beside a wildfire", {}),
        ("a wildfire seen by Wild Fire Watch", {}),
        ("gusts of 70-80mph and 94mph", {}),
        ("an A-list and a list, a T-shirt", {}),
        ("the 2018 15-inch and the 15-inch", {}),
        ("from 2010-11 to 2012", {}),
    ],
)
def test_compounds_in_several_forms(copy: str, expected: dict[str, list[str]], built_in: Registry) -> None:
    found = compounds(document(f"A headline of the day\n\nThere was {copy}.", built_in))
    assert {key: [use.form for use in uses] for key, uses in found.items()} == expected


def test_capitals_of_a_headline_make_no_name(built_in: Registry) -> None:
    found = compounds(document("Wild Fire Shuts the Road\n\nThe wildfire was seen at noon.", built_in))
    assert [use.form for use in found["wildfire"]] == ["open", "closed"]


def test_keys_join_every_form() -> None:
    assert {key_of(form) for form in ("web-site", "website", "web-sites", "websites")} == {"website"}
    assert key_of("policies") == "policy"
