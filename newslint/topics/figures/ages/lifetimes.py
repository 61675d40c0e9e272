"""Lives: a birth, a later year and the age that the copy gives for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.age import Age
from newslint.story.ages import ages, has_principal
from newslint.story.dates import publication
from newslint.story.families import RELATIVES, bearers_of, may_be_one
from newslint.story.lives import lifetimes
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HONORIFICS, MONTHS, NUMBER_IN_WORDS, NUMBER_WORDS, WEEKDAYS, alternatives
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons


class Life(Row):
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
_AT_AGE = r"(?:aged|at the age of|at age|at|age) (?:just |only )?([\ue000\ue006])(?!-| (?!in|on|after|from|of|at|following|when|while|as)[a-z])"
_QUIET = r"[^\ue000-\uf8ff.;]"
# Two years and an age in one sentence, in any order: the earlier year is that of the birth.
_FORMS = (
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|death|dead|passed away)\b[^\ue005.;]{{0,60}}<year>{_QUIET}{{0,40}}\b{_AT_AGE}",
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|passed away)\b{_QUIET}{{0,20}},? {_AT_AGE},?{_QUIET}{{0,12}} in <year>",
    rf"\(<year>(?:-|–| to )<year>\){_QUIET}{{0,100}}\b(?:died|dies|dead|death|passed away)\b{_QUIET}{{0,30}}{_AT_AGE}",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:he|she|I|who)\b{_QUIET}{{0,40}} in <year>,?{_QUIET}{{0,4}} (?:aged|at the age of|at age) ([\ue000\ue006])",
    rf"{_BORN}{_QUIET}{{0,30}}(?:\b(?:he|she|I|who)|(?<=\ue005),) was (?:just |only )?([\ue000\ue006]) when (?:he|she|I)\b{_QUIET}{{0,60}} in <year>",
)
_TURNS = (
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>",
    rf"\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>{_QUIET}{{0,60}}\bborn in <year>",
)
_TURNS_NOW = (
    rf"\b(?:turns|will turn) ([\ue000\ue006]){_QUIET}{{0,4}} (?:this year|on|next month|this month){_QUIET}{{0,60}}(?<![\w-])born\b{_QUIET}{{0,40}} <year>",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn) ([\ue000\ue006]) (?:this year|on|next month|this month)\b",
)
_KIN = rf"(?i)\b(?:(?:his|her|their|whose|the|an?|\w+['’]s) (?:[a-z-]+ ){{0,2}}{RELATIVES})\b"
# Another person comes in: “(1920-1990) taught Ann Moor, who died”, “and Ben Hill died”.
_STRANGER = r"\A\([^)]*\).*\bwho\b|(?<!, )\b[A-Z][a-z]+ [A-Z][a-z]+,? (?:who )?(?:died|was killed|passed away)\b"
# Nobody has been older.
_OLDEST = 122


@analysis
def lives(document: Document) -> tuple[Life, ...]:
    """Every birth that stands with a later year and an age: in one sentence, or of one person told nowhere else."""
    text = document.text
    if "born" not in text and "Born" not in text and "died" not in text and "dead" not in text:
        return ()
    found = {life.age: life for sentence in skeletons(document) for life in _in_sentence(document, sentence)}
    for life in _over_the_story(document):
        if life.age not in found or life.least == life.most:
            found[life.age] = life
    return tuple(found.values())


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
    if not 0 < true < _OLDEST or (not copy.startswith("Born") and compiled(_STRANGER).search(copy)):
        return
    least, most = true + spread[0], true + spread[1]
    yield Life(years[0].span, years[1].span, others[0].span, others[0].value, least, most)


def _over_the_story(document: Document) -> Iterator[Life]:
    """A birth, a death and an age at death, wherever the story tells them of one person."""
    for life in lifetimes(document):
        yield Life(life.born, life.died, life.age, life.said, life.least, life.most, 0.75)


_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_DECADE = rf"in (?:his|her) (?:early |late |mid[- ]?)?(?P<decade>{'|'.join(_DECADES)}|[2-9]0s)\b"
_IS = r"(?:(?:who|and) )?(?:is|[’']s) (?:now |still |only |just )?"
# What may stand between an age and what is said of it: another word for the person, but no other person.
_APPOSED = r"(?:,? (?:an?|the) (?:[a-z][\w’'-]* ?){1,5})?"
_WEEKDAY = rf"(?:{alternatives(WEEKDAYS)})"
_NOW = (
    rf"(?:on {_WEEKDAY}|(?:last|this|next|earlier this|later this) (?:week|month|weekend|{_WEEKDAY})|yesterday|today|tomorrow"
    rf"|in (?:{alternatives(MONTHS)})(?! (?:\d|of \d|last year))|at (?:Easter|Christmas|New Year)|in the [a-z]+ (?:week|month) of the [a-z]+|(?:on the [a-z]+ day of|during|midway through) (?:the |his |her )(?:[a-z]+ )?(?:trial|inquest|hearing|inquiry|tournament|tour|strike|campaign|season|retrial)"
    r"|(?:a|two|three|four|five|six|ten|a few) (?:days?|weeks?|months?) (?:ago|earlier)|(?:last|this) (?:spring|summer|autumn|fall|winter))"
)
_TURN = r"(?:turned|turns|turning|will turn|celebrat(?:ed|es)|marked|marks|will celebrate)"
_BIRTHDAY = rf"(?:{_TURN} (?:his |her )?(?P<year>\d{{1,3}}|{NUMBER_IN_WORDS})(?:(?:st|nd|rd|th) birthday)? {_NOW}|(?:died|dies|was killed|retired|resigned)\b[^.;,\d]{{0,30}} (?:before|after|short of|shy of|on) (?:his|her) (?P<day>\d{{1,3}})(?:st|nd|rd|th) birthday)\b"
_SAID = rf"(?:(?:{_IS}|an? [a-z]+ ){_DECADE}|(?:who |and )?(?:had |has )?(?:just )?{_BIRTHDAY})"
_OF_AN_AGE = rf"{_APPOSED},? {_SAID}"
_OF_A_PRONOUN = rf"\s+(?:He|She) {_SAID}"
_OF_A_NAME = rf",? {_SAID}"
# “the 47-year-old driver”
_UNNAMED = compiled(
    r"(?<=[Tt]he )(\d{1,3})[- ]year[- ]old(?: [a-z][\w’'-]*){0,3}?(?=,? (?:who\b|is\b|an?\b|turn|celeb|mark|died|will\b|just\b))"
)
_CHEAP = ("birthday", " turn", "0s", "ties ", "ties.", "ties,")
_MILESTONE_REACH = 160
# A story of more ages is a list, in which each stands for itself.
_MOST = 30
_KIN_BETWEEN = rf"(?i)\b{RELATIVES}\b"


class Milestone(Row):
    """An age at `age`, `said` to be of someone whose birthday or decade, at `place`, lets it be from `least` to `most`."""

    age: Span
    said: float
    place: Span
    least: int
    most: int


@analysis
def milestones(document: Document) -> tuple[Milestone, ...]:
    """Every birthday or decade of the story’s own time that stands with an age of the same person."""
    if not any(sign in document.text for sign in _CHEAP):
        return ()
    settled = [age for age in ages(document) if age.settled and not in_quotation(document, age.name.start)]
    found = [found for age in settled for found in _beside(document, age)]
    if len(settled) <= _MOST:
        found.extend(found for age in settled for found in _elsewhere(document, age, settled))
    found.extend(_unnamed(document))
    return tuple(found)


def _beside(document: Document, age: Age) -> Iterator[Milestone]:
    """Behind the age, in its own sentence or at the start of the next."""
    block = document.block_at(age.age.span.start)
    tail = compiled(r"(?:[- ]years?[- ]olds?\b)?\)?").match(document.text, max(age.age.span.end, age.name.end))
    if block is None or tail is None:
        return
    end = tail.end()
    match = compiled(_OF_AN_AGE).match(document.text, end, min(block.end, end + _MILESTONE_REACH))
    sentence = sentence_at(document, age.name.start)
    if match is None and sentence is not None and not compiled(_KIN_BETWEEN).search(document.text, end, sentence.end):
        match = compiled(_OF_A_PRONOUN).match(
            document.text, sentence.end, min(block.end, sentence.end + _MILESTONE_REACH)
        )
    if match and not compiled(_KIN_BETWEEN).search(match[0]):
        yield _stated(age.age.span, age.age.value, match)


def _unnamed(document: Document) -> Iterator[Milestone]:
    for age in _UNNAMED.finditer(document.text) if "-year-old" in document.text else ():
        match = compiled(_OF_AN_AGE).match(document.text, age.end(), age.end() + _MILESTONE_REACH)
        if match and not compiled(_KIN_BETWEEN).search(match[0]):
            yield _stated(Span(*age.span(1)), int(age[1]), match)


def _elsewhere(document: Document, age: Age, settled: list[Age]) -> Iterator[Milestone]:
    """Behind the name alone, elsewhere in the story, where it gives no other age with that name."""
    family = [other for other in settled if other.surname == age.surname]
    principal = has_principal(document, age.surname, age.given)
    own = [other for other in family if not principal or not other.given or may_be_one(other.given, age.given)]
    if len({other.age.value for other in own}) > 1 or own[0] is not age:
        return
    bearers = {given for _, given in bearers_of(document, age.surname)}
    for at, match in _behind(document.text, age.surname) if age.surname.isalpha() else ():
        before = document.text[max(0, at - 24) : at].split()[-1:]
        word = before[0] if before and before[0][0].isupper() else ""
        titled = len(bearers) == 1 and (not age.given or word.strip(".").lower() in HONORIFICS)
        alone = not word and (principal or len(bearers) < 2)
        if alone or (word and word in age.given.split()) or titled:
            yield _stated(age.age.span, age.age.value, match)
    first = age.given.split(" ")[0]
    if len(first) > 2 and len({other.surname for other in settled if other.given.split(" ")[0] == first}) == 1:
        for _, match in _behind(document.text, first):
            yield _stated(age.age.span, age.age.value, match)


def _behind(text: str, surname: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What is said right behind a name, with where it starts."""
    at = text.find(surname)
    while at >= 0:
        match = compiled(_OF_A_NAME).match(text, at + len(surname))
        if match:
            yield at, match
            at = match.end() - 1
        at = text.find(surname, at + 1)


def _stated(age: Span, said: float, match: re.Match[str]) -> Milestone:
    decade = match["decade"]
    if decade:
        least = _DECADES.get(decade) or int(decade[:-1])
        return Milestone(age, said, Span(*match.span("decade")), least, least + 9)
    group = "year" if match["year"] else "day"
    number = match[group].lower()
    birthday = int(number) if number.isdecimal() else NUMBER_WORDS[number]
    return Milestone(age, said, Span(*match.span(group)), birthday - 1, birthday)
