"""A figure in the headline, the standfirst or a caption that the story gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.facts import Fact, agree, are_near, facts
from newslint.analysis.ordinals import Ordinal, ordinals
from newslint.analysis.quantities import quantities
from newslint.analysis.quantity import Hedge, Kind, Quantity
from newslint.analysis.tags import SERIES, Tag, tags
from newslint.analysis.wordlists import wordlist
from newslint.check import Check, Hit, Note
from newslint.document import Document, Role

_DISPLAY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CAPTION])
_BODY = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])
_YEARS = frozenset([Kind.TIME, Kind.AGE])
# “Week 11”, “60fps”: a number with a word at one of its sides.
_SERIES_BEFORE = re.compile(r"\b([A-Z][a-z]+) \Z")
_SUFFIX = re.compile(r"[a-z]{2,5}\b")
_ODDS = re.compile(r"(?:\b(?:one|two|three|four|nine)|\d) (?:in|out of|per) \Z", re.I)
_MONTHS = wordlist(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec
    """
)
# From this much evidence on, two figures are taken for one.
_ENOUGH = 4


@dataclass(frozen=True)
class HeadlineFigure:
    """Finds figures of the display that stand nowhere in the story, where the story counts the same thing otherwise."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = facts(document)
        body = [fact for fact in told if fact.role in _BODY]
        printed = _printed(document)
        for fact in told:
            if fact.role in _DISPLAY and not _is_odds(document, fact) and not _stands(fact, body, printed):
                yield from _judged(document, fact, body)
        yield from _named(document, printed)
        yield from _series(document)
        yield from _ordinals(document)


def _printed(document: Document) -> list[Quantity]:
    """Every number of the body, of whatever kind."""
    found = []
    for quantity in quantities(document):
        block = document.block_at(quantity.span.start)
        if block is not None and block.role not in _DISPLAY:
            found.append(quantity)
    return found


def _is_odds(document: Document, fact: Fact) -> bool:
    """“One in three” counts nothing."""
    before = document.text[max(0, fact.quantity.start - 16) : fact.quantity.start]
    return bool(_ODDS.search(before))


def _stands(fact: Fact, body: list[Fact], printed: list[Quantity]) -> bool:
    """Whether the body has the number, and not only of another thing."""
    equal = [
        q for q in printed if fact.quantity.value in (q.value, q.top) or fact.quantity.numeral.value == q.numeral.value
    ]
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
    if said.hedge is Hedge.OVER and coarse >= 10:
        return told.value >= said.value
    if said.hedge is Hedge.UNDER and coarse >= 10:
        return told.value <= said.value
    if coarse >= 10 and said.value >= 100 and abs(told.value - said.value) <= coarse / 2:
        return True
    return told.hedge is Hedge.NONE and agree(said, told)


def _is_sum(fact: Fact, rival: Fact, body: list[Fact]) -> bool:
    """Whether the story gives the display's figure in parts, in one sentence."""
    parts = [other.quantity.value for other in body if other.sentence == rival.sentence]
    return (
        any(abs(part + rival.quantity.value - fact.quantity.value) < 1e-6 for part in parts)
        or abs(sum(parts) - fact.quantity.value) < 1e-6
    )


def _named(document: Document, printed: list[Quantity]) -> Iterator[Hit]:
    """“Week 20” above a story of Week 11, “62fps” above one of 60fps."""
    for quantity in quantities(document):
        block = document.block_at(quantity.span.start)
        if (
            quantity.kind is not Kind.OTHER
            or block is None
            or block.role not in _DISPLAY
            or quantity.top != quantity.value
        ):
            continue
        word = _word_beside(document, quantity)
        rivals = [
            other for other in printed if word and other.kind is Kind.OTHER and _word_beside(document, other) == word
        ]
        if any(other.value == quantity.value for other in rivals):
            continue
        near = [other for other in rivals if are_near(quantity.value, other.value)] if len(rivals) > 1 else rivals
        if len({other.value for other in near}) == 1:
            yield _hit(document, quantity, near[0], 0.7)


def _word_beside(document: Document, quantity: Quantity) -> str:
    text = document.text
    suffix = _SUFFIX.match(text, quantity.span.end)
    if suffix:
        return suffix[0]
    before = _SERIES_BEFORE.search(text[max(0, quantity.span.start - 20) : quantity.span.start])
    return before[1] if before and before[1] not in _MONTHS else ""


def _hit(document: Document, said: Quantity, told: Quantity, sure: float) -> Hit:
    block = document.block_at(said.span.start)
    place = block.role.value if block else "headline"
    words = {"place": place, "other": document[told.span]}
    return Hit(said.span, words, (Note(told.span, "the story says"),), confidence=sure)


def _series(document: Document) -> Iterator[Hit]:
    """“Edition 10” above “the 9th edition”."""
    display = " ".join(document[block.span] for block in document.copy if block.role in _DISPLAY).lower()
    if not any(noun in display for noun in SERIES):
        return
    found = tags(document)
    for noun in sorted({tag.noun for tag in found}):
        plain = [tag for tag in found if tag.noun == noun and not tag.ordinal]
        ordinals = [tag for tag in found if tag.noun == noun and tag.ordinal]
        numbers = {tag.number for tag in plain}
        if len(numbers) != 1 or not ordinals or any(tag.number in numbers for tag in ordinals):
            continue
        yield from _misnumbered(document, plain, ordinals[0])


def _misnumbered(document: Document, plain: list[Tag], ordinal: Tag) -> Iterator[Hit]:
    block = document.block_at(plain[0].span.start)
    if block is not None and block.role in _DISPLAY and abs(plain[0].number - ordinal.number) <= 2:
        notes = tuple(Note(tag.span, f"{tag.number} here") for tag in plain)
        words = {"place": "story", "other": f"{plain[0].number} in the headline"}
        yield Hit(ordinal.span, words, notes, confidence=0.8)


def _ordinals(document: Document) -> Iterator[Hit]:
    """“Third title” above a story of their fourth."""
    for block in document.copy:
        if block.role is not Role.HEADLINE:
            continue
        for said in ordinals(document.text, block.span):
            body = (
                told for other in document.copy if other.role in _BODY for told in ordinals(document.text, other.span)
            )
            rivals = [told for told in body if told.noun == said.noun]
            if {told.number for told in rivals} == {rivals[0].number if rivals else 0} - {said.number} and _near(
                said, rivals[0]
            ):
                words = {"place": block.role.value, "other": document[rivals[0].span]}
                yield Hit(said.span, words, (Note(rivals[0].span, "the story says"),), confidence=0.65)


def _near(said: Ordinal, told: Ordinal) -> bool:
    return abs(said.number - told.number) <= 2 or sorted(str(said.number)) == sorted(str(told.number))


_: type[Check] = HeadlineFigure
