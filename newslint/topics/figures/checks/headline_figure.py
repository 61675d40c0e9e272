"""A figure in the headline, the standfirst or a caption that the story gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import DISPLAY, Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import is_person
from newslint.text.vocabulary import UP_TO_TEN, alternatives
from newslint.topics.figures.alignment import (
    Body,
    Rival,
    are_alike,
    body,
    evidence,
    fits,
    is_close,
    is_of_one_noun,
    is_slip,
    is_sole_length,
    rivals,
    rounds,
    stands,
)
from newslint.topics.figures.amount_lists import SOMEBODY
from newslint.topics.figures.claims import Fact, are_near, facts
from newslint.topics.figures.contradictions import APART
from newslint.topics.figures.headline_ages import may_be_of_one, misagings
from newslint.topics.figures.qualifiers import are_framed_apart
from newslint.topics.figures.same_amount import is_display, told_twice
from newslint.topics.figures.series import misnumberings

_ODDS = compiled(rf"(?:\b(?:{alternatives(UP_TO_TEN)})|\d) (?:in|out of|per) \Z", re.I)

# What tells of the one who isn't counted: “the only survivor”, “two men and a boy”.
_ONE_MORE = r"(?i)\b(?:sole|lone|only) survivor|\bsurvived\b|\band an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child|baby|teenager|driver|pilot)\b"
_SOMEBODY = rf"(?i)\b(?:an?|his|her|their|another) (?:[a-z-]+ ){{0,2}}?(?:{SOMEBODY}|passenger)\b"
# From this much evidence on, two figures are taken for one; from that much on, nothing farther off explains them.
_ENOUGH, _MUCH = 4, 7
# So many words in common are all that a sentence says.
_ALL = 4
# Numbers up to this stand in most stories by chance.
_SMALL, _CHANCE = 20, 100
# A sentence so near, in characters, may take up a noun without naming it: “20 pupils ate it. Fifteen fell ill.”
_NEAR = 200


@check
class HeadlineFigure:
    """Finds figures of the display that stand nowhere in the story, where the story counts the same thing otherwise."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = list(_told_otherwise(document))
        yield from told
        taken = {hit.span.start for hit in told}
        yield from (hit for hit in self._aligned(document) if hit.span.start not in taken)

    def _aligned(self, document: Document) -> Iterator[Hit]:
        told = body(document)
        wrongs = (*misagings(document), *misnumberings(document))
        taken = {wrong.suspect.start for wrong in wrongs}
        for fact in facts(document):
            if fact.role in DISPLAY and not _is_odds(document, fact) and fact.quantity.numeral.start not in taken:
                found = rivals(fact, told)
                if not stands(fact, told) or _stands_by_chance(fact, found):
                    yield from _judged(document, fact, found, told)
        for wrong in wrongs:
            words = {"place": wrong.place, "other": wrong.other}
            yield Hit(wrong.suspect, words, (Note(wrong.told, "the story says"),), confidence=wrong.sure)


def _told_otherwise(document: Document) -> Iterator[Hit]:
    """Figures of the display that the story gives otherwise, by the judge."""
    for pair, sure in told_twice(document):
        if is_display(document, pair.suspect):
            block = document.block_at(pair.suspect.start)
            words = {"place": block.role.value if block else "headline", "other": document[pair.other]}
            notes = (Note(pair.other, "the story says"),)
            yield Hit(pair.suspect, words, notes, confidence=sure.probability, evidence=sure.signs)


def _is_odds(document: Document, fact: Fact) -> bool:
    """“One in three” counts nothing."""
    before = document.text[max(0, fact.quantity.start - 16) : fact.quantity.start]
    return bool(_ODDS.search(before))


def _stands_by_chance(fact: Fact, found: list[Rival]) -> bool:
    """Whether the story has a small number of the display's, but says nothing of it that the display says."""
    if _is_of_the_rival(fact, found):
        return True
    equal = [rival.score for rival in found if rival.fact.quantity.value == fact.quantity.value]
    return fact.quantity.value <= _SMALL and bool(found) and found[0].score >= _MUCH and max(equal, default=0) < 2


def _is_of_the_rival(fact: Fact, found: list[Rival]) -> bool:
    """Whether the story's first figure of the noun says much more of what the display says than its equals do."""
    if not found or not (fact.noun or fact.event) or found[0].score < _MUCH - 1:
        return False
    if not 1 < fact.quantity.value <= _CHANCE:
        return False
    best = found[0].fact
    if fact.event != best.event or not is_of_one_noun(fact, best) or fits(fact.quantity, best.quantity):
        return False
    equal = [rival.fact for rival in found if rival.fact.quantity.value == fact.quantity.value]
    return all(
        evidence(fact, other) <= evidence(fact, best) - 4 and abs(other.sentence.start - best.sentence.end) > _NEAR
        for other in equal
    )


def _judged(document: Document, fact: Fact, found: list[Rival], told: Body) -> Iterator[Hit]:
    """The figure of the story that says most like the display's, if that's enough to take them for one."""
    if not found or any(rounds(fact.quantity, rival.fact.quantity) for rival in found):
        return
    best = found[0]
    if any(_may_stand(fact, rival, best) for rival in found):
        return
    enough = _ENOUGH - is_sole_length(fact, best.fact, told)
    if best.score >= enough and _is_likely(fact, best) and not _is_reckoned(document, fact, best, told):
        yield _hit(document, fact.quantity, best.fact.quantity, min(0.85, max(0.6, 0.2 + best.score / 10)))


