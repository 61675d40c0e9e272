"""Parts that don't make their total, and parts that are greater than their whole."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.quantity import written
from newslint.story.same import Pair, Verdict
from newslint.topics.figures.additions import sum_pairs
from newslint.topics.figures.parts import part_pairs
from newslint.topics.figures.tallies import Tally, tallies
from newslint.topics.figures.vicinity import amount_at, likeliest

_TABLE = 0.85  # how sure it is that the last line of a table is the total of those above it


@check
class SumOfParts:
    """Finds totals that their parts can't make, whatever the printed rounding and the hedges allow."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = [_of_pair(document, *each) for each in likeliest(sum_pairs(document), part_pairs(document))]
        yield from told
        taken = {hit.span for hit in told}
        yield from (
            _of_table(document, tally)
            for tally in tallies(document)
            if not tally.holds and tally.total.span not in taken
        )


def _of_pair(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    total = amount_at(document, pair.suspect)
    parts = [amount_at(document, span) for span in (pair.other, *pair.also)]
    made = sum(part.value for part in parts)
    listed = " + ".join(document[part.span] for part in parts)
    words = {
        "parts": f"{listed} = {written(made, total.quantity)}" if len(parts) > 1 else listed,
        "claim": "not" if len(parts) > 1 else "more than",
        "total": document[total.span],
    }
    notes = tuple(Note(part.span, "a part of it") for part in parts)
    return Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


def _of_table(document: Document, tally: Tally) -> Hit:
    total, parts = tally.total, tally.parts
    made = sum(part.value for part in parts)
    listed = " + ".join(document[part.span] for part in parts)
    words = {"parts": f"{listed} = {written(made, total)}", "claim": "not", "total": document[total.span]}
    return Hit(total.span, words, tuple(Note(part.span, "a part of it") for part in parts), confidence=_TABLE)


_: type[Check] = SumOfParts
