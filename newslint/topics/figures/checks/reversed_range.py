"""Ranges that run downwards: between 90 and 40."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.nouns import counted
from newslint.text.sentences import sentence_at
from newslint.topics.figures.patterns import SIGNS, Skeleton, pattern, skeletons

_BETWEEN = (
    r"\b(?:between|anywhere between) (?:the ages of |about |a |ages )?<any>(?: [a-z]+){0,2} and (?:about |a )?<any>"
)
# “From 60 to 20” may be a fall; only what is said to range, or to hold, has ends that stand in order.
_FROM = (
    r"(?:\b(?:rang(?:e|es|ed|ing)|vary|varies|varied|varying|anywhere|anything|(?:carry|carries|hold|holds|seat|seats|take|takes))(?: in [a-z]+)? from"
    r"|\baged?(?: from)?|\bages|\bcost(?:s|ing)?|\bpriced(?: at)?) (?:about |a )?<any>(?: [a-z]+){0,2} to (?:about |a )?<any>"
)
_FROM_SIGNS = ("from", "aged", "ages", "Aged", "Ages", "ost", "riced")
# “The gap between 90 and 40” compares; it isn't a range.
_COMPARES = compiled(
    r"\b(?:difference|gap|gulf|choice|choose|match|divided?|split|comparison|swing|contrast|distinction|ratio|balance|lost|link|line|road)\s+(?:\w+\s+){0,2}\Z",
    re.I,
)
# “The 4.7 points between 12.1% and 7.4%”
_MEASURED = compiled(f"[{SIGNS[Kind.POINTS]}{SIGNS[Kind.MEASURE]}{SIGNS[Kind.MONEY]}] \\Z")


# Time that is counted backwards: “between 2.4 and 1.5 million years ago”, “between 400 and 350 BC”.
_BACKWARDS = compiled(r"(?: years?)? (?:ago|earlier|BCE?\b|B\.C\.)")
_POLL = compiled(r"\b(?:poll|lead|led|vote|win|won|beat|split|margin|ahead|trail|score|survey|favou?r|defeat)", re.I)


@check
class ReversedRange:
    """Finds “between X and Y” where X is the greater, and ranges such as “20-10%”."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for sentence in skeletons(document):
            if "etween" in sentence.text:
                yield from _reversed(document, sentence, _BETWEEN)
            elif any(sign in sentence.text for sign in _FROM_SIGNS):
                yield from _reversed(document, sentence, _FROM)
        for quantity in quantities(document):
            if (
                quantity.kind is Kind.OTHER
                and quantity.unit
                and quantity.value > quantity.top
                and "/" not in document[quantity.span]
                and _is_range(document, quantity)
            ):
                words = {"high": f"{quantity.value:g}", "low": f"{quantity.top:g}"}
                yield Hit(quantity.span, words, confidence=0.6)


def _is_range(document: Document, quantity: Quantity) -> bool:
    """Not the score of a vote or a poll, which is given with a sign for each side or in a word on who leads."""
    sentence = sentence_at(document, quantity.span.start)
    shares = quantity.unit == "%" and quantity.value + quantity.top >= 85
    if quantity.unit == "points" or sentence is None or shares:
        return False
    return "%" not in document[quantity.span][:-1] and not _POLL.search(document[sentence.span])


def _reversed(document: Document, sentence: Skeleton, form: str) -> Iterator[Hit]:
    for match in pattern(form).finditer(sentence.text):
        first, second = sentence.at[match.start(1)], sentence.at[match.start(2)]
        ahead = sentence.text[: match.start()]
        if _COMPARES.search(ahead) or _MEASURED.search(ahead) or not _is_reversed(document, first, second, sentence):
            continue
        if (form is _FROM and _is_near(first, second)) or _BACKWARDS.match(document.text, second.span.end):
            continue
        words = {"high": document[first.span], "low": document[second.span]}
        yield Hit(first.span, words, (Note(second.span, "the lower end"),), confidence=0.9)


def _is_near(first: Quantity, second: Quantity) -> bool:
    """Rates that move by a hair are given as they moved: “ranged from 6.25% to 6.2%”."""
    return first.value < 1.05 * second.value


def _is_reversed(document: Document, first: Quantity, second: Quantity, sentence: Skeleton) -> bool:
    if first.hedge is not Hedge.NONE or second.hedge is not Hedge.NONE or first.top != first.value:
        return False
    if first.numeral.scale > 1 == second.numeral.scale and first.kind is not Kind.MONEY:
        return False
    mantissa = second.value / second.numeral.scale
    scale = second.numeral.scale if first.numeral.scale == 1 and first.value < 10 * mantissa else 1
    if first.value * scale <= second.value or second.numeral.value != second.value:
        return False
    if first.kind is second.kind is Kind.COUNT:
        if " age" in document.text[max(0, first.span.start - 15) : first.span.start]:
            return True
        return max(first.value, second.value) > 12 and bool(
            counted(document.text, second.span.end, sentence.span.end).noun
        )
    if first.kind is Kind.AGE or second.kind is Kind.AGE:
        return True
    measured = (Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.TIME, Kind.POINTS)
    return second.kind in measured and (
        first.kind is Kind.COUNT or (first.kind, first.unit) == (second.kind, second.unit)
    )


_: type[Check] = ReversedRange
