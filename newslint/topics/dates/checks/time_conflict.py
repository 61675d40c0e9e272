"""One event with two hours, and hours that don’t lie as far apart as the copy says."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.dates.clock_times import clock_twins, printed, reckoned_clashes
from newslint.topics.dates.programmes import moved_entries


@check
class TimeConflict:
    """Finds a time of day that another place of the story gives otherwise, or lets be reckoned otherwise."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for clash in reckoned_clashes(document):
            found, other = document[clash.suspect.span], document[clash.other.span]
            words = {"reason": f"{document[clash.lapse.span]} makes it {printed(clash.true)}, and {other} is told"}
            notes = (Note(clash.other.span, f"{other} here"), Note(clash.lapse.span, "counted from here"))
            yield Hit(clash.suspect.span, {"found": found, **words}, notes, confidence=0.85)
        for twins in clock_twins(document):
            other = document[twins.other.span]
            yield Hit(
                twins.suspect.span,
                {"reason": f"{other} elsewhere"},
                (Note(twins.other.span, f"{other} here"),),
                confidence=0.8,
            )
        for moved in moved_entries(document):
            other = document[moved.entry]
            yield Hit(
                moved.suspect,
                {"reason": f"{other} in the programme"},
                (Note(moved.entry, "listed here"),),
                confidence=0.8,
            )


_: type[Check] = TimeConflict
