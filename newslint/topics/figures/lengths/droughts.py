"""Droughts: how long it is since something last happened: “their first cup in 17 years” beside “a 15-year wait”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.present import Present, present
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import NUMBER_IN_WORDS, NUMBER_WORDS
from newslint.topics.figures.lengths.elapsed import Elapsed

_SHORTEST, _FARTHEST = 3, 3.0
_WON = r"(?:won|claimed|lifted|taken|took|reached|secured|earned|captured|landed|held|achieved)"
_PRIZE = r"(?:titles?|cups?|trophy|trophies|flags?|pennants?|premierships?|championships?|crowns?|medals?|finals?|shields?|pennant|wins?|victory|promotion)"


class Drought(Row):
    """So many `years` without, at `span`: `first` for “the first in 17 years”, “wait” for “a 17-year wait”."""

    span: Span
    years: int
    way: str


@analysis
def droughts_in_two_ways(document: Document) -> tuple[Elapsed, ...]:
    """The wait that is told in two lengths, or that the year in which it began doesn’t bear out, where no other is told of."""
    told = tuple(_droughts(document))
    lengths = {drought.years for drought in told}
    if len(lengths) == 2 and {drought.way for drought in told} == {"first", "wait"}:
        first = told[0]
        last = next(drought for drought in told if drought.years != first.years)
        near = max(lengths) < _FARTHEST * min(lengths) and max(lengths) - min(lengths) > 1
        return (
            (Elapsed(last.span, first.span, first.span, document[first.span]),)
            if near and first.way != last.way
            else ()
        )
    now = present(document)
    return tuple(_since(document, told[0], now)) if now is not None and len(lengths) == 1 else ()


def _since(document: Document, drought: Drought, now: Present) -> Iterator[Elapsed]:
    """Against the one year in which it was last won."""
    years = {match["year"]: Span(*match.span("year")) for match in _last().finditer(document.text)}
    if len(years) != 1:
        return
    year, span = next(iter(years.items()))
    gap = now.least - int(year)
    over, short = gap > drought.years + 1, now.least == now.most and gap < drought.years - 1
    if (over or short) and 1 / _FARTHEST < gap / drought.years < _FARTHEST:
        yield Elapsed(drought.span, span, now.told.span, f"{gap} years{'' if now.least == now.most else ' at least'}")


def _droughts(document: Document) -> Iterator[Drought]:
    for block in blocks_with(document, "wait", "drought", "famine", "absence", "first "):
        for match in _drought().finditer(document.text, block.start, block.end):
            number = (match["first"] or match["wait"] or match["waited"]).lower()
            years = int(number) if number.isdecimal() else NUMBER_WORDS[number]
            if years >= _SHORTEST and not in_quotation(document, match.start()):
                group = next(name for name in ("first", "wait", "waited") if match[name])
                yield Drought(Span(*match.span(group)), years, "first" if group == "first" else "wait")


@cache
def _drought() -> re.Pattern[str]:
    number = rf"\d{{1,2}}|{NUMBER_IN_WORDS}"
    return compiled(
        rf"\bfirst (?:[\w’'-]+ ){{1,5}}?(?:in|for) (?P<first>{number}) years\b"
        rf"|\b(?P<wait>{number})[- ]years?[- ](?:[a-z]+ )?(?:wait|drought|famine|absence|title drought)\b"
        rf"|\b(?:wait(?:ed)?|drought|famine|absence)(?: of| for)? (?P<waited>{number}) years\b",
        re.I,
    )


@cache
def _last() -> re.Pattern[str]:
    """“The last of their cups was won in 2011”, “last won it in 2011”, “their only other title, in 2011”, “had not won it since 2011”, “the first cup since 2011”."""
    of_those = rf"(?:of (?:its|their|his|her|the) )?(?:[a-z]+ )?(?:{_PRIZE},? )?"
    happened = rf"(?:(?:was|were|came|{_WON})\b )?(?:[a-z]+ ){{0,4}}?"
    only = rf"only (?:other|previous|earlier) (?:[a-z]+ )?{_PRIZE}(?:,| came| was)"
    since = rf"\b(?:not|n[’']t|never) (?:have )?[a-z]+ (?:[a-z]+ ){{0,4}}?|first (?:[\w’'-]+ ){{0,5}}?{_PRIZE} "
    return compiled(
        rf"\b(?:(?:last {of_those}{happened}|{only} )in|(?:{since})since(?: the)?) (?P<year>(?:19|20)\d\d)\b", re.I
    )
