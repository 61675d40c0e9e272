"""A change whose size doesn't fit its two ends: from 200 to 250, up 35%."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.quantity import Hedge, Kind, Quantity, written
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.figures.changes import Change, changes
from newslint.topics.figures.growth import change_pairs
from newslint.topics.figures.vicinity import amount_at


@check
class PercentChange:
    """Finds sizes of changes that the two ends don't bear out. `rounding` is what the size may be off, in points."""

    rounding: float = 0.6

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = list(_between_amounts(document))
        yield from told
        taken = {hit.span for hit in told}
        yield from (hit for hit in self._in_sentences(document) if hit.span not in taken)

    def _in_sentences(self, document: Document) -> Iterator[Hit]:
        for change in changes(document):
            if change.said is None:
                yield from self._factor(document, change)
            elif change.said.kind in (Kind.PERCENT, Kind.FRACTION):
                yield from self._percentage(document, change, change.said)
            else:
                yield from _difference(document, change, change.said)

    def _percentage(self, document: Document, change: Change, said: Quantity) -> Iterator[Hit]:
        low, high = (100 * (end - 1) for end in _ratios(change))
        if high < 0 or (low < 0 and change.direction < 0):
            low, high = -high, -low
        least, most = self._claimed(said)
        if low > most or high < least or _turned(change):
            true = 100 * abs(change.after.value / change.before.value - 1)
            far = abs(true - (least + most) / 2) >= 4 or _turned(change)
            right = f"{_down(change)}{true:.3g}%"
            yield _hit(document, change, said, right, change.sure if far else 0.75)

    def _claimed(self, said: Quantity) -> tuple[float, float]:
        value, top = (100 * said.value, 100 * said.top) if said.kind is Kind.FRACTION else (said.value, said.top)
        slack = 4.0 if said.kind is Kind.FRACTION else max(said.numeral.step / 2, self.rounding)
        if said.kind is Kind.PERCENT and value % 10 == 0:
            slack = max(slack, 1.5)
        if said.hedge is Hedge.OVER:
            return value - slack, value * 1.25 + 3
        if said.hedge is Hedge.UNDER:
            return value * 0.8 - 1, value + slack
        return (
            (value - slack, top + slack) if said.hedge is Hedge.NONE else (value * 0.88 - slack, value * 1.12 + slack)
        )

    def _factor(self, document: Document, change: Change) -> Iterator[Hit]:
        low, high = _ratios(change)
        least, most = change.factor
        if low > most or high < least:
            yield _hit(
                document,
                change,
                change.after,
                f"{change.after.value / change.before.value:.2g} times as much",
                change.sure,
            )


def _between_amounts(document: Document) -> Iterator[Hit]:
    """Changes that the two amounts which they lie between don't bear out: the likeliest two for each."""
    best: dict[Span, tuple[float, Hit]] = {}
    for pair in change_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= 0.5 and verdict.probability > best.get(pair.suspect, (0.0,))[0]:
            best[pair.suspect] = verdict.probability, _of_pair(document, pair, verdict)
    yield from (hit for _, hit in best.values())


def _of_pair(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    before, after = (amount_at(document, span) for span in (pair.other, pair.also[0]))
    if pair.signs.get("back"):
        before, after = after, before
    if pair.signs.get("points"):
        right = f"{abs(after.value - before.value):.3g} points"
    else:
        change = 100 * (after.value / before.value - 1)
        right = f"{'down' if change < 0 else 'up'} {abs(change):.3g}%"
    words = {
        "before": document[before.span],
        "after": document[after.span],
        "right": right,
        "said": document[pair.suspect],
    }
    notes = (Note(before.span, "from this"), Note(after.span, "to this"))
    return Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


def _ratios(change: Change) -> tuple[float, float]:
    """The least and the greatest quotient of the two ends."""
    before, after = _bounds(change.before), _bounds(change.after)
    return after[0] / before[1], after[1] / max(before[0], 1e-9)


def _bounds(end: Quantity) -> tuple[float, float]:
    slack = end.slack if end.hedge is Hedge.NONE else max(end.slack, 0.05 * end.value)
    return end.value - slack, end.value + slack


def _turned(change: Change) -> bool:
    """Whether it's called a rise and falls, or the other way round."""
    step = change.after.value - change.before.value
    return change.direction * step < 0


def _down(change: Change) -> str:
    return "down " if change.after.value < change.before.value and _turned(change) else "up " if _turned(change) else ""


def _difference(document: Document, change: Change, said: Quantity) -> Iterator[Hit]:
    true = abs(change.after.value - change.before.value)
    slack = change.before.slack + change.after.slack + said.slack + 1e-6
    hedged = any(q.hedge is not Hedge.NONE for q in (change.before, change.after, said))
    if abs(true - said.value) > slack + (0.15 * true if hedged else 0):
        yield _hit(document, change, said, written(true, said), change.sure)


def _hit(document: Document, change: Change, said: Quantity, right: str, sure: float) -> Hit:
    before, after = change.before, change.after
    words = {
        "before": document[before.span],
        "after": document[after.span],
        "right": right,
        "said": document[said.span],
    }
    if said is after:
        words["said"] = "what it’s said to be"
    notes = tuple(Note(q.span, word) for q, word in ((before, "from this"), (after, "to this")) if q.span != said.span)
    return Hit(said.span, words, notes, confidence=sure)


_: type[Check] = PercentChange
