"""Totals: shares of what the copy tells by its name, wherever it does: “or 24% of turnover” where revenue was £148.5m, “6,240 votes, or 16%”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, addable, amounts, stem
from newslint.story.quantity import Kind
from newslint.text.vocabulary import ANOTHER_TIME
from newslint.topics.figures.qualifiers import is_held_against
from newslint.topics.figures.shares.joints import (
    Part,
    is_narrowed,
    is_plain_total,
    named_behind,
    totals_among,
    totals_behind,
)
from newslint.topics.figures.shares.proportions import distance, fits, may_be_whole, unfitting

# Beyond this ratio of what is said to what is reckoned another total is meant; below that it’s just what is said.
_FAR, _JUST = log(1.5), 0.02
_MOST = 14  # totals of one name that a story has
# What sets a share, or its total, apart from all there is: a place, or another time.
_ELSEWHERE = compiled(
    r"\b(?:in|at|from|across|around) (?:the )?[A-Z]|(?i:\b(?:wards?|precincts?|districts?|counties|county|boxe?s?|booths?|rounds?|branch(?:es)?|there|abroad)\b)"
)
_ANOTHER_TIME = compiled(rf"(?i)\b(?:{ANOTHER_TIME}|then)\b")
_OF_ITS_OWN = compiled(r"\)?,? of (?:its|their|his|her|our|my|your|that|this)\b")
# What the share is of, up to a mark, and what makes that less than all there is.
_PHRASE = compiled(
    r"(?:\)?,? of (?P<every>(?:everything|everyone|everybody|all (?:that|who)|those)\b)?)(?:(?! (?:and|but|while|which)\b)[^,;.:)–—])*"
)
_LESS = compiled(r"\b(?:still|since)\b|\b(?:spend|spent|spends|sells|sold|earns) (?:on|in|for|at|to)\b")
# What money is, and what is counted, of the totals that have names.
_MONEY = frozenset(["revenue", "budget"])
# All votes, by the words beside them, and not one candidate’s.
_CAST = frozenset(map(stem, ("valid", "formal", "cast", "counted", "total", "papers", "ballots", "polled")))


def named_shares(document: Document) -> Iterator[tuple[Part, Amount]]:
    """The parts whose share is of a total that is told by its name, and of none of that name, each with the nearest one."""
    for part in unfitting(document):
        totals = [a for a in _totals_of(document, part) if may_be_whole(document, part, a)]
        nearest = min(totals, key=lambda total: distance(part, total), default=None)
        if nearest and distance(part, nearest) < _FAR and not _is_of_any(document, part, totals):
            yield part, nearest


def _is_of_any(document: Document, part: Part, totals: list[Amount]) -> bool:
    """Whether it may be that share of one of these totals, or is just that of any amount of the draft."""
    told = (a for a in amounts(document) if may_be_whole(document, part, a))
    return any(fits(document, part, total) for total in totals) or any(distance(part, a) < _JUST for a in told)


def _totals_of(document: Document, part: Part) -> list[Amount]:
    """The totals that the share is said to be of, or, of votes, all votes that were cast; none where they are many, as in a table."""
    found = _told_totals(document, part)
    return found if len(found) <= _MOST else []


def _told_totals(document: Document, part: Part) -> list[Amount]:
    text, end = document.text, part.share.span.end
    if not (part.link or part.taken_up) or _is_of_some(text, part) or part.amount.value == 1:
        return []  # “one” by itself is a pronoun rather
    named = totals_behind(text, end)
    if named:
        return [a for name in sorted(named) for a in _totals(document)[name]]
    own = totals_among([stem(part.amount.head)])
    return [a for name in sorted(own) for a in _totals(document)[name] if not _CAST.isdisjoint(a.close)]


def _is_of_some(text: str, part: Part) -> bool:
    """Whether the words around say that the total is somebody’s own, or less than all: “of its sales”, “of sales in the north”, “in Ayle, 40 votes”."""
    end, sentence = part.share.span.end, part.share.amount.sentence
    counts = part.amount.quantity.kind is Kind.COUNT
    phrase = _PHRASE.match(text, end, sentence.end)
    start = sentence.start if counts else min(part.amount.span.start, part.share.span.start)
    if (
        _OF_ITS_OWN.match(text, end)
        or _ELSEWHERE.search(text, start, phrase.end() if phrase else end)
        or _ANOTHER_TIME.search(text, sentence.start, sentence.end)
    ):
        return True
    if phrase is None:
        return False
    if phrase["every"]:
        return _LESS.search(phrase[0]) is not None
    return not is_plain_total(named_behind(text, end)) or is_narrowed(text, end)


@analysis
def _totals(document: Document) -> dict[str, list[Amount]]:
    """The amounts that may be totals, by what the words beside them call these."""
    found: dict[str, list[Amount]] = defaultdict(list)
    for amount in amounts(document):
        for name in sorted(totals_among({*amount.close, stem(amount.head)})) if _may_be_total(document, amount) else ():
            if (name in _MONEY) is (amount.quantity.kind is Kind.MONEY):
                found[name].append(amount)
    return found


def _may_be_total(document: Document, amount: Amount) -> bool:
    return addable(amount) and not is_held_against(document, amount)
