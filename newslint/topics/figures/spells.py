"""Spells: how long a crime went on, and the two dates between which it was done: “eight years of deceit”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, moments
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.figures.elapsed import Elapsed

_CRIME = (
    r"(?:frauds?|deceit|deception|lies|lying|theft|thefts|thieving|stealing|stole|embezzl\w+|abuse|offend\w+|offences|offenses|dishonesty|scams?|false accounting|"
    r"laundering|bribery|bribes|harassment|stalking|plunder\w*|pilfer\w*|swindl\w+|defraud\w+|forger(?:y|ies)|siphon\w*|skimm\w+)"
)
_OF_CRIME = compiled(rf"(?i) of (?:[a-z]+ )?{_CRIME}\b")
# “A three-year tax fraud”; but a three-year fraud sentence.
_LONG_CRIME = compiled(
    rf"(?i)[- ](?:long )?(?:[a-z]+ )?(?:{_CRIME}|crime spree|campaign of {_CRIME})\b(?! (?:sentence|term|trial|case|investigation|inquiry|probe|conviction))"
)
_OVER = compiled(r"(?i)\b(?:over|for) (?:a period of |a |the |some )?\Z")
_CRIMES = compiled(rf"(?i)\b{_CRIME}\b")
_CHARGED = compiled(rf"(?i)\b(?:{_CRIME}|counts?|charges?|convicted|guilty|accused|took|transfer\w*)\b")
_OPENS = compiled(r"(?i)\b(?:between|from) (?:about |early |late |mid-)?\Z")
_JOINS = compiled(r" (?:and|to|until|till) (?:about |early |late |mid-)?\Z")
_PROMISED = compiled(r"(?i)[- ](?:sentence|term|jail|prison|in (?:jail|prison))")
_FARTHEST = 3.0  # times


@analysis
def spells(document: Document) -> tuple[Elapsed, ...]:
    """Every length of a crime that the one stretch of time of the story's crimes doesn’t have."""
    if not _CRIMES.search(document.text):
        return ()
    stretches = {(_count(one), _count(other)): (one, other) for one, other in _stretches(document)}
    if len(stretches) != 1:
        return ()
    (start, end), (one, other) = next(iter(stretches.items()))
    years = end - start
    return tuple(
        Elapsed(length.span, one.span, other.span, f"about {years:.0f} years")
        for length in quantities(document)
        if _is_of_crime(document, length)
        and abs(length.value - years) > 1.1
        and 1 / _FARTHEST < length.value / max(0.1, years) < _FARTHEST
    )


def _stretches(document: Document) -> Iterator[tuple[DateReference, DateReference]]:
    """“Between April 2016 and June 2022”, where a crime is told of."""
    for one, other in pairwise(moments(document)):
        if not (one.year and other.year and one.year < other.year):
            continue
        sentence = sentence_at(document, one.span.start)
        opened = _OPENS.search(document.text, max(0, one.span.start - 24), one.span.start)
        if not opened or sentence is None or not _JOINS.fullmatch(document.text, one.span.end, other.span.start):
            continue
        if _CHARGED.search(document.text, sentence.start, sentence.end):
            yield one, other


def _count(date: DateReference) -> float:
    return (date.year or 0) + ((date.month or 6) - 1) / 12


def _is_of_crime(document: Document, length: Quantity) -> bool:
    """Whether it’s told how long a crime went on: “years of deceit”, “a three-year fraud”, “stole £4m over three years”."""
    plain = length.kind is Kind.TIME and length.unit == "year" and length.hedge is Hedge.NONE and length.value > 1
    if not plain or length.top != length.value or in_quotation(document, length.start):
        return False
    text, sentence = document.text, sentence_at(document, length.start)
    if sentence is None or _PROMISED.match(text, length.numeral.end) or _PROMISED.match(text, length.span.end):
        return False
    if _OF_CRIME.match(text, length.span.end, sentence.end):
        return True
    if "-" in document[length.span]:
        return bool(_LONG_CRIME.match(text, length.span.end, sentence.end))
    over = _OVER.search(text, max(sentence.start, length.start - 24), length.start)
    behind = text[length.span.end : length.span.end + 1] in (".", ",", ";")
    return (
        bool(over)
        and behind
        and bool(
            compiled(r"(?i)\b(?:stole|stealing|defraud\w+|embezzl\w+|siphon\w*|skimm\w+)\b").search(
                text, sentence.start, length.start
            )
        )
    )
