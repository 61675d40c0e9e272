"""Hours that don’t lie as far apart as the copy says, and one thing told with two hours."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.dates.clock_times import printed, reckoned_clashes
from newslint.topics.dates.double_moments import doubles


@check
class TimeConflict:
    """Finds a time of day that another one and the time between them make another, and a thing that has two."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for clash in reckoned_clashes(document):
            found, other = document[clash.suspect.span], document[clash.other.span]
            words = {"reason": f"{document[clash.lapse.span]} makes it {printed(clash.true)}, and {other} is told"}
            notes = (Note(clash.other.span, f"{other} here"), Note(clash.lapse.span, "counted from here"))
            yield Hit(clash.suspect.span, {"found": found, **words}, notes, confidence=0.85)
        for double in doubles(document):
            if double.suspect.clock:
                found, other = document[double.suspect.span], document[double.other.span]
                words = {"found": found, "reason": f"{other} elsewhere"}
                yield Hit(double.suspect.span, words, (Note(double.other.span, f"{other} here"),), confidence=0.75)


_: type[Check] = TimeConflict
