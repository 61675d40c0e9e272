"""Eras: a century or a decade that the copy names together with a year of it."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_CENTURY = r"\b(?P<era>(?P<number>\d{1,2})(?:st|nd|rd|th)[- ]century)"
_BEGUN = r"(?:built|founded|erected|completed|laid|painted|written|composed|printed|established|constructed)"
# What is only in the manner of a century, or called after someone who lived in it.
_NO_NAMESAKE = (
    r"(?!(?: [a-z]+){0,2}[ -](?:style|replica|copy|inspired|revival|society|museum|prize|award|festival|school|named|poet|writer"
    r"|philosopher|artist|composer|painter|king|queen|saint))"
)
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b(?! ?(?:BC|[A-Za-z]+s\b))"
_CENTURY_AND_YEAR = (
    rf"{_CENTURY}(?:,? (?:in|around|about)|[:;,] [^.;:\d]{{0,50}}\b{_BEGUN} in) {_YEAR}",
    rf"{_CENTURY}{_NO_NAMESAKE}(?: [a-z]+){{1,3}},? (?:which |that )?(?:was |were )?{_BEGUN} in {_YEAR}",
)
_DECADE_AND_YEAR = rf"\b[Ii]n the (?:early |mid-|late )?(?P<era>(?P<number>(?:1[5-9]|20)\d0)s),? in {_YEAR}"


class Era(Row):
    """A century or decade (`span`) from the year `first` to `last`, and the `year` that is said to be of it, at `at`."""

    span: Span
    first: int
    last: int
    year: int
    at: Span


@analysis
def eras(document: Document) -> tuple[Era, ...]:
    """Every century or decade with its year, in the order of the forms they have."""
    text = document.text
    found = []
    if "century" in text:
        for form in _CENTURY_AND_YEAR:
            for match in compiled(form).finditer(text):
                last = 100 * int(match["number"])  # 1700 is of the 17th century, and by many called the 18th
                found.append(_era(match.span("era"), last - 100, last, match["year"], match.span("year")))
    for match in compiled(_DECADE_AND_YEAR).finditer(text) if "0s in " in text or "0s, in " in text else ():
        first = int(match["number"])
        found.append(_era(match.span("era"), first, first + 9, match["year"], match.span("year")))
    return tuple(found)


def _era(span: tuple[int, int], first: int, last: int, year: str, at: tuple[int, int]) -> Era:
    return Era(Span(*span), first, last, int(year), Span(*at))
