"""One thing counted twice, with two results."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.wording import inside
from newslint.topics.figures.amounts.same_amount import is_display
from newslint.topics.figures.amounts.turned_figures import turned_figures, weighed_figures
from newslint.topics.figures.identifiers import mistaken_labels
from newslint.topics.figures.matches.latest_scored import SURE, scores_told_otherwise
from newslint.topics.figures.matches.performances import performances_told_otherwise
from newslint.topics.figures.matches.retold_votes import retold_votes

_TURNED = 0.7  # how sure it is that a label is another with two figures turned
_PERFORMED = 0.85
_MISTYPED = 0.85
_VOTED = 0.85


@check
class FigureConflict:
    """Finds two figures for one thing in the copy, labels with two figures turned (Flight 379, Flight 397), and players' figures with a slip."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: list[Span] = []
        for pair, sure in weighed_figures(document):
            if not is_display(document, pair.suspect) and not pair.signs.get("scale"):
                told.append(pair.suspect)
                words = {"first": inside(document[pair.other])}
                notes = (Note(pair.other, f"{document[pair.other]} here"),)
                yield Hit(pair.suspect, words, notes, confidence=sure.probability, evidence=sure.signs)
        for suspect, first, sure_of_it in _exact(document):
            yield _hit(document, suspect, first, sure_of_it)
        for count, latest in scores_told_otherwise(document):
            if not is_display(document, count.span) and count.span not in told:
                yield _hit(document, count.span, latest.span, SURE)
        for turning in turned_figures(document):
            if not is_display(document, turning.suspect):
                told.append(turning.suspect)
                yield _hit(document, turning.suspect, turning.told, _MISTYPED)
        for later, earlier in performances_told_otherwise(document):
            if not any(later.span.start <= place.start < later.span.end for place in told):
                yield _hit(document, later.span, earlier.span, _PERFORMED)


def _exact(document: Document) -> Iterator[tuple[Span, Span, float]]:
    """The labels and votes that are told twice, and otherwise: the later one, the earlier one, and how sure that is."""
    yield from ((second.span, first.span, _TURNED) for first, second in mistaken_labels(document))
    yield from ((vote.span, told.span, _VOTED) for vote, told in retold_votes(document) if not vote.shown)


def _hit(document: Document, suspect: Span, first: Span, confidence: float) -> Hit:
    words = {"first": inside(document[first])}
    return Hit(suspect, words, (Note(first, f"{document[first]} here"),), confidence=confidence)


_: type[Check] = FigureConflict
