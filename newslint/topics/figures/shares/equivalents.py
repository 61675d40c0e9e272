"""Equivalents: a proportion that is given twice, as a fraction and as a percentage: “one in four (25%)”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import log

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge
from newslint.story.same import Pair, measured
from newslint.text.vocabulary import DIRECTIONS
from newslint.topics.figures.vicinity import Share, shares_stated, slipped

_REACH = 70
# How the second stands to the first.
_LINKS = {
    "or": r",? or (?:about |nearly |some |a |one )?\Z",
    "bracket": r"\((?:or |about |nearly |some )?\Z",
    "dash": r" [–—-] (?:or |about |nearly |some )?\Z",
    "comma": r", (?:that is,? |which is )?\Z",
}
# So many points may lie between a fraction and the percentage that it stands for, below it and above, by how it's hedged.
_POINTS = {
    Hedge.NONE: (4.0, 4.0),
    Hedge.ABOUT: (7.0, 7.0),
    Hedge.OVER: (0.6, 16.0),
    Hedge.NEARLY: (12.0, 0.6),
    Hedge.UNDER: (12.0, 0.6),
}
_CLOSES = compiled(r"\)?[,.;:)]|\)? [–—-] | (?:of (?:the|all|those)|said|agreed|were|had)\b|\Z")
_OF_OTHERS = compiled(r" of (?:them|whom|which|these|those)\b")


class Equivalent(Row):
    """A fraction and a percentage side by side; `link` is how the second stands to the first, or ""."""

    fraction: Share
    percentage: Share
    link: str
    between: str
    behind: int

    @property
    def holds(self) -> bool:
        """Whether both may be one proportion."""
        low, high = _POINTS[self.fraction.amount.quantity.hedge]
        loose = 3.0 if self.percentage.amount.quantity.hedge is not Hedge.NONE else 0.0
        off = 100 * (self.percentage.value - self.fraction.value)
        return -low - loose <= off <= high + loose


@analysis
def equivalent_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “equivalent”: a percentage, and a fraction that it can’t be."""
    return tuple(_pair(document, each) for each in _equivalents(document) if not each.holds)


def altered_equivalent_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if percentages that fit had a slip: what true pairs look like, for bench/fit.py."""
    wrong = (
        each._replace(percentage=each.percentage._replace(value=slipped(each.percentage.value, each.percentage.span)))
        for each in _equivalents(document)
        if each.holds and each.link
    )
    return tuple(_pair(document, each) for each in wrong if not each.holds)


def _equivalents(document: Document) -> Iterator[Equivalent]:
    """Every fraction beside a percentage in one sentence."""
    for one, other in pairwise(shares_stated(document)):
        between = document.text[one.span.end : other.amount.quantity.start]
        if one.percent != other.percent and one.amount.sentence == other.amount.sentence and len(between) < _REACH:
            link = next((name for name, way in _LINKS.items() if compiled(way).search(between)), "")
            fraction, percentage = (other, one) if one.percent else (one, other)
            yield Equivalent(fraction, percentage, link, between, other.span.end)


def _pair(document: Document, each: Equivalent) -> Pair:
    signs = measured(_signs(document, each))
    return Pair("equivalent", each.percentage.span, each.fraction.span, signs)


def _signs(document: Document, each: Equivalent) -> dict[str, float]:
    """What speaks for the two being one proportion."""
    text, words = document.text, each.between.lower().split()
    return {
        **{f"link-{link}": each.link == link for link in _LINKS},
        "closes": bool(_CLOSES.match(text, each.behind)),
        "of-others": bool(_OF_OTHERS.match(text, each.behind)),
        "marks-between": sum(each.between.count(mark) for mark in ",;:(") > 1,
        "moves": any(word.strip(".,;") in DIRECTIONS for word in (*words, *text[each.behind :][:30].lower().split()[:2])),
        "off": abs(log(max(0.01, each.percentage.value) / each.fraction.value)),
        "quoted": each.fraction.amount.quoted,
    }  # fmt: skip
