"""One person with two offices that nobody holds at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analysis.people import Person, Reference, people
from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit, Note, check
from newslint.document import Document
from newslint.expressions import compiled

# Each office with the ways in which it stands before a name.
_OFFICES = {
    "sen": "senator",
    "senator": "senator",
    "rep": "representative",
    "representative": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "governor": "governor",
    "mayor": "mayor",
    "sheriff": "sheriff",
    "ambassador": "ambassador",
    "bishop": "bishop",
    "archbishop": "archbishop",
    "archdeacon": "archdeacon",
    "rabbi": "rabbi",
    "imam": "imam",
    "cardinal": "cardinal",
    "sgt": "sergeant",
    "sergeant": "sergeant",
    "capt": "captain",
    "captain": "captain",
    "maj": "major",
    "major": "major",
    "lt": "lieutenant",
    "lieutenant": "lieutenant",
    "corporal": "corporal",
    "col": "colonel",
    "colonel": "colonel",
    "brigadier": "brigadier",
    "adm": "admiral",
    "admiral": "admiral",
    "constable": "constable",
    "inspector": "inspector",
    "general": "general",
    "gen": "general",
    "superintendent": "superintendent",
}
# Words before an office that make another one of it, and which.
_COMPOUNDS = {"district": "district attorney", "attorney": None, "solicitor": None, "inspector": None, "vice": None}
_PAST = compiled(
    r"\b(?:former|formerly|then|ex|previous|previously|once|future|elect|candidate|retired|ran for|bid for|became|"
    r"promoted|nominee|when|deputy|lieutenant|second)\b[- ][^.]{0,40}\Z|\bthen-\w*\.? ?\Z",
    re.I,
)


@check
class TitleConflict:
    """Finds people who have one office before their name here and another there."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for person in people(document):
            yield from _hits(document, person)


def _said(reference: Reference) -> str:
    """The office as it's written."""
    compound = len(reference.titles) > 1 and reference.titles[-2].lower() in _COMPOUNDS
    return " ".join(reference.titles[-2:] if compound else reference.titles[-1:])


def _office(reference: Reference) -> str | None:
    """The office before a name; what makes another of it (attorney general, district attorney) counts."""
    *before, last = (title.rstrip(".").lower() for title in reference.titles)
    if before and before[-1] in _COMPOUNDS:
        return _COMPOUNDS[before[-1]] if last == "attorney" else None
    return _OFFICES.get(last)


def _hits(document: Document, person: Person) -> Iterator[Hit]:
    held: dict[str, list[Reference]] = {}
    for reference in person.references:
        office = _office(reference) if reference.titles else None
        if office and not in_quotation(document, reference.name.start):
            before = document.text[max(0, reference.name.start - 60) : reference.name.start].rpartition("\n")[2]
            if _PAST.search(before):
                return
            held.setdefault(office, []).append(reference)
    if len(held) != 2:
        return
    fewer, more = sorted(held.values(), key=lambda side: (len(side), -side[0].name.start))
    suspect, other = fewer[0], more[0]
    words = {"name": document[suspect.name], "title": _said(suspect), "other": _said(other)}
    note = Note(other.with_titles(document), f"“{_said(other)}” here")
    yield Hit(suspect.with_titles(document), words, (note,), confidence=0.7)


_: type[Check] = TitleConflict
