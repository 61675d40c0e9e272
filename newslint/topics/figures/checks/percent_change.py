"""A change whose size doesn't fit its two ends: from 200 to 250, up 35%."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.topics.figures.changes import Step
from newslint.topics.figures.growth import change_pairs, right, steps_of
from newslint.topics.figures.vicinity import likeliest


@check
class PercentChange:
    """Finds sizes of changes that the two ends don't bear out."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, verdict in likeliest(change_pairs(document)):
            step = steps_of(document)[pair.suspect, pair.other, *pair.also]
            words = {
                "before": document[step.before.span],
                "after": document[step.after.span],
                "right": right(pair, step),
                "said": document[pair.suspect],
            }
            yield Hit(pair.suspect, words, _notes(step), confidence=verdict.probability, evidence=verdict.signs)


def _notes(step: Step) -> tuple[Note, ...]:
    ends: dict[Span, str] = {step.before.span: "from this"}
    ends.setdefault(step.after.span, "to this")
    return tuple(Note(span, word) for span, word in ends.items())


_: type[Check] = PercentChange
