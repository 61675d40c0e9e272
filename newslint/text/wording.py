"""Wording: how the sentences of findings put numbers, and what they cite from the draft."""

from __future__ import annotations

from newslint.text.vocabulary import NUMBERS


def times(count: int) -> str:
    """`count` as a writer says it: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def inside(text: str) -> str:
    """What is cited as it stands inside a sentence: “Twelve people”, which begins one, is “twelve people” there."""
    word = text.partition(" ")[0].partition("-")[0]
    begins = word.istitle() and word.lower() in NUMBERS
    return text[0].lower() + text[1:] if begins else text
