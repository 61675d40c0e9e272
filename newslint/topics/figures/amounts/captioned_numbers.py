"""Captioned numbers: what a caption counts or measures that the story counts once or more, and always as another number.

What the draft counts by one noun, and otherwise nowhere, is one thing, whatever its two numbers look like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts, meets, stem
from newslint.story.fates import fate
from newslint.story.numerals import small_number
from newslint.story.quantity import Kind
from newslint.text.nouns import counted
from newslint.topics.figures.amounts.amount_signs import DISPLAYED
from newslint.topics.figures.amounts.told_amounts import MOST, is_in_reach
from newslint.topics.figures.series import Misnumbering
from newslint.topics.figures.vicinity import near

# “One of the three helicopters”, “one of four”, “some of his 40 quilts”, “all 18 pupils”.
_LEADS = compiled(r"(?i)\b(?:(?P<part>\w+) of|all)(?: (?:the|his|her|its|their|these|those))? \Z")
_AHEAD = 24
_SURE = 0.8
# Frames of a number of others, of a limit, and of each.
_APART = frozenset(["more", "capacity", "rate"])
# Nouns that count anything.
_VAGUE = frozenset("person time way thing other one".split())
# Numbers up to this stand in most stories by chance.
_CHANCE = 20


@analysis
def miscaptioned_numbers(document: Document) -> tuple[Misnumbering, ...]:
    """Every number of a caption that the story gives otherwise, and always alike."""
    shown = [amount for amount in amounts(document) if amount.role is Role.CAPTION and _key(amount)]
    story = [amount for amount in amounts(document) if amount.role not in DISPLAYED] if shown else []
    told: dict[str, list[Amount]] = defaultdict(list)
    for amount in story:
        told[_key(amount)].append(amount)
    values = {(amount.unit, amount.value) for amount in story}
    return tuple(wrong for said in shown for wrong in _told_otherwise(document, said, told[_key(said)], values))


def _key(amount: Amount) -> str:
    """What is counted or measured; "" where that may be anything."""
    if amount.quantity.kind is Kind.MEASURE:
        return amount.unit
    named = amount.quantity.kind is Kind.COUNT and amount.head not in _VAGUE and amount.head
    return f"{amount.unit} {stem(amount.head)}" if named else ""


def _told_otherwise(
    document: Document, said: Amount, same: Sequence[Amount], values: Set[tuple[str, float]]
) -> Iterator[Misnumbering]:
    """The caption's number held against those that count the `same`, if all of these are one."""
    if len(same) > MOST or len({each.value for each in same}) != 1 or _stands(document, said, same, values):
        return
    part = _part(document, said)
    rivals = [each for each in same if each.value > (part or 0) and _are_one_group(document, said, each)]
    if rivals and _is_whole(document, said, part, rivals[0].value):
        yield Misnumbering(said.span, said.role.value, document[rivals[0].span], rivals[0].span, _SURE)


def _is_whole(document: Document, said: Amount, part: int | None, other: float) -> bool:
    """Whether the caption's number may be of all: a picture that shows six goats doesn't say that there are no more."""
    ahead = document.text[said.sentence.start : said.quantity.start].rpartition(":")[2]
    return part is not None or said.value > other or bool(ahead.strip())


def _part(document: Document, said: Amount) -> int | None:
    """How many of the whole are shown, 0 for some or all; None where the number is no whole."""
    start = said.quantity.start
    led = _LEADS.search(document.text, max(said.sentence.start, start - _AHEAD), start)
    return led and small_number(led["part"] or "")


def _are_one_group(document: Document, said: Amount, told: Amount) -> bool:
    """Whether both are of one size and may be called by the same words, and the same befell them."""
    if told.frames & _APART or not is_in_reach(said, told) or not _are_called_alike(document, said, told):
        return False
    ends = (fate(document.text, each.span, each.sentence) for each in (said, told))
    return len(set(ends)) == 1


def _are_called_alike(document: Document, said: Amount, told: Amount) -> bool:
    """Whether the words between number and noun are the same, or the one with more of them isn't fewer, as some of the others would be."""
    mine, theirs = (set(counted(document.text, a.span.end, a.sentence.end).before) for a in (said, told))
    if mine == theirs:
        return True
    fuller, plainer = (said, told) if mine > theirs else (told, said)
    return (mine > theirs or mine < theirs) and fuller.value > plainer.value


def _stands(document: Document, said: Amount, same: Sequence[Amount], values: Set[tuple[str, float]]) -> bool:
    """Whether the story has the number, or one that comes to it: of both ways, or of each half."""
    value, other = said.value, same[0].value
    beside = {each.value for told in same for each in near(document, told.span.start, 0, 0) if each.unit == said.unit}
    return (
        any(meets(said, each) for each in same)
        or (value > _CHANCE and (said.unit, value) in values)
        or value in (2 * other, other / 2)
        or value in beside
    )
