"""Pronouns: people whom the copy takes up with “he” here, and with “she” or “Ms” there.

Only a pronoun that can mean nobody else counts: that of a speaker, or of the subject of the sentence before, in a paragraph
in which no other person stands before it, named or not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.families import is_a_house
from newslint.story.people import Person, Reference, people, references
from newslint.story.posts import FIELDS
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DAYS_AND_MONTHS, HONORIFICS, KIN, SPOKE, alternatives, wordlist
from newslint.text.words import occurrences, words
from newslint.topics.names.callings import is_calling

_SEXES = {**dict.fromkeys(("he", "his"), "man"), **dict.fromkeys(("she", "her"), "woman")}
_OTHER = {"man": "woman", "woman": "man"}
_GIVEN = {1: "man", 2: "woman"}
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM])
# So many of a person's pronouns are looked at.
_MOST = 24
# From this frequency on the lists know a given name well enough to say whose it is; up to this rank it's a word as well.
_USUAL, _ORDINARY = 21, 4
# A capitalised word alone that is a surname of a commoner rank may be somebody.
_SURNAME = 2
_SAYS = compiled(rf" (?:{alternatives(SPOKE)})\b")
_SAID = compiled(rf"\b(?:{alternatives(SPOKE)}) \Z")
_CLOSED = compiled(r"[”’\"'],? \Z")
# Verbs of speech with somebody to whom it's said, who may be “he”.
_TO_SOMEBODY = wordlist("tell tells told ask asks asked urge urges urged warn warns warned assure assures assured")
# “Ann Moor said that she”, “Ann Moor, a baker, remembered her”
_BESIDE = compiled(
    rf"(?:,[^,.\n]{{1,60}},)? (?:{alternatives(SPOKE - _TO_SOMEBODY)})(?: that| how| why)? (?:he|she|his|her)"
    rf"| [^,.;“”\"\n]{{1,80}},? and (?:{alternatives(SPOKE - _TO_SOMEBODY)}) that (?:he|she)"
)
_ANYONE = compiled(r"\b[Ss]?[Hh]e\b")
_PLAIN = compiled(r"(?:Mr|Mrs|Ms|Miss)\b")
_OWN = compiled(r" own\b")
_ANY_OF = {"man": r"(?i)\b(?:he|him|his|himself)\b", "woman": r"(?i)\b(?:she|her|hers|herself)\b"}
# What may stand before “she said” in a paragraph that begins with her words.
_QUOTED = compiled(r"[“‘\"'][^“”\"\n]{0,400}")
# “Sales fell, she said, and rose.”
_ASIDE = compiled(r", \Z")
_SAYS_ASIDE = compiled(rf" (?:{alternatives(SPOKE - {'told', 'asked'})})[,.]")
_POSSESSIVE = compiled(r"[’']")
# What may stand before a subject in its sentence: nothing, “Then”, “Asked about the bread,”
_OPENING = compiled(r"(?:(?:And|But|Then|Later|Still|Yet|Now) )?|[A-Z][^,.;:\n“”\"]{2,60}, ")
# What may stand before a name that is its sentence's subject: titles and what somebody is; nothing that acts or speaks.
_LED = compiled(
    rf"(?:(?!(?:{alternatives(SPOKE)}|that|of|for|with|to|by|and|or|he|He|she|She|it|It|they|They|[a-z]+ed)\b)[\w’'.-]+,? ){{0,4}}"
)
# A word for somebody in an apposition is the one who is named: “, a retired judge,” / “is a baker”
_APPOSED = compiled(r"(?:[,(]|\b(?:is|was|as|became)) (?:a|an|the|its|their|who) [^,.]{0,30}\Z|, [a-z-]{0,30} ?\Z")
# So is one that stands before the name: “coach Ann Moor”, “her assistant, Ann Moor”.
_TITLE = compiled(r"[a-z-]+(?: [a-z-]+)?,? ")
# Of whom this is said, another is left behind, who needs no name.
_DIED = compiled(r"\b(?:died|dies|killed|married|divorced)\b")
_HEADS = frozenset(head for heads in FIELDS.values() for head in heads.split())
_THINGS = wordlist("model host star forward general private prop pitcher")
_SPOUSES = {"man": wordlist("husband widower couple couples"), "woman": wordlist("wife widow couple couples")}
# So far, in code points, from a name a word for a husband or wife of the other's sex, or of the person's own, may be theirs.
_BY_THE_NAME, _BESIDE_THE_NAME = 400, 40
_MEN = wordlist("man boy guy lad gentleman lord king prince")
_WOMEN = wordlist("woman girl lady lass queen princess actress waitress")
_ANYBODY = wordlist(
    "one someone somebody person victim suspect resident driver passenger teenager neighbour neighbor friend colleague partner "
    "customer visitor guest baby author singer actor patient defendant accused character predecessor successor rival candidate "
    "opponent assistant anybody anyone everyone everybody client plaintiff claimant applicant survivor tenant landlord employee "
    "employer worker boss widow bride groom fan caller buyer seller"
)


class Taken(Row):
    """A pronoun of a `sex` at `place` that takes up `reference`, the only name before it in its paragraph that may be meant.

    `near`: in its own paragraph, and not in the one above, where it opens a paragraph.
    """

    place: Span
    sex: str
    reference: Reference
    near: bool


class Clash(Row):
    """A pronoun at `suspect` and what tells the person's other sex, at `other`."""

    suspect: Span
    other: Span


