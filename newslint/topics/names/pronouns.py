"""Pronouns: places where “he” or “she” takes up a person who is the other elsewhere, with the signs."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.people import Person, Reference, people, references
from newslint.story.posts import FIELDS
from newslint.story.same import Pair, measured
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HONORIFICS, KIN, SPOKE, alternatives, wordlist
from newslint.text.words import occurrences, words
from newslint.topics.names.callings import is_calling

KIND = "pronoun"
_SEXES = {
    **dict.fromkeys(("he", "his", "him", "himself"), "man"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "woman"),
}
_OTHER = {"man": "woman", "woman": "man"}
_GIVEN = {1: "man", 2: "woman"}
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM])
# So many of a person's pronouns are looked at.
_MOST = 24
# So many altered places a person gives, and so many other people before a pronoun are looked at.
_ALTERED, _RIVALS = 2, 12
_SAYS = compiled(rf" (?:{alternatives(SPOKE)})\b")
_SAID = compiled(rf"\b(?:{alternatives(SPOKE)}) \Z")
_CLOSED = compiled(r"[”’\"'],? \Z")
_HEADS = frozenset(head for heads in FIELDS.values() for head in heads.split())
# Who is told by no name: a man may be meant by “he” wherever one of these stands.
_MEN = wordlist("man boy guy lad gentleman lord king prince")
_WOMEN = wordlist("woman girl lady lass queen princess actress waitress")
_ANYBODY = wordlist(
    "one someone somebody person victim suspect resident driver passenger teenager neighbour neighbor friend colleague partner "
    "customer visitor guest baby child owner author singer actor star patient defendant accused character who whose predecessor "
    "successor rival candidate opponent pupil student assistant anybody anyone everyone everybody"
)


class Taken(Row):
    """A pronoun of a `sex` at `place` that takes up `reference`, the last name before it; `above` in the paragraph before."""

    place: Span
    sex: str
    reference: Reference
    above: bool


class _Told(Row):
    """What tells somebody's sex: the first place with a form of address of each, the pronouns, the given name's."""

    addressed: Mapping[str, Span]
    taken: Sequence[Taken]
    given: str


@analysis
def pronoun_pairs(document: Document) -> tuple[Pair, ...]:
    """Of everybody who is “he” and “she”, or “Ms” and “he”, the two places that show each plainest."""
    found = []
    for person, told in _everybody(document):
        sex = _doubted(document, person, told)
        if sex:
            suspects = [each for each in told.taken if each.sex == sex]
            others = [each for each in told.taken if each.sex != sex]
            found.append(_pair(document, person, _plainest(document, person, suspects), sex, told, others))
    return tuple(sorted(found, key=lambda pair: pair.suspect))


def altered_pronoun_pairs(document: Document) -> Iterator[Pair]:
    """The pronouns of everybody whose own all agree, as if one were of the other sex."""
    for person, told in _everybody(document):
        if not _doubted(document, person, told):
            for taken in told.taken[-_ALTERED:]:
                others = [each for each in told.taken if each.place != taken.place]
                if others or told.addressed or told.given == taken.sex:
                    yield _pair(document, person, taken, _OTHER[taken.sex], told, others)


def _doubted(document: Document, person: Person, told: _Told) -> str:
    """The sex of the pronouns that what else tells a person's sex speaks against; "" where all agree.

    It's that which no form of address tells, else that which the given name doesn't, else that of the later place.
    """
    sexes = {each.sex for each in told.taken}
    known = {*told.addressed, *sexes} | ({told.given} if told.given else set())
    if len(known) < 2 or len(told.addressed) > 1:
        return ""
    for right in (*told.addressed, *filter(None, [told.given])):
        return _OTHER[right] if _OTHER[right] in sexes else ""
    plain = [_plainest(document, person, [each for each in told.taken if each.sex == sex]) for sex in ("man", "woman")]
    return max(plain, key=lambda each: each.place).sex


def _plainest(document: Document, person: Person, several: Sequence[Taken]) -> Taken:
    """The pronoun of which it's plainest whom it means: nobody else may be meant, and the name is near."""

    def doubt(taken: Taken) -> tuple[float, bool, bool, int]:
        rivals = _rivals(document, taken, taken.sex, person)
        others = sum(value for name, value in rivals.items() if not name.endswith(("above", "story")))
        subject = document[taken.place].lower() in ("he", "she")
        return (others, taken.above, not subject, taken.place.start - taken.reference.name.end)

    return min(several, key=doubt)


