"""Dated ages: how old the copy says that someone was in a year, and the years of birth that this leaves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ages_now import ages_now, loosely, matches_behind
from newslint.story.antecedents import (
    is_name_at_birth,
    may_be,
    named_until,
    person_of,
    principal,
    subject_of_clause,
    taken_up,
)
from newslint.story.birthdays import Birthday, birthdays
from newslint.story.dates import DateReference, dates_within
from newslint.story.lives import births, is_headed, pronoun_behind
from newslint.story.numerals import small_number
from newslint.story.people import people
from newslint.story.present import Present, present
from newslint.story.references import references_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import (
    HEDGES,
    NUMBER_IN_WORDS,
    OF_AN_AGE,
    alternatives,
)

_NUMBER = rf"(?P<age>\d{{1,2}}|{NUMBER_IN_WORDS})"
_ENDS = r"(?=[,.;:)–—]|\s*\Z| [–—]| (?:he|she|in|on|by|and|but|when|that|during|the (?:year|same))\b| [A-Z])"
_JUST = r"(?:just |only |still |barely |already |aged )?"
_WHO = r"(?:he|she|(?-i:[A-Z][\w’'-]+))"
_SIGNS = (
    rf"\b(?:aged|at the age of|at age|age of|age) {_JUST}{_NUMBER}{_ENDS}",
    rf"\bat {_JUST}{_NUMBER}(?=,? (?:in|he|she)\b|, [A-Z]|[,.] |,? (?:and|but) (?:he|she)\b|\)|\.?\s*\Z)",
    rf"(?:, (?:when|where) (?-i:[A-Z][\w’'.-]+ ?){{1,3}},? )?\bthen {_JUST}{_NUMBER}(?=[,.)])",
    rf"\bwhen {_WHO} was {_JUST}{_NUMBER}(?: years old)?{_ENDS}",
    rf"\b(?:{_WHO}|who) was {_JUST}{_NUMBER}(?: years old)?(?:,? when\b|(?=,? and\b|[.,;] | at the time\b| (?:in|that) ))",
    rf"\bas an? {_NUMBER}[- ]year[- ]old\b(?! (?-i:[A-Z]))",
    rf"\b(?:as|when {_WHO} was) {_JUST}an? (?:{alternatives(OF_AN_AGE)}) of {_NUMBER}\b",
    rf"(?<=\d\d\d\d, )at {_JUST}{_NUMBER}(?=,)",
    rf"(?<=, )was {_JUST}{_NUMBER}(?: years old)? when(?= (?:he|she)\b)",
    rf"\b(?:turned|turning) {_NUMBER}{_ENDS}",
)
_BEFORE_AGE = "aged age at of then was just only still barely already a an turned turning".split()
_AGE = compiled("|".join(sign.replace("?P<age>", f"?P<age{n}>") for n, sign in enumerate(_SIGNS)), re.I)
_NAMED = compiled(r"\b(?!He |She )[A-Z][\w’'-]+(?: was |, then )")
_TURNED, _THEN, _WAS = len(_SIGNS) - 1, 2, 4
_YOUNGEST = 3
# “Moor, a teacher who had retired, was 45 when he”
_APPOSED = compiled(r", (?:an?|the|who|then) [^,.;:]+, \Z")
_TOLD = 60  # of one person no story tells more ages
_NO_YEAR = 0
# What may stand between an age and the year that it's of: “in the autumn of 1946, aged 17”, “at 60, in 2011”.
_SEASON = r"(?:the )?(?:(?:early |late )?(?:spring|summer|autumn|fall|winter|start|end|beginning|middle) of )?"
_JOINT = compiled(rf"[\s,(–—-]{{0,3}}(?:(?:back |again )?(?:in|on|by|during|from|around) )?{_SEASON}\Z")
_THAT_WAS = compiled(rf"\s+(?:That|This|It) (?:was|happened|would be) (?:back )?(?:in|on|of) {_SEASON}")
_OTHER_CLAUSE = compiled(
    r"[;:()–—]|\d|\b(?:and|but|or|when|after|before|until|till|since|who|whose|which|that|while|where|by|for|to|as|because|than|like|founded|built|born|opened|"
    r"established|formed|created|launched|made|written|published|released|killed|signed|hosted|held)\b"
)
_FARTHEST = 70
_DOES = compiled(r" [a-z]")
_ABOUT_NOW = 0.5  # years
# Years in one of which a draft was written: they are more where nothing but the latest year that it tells of is known.
_SURELY = 10
_HEDGED = compiled(rf"(?i)\b(?:{alternatives(HEDGES)}) \Z")


class DatedAge(Row):
    """Of `person`, the number of one in `people`: that the birth was in one of the years from `first` to `last`, by what stands at
    `said` and, for an age, by the year at `year`.

    `age` is None for a birth; `then` is the year in which the age is told. An age that is `named` stands with a name and is of
    the story's own day: two such are held against each other elsewhere, with more care for families. `bound` is how it's known
    whose it is: “sure”, “near” for who is named last before it, or “principal”; `dated` how it's known of when: “joined”,
    “sentence”, “earlier”, “now”, “birthday” or “born”.
    """

    person: int
    first: float
    last: float
    said: Span
    year: Span
    then: int
    age: int | None = None
    named: bool = False
    bound: str = "sure"
    dated: str = "joined"


@analysis
def told_ages(document: Document) -> Mapping[int, Sequence[DatedAge]]:
    """What is told of each person's birth and ages, in order."""
    found: dict[int, list[DatedAge]] = defaultdict(list)
    for each in (*_births(document), *_birthdays(document), *dated_ages(document), *_present_ages(document)):
        found[each.person].append(each)
    return {
        person: sorted(each, key=lambda one: (one.age is not None, one.said))[:_TOLD] for person, each in found.items()
    }


