from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.repetition.checks.repeated_paragraph import RepeatedParagraph

SHORT = "The wheel still turns, and the miller says that it will turn till noon."
LONG = (
    "The road is shut from the mill to the market, and the lower lane lies under a metre of water, so drivers for the "
    "coast should go by way of the old bridge and allow an hour."
)


@pytest.mark.parametrize(("again", "minor"), [(("9.10 am",), True), ((), False)])
def test_a_report_may_be_filed_again_at_another_hour(again: tuple[str, ...], minor: bool, built_in: Registry) -> None:
    report = [LONG, "The council has asked all those who live by the mill to go to the hall in the town."]
    copy = [
        "Flood: live",
        "8 am",
        "The mill is open.",
        "9.30 am",
        *report,
        *again,
        *report,
        "9.05 am",
        "9 am",
        "It rains.",
    ]
    assert [hit.minor for hit in RepeatedParagraph()(document("\n\n".join(copy), built_in))] == [minor]


@pytest.mark.parametrize(("paragraph", "between", "minor"), [(LONG, 1, False), (LONG, 6, True), (SHORT, 1, True)])
def test_a_page_says_again_how_things_stand(paragraph: str, between: int, minor: bool, built_in: Registry) -> None:
    posts = [f"9.{number}0 am\n\nThe river stands at {number} inches." for number in range(6)]
    copy = ["Flood: live", "10.30 am", "The mill is open.", paragraph, *posts[:between], paragraph, *posts]
    assert [hit.minor for hit in RepeatedParagraph()(document("\n\n".join(copy), built_in))] == [minor]
