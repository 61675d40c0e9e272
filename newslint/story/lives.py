"""Lives: when people were born and died and how old they were then, from all over a story, and of whom each is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import DISPLAY, Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import is_name_at_birth, names_of, principal
from newslint.story.dates import DateReference, dates_within, lifespan, publication
from newslint.story.families import OF_KIN, may_be_one
from newslint.story.people import people, sex_of
from newslint.text.lexicon import MAN, WOMAN, entry
from newslint.text.prefilter import blocks_with_words
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import FROM_TEN_IN_WORDS, HONORIFICS, MONTHS, NUMBER_IN_WORDS, NUMBER_WORDS, WEEKDAYS

_DIED = r"(?:[Dd]ied|dies|was killed|passed away)"
_BEARING, _DYING = frozenset(["born"]), frozenset(["died", "dies", "killed", "passed"])
# How far behind its verb a date stands (“died peacefully at home in Ayle on 3 May”), in code points.
_REACH = 70
_BIRTH = compiled(r"[Bb](?<![\w-].)orn\b(?! (?:again|out|of|free)\b)")
_DEATH = compiled(rf"\b{_DIED}\b")
_APART = compiled(r"[;.]|\d|\b(?:after|since|when|who|born|from|before|until|married|and|ha(?:s|ve|d)|was|were)\b")
_NUMBER = rf"\d{{1,3}}|(?:{NUMBER_IN_WORDS})\b"
_DEAD_AT = compiled(
    rf"\b(?:{_DIED}|has died|death)\b[^.;]{{0,60}}?\b(?:aged|at the age of|at age|at|age) (?:just |only )?(?P<age>{_NUMBER})"
    r"(?=\s?[.,;:)]|\s*(?:\n|\Z)| (?:in|on|after|from|of|following|when)\b)"
    rf"|\bwas (?:just |only )?(?P<then>{_NUMBER}) when (?:he|she) {_DIED}\b"
)
_WAS = compiled(rf"(?<=[.”\"])\s+(?:He|She) was (?P<age>\d{{1,3}}|{FROM_TEN_IN_WORDS})(?: years old)?(?=[.,;])")
_YEARS = compiled(r"\((?P<born>1\d\d\d|20\d\d)(?:-|–| to )(?P<died>1\d\d\d|20\d\d)\)")
_NAME = compiled(r"(?:[A-Z][\w’'.-]*\w )*[A-Z][\w’'-]*\w(?=[,;]? |[’']s\b|\Z)")
_LATER = compiled(r"(?i)\byears? (?:later|after)")
_KIN = compiled(OF_KIN)
_PRONOUN = compiled(r"\b([Hh]e|[Ss]he)\b")
_NO_NAMES = {name.capitalize() for name in HONORIFICS} | {
    *MONTHS,
    *WEEKDAYS,
    "Born",
    "Professor",
    "The",
    "He",
    "She",
    "In",
    "On",
    "At",
}
# Nobody has been older.
OLDEST = 122
_LETTERS = 4  # of an honour or a state
MOST = 20  # more are a list of the born or the dead, in which anybody may be meant
_HEADED = compiled(r"\W{0,2}(?:Born|BORN|Died|DIED)(?: |:)")
_LINE = 120  # code points of the line with the dates of a life
_SOON = 400  # code points behind a death, within which the age follows
_BEHIND = compiled(r"[^.;:]{0,80}?, (?P<who>he|she)\b")
_VERB = compiled(r"\b(?:he|she|was|is|had|has|they|who)\b")


class Subject(Row):
    """Who is meant: by `given` and `surname`, or where both are "" by a pronoun of this `sex` (“she”) or by nothing."""

    given: str = ""
    surname: str = ""
    sex: str = ""


class LifeEvent(Row):
    """A birth or a death of `subject`, on `date`; `span` is the date’s."""

    subject: Subject
    date: DateReference
    span: Span


class AgeAtDeath(Row):
    """How old `subject` is said to have died: `value` years, at `span`."""

    subject: Subject
    value: int
    span: Span


def may_be_same(one: Subject, other: Subject) -> bool:
    """Whether two subjects may be one person; a pronoun that stands alone may be anybody of its sex."""
    if one.sex and other.sex and one.sex != other.sex:
        return False
    if one.surname and other.surname:
        return one.surname == other.surname and (not one.given or not other.given or may_be_one(one.given, other.given))
    return True


def are_one(one: Subject, other: Subject) -> bool:
    """Whether the two may be one person, whom one of them names by more than a pronoun that fits the given name."""
    if one.sex and other.sex and not (one.surname or other.surname):
        return False
    known = [_of_that_sex(named, by.sex) for named, by in ((one, other), (other, one)) if by.sex]
    return may_be_same(one, other) and None not in known


# The sex of the person that each pronoun is said of, as `Subject` has it.
SEX_OF = {"he": "he", "his": "he", "she": "she", "her": "she"}


@analysis
def births(document: Document) -> tuple[LifeEvent, ...]:
    """Every birth with its date that is told of no relative, in order."""
    return tuple(_events(document, _matches(document, _BIRTH, _BEARING), "born"))


@analysis
def deaths(document: Document) -> tuple[LifeEvent, ...]:
    """Every death with its date that is told of no relative, in order."""
    return tuple(_events(document, _died(document), "died"))


@analysis
def _died(document: Document) -> tuple[re.Match[str], ...]:
    """Every verb of dying, in order."""
    return tuple(_matches(document, _DEATH, _DYING))


def _matches(document: Document, pattern: re.Pattern[str], verbs: frozenset[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that one of `verbs` is part of."""
    for block in blocks_with_words(document, verbs):
        yield from pattern.finditer(document.text, block.start, block.end)


