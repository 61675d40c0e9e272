"""Sequences: what comes after what, by the words or by the way of things, and is dated before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within, moments
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import NUMBER_WORDS, alternatives

# The stages of a life in learning and work, each behind the one before it, with the words that date them.
_STAGES = (
    r"\b(?:took|gained|earned|won|got|received|has|with|completed|finished)? ?(?:a|an|her|his|their|the) (?:first|bachelor[’']s|undergraduate) degree\b|\bgraduated\b",
    r"\b(?:doctorate|PhD|Ph\.D|D\.?Phil|doctoral (?:thesis|degree))\b",
    r"\bretir(?:ed|ement)\b",
)
_BETWEEN = compiled(r"[.;]|\b(?:who|whose|which|where|when|after|before|until|since)\b")
_HONORARY = compiled(r"\bhonorary \Z")
_REACH = 70
_MOST = 100  # more dates than these are a list
_NUMBER = rf"\d{{1,2}}|{alternatives(NUMBER_WORDS)}"
_AFTER = compiled(
    rf"(?i),? (?P<number>{_NUMBER}) (?P<unit>months?|years?) (?P<way>after|before) the (?:[a-z-]+ )?(?P<noun>[a-z]{{4,}})\b"
)
_THEREUPON = compiled(
    r"(?:On the strength of|After that|Following (?:that|this)|Then|That led|As a result|Because of that|(?:Days|Weeks|Months) later|Soon after(?:wards)?)\b"
)
_LOOKS_BACK = compiled(r"\b(?:had|earlier|before that|previously|by then|already|since|until)\b")


class Reversed(Row):
    """What is dated at `suspect` comes after what is dated at `other`, but bears the earlier date."""

    suspect: Span
    other: Span
    reason: str


@analysis
def reversed_sequences(document: Document) -> tuple[Reversed, ...]:
    """Every date that lies on the wrong side of another."""
    return (*_stages(document), *_counted(document), *_thereupon(document))


def _stages(document: Document) -> Iterator[Reversed]:
    """A doctorate in 1960 behind a first degree in 1962, where the story has one date for each stage."""
    text = document.text
    if "degree" not in text and "graduated" not in text and "octorate" not in text:
        return
    reached: list[DateReference] = []
    for stage in _STAGES:
        dated = {date.year: date for date in reversed(moments(document)) if date.year and _is_of(document, stage, date)}
        if len(dated) == 1:
            reached.extend(dated.values())
    for first, later in pairwise(reached):
        if (first.year or 0) > (later.year or 0) and abs((first.year or 0) - (later.year or 0)) < 60:
            yield Reversed(later.span, first.span, f"comes after {document[first.span]}")


def _is_of(document: Document, stage: str, date: DateReference) -> bool:
    """Whether the words of the stage stand before the date, in its clause."""
    sentence = sentence_at(document, date.span.start)
    if sentence is None or in_quotation(document, date.span.start):
        return False
    start = max(sentence.start, date.span.start - _REACH)
    found = list(compiled(stage).finditer(document.text, start, date.span.start))
    if not found or _HONORARY.search(document.text, start, found[-1].start()):
        return False
    return not _BETWEEN.search(document.text, found[-1].end(), date.span.start)


def _counted(document: Document) -> Iterator[Reversed]:
    """“In August 2022, ten months after the memo”, where the memo is of October 2022."""
    for date in moments(document) if len(moments(document)) <= _MOST else ():
        match = _AFTER.match(document.text, date.span.end) if date.year and date.last_day is None else None
        if match is None:
            continue
        word = match["number"].lower()
        number = int(word) if word.isdigit() else NUMBER_WORDS[word]
        months = (
            number
            * (12 if match["unit"].lower().startswith("year") else 1)
            * (1 if match["way"].lower() == "after" else -1)
        )
        others = [
            other
            for other in moments(document)
            if other.year and _has_noun(document, other, date, match["noun"].lower())
        ]
        if len({(other.year, other.month) for other in others}) != 1:
            continue
        other, slack = others[0], 1 if date.month and others[0].month else 12
        apart = _months(date) - _months(other)
        if abs(apart - months) > slack:
            yield Reversed(date.span, other.span, f"not {match[0].strip(' ,')} of {document[other.span]}")


def _months(date: DateReference) -> int:
    return 12 * (date.year or 0) + (date.month or 1)


def _has_noun(document: Document, other: DateReference, date: DateReference, noun: str) -> bool:
    """Whether the noun stands right before the other date, a word or two between: “a memo dated Oct. 3, 2022”."""
    if other.span == date.span:
        return False
    before = document.text[max(0, other.span.start - 40) : other.span.start].lower()
    return compiled(rf"\b{noun}\b(?: [a-z]+){{0,2}} \Z").search(before) is not None


def _thereupon(document: Document) -> Iterator[Reversed]:
    """“It came to light in April 2024. On the strength of that, police searched the house in March 2024.”"""
    for before, sentence in pairwise(sentences(document)):
        if not _THEREUPON.match(document.text, sentence.start, sentence.end):
            continue
        first, later = _month_of(document, before), _month_of(document, sentence)
        if first and later and 0 < _months(first) - _months(later) < 12:
            yield Reversed(later.span, first.span, f"comes after {document[first.span]}")


def _month_of(document: Document, sentence: Sentence) -> DateReference | None:
    """The one month with its year of a sentence that doesn’t look back."""
    if _LOOKS_BACK.search(document.text, sentence.start, sentence.end):
        return None
    within = dates_within(document, sentence)
    return within[0] if len(within) == 1 and within[0].year and within[0].month else None
