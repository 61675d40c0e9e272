"""Rests: a whole, and behind it in its paragraph all that is told of it, down to what is left: “24 lamps. Eighteen are new, and the remaining eight …”.

What stands between the two are its parts, and nothing else: no part is hedged, or told without a number. No judge is needed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, combinations, groupby, pairwise

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem
from newslint.story.quantity import Hedge
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.sum_signs import CLOSE, NEAR
from newslint.topics.figures.sums.sum_words import UNNUMBERED
from newslint.topics.figures.sums.sums import Sum
from newslint.topics.figures.vicinity import order

_MOST, _APART = 6, 2  # parts, and sentences between two of them
# What says that an amount is what was left, before it and behind it.
_REST = compiled(
    r"(?i)\b(?:the|its|their|his|her|our|my) (?:other|remaining|(?:rest|remainder|balance)(?:,| of| is| was)?(?: about)?) \Z"
)
_THE = compiled(r"(?i)\bthe \Z")
_THAT_REMAIN = compiled(
    r" (?:that|which|who) (?:(?:are|were|is|was) left|remain(?:ed|s)?)\b(?! (?:in|at|on|of|by|with|over|for|to)\b)"
)
# What makes it the rest of something else: “the other 140 that she ordered”.
_THAT_SHE = compiled(r"(?: [a-z-]+)? (?:(?:that|which|whom) )?(?:I|we|he|she|it|they|you)\b")
# What is of another amount than the whole, or is held against one.
_ASIDE = compiled(
    r"(?i)\b(?:of (?:which|whom|them|it|these|those)|includ\w+|among (?:them|which|whom)|against|compared (?:with|to)|from|than) (?:[a-z]+ ){0,3}\Z"
)
_OF_THEM = compiled(r"(?: [a-z-]+)? of (?:them|whom|which|these|those)\b")
# What is told without a number, so that the parts needn't make the whole; what is counted more than once.
_UNTOLD = compiled(r"(?i)\b(?:some|several|many|most|few|dozens|scores|hundreds|thousands|others)\b")
_FURTHER = compiled(r"(?i)\b(?:a further|another|an additional) \Z")
_EACH = compiled(r"(?: [\w-]+){0,2} (?:each|apiece)\b")


def rests(document: Document) -> Iterator[Sum]:
    """Every whole that its parts don’t make with their rest, in order of the rests."""
    every = all_addable(document)
    values: dict[str, list[float]] = defaultdict(list)
    for amount in sorted(every, key=lambda amount: amount.value):
        values[amount.unit].append(amount.value)
    for _, group in groupby(every, key=lambda amount: amount.block):
        told = list(group)
        for unit in dict.fromkeys(amount.unit for amount in told):
            own = [amount for amount in told if amount.unit == unit]
            for at, last in enumerate(own):
                if at > 1 and _is_rest(document.text, last):
                    before = own[max(0, at - _MOST - 2) : at]
                    made = _of(document, before, last)
                    yield from (each for each in made if not _is_part_itself(document, each, before, values[unit]))


def _is_rest(text: str, amount: Amount) -> bool:
    """Whether the words say that it’s what is left: “the other 15”, “the rest, £5,500”, “the sixteen that are left”."""
    start, end = amount.sentence.start, amount.quantity.start
    left = _THAT_REMAIN.match(text, amount.span.end) and _THE.search(text, start, end)
    plain = amount.quantity.hedge is Hedge.NONE and not _THAT_SHE.match(text, amount.span.end)
    return plain and bool(left or _REST.search(text, start, end))


def _of(document: Document, before: Sequence[Amount], last: Amount) -> Iterator[Sum]:
    """The whole that stands before all parts, where they and the rest nearly make it."""
    plain = [amount for amount in before if not _is_aside(document.text, amount, before)]
    ways = [Sum(whole, (*plain[at + 1 :], last), chain="rest") for at, whole in enumerate(plain[:-1])]
    ways = [each for each in ways if each.total.value > max(part.value for part in each.parts)]
    if any(each.is_rounded or _makes_it(each) for each in ways) or not ways:
        return
    nearest = min(ways, key=lambda each: each.off)
    if nearest.off <= NEAR and _is_whole(document, nearest):
        yield nearest


def _is_part_itself(document: Document, each: Sum, before: Sequence[Amount], values: Sequence[float]) -> bool:
    """Whether the whole, and what is told before it, come to another amount of the story with the parts: “Ayle £9m, Borth £5m, the rest £4m” of £18m.

    So it is where the first part is a further one.
    """
    if _FURTHER.search(document.text, each.total.span.end, each.parts[0].quantity.start):
        return True
    ahead = [amount.value for amount in reversed(before[: before.index(each.total) + 1])]
    return any(
        bisect_left(values, made / (1 + CLOSE)) < bisect_left(values, made / (1 - CLOSE))
        for made in [*accumulate(ahead, initial=each.made)][1:]
    )


def _makes_it(each: Sum) -> bool:
    """Whether the rest makes it with some of the parts: others may count something else, as “two 50-minute sessions” does."""
    *parts, rest = (part.value for part in each.parts)
    some = chain.from_iterable(combinations(parts, many) for many in range(1, len(parts) + 1))
    return any(sum(values) + rest == each.total.value for values in some)


def _is_one_of_them(text: str, each: Sum) -> bool:
    """Whether the whole is told as the parts are: in one sentence with the first of them, or behind the same word: “Moor won 12 games. Hill won eight, …”."""
    total, first = each.total, each.parts[0]
    if total.sentence == first.sentence:
        return True
    ahead = [
        text[amount.sentence.start : amount.quantity.start].lower().split()[-1:] for amount in (total, *each.parts[:-1])
    ]
    return ahead[0] != [] and ahead[0] in ahead[1:]


def _is_aside(text: str, amount: Amount, before: Sequence[Amount]) -> bool:
    """Whether it’s of another part, “nine flew, one of them from Oslo”, or held against one."""
    if _ASIDE.search(text, amount.sentence.start, amount.quantity.start):
        return True
    inside = any(other.sentence == amount.sentence and other.span < amount.span for other in before)
    return inside and _OF_THEM.match(text, amount.span.end) is not None


def _is_whole(document: Document, each: Sum) -> bool:
    """Whether all that counts is told between the whole and the rest, one after another, and counts what the whole does."""
    text, amounts = document.text, (each.total, *each.parts)
    stretch = Span(each.total.span.end, each.parts[-1].quantity.start)
    if any(amount.quantity.hedge is not Hedge.NONE for amount in amounts) or _UNTOLD.search(text, *stretch):
        return False
    if each.made < each.total.value and UNNUMBERED.search(text, *stretch):
        return False
    numbers = [order(document, amount.span.start) for amount in amounts]
    if any(_EACH.match(text, part.span.end) for part in each.parts) or _is_one_of_them(text, each):
        return False
    near = all(other - one <= _APART for one, other in pairwise(numbers))
    return near and all(not part.head or stem(part.head) == stem(each.total.head) for part in each.parts)
