"""What isn't another amount told again, by what stands beside it."""

from __future__ import annotations

from newslint.document import Document, Role
from newslint.topics.figures.amounts.same_amount import amount_pairs


def _pairs(headline: str, *copy: str) -> set[tuple[str, str]]:
    document = Document.of((Role.HEADLINE, headline), *copy)
    return {(document[pair.suspect], document[pair.other]) for pair in amount_pairs(document)}


def test_the_number_of_the_display_stands_bare_beside_the_other() -> None:
    story = "The council is replacing its bins. Most households will have four bins and some will have {}."
    assert not _pairs("Households in Ayle will have five bins", story.format("five"))
    assert ("five", "four") in _pairs("Households in Ayle will have five bins", story.format("none"))


def test_the_number_of_the_display_is_told_of_the_other() -> None:
    assert not _pairs("Three men to appear in court", "Three of the four men are to appear in court in Ayle.")
    assert ("Three", "four") in _pairs("Three men to appear in court", "All four men are to appear in court in Ayle.")
