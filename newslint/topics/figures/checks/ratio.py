"""A proportion given twice, as a fraction and as a percentage, that isn't one: one in four (40%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons
from newslint.topics.figures.proportions import share_pairs
from newslint.topics.figures.vicinity import amount_at

_NOUN = r"(?:[ -][\w'’-]+){0,8}?"
_OR = r"(?:,? or | ?\((?:or |about )?| – (?:or )?| — (?:or )?|, that is,? |, which is )"
_OF = r"(?:in|out of|of|of every|in every|of the|out of every|of its|of their|out of the)"
_FORMS = (
    (rf"<n> {_OF} (?:the |its |their |all )?<n>{_NOUN}{_OR}<%>", 0, 1, 2),
    (rf"<n>{_OR}<%>\)?,? (?:–|—)? ?(?:in|out of|of) (?:the |its |their |all |every )?<n>", 0, 2, 1),
    (rf"\bof (?:the |its |their |all )?<n>{_NOUN},? <n>{_OR}<%>", 1, 0, 2),
    (rf"<%>{_NOUN}{_OR}<n> {_OF} (?:the |its |their |all )?<n>", 1, 2, 0),
)
_FRACTIONS = ((rf"<fraction>{_NOUN}{_OR}<%>", 0, 1), (rf"<%>{_NOUN}{_OR}(?:a |one |an? )?<fraction>", 1, 0))


@check
class Ratio:
    """Finds fractions and percentages that are said to be one proportion and aren't. `rounding`: in points, for a fraction."""

    rounding: float = 4.0

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = list(_of_wholes(document))
        yield from told
        taken = {hit.span for hit in told}
        yield from (hit for hit in self._in_sentences(document) if hit.span not in taken)

    def _in_sentences(self, document: Document) -> Iterator[Hit]:
        for sentence in skeletons(document):
            kinds = {quantity.kind for quantity in sentence.quantities}
            if Kind.PERCENT not in kinds:
                continue
            if Kind.FRACTION in kinds:
                yield from self._fractions(sentence)
            if Kind.COUNT in kinds:
                yield from self._counts(sentence)

    def _fractions(self, sentence: Skeleton) -> Iterator[Hit]:
        for template, fraction_at, percent_at in _FRACTIONS:
            for match in pattern(template).finditer(sentence.text):
                signs = [index for index in range(match.start(), match.end()) if index in sentence.at]
                fraction, percent = sentence.at[signs[fraction_at]], sentence.at[signs[percent_at]]
                if len(signs) == 2 and _closes(sentence.text, match):
                    low, high = self._bounds(fraction.value * 100, fraction.hedge)
                    yield from _judged((fraction,), percent, low, high)

    def _counts(self, sentence: Skeleton) -> Iterator[Hit]:
        for template, part_at, whole_at, percent_at in _FORMS:
            for match in pattern(template).finditer(sentence.text):
                signs = [index for index in range(match.start(), match.end()) if index in sentence.at]
                part, whole, percent = (sentence.at[signs[at]] for at in (part_at, whole_at, percent_at))
                if len(signs) != 3 or whole.value <= 0 or part.value > whole.value or not _closes(sentence.text, match):
                    continue
                low, high = self._share(part, whole)
                yield from _judged((part, whole), percent, low, high)

    def _share(self, part: Quantity, whole: Quantity) -> tuple[float, float]:
        if whole.value <= 20 and part.hedge is whole.hedge is Hedge.NONE:
            return self._bounds(100 * part.value / whole.value, part.hedge)
        low, high = part.within(0.02)[0] / whole.within(0.02)[1], part.within(0.02)[1] / whole.within(0.02)[0]
        if part.exact and whole.exact:
            low = high = part.value / whole.value
        return self._bounds_of(low * 100 - 0.6, high * 100 + 0.6, part.hedge)

    def _bounds(self, value: float, hedge: Hedge) -> tuple[float, float]:
        return self._bounds_of(value - self.rounding, value + self.rounding, hedge)

    def _bounds_of(self, low: float, high: float, hedge: Hedge) -> tuple[float, float]:
        if hedge is Hedge.OVER:
            return low + self.rounding - 0.6, high + 12
        if hedge is Hedge.UNDER:
            return low - 8, high - self.rounding + 0.6
        return (low - 3, high + 3) if hedge is Hedge.ABOUT else (low, high)


def _of_wholes(document: Document) -> Iterator[Hit]:
    """Shares that their part and its whole don't bear out, wherever the whole stands: the likeliest whole of each."""
    best: dict[Span, tuple[float, Hit]] = {}
    for pair in share_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= 0.5 and verdict.probability > best.get(pair.suspect, (0.0,))[0]:
            best[pair.suspect] = verdict.probability, _hit(document, pair, verdict)
    yield from (hit for _, hit in best.values())


def _hit(document: Document, pair: Pair, verdict: Verdict) -> Hit:
    part, whole = (amount_at(document, span) for span in (pair.also[0], pair.other))
    right = f"{document[part.span]} of {document[whole.span]} is {100 * part.value / whole.value:.3g}%"
    notes = (Note(part.span, "the part"), Note(whole.span, "of this"))
    return Hit(pair.suspect, {"right": right}, notes, confidence=verdict.probability, evidence=verdict.signs)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the second proportion ends there: “(40%)”, not “(40% of whom …)”."""
    opened = "(" in match[0] and ")" not in match[0]
    return text[match.end() : match.end() + 1] in ((")", ",", ";") if opened else (",", ".", ";", ")", " ", ""))


def _judged(parts: tuple[Quantity, ...], percent: Quantity, low: float, high: float) -> Iterator[Hit]:
    slack = percent.numeral.step / 2 + (3 if percent.hedge is not Hedge.NONE else 0)
    if percent.value + slack < low or percent.value - slack > high:
        share = parts[0].value / parts[1].value if len(parts) == 2 else parts[0].value
        words = {"right": f"that is {100 * share:.3g}%"}
        notes = tuple(Note(part.span, "the same proportion") for part in parts)
        yield Hit(percent.span, words, notes, confidence=0.9)


_: type[Check] = Ratio
