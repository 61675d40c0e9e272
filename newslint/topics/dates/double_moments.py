"""Double moments: one thing that happened, told with two hours, two days or two weekdays."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.events import Lead, lead
from newslint.story.times import DAY, lapses
from newslint.text.content_words import root
from newslint.text.sentences import Sentence
from newslint.text.vocabulary import (
    AUXILIARIES,
    CONJUNCTIONS,
    MONTHS,
    PARTICLES,
    PREPOSITIONS,
    VERBS,
    WEEKDAYS,
    alternatives,
)
from newslint.topics.dates.happening_words import HAPPENINGS, is_noun
from newslint.topics.dates.others import may_be_several
from newslint.topics.dates.tellings import Telling, tellings

_MOST = 40  # tellings of one kind: a story of more is a list, in which any may be meant
_HOURS = 3 * 60  # apart at most: farther ones are of two parts of the day
_WEEKLY = compiled(rf"(?i)\bon ({alternatives(f'{day}s' for day in WEEKDAYS)})\b")
_WHICH = compiled(r"(?i)\b(first|second|third|final|last|opening|closing|each|every) \Z")
_BEFORE = 12  # code points
_YEAR = compiled(r"\b(?:1[89]|20)\d\d\b")
# Of which day it is, and not when it was: “Sunday’s sale”, “the sale on Sunday opens”.
_OF_A_DAY = compiled(
    rf"\b({alternatives(WEEKDAYS)})(?:['’]s?\b| (?:(?:morning|afternoon|evening|night) )?(?!(?:{alternatives(PREPOSITIONS, CONJUNCTIONS)}|morning|afternoon|evening|night)\b)[a-z])",
    re.I,
)
PUT_OFF = compiled(
    r"(?i)\b(?:delay\w*|postpon\w+|resched\w+|originally|adjourn\w*|instead of|put (?:back|off)|push(?:ed)? back|brought forward|moved|extend\w*|extension|(?:minutes?|hours?|days?|ran|running) late)\b"
)
# A verb and its object: a word behind it that is no preposition and no adverb.
_ACTS = compiled(
    rf" (?!(?:{alternatives(PREPOSITIONS, CONJUNCTIONS, WEEKDAYS, MONTHS)}|yesterday|today|tomorrow|early|late|there|here|again|\w+ly)\b)[A-Za-z]"
)
_NO_HEAD = compiled(
    rf" (?!(?:{alternatives(PREPOSITIONS, PARTICLES, CONJUNCTIONS, AUXILIARIES, VERBS, WEEKDAYS, MONTHS)}|yesterday|today|tonight|tomorrow|early|late"
    r"|that|which|who|broke|starts?|took|struck|tore|swept|is|\w+ed|\w+ly)\b)[a-z]"
)
_WORD = compiled(r"[\w’'-]+")
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh last final new next old".split()
_WORDS_BETWEEN = 8
_OPENING = 8  # “ On the ”


class Double(Row):
    """Two tellings of one thing: the one whose moment the story gives less often, or the later one, is the suspect."""

    suspect: Telling
    other: Telling


@analysis
def doubles(document: Document) -> tuple[Double, ...]:
    """Every two tellings that are of one thing, as far as the words tell, and give it two moments: one pair of each thing."""
    by_kind: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings(document):
        for kind in telling.kinds:
            by_kind[kind, _form(telling)].append(telling)
    found: dict[tuple[object, ...], Double] = {}
    for (kind, _), told in by_kind.items():
        for earlier, later in _pairs(document, kind, told) if 1 < len(told) <= _MOST else ():
            moments = tuple(sorted(map(repr, (_moment(earlier), _moment(later)))))
            found.setdefault(moments, _judged(earlier, later, told))
    return tuple(sorted(found.values(), key=lambda double: double.suspect.span))


def _judged(earlier: Telling, later: Telling, told: list[Telling]) -> Double:
    times = Counter(map(_moment, told))
    if times[_moment(earlier)] < times[_moment(later)]:
        return Double(earlier, later)
    return Double(later, earlier)


def _form(telling: Telling) -> str:
    return "hour" if telling.clock else "date" if telling.date else "weekday"


def _pairs(document: Document, kind: str, told: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Of each two tellings of one kind those that are of one thing: the earlier one first."""
    few = len({_moment(telling) for telling in told}) == 2
    for earlier, later in combinations(told, 2):
        if later.sentence.start == earlier.sentence.start or not _differ(earlier, later):
            continue
        if earlier.names and later.names and not earlier.names & later.names:
            continue
        if not (_is_attached(document, kind, earlier) and _is_attached(document, kind, later)):
            continue
        if _is_compound(document, kind, earlier) or _is_compound(document, kind, later):
            continue
        if _are_of_a_series(document, earlier, later):
            continue
        if HAPPENINGS[kind].daily and not (_is_of_a_day(earlier) and _is_of_a_day(later)):
            continue
        if any(_is_apart(document, telling, earlier, later) for telling in (earlier, later)):
            continue
        shared = earlier.things & later.things
        if _is_that(document, kind, earlier, later, shared) or (few and _is_the_one(document, kind, earlier, later)):
            yield earlier, later


