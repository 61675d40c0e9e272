"""Chains: parts that are told one after another, over several sentences or the items of a list, and the totals that they may make.

The last of several sentences says that nothing is left: “A further £6m went to …. The remaining £2m …”. Their total
may stand anywhere in the story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from newslint.document import Document, Role
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem
from newslint.story.quantity import Hedge
from newslint.text.prefilter import starts_of
from newslint.topics.figures.sums.sums import Sum
from newslint.topics.figures.vicinity import order

# What says that an amount is all that was left.
_REST = compiled(
    r"\b(?:the|its|their|his|her|a) (?:remaining|remainder(?:,| of)?|balance(?:,| of)?|last|final|other|rest,?) ?(?:[a-z]+ )?\Z",
    re.I,
)
_REST_WORDS = frozenset("remaining remainder balance last final other rest".split())
# What is of another part, not of the whole: “£6m from cuts, of which £2m falls on schools”.
_NESTED = compiled(
    r"\b(?:of (?:which|whom|them|it)|including|includes?|among (?:them|which)|up from|down from|against|compared with|from) (?:[a-z]+ ){0,3}\Z",
    re.I,
)
# So many parts and so many sentences are one chain.
_MOST, _BACK = 6, 5
# Of a total, by which its chain may miss it.
_FAR = 0.15
_LEAST_ITEMS = 3
_BEGINNING = 80  # letters of a list's item in which its amount stands

# How the parts are told, the parts, and amounts that aren't their total.
Chain = tuple[str, tuple[Amount, ...], tuple[Amount, ...]]


def chained_sums(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """The chains that make none of the story's amounts, with those that they nearly make."""
    for sums in _by_nearness(document, every):
        if not any(_is_settled(made, sums[0]) for made in sums):
            yield from [made for made in sums if made is sums[0] or not _is_hedged(made)][:2]


def settled_chains(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """The chains with the amounts of the story that they make."""
    for sums in _by_nearness(document, every):
        yield from (made for made in sums if _is_settled(made, sums[0]))


def _by_nearness(document: Document, every: Sequence[Amount]) -> Iterator[list[Sum]]:
    for _, each in groupby(chains(document, every), key=lambda made: made.parts[-1].span):
        yield sorted(each, key=lambda made: (made.off, _is_hedged(made), made.total.span))


def _is_settled(made: Sum, nearest: Sum) -> bool:
    """Whether the chain makes the total: one that is hedged, only where no other is nearer."""
    return made.holds and (made is nearest or not _is_hedged(made))


def _is_hedged(each: Sum) -> bool:
    return each.total.quantity.hedge is not Hedge.NONE


def chains(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """Every chain with each amount of the story that it makes, or nearly makes."""
    by_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in every:
        by_unit[amount.unit].append(amount)
    for of_unit in by_unit.values():
        sized = sorted(of_unit, key=lambda amount: (amount.value, amount.span))
        values = [amount.value for amount in sized]
        for chain, parts, others in (*_rests(document, of_unit), *_items(document, of_unit)):
            made = sum(part.value for part in parts)
            first, last = bisect_left(values, made / (1 + _FAR)), bisect_left(values, made / (1 - _FAR))
            greatest = max(part.value for part in parts)
            sums = (
                Sum(a, parts, chain=chain) for a in sized[first:last] if a.value > greatest and _may_be_total(a, parts)
            )
            yield from (each for each in sums if each.total not in others or _is_announced(each))


def _is_announced(each: Sum) -> bool:
    """Whether the total stands right ahead in the paragraph, and is made: “The work cost £385,000. Of this £210,000 …”."""
    return each.total.span < each.parts[0].span and each.holds


def _may_be_total(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether an amount from anywhere may be the total: money and measures may; of what is counted only the same things, or people."""
    if total in parts:
        return False
    heads = {stem(part.head) for part in parts if part.head}
    return total.unit != "count" or stem(total.head) in heads or (total.persons and any(part.persons for part in parts))


def _rests(document: Document, of_unit: Sequence[Amount]) -> Iterator[Chain]:
    """Runs of amounts of one paragraph, the last of which is said to be the rest."""
    said = starts_of(document, _REST_WORDS)
    for at, last in enumerate(of_unit):
        start, end = last.sentence.start, last.quantity.start
        if bisect_left(said, start) == bisect_left(said, end) or not _REST.search(document.text, start, end):
            continue  # the first, for speed
        own = order(document, last.span.start)
        before = [
            a
            for a in of_unit[max(0, at - _MOST) : at]
            if a.block == last.block and order(document, a.span.start) >= own - _BACK
        ]
        plain = [a for a in before if not _NESTED.search(document.text, a.sentence.start, a.quantity.start)]
        for first in range(len(before)):
            yield "rest", (*before[first:], last), tuple(before)
        for first in range(len(plain) if len(plain) < len(before) else 0):
            yield "rest", (*plain[first:], last), tuple(before)


def _items(document: Document, of_unit: Sequence[Amount]) -> Iterator[Chain]:
    """The first amounts of the items of a list, where every item has one."""
    listed = [
        a for a in of_unit if a.role is Role.LIST_ITEM and a.span.start - document.blocks[a.block].start < _BEGINNING
    ]
    first = {a.block: a for a in reversed(listed)}
    for _, run in groupby(enumerate(sorted(first)), key=lambda item: item[1] - item[0]):
        blocks = [block for _, block in run]
        whole = all(
            not 0 <= end < len(document.blocks) or document.blocks[end].role is not Role.LIST_ITEM
            for end in (blocks[0] - 1, blocks[-1] + 1)
        )
        if _LEAST_ITEMS <= len(blocks) <= 2 * _MOST and whole:
            yield "items", tuple(first[block] for block in blocks), ()
