"""School years: one player who is a junior here and a senior there.

Before a name (“junior Ann Moor”, “senior guard Moor”), behind it (“Moor, a junior,”), or for whoever was named last in the
paragraph (“The senior also scored”). A draft tells of one season.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.people import Person, Reference, people, references
from newslint.text.quotations import in_quotation
from newslint.text.words import occurrences

_YEARS = ("freshman", "sophomore", "junior", "senior")
_YEAR = r"(?P<year>(?i:freshman|sophomore|junior|senior))"
_ROLE = (
    r"(?: (?:guard|forward|center|quarterback|receiver|linebacker|safety|cornerback|tackle|kicker|pitcher|catcher|shortstop|"
    r"outfielder|infielder|striker|midfielder|defender|goalkeeper|goalie|setter|hitter|libero|captain|running back|wide receiver|"
    r"point guard|tight end|right-hander|left-hander|swimmer|sprinter|hurdler|wrestler|runner)){0,2}"
)
_BEFORE = compiled(rf"(?<![\w’'-]){_YEAR}{_ROLE} \Z")
_BEHIND = compiled(rf",(?: \d\d,)? an? {_YEAR}{_ROLE}(?=[,.])")
_ALONE = compiled(
    rf"\b[Tt]he {_YEAR}{_ROLE}(?= (?:also|then|had|has|was|scored|finished|added|said|hit|ran|threw|caught|made|led)\b)"
)
_REACH = 44
# A paragraph that names people more often is a list.
_MOST = 24


class Year(Row):
    """A person is told at `place` to be in a school `year`."""

    year: str
    place: Span


class TwoYears(Row):
    """One person's school years: the later of the two is suspected."""

    suspect: Span
    other: Span


@analysis
def two_school_years(document: Document) -> tuple[TwoYears, ...]:
    """Everybody who is told to be in two school years, once each outside quotation marks."""
    if len(occurrences(document).keys() & set(_YEARS)) < len(("junior", "senior")):
        return ()
    alone = _alone(document)
    found = []
    for person in people(document):
        told = sorted((*_beside(document, person), *alone.get(person, ())), key=lambda each: each.place)
        others = [each for each in told if each.year != told[0].year]
        if others and len({each.year for each in told}) == len(("junior", "senior")):
            found.append(TwoYears(others[0].place, told[0].place))
    return tuple(found)


def _start(reference: Reference) -> int:
    return reference.name.start


def _beside(document: Document, person: Person) -> Iterator[Year]:
    for reference in person.references:
        start, end = reference.name
        if in_quotation(document, start):
            continue
        first = reference.givens[0] if len(reference.givens) > 1 else ""
        if first.lower() in _YEARS:
            yield Year(first.lower(), Span(start, start + len(first)))
        before = _BEFORE.search(document.text, max(0, start - _REACH), start)
        behind = _BEHIND.match(document.text, end)
        for match in (before, behind):
            if match:
                yield Year(match["year"].lower(), Span(*match.span("year")))


def _alone(document: Document) -> dict[Person, list[Year]]:
    """The years that stand for somebody, by who is the only one named before in the paragraph."""
    holders = {reference.name: person for person in people(document) for reference in person.references}
    found: dict[Person, list[Year]] = {}
    for match in _ALONE.finditer(document.text):
        block = document.block_at(match.start())
        begin = block.start if block else match.start()
        every = references(document)
        first, last = (bisect_left(every, at, key=_start) for at in (begin, match.start()))
        persons = {holders.get(each.name) for each in every[first:last]} if last - first < _MOST else set()
        person = persons.pop() if len(persons) == 1 else None
        if person and not in_quotation(document, match.start()):
            found.setdefault(person, []).append(Year(match["year"].lower(), Span(*match.span("year"))))
    return found