def _is_attached(document: Document, kind: str, telling: Telling) -> bool:
    """Whether the moment says when it happened: it stands right behind, or opens the clause."""
    place, moment = telling.kinds[kind], telling.span
    if place.end <= moment.start:
        return document.text.count(" ", place.end, moment.start) <= _WORDS_BETWEEN
    opens = moment.start - telling.clause.start < _OPENING
    return telling.clause.start >= moment.end or (opens and _noun(document, kind, telling) is None)


def _is_compound(document: Document, kind: str, telling: Telling) -> bool:
    """“the auction bidders”, where no auction is told of."""
    place = telling.kinds[kind]
    return (
        is_noun(kind, document.text[place.start : place.end])
        and _NO_HEAD.match(document.text, place.end, telling.sentence.end) is not None
    )


def _are_of_a_series(document: Document, one: Telling, other: Telling) -> bool:
    """Whether they are called otherwise (the first, the final, each), or are of other days, or go with other figures."""
    return (
        _which(document, one) != _which(document, other)
        or _week(document, one) != _week(document, other)
        or _is_of_another_day(document, one, other)
        or _is_of_another_day(document, other, one)
        or _count_otherwise(document, one, other)
        or (one.clock is not None and years_within(document, one.sentence) != years_within(document, other.sentence))
    )


def years_within(document: Document, sentence: Sentence) -> frozenset[str]:
    """The years that a sentence names, but for the last that the copy does: that is as a rule its own."""
    return frozenset(_YEAR.findall(document[sentence.span])) - {_last_year(document)}


@analysis
def _last_year(document: Document) -> str:
    """The last of the years that the copy names, "" for none."""
    return max(_YEAR.findall(document.text), default="")


def _count_otherwise(document: Document, one: Telling, other: Telling) -> bool:
    """Whether both clauses give figures besides their moments, and not one in common: two of a series."""
    first, second = (_figures(document, telling) for telling in (one, other))
    return bool(first and second) and not first & second


def _week(document: Document, telling: Telling) -> frozenset[str]:
    """The days of every week of which it's told: “trains leave at 8.40am on Sundays”."""
    return frozenset(_WEEKLY.findall(document[telling.sentence.span]))


def _is_of_another_day(document: Document, one: Telling, other: Telling) -> bool:
    """Whether one is named by a day that the other's sentence doesn't tell: “the sale on Sunday opens at 11am”."""
    days = {match[1] for match in _OF_A_DAY.finditer(document.text, *one.clause)}
    return bool(days) and not any(day in document[other.sentence.span] for day in days)


def _which(document: Document, telling: Telling) -> str:
    """The word that tells it from others of its sort: “the first hearing”, “the final hearing” and “each hearing” aren't “the hearing”."""
    found = (_WHICH.search(document.text, max(0, at.start - _BEFORE), at.start) for at in telling.kinds.values())
    return next((match[1].lower() for match in found if match), "")


def _figures(document: Document, telling: Telling) -> frozenset[str]:
    text, (start, end) = document.text, telling.clause
    sides = text[start : max(start, telling.span.start)], text[min(end, max(start, telling.span.end)) : end]
    return frozenset(str(figure) for side in sides for figure in compiled(r"(?<![\w.:])\d[\d,]*\d|\d").findall(side))


def _is_of_a_day(telling: Telling) -> bool:
    return telling.date is None or telling.date.day is not None


def _moment(telling: Telling) -> tuple[object, ...]:
    date = telling.date
    return (telling.clock and telling.clock.minute, date and (date.year, date.month, date.day), telling.weekday)


def _is_apart(document: Document, telling: Telling, earlier: Telling, later: Telling) -> bool:
    """Whether words set it against another of its kind, or say that its moment was moved from the other one."""
    if may_be_several(document.text, telling.clause, telling.span):
        return True
    if not PUT_OFF.search(document.text, *telling.sentence.span):
        return False
    by = [lapse.minutes for lapse in lapses(document) if telling.sentence.holds(lapse.span)]
    if len(by) != 1 or earlier.clock is None or later.clock is None:
        return True
    return abs(earlier.clock.minute - later.clock.minute) == by[0]


