"""Mistypings: two figures that look like one, where enough is said of both in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind
from newslint.topics.figures.claims import Fact
from newslint.topics.figures.conversions import conversions
from newslint.topics.figures.qualifiers import framing
from newslint.topics.figures.resumptions import APART_STEMS, are_of_two_kinds
from newslint.topics.figures.twins import Twins, twins

_SUBJECT = compiled(r"(?:(?!The |A |An |In |On |At |But |And )[A-Z][\w’'.-]* )*")
# So many figures of one sort make it likelier by a step that two are alike by chance.
_CROWD = 6
_NEVER = 99
# From so many figures on, noughts at the ends apart, a number is hardly ever like another by chance.
_LONG = 4


def mistyped(document: Document, told: list[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
    """Every such pair of the facts `told`, and how sure it is that they are one."""
    times = Counter(fact.quantity.value for fact in told)
    again = {conversion.second.span for conversion in conversions(document)}
    for pair in twins(document):
        one, other = pair.one, pair.other
        if pair.slip == "scale" or min(times[one.quantity.value], times[other.quantity.value]) > 1:
            continue
        if {one.quantity.span, other.quantity.span} <= again:
            continue  # $150 for 10,000 rupees, $105 for 7,000
        noun = one.noun == other.noun != ""
        evidence = len(pair.shared) + 2 * noun
        # A bare number may be part of an address or of a telephone number.
        turned = pair.slip == "turned" and pair.digits > 2
        named = noun or turned or one.quantity.kind is not Kind.COUNT or evidence > 2
        if evidence < _needed(pair) or not named or (one.years and other.years and one.years != other.years):
            continue
        if (one.modifiers != other.modifiers and are_of_two_kinds(one, other)) or _have_two_subjects(one, other):
            continue
        if (
            pair.digits < _LONG
            and not turned
            and (are_parallel(document, one, other) or APART_STEMS & (pair.apart[0] | pair.apart[1]))
        ):
            continue
        yield one, other, 0.75 if pair.digits >= _LONG or evidence > _needed(pair) else 0.65


def _have_two_subjects(one: Fact, other: Fact) -> bool:
    """Whether the sentences begin with two names: “Ayle Corp earned …”, “Borth Corp earned …”."""
    a, b = (_subject(fact) for fact in (one, other))
    return bool(a - b) and bool(b - a)


def _subject(fact: Fact) -> frozenset[str]:
    """The capitalized words at the head of the sentence."""
    head = _SUBJECT.match(fact.document.text, fact.sentence.start)
    return frozenset(head[0].split()) if head else frozenset()


def _needed(pair: Twins) -> int:
    """How much must speak for one thing: the less, the less likely chance is to make two figures so alike."""
    one, other = pair.one, pair.other
    if pair.slip == "turned":
        usual = 1 if pair.digits > 2 else 4
    elif pair.slip == "other":
        if pair.digits < _LONG and not pair.near:
            return _NEVER
        named = one.names - other.names and other.names - one.names
        usual = (2 if pair.digits >= _LONG else 5) + 2 * (not pair.near) + bool(named)
    else:
        usual = 5
    compared = any("than" in framing(fact).ways for fact in (one, other))
    dated = bool(one.years) is not bool(other.years)
    return usual + 4 * compared + 2 * dated + min(4, pair.crowd // _CROWD)


def are_parallel(document: Document, one: Fact, other: Fact) -> bool:
    """Whether two figures or more differ: two things told in one manner, not one thing told twice."""
    left, right = ([q.value for q in quantities_within(document, fact.sentence.span)] for fact in (one, other))
    return sum(a != b for a, b in zip(left, right, strict=False)) > 1
