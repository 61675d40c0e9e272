"""Innings: in copy of cricket a hundred, or a fifty, is the name of an innings of so many runs or more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.vocabulary import wordlist
from newslint.text.words import occurrences

_OF_CRICKET = wordlist("cricket wicket wickets innings batsman batsmen bowler lbw overs stumps")
_ROUND = (50, 100)


def with_innings(document: Document, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, where “fifty” and “hundred” in copy of cricket are of so much at least."""
    cricket = not _OF_CRICKET.isdisjoint(occurrences(document).keys())
    for each in found:
        named = cricket and each.numeral.spelled and each.kind is Kind.COUNT and each.value in _ROUND
        yield each._replace(hedge=Hedge.OVER) if named and each.hedge is Hedge.NONE else each
