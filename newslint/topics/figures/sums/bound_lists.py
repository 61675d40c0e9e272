"""Bound lists: things told to the end, and the total that words bind to them: “from three places: 960 in Ayle, …”, “… and 285 in Cray. All 2,045 …”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.quantity import Hedge
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.partitions import closed_run, listed
from newslint.topics.figures.sums.sum_signs import NEAR
from newslint.topics.figures.sums.sums import Sum

_FEWEST = 3  # parts
_BACK = 2  # so many sentences ahead of things that it counts, at most, their total is told; that of money anywhere
# What stands between the number of a list's items and the first of them.
NUMBERED = compiled(r"(?: [\w’'-]+){1,3}: (?:[\w’'-]+ ){0,4}\Z")
# Who says so speaks of all that were listed.
_ALL = frozenset(["all", "these", "those"])
_THEN = compiled(r"[^:()“”\"–—]{0,80}?(?:[.;,]| and)[”\"’']? (?:and )?(?:all|these|those) \Z", re.I)


def bound_lists(document: Document) -> Iterator[Sum]:
    """Every such list with its total, whether it makes that or only nearly, in order."""
    every = [amount for amount in all_addable(document) if amount.quantity.hedge is Hedge.NONE]
    of_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in every:
        of_unit[amount.unit].append(amount)
    sentences = [list(group) for _, group in groupby(every, key=lambda amount: amount.sentence)]
    for at, own in enumerate(sentences):
        before = [amount for group in sentences[max(0, at - _BACK) : at] for amount in group]
        behind = sentences[at + 1] if at + 1 < len(sentences) else []
        known = [amount for amount in behind[:1] if amount.determiner]  # “The 253 people affected”
        yield from _numbered(document, of_unit, [*before, *known], own)
        yield from _taken_up(document, own, behind)


def _numbered(
    document: Document, of_unit: Mapping[str, Sequence[Amount]], before: Sequence[Amount], own: Sequence[Amount]
) -> Iterator[Sum]:
    """Lists that say how many items they have, and so are whole: “They came from three places: 960 from Ayle, 840 from Borth and 620 from Cray.”"""
    for number, first in pairwise(own):
        parts = listed(document, [a for a in own if a.span >= first.span and a.unit == first.unit])
        if len(parts) == number.value >= _FEWEST and NUMBERED.fullmatch(
            document.text, number.span.end, first.quantity.start
        ):
            counted = [
                a for a in (*before, *own) if not number.span <= a.span <= parts[-1].span and a.unit == first.unit
            ]
            yield from _nearest(counted if first.unit == "count" else of_unit[first.unit], parts)


def _taken_up(document: Document, own: Sequence[Amount], behind: Sequence[Amount]) -> Iterator[Sum]:
    """“It has 1,140 people in Ayle, 620 in Borth and 285 in Cray. All 2,045 will stay.”"""
    for total in (*own, *behind):
        if total.determiner in _ALL:
            parts = [a for a in own if a.span < total.span and a.unit == total.unit]
            run = closed_run(document, parts)
            if len(run) == len(parts) >= _FEWEST and _THEN.fullmatch(
                document.text, run[-1].span.end, total.quantity.start
            ):
                yield from _nearest([total], run)


def _nearest(totals: Sequence[Amount], parts: Sequence[Amount]) -> Iterator[Sum]:
    """The parts with the total that they make, or nearly make, if any."""
    greatest = max(part.value for part in parts)
    sums = [Sum(total, tuple(parts)) for total in totals if total.value > greatest]
    nearest = min(sums, key=lambda each: each.off, default=None)
    if nearest and nearest.off <= NEAR:
        yield nearest
