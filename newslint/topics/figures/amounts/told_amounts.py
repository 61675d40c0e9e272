"""Told amounts: the amounts of a draft in the ways they're asked for, and those that may be told of one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from math import log
from operator import attrgetter

from newslint.document import Document, Role, analysis, kept_by
from newslint.story.amounts import Amount, stem
from newslint.story.same import measured
from newslint.topics.figures.amounts.amount_signs import (
    DISPLAYED,
    counted,
    fate_of,
    framed,
    moved,
    printed,
    rare_families,
    ratio,
    told,
)
from newslint.topics.figures.vicinity import near, order

# A key that more amounts share says nothing of any two of them.
MOST = 14
# So many amounts are held against one that is spoken of as known, or stands in the display.
_PARTNERS = 10
# Beyond this ratio nobody takes one amount for the other, but for noughts.
_FAR = 3.0
# Tolls that differ by less may be one.
_ALIKE = log(1.5)
# The display's number stands, if anywhere, in so many of the first paragraphs that have one.
_LEAD = 4
# Numbers up to this stand in most stories by chance.
_CHANCE = 60


_STOPS = tuple(".!?:;,”\"’')")


class Draft:
    """The amounts of one draft in the ways they're asked for."""

    def __init__(self, document: Document, told: list[Amount], times: Counter[tuple[str, float]]) -> None:
        self.document, self.told, self.times = document, told, times
        self.equal: dict[tuple[str, float], list[Amount]] = defaultdict(list)
        self.heads: dict[tuple[str, str], list[Amount]] = defaultdict(list)
        self.values: dict[str, set[float]] = defaultdict(set)
        for amount in told:
            self.values[amount.unit].add(amount.value)
            if amount.role not in DISPLAYED:
                self.equal[amount.unit, amount.value].append(amount)
            for key in _keys(amount):
                self.heads[amount.unit, key].append(amount)
        self.ladders = {unit: sorted(values) for unit, values in self.values.items()}
        first = next((amount.block for amount in told if amount.role is Role.PARAGRAPH), -1)
        self.lead = [a for a in told if first <= a.block <= first + _LEAD and a.role is Role.PARAGRAPH]
        self.first = first

    def alike(self, amount: Amount, roles: frozenset[Role]) -> list[Amount]:
        """The amounts that count the same, or have a word beside them in common; the nearest in size first."""
        found = {}
        for key in _keys(amount):
            group = self.heads[amount.unit, key]
            for other in group if len(group) <= 2 * MOST else ():
                if other.role in roles and other.value != amount.value and is_in_reach(amount, other):
                    found[other.span] = other
        near = sorted(
            found.values(), key=lambda each: (-self.kinship(amount, each), abs(log(ratio(amount, each))), each.span)
        )
        return near[:_PARTNERS]

    def recurs(self, amount: Amount) -> bool:
        """Whether the story has the number again, of the same thing; or of whatever, where it's a great one."""
        again = [a for a in self.equal[amount.unit, amount.value] if a.span != amount.span]
        if self.times[amount.unit, amount.value] < 2:
            return False
        return amount.value > _CHANCE or not again or any(_is_of_one_sort(a, amount) for a in again)

    def stands(self, amount: Amount) -> bool:
        """Whether the story has the display's number of the same thing, or of nothing that's named; of the dead, where somebody is told to have died."""
        equal = self.equal[amount.unit, amount.value]
        if self._is_of_dead(amount) and (amount.persons or not amount.head):
            return any(self._is_of_dead(a) for a in equal if a.persons or not a.head)
        if amount.value > _CHANCE:
            return any(_may_be_one(a, amount) for a in equal)
        return any(_is_of_one_sort(a, amount) for a in equal)

    def _is_of_dead(self, amount: Amount) -> bool:
        return fate_of(self.document, amount) == "dead"

    def leading(self, amount: Amount) -> list[Amount]:
        """The amounts of the story's first paragraphs that may be the display's."""
        found = [a for a in self.lead if a.unit == amount.unit and a is not amount and is_in_reach(amount, a)]
        return found[:_PARTNERS]

    def kinship(self, one: Amount, other: Amount) -> int:
        """How much what both sentences say speaks for one amount: what they count, and words that hardly stand elsewhere."""
        rare = rare_families(self.document, one.sentence, other.sentence)
        return 2 * len(rare) + len(one.close & other.close) + 2 * (stem(one.head) == stem(other.head) != "")

    def ordered(self, one: Amount, other: Amount) -> tuple[Amount, Amount]:
        """The one to report first: the display's, the rarer, the one that takes up the other, the later."""

        def rank(amount: Amount) -> tuple[object, ...]:
            return (
                amount.role not in DISPLAYED,
                self.times[amount.unit, amount.value] > 1,
                not amount.determiner,
                -amount.span.start,
            )

        return (one, other) if rank(one) <= rank(other) else (other, one)

    def signs(self, one: Amount, other: Amount) -> dict[str, float]:
        """What speaks for and against both being one amount."""
        document = self.document
        signs = {
            **printed(one, other),
            **counted(document, one, other),
            **framed(document, one, other),
            **told(document, one, other),
            **moved(document, one, other),
            **self._placed(one, other),
            **self._supported(one, other),
        }
        alike = signs["ratio"] < _ALIKE and not signs["one-told"]
        if signs["headline"] and signs["lead"] and signs["same-fate"] and alike:
            # How many died is what headline and first paragraph are for: no chance, however small.
            signs["small"] = False
        return measured(signs)

    def _placed(self, one: Amount, other: Amount) -> dict[str, float]:
        """Where the two stand."""
        apart = abs(order(self.document, one.span.start) - order(self.document, other.span.start))
        return {
            "headline": one.role is Role.HEADLINE,
            "headline-lead": one.role is Role.HEADLINE and other.block <= self.first + 1,
            "far": log(1 + abs(one.block - other.block)) / 2,
            "caption": Role.CAPTION in (one.role, other.role),
            "both-lists": one.role is other.role is Role.LIST_ITEM,
            # A headline has the first sentence below it, whatever both say.
            "next-sentence": apart == 1 and one.role is not Role.HEADLINE,
            "lead": other.block == self.first,
            "later": one.span.start > other.span.start,
        }

    def _supported(self, one: Amount, other: Amount) -> dict[str, float]:
        """Whether either value stands again, and how many there are that it may be confused with."""
        again = self.times[one.unit, one.value] > 1, self.times[other.unit, other.value] > 1
        values, ladder = self.values[one.unit], self.ladders.get(one.unit, [])
        value = max(one.value, 1e-9)
        rivals = bisect_right(ladder, value * _FAR) - bisect_left(ladder, value / _FAR)
        return {
            "made": self._is_made(one, other),
            "both-recur": all(again),
            "adds-up": abs(one.value - other.value) in values or one.value + other.value in values,
            "sole-rival": rivals == 2,
            "crowd": log(max(1, len(values))),
        }

    def _is_made(self, whole: Amount, rival: Amount) -> bool:
        """Whether two other amounts near the pair make this one, so that it's right as it stands."""
        around = _around(self.document, whole) | _around(self.document, rival)
        values = {value for unit, value in around if unit == whole.unit} - {whole.value, rival.value, 0}
        return any(whole.value - value in values for value in values if value * 2 != whole.value)