def _pair(document: Document, person: Person, taken: Taken, sex: str, told: _Told, others: Sequence[Taken]) -> Pair:
    """The pair of a pronoun, as if of this sex, and of what tells the other."""
    address = told.addressed.get(_OTHER[sex])
    plain = _plainest(document, person, others) if others else None
    other = address or (plain.place if plain else person.references[0].name)
    signs = _evidence(document, told, sex, others) | _place(document, taken) | _rivals(document, taken, sex, person)
    if plain:
        further = _place(document, plain) | _rivals(document, plain, _OTHER[sex], person)
        signs |= {f"of the other: {name}": value for name, value in further.items()}
        signs["both pronouns in one paragraph"] = document.block_at(plain.place.start) == document.block_at(
            taken.place.start
        )
    also = (taken.reference.name, *((plain.reference.name,) if plain and not address else ()))
    return Pair(KIND, taken.place, other, measured(signs), also)


def _evidence(document: Document, told: _Told, sex: str, others: Sequence[Taken]) -> dict[str, float]:
    """What tells the other sex."""
    right = _OTHER[sex]
    these = sum(each.sex == sex for each in told.taken)
    closest = [each for each in others if not each.above and _in_one_sentence(document, each)]
    return {
        "a form of address tells the other": right in told.addressed,
        "how many pronouns tell the other": min(3.0, math.log2(1 + len(others))),
        "several pronouns beside the name tell the other": len(closest) > 1,
        "the given name is of the other sex": told.given == right,
        "only the given name tells the other": not others and right not in told.addressed,
        "as many of this sex as of the other": 0 < len(others) <= max(1, these),
        "several of this sex": these > 1,
    }


def _in_one_sentence(document: Document, taken: Taken) -> bool:
    return sentence_at(document, taken.place.start) == sentence_at(document, taken.reference.name.start)


def _place(document: Document, taken: Taken) -> dict[str, float]:
    """Where the pronoun stands, and how near to the name."""
    text, (start, end) = document.text, taken.place
    name = taken.reference.with_titles(document)
    sentence = sentence_at(document, start)
    between = text[taken.reference.name.end : start]
    together = _in_one_sentence(document, taken)
    word = text[start:end].lower()
    return {
        "in the sentence of the name": together,
        "in the next sentence": not together and not taken.above and between.count(". ") + between.count(".” ") == 1,
        "the name is in the paragraph above": taken.above,
        "how far the name is": min(600, len(between)) / 200,
        "the pronoun speaks": bool(
            _SAYS.match(text, end)
            or (_SAID.search(text, max(0, start - 16), start) and _CLOSED.search(text, max(0, start - 24), start - 5))
        ),
        "the name speaks": bool(_SAYS.match(text, taken.reference.name.end)),
        "the pronoun opens its sentence": sentence is not None and sentence.start == start,
        "the pronoun is no subject": word not in ("he", "she"),
        "the name opens its sentence": (named := sentence_at(document, name.start)) is not None
        and named.start == name.start,
        "the name opens its paragraph": (block := document.block_at(name.start)) is not None
        and block.start == name.start,
        "words in quotation marks between": any(mark in between for mark in '“”"'),
    }


def _rivals(document: Document, taken: Taken, sex: str, person: Person) -> dict[str, float]:
    """Who else may be meant, if the pronoun is of this sex."""
    start = taken.place.start
    block = document.block_at(start)
    begin = block.start if block else start
    own = {reference.name for reference in person.references}
    every = references(document)
    at = bisect_right(every, start, key=_start)
    before = [each for each in every[max(0, at - _RIVALS) : at] if each.name not in own]
    here = [each for each in before if each.name.start >= begin]
    above = [each for each in before if each.name.start < begin]
    unnamed = _unnamed(document, begin, start, sex)
    since = _unnamed(document, taken.reference.name.end, start, sex)
    return {
        "somebody else of that sex is named before it": any(_may_be(document, each, sex) == 1.0 for each in here),
        "somebody else who may be is named before it": any(_may_be(document, each, sex) for each in here),
        "somebody else of that sex is named above": any(_may_be(document, each, sex) == 1.0 for each in above),
        "somebody else who may be is named above": any(_may_be(document, each, sex) for each in above),
        "somebody unnamed of that sex stands before it": unnamed == 1.0,
        "somebody unnamed stands before it": unnamed > 0,
        "somebody unnamed stands since the name": since > 0,
        "somebody unnamed of that sex stands since the name": since == 1.0,
        "somebody else of that sex is in the story": _number(document, sex) > 0,
    }


