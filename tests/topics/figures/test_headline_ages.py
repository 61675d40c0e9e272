"""Ages of the headline against those of the story."""

from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.ages.headline_ages import misagings

_WRONG = [
    ("Singer Ann Moor dead at 640", "The singer Ann Moor has died. She was 64.", "64"),
    ("Singer Ann Moor dies aged 46", "The singer Ann Moor died on Monday aged 64.", "64"),
    ("Painter Ben Hill turns 91", "Ben Hill, who turns 85 on Monday, still paints.", "85"),
    ("Girl, 51, is found in Ayle", "The 15-year-old girl was found by a farmer.", "15"),
    ("54-year-old Ann Moor wins the race", "Ann Moor, 45, from Ayle, won on Monday.", "45"),
]
_RIGHT = [
    ("Singer Ann Moor dead at 64", "The singer Ann Moor has died. She was sixty-four."),
    ("Singer Ann Moor dead at 64", "The singer Ann Moor has died. Her husband died at the age of 60."),
    ("Singer Ann Moor dead at 64", "The singer, born in 1950, died in 2014. She joined the choir at the age of 18."),
    ("Painter turns 12 barns into homes", "The painter, Ben Hill, 85, bought them in May."),
    ("Singer Ann Moor dead at 64", "The singer was found by a 30-year-old man and a 31-year-old woman."),
]


@pytest.mark.parametrize(("headline", "paragraph", "told"), _WRONG)
def test_an_age_that_the_story_gives_otherwise(headline: str, paragraph: str, told: str) -> None:
    document = parse(Source("draft.txt", f"{headline}\n\n{paragraph}\n\nMore is to follow."))
    assert [wrong.other for wrong in misagings(document)] == [told]


@pytest.mark.parametrize(("headline", "paragraph"), _RIGHT)
def test_ages_of_others_and_of_other_times(headline: str, paragraph: str) -> None:
    assert not misagings(parse(Source("draft.txt", f"{headline}\n\n{paragraph}\n\nMore is to follow.")))