@analysis
def clashing_pronouns(document: Document) -> tuple[Clash, ...]:
    """Each person's pronoun that another, a form of address or the given name speaks against; the seldomer or later is suspected."""
    taken = _taken(document)
    bearers = Counter(person.surname for person in people(document))
    found = []
    for number, person in enumerate(people(document)):
        if number in taken and bearers[person.surname] == 1 and not is_a_house(document, person.surname):
            clash = _clash(document, person, taken[number])
            if clash:
                found.append(clash)
    return (*found, *_misaddressed(document, taken))


def _misaddressed(document: Document, taken: Mapping[int, list[Taken]]) -> Iterator[Clash]:
    """Each form of address before a surname alone that a usual given name speaks against, where no pronoun says more."""
    bearers = Counter(person.surname for person in people(document))
    for number, person in enumerate(people(document)):
        if number in taken or bearers[person.surname] > 1 or is_a_house(document, person.surname):
            continue
        full = next(reference for reference in person.references if reference.full)
        addressed = [reference for reference in person.references if _title_sex(reference)]
        place = _addressed(document, person).get(_OTHER.get(_given(person), ""))
        # Who is addressed so again and again bears a name that others bear as well.
        if place and full.name < place and len(addressed) == 1 and _PLAIN.match(document.text, place.start):
            yield Clash(place, full.name)


def _clash(document: Document, person: Person, taken: list[Taken]) -> Clash | None:
    addressed = _addressed(document, person)
    if len(addressed) > 1:
        return None
    for sex, place in addressed.items():
        wrong = [each.place for each in taken if each.sex != sex]
        once = sum(_title_sex(reference) == sex for reference in person.references) == 1
        first, later = sorted((wrong[-1], place)) if wrong else (place, place)
        return None if len(wrong) != 1 else Clash(later, first) if once else Clash(wrong[-1], place)
    men, women = ([each for each in taken if each.sex == sex] for sex in ("man", "woman"))
    if men and women:
        few, many = sorted((men, women), key=lambda side: (len(side), -side[-1].place.start))
        return Clash(few[-1].place, many[0].place) if len(few) == 1 else None
    one = taken[0]
    if one.near and len(taken) == len(one.reference.givens) == 1 and _given(person) == _OTHER[one.sex]:
        between = document.text[one.reference.name.end : one.place.start]
        return None if _ANYONE.search(between) else Clash(one.place, one.reference.name)
    return None


def _addressed(document: Document, person: Person) -> dict[str, Span]:
    """The first place at which a form of address tells each sex, where the surname alone can't be a husband's or a wife's."""
    found: dict[str, Span] = {}
    for reference in person.references:
        sex = _title_sex(reference)
        if not sex or in_quotation(document, reference.name.start):
            continue
        if reference.full or not _may_be_a_spouse(document, person, sex):
            found.setdefault(sex, reference.with_titles(document))
    return found


