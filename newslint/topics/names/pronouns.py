"""Pronouns: places where “he” or “she” takes up a person who is the other elsewhere, with the signs."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

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
# So many altered places a person gives.
_ALTERED = 2
_SAYS = compiled(rf" (?:{alternatives(SPOKE)})\b")
_SAID = compiled(rf"\b(?:{alternatives(SPOKE)}) \Z")
_CLOSED = compiled(r"[”’\"'],? \Z")
# “Ann Moor said that she”, “Ann Moor, a baker, sold her”
_BESIDE = compiled(r"(?:,[^,.\n]{1,60},)? [a-z]+(?: that| how| why)? (?:he|she|his|her)")
_OWN = compiled(r" own\b")
# What may stand before a subject in its sentence: nothing, “Then”, “Asked about the bread,”
_OPENING = compiled(r"(?:(?:And|But|Then|Later|Still|Yet|Now) )?|[A-Z][^,.;:\n“”\"]{2,60}, ")
# What may stand between what somebody is and the name: “coach Ann Moor”, “her assistant, Ann Moor”.
_TITLE = compiled(r"[a-z-]+(?: [a-z-]+)?,? ")
# A capitalised word alone that is a surname of this rank or a commoner one may be somebody.
_SURNAME = 2
# A word for somebody in an apposition is the one who is named: “, a retired judge,” / “is a baker”
_APPOSED = compiled(r"(?:[,(]|\b(?:is|was|as|became)) (?:a|an|the|its|their|who) [^,.]{0,30}\Z|, [a-z-]{0,30} ?\Z")
_HEADS = frozenset(head for heads in FIELDS.values() for head in heads.split())
# Who is told by no name: a man may be meant by “he” wherever one of these stands.
_MEN = wordlist("man boy guy lad gentleman lord king prince")
_WOMEN = wordlist("woman girl lady lass queen princess actress waitress")
_ANYBODY = wordlist(
    "one someone somebody person victim suspect resident driver passenger teenager neighbour neighbor friend colleague partner "
    "customer visitor guest baby child owner author singer actor star patient defendant accused character predecessor "
    "successor rival candidate opponent pupil student assistant anybody anyone everyone everybody"
)


class Taken(Row):
    """A pronoun of a `sex` at `place` that takes up `reference`, the only name before it in its paragraph that may be meant."""

    place: Span
    sex: str
    reference: Reference


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
        sex = _doubted(told)
        if sex:
            suspects = [each for each in told.taken if each.sex == sex]
            others = [each for each in told.taken if each.sex != sex]
            found.append(_pair(document, person, suspects[-1], sex, told, others))
    return tuple(sorted(found, key=lambda pair: pair.suspect))


def altered_pronoun_pairs(document: Document) -> Iterator[Pair]:
    """The pronouns of everybody whose own all agree, as if one were of the other sex."""
    for person, told in _everybody(document):
        if not _doubted(told):
            for taken in told.taken[-_ALTERED:]:
                others = [each for each in told.taken if each.place != taken.place]
                if others or told.addressed or told.given == taken.sex:
                    yield _pair(document, person, taken, _OTHER[taken.sex], told, others)


def _doubted(told: _Told) -> str:
    """The sex of the pronouns that what else tells a person's sex speaks against; "" where all agree.

    It's that which no form of address tells, else that which the given name doesn't, else the seldomer or the later.
    """
    sexes = {each.sex for each in told.taken}
    known = {*told.addressed, *sexes} | ({told.given} if told.given else set())
    if len(known) < 2 or len(told.addressed) > 1:
        return ""
    for right in (*told.addressed, *filter(None, [told.given])):
        return _OTHER[right] if _OTHER[right] in sexes else ""
    men = sum(each.sex == "man" for each in told.taken)
    women = len(told.taken) - men
    return told.taken[-1].sex if men == women else "man" if men < women else "woman"


def _pair(document: Document, person: Person, taken: Taken, sex: str, told: _Told, others: Sequence[Taken]) -> Pair:
    """The pair of a pronoun, as if of this sex, and of what tells the other."""
    address = told.addressed.get(_OTHER[sex])
    plain = min(others, key=lambda each: abs(each.place.start - taken.place.start), default=None)
    other = address or (plain.place if plain else person.references[0].name)
    signs = _evidence(document, told, sex, others) | _place(document, taken)
    signs["somebody else of that sex is in the story"] = _number(document, sex) > 0
    if plain:
        signs |= {f"of the other: {name}": value for name, value in _place(document, plain).items()}
        signs["both pronouns in one paragraph"] = document.block_at(plain.place.start) == document.block_at(
            taken.place.start
        )
    also = (taken.reference.name, *((plain.reference.name,) if plain and not address else ()))
    return Pair(KIND, taken.place, other, measured(signs), also)


def _evidence(document: Document, told: _Told, sex: str, others: Sequence[Taken]) -> dict[str, float]:
    """What tells the other sex."""
    right = _OTHER[sex]
    these = sum(each.sex == sex for each in told.taken)
    closest = [each for each in others if _in_one_sentence(document, each)]
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
    between = text[taken.reference.name.end : start]
    name = taken.reference.with_titles(document)
    named, block = sentence_at(document, name.start), document.block_at(name.start)
    return {
        "in the sentence of the name": _in_one_sentence(document, taken),
        "how far the name is": min(600, len(between)) / 200,
        "the pronoun speaks": _speaks(text, start, end),
        "in the paragraph above": "\n" in between,
        "their own": _OWN.match(text, end) is not None,
        "right behind the name": _BESIDE.match(text, taken.reference.name.end, end) is not None,
        "the name opens its sentence": named is not None and named.start == name.start,
        "the name opens its paragraph": block is not None and block.start == name.start,
        "words in quotation marks between": any(mark in between for mark in '“”"'),
    }


@analysis
def _bearers(document: Document) -> frozenset[str]:
    """The surnames of everybody who is named in full."""
    return frozenset(person.surname for person in people(document))


def _start(reference: Reference) -> int:
    return reference.name.start


def _may_be(document: Document, reference: Reference, sex: str) -> float:
    """Whether somebody may be of a sex: 1 if all says so, a half if nothing does, 0 if it's the other."""
    if not (reference.full or reference.titles or reference.surname in _bearers(document)):
        word = entry(reference.surname)
        if not (word.given or word.surname > _SURNAME):
            return 0.0
    known = _sex_of(reference) or _known(document).get(reference.surname, "")
    return 1.0 if known == sex else 0.0 if known else 0.5


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
    owners = [frozenset(reference.name for reference in person.references) for person in people(document)]
    found: dict[int, list[Taken]] = defaultdict(list)
    for place, sex in _pronouns(document):
        at = bisect_right(starts, place.start) - 1
        block = document.block_at(place.start)
        if at < 0 or block is None:
            continue
        start, number, reference = named[at]
        own, begin = owners[number], block.start
        if start < begin:
            begin = above.get(begin, begin) if _goes_on(document, block.start, place) else begin
        if start < begin or len(found[number]) >= _MOST:
            continue
        one = Taken(place, sex, reference)
        if _is_plain(document, place, reference) and not _others(document, begin, one, own):
            found[number].append(one)
    return {number: tuple(each) for number, each in found.items() if each}


