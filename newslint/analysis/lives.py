"""Lives: a birth, a later year and the age that the copy gives for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.bearers import KIN
from newslint.analysis.occasions import LifeDate, life_dates
from newslint.analysis.publication import publication
from newslint.analysis.quantity import Hedge, Kind, Quantity
from newslint.analysis.skeletons import Skeleton, pattern, skeletons
from newslint.document import Document, analysis
from newslint.expressions import compiled
from newslint.source import Span


class Life(NamedTuple):
    """A birth, a later event (a death, mostly) and the age in years that the copy gives for it.

    `least` and `most` are the ages that the two years leave. `sure` is from 0 to 1.
    """

    born: Span
    later: Span
    age: Span
    said: float
    least: int
    most: int
    sure: float = 0.9


_BORN = r"(?<![\w-])born\b[^\ue000-\uf8ff.;]{0,60}<year>"
_DIED = r"\b(?:died|dies|was killed|were killed|killed|passed away)\b"
_AT_AGE = r"(?:aged|at the age of|at age|at|age) (?:just |only )?([\ue000\ue006])(?!-| (?!in|on|after|from|of|at|following|when|while|as)[a-z])"
_QUIET = r"[^\ue000-\uf8ff.;]"
# Two years and an age in one sentence, in any order: the earlier year is that of the birth.
_FORMS = (
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|death|dead|passed away)\b[^\ue005.;]{{0,60}}<year>{_QUIET}{{0,40}}\b{_AT_AGE}",
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|passed away)\b{_QUIET}{{0,20}},? {_AT_AGE},?{_QUIET}{{0,12}} in <year>",
    rf"\(<year>(?:-|–| to )<year>\){_QUIET}{{0,100}}\b(?:died|dies|dead|death|passed away)\b{_QUIET}{{0,30}}{_AT_AGE}",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:he|she|I|who)\b{_QUIET}{{0,40}} in <year>,?{_QUIET}{{0,4}} (?:aged|at the age of|at age) ([\ue000\ue006])",
    rf"{_BORN}{_QUIET}{{0,30}}\b(?:he|she|I|who) was (?:just |only )?([\ue000\ue006]) when (?:he|she|I)\b{_QUIET}{{0,60}} in <year>",
)
_TURNS = (
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>",
    rf"\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>{_QUIET}{{0,60}}\bborn in <year>",
)
_TURNS_NOW = (
    rf"\b(?:turns|will turn) ([\ue000\ue006]){_QUIET}{{0,4}} (?:this year|on|next month|this month){_QUIET}{{0,60}}(?<![\w-])born\b{_QUIET}{{0,40}} <year>",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn) ([\ue000\ue006]) (?:this year|on|next month|this month)\b",
)
# A death whose year and age stand together, of someone whose birth is told elsewhere.
_DEATHS = (
    rf"{_DIED}{_QUIET}{{0,60}}<year>{_QUIET}{{0,20}}\b{_AT_AGE}",
    rf"{_DIED}{_QUIET}{{0,40}}\b{_AT_AGE}{_QUIET}{{0,12}} in (?:[A-Z][a-z]+ )?<year>",
)
_KIN = rf"(?i)\b(?:(?:his|her|their|whose|the|an?|\w+['’]s) (?:[a-z-]+ ){{0,2}}{KIN})\b"
_OTHER_NAME = r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord)\b|[A-Z][a-z]+ [A-Z][a-z]+"
_NO_LIFE = r"(?i)\bborn (?:again|out|of|free)\b"


@analysis
def lives(document: Document) -> tuple[Life, ...]:
    """Every birth that stands with a later year and an age: in one sentence, or of one person told nowhere else."""
    text = document.text
    if "born" not in text and "Born" not in text and "died" not in text and "dead" not in text:
        return ()
    found = [life for sentence in skeletons(document) for life in _in_sentence(document, sentence)]
    found = found or list(_of_one_person(document))
    return tuple({life.age: life for life in found}.values())


def _in_sentence(document: Document, sentence: Skeleton) -> Iterator[Life]:
    if not any(quantity.kind is Kind.YEAR for quantity in sentence.quantities):
        return
    for forms, spread in ((_FORMS, (-1, 0)), (_TURNS, (-1, 1))):
        for form in forms:
            for match in pattern(form).finditer(sentence.text):
                signs = [sentence.at[match.start(group)] for group in (1, 2, 3)]
                yield from _life(signs, spread, match[0])
    own = publication(document)
    for form in _TURNS_NOW if own and own.year else ():
        for match in pattern(form).finditer(sentence.text):
            born, age = sorted(
                (sentence.at[match.start(group)] for group in (1, 2)), key=lambda sign: sign.kind is not Kind.YEAR
            )
            true = (own.year or 0) - int(born.value) if own else 0
            if own and age.kind is not Kind.YEAR and not compiled(_KIN).search(match[0]):
                yield Life(born.span, own.span, age.span, age.value, true - 1, true + 1)


def _life(signs: list[Quantity], spread: tuple[int, int], copy: str) -> Iterator[Life]:
    years = sorted((sign for sign in signs if sign.kind is Kind.YEAR), key=lambda year: year.value)
    others = [sign for sign in signs if sign.kind is not Kind.YEAR]
    if len(years) != 2 or len(others) != 1 or others[0].hedge is not Hedge.NONE or compiled(_KIN).search(copy):
        return
    true = int(years[1].value - years[0].value)
    least, most = true + spread[0], true + spread[1]
    yield Life(years[0].span, years[1].span, others[0].span, others[0].value, least, most)


def _of_one_person(document: Document) -> Iterator[Life]:
    """A birth and a death in two sentences, where the story tells no other birth and no other death."""
    text = document.text
    if "born" not in text or len(compiled(r"\b[Bb]orn\b").findall(text)) != 1 or compiled(_NO_LIFE).search(text):
        return
    births = [life for life in life_dates(document) if life.verb == "born" and life.date.year]
    told = [found for sentence in skeletons(document) if (found := _death(sentence))]
    if len(births) == 1 and len(told) == 1:
        yield from _between(document, births[0], *told[0])


def _death(sentence: Skeleton) -> tuple[Skeleton, int, list[Quantity]] | None:
    for form in _DEATHS:
        match = pattern(form).search(sentence.text)
        if match and not compiled(_KIN).search(sentence.text, 0, match.end()):
            return sentence, match.start(), [sentence.at[match.start(group)] for group in (1, 2)]
    return None


def _between(document: Document, birth: LifeDate, sentence: Skeleton, at: int, signs: list[Quantity]) -> Iterator[Life]:
    before = sentence.text[:at]
    bearer = compiled(rf"(?:([A-Z][\w'’-]+) )?\b{re.escape(birth.name)}\b").search(before)
    named, others = bearer is not None, ""
    if bearer and bearer[1] and bearer[1] not in document.text[max(0, birth.span.start - 80) : birth.span.start]:
        return  # another of the name
    block = document.block_at(sentence.span.start)
    if not named:
        if block is None or not compiled(r"\b(?:[Hh]e|[Ss]he)\b[^,;]{0,30}\Z").search(before):
            return
        others = document.text[max(block.start, birth.span.end) : sentence.origin(at)]
    if compiled(_OTHER_NAME).search(others):
        return
    year = next((sign for sign in signs if sign.kind is Kind.YEAR), None)
    age = next((sign for sign in signs if sign.kind is not Kind.YEAR), None)
    if year is None or age is None or age.hedge is not Hedge.NONE or birth.date.year is None:
        return
    true = int(year.value) - birth.date.year
    if true > 0:
        yield Life(birth.span, year.span, age.span, age.value, true - 1, true, 0.75)
