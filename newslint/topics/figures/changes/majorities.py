"""Majorities: by how many votes somebody won, against the votes that the copy tells, wherever it does.

A majority that is no difference of any votes in the copy, but is alike one with a slip, isn't of another contest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts
from newslint.story.quantity import Hedge, Kind
from newslint.text.prefilter import blocks_with
from newslint.text.vocabulary import ANOTHER_TIME

_LEAST = 100  # a smaller one is alike many differences
_MOST = 60  # so many votes are a table of several contests
_LED = compiled(r"(?i)\b(?:majority|margin|lead) of (?:just |only |a mere )?\Z|\bmajority(?:: | was | is )\Z")
_BY = compiled(r"(?i)\bby (?:just |only |a mere )?\Z")
_VOTES = compiled(r"(?i)(?: |-)votes?\b")
_WON = compiled(r"(?i)-votes? (?:majority|margin|lead|win|victory|cushion)\b")
_ANOTHER = compiled(
    rf"(?i)\b(?:{ANOTHER_TIME}|since"
    r"|general election|wards?|precincts?|there|at one (?:point|stage)|had been|would|could|might|if|first (?:count|round))\b"
)
_HEADS = frozenset(["", "vote", "ballot"])
_TO = compiled(r" votes? to (?:the )?\d")


class Majority(Row):
    """A majority, and the two votes that make another: the winner's and the loser's."""

    said: Amount
    won: Amount
    lost: Amount

    @property
    def made(self) -> float:
        """The majority that they make."""
        return self.won.value - self.lost.value


@analysis
def mismajorities(document: Document) -> tuple[Majority, ...]:
    """Every majority that the votes of the copy don't make, and nearly do."""
    blocks = blocks_with(document, "vote", "majority", "Majority")
    told = {block.start for block in blocks}
    said = [a for a in amounts(document) if _is_majority(document, a, told)] if told else []  # for speed
    votes = _votes(document, said) if said else []  # for speed
    return tuple(wrong for each in said for wrong in _misreckoned(each, votes))


def _is_majority(document: Document, amount: Amount, blocks: set[int]) -> bool:
    if document.blocks[amount.block].start not in blocks:  # for speed
        return False
    if not _is_plain(amount):
        return False
    text, start, sentence = document.text, amount.quantity.start, amount.sentence
    ahead, end = max(sentence.start, start - 30), amount.quantity.numeral.end
    by_votes = _BY.search(text, ahead, start) and _VOTES.match(text, end) and not _TO.match(text, end)
    said = by_votes or _LED.search(text, ahead, start) or _WON.match(text, end)
    return bool(said) and not _ANOTHER.search(text, sentence.start, sentence.end)


def _is_plain(amount: Amount) -> bool:
    whole = amount.quantity.kind is Kind.COUNT and amount.value % 1 == 0 and amount.value >= _LEAST
    return whole and amount.quantity.hedge is Hedge.NONE


def _votes(document: Document, said: Sequence[Amount]) -> list[Amount]:
    """What the copy counts that may be somebody's votes."""
    taken = {amount.span for amount in said}
    return [a for a in amounts(document) if _is_plain(a) and a.head in _HEADS and a.span not in taken]


def _misreckoned(said: Amount, votes: Sequence[Amount]) -> Iterator[Majority]:
    differences = {abs(a.value - b.value) for a, b in combinations(votes, 2)} if len(votes) <= _MOST else {said.value}
    if any(_may_be(said, made) for made in differences):
        return
    for one, other in pairwise(votes):
        lost, won = sorted((one, other), key=attrgetter("value"))
        if is_alike(said.value, won.value - lost.value):
            yield Majority(said, won, lost)
            return


def _may_be(said: Amount, made: float) -> bool:
    """Whether the majority may be told as that, rounded."""
    return abs(said.value - made) <= said.quantity.slack


def is_alike(said: float, made: float) -> bool:
    """Whether both have the same figures in another order, or, of four or more, all but one."""
    one, other = f"{said:.0f}", f"{made:.0f}"
    if len(one) != len(other) or one == other:
        return False
    return sorted(one) == sorted(other) or (len(one) > 3 and sum(map(str.__ne__, one, other)) == 1)
