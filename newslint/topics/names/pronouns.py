"""Pronouns: people whom the copy takes up with “he” here, and with “she” or “Ms” there.

Only a pronoun that can mean nobody else counts: that of a speaker, or of the subject of the sentence or the paragraph before, where
nobody else who may be meant is named in between. In copy that is right such a pronoun agrees with a form of address or a given name
a hundred times for each time that it doesn't.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.families import is_a_house
from newslint.story.offices import FIELDS
from newslint.story.people import Reference, people, references
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DAYS_AND_MONTHS, HONORIFICS, KIN, SPOKE, alternatives, wordlist
from newslint.text.words import occurrences, words
from newslint.topics.names.callings import is_calling
from newslint.topics.names.surroundings import ACTS

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
# Who asks is answered by another.
_ASKS = compiled(r" ask(?:s|ed)\b")
_SAID = compiled(rf"\b(?:{alternatives(SPOKE)}) \Z")
_SAID_BY = compiled(rf"[”’\"',] (?:{alternatives(SPOKE)}) \Z")
# Somebody to whom it is said or done.
_OBJECT = {
    "man": compiled(r"(?i)\bhim\b"),
    "woman": compiled(
        r"(?i)\bher\b(?= (?:to|that|if|whether|in|on|at|for|from|with|as|and|the|an?|how|why|what|about)\b|[.,;])"
    ),
}
_CLOSED = compiled(r"[”’\"'],? \Z")
# Verbs of speech with somebody to whom it's said, who may be “he”.
_TO_SOMEBODY = wordlist(
    "tell tells told ask asks asked urge urges urged warn warns warned assure assures assured remind reminds reminded"
)
# “Ann Moor said that she”, “Ann Moor, a baker, remembered her”, “Ann Moor told the jurors that she”
_REPORTED = compiled(
    rf"(?:,[^,.\n]{{1,60}},)? (?:{alternatives(SPOKE - _TO_SOMEBODY)})(?: that| how| why)? (?:he|she|his|her)"
    rf"|[^.;“”\"\n]{{1,80}},? and (?:{alternatives(SPOKE - _TO_SOMEBODY)}) that (?:he|she)"
    rf"| (?:{alternatives(_TO_SOMEBODY)}) (?:\w+ )?(?:\w+ )?[a-z]+s(?:,? and (?:\w+ )?[a-z]+s)? (?:that )?(?:he|she)"
)
_OWN = compiled(r" own\b")
_PRONOUN_OF = {
    "man": compiled(r"(?i)\b(?:he|him|his|himself)\b"),
    "woman": compiled(r"(?i)\b(?:she|her|hers|herself)\b"),
}
# “Sales fell, she said, and rose.”
_ASIDE = compiled(r", \Z")
_SAYS_ASIDE = compiled(rf" (?:{alternatives(SPOKE - {'told', 'asked'})})[,.]")
_PLAIN = compiled(r"(?:Mr|Mrs|Ms|Miss)\b")
_POSSESSIVE = compiled(r"[’']")
# What may stand before a subject in its sentence: nothing, “Then”, “Asked about the bread,”
_OPENING = compiled(r"(?:(?:And|But|Then|Later|Still|Yet|Now) )?|[A-Z][^,.;:\n“”\"]{2,60}, ")
# What may stand before a name that is its sentence's subject: titles and what somebody is; nothing that acts or speaks.
_LED = compiled(
    rf"(?:(?!(?:{alternatives(SPOKE)}|that|of|for|with|to|by|and|or|he|He|she|She|it|It|they|They|[a-z]+ed|\w+ing)\b)[\w’'.-]+,? ){{0,6}}"
)
# So does a name behind a clause, if it acts: “Now that it's wet, coach Ann Moor has”.
_BEHIND_A_CLAUSE = compiled(rf"[^,“”\"\n]{{3,120}}, (?:{_LED.pattern})")
# Of whom this is said, another is left behind, who needs no name.
_DIED = compiled(r"\b(?:died|dies|killed|married|divorced)\b")
# A word for somebody in an apposition is the one who is named: “, a retired judge,” / “is a baker”
_IS = compiled(r"(?:[,(]|\b(?:is|was|as|became)) (?:a|an|the|its|their|who) [^,.]{0,30}\Z|, [a-z-]{0,30} ?\Z")
# So is one that stands before the name: “coach Ann Moor”, “her assistant, Ann Moor”.
_TITLE = compiled(r"[a-z-]+(?: [a-z-]+)?,? ")
_HEADS = frozenset(head for heads in FIELDS.values() for head in heads.split())
_THINGS = wordlist("model host star forward general private prop pitcher")
_MEN = wordlist("man boy guy lad gentleman lord king prince")
_WOMEN = wordlist("woman girl lady lass queen princess actress waitress")
_ANYBODY = wordlist(
    "one someone somebody person victim suspect resident driver passenger teenager neighbour neighbor friend colleague partner "
    "customer visitor guest baby author singer actor patient defendant accused character predecessor successor rival candidate "
    "opponent assistant anybody anyone everyone everybody client plaintiff claimant applicant survivor tenant landlord employee "
    "employer worker boss widow bride groom fan caller buyer seller"
)
_SPOUSES = {"man": wordlist("husband widower couple couples"), "woman": wordlist("wife widow couple couples")}
# So far, in code points, from a name a word for a husband or wife of the other's sex, or of the person's own, may be theirs.
_BY_THE_NAME, _BESIDE_THE_NAME = 400, 40
# “He or she”, of nobody.
_EITHER = compiled(r"\bhe (?:or|and) she\b|\bhis or her\b|\bshe or he\b")


class Taken(Row):
    """A pronoun of a `sex` at `place` that takes up `reference`, the last name before it."""

    place: Span
    sex: str
    reference: Reference


class Clash(Row):
    """A pronoun or a form of address at `suspect` and what tells the person's other sex, at `other`."""

    suspect: Span
    other: Span