def _may_be_a_spouse(document: Document, person: Person, sex: str) -> bool:
    """Whether the copy tells of a husband or wife of this sex, or of the person's own: Mr Moor may be Ann Moor's husband."""
    spoken = occurrences(document).keys()
    near = ((_SPOUSES[sex], _BY_THE_NAME), (_SPOUSES[_OTHER[sex]], _BESIDE_THE_NAME))
    return any(
        compiled(rf"\b(?:{alternatives(words_)})\b").search(document.text, max(0, start - reach), end + reach)
        for words_, reach in near
        if not spoken.isdisjoint(words_)
        for start, end in _names(person)
    )


def _names(person: Person) -> list[Span]:
    return [reference.name for reference in person.references]


def _given(person: Person) -> str:
    """The sex that a usual given name tells; "" where it's a word as well, or a name of other countries."""
    known = entry(person.given.split()[0])
    usual = known.frequency >= _USUAL and not 0 < known.word <= _ORDINARY
    return _GIVEN.get(known.given, "") if usual else ""


def _title_sex(reference: Reference) -> str:
    forms = (HONORIFICS.get(title.rstrip(".").lower()) for title in reference.titles)
    return next((form.sex for form in forms if form and form.sex), "")


def _taken(document: Document) -> Mapping[int, list[Taken]]:
    """The pronouns that take up each person, by the person's number."""
    named = sorted(
        (
            (reference.name.start, number, reference)
            for number, person in enumerate(people(document))
            for reference in person.references
            if reference.role in _PROSE and not in_quotation(document, reference.name.start)
        ),
        key=lambda each: each[0],
    )
    starts = [each[0] for each in named]
    found: dict[int, list[Taken]] = defaultdict(list)
    for place, sex in _pronouns(document):
        at = bisect_right(starts, place.start) - 1
        block = document.block_at(place.start)
        if at < 0 or block is None:
            continue
        _, number, reference = named[at]
        one = Taken(place, sex, reference, near=starts[at] >= block.start)
        own = frozenset(each.name for each in people(document)[number].references)
        begin = block.start
        if not one.near:
            begin = _above(document, one, begin, own)
        plain = not one.near or _is_plain(document, one)
        if begin >= 0 and len(found[number]) < _MOST and plain and not _others(document, begin, one, own):
            found[number].append(one)
    return {number: each for number, each in found.items() if each}


def _above(document: Document, taken: Taken, begin: int, own: Set[Span]) -> int:
    """Where the paragraph above begins, if a pronoun that opens a paragraph takes up whoever speaks or acts in it; else -1."""
    text, (start, end), reference = document.text, taken.place, taken.reference
    at = bisect_right(document.copy, begin, key=_block_start) - 2
    if at < 1 or document.copy[at].role not in _PROSE or document.copy[at].start > reference.name.start:
        return -1
    above, further, name = document.copy[at], document.copy[at - 1].start, reference.name
    if start > begin and not (_speaks(text, start, end) and _QUOTED.fullmatch(text, begin, start)):
        return -1
    speaks = _SAYS.match(text, name.end) or _SAID.search(text, max(0, name.start - 16), name.start)
    if not (speaks or _is_subject(document, reference)) or _DIED.search(text, name.end, start):
        return -1
    # Somebody else of the pronoun's sex, of whom the two paragraphs above tell, may be meant as well.
    others = compiled(_ANY_OF[taken.sex]).search(text, further, above.end) or _named(document, further, taken, own)
    return -1 if others else above.start


def _block_start(block: Block) -> int:
    return block.start


def _pronouns(document: Document) -> Iterator[tuple[Span, str]]:
    """Every pronoun of a man or a woman in the writer's own words, in order."""
    places = occurrences(document)
    spans = sorted((words(document).span(index), sex) for word, sex in _SEXES.items() for index in places.get(word, ()))
    for span, sex in spans:
        block = document.block_at(span.start)
        if block is not None and block.role in _PROSE and not in_quotation(document, span.start):
            yield span, sex


