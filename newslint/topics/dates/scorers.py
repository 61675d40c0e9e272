"""Scorers: the minutes that the lines under a report give to goals and dismissals, and those of the report itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.story.people import references
from newslint.topics.dates.match_minutes import Minute
from newslint.topics.dates.substitutions import changes, deeds, namesakes

# “Goals: Lowe 12, 71 (pen), Moor 88”, “Ayle 3 (Lowe 12, 71; Moor 88)”
_LINE = compiled(r"(?:(?:Goals?|Scorers?):|[A-Z][\w.’'& -]{2,40}? \d{1,2} \()(?P<names>[^\n]*)")
_MINUTES = r"\d{1,3}(?:\+\d{1,2})?(?: ?\(?(?:pen\.?|og|o\.g\.)\)?)?"
_SCORER = compiled(
    rf"(?P<name>[A-Z][\w’'-]+)(?: \((?:pen\.?|og|o\.g\.)\))?,? \(?(?P<minutes>{_MINUTES}(?:, {_MINUTES})*)(?=[,;.)(\s]|\Z)"
)
_NUMBER = compiled(r"(?<![+\d])\d{1,3}")
_FAR = 10  # minutes: farther apart are two deeds
_NEAR = 1  # people count from one or from nought


@analysis
def minutes_told_otherwise(document: Document) -> tuple[TwoPlaces, ...]:
    """Each goal and each dismissal that a line gives another minute than the report."""
    listed = _goals(document)
    return tuple(sorted((*_scored(document, listed), *_dismissed(document)))) if listed else tuple(_dismissed(document))


def _goals(document: Document) -> dict[str, list[Minute]]:
    """The minutes of each scorer’s goals, by the lines."""
    found: dict[str, list[Minute]] = defaultdict(list)
    surnames = {each.givens[0]: each.surname for each in references(document) if each.givens}
    for block in document.copy:
        line = _LINE.fullmatch(document.text, *block.span)
        for match in _SCORER.finditer(document.text, line.start("names"), block.end) if line else ():
            numbers = _NUMBER.finditer(document.text, *match.span("minutes"))
            found[surnames.get(match["name"], match["name"])].extend(
                Minute(int(number[0]), Span(*number.span())) for number in numbers
            )
    return found


def _scored(document: Document, listed: dict[str, list[Minute]]) -> Iterator[TwoPlaces]:
    """Of a scorer, the one minute of the line that the report hasn’t, where it has one nearby that the line hasn’t."""
    told: dict[str, list[Minute]] = defaultdict(list)
    for surname, minute in deeds(document):
        told[surname].append(minute)
    for surname in listed.keys() & told.keys() - namesakes(document):
        here, there = _without(listed[surname], told[surname]), _without(told[surname], listed[surname])
        pairs = [(one, other) for one in here for other in there if abs(one.number - other.number) <= _FAR]
        if len(pairs) == 1:
            (one, other) = pairs[0]
            yield TwoPlaces(one.span, other.span)


def _without(these: list[Minute], those: list[Minute]) -> list[Minute]:
    """What of the one list the other hasn’t, give or take a minute."""
    return [one for one in these if all(abs(one.number - other.number) > _NEAR for other in those)]


def _dismissed(document: Document) -> Iterator[TwoPlaces]:
    """Who goes off by a line in another minute than by the report."""
    told = {change.surname: change for change in changes(document) if not (change.listed or change.comes)}
    for change in changes(document):
        other = told.get(change.surname) if change.listed and not change.comes else None
        if other and change.surname not in namesakes(document) and abs(change.minute - other.minute) > _NEAR:
            yield TwoPlaces(change.place, other.place)
