"""Parts that don't make their total."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.quantity import written
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.figures.additions import sum_pairs
from newslint.topics.figures.breakdown import Breakdown
from newslint.topics.figures.totals import breakdowns
from newslint.topics.figures.vicinity import amount_at


@check
class SumOfParts:
    """Finds totals that their parts can't make, whatever the printed rounding and the hedges allow."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = list(_nearby(document))
        yield from told
        taken = {hit.span for hit in told}
        for breakdown in breakdowns(document):
            if _disagrees(breakdown) and breakdown.total.span not in taken:
                yield _hit(document, breakdown)


def _nearby(document: Document) -> Iterator[Hit]:
    """Totals that their parts, in other sentences too, don't make: the likeliest parts of each total."""
    best: dict[Span, tuple[float, Hit]] = {}
    for pair in sum_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= 0.5 and verdict.probability > best.get(pair.suspect, (0.0,))[0]:
            best[pair.suspect] = verdict.probability, _of_pair(document, pair, verdict)
    yield from (hit for _, hit in best.values())


def _of_pair(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    left = bool(pair.signs.get("left"))
    parts = [amount_at(document, span) for span in (pair.other, *pair.also)]
    total = amount_at(document, pair.suspect)
    if left:
        parts.sort(key=lambda part: -part.value)
    made = parts[0].value - parts[1].value if left else sum(part.value for part in parts)
    sign, word = (" less ", "between this and another") if left else (" + ", "a part of it")
    words = {
        "parts": f"{sign.join(document[part.span] for part in parts)} = {written(made, total.quantity)}",
        "claim": "not",
        "total": document[total.span],
    }
    notes = tuple(Note(part.span, word) for part in parts)
    return Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


def _disagrees(breakdown: Breakdown) -> bool:
    low = sum(part.low for part in breakdown.parts)
    high = sum(part.high for part in breakdown.parts)
    return low > breakdown.total.high + 1e-6 or (breakdown.closed and high < breakdown.total.low - 1e-6)


def _hit(document: Document, breakdown: Breakdown) -> Hit:
    total, parts = breakdown.total, breakdown.parts
    made = sum(part.value for part in parts)
    listed = " + ".join(document[part.span] for part in parts)
    words = {
        "parts": f"{listed} = {written(made, total)}" if len(parts) > 1 else listed,
        "total": document[total.span],
        "claim": "not" if breakdown.closed else "more than",
    }
    notes = tuple(Note(part.span, "a part of it") for part in parts)
    return Hit(total.span, words, notes, confidence=breakdown.sure)


_: type[Check] = SumOfParts
