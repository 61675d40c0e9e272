"""Ballots: votes that are told in full (“by 15 votes to nine, with two abstentions”), and those who are said all to have voted, or the seats there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.quantity import Hedge
from newslint.text.prefilter import blocks_with
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.sums import Sum

_NEAR = 0.15  # beyond that share of a body another one voted
# What stands between those for and those against, between these and the abstentions, and behind these.
_TO = compiled(r"(?: votes?| members)? to (?:just |only )?|(?: [a-z]+){0,2} (?:for|in favou?r)\b[^.;:\d]{0,20}")
_WITH = compiled(r"(?: votes?| members)?(?:,? [a-z][^.;:()\d]{0,40}?)?,? (?:(?:with|and) )?(?:also )?")
_ABSTAINED = compiled(r"(?: [a-z]+){0,2} abst(?:entions?|ain\w*)\b|(?: [a-z]+){0,2} (?:declin\w+|refus\w+) to vote\b")
# “All 46 of the members were in their seats”, “all 348 delegates voted”; “the council’s 25 seats”.
_ALL = compiled(r"\b[Aa]ll(?: of)?(?: (?:the|its|our))? \Z")
_VOTED = compiled(r"\b(?:present|voted?|took part|attended|in (?:their|the) (?:seats|places|chamber|hall|room))\b")
_SEATS = frozenset(["seat"])
# “Of the council’s 25 seats”, “the council, which has 25 seats”; not “his party, which has 14 seats”.
_BODY = r"(?:council|assembly|house|parliament|board|chamber|senate|committee)"
_OF_SEATS = compiled(
    rf"(?i)\b(?:of (?:the |its |all )?(?:{_BODY}[’']s )?|{_BODY}\b[^.;:]{{0,20}} (?:has|have|with|of) )\Z"
)
_AHEAD = 60  # letters


def ballots(document: Document) -> Iterator[Sum]:
    """Every body that a ballot told in full doesn't come to: fewer or more than all who voted, or more than have seats."""
    cast = full_ballots(document)
    for body in _bodies(document) if cast else ():
        beside = [votes for votes in cast if votes[0].block == body.block]
        nearest = min((Sum(body, votes) for votes in beside or cast), key=attrgetter("off"))
        if 0 < nearest.off <= _NEAR and _is_wrong(nearest):
            yield nearest


@analysis
def full_ballots(document: Document) -> tuple[tuple[Amount, Amount, Amount], ...]:
    """Those for, those against, and those who abstained, of each ballot that is told in full."""
    return tuple(_ballots(document))


def _ballots(document: Document) -> Iterator[tuple[Amount, Amount, Amount]]:
    told = {block.start for block in blocks_with(document, "abst", "to vote")}
    by_block: dict[int, list[Amount]] = defaultdict(list)
    for amount in all_addable(document) if told else ():  # for speed
        start = document.blocks[amount.block].start
        if start in told:  # for speed
            by_block[start].append(amount)
    for every in by_block.values():
        for ayes, noes, left in zip(every, every[1:], every[2:], strict=False):
            if _is_ballot(document, ayes, noes, left):
                yield ayes, noes, left


def _is_ballot(document: Document, ayes: Amount, noes: Amount, left: Amount) -> bool:
    text = document.text
    plain = all(each.quantity.hedge is Hedge.NONE and each.unit == "count" for each in (ayes, noes, left))
    return bool(
        plain
        and ayes.sentence == left.sentence
        and _TO.fullmatch(text, ayes.span.end, noes.quantity.start)
        and _WITH.fullmatch(text, noes.span.end, left.quantity.start)
        and _ABSTAINED.match(text, left.span.end)
    )


def _bodies(document: Document) -> Iterator[Amount]:
    """All who are said to have voted, and the seats, where the copy has them of one body only."""
    seats = [amount for amount in all_addable(document) if _are_all_seats(document, amount)]
    yield from seats if len({seat.value for seat in seats}) == 1 else ()
    yield from (a for a in all_addable(document) if _are_all(document, a))


def _are_all_seats(document: Document, amount: Amount) -> bool:
    text, ahead = document.text, max(amount.sentence.start, amount.quantity.start - _AHEAD)
    whole = amount.compound or _OF_SEATS.search(text, ahead, amount.quantity.start) is not None
    return amount.head in _SEATS and whole


def _are_all(document: Document, amount: Amount) -> bool:
    text, sentence = document.text, amount.sentence
    every = _ALL.search(text, sentence.start, amount.quantity.start)
    return (
        amount.unit == "count" and every is not None and _VOTED.search(text, amount.span.end, sentence.end) is not None
    )


def _is_wrong(each: Sum) -> bool:
    """Whether more voted than there are seats; or not all of all, but for a chairman who sits there and has no vote."""
    missing = each.total.value - each.made
    if each.total.head in _SEATS:
        return missing < 0
    return missing != 1 or each.total.sentence == each.parts[0].sentence
