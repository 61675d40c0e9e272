"""Service: a year in which someone left, after so many years, and the year told before in which it began."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, dates_within, moments
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.topics.figures.elapsed import Elapsed

_LEFT = compiled(
    r"(?i)\b(?:retir\w+|sold (?:up|out|the|it|his|her)|stepped down|stood down|resigned|left|quit|departed|gave up|handed over|shut|closed|wound up|bowed out|hung up)\b"
)
_BEGAN = compiled(
    r"(?i)\b(?:joined|founded|opened|established|set up|started|began|took (?:over|on|up|charge)|came to|arrived|bought|became|appointed|hired|launched|moved to)\b"
)
_AFTER = compiled(r"(?i)\b(?:after|having (?:spent|served|worked|done)|with) (?:a total of |all of )?\Z")
_AT_WORK = compiled(
    r"(?i) (?:behind|at|in|as|with|of (?:service|work|teaching|trading)|there|on|running|teaching|working)\b|[’'] service\b|[,.]"
)
_NO_SERVICE = compiled(r"(?i) (?:in (?:prison|jail|custody|hospital|which)|of (?:age|marriage)|as (?:a child))\b")
_SHORTEST, _FARTHEST = 5, 2.0


@analysis
def services(document: Document) -> tuple[Elapsed, ...]:
    """Every length at whose end a year stands, where the one beginning told before makes it another and no year explains it."""
    return tuple(found for length in quantities(document) for found in _service(document, length))


def _service(document: Document, length: Quantity) -> Iterator[Elapsed]:
    sentence = sentence_at(document, length.start)
    if sentence is None or not _is_of_service(document, length, sentence):
        return
    own = [date for date in dates_within(document, sentence.span) if date.year]
    if len(own) != 1 or not _LEFT.search(document.text, sentence.start, sentence.end):
        return
    end = own[0].year or 0
    begun = {date.year: date for date in _begun(document, sentence)}
    years = [date.year for date in moments(document) if date.year]
    explained = any(abs(end - year - length.value) <= 1 for year in years)
    if len(begun) == 1 and not explained:
        year, date = next(iter(begun.items()))
        gap = end - (year or 0)
        if abs(gap - length.value) > 1 and 1 / _FARTHEST < gap / length.value < _FARTHEST:
            yield Elapsed(length.span, date.span, own[0].span, f"{gap} years")


def _is_of_service(document: Document, length: Quantity, sentence: Sentence) -> bool:
    """Whether it’s a plain number of years that ends with the leaving: “after 40 years behind the counter”."""
    plain = length.kind is Kind.TIME and length.unit == "year" and length.hedge is Hedge.NONE
    if not plain or length.value < _SHORTEST or length.top != length.value or in_quotation(document, length.start):
        return False
    text, end = document.text, length.span.end
    led = _AFTER.search(text, max(sentence.start, length.start - 30), length.start)
    return bool(led) and bool(_AT_WORK.match(text, end)) and not _NO_SERVICE.match(text, end)


def _begun(document: Document, own: Sentence) -> Iterator[DateReference]:
    """The year of each sentence before that tells of a beginning and has but one."""
    for sentence in sentences(document):
        if sentence.start >= own.start:
            return
        years = [date for date in dates_within(document, sentence.span) if date.year]
        if len(years) == 1 and _BEGAN.search(document.text, sentence.start, sentence.end):
            yield years[0]
