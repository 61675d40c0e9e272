"""Age pairs: an age by which the copy calls somebody, and the ages that it gives people, with the signs of one person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from newslint.document import DISPLAY, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ages import ages
from newslint.story.antecedents import may_be_told_of, tells_one_of_two
from newslint.story.described_ages import Described, described
from newslint.story.families import OF_KIN, RELATIVES
from newslint.story.references import Reference, references, references_within
from newslint.story.same import Pair
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

DESCRIBED = "described-age"
# More people of age are a list, in which anybody may be meant.
_MOST = 24
_GENERATION = 13
_NEAR = 400  # code points
_THEN = compiled(
    r"\b(?:when|then|as a|once|was|were|became|until|since|before|years? (?:ago|earlier)|at the time|aged)\b[^.]{0,24}\Z",
    re.I,
)


_KIN = compiled(rf"(?i)\b{RELATIVES}\b")
_OF_KIN = compiled(OF_KIN)


@analysis
def described_age_pairs(document: Document) -> tuple[Pair, ...]:
    """Each age by which somebody is meant and that nobody has, against the ages that people have."""
    told = [_Known(age.age.span, int(age.age.value), age.surname, age.name) for age in ages(document) if age.settled]
    if len(told) > _MOST:
        return ()
    return (*_of_described(document, told), *_of_unnamed(document, told))


class _Known(Row):
    """An age that somebody has: at `span`, of who bears the `surname`; "" for one who is called by it and not named."""

    span: Span
    value: int
    surname: str
    name: Span


def _letters(one: float, other: float) -> Iterator[tuple[str, float]]:
    """How the one number could have become the other."""
    a, b, gap = f"{one:g}", f"{other:g}", abs(one - other)
    if a == b[::-1]:
        yield "the digits are turned", 1.0
    elif len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        yield "one digit is another", 1.0
    if gap == 1:
        yield "one year apart", 1.0
    elif gap >= _GENERATION:
        yield "a generation apart", 1.0


def _places(document: Document, one: Span, other: Span) -> Iterator[tuple[str, float]]:
    if in_quotation(document, one.start) != in_quotation(document, other.start):
        yield "one in a quotation, one not", 1.0
    blocks = [document.block_at(place.start) for place in (one, other)]
    if any(block and block.role in DISPLAY for block in blocks):
        yield "one in a headline or a caption", 1.0


def _of_described(document: Document, told: list[_Known]) -> Iterator[Pair]:
    """Each age that somebody is called by and that nobody has, against those that people have."""
    values = Counter(age.value for age in told)
    values.update(one.value for one in described(document))
    people: dict[tuple[str, int], _Known] = {}
    for age in told:
        people.setdefault((age.surname, age.value), age)
    for one in described(document):
        another = tells_one_of_two(document, one.span.start) or _is_of_whom_no_age_is_told(document, one, told)
        if values[one.value] > 1 or one.way == "new" or another:
            continue
        for age in people.values():
            if one.pronoun and not _may_be_said_of(document, one, age):
                continue
            if "year" in document[one.span] or not _is_a_namesakes(document, one, age):
                yield _pair(document, one, age, list(people.values()))


def _is_of_whom_no_age_is_told(document: Document, one: Described, told: list[_Known]) -> bool:
    """Whether whoever is named last, in full, has no other age in the copy, so that it’s theirs: “His victim was Ann Lowe. The 31-year-old”.

    What opens a sentence may be of one whose surname another with an age bears, and what opens a paragraph of whom the one before begins with.
    """
    if one.way != "the":
        return False
    sentence, block = sentence_at(document, one.span.start), document.block_at(one.span.start)
    opens = sentence is not None and sentence.start == one.span.start
    before = list(_named_before(document, one.span.start))
    meant = before[:1]
    if before and block is not None and block.start == one.span.start:
        earlier = document.block_at(before[0].name.start)
        meant += [each for each in before if document.block_at(each.name.start) == earlier][-1:]
    return any(reference.full and _has_no_age(document, reference, told, opens) for reference in meant)


def _has_no_age(document: Document, one: Reference, told: list[_Known], apart: bool) -> bool:
    """Whether no age is told of that person, nor of any other of the surname but those whom given names set `apart`."""
    family = [document[age.name].split() for age in told if age.surname == one.surname]
    return not family or (apart and all(len(name) > 1 and one.givens[0] not in name for name in family))


def _may_be_said_of(document: Document, one: Described, age: _Known) -> bool:
    """Whether a pronoun can be of who has an age: not what somebody says of another, nor where a relative comes between, or of the other sex."""
    named = max(age.span.end, document.text.rfind(age.surname, 0, one.span.start))
    between = _OF_KIN.search(document.text, named, one.span.start) is not None
    another = any(not may_be_told_of(document, each, one.pronoun) for each in references_within(document, age.name))
    return not (another or between or in_quotation(document, one.span.start))


def _is_a_namesakes(document: Document, one: Described, age: _Known) -> bool:
    """Whether another of the surname is named in full shortly before: “Eve Moor, his grandmother. She’s 91” isn’t Ben Moor, 15."""
    before = _named_before(document, one.span.start)
    family = (each for each in before if each.surname == age.surname and each.givens)
    last = next((each for each in family if not one.pronoun or may_be_told_of(document, each, one.pronoun)), None)
    return last is not None and last.givens[0] not in document[age.name].split()


def _of_unnamed(document: Document, told: list[_Known]) -> Iterator[Pair]:
    """“The 72-year-old” against the only one who is told as new by an age, “a 27-year-old man”, where that has the same figures."""
    new = [_Known(one.span, one.value, "", one.span) for one in described(document) if one.way in ("a", "new")]
    for one in described(document) if new else ():
        alone = new[0].span < one.span and (len(new) == 1 or one.span <= new[1].span)
        turned = alone and f"{new[0].value}" == f"{one.value}"[::-1] != f"{one.value}"
        if one.way == "the" and not one.noun and turned and not _is_of_another(document, new[0].span, one.span):
            yield _pair(document, one, new[0], [*told, new[0]])


def _is_of_another(document: Document, first: Span, second: Span) -> bool:
    """Whether a relative comes in between two ages, or one of them is somebody's word."""
    kin = _KIN.search(document.text, first.end, second.start)
    return kin is not None or in_quotation(document, first.start) or in_quotation(document, second.start)


