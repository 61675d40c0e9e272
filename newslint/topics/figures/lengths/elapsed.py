"""Elapsed time: a length of time against the years just told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations, pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years, dates_within
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences


class Elapsed(Row):
    """The length at `span` isn’t what `first` and `last` make it, which is `right` in words."""

    span: Span
    first: Span
    last: Span
    right: str


_THOSE = compiled(
    r"(?i)\b(?:those|these|his|her|its|their|all|over the|for the|in the) (?:next |last |full |long |whole )?\Z"
)
# “In its 50 years” counts till now.
_TILL_NOW = compiled(r"(?i)\b(?:in|over|during|throughout|through|for|across) (?:all )?(?:its|their) \Z")
_OWN_TERM = compiled(
    r"(?i)[ -]years? (?:in (?:prison|jail)|of age|old|ago|later|before|after|to|sentence|contract|deal|term)\b"
)
_BACK = 4  # sentences in which the two years stand that a length takes up


@analysis
def elapsed(document: Document) -> tuple[Elapsed, ...]:
    """Every length of years that isn’t the one between the years just told."""
    return tuple(_taken_up(document))


def _taken_up(document: Document) -> Iterator[Elapsed]:
    """“She started in 2003. She stayed until 2021. Her memoir of those 15 years”: a length takes up the years just told."""
    if len(bare_years(document)) < 2:
        return
    for length in quantities(document):
        if length.kind is not Kind.TIME or length.unit != "year" or length.value < 5 or length.hedge is not Hedge.NONE:
            continue
        said = int(length.value)
        years = _years_before(document, length) if _is_taken_up(document, length) else []
        gaps = [((last.year or 0) - (first.year or 0), first, last) for first, last in pairwise(years)]
        every = [abs((one.year or 0) - (other.year or 0)) for one, other in combinations(years, 2)]
        likely = [gap for gap in gaps if 0.5 * said < gap[0] < 2 * said]
        if len(likely) == 1 and not any(abs(gap - said) < 2 for gap in every):
            gap, one, other = likely[0]
            yield Elapsed(length.span, one.span, other.span, f"{gap} years")


def _is_taken_up(document: Document, length: Quantity) -> bool:
    """Whether it's a definite length, such as “those 15 years”."""
    text, here = document.text, sentence_at(document, length.start)
    if here is None or not _THOSE.search(text, max(here.start, length.start - 24), length.start):
        return False
    till_now = _TILL_NOW.search(text, max(here.start, length.start - 24), length.start)
    if till_now and not text.startswith(" of ", length.span.end):
        return False
    return not (_OWN_TERM.match(text, length.numeral.end) or in_quotation(document, length.start))


def _years_before(document: Document, length: Quantity) -> list[DateReference]:
    """The years of the sentence and of a few before it."""
    told = sentences(document)
    at = bisect_right(told, length.span)
    first = told[max(0, at - _BACK)].start if told else 0
    return [date for date in dates_within(document, Span(first, length.start)) if date.year and not date.month]