def agree(one: DatedAge, other: DatedAge) -> bool:
    """Whether both can be true: ages of one year may differ by a birthday, those of the story’s own day don’t."""
    if one.dated == other.dated == "now" and one.then == _NO_YEAR:
        return one.age == other.age
    return one.first <= other.last and other.first <= one.last


def _whose(document: Document, start: int, end: int) -> tuple[int | None, str]:
    """Of whom the clause tells what stands from `start` to `end`, and how that is known."""
    person = subject_of_clause(document, start, end)
    return (person, "sure") if person is not None else loosely(document, start, end)


def _births(document: Document) -> Iterator[DatedAge]:
    for birth in births(document):
        year = birth.date.year
        person, bound = _born(document, birth.span), "sure"
        if person is None:
            person, bound = loosely(document, *birth.span)
        if person is not None and year:
            yield DatedAge(person, year, year, birth.span, birth.span, year, bound=bound, dated="born")


def _born(document: Document, date: Span) -> int | None:
    """Who was born then; a line of its own that begins “Born” is of whom the story is about."""
    block = document.block_at(date.start)
    verb = document.text.lower().rfind("born", max(0, date.start - _FARTHEST), date.start) if block else -1
    if block is None or verb < block.start:
        return subject_of_clause(document, date.start, date.end)
    if is_headed(document, block):
        return principal(document)
    sentence = sentence_at(document, verb)
    behind = pronoun_behind(document.text, date.end, sentence.end) if sentence and sentence.start == verb else ""
    if sentence and behind:
        return taken_up(document, sentence, behind)
    number = subject_of_clause(document, verb, date.end)
    if number is not None and is_name_at_birth(
        document, people(document)[number].given, people(document)[number].surname
    ):
        return principal(document)
    opened = sentence is not None and sentence.start == verb and number is None
    return _told_behind(document, Span(date.end, sentence.end)) if sentence and opened else number


def _told_behind(document: Document, span: Span) -> int | None:
    """“Born in Ayle in 1971, the daughter of a roofer, Moor came to the town”: who does something behind a comma."""
    names = (
        reference for reference in references_within(document, span) if _DOES.match(document.text, reference.name.end)
    )
    opening = (each for each in names if document.text.endswith(", ", 0, each.with_titles(document).start))
    first = next(opening, None)
    return person_of(document, first) if first else None