@analysis
def clashing_pronouns(document: Document) -> tuple[Clash, ...]:
    """Each person's pronoun or form of address that what else tells their sex speaks against; the seldomer or later is suspected."""
    taken = _taken(document)
    found = (_clash(document, named, taken.get(surname, ())) for surname, named in _known(document).items())
    return tuple(clash for clash in found if clash)


def _clash(document: Document, named: Sequence[Reference], taken: Sequence[Taken]) -> Clash | None:
    addressed = _addressed(document, named)
    if len(addressed) > 1:
        return None
    for sex, place in addressed.items():
        return _misaddressed(document, named, taken, sex, place)
    given = next((each for each in named if each.givens), None)
    clash = _between_pronouns(taken, given)
    if clash is None or _may_be_a_spouse(document, named, _SEXES[document[clash.suspect].lower()]):
        return None
    return clash


def _between_pronouns(taken: Sequence[Taken], given: Reference | None) -> Clash | None:
    """The only pronoun of its sex, against the others, or against a usual given name."""
    men, women = ([each for each in taken if each.sex == sex] for sex in ("man", "woman"))
    if men and women:
        few, many = sorted((men, women), key=lambda side: (len(side), -side[-1].place.start))
        return Clash(few[-1].place, many[0].place) if len(few) == 1 and _given(given) != few[0].sex else None
    if given and len(taken) == len(given.givens) == 1 and _given(given) == _OTHER[taken[0].sex]:
        return Clash(taken[0].place, given.name)
    return None


def _misaddressed(
    document: Document, named: Sequence[Reference], taken: Sequence[Taken], sex: str, place: Span
) -> Clash | None:
    """A form of address for one `sex` at `place` that a pronoun, or where there's none a usual given name, speaks against."""
    wrong = [each.place for each in taken if each.sex != sex]
    # Who is addressed so again and again bears a name that others bear as well.
    once = sum(_title_sex(each) == sex for each in named) == 1
    if len(wrong) == 1:
        first, later = sorted((wrong[0], place))
        return Clash(later, first) if once else Clash(wrong[0], place)
    full = next((each for each in named if each.givens), None)
    if taken or not once or full is None or full.name > place or not _PLAIN.match(document.text, place.start):
        return None
    return Clash(place, full.name) if _given(full) == _OTHER[sex] else None


@analysis
def _known(document: Document) -> Mapping[str, Sequence[Reference]]:
    """The references of everybody who is the only one of the surname, and is named in full or with a form of address."""
    bearers = Counter(person.surname for person in people(document))
    found: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        if bearers[reference.surname] < 2:
            found[reference.surname].append(reference)
    return {
        surname: named
        for surname, named in found.items()
        if any(each.full or _title_sex(each) for each in named) and not is_a_house(document, surname)
    }