def _events(document: Document, verbs: Iterable[re.Match[str]], group: str) -> Iterator[LifeEvent]:
    text = document.text
    for match in verbs:
        subject = subject_of(document, match.start(), match.end())
        date = date_behind(document, match.end()) if subject else None
        if subject and date:
            at_birth = group == "born" and is_name_at_birth(document, subject.given, subject.surname)
            yield LifeEvent(_principal(document) if at_birth else subject, date, date.span)
    headed = lifespan(document)
    if headed is not None:
        date = headed[group == "died"]
        yield LifeEvent(_principal(document), date, date.span)
    for match in _YEARS.finditer(text):
        subject = subject_of(document, match.start(), match.end())
        year = next(iter(dates_within(document, Span(match.start(group), match.end(group)))), None)
        if subject and subject.surname and year:
            yield LifeEvent(subject, year, year.span)


def date_behind(document: Document, start: int) -> DateReference | None:
    """The date of the verb that ends at `start`; one without a year is of the draft’s own."""
    block = document.block_at(start)
    within = dates_within(document, Span(start, min(block.end, start + _REACH))) if block else ()
    for date in within:
        if _APART.search(document.text, start, date.span.start):
            return None
        own = publication(document)
        headed = lifespan(document)
        year = own.year if own is not None else headed[1].year if headed is not None else None
        return date if date.year or year is None else date._replace(year=year)
    return None


@analysis
def ages_at_death(document: Document) -> tuple[AgeAtDeath, ...]:
    """Every age at death that is no relative’s, in order: “who has died aged 94”, “She died on Sunday. She was 94.”"""
    text, found = document.text, []
    for match in _matches(document, _DEAD_AT, _DYING | {"death"}):
        subject = subject_of(document, match.start(), match.end())
        group = "age" if match["age"] else "then"
        if subject and not in_quotation(document, match.start()):
            found.append(AgeAtDeath(subject, _years(match[group]), Span(*match.span(group))))
    for match in _died(document):
        block = document.block_at(match.start())
        behind = _WAS.search(text, match.end(), min(block.end, match.end() + _SOON)) if block else None
        subject = subject_of(document, match.start(), match.end()) if behind else None
        if behind and subject:
            found.append(AgeAtDeath(subject, _years(behind["age"]), Span(*behind.span("age"))))
    return tuple(found)


def _years(number: str) -> int:
    """How many years that is, in figures or words."""
    return int(number) if number.isdecimal() else NUMBER_WORDS[number.lower()]