def _birthdays(document: Document) -> Iterator[DatedAge]:
    """The birthdays of about the draft's own day: who turns 43 is 42, and who has turned 43 is that; and those that stand with a year."""
    now = present(document)
    for birthday in birthdays(document):
        person, bound = _whose(document, *birthday.phrase)
        if person is None or (birthday.pronoun and not may_be(document, person, birthday.pronoun)):
            continue
        span, age, way = birthday.span, birthday.age, birthday.way
        year = _year_of_birthday(document, birthday) if birthday.pronoun else None
        if year is not None and year.year:
            first = year.year - age
            yield DatedAge(person, first, first, span, year.span, year.year, age=age, bound=bound)
        elif way:
            born = -age if birthday.just else -age + _ABOUT_NOW if way == "next" else -age - _ABOUT_NOW
            yield DatedAge(person, born, born, span, span, _NO_YEAR, age=age, bound=bound, dated="birthday")
            if now is not None and now.most - now.least < _SURELY:
                first = now.least - age - (way == "last" and not birthday.just)
                last = now.most - age + (way == "next" and not birthday.just)
                yield DatedAge(person, first, last, span, now.told.span, now.least, age, False, bound, "birthday")


def _year_of_birthday(document: Document, birthday: Birthday) -> DateReference | None:
    """The year beside it, which is none of a birth: “Moor, born in 1947, marks his 80th birthday”."""
    sentence = sentence_at(document, birthday.span.start)
    year = _year_of(document, sentence, birthday.phrase, _TURNED) if sentence else None
    return None if year is None or year.span in {birth.span for birth in births(document)} else year


def _present_ages(document: Document) -> Iterator[DatedAge]:
    """The ages of the draft's own day, with the years in which that can be, and, where that is no one year, against each other."""
    now = present(document)
    born = {each.person: each.first for each in _births(document)} if now and now.rest else {}
    for person, age, span, named, bound in ages_now(document):
        told = (age, named, bound, "now")
        if now is not None and not _fits_later(now, born.get(person), age):
            yield DatedAge(person, now.least - age - 1, now.most - age, span, now.told.span, now.least, *told)
        yield DatedAge(person, -age - 1, -age, span, span, _NO_YEAR, *told)


def _fits_later(now: Present, born: float | None, age: int) -> bool:
    """Whether the birth bears the age out in a later year that the draft's weekdays fit: the age says then which it is."""
    return born is not None and any(year - age - 1 <= born <= year - age for year in now.rest)


@analysis
def dated_ages(document: Document) -> tuple[DatedAge, ...]:
    """Every age that stands with its year, of someone whom the story names, in order.

    The one year of a sentence is that of no other age than the one it stands with: “She was 27 when she came, in 2015, and foreman at 30.”
    """
    read = (_dated(document, match) for match in matches_behind(document, _AGE, _BEFORE_AGE))
    found = [dated for dated in read if dated is not None]
    own = {dated.year: dated for dated in sorted(found, key=_distance, reverse=True)}
    return tuple(dated for dated in found if dated.dated != "sentence" or own[dated.year] is dated)


def _distance(dated: DatedAge) -> tuple[bool, bool, int]:
    """How near a year an age stands: beside it, before it, behind it."""
    before = dated.said < dated.year
    return dated.dated != "joined", not before, abs(dated.year.start - dated.said.start)


def _dated(document: Document, match: re.Match[str]) -> DatedAge | None:
    sign = next(n for n in range(len(_SIGNS)) if match[f"age{n}"])
    span = Span(*match.span(f"age{sign}"))
    number = match[f"age{sign}"].lower()
    age = small_number(number)
    sentence = sentence_at(document, span.start)
    if sentence is None or age < _YOUNGEST or in_quotation(document, span.start):
        return None
    if _HEDGED.search(document.text, sentence.start, span.start):
        return None
    year, dated = _year_of(document, sentence, Span(*match.span()), sign), "joined"
    if year is None:
        year, dated = _year_near(document, sentence)
    if year is None or not year.year:
        return None
    start, end = min(match.start(), year.span.start), max(match.end(), min(year.span.end, sentence.end))
    if _NAMED.search(match[0]):
        start = span.start  # “in 2016, when Moor was 49”: whoever is named there
    elif year.span.start <= sentence.start:
        start = match.start()
    person, bound = _whose_is(document, match, Span(start, end), span)
    if person is None:
        return None
    first = year.year - age if sign == _TURNED else year.year - age - 1
    return DatedAge(person, first, year.year - age, span, year.span, year.year, age, False, bound, dated)


