"""One person with two offices that nobody holds at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.people import Person, Reference, people
from newslint.text.quotations import in_quotation

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
# Offices that stand in apposition to a name and that nobody holds together with another one of them.
_POSTS = frozenset(
    "auditor bishop coroner governor mayor prosecutor senator sheriff treasurer umpire referee verger rector vicar".split()
)
_POST_BEFORE = r"(?i)\b(?:the|[\w’']+’s|[\w’']+'s) (?:[\w-]+ )??(\w+), \Z"
_POST_BEHIND = r", the (?:[\w-]+ )??(\w+)(?=[,.]| of | for )"
# Words before an office that make another one of it, and which.
_COMPOUNDS = {"district": "district attorney", "attorney": None, "solicitor": None, "inspector": None, "vice": None}
_PAST = compiled(
    r"\b(?:former|formerly|then|ex|previous|previously|once|future|elect|candidate|retired|ran for|bid for|became|"
    r"promoted|nominee|when|deputy|lieutenant|second)\b[- ][^.]{0,40}\Z|\bthen-\w*\.? ?\Z",
    re.I,
)


@check
class TitleConflict:
    """Finds people who have one office beside their name here and another there."""

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


class _Held(Row):
    """An office, as it's written, with the span of it and of the name."""

    office: str
    said: str
    name: str
    span: Span


def _held(document: Document, reference: Reference) -> _Held | None:
    """The office that the copy gives someone at one place."""
    if not (reference.titles or reference.full) or in_quotation(document, reference.name.start):
        return None
    if not reference.titles:
        return _post(document, reference)
    office = _office(reference)
    return (
        _Held(office, _said(reference), document[reference.name], reference.with_titles(document)) if office else None
    )


def _post(document: Document, reference: Reference) -> _Held | None:
    """The office in apposition to a full name: “the treasurer, Ada Lunn”, “Ada Lunn, the mayor,”."""
    text, name = document.text, reference.name
    led = text.endswith(", ", 0, name.start)
    before = compiled(_POST_BEFORE).search(text, max(0, name.start - 60), name.start) if led else None
    behind = compiled(_POST_BEHIND).match(text, name.end)
    if before and before[1].lower() in _POSTS:
        return _Held(before[1].lower(), before[1].lower(), document[name], Span(before.start(1), name.end))
    if behind and behind[1].lower() in _POSTS:
        return _Held(behind[1].lower(), behind[1].lower(), document[name], Span(name.start, behind.end(1)))
    return None


def _hits(document: Document, person: Person) -> Iterator[Hit]:
    offices: dict[str, list[_Held]] = {}
    for reference in person.references:
        held = _held(document, reference)
        if held:
            before = document.text[max(0, held.span.start - 60) : reference.name.start].rpartition("\n")[2]
            if _PAST.search(before):
                return
            offices.setdefault(held.office, []).append(held)
    if len(offices) != 2:
        return
    fewer, more = sorted(offices.values(), key=lambda side: (len(side), -side[0].span.start))
    suspect, other = fewer[0], more[0]
    words = {"name": suspect.name, "title": suspect.said, "other": other.said}
    yield Hit(suspect.span, words, (Note(other.span, f"“{other.said}” here"),), confidence=0.7)


_: type[Check] = TitleConflict