def _start(reference: Reference) -> int:
    return reference.name.start


def _may_be(document: Document, reference: Reference, sex: str) -> float:
    """Whether somebody may be of a sex: 1 if all says so, a half if nothing does, 0 if it's the other."""
    known = _sex_of(reference) or _known(document).get(reference.surname, "")
    return 1.0 if known == sex else 0.0 if known else 0.5


def _unnamed(document: Document, begin: int, end: int, sex: str) -> float:
    """Whether words between two places mean somebody without a name: 1 of that sex, a half of either, 0 nobody."""
    texts, starts = words(document)
    first = bisect_right(starts, begin - 1)
    most = 0.0
    for index in range(first, bisect_right(starts, end - 1)):
        word = texts[index]
        if not word[0].isupper():
            most = max(most, _is_somebody(word.removesuffix("’s").removesuffix("'s"), sex))
    return most


def _is_somebody(word: str, sex: str) -> float:
    kin = KIN.get(word)
    of = kin.sex if kin and not kin.plural else "man" if word in _MEN else "woman" if word in _WOMEN else ""
    if of:
        return 1.0 if of == sex else 0.0
    return 0.5 if kin or word in _ANYBODY or word in _HEADS or is_calling(word) else 0.0


@analysis
def _known(document: Document) -> Mapping[str, str]:
    """The sex of everybody of whom the copy or the given name tells it, by surname; those with two are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references(document):
        sex = _sex_of(reference)
        if sex:
            found[reference.surname].add(sex)
    return {surname: next(iter(sexes)) for surname, sexes in found.items() if len(sexes) == 1}


def _number(document: Document, sex: str) -> int:
    return sum(each == sex for each in _known(document).values())


def _sex_of(reference: Reference) -> str:
    """The sex that a form of address or the given name tells; "" for none."""
    for title in reference.titles:
        form = HONORIFICS.get(title.rstrip(".").lower())
        if form and form.sex:
            return form.sex
    given = reference.givens[0] if reference.givens else reference.surname
    return _GIVEN.get(entry(given).given, "")


@analysis
def _everybody(document: Document) -> tuple[tuple[Person, _Told], ...]:
    """Everyone whom a pronoun takes up, with what tells their sex."""
    taken = _taken(document)
    found = []
    for number, person in enumerate(people(document)):
        if number in taken:
            addressed: dict[str, Span] = {}
            for reference in person.references:
                for title in reference.titles:
                    form = HONORIFICS.get(title.rstrip(".").lower())
                    if form and form.sex:
                        addressed.setdefault(form.sex, reference.with_titles(document))
            given = _GIVEN.get(entry(person.given.split()[0]).given, "")
            found.append((person, _Told(addressed, taken[number], given)))
    return tuple(found)


@analysis
def _taken(document: Document) -> Mapping[int, tuple[Taken, ...]]:
    """The pronouns that take up each person, by the person's number: the last one named before, here or in the paragraph above."""
    named = [
        (reference.name.start, number, reference)
        for number, person in enumerate(people(document))
        for reference in person.references
        if reference.role in _PROSE and not in_quotation(document, reference.name.start)
    ]
    named.sort(key=lambda each: each[0])
    starts = [each[0] for each in named]
    above = _above(document)
    found: dict[int, list[Taken]] = defaultdict(list)
    for place, sex in _pronouns(document):
        at = bisect_right(starts, place.start) - 1
        block = document.block_at(place.start)
        if at < 0 or block is None:
            continue
        start, number, reference = named[at]
        higher = start < block.start
        if higher and start < above.get(block.start, block.start):
            continue
        if len(found[number]) < _MOST:
            found[number].append(Taken(place, sex, reference, higher))
    return {number: tuple(each) for number, each in found.items() if each}


def _above(document: Document) -> Mapping[int, int]:
    """Where the paragraph above each paragraph starts, by where that starts."""
    blocks = [block for block in document.copy if block.role in _PROSE]
    return {block.start: upper.start for upper, block in zip(blocks, islice(blocks, 1, None), strict=False)}


def _pronouns(document: Document) -> Iterator[tuple[Span, str]]:
    """Every pronoun of a man or a woman in the writer's own words, in order."""
    places = occurrences(document)
    spans = sorted((words(document).span(index), _SEXES[word]) for word in _SEXES for index in places.get(word, ()))
    for span, sex in spans:
        block = document.block_at(span.start)
        if block is not None and block.role in _PROSE and not in_quotation(document, span.start):
            yield Span(*span), sex