def _goes_on(document: Document, begin: int, place: Span) -> bool:
    """Whether a paragraph goes on with whom the one above names: it opens with the pronoun, or with words that it speaks."""
    quoted = document.text[begin] in "“‘\"'" and _speaks(document.text, *place)
    return begin == place.start or quoted


def _above(document: Document) -> Mapping[int, int]:
    """Where the paragraph above each paragraph starts, by where that starts."""
    blocks = [block for block in document.copy if block.role in _PROSE]
    return {block.start: upper.start for upper, block in pairwise(blocks)}


def _is_plain(document: Document, place: Span, reference: Reference) -> bool:
    """Whether a pronoun takes the subject of its clause or of the sentence before: as one who speaks, acts or has their own."""
    text, (start, end) = document.text, place
    if _OWN.match(text, end):
        return True
    if _BESIDE.match(text, reference.name.end, end):
        return True
    if text[start:end].lower() not in ("he", "she"):
        return False
    sentence = sentence_at(document, start)
    opens = sentence is not None and _OPENING.fullmatch(text, sentence.start, start) is not None
    return opens or _speaks(text, start, end)


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a pronoun is the speaker of words in quotation marks: “…,” she said; “…,” said she."""
    if _SAYS.match(text, end):
        return _CLOSED.search(text, max(0, start - 8), start) is not None
    said = _SAID.search(text, max(0, start - 16), start)
    return said is not None and _CLOSED.search(text, max(0, said.start() - 8), said.start()) is not None


def _others(document: Document, begin: int, taken: Taken, own: Set[Span]) -> bool:
    """Whether anybody else who may be meant, named or not, stands before a pronoun in its paragraph."""
    every, end = references(document), taken.place.start
    first, last = (bisect_right(every, at - 1, key=_start) for at in (begin, end))
    if any(each.name not in own and _may_be(document, each, taken.sex) for each in every[first:last]):
        return True
    named = taken.reference.with_titles(document).start
    texts, starts = words(document)
    return any(
        not texts[index][0].isupper()
        and _is_somebody(texts[index].removesuffix("’s").removesuffix("'s"), taken.sex)
        and not _APPOSED.search(document.text, max(begin, starts[index] - 40), starts[index])
        and not (starts[index] < named and _TITLE.fullmatch(document.text, starts[index], named))
        for index in range(bisect_right(starts, begin - 1), bisect_right(starts, end - 1))
    )


def _pronouns(document: Document) -> Iterator[tuple[Span, str]]:
    """Every pronoun of a man or a woman in the writer's own words, in order."""
    places = occurrences(document)
    spans = sorted((words(document).span(index), _SEXES[word]) for word in _SEXES for index in places.get(word, ()))
    for span, sex in spans:
        block = document.block_at(span.start)
        if block is not None and block.role in _PROSE and not in_quotation(document, span.start):
            yield Span(*span), sex