def _addressed(document: Document, named: Sequence[Reference]) -> dict[str, Span]:
    """The first place at which a form of address tells each sex, where the surname alone can't be a husband's or a wife's."""
    found: dict[str, Span] = {}
    for reference in named:
        sex = _title_sex(reference)
        if not sex or in_quotation(document, reference.name.start):
            continue
        if reference.full or not _may_be_a_spouse(document, named, sex):
            found.setdefault(sex, reference.with_titles(document))
    return found


def _may_be_a_spouse(document: Document, named: Sequence[Reference], sex: str) -> bool:
    """Whether the copy tells of a husband or wife of this sex, or of the person's own: Mr Moor may be Ann Moor's husband."""
    spoken = occurrences(document).keys()
    near = ((_SPOUSES[sex], _BY_THE_NAME), (_SPOUSES[_OTHER[sex]], _BESIDE_THE_NAME))
    return any(
        compiled(rf"\b(?:{alternatives(words_)})\b").search(document.text, max(0, start - reach), end + reach)
        for words_, reach in near
        if not spoken.isdisjoint(words_)
        for start, end in (each.name for each in named)
    )


def _given(reference: Reference | None) -> str:
    """The sex that a usual given name tells; "" where it's a word as well, or a name of other countries."""
    if reference is None:
        return ""
    known = entry(reference.givens[0])
    usual = known.frequency >= _USUAL and not 0 < known.word <= _ORDINARY
    return _GIVEN.get(known.given, "") if usual else ""


def _title_sex(reference: Reference) -> str:
    forms = (HONORIFICS.get(title.rstrip(".").lower()) for title in reference.titles)
    return next((form.sex for form in forms if form and form.sex), "")


@analysis
def _taken(document: Document) -> Mapping[str, Sequence[Taken]]:
    """The pronouns that take up each person, by the surname."""
    named = [
        reference
        for reference in references(document)
        if reference.surname in _known(document)
        and reference.role in _PROSE
        and not in_quotation(document, reference.name.start)
    ]
    starts = [reference.name.start for reference in named]
    found: dict[str, list[Taken]] = defaultdict(list)
    for place, sex in _pronouns(document):
        at = bisect_right(starts, place.start) - 1
        if at < 0 or len(found[named[at].surname]) == _MOST:
            continue
        one = Taken(place, sex, named[at])
        if _is_plain(document, one) and _means_nobody_else(document, one):
            found[named[at].surname].append(one)
    return {surname: taken for surname, taken in found.items() if taken}


def _pronouns(document: Document) -> Iterator[tuple[Span, str]]:
    """Every pronoun of a man or a woman in the writer's own words, in order."""
    places = occurrences(document)
    spans = sorted((words(document).span(index), sex) for word, sex in _SEXES.items() for index in places.get(word, ()))
    for span, sex in spans:
        block = document.block_at(span.start)
        if block is not None and block.role in _PROSE and not in_quotation(document, span.start):
            yield span, sex


def _is_plain(document: Document, taken: Taken) -> bool:
    """Whether the pronoun takes up a subject or a speaker: as one who speaks, acts, says of themselves or has their own."""
    text, (start, end), name = document.text, taken.place, taken.reference.name
    speaks = _SAYS.match(text, name.end) or _SAID_BY.search(text, max(0, name.start - 18), name.start)
    subject = _is_subject(document, taken.reference)
    if not (subject or speaks) or _ASKS.match(text, name.end) or _EITHER.search(text, max(0, start - 8), end + 8):
        return False
    sentence, named = sentence_at(document, start), sentence_at(document, name.start)
    if _REPORTED.fullmatch(text, name.end, end):
        return sentence is not None and not _is_spoken_of(document, taken.sex, sentence.start, name.start)
    if text[start:end].lower() not in ("he", "she"):
        return sentence == named and _OWN.match(text, end) is not None
    if _speaks(text, start, end):
        return True
    return sentence is not None and sentence != named and _opens(text, sentence, taken)


def _opens(text: str, sentence: Span, taken: Taken) -> bool:
    """Whether the pronoun opens its sentence, or comes back to whom a title opens it with: “The judge sat, but he”."""
    start = taken.place.start
    if _OPENING.fullmatch(text, sentence.start, start):
        return True
    again = (
        rf"The (?i:{re.escape(title)}) [^.;:“”\"\n]{{2,160}}, (?:and|but) " for title in taken.reference.titles[-1:]
    )
    return any(compiled(pattern).fullmatch(text, sentence.start, start) for pattern in again)