def _may_stand(fact: Fact, rival: Rival, best: Rival) -> bool:
    """Whether the display's figure may be this one, rounded: not “60 killed” for 70 wounded where 20 were killed."""
    other = {fact.event, rival.fact.event} == {fact.event, rival.fact.event} - {""} and fact.event != rival.fact.event
    if other and best.fact.event == fact.event:
        return False
    near = rival.score >= max(_ENOUGH - 1, best.score - 2)
    equal = rival.fact.quantity.value == fact.quantity.value  # weighed before
    return near and not equal and fits(fact.quantity, rival.fact.quantity)


def _is_likely(fact: Fact, rival: Rival) -> bool:
    """Two bare numbers are one as a slip, or on much evidence. Standfirsts and captions tell of more than the story's first sentence:
    there the figures must be alike, too.
    """
    a, b = fact.quantity, rival.fact.quantity
    if b.kind is Kind.AGE and not may_be_of_one(fact.document, a, b):
        return False
    bare = a.kind is b.kind is Kind.COUNT and not (fact.noun or fact.event or rival.fact.noun or rival.fact.event)
    if is_slip(a, b) or (bare and not (rival.score > _ENOUGH and are_near(a.value, b.value))):
        return is_slip(a, b)
    if fact.role is Role.HEADLINE:
        return True
    return are_alike(fact, rival.fact) and (are_near(a.value, b.value) or _is_said_again(fact, rival.fact))


def _is_said_again(fact: Fact, other: Fact) -> bool:
    """Whether the story's sentence says all that the display's says, of the same things: only the figure is another."""
    same = fact.key == other.key and fact.words <= other.words and len(fact.words) >= _ALL
    return same and not are_framed_apart(fact, other) and not (other.words - fact.words) & APART


def _is_reckoned(document: Document, fact: Fact, best: Rival, told: Body) -> bool:
    """Whether the display's figure is the story's with something added or taken away: 20 aboard, of whom one lived."""
    rival = best.fact
    if is_close(fact.quantity, rival.quantity):
        return False
    if fact.quantity.kind is Kind.TIME and fact.quantity.unit == "year" and _is_span(fact.quantity.value, told):
        return True
    sought, start = fact.quantity.value, rival.sentence.start
    gap = abs(rival.quantity.value - sought)
    if gap == 1 and rival.quantity.value > 2 and rival.quantity.kind is Kind.COUNT:
        places = (rival.sentence, fact.sentence)
        return any(compiled(_ONE_MORE).search(document.text, place.start, place.end) for place in places)
    reach = 400 if best.score < _MUCH else 0
    near = [
        other
        for other in told.facts
        if abs(other.sentence.start - start) <= reach and other.key[:2] == rival.key[:2] and other != rival
    ]
    same = [rival.quantity.value, *(other.quantity.value for other in near if other.sentence == rival.sentence)]
    if (rival.event or is_person(rival.noun)) and 0 < gap <= _untold(document, rival):
        return True
    if any(abs(part - sought) <= max(0.5, 0.02 * sought) for part in _shares(document, rival)):
        return True
    bare = rival.quantity.kind is not Kind.COUNT and sought > rival.quantity.value and _is_said_bare(gap, rival, told)
    return bare or any(other.quantity.value == gap for other in near) or abs(sum(same) - sought) < 1e-6


def _shares(document: Document, rival: Fact) -> Iterator[float]:
    """What the sentence's percentages, fractions and odds make of its figure: “one in ten of the 5,000”."""
    for quantity in quantities_within(document, rival.sentence.span):
        if quantity.kind is Kind.PERCENT:
            yield rival.quantity.value * quantity.value / 100
        elif quantity.kind is Kind.FRACTION:
            yield rival.quantity.value * quantity.value
        elif quantity.value > 1 and _ODDS.search(document.text[max(0, quantity.start - 16) : quantity.start]):
            yield rival.quantity.value / quantity.value


def _untold(document: Document, rival: Fact) -> int:
    """How many the sentence has beside its figure without a number: “a woman and two men”, “his wife and two sons”."""
    return len(compiled(_SOMEBODY).findall(document.text, rival.sentence.start, rival.sentence.end))


def _is_said_bare(value: float, rival: Fact, told: Body) -> bool:
    """Whether the sentence has the number without its unit: “10 years for theft and two for fraud”."""
    return any(
        other.sentence == rival.sentence and other.quantity.value == value
        for other in told.facts
        if other.quantity.kind is Kind.COUNT and not other.noun
    )


def _is_span(years: float, told: Body) -> bool:
    """Whether two years of the story lie so far apart, or one and the year after the last: “20 years after the flood”."""
    named = sorted({quantity.value for quantity in told.printed if quantity.kind is Kind.YEAR})
    ends = [*named, named[-1] + 1] if named else []
    return any(abs(one - other - years) <= 1 for one in ends for other in named)


def _hit(document: Document, said: Quantity, told: Quantity, sure: float) -> Hit:
    block = document.block_at(said.span.start)
    place = block.role.value if block else "headline"
    words = {"place": place, "other": document[told.span]}
    return Hit(said.span, words, (Note(told.span, "the story says"),), confidence=sure)


_: type[Check] = HeadlineFigure
