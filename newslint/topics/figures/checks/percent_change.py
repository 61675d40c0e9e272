"""A change whose size doesn't fit its two ends: from 200 to 250, up 35%."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.story.quantity import written
from newslint.text.wording import inside
from newslint.topics.figures.changes.bound_changes import bound_changes
from newslint.topics.figures.changes.changes import Step
from newslint.topics.figures.changes.contrary_moves import ContraryMove, contrary_moves
from newslint.topics.figures.changes.growth import change_pairs, right, sort_of, steps_of
from newslint.topics.figures.changes.majorities import mismajorities
from newslint.topics.figures.vicinity import amount_at, likeliest

# Of such moves in published copy none was told wrongly, but few were told at all.
_CONTRARY = 0.85
_BOUND = 0.9
_MAJORITY = 0.85


@check
class PercentChange:
    """Finds sizes of changes that the two ends don't bear out."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        return first_at_each_place((*_bound(document), *_majorities(document), *_judged(document)))


def _bound(document: Document) -> Iterator[Hit]:
    for change, step in bound_changes(document):
        words = {
            "before": inside(document[step.before.span]),
            "after": inside(document[step.after.span]),
            "right": right(change.sort, step),
            "said": inside(document[change.span]),
        }
        yield Hit(change.span, words, _notes(step), confidence=_BOUND)


def _majorities(document: Document) -> Iterator[Hit]:
    for wrong in mismajorities(document):
        words = {
            "before": document[wrong.lost.span],
            "after": document[wrong.won.span],
            "right": written(wrong.made, wrong.won.quantity),
            "said": document[wrong.said.span],
        }
        notes = (Note(wrong.won.span, "the winner's"), Note(wrong.lost.span, "the other's"))
        yield Hit(wrong.said.span, words, notes, confidence=_MAJORITY)


def _judged(document: Document) -> Iterator[Hit]:
    told: set[Span] = set()
    for pair, verdict in likeliest(change_pairs(document)):
        step = steps_of(document)[pair.suspect, pair.other, *pair.also]
        if verdict.probability >= _CONTRARY:
            told |= {step.before.span, step.after.span}
        words = {
            "before": _start(document, step),
            "after": inside(document[step.after.span]),
            "right": right(sort_of(pair), step),
            "said": inside(document[pair.suspect]),
        }
        yield Hit(pair.suspect, words, _notes(step), confidence=verdict.probability, evidence=verdict.signs)
    for move in contrary_moves(document):
        if not told >= {move.before.span, move.after.span}:
            yield _contrary(document, move)


def _start(document: Document, step: Step) -> str:
    """What the step begins with, as it's printed, or as it's reckoned: “closed down 18p at 342p” began with 360p."""
    printed = amount_at(document, step.before.span)
    same = printed.value == step.before.value
    return inside(document[step.before.span]) if same else written(step.before.value, step.after.quantity)


def _contrary(document: Document, move: ContraryMove) -> Hit:
    words = {
        "before": inside(document[move.before.span]),
        "after": inside(document[move.after.span]),
        "right": "a fall" if move.up else "a rise",
        "said": f"“{document[move.way]}”",
    }
    notes = (Note(move.before.span, "from this"), Note(move.after.span, "to this"))
    return Hit(move.way, words, notes, confidence=_CONTRARY)


def _notes(step: Step) -> tuple[Note, ...]:
    ends: dict[Span, str] = {step.before.span: "from this"}
    ends.setdefault(step.after.span, "to this")
    return tuple(Note(span, word) for span, word in ends.items())


_: type[Check] = PercentChange
