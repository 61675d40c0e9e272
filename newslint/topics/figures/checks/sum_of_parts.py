"""Parts that don't make their total, and parts that are greater than their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, each_fault_once
from newslint.story.quantity import Quantity, written
from newslint.story.same import Pair, Verdict
from newslint.topics.figures.sums.additions import sum_pairs
from newslint.topics.figures.sums.ballots import ballots, full_ballots
from newslint.topics.figures.sums.breakdowns import divided
from newslint.topics.figures.sums.closed_lists import closed_lists
from newslint.topics.figures.sums.parts import part_pairs
from newslint.topics.figures.sums.rests import rests
from newslint.topics.figures.sums.tallies import LineScore, tallies, wrong_line_scores
from newslint.topics.figures.vicinity import amount_at, likeliest

_LISTED = 0.85  # how sure it is that a list comes to the total at its end, or to an amount that it nearly makes


@check
class SumOfParts:
    """Finds totals that their parts can't make, whatever the printed rounding and the hedges allow."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        lists = [
            *(
                (made.total.quantity, tuple(part.quantity for part in made.parts), holds)
                for made, holds in (*divided(document), *((each, each.holds) for each in closed_lists(document)))
            ),
            *((tally.total, tally.parts, tally.holds) for tally in tallies(document)),
        ]
        totals = {total.span for total, _, _ in lists}
        left = [each for each in rests(document) if each.total.span not in totals]
        left += ballots(document)
        lists += [(each.total.quantity, tuple(part.quantity for part in each.parts), False) for each in left]
        wrong = [_of_list(document, total, parts) for total, parts, holds in lists if not holds]
        wrong += [_of_line(document, score) for score in wrong_line_scores(document)]
        told = {hit.span for hit in wrong} | {
            part.span for each in (*closed_lists(document), *left) for part in each.parts
        }
        votes = {part.span for each in full_ballots(document) for part in each}
        # What the lines of a list come to they needn't make anything else.
        settled = {part.span for _, parts, holds in lists if holds for part in parts}
        wrong += [
            _of_pair(document, pair, verdict)
            for pair, verdict in likeliest(sum_pairs(document), part_pairs(document))
            if pair.suspect not in told and pair.other not in votes and not settled.issuperset((pair.other, *pair.also))
        ]
        yield from each_fault_once(wrong)


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


def _of_list(document: Document, total: Quantity, parts: Sequence[Quantity]) -> Hit:
    made = sum(part.value for part in parts)
    listed = " + ".join(document[part.span] for part in parts)
    words = {"parts": f"{listed} = {written(made, total)}", "claim": "not", "total": document[total.span]}
    return Hit(total.span, words, tuple(Note(part.span, "a part of it") for part in parts), confidence=_LISTED)


def _of_line(document: Document, score: LineScore) -> Hit:
    listed = " + ".join(document[part] for part in score.parts)
    words = {"parts": f"{listed} = {score.made}", "claim": "not", "total": document[score.total]}
    return Hit(score.total, words, tuple(Note(part, "a part of it") for part in score.parts), confidence=_LISTED)


_: type[Check] = SumOfParts