def _whose_is(document: Document, match: re.Match[str], told: Span, age: Span) -> tuple[int | None, str]:
    """Whose the age is; that of “who was 51 when” only theirs whose name stands right before it, and that of “, was 51 when” theirs before the comma."""
    if match[0].lower().startswith("who "):
        return subject_of_clause(document, *age), "sure"
    apposed = _APPOSED.search(document.text, max(0, match.start() - _FARTHEST), match.start())
    if apposed and match[0].lower().startswith("was "):
        return named_until(document, apposed.start()), "sure"
    return _whose(document, *told)


def _year_of(document: Document, sentence: Sentence, phrase: Span, sign: int) -> DateReference | None:
    """The year that an age is of: the one beside it, the one of its clause, or, for “then 29” and for a sentence that begins “He was 29”, that of the sentence before."""
    dates = [date for date in dates_within(document, sentence.span) if date.year]
    for date in dates:
        if _JOINT.fullmatch(document.text, *_gap(date.span, phrase)):
            return date
    if len(dates) == 1 and sign != 1 and _is_of_clause(document.text, _gap(dates[0].span, phrase)):
        return dates[0]
    behind = next((date for date in dates if date.span.start >= phrase.end), None)
    if behind is not None and sign != _THEN and document.text.endswith(" when", 0, phrase.end):
        # “She was 34 when the mill took her on, in 1996, and left it in 2009”
        return behind if _is_of_clause(document.text, _gap(behind.span, phrase)) else None
    if not dates and (sign == _THEN or (sign == _WAS and phrase.start == sentence.start)):
        born = {birth.span for birth in births(document)}
        earlier = [date for date in _years_before(document, sentence) if date.span not in born]
        return earlier[0] if len(earlier) == 1 else None
    return None


def _year_near(document: Document, sentence: Sentence) -> tuple[DateReference | None, str]:
    """The one year of the sentence, where it's of no birth, or else the last of the sentence before it in its paragraph."""
    born = {birth.span for birth in births(document)}
    dates = [date for date in dates_within(document, sentence.span) if date.year]
    if dates:
        return (dates[0] if len(dates) == 1 and dates[0].span not in born else None), "sentence"
    taken_up = _year_behind(document, sentence)
    if taken_up is not None:
        return taken_up, "sentence"
    earlier = _years_before(document, sentence)
    return (earlier[-1] if earlier else None), "earlier"


def _year_behind(document: Document, sentence: Sentence) -> DateReference | None:
    """The year by which the next sentence dates this one: “At 24, he was one of them. That was in May 1963.”"""
    taken_up = _THAT_WAS.match(document.text, sentence.end)
    dates = dates_within(document, Span(taken_up.end(), taken_up.end() + 1)) if taken_up else ()
    return dates[0] if dates and dates[0].year else None


def _years_before(document: Document, sentence: Sentence) -> list[DateReference]:
    """The dates with a year in the sentence before, in one paragraph."""
    block, before = document.block_at(sentence.start), sentence_at(document, max(0, sentence.start - 2))
    if block is None or before is None or not block.start <= before.start < sentence.start:
        return []
    return [date for date in dates_within(document, before.span) if date.year]


def _gap(one: Span, other: Span) -> tuple[int, int]:
    """What stands between the two, whichever comes first."""
    return (one.end, other.start) if one.end <= other.start else (other.end, max(other.end, one.start))


def _is_of_clause(text: str, gap: tuple[int, int]) -> bool:
    return gap[1] - gap[0] <= _FARTHEST and not _OTHER_CLAUSE.search(text, *gap)
