"""Antecedents: whom of the story a clause speaks of, by the name or the pronoun in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import attrgetter

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.families import OF_KIN, RELATIVES, may_be_one, second_bearer
from newslint.story.people import Person, people, sex_of, sex_of_title
from newslint.story.references import Reference, references_within
from newslint.text.lexicon import MAN, WOMAN, entry
from newslint.text.prefilter import places_of
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import HONORIFICS, KIN

_SEX = {"he": MAN, "she": WOMAN}
# Relatives that a pronoun can’t mean.
_OTHER_SEX = {
    "she": r"(?i)\b(?:father|husband|son|brother|grandfather|uncle|nephew|grandson|dad)\Z",
    "he": r"(?i)\b(?:mother|wife|daughter|sister|grandmother|aunt|niece|granddaughter|mum|mom|widow)\Z",
}
_PRONOUN = compiled(r"\b([Hh]e|[Ss]he)\b")
_LED_BY_KIN = compiled(
    rf"(?i)(?:(?:\w+, )?(?:his|her|their|\w+['’]s)|(?:the|an?)|\w+, (?:the|an?)(?! (?:[a-z-]+ ){{0,3}}{RELATIVES} of\b)) (?:[a-z-]+ ){{0,3}}{RELATIVES}\b"
)
_OF_TWO = compiled(r"\b[Tt]he (?:younger|elder|older) [A-Z]")  # “the younger Moor”
_KIN = compiled(OF_KIN)
_NOUN_WHO = compiled(r"\b[a-z][\w-]* who\b")
_KIN_NAMED = compiled(rf"{OF_KIN},? \Z")
_BESIDE = 30  # letters before a place, within which a relative may be meant
# The name that someone had: “She was born Ann Hill in Ayle”, “Ann Moor, née Hill”.
_AT_BIRTH = compiled(r"\b(?:born|n[ée]e) (?:as )?\Z")
# What may stand between an opening phrase and the subject behind it: “In 1981, at 26, she”.
_SUBJECT_BEHIND = compiled(r"[,\s]{1,2}(?P<who>he|she|(?:[A-Z][\w.’'-]*\w ?)+)")
# How many times as often as any other a person must be named, or spoken of by one pronoun, to be the story's own.
_AHEAD = 1.5
_LEAST = 2
_FAMILY = 6  # of more people of one surname none is told by the form of address
_COMMON = 2  # the rank of a word that stands oftener for itself than for a given name
_CROWD = 40  # in a story of more people a given name is not looked for
# Behind a name that stands alone: no surname, and no rest of a longer word.
_ALONE = compiled(r"(?:[’']s)?(?![\w’'-]| [A-Z])")


@analysis
def _named(document: Document) -> dict[int, int]:
    """The number of the person in `people` for the offset of each reference to one who can be told from all others."""
    found = {}
    for number, person in enumerate(people(document)):
        first, several = _first_of(document, person), second_bearer(document, person.surname)
        full = {document.block_at(reference.name.start) for reference in person.references if reference.givens}
        for reference in person.references:
            told = reference.name.start < several or document.block_at(reference.name.start) in full
            own = number if told or _fits_rather(document, reference, person, first) else first
            own = _whom_title_fits(document, reference) if own is None else own
            if own is not None and not _is_name_at_birth(document, reference):
                found[reference.name.start] = own
    return {**_given_alone(document, set(found)), **found}


def _given_alone(document: Document, known: set[int]) -> dict[int, int]:
    """Where a given name that one person alone has stands without a surname."""
    givens = [person.given.split(" ")[0] for person in people(document)]
    found: dict[int, int] = {}
    for number, given in enumerate(givens):
        if len(given) > 2 and givens.count(given) == 1 and len(givens) <= _CROWD:
            for at in places_of(document.text, given):
                if at not in known and _ALONE.match(document.text, at + len(given)):
                    found[at] = number
    return found


def _is_name_at_birth(document: Document, reference: Reference) -> bool:
    return bool(_AT_BIRTH.search(document.text[max(0, reference.name.start - 9) : reference.name.start]))


def _fits_rather(document: Document, reference: Reference, person: Person, first: int | None) -> bool:
    """Whether a form of address is the person's, and can't be that of the one who is otherwise meant."""
    meant = people(document)[first] if first is not None else None
    return meant is not None and not _fits_title(meant, reference) and _fits_title(person, reference)


def _fits_title(person: Person, reference: Reference) -> bool:
    """Whether by the given name a form of address, if there's one, is the person's: “Miss Moor” is Joanne rather than Dennis Moor, whom the story is about."""
    sex = sex_of_title(reference)
    return not sex or sex_of([each for each in person.references if each.givens]) == sex


def _whom_title_fits(document: Document, reference: Reference) -> int | None:
    """The number of the only one of a family whom the form of address fits: “Ms Moor”, of Ann and Ben Moor."""
    sex = sex_of_title(reference)
    family = _families(document).get(reference.surname, ()) if sex else ()
    fit = [number for number in family if sex_of(people(document)[number].references) in (0, sex)]
    return fit[0] if len(fit) == 1 else None


@analysis
def _families(document: Document) -> dict[str, list[int]]:
    """The numbers of those who bear each surname that few do."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(people(document)):
        found[person.surname].append(number)
    return {surname: numbers for surname, numbers in found.items() if len(numbers) <= _FAMILY}


