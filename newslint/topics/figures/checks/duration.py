"""A length of time that doesn't fit its two dates: from 1982 to 1998, 26 years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.story.quantity import Hedge
from newslint.story.same import Pair, Verdict
from newslint.topics.figures.lengths.breaks import is_accounted_for
from newslint.topics.figures.lengths.droughts import droughts_in_two_ways
from newslint.topics.figures.lengths.durations import Period, anniversaries, intervals, periods
from newslint.topics.figures.lengths.elapsed import Elapsed, elapsed
from newslint.topics.figures.lengths.prison_terms import Term, terms_told_otherwise
from newslint.topics.figures.lengths.streaks import streaks_in_two_ways
from newslint.topics.figures.lengths.told_lengths import length_pairs, right_length
from newslint.topics.figures.lengths.told_spans import spans_told_otherwise
from newslint.topics.figures.lengths.undertakings import undertakings_in_two_ways, undertakings_told_otherwise
from newslint.topics.figures.vicinity import likeliest


@check
class Duration:
    """Finds lengths that are off by more than `allowed` years, which leaves room for counting both ends or neither."""

    allowed: int = 1

    def __call__(self, document: Document) -> Iterator[Hit]:
        hits = first_at_each_place(self._hits(document))
        return (hit for hit in hits if not is_accounted_for(document, hit.span))

    def _hits(self, document: Document) -> Iterator[Hit]:
        for period in periods(document):
            true = period.last.value - period.first.value
            if true > 0 and self._is_off(period, true) and (period.whole or period.years > true):
                words = {
                    "right": _years(true),
                    "first": f"{period.first.value:.0f}",
                    "last": f"{period.last.value:.0f}",
                }
                notes = (Note(period.first.span, "from this year"), Note(period.last.span, "to this year"))
                yield Hit(
                    period.length.span, {"reason": _reason(words)}, notes, confidence=0.9 if period.exact else 0.7
                )
        for interval in (*intervals(document), *anniversaries(document)):
            true = interval.last - interval.first
            if true > 0 and abs(interval.length.value - true) > self.allowed:
                words = {"right": _years(true), "first": f"{interval.first}", "last": f"{interval.last}"}
                notes = (Note(interval.start, "from this year"), Note(interval.end, "to this year"))
                yield Hit(interval.length.span, {"reason": _reason(words)}, notes, confidence=0.8)
        for told in (
            *spans_told_otherwise(document),
            *elapsed(document),
            *droughts_in_two_ways(document),
            *streaks_in_two_ways(document),
            *undertakings_told_otherwise(document),
            *undertakings_in_two_ways(document),
        ):
            yield _of_elapsed(document, told)
        for term in terms_told_otherwise(document):
            yield _of_term(document, term)
        for pair, verdict in likeliest(length_pairs(document)):
            yield _judged(document, pair, verdict)

    def _is_off(self, period: Period, true: float) -> bool:
        said, hedge = period.years, period.length.hedge
        allowed = float(self.allowed) if period.exact else 0.35 * period.years / period.length.value + 1
        above = allowed + (0.25 * true if hedge in (Hedge.NEARLY, Hedge.UNDER, Hedge.ABOUT) else 0)
        below = allowed + (0.25 * true if hedge in (Hedge.OVER, Hedge.ABOUT) else 0)
        return said > true + above or said < true - below


def _reason(words: Mapping[str, str]) -> str:
    return f"but from {words['first']} to {words['last']} it’s {words['right']}"


def _of_elapsed(document: Document, told: Elapsed) -> Hit:
    first, last = document[told.first], document[told.last]
    if told.first == told.last:
        return Hit(told.span, {"reason": f"{first} elsewhere"}, (Note(told.first, f"{first} here"),), confidence=0.8)
    words = {"right": told.right, "first": first, "last": last}
    notes = (Note(told.first, "from this"), Note(told.last, "to this"))
    return Hit(told.span, {"reason": _reason(words)}, notes, confidence=0.8)


def _of_term(document: Document, term: Term) -> Hit:
    notes = tuple(Note(place, "by this") for place in dict.fromkeys((term.term, term.part)))
    return Hit(term.span, {"reason": f"but of {document[term.term]} {term.right}"}, notes, confidence=0.8)


def _judged(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    first, last = pair.other, pair.also[0]
    reason = f"but from {document[first]} to {document[last]} it’s {right_length(document, pair)}"
    notes = (Note(first, "from this"), Note(last, "to this"))
    return Hit(pair.suspect, {"reason": reason}, notes, confidence=verdict.probability, evidence=verdict.signs)


def _years(count: float) -> str:
    return "one year" if count == 1 else f"{count:.0f} years"


_: type[Check] = Duration