def _means_nobody_else(document: Document, taken: Taken) -> bool:
    """Whether nobody else of the pronoun's sex may be meant, from the paragraph of the name, this or the one above, on."""
    text, copy, (start, end) = document.text, document.copy, taken.reference.name
    first, last = (bisect_right(copy, at, key=_block_start) - 1 for at in (start, taken.place.start))
    if last - first > 1 or copy[first].role not in _PROSE or _DIED.search(text, end, taken.place.start):
        return False
    if _OBJECT[taken.sex].search(text, end, taken.place.start):
        return False
    said = sentence_at(document, start) if _REPORTED.fullmatch(text, end, taken.place.end) else None
    begin = said.start if said else copy[first].start
    if _others_named(document, begin, taken.place.start, taken.reference, taken.sex):
        return False
    plain = first == last and not _is_spoken_of(document, _OTHER[taken.sex], end, taken.place.start)
    if plain:
        return True
    return not (
        _is_spoken_of(document, taken.sex, copy[first].start, start)
        or _others_told(document, copy[first].start, taken.place.start, taken.reference, taken.sex)
    )


def _block_start(block: Block) -> int:
    return block.start


def _is_subject(document: Document, reference: Reference) -> bool:
    """Whether the name opens its sentence, with what stands before it as a title: “Judge Ann Moor”, “The coach, Ann Moor,”."""
    start, end = reference.name
    sentence = sentence_at(document, start)
    if sentence is None or _POSSESSIVE.match(document.text, end):
        return False
    if _LED.fullmatch(document.text, sentence.start, start):
        return True
    return bool(ACTS.match(document.text, end) and _BEHIND_A_CLAUSE.fullmatch(document.text, sentence.start, start))


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


def _is_spoken_of(document: Document, sex: str, start: int, end: int) -> bool:
    """Whether the writer's own words between two places have a pronoun of a sex."""
    found = _PRONOUN_OF[sex].finditer(document.text, start, end)
    return any(not in_quotation(document, match.start()) for match in found)


def _others_named(document: Document, begin: int, end: int, reference: Reference, sex: str) -> bool:
    """Whether somebody else who is named between two places may be meant."""
    every = references(document)
    first, last = (bisect_left(every, at, key=_start) for at in (begin, end))
    return any(each.surname != reference.surname and _may_be(document, each, sex) for each in every[first:last])


def _start(reference: Reference) -> int:
    return reference.name.start


def _may_be(document: Document, reference: Reference, sex: str) -> bool:
    """Whether somebody may be of a sex: nothing says that they're of the other."""
    if reference.full or reference.titles:
        own = _title_sex(reference) or _GIVEN.get(entry(reference.givens[0]).given if reference.givens else 0, "")
        return own in ("", sex)
    known = _sexes(document).get(reference.surname)
    if known is not None:
        return not known or sex in known
    word = entry(reference.surname)
    return reference.surname.lower() not in DAYS_AND_MONTHS and bool(word.given or word.surname > _SURNAME)


@analysis
def _sexes(document: Document) -> Mapping[str, frozenset[str]]:
    """The sexes of those who are named in full or with a title, by surname; none, where one may be of either."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references(document):
        if reference.full or reference.titles:
            given = entry(reference.givens[0]).given if reference.givens else 0
            found[reference.surname].add(_title_sex(reference) or _GIVEN.get(given, ""))
    return {surname: frozenset() if "" in sexes else frozenset(sexes) for surname, sexes in found.items()}


def _others_told(document: Document, begin: int, end: int, reference: Reference, sex: str) -> bool:
    """Whether a common noun between two places may mean somebody else."""
    named = reference.with_titles(document).start
    titles = {title.lower() for title in reference.titles}
    texts, starts = words(document)
    return any(
        not texts[index][0].isupper()
        and _is_somebody(texts[index].removesuffix("’s").removesuffix("'s"), sex)
        and not _IS.search(document.text, max(begin, starts[index] - 40), starts[index])
        and texts[index] not in titles
        and not (starts[index] < named and _TITLE.fullmatch(document.text, starts[index], named))
        for index in range(bisect_left(starts, begin), bisect_left(starts, end))
    )


def _is_somebody(word: str, sex: str) -> bool:
    """Whether a common noun in the singular may mean somebody of this sex."""
    kin = KIN.get(word)
    of = kin.sex if kin and not kin.plural else "man" if word in _MEN else "woman" if word in _WOMEN else ""
    if of:
        return of == sex
    return kin is not None or word in _ANYBODY or ((word in _HEADS or is_calling(word)) and word not in _THINGS)
