"""Spreads: what a passage lists to the end, and the total of the story that it comes to, or nearly comes to.

What is counted in things comes near some number of a long story by chance, unless that is great and they come very close; sums
of money hardly do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem
from newslint.story.quantity import Hedge
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.bound_lists import NUMBERED
from newslint.topics.figures.sums.partitions import is_closed, listed
from newslint.topics.figures.sums.sum_signs import CLOSE, NEAR
from newslint.topics.figures.sums.sums import Sum, is_compared
from newslint.topics.figures.vicinity import order

_FEWEST, _MOST = 3, 8  # parts
_NESTED = compiled(r"\bof (?:which|whom|them|it)\b[^,;]{0,30}\Z|\b[Oo]f (?:the|its|their|his|her|that|those) \Z")
_MANY, _CLOSER = 100, 0.03  # things: fewer, or farther off, are near some number of the story by chance
_BEHIND = 1  # so many sentences behind its parts, at most, their total is told


def spreads(document: Document, claimed: Set[Span]) -> Iterator[Sum]:
    """Every list of no `claimed` amount with the total of its story that it comes to, or nearly comes to."""
    of_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in all_addable(document):
        of_unit[amount.unit].append(amount)
    for told in of_unit.values():
        sized = sorted(told, key=lambda amount: (amount.value, amount.span))
        sentences = [list(group) for _, group in groupby(told, key=lambda amount: amount.sentence)]
        lone = {group[0].span for group in sentences if len(group) == 1}
        for at in range(len(sentences)):
            ways = [way for way in _ways(document, sentences, at) if claimed.isdisjoint(part.span for part in way)]
            sums = [each for way in ways for each in _sums(way, sized) if not is_compared(document.text, each)]
            sums = [each for each in sums if not each.has_a_whole]
            yield from _likeliest(document, sums, lone)


def _ways(document: Document, sentences: Sequence[list[Amount]], at: int) -> Iterator[list[Amount]]:
    """The list of a sentence, by itself and with the lone amounts told right before and behind it."""
    own = sentences[at]
    parts = _list_of(document, own)
    before = sentences[at - 1] if parts[:1] == own[:1] else []  # at 0 the last, which `_follows` leaves out
    behind = sentences[at + 1] if at + 1 < len(sentences) and parts[-1:] == own[-1:] else []
    before = before if len(before) == 1 and _follows(document, before[0], own[0]) else []
    behind = behind if len(behind) == 1 and _follows(document, own[-1], behind[0]) else []
    for way in (parts, [*before, *parts], [*parts, *behind], [*before, *parts, *behind]) if parts else ():
        if len(way) <= _MOST and way[0].quantity.hedge is way[-1].quantity.hedge is Hedge.NONE:
            yield way


def _list_of(document: Document, own: Sequence[Amount]) -> list[Amount]:
    """The first list of a sentence; two amounts are one if there are no others, and they're no range."""
    at = 0
    while at < len(own):
        parts = listed(document, own[at:])
        least = 2 if len(own) == 2 and not document.text.endswith("between ", 0, parts[0].quantity.start) else _FEWEST
        if (
            len(parts) >= least
            and is_closed(document, parts)
            and not _is_of_a_part(document, parts[0])
            and not _is_numbered_otherwise(document, own[at - 1 : at], parts)
        ):
            return parts
        at += len(parts)
    return []


def _is_of_a_part(document: Document, first: Amount) -> bool:
    """Whether the list divides up what its own sentence has just named: “£6m from cuts, of which £2m …”, “Of the £6m, £2m …”."""
    return _NESTED.search(document.text, first.sentence.start, first.quantity.start) is not None


def _is_numbered_otherwise(document: Document, before: Sequence[Amount], parts: Sequence[Amount]) -> bool:
    """Whether more or fewer are announced: “in four sheds: 760 in Ayle, 640 in Borth and 570 in Cray”."""
    return any(
        number.value != len(parts)
        and NUMBERED.fullmatch(document.text, number.span.end, parts[0].quantity.start) is not None
        for number in before
    )


def _follows(document: Document, one: Amount, other: Amount) -> bool:
    """Whether the sentence of the other comes right behind that of the one, in its paragraph."""
    return one.block == other.block and order(document, other.span.start) - order(document, one.span.start) == 1


def _sums(parts: Sequence[Amount], sized: Sequence[Amount]) -> Iterator[Sum]:
    """The parts with every greater amount near what they make, unless they’re what another amount holds besides."""
    made, greatest = sum(part.value for part in parts), max(part.value for part in parts)
    far = _CLOSER if parts[0].unit == "count" else NEAR
    first = bisect_left(sized, made / (1 + far), key=_value)
    last = bisect_right(sized, made / (1 - far), key=_value)
    for total in sized[first:last]:
        both = bisect_left(sized, made + total.value, key=_value)
        if total.value > greatest and [a.value for a in sized[both : both + 1]] != [made + total.value]:
            yield Sum(total, tuple(parts))


def _value(amount: Amount) -> float:
    return amount.value


def _likeliest(document: Document, sums: Sequence[Sum], lone: Set[Span]) -> Iterator[Sum]:
    """The first that holds, or, where none does, the longest that nearly does."""
    fitting = next((each for each in sums if each.made == each.total.value or each.is_rounded), None)
    near = [each for each in sums if len(each.parts) >= _FEWEST and _is_near(document, each, lone)]
    if fitting:
        yield fitting
    elif near:
        yield max(near, key=lambda each: (len(each.parts), -abs(_apart(document, each)), -each.off))


def _apart(document: Document, each: Sum) -> int:
    """How many sentences the parts stand behind their total."""
    return order(document, each.parts[0].span.start) - order(document, each.total.span.start)


def _is_near(document: Document, each: Sum, lone: Set[Span]) -> bool:
    """Whether the parts come close to the total, or, where that stands alone in the sentence before them, near it."""
    total, apart = each.total, _apart(document, each)
    if total.unit == "count":
        return total.span < each.parts[0].span and total.value >= _MANY and _count_alike(each)
    beside = apart == 1 and total.span in lone and total.block == each.parts[0].block
    return apart >= -_BEHIND and each.off <= (NEAR if beside else CLOSE)


def _count_alike(each: Sum) -> bool:
    """Whether nothing says that the total counts other things than its parts, or that one is a mark and no count: “96.5”."""
    if any(amount.value % 1 for amount in (each.total, *each.parts)):
        return False
    heads = {stem(part.head) for part in each.parts if part.head}
    own, persons = each.total, any(part.persons for part in each.parts)
    if not heads and not own.head:
        return False  # bare numbers meet by chance
    return not heads or not own.head or stem(own.head) in heads or (own.persons and persons)