def _first_of(document: Document, person: Person) -> int | None:
    """The principal's number, where the surname is the principal's: it stands alone for nobody else of the family."""
    own = principal(document)
    return own if own is not None and people(document)[own].surname == person.surname else None


@analysis
def _starts(document: Document) -> list[int]:
    return sorted(_named(document))


@analysis
def _ends(document: Document) -> dict[int, int]:
    """Where each reference of `_named` begins, by where it ends."""
    found = [reference.name for person in people(document) for reference in person.references]
    full = {name.end: name.start for name in found if name.start in _named(document)}
    starts = {name.start for name in found}
    alone = (
        (at, people(document)[number].given.split(" ")[0])
        for at, number in _named(document).items()
        if at not in starts
    )
    return {**{at + len(given): at for at, given in alone}, **full}


@analysis
def principal(document: Document) -> int | None:
    """The number in `people` of whom the story is about: who is named first, but for who writes it, and most often, if anybody is."""
    counts = [len(person.references) for person in people(document)]
    if not counts or max(counts) < _LEAST:
        return None
    best = counts.index(max(counts))
    others = [count for number, count in enumerate(counts) if number != best]
    told = (n for n, person in enumerate(people(document)) if person.references[0].role is not Role.BYLINE)
    return best if not others or best == next(told, 0) or counts[best] >= _AHEAD * max(others) else None


def is_name_at_birth(document: Document, given: str, surname: str) -> bool:
    """Whether a birth is told of whom the story is about under another surname than hers now: “Ann Hill was born in Ayle”, of Ann Moor."""
    number = principal(document)
    own = people(document)[number] if number is not None else None
    if own is None or not given or own.surname == surname or _sex_of_principal(document) == MAN:
        return False
    first = given.partition(" ")[0]
    told = [each for each in people(document) if each.surname == surname and each.given.partition(" ")[0] == first]
    return own.given.partition(" ")[0] == first and [len(each.references) for each in told] == [1]


def _sex(document: Document, number: int) -> int:
    """MAN or WOMAN by the word for a relative before the name, or else by a title or the given name; 0 where nothing tells."""
    return _sexes_of_relatives(document).get(number) or sex_of(people(document)[number].references)


@analysis
def _sexes_of_relatives(document: Document) -> dict[int, int]:
    """MAN or WOMAN of whom the copy names as somebody's son or daughter; none of whom it calls both."""
    told: dict[int, set[str]] = defaultdict(set)
    for at, number in _named(document).items():
        kin = _KIN_NAMED.search(document.text, max(0, at - _BESIDE), at)
        word = kin[0].rstrip(", ").rpartition(" ")[2].lower() if kin else ""
        if word in KIN and KIN[word].sex:
            told[number].add(KIN[word].sex)
    return {number: MAN if sexes == {"man"} else WOMAN for number, sexes in told.items() if len(sexes) == 1}


@analysis
def _sex_of_principal(document: Document) -> int:
    """The sex of whom the story is about: by the name, or else by the pronoun that the story uses most."""
    number = principal(document)
    known = _sex(document, number) if number is not None else 0
    if known:
        return known
    said = [match[1].lower() for match in _PRONOUN.finditer(document.text)]
    he, she = said.count("he"), said.count("she")
    return MAN if he > 2 * she else WOMAN if she > 2 * he else 0


def person_of(document: Document, reference: Reference) -> int | None:
    """The number in `people` of whom a reference names, where that is certain."""
    return _named(document).get(reference.name.start)


def named_until(document: Document, end: int) -> int | None:
    """The number in `people` of whom a name that ends at `end` names."""
    start = _ends(document).get(end)
    return _named(document)[start] if start is not None else None


