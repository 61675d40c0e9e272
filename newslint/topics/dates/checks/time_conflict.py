"""Hours that don’t lie as far apart as the copy says, one thing told with two hours, and minutes of a match that a line under its report has otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Sign
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.topics.dates.boxes import hours_in_boxes
from newslint.topics.dates.clock_times import printed, reckoned_clashes
from newslint.topics.dates.double_moments import doubles
from newslint.topics.dates.listed_minutes import minutes_listed_otherwise
from newslint.topics.dates.moment_pairs import hours_told_otherwise


@check
class TimeConflict:
    """Finds a time of day that another one and the time between them make another, and a thing that has two."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = set()
        for hit in (*_reckoned(document), *_doubled(document), *_in_boxes(document)):
            told |= {hit.span, *(note.span for note in hit.related)}
            yield hit
        for pair, verdict in hours_told_otherwise(document):
            if told.isdisjoint((pair.suspect, pair.other)):
                yield _hit(document, pair.suspect, pair.other, verdict.probability, verdict.signs)


def _reckoned(document: Document) -> Iterator[Hit]:
    for clash in reckoned_clashes(document):
        found, other = document[clash.suspect.span], document[clash.other.span]
        words = {"reason": f"{document[clash.lapse.span]} makes it {printed(clash.true)}, and {other} is told"}
        notes = (Note(clash.other.span, f"{other} here"), Note(clash.lapse.span, "counted from here"))
        yield Hit(clash.suspect.span, {"found": found, **words}, notes, confidence=0.85)


def _doubled(document: Document) -> Iterator[Hit]:
    for double in doubles(document):
        if double.suspect.clock:
            yield _hit(document, double.suspect.span, double.other.span, 0.75)


def _in_boxes(document: Document) -> Iterator[Hit]:
    for twin in (*hours_in_boxes(document), *minutes_listed_otherwise(document)):
        yield _hit(document, twin.suspect, twin.other, 0.8)


def _hit(document: Document, suspect: Span, other: Span, confidence: float, evidence: tuple[Sign, ...] = ()) -> Hit:
    words = {"found": document[suspect], "reason": f"{document[other]} elsewhere for the same thing"}
    note = Note(other, f"{document[other]} here")
    return Hit(suspect, words, (note,), confidence=confidence, evidence=evidence)


_: type[Check] = TimeConflict