@kept_by(attrgetter("span"))
def _around(document: Document, amount: Amount) -> frozenset[tuple[str, float]]:
    """The units and values of the amounts from two sentences before that of this one to two behind it."""
    return frozenset((a.unit, a.value) for a in near(document, amount.span.start, 2, 2))


def _may_be_one(one: Amount, other: Amount) -> bool:
    return not one.head or sort_of(one) == sort_of(other)


def _is_of_one_sort(one: Amount, other: Amount) -> bool:
    """Whether both count the same, or one of them nothing that's named, beside a word that the other has beside it: else they are equal by chance."""
    bare = not (one.head and other.head)
    return sort_of(one) == sort_of(other) or (bare and not one.close.isdisjoint(other.close))


def _keys(amount: Amount) -> set[str]:
    return {*amount.close, sort_of(amount)}


def sort_of(amount: Amount) -> str:
    """What is counted, as a key: persons are of one sort, however they're called."""
    return "@person" if amount.persons else f"@{stem(amount.head)}"


def is_in_reach(one: Amount, other: Amount) -> bool:
    """Whether the two are of one size."""
    return 1 / _FAR <= ratio(one, other) <= _FAR


@analysis
def standfirsts(document: Document) -> frozenset[int]:
    """The number of the block right behind the headline that ends without a stop, as a line of display does and a paragraph doesn't."""
    second = document.blocks[1:2] if document.blocks and document.blocks[0].role is Role.HEADLINE else ()
    shown = second and second[0].role is Role.PARAGRAPH and not document[second[0].span].endswith(_STOPS)
    return frozenset([1]) if shown else frozenset()