def _pair(document: Document, one: Described, age: _Known, people: list[_Known]) -> Pair:
    signs = {**dict(_of_one(document, one, age, people)), **dict(_letters(one.value, age.value))}
    return Pair(DESCRIBED, one.span, age.span, signs, (age.name,) if age.surname else ())


def _of_one(document: Document, one: Described, age: _Known, people: list[_Known]) -> Iterator[tuple[str, float]]:
    yield f"meant by “{one.way}”", 1.0
    if one.surname:
        yield "called by the surname" if one.surname == age.surname else "called by another surname", 1.0
    yield from _company(document, one, age, people)
    if _THEN.search(document.text, max(0, one.span.start - 60), one.span.start):
        yield "may be of another time", 1.0
    if one.noun and one.way != "I":
        yield "with a noun of its own", 1.0
    sentence = sentence_at(document, one.span.start)
    if sentence and sentence.start <= age.span.start < sentence.end:
        yield "both in one sentence", 1.0
    if one.way != "I":
        yield from _places(document, one.span, age.span)


def _company(document: Document, one: Described, age: _Known, people: list[_Known]) -> Iterator[tuple[str, float]]:
    """Who else has an age, and who was spoken of last."""
    gap = abs(one.value - age.value)
    earlier = [other for other in people if other.span < one.span]
    if age in earlier:
        yield "the age is given before", 1.0
        if age is max(earlier, key=lambda other: other.span.start):
            yield "the one whose age was given last", 1.0
    if len(people) == 1:
        yield "nobody else has an age", 1.0
    elif len(people) > 4:
        yield "many people have ages", 1.0
    if any(abs(one.value - other.value) < gap for other in people if other is not age):
        yield "somebody else’s age is nearer", 1.0
    last = next(_named_before(document, one.span.start), None)
    if last and last.surname != age.surname:
        yield "another is named last", 1.0
    named = document.text.rfind(age.surname, 0, one.span.start) if age.surname else age.span.start
    if named >= 0 and one.span.start - named < _NEAR:
        yield "named shortly before", 1.0


def _named_before(document: Document, start: int) -> Iterator[Reference]:
    """Who is named not far before a place, the last first."""
    found = references(document)
    at = bisect_left(found, start, key=lambda reference: reference.name.start)
    return takewhile(lambda reference: start - reference.name.start < _NEAR, reversed(found[:at]))