def _differ(one: Telling, other: Telling) -> bool:
    if one.clock and other.clock:
        turn = DAY // 2 if one.clock.open or other.clock.open else DAY
        gap = (one.clock.minute - other.clock.minute) % turn
        return 0 < min(gap, turn - gap) <= _HOURS
    if one.date and other.date:
        a, b = one.date, other.date
        pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
        return any(x is not None and y is not None and x != y for x, y in pairs)
    return one.weekday != other.weekday


# How far a noun stands from the verb whose subject or object it is, in code points.
_NEAR = 45
_OF_MANY = frozenset(["each", "every", "another", "any", "some", "no"])
_ORDINALS = frozenset(_ORDINAL_WORDS)


def _is_that(document: Document, kind: str, earlier: Telling, later: Telling, shared: frozenset[str]) -> bool:
    """Whether what is told of is the same: its own word, or the word beside the verb, takes up the earlier one."""
    if HAPPENINGS[kind].alone:
        return _is_slip(earlier, later)
    if later.clock:
        return bool(shared)
    bare = bool(HAPPENINGS[kind].thing)
    one, two = (_head(document, kind, telling, shared) for telling in (earlier, later))
    return one is not None and two is not None and _takes_up(two, one, bare)


def _is_the_one(document: Document, kind: str, earlier: Telling, later: Telling) -> bool:
    """“the fire”, with no word to tell it from others, where the story has but one other telling of a fire."""
    words = {document.text[place.start : place.end].lower() for place in (earlier.kinds[kind], later.kinds[kind])}
    if HAPPENINGS[kind].daily and len(words) > 1 and all(is_noun(kind, word) for word in words):
        return False  # a hearing and a meeting
    if len({word.startswith("reopen") for word in words}) > 1:
        return False  # what opens again was shut, and isn't whatever opens
    for one in (later, earlier):
        noun = _noun(document, kind, one)
        if document.text.startswith(" of ", one.kinds[kind].end):
            continue  # the unveiling of the memorial isn't that of the inquiry
        if noun is not None and noun.determiner in ("the", "that", "this") and not noun.modifiers and not noun.of:
            return True
    return False


def _noun(document: Document, kind: str, telling: Telling) -> Lead | None:
    """How the noun of what happens is led up to, where a noun tells it."""
    text, place = document.text, telling.kinds[kind]
    nouns = HAPPENINGS[kind].thing or HAPPENINGS[kind].nouns
    found = compiled(rf"(?i)\b(?:{nouns})\b").search(text, telling.clause.start, telling.clause.end) if nouns else None
    if found is None or not (HAPPENINGS[kind].thing or place.start <= found.start() < place.end):
        return None
    before = text[max(telling.sentence.start, found.start() - 60) : found.start()]
    return lead(before, found[0])


def _is_slip(one: Telling, other: Telling) -> bool:
    """Whether two dates have all but one part in common, or two weekdays stand side by side."""
    if one.date and other.date:
        a, b = one.date, other.date
        return (a.month == b.month and a.day is not None and b.day is not None) or (a.day == b.day and a.year == b.year)
    return True


def _takes_up(later: Lead, earlier: Lead, bare: bool) -> bool:
    """Whether the later noun may be the earlier one again: it’s definite, and no word tells it from others of its kind."""
    both = {later.determiner, earlier.determiner}
    if (
        both & _OF_MANY
        or ("" in both and not bare)
        or (both & {"a", "an"} and not both & {"the", "this", "that"} and both != {"a", ""})
    ):
        return False
    if later.determiner != earlier.determiner and not {later.determiner, earlier.determiner} & {
        "the",
        "this",
        "that",
        "",
        "a",
    }:
        return False
    if (_ORDINALS & {*later.modifiers}) != (_ORDINALS & {*earlier.modifiers}):
        return False
    return later.of == earlier.of and {*later.modifiers} <= {*earlier.modifiers}


def _head(document: Document, kind: str, telling: Telling, shared: frozenset[str]) -> Lead | None:
    """How what it happens to, or the happening itself where it's a noun, is led up to."""
    text, place = document.text, telling.kinds[kind]
    if (noun := _noun(document, kind, telling)) is not None:
        return noun if shared else None
    start, end = telling.clause
    if _ACTS.match(text, place.end, end):
        found = [
            match for match in _WORD.finditer(text, place.end, min(end, place.end + _NEAR)) if root(match[0]) in shared
        ][:1]
    else:
        words = [
            word for word in _WORD.finditer(text, max(start, place.start - _NEAR), place.start) if word[0] != "which"
        ]
        last = words if text[max(0, place.start - 2) : place.start] == ", " else words[-1:]
        found = [match for match in last if root(match[0]) in shared][-1:]
    if not found or compiled(r" \d").match(text, found[0].end()):
        return None  # the shuttle’s flight 7, and 8
    return lead(text[max(0, found[0].start() - 60) : found[0].start()], found[0][0])