def subject_of_clause(document: Document, start: int, end: int) -> int | None:
    """The number in `people` of whom the sentence speaks where it says what stands from `start` to `end`.

    It's the last name or pronoun before it, or the subject right behind it; None where a relative or anybody else comes
    between, where a pronoun inside is of the other sex, or where nobody can tell.
    """
    sentence = sentence_at(document, start)
    number = _subject(document, sentence, start, end) if sentence else None
    inside = _PRONOUN.search(document.text, start, end)
    if sentence is None or inside is None:
        return number
    pronoun = inside[1].lower()
    if number is not None and may_be(document, number, pronoun):
        return number
    # “She married Ben Hill in 1968, when she was 24”
    goes_on = _is_free if number is None else _opens_with
    return taken_up(document, sentence, pronoun) if goes_on(document, sentence, start, pronoun) else None


def named_last(document: Document, start: int) -> int | None:
    """The number in `people` of whom the paragraph names last before `start`."""
    block = document.block_at(start)
    name = _last_name(document, block.start, start) if block else None
    return _named(document)[name] if name is not None else None


def named_before(document: Document, start: int) -> int | None:
    """The number in `people` of whom the paragraph names last before `start`, or else the paragraph before it."""
    number = named_last(document, start)
    if number is not None:
        return number
    at = bisect_right(document.copy, start, key=attrgetter("start")) - 2
    return named_last(document, document.copy[at].end - 1) if at >= 0 else None


def tells_of_kin(document: Document, start: int) -> bool:
    """Whether a relative leads the sentence of `start`, or the one before it, or stands close before it."""
    sentence = sentence_at(document, start)
    if sentence is None or _KIN.search(document.text, max(sentence.start, start - _BESIDE), start):
        return True
    before = sentence_at(document, max(0, sentence.start - 2)) or sentence
    return any(_is_of_kin(document, each) for each in (sentence, before))


def tells_one_of_two(document: Document, start: int) -> bool:
    """Whether the sentence of `start`, or the one before it, tells one of a family from another: “the younger Moor”."""
    sentence = sentence_at(document, start)
    before = sentence_at(document, max(0, sentence.start - 2)) if sentence else None
    return sentence is not None and _OF_TWO.search(document.text, (before or sentence).start, sentence.end) is not None


def _is_of_kin(document: Document, sentence: Sentence) -> bool:
    """Whether a relative leads a sentence, or it tells one of a family from another."""
    led = _LED_BY_KIN.match(document.text, sentence.start)
    return led is not None or _OF_TWO.search(document.text, *sentence.span) is not None


def tells_of_another(document: Document, start: int) -> bool:
    """Whether the clause of `start` tells of a “who” whom no name is, “Moor knew the baker who left in 1980”, or of a given name."""
    sentence = sentence_at(document, start)
    return sentence is not None and (
        _NOUN_WHO.search(document.text, sentence.start, start + 1) is not None
        or _names_a_stranger(document, sentence.start, start)
    )


def _names_a_stranger(document: Document, start: int, end: int) -> bool:
    """Whether the last subject before `end` is a name alone, of nobody whom the story names in full: “Denzil died at 70”."""
    found = [
        each
        for each in references_within(document, Span(start, end))
        if each.givens or _is_told_of(document, each, start)
    ]
    last = found[-1] if found else None
    if last is None or last.givens or last.titles:
        return False
    return not any(may_be_one(last.surname, name) for person in people(document) for name in names_of(person))


def _is_told_of(document: Document, reference: Reference, start: int) -> bool:
    """Whether a name that stands alone opens the sentence, or tells who is meant, “The youngest, Denzil,”, and is no place nor word."""
    known, name = entry(reference.surname), reference.name
    opens = name.start == start or document.text[name.start - 2 : name.start] + document.text[name.end] == ", ,"
    given = known.given and not 0 < known.word <= _COMMON
    return opens and bool(given or not (known.word or known.place))


def names_of(person: Person) -> list[str]:
    """The words of a name, any of which may stand for all."""
    return [person.surname, *person.given.split()]


def _opens_with(document: Document, sentence: Sentence, start: int, pronoun: str) -> bool:
    """Whether the sentence begins with the pronoun, and speaks of nobody else of that sex before `start`."""
    opened = _PRONOUN.match(document.text, sentence.start)
    if opened is None or opened[1].lower() != pronoun or _KIN.search(document.text, sentence.start, start):
        return False
    return not any(may_be(document, number, pronoun) for number in _within(document, sentence.start, start))


