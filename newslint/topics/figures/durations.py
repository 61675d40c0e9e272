"""Intervals: two years and how long before or after the one the other is said to be: “50 years later, in 1961”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years
from newslint.story.publication import publication
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at

_LATER = compiled(r" later,? (?:in|by) (?:[A-Z][a-z]+ )?\Z")
# “after it was built in”: five words at most, and no clause within the clause.
_WHAT = r"(?!the age)(?:[\w’'-]+ ){1,5}?(?:in|of) (?:[A-Z][a-z]+ )?"
_AFTER = compiled(rf" after {_WHAT}\Z")
_SINCE = compiled(rf" since {_WHAT}\Z")
_AGO = compiled(r" ago,? in (?:[A-Z][a-z]+ )?\Z")
_CLAUSE = compiled(r" (?:after|since) (?:[\w’'-]+ )+(?:he|she|it|they|I|we|that|which|who|whom|when|where) ")
_ENDS = compiled(r"\s?[,.;:)!?–—]|\s*\Z|\s(?:and|but|when|while)\b")
_NEAR = 120


class Interval(Row):
    """From the year `first` (at `start`) to the year `last` (at `end`) the copy says it is `length`."""

    first: int
    last: int
    start: Span
    end: Span
    length: Quantity


@analysis
def intervals(document: Document) -> tuple[Interval, ...]:
    """Every pair of years that stands with the years between them as “later”, “after”, “since” or “ago”."""
    text = document.text
    if (
        "years later" not in text
        and "years after" not in text
        and "years since" not in text
        and "years ago" not in text
    ):
        return ()
    found: list[Interval] = []
    for length in quantities(document):
        if length.kind is Kind.TIME and length.unit == "year" and length.hedge is Hedge.NONE and length.value > 1:
            sentence = sentence_at(document, length.span.start)
            if sentence is not None and not in_quotation(document, length.span.start):
                found.extend(_of(document, length, sentence))
    return tuple(found)


def _of(document: Document, length: Quantity, sentence: Sentence) -> Iterator[Interval]:
    years = years_within(document, sentence)
    before = [year for year in years if year.span.end <= length.span.start]
    behind = years[len(before) :]
    if not behind:
        if before and _ends_in(document, before[-1], length):
            yield from _from_the_one(document, sentence, before[:-1], before[-1], length)
        return
    gap = document.text[length.span.end : behind[0].span.start]
    if len(gap) > _NEAR:
        return
    if _LATER.match(gap):
        if len(behind) == 1:
            yield from _from_the_one(document, sentence, before, behind[0], length)
    elif _AFTER.match(gap) and not _CLAUSE.match(gap):
        yield from _after(document, length, before, behind)
    else:
        yield from _till_now(document, length, behind[0], gap)


def _from_the_one(
    document: Document, sentence: Sentence, before: list[DateReference], last: DateReference, length: Quantity
) -> Iterator[Interval]:
    """To `last` from the one year before it, in the sentence or else in the one before."""
    begun = before or _of_the_sentence_before(document, sentence)
    if len(begun) == 1:
        yield from _interval(begun[0], last, length)


def _after(
    document: Document, length: Quantity, before: list[DateReference], behind: list[DateReference]
) -> Iterator[Interval]:
    """“In 1951, 20 years after it began in 1931”, “20 years after it began in 1931, it ended in 1951”."""
    begun = behind[0]
    if len(before) == 1 == len(behind) and length.start - before[0].span.end < 40:
        if _ENDS.match(document.text, begun.span.end):
            yield from _interval(begun, before[0], length)
    elif not before and len(behind) == 2:
        then = document.text[begun.span.end : behind[1].span.start]
        if compiled(r", [^.;,:]{3,60}\bin \Z").match(then):
            yield from _interval(begun, behind[1], length)


def _ends_in(document: Document, last: DateReference, length: Quantity) -> bool:
    """“…founded in 1931 and closed in 1951, 20 years later.”"""
    gap = document.text[last.span.end : length.start]
    return gap in (", ", " – ", " — ") and bool(
        compiled(r" later\s*(?:[.;:,)]|\Z)").match(document.text, length.span.end)
    )


def _till_now(document: Document, length: Quantity, year: DateReference, gap: str) -> Iterator[Interval]:
    """“50 years since the flood of 1968”, “50 years ago, in 1968”, in a draft that bears its date."""
    own = publication(document)
    if own is not None and own.year and (_AGO.match(gap) or (_SINCE.match(gap) and not _CLAUSE.match(gap))):
        yield from _interval(year, own, length)


def _interval(first: DateReference, last: DateReference, length: Quantity) -> Iterator[Interval]:
    if first.year and last.year:
        yield Interval(first.year, last.year, first.span, last.span, length)


def _of_the_sentence_before(document: Document, sentence: Sentence) -> list[DateReference]:
    earlier = sentence_at(document, max(0, sentence.start - 2))
    if earlier is None or earlier.start == sentence.start:
        return []
    if document.block_at(earlier.start) != document.block_at(sentence.start):
        return []
    return years_within(document, earlier)


@analysis
def _starts(document: Document) -> list[int]:
    return [year.span.start for year in bare_years(document)]


def years_within(document: Document, sentence: Sentence) -> list[DateReference]:
    """The years of `sentence`."""
    starts = _starts(document)
    return list(bare_years(document)[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])