def _is_plain(document: Document, taken: Taken) -> bool:
    """Whether the pronoun takes up the subject of its clause, or of the sentence before: as one who speaks, acts or has their own."""
    text, (start, end), reference = document.text, taken.place, taken.reference
    if _DIED.search(text, reference.name.end, start):
        return False
    if not _is_subject(document, reference):
        return False
    if reference.full and _BESIDE.fullmatch(text, reference.name.end, end):
        return True  # a surname alone may speak of somebody whom the copy has named before
    sentence, named = sentence_at(document, start), sentence_at(document, reference.name.start)
    if _OWN.match(text, end):
        return sentence == named
    if text[start:end].lower() not in ("he", "she") or sentence is None or named is None:
        return False
    if _speaks(text, start, end):
        return True
    opens = _OPENING.fullmatch(text, sentence.start, start) is not None
    for title in reference.titles[-1:]:
        again = compiled(rf"The (?i:{re.escape(title)}) [^.;:“”\"\n]{{2,160}}, (?:and|but) ")
        opens = opens or again.fullmatch(text, sentence.start, start) is not None
    return opens and named == sentence_at(document, max(0, sentence.start - 2))


def _is_subject(document: Document, reference: Reference) -> bool:
    """Whether the name opens its sentence, with what stands before it as a title: “Judge Ann Moor”, “The coach, Ann Moor,”."""
    start, end = reference.name
    sentence = sentence_at(document, start)
    if sentence is None or _POSSESSIVE.match(document.text, end):
        return False
    return _LED.fullmatch(document.text, sentence.start, start) is not None


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a pronoun is the speaker of words in quotation marks: “…,” she said; “…,” said she."""
    if not text[start].islower():
        return False
    if _SAYS_ASIDE.match(text, end) and _ASIDE.search(text, start - 2, start):
        return True
    if _SAYS.match(text, end):
        return _CLOSED.search(text, max(0, start - 8), start) is not None
    said = _SAID.search(text, max(0, start - 16), start)
    return said is not None and _CLOSED.search(text, max(0, said.start() - 8), said.start()) is not None


def _others(document: Document, begin: int, taken: Taken, own: Set[Span]) -> bool:
    """Whether anybody else who may be meant, named or not, stands before a pronoun in its paragraph."""
    if _named(document, begin, taken, own):
        return True
    end = taken.place.start
    named = taken.reference.with_titles(document).start
    titles = {title.lower() for title in taken.reference.titles}
    texts, starts = words(document)
    return any(
        not texts[index][0].isupper()
        and _is_somebody(texts[index].removesuffix("’s").removesuffix("'s"), taken.sex)
        and not _APPOSED.search(document.text, max(begin, starts[index] - 40), starts[index])
        and texts[index] not in titles
        and not (starts[index] < named and _TITLE.fullmatch(document.text, starts[index], named))
        for index in range(bisect_right(starts, begin - 1), bisect_right(starts, end - 1))
    )


def _named(document: Document, begin: int, taken: Taken, own: Set[Span]) -> bool:
    """Whether somebody else who is named between `begin` and a pronoun may be meant."""
    every = references(document)
    first, last = (bisect_right(every, at - 1, key=_start) for at in (begin, taken.place.start))
    return any(each.name not in own and _may_be(document, each, taken.sex) for each in every[first:last])


def _start(reference: Reference) -> int:
    return reference.name.start


def _may_be(document: Document, reference: Reference, sex: str) -> bool:
    """Whether somebody may be of a sex: nothing says that they're of the other."""
    word = entry(reference.surname)
    if reference.surname.lower() in DAYS_AND_MONTHS and not (reference.full or reference.titles):
        return False
    alone = not (reference.full or reference.titles or reference.surname in _bearers(document))
    if alone and not (word.given or word.surname > _SURNAME):
        return False
    given = entry(reference.givens[0]).given if reference.givens else word.given if alone else 0
    return (_title_sex(reference) or _GIVEN.get(given, sex)) == sex


@analysis
def _bearers(document: Document) -> frozenset[str]:
    """The surnames of everybody who is named in full."""
    return frozenset(person.surname for person in people(document))


def _is_somebody(word: str, sex: str) -> bool:
    """Whether a common noun in the singular may mean somebody of this sex."""
    kin = KIN.get(word)
    of = kin.sex if kin and not kin.plural else "man" if word in _MEN else "woman" if word in _WOMEN else ""
    if of:
        return of == sex
    return kin is not None or word in _ANYBODY or ((word in _HEADS or is_calling(word)) and word not in _THINGS)
