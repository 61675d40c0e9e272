"""Milestones: a birthday or a decade of life that stands with an age: “Ann Moor, 47, turned 50 on Monday”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ages import Age, ages
from newslint.story.bearers import KIN, bearers_of
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_DECADE = rf"in (?:his|her) (?:early |late |mid[- ]?)?(?P<decade>{'|'.join(_DECADES)}|[2-9]0s)\b"
_IS = r"(?:(?:who|and) )?(?:is|[’']s) (?:now |still |only |just )?"
# What may stand between an age and what is said of it: another word for the person, but no other person.
_APPOSED = r"(?:,? (?:an?|the) (?:[a-z][\w’'-]* ?){1,5})?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOW = rf"(?:on {_WEEKDAY}|(?:last|this|next|earlier this|later this) (?:week|month|weekend|{_WEEKDAY})|yesterday|today|tomorrow)"
_TURN = r"(?:turned|turns|turning|will turn|celebrat(?:ed|es)|marked|marks|will celebrate)"
_BIRTHDAY = rf"(?:{_TURN} (?:his |her )?(?P<year>\d{{1,3}})(?:(?:st|nd|rd|th) birthday)? {_NOW}|(?:died|dies|was killed|retired|resigned)\b[^.;,\d]{{0,30}} (?:before|after|short of|shy of|on) (?:his|her) (?P<day>\d{{1,3}})(?:st|nd|rd|th) birthday)\b"
_SAID = rf"(?:(?:{_IS}|an? [a-z]+ ){_DECADE}|(?:who |and )?(?:just )?{_BIRTHDAY})"
_OF_AN_AGE = rf"{_APPOSED},? {_SAID}"
_OF_A_PRONOUN = rf"\s+(?:He|She) {_SAID}"
_OF_A_NAME = rf",? {_SAID}"
# “the 47-year-old driver”
_UNNAMED = compiled(
    r"(?<=[Tt]he )(\d{1,3})[- ]year[- ]old(?: [a-z][\w’'-]*){0,3}?(?=,? (?:who\b|is\b|an?\b|turn|celeb|mark|died|will\b|just\b))"
)
_CHEAP = ("birthday", " turn", "0s", "ties ", "ties.", "ties,")
_REACH = 160
# A story of more ages is a list, in which each stands for itself.
_MOST = 30
_KIN_BETWEEN = rf"(?i)\b{KIN}\b"


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
    match = compiled(_OF_AN_AGE).match(document.text, end, min(block.end, end + _REACH))
    sentence = sentence_at(document, age.name.start)
    if match is None and sentence is not None and not compiled(_KIN_BETWEEN).search(document.text, end, sentence.end):
        match = compiled(_OF_A_PRONOUN).match(document.text, sentence.end, min(block.end, sentence.end + _REACH))
    if match and not compiled(_KIN_BETWEEN).search(match[0]):
        yield _stated(age.age.span, age.age.value, match)


def _unnamed(document: Document) -> Iterator[Milestone]:
    for age in _UNNAMED.finditer(document.text) if "-year-old" in document.text else ():
        match = compiled(_OF_AN_AGE).match(document.text, age.end(), age.end() + _REACH)
        if match and not compiled(_KIN_BETWEEN).search(match[0]):
            yield _stated(Span(*age.span(1)), int(age[1]), match)


def _elsewhere(document: Document, age: Age, settled: list[Age]) -> Iterator[Milestone]:
    """Behind the name alone, elsewhere in the story, where it gives no other age with that name."""
    if len({other.age.value for other in settled if other.surname == age.surname}) > 1:
        return
    sole = not age.given and len({given for _, given in bearers_of(document, age.surname)}) == 1
    first = next(other for other in settled if other.surname == age.surname)
    if first is not age:
        return
    for at, match in _behind(document.text, age.surname) if age.surname.isalpha() else ():
        given = document.text[max(0, at - 24) : at].split()[-1:]
        if not given or not given[0][0].isupper() or given[0] in age.given.split() or sole:
            yield _stated(age.age.span, age.age.value, match)


def _behind(text: str, surname: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What is said right behind a surname, with where the name starts; none behind “Mr ”, “Ed ” or the like."""
    at = text.find(surname)
    while at >= 0:
        match = compiled(_OF_A_NAME).match(text, at + len(surname))
        if match and not (at > 2 and compiled(r"[A-Z][a-z] ").match(text, at - 3)):
            yield at, match
            at = match.end() - 1
        at = text.find(surname, at + 1)


def _stated(age: Span, said: float, match: re.Match[str]) -> Milestone:
    decade = match["decade"]
    if decade:
        least = _DECADES.get(decade) or int(decade[:-1])
        return Milestone(age, said, Span(*match.span("decade")), least, least + 9)
    group = "year" if match["year"] else "day"
    birthday = int(match[group])
    return Milestone(age, said, Span(*match.span(group)), birthday - 1, birthday)