def _is_free(document: Document, sentence: Sentence, start: int, pronoun: str) -> bool:
    """Whether nobody whom the sentence speaks of before `start` can be meant by the pronoun but whom it begins with by the same one."""
    before = document.text[sentence.start : start]
    opened = _PRONOUN.match(before)
    if opened is not None and opened[1].lower() == pronoun:
        kin = _KIN.search(before)
        return kin is not None and bool(compiled(_OTHER_SEX[pronoun]).search(kin[0]))
    return not (_KIN.search(before) or _PRONOUN.search(before) or " who " in before)


def _subject(document: Document, sentence: Sentence, start: int, end: int) -> int | None:
    text = document.text
    if (kin := _kin_before(document, sentence.start, start)) is not None:
        return kin
    if _KIN.search(text, sentence.start, start) or _names_a_stranger(document, sentence.start, start):
        return None
    relative = text.rfind(" who ", sentence.start, start + 1)
    if relative >= 0:
        end = relative - (text[relative - 1] == ",")
        return _named(document)[_ends(document)[end]] if end in _ends(document) else None
    name = _last_name(document, sentence.start, start)
    pronouns = list(_PRONOUN.finditer(text, sentence.start, start))
    if pronouns and (name is None or name < pronouns[-1].start()):
        sex = pronouns[-1][1].lower()
        if all(match[1].lower() == sex for match in pronouns):
            inside = _named(document)[name] if name is not None else None
            return inside if inside is not None and may_be(document, inside, sex) else taken_up(document, sentence, sex)
        return None
    if name is not None:
        return _named(document)[name]
    behind = _SUBJECT_BEHIND.match(text, end, sentence.end)
    if behind is None:
        return None
    if behind["who"] in _SEX:
        return taken_up(document, sentence, behind["who"])
    first = bisect_left(_starts(document), behind.start("who"))
    at = _starts(document)[first] if first < len(_starts(document)) else len(text)
    return _named(document)[at] if at < behind.end("who") else None


def _kin_before(document: Document, start: int, end: int) -> int | None:
    """Who is called a relative last before `end`, and by name: “Their grandfather, Ben Hill,”."""
    name = _last_name(document, start, end)
    kin = _KIN_NAMED.search(document.text, start, name) if name is not None else None
    return (
        _named(document)[name] if name is not None and kin and not _PRONOUN.search(document.text, name, end) else None
    )


def taken_up(document: Document, sentence: Sentence, pronoun: str) -> int | None:
    """The number in `people` of whom a pronoun in `sentence` takes up from the sentences before it, or from the whole story."""
    block = document.block_at(sentence.start)
    if block is None:
        return None
    before = sentence_at(document, max(block.start, sentence.start - 2))
    if before and before.start < sentence.start and _is_of_kin(document, before):
        return None
    own = principal(document)
    named = {number for number in _within(document, block.start, sentence.start) if may_be(document, number, pronoun)}
    if len(named) == 1:
        return named.pop()
    subject = _begins_with(document, before) if before and before.start < sentence.start else None
    if subject is not None and _sex(document, subject) == _SEX[pronoun]:
        return subject
    last = _last_name(document, block.start, sentence.start)
    if own is None or not may_be(document, own, pronoun):
        return None
    return own if not named or (last is not None and _named(document)[last] == own) else None


def _begins_with(document: Document, sentence: Sentence) -> int | None:
    """Whose name a sentence begins with, behind a title or none."""
    first = document.text[sentence.start : sentence.end].split(None, 1)[0]
    at = sentence.start + (len(first) + 1 if first.lower().strip(".") in HONORIFICS else 0)
    return _named(document).get(at)


def may_be(document: Document, number: int, pronoun: str) -> bool:
    """Whether “he” or “she” may be said of the person."""
    sex = _sex_of_principal(document) if number == principal(document) else _sex(document, number)
    return sex in (0, _SEX[pronoun])


def may_be_told_of(document: Document, reference: Reference, pronoun: str) -> bool:
    """Whether “he” or “she” may be said of whom a reference names; of a given name alone, by that."""
    number = person_of(document, reference)
    if number is not None:
        return may_be(document, number, pronoun)
    sex = sex_of((reference,)) or entry(reference.surname).given
    return sex not in (MAN, WOMAN) or sex == _SEX[pronoun]


def _within(document: Document, start: int, end: int) -> list[int]:
    starts = _starts(document)
    return [_named(document)[at] for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]]


def _last_name(document: Document, start: int, end: int) -> int | None:
    """Where the last reference before `end` begins, if there is one behind `start`."""
    starts = _starts(document)
    at = bisect_right(starts, end - 1) - 1
    return starts[at] if at >= 0 and starts[at] >= start else None