def tells_when(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence puts a death into a year, or so long after something: “He died four years later, at 70”."""
    later = _LATER.search(document.text, *sentence)
    return later is not None or any(date.year for date in dates_within(document, sentence.span))


def is_headed(document: Document, block: Block) -> bool:
    """Whether a block is the line of an obituary that gives the dates: “Born Ayle, 14 March 1938; died 2 November 2026, aged 88”, “Died: 2 November”."""
    line = document.text[block.start : block.end]
    return len(line) <= _LINE and _HEADED.match(line) is not None and not _VERB.search(line)


def pronoun_behind(text: str, start: int, end: int) -> str:
    """Who a sentence goes on with that begins with a birth, "he", "she" or "": “Born in 1937 at Ayle, a village, she …”."""
    found = _BEHIND.match(text, start, end)
    return found["who"] if found else ""


def subject_of(document: Document, verb: int, end: int) -> Subject | None:
    """Who is born or dies by the verb from `verb` to `end`; None for a relative, and for what nobody says of anybody.

    It’s the last name before the verb in its sentence; for “Born in Ayle, Ann Moor” the first behind it; for a pronoun
    the one that the sentences before it in the same paragraph speak of, if any.
    """
    sentence, block = sentence_at(document, verb), document.block_at(verb)
    if sentence is None or block is None or in_quotation(document, verb):
        return None
    if is_headed(document, block):
        return _principal(document)
    before = document.text[sentence.start : verb]
    if _KIN.search(before):
        return None
    names, pronoun = _names(before), _PRONOUN.search(before)
    known = [name for name in names if name.given or name.surname in _surnames(document)]
    if block.role in DISPLAY and before.endswith("who ") and not known:
        return _principal(document)  # “Baker, painter and friend of the poor, who has died aged 81”
    if names:
        return (known or names)[-1]
    if pronoun:
        earlier = _names(document.text[block.start : sentence.start])
        sex = pronoun[1].lower()
        return _of_that_sex(earlier[-1], sex) if earlier else Subject(sex=sex)
    if not document.text.startswith("Born", verb):
        return Subject() if not before.strip() else None
    taken = pronoun_behind(document.text, end, sentence.end)
    if taken:
        return Subject(sex=taken)
    behind = _names(document.text[end : sentence.end])
    return behind[-1] if behind else Subject()


@analysis
def _surnames(document: Document) -> frozenset[str]:
    return frozenset(person.surname for person in people(document))


def _principal(document: Document) -> Subject:
    """Whom the story is about."""
    number = principal(document)
    person = people(document)[number] if number is not None else None
    return Subject(person.given, person.surname) if person else Subject()


def _of_that_sex(named: Subject, sex: str) -> Subject | None:
    """The person before a pronoun, where the given name may be a man’s or a woman’s as the pronoun says."""
    other = 2 if sex == "he" else 1
    return None if named.given and entry(named.given.split()[0]).given == other else named._replace(sex=sex)


def _names(copy: str) -> list[Subject]:
    """The full names and surnames of `copy`, without what is a title, a place behind “in” or the first word of a sentence."""
    found = []
    for match in _NAME.finditer(copy):
        led = copy[max(0, match.start() - 4) : match.start()].lower()
        tokens = [token.strip(".") for token in match[0].split()]
        titled = tokens[0] in _NO_NAMES
        while tokens and tokens[0] in _NO_NAMES:
            tokens.pop(0)
        if tokens and tokens[-1].isupper() and len(tokens[-1]) <= _LETTERS:
            tokens.pop()  # “Ann Moor, BEM”; “Ayle, NSW”
        if not tokens or led.endswith(("in ", "at ", "of ", "on ", "the ", "to ")):
            continue
        if len(tokens) > 1 or titled or match.start():
            found.append(Subject(" ".join(tokens[:-1]).title() if len(tokens) > 1 else "", tokens[-1]))
        elif copy[match.end() : match.end() + 1] in (" ", ",") and match.start() == 0:
            found.append(Subject("", tokens[-1]))
    return found


class Lifetime(Row):
    """A birth, a death and the age that the copy gives for it, which the two dates let be from `least` to `most`."""

    born: Span
    died: Span
    age: Span
    said: int
    least: int
    most: int


@analysis
def lifetimes(document: Document) -> tuple[Lifetime, ...]:
    """Each age at death with the one birth and the one death that can be the same person’s."""
    if not 0 < len(ages_at_death(document)) <= MOST:
        return ()
    return tuple(found for age in ages_at_death(document) if (found := _lifetime(document, age)) is not None)


def _lifetime(document: Document, age: AgeAtDeath) -> Lifetime | None:
    born = _only(document, age, births(document))
    died = _only(document, age, deaths(document))
    if born is None or died is None or not born.date.year or not died.date.year:
        return None
    if not may_be_same(born.subject, died.subject) or not (born.subject.surname or _is_known(document, age.subject)):
        return None
    most = died.date.year - born.date.year
    least = most - 1
    if born.date.full and died.date.full and died.date.month and died.date.day:
        had = (born.date.month or 0, born.date.day or 0) <= (died.date.month, died.date.day)
        least = most = most if had else most - 1
    return Lifetime(born.span, died.span, age.span, age.value, least, most) if 0 < most < OLDEST else None


def _told_sex(document: Document, subject: Subject) -> str:
    """The pronoun of a person, "he" or "she", by the titles that the copy gives them or else the given name; "" where neither tells."""
    own = (person for person in people(document) if (person.given, person.surname) == (subject.given, subject.surname))
    return {MAN: "he", WOMAN: "she"}.get(next((sex_of(person.references) for person in own), 0), "")


def _is_known(document: Document, subject: Subject) -> bool:
    """Whether a name is of somebody whom the story names in full: no brother’s who is but “Sanjay”."""
    return bool(subject.given) or any(subject.surname in names_of(person) for person in people(document))


def _only(document: Document, age: AgeAtDeath, events: tuple[LifeEvent, ...]) -> LifeEvent | None:
    """The one of `events` that can be of who died at that age; None where there are two with different dates."""
    who = age.subject._replace(sex=age.subject.sex or _told_sex(document, age.subject))
    own = [event for event in events if event.date.year and may_be_same(event.subject, who)]
    named = [event for event in own if event.subject.surname and age.subject.surname] or own
    dates = {(event.date.year, event.date.month, event.date.day) for event in named}
    exact = [event for event in named if event.date.full] or named
    agree = len(dates) == 1 or len({(e.date.year, e.date.month, e.date.day) for e in exact}) == 1
    return exact[0] if exact and agree else None
