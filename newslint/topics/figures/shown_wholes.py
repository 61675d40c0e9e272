"""Shown wholes: of how many a picture shows one or some, or all, where the story counts them otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts, meets, stem
from newslint.story.fates import fate
from newslint.story.numerals import small_number
from newslint.story.quantity import Hedge, Kind
from newslint.text.nouns import counted
from newslint.topics.figures.amount_signs import DISPLAYED
from newslint.topics.figures.series import Misnumbering
from newslint.topics.figures.told_amounts import is_in_reach

# “One of the three helicopters”, “some of his 40 quilts”, “all 18 pupils”.
_LEADS = compiled(r"(?i)\b(?:(?:(?P<part>\w+) of|all) (?:the|his|her|its|their|these|those)|all) \Z")
_AHEAD = 24
_SURE = 0.75


@analysis
def miscounted_wholes(document: Document) -> tuple[Misnumbering, ...]:
    """Every whole of a caption that the story counts once or more, and always as another number."""
    counts = [a for a in amounts(document) if a.quantity.kind is Kind.COUNT and a.head and not a.compound]
    told = [amount for amount in counts if amount.role not in DISPLAYED]
    return tuple(_told_otherwise(document, counts, told))


def _told_otherwise(document: Document, counts: list[Amount], told: list[Amount]) -> Iterator[Misnumbering]:
    for said in counts:
        part = _part(document, said) if said.role is Role.CAPTION and said.quantity.hedge is Hedge.NONE else None
        if part is None:
            continue
        same = [each for each in told if stem(each.head) == stem(said.head)]
        rivals = [each for each in same if each.value > part and _are_one_group(document, said, each)]
        if rivals and len({each.value for each in rivals}) == 1 and not _stands(said, same):
            yield Misnumbering(said.span, said.role.value, document[rivals[0].span], rivals[0].span, _SURE)


def _part(document: Document, said: Amount) -> int | None:
    """How many of the whole are shown, 0 for some or all; None where the number is no whole."""
    start = said.quantity.start
    led = _LEADS.search(document.text, max(said.sentence.start, start - _AHEAD), start)
    return led and small_number(led["part"] or "")


def _are_one_group(document: Document, said: Amount, told: Amount) -> bool:
    """Whether both are of one size and called by the same words, and the same befell them."""
    if told.frames or not is_in_reach(said, told) or _kind(document, said) != _kind(document, told):
        return False
    ends = (fate(document.text, each.span, each.sentence) for each in (said, told))
    return len(set(ends)) == 1


def _kind(document: Document, amount: Amount) -> tuple[str, ...]:
    return counted(document.text, amount.span.end, amount.sentence.end).before


def _stands(said: Amount, same: list[Amount]) -> bool:
    """Whether the story has the number, or two that make it."""
    values = {each.value for each in same}
    made = any(one + other == said.value for one, other in combinations(values, 2))
    return made or any(meets(said, each) for each in same)
