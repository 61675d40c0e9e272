"""Excesses: parts that are greater than the whole that they are said to be of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.quantity import Kind
from newslint.text.nouns import counted
from newslint.topics.figures.amount_lists import ELLIPTIC
from newslint.topics.figures.breakdown import Breakdown
from newslint.topics.figures.patterns import Skeleton, pattern

_THE = r"(?:(?:the|these|those|its|their|his|her|our|all|a total of|total|some|an estimated) )*"
# What a part of what was just counted stands behind: “15 pupils, 41 of them”.
_PART_OF = r"(?:,|\(|;| –| —)(?: and| with| but| at least| including| some)? ?\Z"
# “Dozens of plays in 20 countries, 30 of them …”: “them” may be what isn't counted.
_UNTOLD = compiled(
    r"\b(?:dozens|scores|hundreds|thousands|millions|many|several|numerous|some|more|most|all|few)\b", re.I
)


def excesses(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“15 of the 12 jurors”, “15 pupils, 41 of them girls”, “of the 43, 62 were freed”."""
    if "of " not in sentence.text.lower():
        return
    yield from _more_of_those(sentence)
    yield from _out_of_fewer(document, sentence)
    for match in pattern(
        r"<n>(?:,? or <%>,?)? (?:out )?of (?:the|its|their|these|those|his|her|our) <n>(?= [a-z])"
    ).finditer(sentence.text):
        part, total = sentence.at[match.start(1)], sentence.at[match.start(3)]
        if part.exact and total.exact and total.value > 1 and not _age_or_rank(sentence.text, match.start()):
            yield from [Breakdown(total, (part,), closed=False, sure=0.9)] if part.value > total.value else ()


def _more_of_those(sentence: Skeleton) -> Iterator[Breakdown]:
    """“15 pupils, 41 of them girls”: more than any number that “them” can stand for."""
    for match in pattern(r"<n> of (?:them|whom|which)\b").finditer(sentence.text):
        part = sentence.at[match.start(1)]
        wholes = [quantity for at, quantity in sentence.at.items() if at < match.start()]
        counts = [whole for whole in wholes if whole.kind is Kind.COUNT and whole.exact]
        if not counts or len(counts) < len(wholes) or not compiled(_PART_OF).search(sentence.text, 0, match.start()):
            continue
        if 1 < prod(whole.value for whole in counts) < part.low and not _UNTOLD.search(sentence.text[: match.start()]):
            yield Breakdown(counts[-1], (part,), closed=False, sure=0.9 if len(counts) == 1 else 0.7)


def _out_of_fewer(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“Of the 43, 62 were freed”: the part must leave its noun out."""
    for match in pattern(rf"(?:^|[;“] ?)(?:of|out of) {_THE}<n>(?: [\w'’-]+){{0,6}}, <n>(?=( [a-z]+))").finditer(
        sentence.text
    ):
        total, part = sentence.at[match.start(1)], sentence.at[match.start(2)]
        own = counted(document.text, part.span.end, sentence.span.end).noun
        elliptic = compiled(ELLIPTIC).match(sentence.text, match.end(2)) or match[3].endswith("ed")
        if not own and elliptic and part.exact and total.exact and part.value > total.value > 1:
            yield Breakdown(total, (part,), closed=False, sure=0.9)


def _age_or_rank(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].rstrip().lower().endswith(("top", "age", "number", "no", "no."))
