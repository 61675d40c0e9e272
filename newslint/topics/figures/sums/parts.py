"""Parts: an amount that is said to be of another one, and can't be greater than it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts, stem
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair, measured
from newslint.text.vocabulary import SCALES_IN_PLURAL, alternatives
from newslint.topics.figures.vicinity import near, table

_DETERMINED = r"(?:(?:the|these|those|its|their|his|her|our|all|a total of) )*"
_OF_THEM = compiled(r"(?: [a-z]+)? of (?:them|whom|which|these|those)\b(?! [a-z]+s\b)", re.I)
_OF_THE = compiled(
    r"(?: [a-z]+)? (?:out )?of (?:the|these|those|its|their|his|her|our) (?:about |some |nearly )?\Z", re.I
)
_OF = compiled(rf"\b(?:of|out of|among) {_DETERMINED}\Z", re.I)
# “Dozens of plays in 20 countries, 30 of them …”: what isn't counted in figures may be what is meant.
_UNTOLD = compiled(
    rf"\b(?:{alternatives(SCALES_IN_PLURAL)}|scores|many|several|numerous|some|more|most|all|few)\b", re.I
)
_RANK = compiled(r"\b(?:top|ages?|number|no\.?) \Z", re.I)


class Part(Row):
    """An amount that is said to be of `whole`; `way`: “of-them” (12, five of them), “of-the” (five of the 12), “of-first” (of the 12, five)."""

    amount: Amount
    whole: Amount
    way: str
    wholes: int


@analysis
def part_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “part”: a whole, and a part of it that is greater."""
    return tuple(_pair(document, part) for part in _parts(document) if _exceeds(part))


def altered_part_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if parts that are no greater than their wholes were: what true pairs look like, for bench/fit.py."""
    return tuple(_pair(document, part) for part in _parts(document) if part.amount.value < part.whole.value)


def _exceeds(part: Part) -> bool:
    return part.amount.quantity.low > part.whole.quantity.high and part.whole.value > 1


def _parts(document: Document) -> Iterator[Part]:
    """Every amount that is told as one of another in its sentence."""
    if table(document):
        return
    text = document.text
    for amount in amounts(document):
        if not addable(amount) or amount.quantity.kind is not Kind.COUNT:
            continue
        own = [a for a in near(document, amount.span.start, 0, 0) if addable(a) and a.unit == amount.unit]
        before = [a for a in own if a.span.end <= amount.span.start]
        behind = [a for a in own if a.span.start >= amount.span.end][:1]
        if before and _OF_THEM.match(text, amount.span.end):
            yield Part(amount, before[-1], "of-them", len(before))
        elif behind and _OF_THE.fullmatch(text[amount.span.end : behind[0].quantity.start]):
            yield Part(amount, behind[0], "of-the", 1)
        elif len(before) == 1 and _OF.search(text, amount.sentence.start, before[0].quantity.start):
            yield Part(amount, before[0], "of-first", 1)


def _pair(document: Document, part: Part) -> Pair:
    signs = measured(_signs(document, part))
    return Pair("part", part.whole.span, part.amount.span, signs)


def _signs(document: Document, part: Part) -> dict[str, float]:
    """What speaks for the one being a part of just this other."""
    text, amount, whole = document.text, part.amount, part.whole
    left, right = sorted((amount, whole), key=lambda each: each.span)
    between = text[left.span.end : right.quantity.start]
    ahead = text[whole.sentence.start : whole.quantity.start]
    untold = bool(_UNTOLD.search(ahead) or _UNTOLD.search(between))
    nobody = bool(whole.head) and not whole.persons
    return {
        part.way: True,
        "plainly-of-them": part.way == "of-them" and part.wholes == 1 and not (untold or nobody),
        "wholes": log(part.wholes),
        "comma-only": between.count(",") <= 1 and not any(mark in between for mark in ";:.("),
        "same-head": bool(amount.head) and stem(amount.head) == stem(whole.head),
        "persons": amount.persons and whole.persons,
        "other-head": bool(amount.head and whole.head)
        and stem(amount.head) != stem(whole.head)
        and not (amount.persons and whole.persons),
        "hedged": amount.quantity.hedge is not Hedge.NONE or whole.quantity.hedge is not Hedge.NONE,
        "untold": untold,
        "ranked": bool(_RANK.search(text[max(0, left.quantity.start - 8) : left.quantity.start])),
        "rate": "rate" in amount.frames or "rate" in whole.frames,
        "quoted": amount.quoted,
    }
