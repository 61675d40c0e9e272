"""Misdatings: the headline's own date against the story's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates, moments
from newslint.story.events import around
from newslint.topics.dates.headline_dates import headline_dates


class Misdating(Row):
    """The date at `span` is given otherwise at `told`. `sure` is from 0 to 1."""

    span: Span
    told: Span
    sure: float


_TITLE_YEAR = compiled(r"\([^()]*\b((?:19|20)\d\d)\)\W*\Z")
_HAPPENED = compiled(r"\b(?:happened|was|were|took place|held|had)\b")


@analysis
def misdatings(document: Document) -> tuple[Misdating, ...]:
    """Every date of the headline that the story gives otherwise, and every entry off the headline's year."""
    return tuple(_misdatings(document))


def _misdatings(document: Document) -> Iterator[Misdating]:
    """The headline's own date against the story's."""
    for found in headline_dates(document):
        yield Misdating(found.span, found.told, 0.65)
    headline = next((block for block in document.copy if block.role is Role.HEADLINE), None)
    if headline is None:
        return
    text = document[headline.span]
    if match := _TITLE_YEAR.search(text):
        year = Span(headline.start + match.start(1), headline.start + match.end(1))
        yield from _title_too_early(document, headline.span, year, text)
    in_title = [reference for reference in dates(document) if headline.span.holds(reference.span) and reference.month]
    if len(in_title) == 1 and in_title[0].year:
        yield from _entry_off(document, in_title[0])


def _title_too_early(document: Document, headline: Span, year: Span, title: str) -> Iterator[Misdating]:
    """A draft with the old year in its title that tells what happened in the new one."""
    value = int(document[year])
    body = [moment for moment in moments(document) if moment.year and title not in _line(document, moment)]
    body = [moment for moment in body if moment.span.start >= headline.end]
    if not body or any(moment.year != value + 1 for moment in body if (moment.year or 0) >= value):
        return
    months = [reference.month for reference in dates(document) if headline.holds(reference.span)]
    for moment in body:
        if moment.month is None or moment.year != value + 1:
            continue
        told = months and (months[0] or 0) >= moment.month and (months[0] or 0) <= 6
        if told or (not months and _HAPPENED.search(document[around(document, moment.span)])):
            yield Misdating(year, moment.span, 0.6)
            return


def _line(document: Document, moment: DateReference) -> str:
    block = document.block_at(moment.span.start)
    return document[block.span].replace(":", "") if block else ""


_ENTRY = compiled(r"\s?(?:[|•·]|[–—-]|at|,)\s?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m", re.I)


def _entry_off(document: Document, title: DateReference) -> Iterator[Misdating]:
    """An entry with its time of day in the headline's month, but of another year."""
    for reference in dates(document):
        if not reference.full or reference.month != title.month or reference.year == title.year:
            continue
        if abs((reference.year or 0) - (title.year or 0)) != 1 or not _ENTRY.match(document.text, reference.span.end):
            continue
        if sum(other.year == reference.year for other in dates(document)) == 1:
            yield Misdating(reference.span, title.span, 0.75)
