"""A figure in the headline, the standfirst or a caption that the story gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analysis.facts import Fact, agree, are_near, facts
from newslint.analysis.misnumberings import BODY, DISPLAY, misnumberings
from newslint.analysis.quantities import quantities
from newslint.analysis.quantity import Hedge, Kind, Quantity
from newslint.check import Check, Hit, Note, check
from newslint.document import Document
from newslint.expressions import compiled

_MEASURED = frozenset([Kind.PERCENT, Kind.MONEY, Kind.MEASURE])
_YEARS = frozenset([Kind.TIME, Kind.AGE])
_ODDS = compiled(r"(?:\b(?:one|two|three|four|nine)|\d) (?:in|out of|per) \Z", re.I)
# From this much evidence on, two figures are taken for one.
_ENOUGH = 4


@check
class HeadlineFigure:
    """Finds figures of the display that stand nowhere in the story, where the story counts the same thing otherwise."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = facts(document)
        body = [fact for fact in told if fact.role in BODY]
        printed = _printed(document)
        for fact in told:
            if fact.role in DISPLAY and not _is_odds(document, fact) and not _stands(fact, body, printed):
                yield from _judged(document, fact, body)
        for found in misnumberings(document):
            words = {"place": found.place, "other": found.other}
            yield Hit(found.suspect, words, (Note(found.told, "the story says"),), confidence=found.sure)


def _printed(document: Document) -> list[Quantity]:
    """Every number of the body, of whatever kind."""
    found = []
    for quantity in quantities(document):
        block = document.block_at(quantity.span.start)
        if block is not None and block.role not in DISPLAY:
            found.append(quantity)
    return found


def _is_odds(document: Document, fact: Fact) -> bool:
    """“One in three” counts nothing."""
    before = document.text[max(0, fact.quantity.start - 16) : fact.quantity.start]
    return bool(_ODDS.search(before))


def _stands(fact: Fact, body: list[Fact], printed: list[Quantity]) -> bool:
    """Whether the body has the number, and not only of another thing."""
    kinds = _MEASURED & {fact.quantity.kind} or frozenset(Kind)
    value, bare = fact.quantity.value, fact.quantity.numeral.value
    equal = [q for q in printed if q.kind in kinds and (value in (q.value, q.top) or bare == q.numeral.value)]
    others = {other.quantity.span for other in body if other.noun and fact.noun and not _may_be_one(fact, other)}
    return any(quantity.span not in others for quantity in equal)


def _judged(document: Document, fact: Fact, body: list[Fact]) -> Iterator[Hit]:
    """The figure of the story that says most like the display's, if that's enough to take them for one."""
    rivals = [other for other in body if _may_be_one(fact, other)]
    alone = len({other.quantity.value for other in rivals if other.noun == fact.noun}) == 1
    lead = body[0].sentence.start if body else 0
    scored = [
        (
            _evidence(fact, other) + (alone and other.noun == fact.noun != "") + (other.sentence.start == lead),
            -other.quantity.span.start,
            other,
        )
        for other in rivals
    ]
    if any(_rounds(fact.quantity, other.quantity) for other in rivals):
        return
    if not scored or any(score >= _ENOUGH - 1 and _fits(fact.quantity, other.quantity) for score, _, other in scored):
        return
    score, _, rival = max(scored, key=lambda entry: entry[:2])
    if score >= _ENOUGH and not _is_sum(fact, rival, body):
        yield _hit(document, fact.quantity, rival.quantity, min(0.85, 0.2 + score / 10))


def _may_be_one(fact: Fact, other: Fact) -> bool:
    a, b = fact.quantity, other.quantity
    if (a.kind, a.unit) == (b.kind, b.unit):
        return (
            a.kind is not Kind.COUNT
            or not fact.noun
            or not other.noun
            or fact.noun == other.noun
            or _is_slip(a, b)
            or fact.event == other.event != ""
        )
    return a.kind is Kind.COUNT and b.kind in _YEARS and not fact.noun and b.unit in ("", "year")


def _evidence(fact: Fact, other: Fact) -> int:
    """How much speaks for both figures being of one thing."""
    a, b = fact.quantity, other.quantity
    shared = min(3, len((fact.words & other.words) - {fact.noun}))
    score = shared
    if (
        (fact.noun and fact.noun == other.noun)
        or (a.kind is Kind.MEASURE and a.unit == b.unit)
        or (fact.event and fact.event == other.event)
    ):
        score += 2
    if _is_slip(a, b):
        score += 3
    elif are_near(a.value, b.value):
        score += 1
    elif not 0.05 < a.value / max(b.value, 1e-9) < 20:
        score -= 2
    if not shared and not fact.event and not are_near(a.value, b.value):
        return 0
    return score - (a.kind is not b.kind)


def _is_slip(a: Quantity, b: Quantity) -> bool:
    """A nought more or less, or two figures turned, in a number long enough for that to be no chance."""
    one, two = f"{a.numeral.value:.0f}", f"{b.numeral.value:.0f}"
    if min(len(one.rstrip("0")), len(two.rstrip("0"))) < 2:
        return False
    if len(one) == len(two) > 3 and sum(x != y for x, y in zip(one, two, strict=True)) == 1:
        return True
    return one.rstrip("0") == two.rstrip("0") or (len(one) > 2 and sorted(one) == sorted(two))


def _rounds(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure is the story's with fewer decimals: 12% for 11.8%, $532K for $532,410."""
    step = said.numeral.step
    return told.numeral.step < step != 10 and abs(told.value - said.value) <= step * (1 if said.hedge.value else 0.5)


def _fits(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure may stand for the story's, rounded as displays are."""
    coarse = max(said.numeral.grain, 1.0)
    if said.hedge is Hedge.OVER:
        return said.value <= told.value <= said.value * (2 if coarse >= 10 else 1.15) and (
            coarse >= 10 or told.hedge is Hedge.NONE
        )
    if said.hedge is Hedge.UNDER and coarse >= 10:
        return said.value / 2 <= told.value <= said.value
    if coarse >= 10 and said.value >= 100 and abs(told.value - said.value) <= coarse / 2:
        return True
    return told.hedge is Hedge.NONE and agree(said, told)


def _is_sum(fact: Fact, rival: Fact, body: list[Fact]) -> bool:
    """Whether the story gives the display's figure in parts, in one sentence."""
    parts = [
        other.quantity.value for other in body if other.sentence == rival.sentence and other.key[:2] == rival.key[:2]
    ]
    return (
        any(abs(part + rival.quantity.value - fact.quantity.value) < 1e-6 for part in parts)
        or abs(sum(parts) - fact.quantity.value) < 1e-6
    )


def _hit(document: Document, said: Quantity, told: Quantity, sure: float) -> Hit:
    block = document.block_at(said.span.start)
    place = block.role.value if block else "headline"
    words = {"place": place, "other": document[told.span]}
    return Hit(said.span, words, (Note(told.span, "the story says"),), confidence=sure)


_: type[Check] = HeadlineFigure
