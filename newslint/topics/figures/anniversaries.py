"""Anniversaries: the year in which a thing began, and which anniversary of it the copy counts in which year."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference
from newslint.story.publication import publication
from newslint.story.quantities import quantities
from newslint.story.quantity import Kind, Quantity
from newslint.text.sentences import sentence_at
from newslint.topics.figures.durations import Interval, years_within

_BEGAN = compiled(
    r"\b(?:[Ff]ounded|[Oo]pened|[Ee]stablished|[Bb]uilt|[Bb]egan|[Ss]tarted|[Cc]reated|[Ll]aunched|[Ff]ormed|[Mm]arried)"
    r"\b[^.;\d]{0,40}\bin \Z"
)
_MARKED = compiled(r"\b(?:celebrat|mark|observ)\w* (?:its|the|their) \Z")
_IN = compiled(r"(?:st|nd|rd|th)? (?:\w+ )?anniversary in ")
_NOW = compiled(r"(?:st|nd|rd|th)? (?:\w+ )?anniversary (?:this year|this month|this week|on [A-Z])")


@analysis
def anniversaries(document: Document) -> tuple[Interval, ...]:
    """“Founded in 1931, it marked its 50th anniversary in 1981”: with both years in one sentence, or in the draft’s own."""
    if " anniversary" not in document.text:
        return ()
    ordinals = [quantity for quantity in quantities(document) if quantity.kind is Kind.ORDINAL]
    return tuple(found for ordinal in ordinals for found in _of(document, ordinal))


def _of(document: Document, ordinal: Quantity) -> Iterator[Interval]:
    text, (start, end) = document.text, ordinal.span
    sentence = sentence_at(document, start)
    if sentence is None or not _MARKED.search(text[max(sentence.start, start - 30) : start]):
        return
    years = years_within(document, sentence)
    begun = [year for year in years if _BEGAN.search(text[max(sentence.start, year.span.start - 60) : year.span.start])]
    if len(begun) != 1 or len(years) > 2:
        return
    last = _counted_in(document, end, [year for year in years if year is not begun[0]])
    if last is not None and last.year and begun[0].year:
        yield Interval(begun[0].year, last.year, begun[0].span, last.span, ordinal)


def _counted_in(document: Document, end: int, others: list[DateReference]) -> DateReference | None:
    """The year of an anniversary whose number ends at `end`."""
    if others:
        year = others[0]
        return year if year.span.start > end and _IN.fullmatch(document.text, end, year.span.start) else None
    return publication(document) if _NOW.match(document.text, end) else None
