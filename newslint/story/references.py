"""References: every place where the copy names a person."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import classes
from newslint.story.given_names import is_initials, is_title
from newslint.story.mentions import Mention, mentions
from newslint.story.offices import HEADS, plain_word
from newslint.text.lexicon import entry, folded
from newslint.text.vocabulary import (
    CALENDAR,
    FUNCTION,
    HONORIFICS,
    NAME_LETTERS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    POINTED_PLACES,
    SHORT_TITLES,
    wordlist,
)

# Words that begin a sentence with a capital and belong to no name.
_FUNCTION_WORDS = (FUNCTION - {"long", "per"}) | wordlist(  # these two are names too
    "both few first former last many meanwhile next other several together two unlike yes today’s according asked including "
    "dear meet hello hey thank thanks"
)
# What stands before nothing but a person’s name.
_ADDRESSES = frozenset([*HONORIFICS, *SHORT_TITLES]) - {"st", "ste"}
# Last words of bodies, places and works that begin like a person's name.
_THINGS = frozenset(
    "academy act administration agency air airlines airport alliance army association avenue award awards bank bay beach "
    "bill board bridge broadcasting building bureau business campaign cathedral center centre church city club coast college "
    "commission committee company conference congress constitution convention corp corporation council county court cup daily "
    "day defense defence democrats department district east economic enterprise european express festival force foreign forum "
    "foundation fund gallery games gate government group hall health herald highway holdings hospital hotel house inc "
    "institute institution international island islands journal justice kingdom lake law league library limited ltd magazine "
    "mail market media memorial ministry mirror mountain movement museum national news north office organisation organization "
    "palace parish parliament party peninsula plan post power press prison prize programme project province public radio railway "
    "report republic republicans research review river road room royal school schools sea senate service services shipping "
    "social society south square stadium standard state states station store street studio studios sun super supreme systems "
    "team technologies technology telegraph television temple theater theatre times today tower town township trade trust "
    "union united university valley village war way west world zone".split()
)
# From this rank of surnames on a small word is a name, too: Will, Long.
_BOTH = 4
# What ends a name with a point, behind which a sentence may begin.
_ENDS_A_NAME = frozenset(["jr.", "sr."])
# What may stand behind a surname with a capital and isn't part of it.
_NOT_SURNAMES = CALENDAR | frozenset(map(str.lower, NAME_SUFFIXES))


class Reference(Row):
    """One place where the copy names a person.

    `name` spans given names and surname, without titles; `givens` are empty where the surname stands alone.
    """

    name: Span
    titles: tuple[str, ...]
    givens: tuple[str, ...]
    surname: str
    role: Role
    titled: bool

    @property
    def full(self) -> bool:
        return bool(self.givens)

    def with_titles(self, document: Document) -> Span:
        """The span of the name and of the last title before it."""
        start = document.text.rfind(self.titles[-1], 0, self.name.start) if self.titles else self.name.start
        return Span(start, self.name.end)


@analysis
def references(document: Document) -> tuple[Reference, ...]:
    """Every mention that can name a person, in order: full names, and surnames that stand alone.

    A run whose first word is no given name that the lists know counts where its last word is a surname elsewhere, stands
    alone behind a form of address, or has an age behind it: “Anil Deshpande”, “Mr Deshpande”, “Anil Deshpande, 43, of”.
    """
    found: list[tuple[Reference, bool]] = []
    for mention in mentions(document):
        reference = _reference(mention)
        if reference is not None:
            found.append(
                (reference, len(reference.givens) == 0 or _personal(reference) or _is_told_as_one(document, reference))
            )
    surnames = {reference.surname for reference, certain in found if certain and _is_introduction(reference)}
    return tuple(reference for reference, certain in found if certain or reference.surname in surnames)


def _is_introduction(reference: Reference) -> bool:
    """Whether given names or a form of address stand before a surname."""
    return bool(reference.givens or (reference.titles and plain_title(reference.titles[-1]) in _ADDRESSES))


def plain_title(title: str) -> str:
    """A title as the tables have it: in small letters, without its point."""
    return title.rstrip(".").lower()


@analysis
def _starts(document: Document) -> list[int]:
    return [reference.name.start for reference in references(document)]


def number_from(document: Document, offset: int) -> int:
    """The number in `references` of the first whose name begins at `offset` or behind it."""
    return bisect_left(_starts(document), offset)


def references_within(document: Document, span: Span) -> tuple[Reference, ...]:
    """The references whose names begin in `span`, in order."""
    return references(document)[number_from(document, span.start) : number_from(document, span.end)]


@analysis
def introduced(document: Document) -> frozenset[str]:
    """The surnames that stand behind a given name somewhere."""
    return frozenset(reference.surname for reference in references(document) if reference.full)


def _reference(mention: Mention) -> Reference | None:
    """The mention as a reference, if nothing in it speaks against a person."""
    shape = _shape(mention.words, mention.weak)
    if shape is None:
        return None
    begin, first, behind, surname = shape
    words = mention.words
    if len(words) == behind - first and surname == words[-1]:
        span = mention.span
    else:
        span = Span(mention.starts[first], mention.starts[behind - 1] + len(surname))
    return Reference(span, words[begin:first], words[first : behind - 1], surname, mention.role, mention.titled)


@lru_cache(maxsize=16384)
def _shape(words: tuple[str, ...], weak: bool) -> tuple[int, int, int, str] | None:
    """Of a mention's words, where titles begin, where the name begins and ends, and its surname; None for no person."""
    behind = len(words)
    if behind == 1 and is_title(words[0]):
        return None
    begin = first = _opening(words, weak)
    for index in range(behind - 2, begin - 1, -1):
        if is_title(words[index]):
            first = index + 1
            if words[index].rstrip(".").lower() == "det" and words[first].rstrip(".").lower() == "con":
                first += 1  # a detective constable, not one whose given name is Con
            break
    ended = next((n for n in range(first + 1, behind - 1) if words[n].lower() in _ENDS_A_NAME), 0)
    behind = ended + 1 if ended else behind  # “Ben Moor Jr. Now he”
    while behind > first and _stands_behind_a_name(words[behind - 1], behind - begin):
        behind -= 1
    strange = _before_a_given_name(words[first:behind])
    if strange:
        begin = first = first + strange
    inner = words[first:behind]
    if not 0 < len(inner) <= 5 or (len(inner) > 1 and not _like_a_person(inner, weak and not first)):
        return None
    surname = inner[-1].rstrip(".")
    if len(surname) < 2 or not surname[0].isalpha() or "." in surname or _is_a_thing(surname):
        return None
    return begin, first, behind, surname


def _opening(words: tuple[str, ...], weak: bool) -> int:
    """How many words open a sentence or say when, before a name begins: two of “On Friday Ann Moor said”."""
    first = int(weak and _begins_a_sentence(words))
    while len(words) - first > 1 and words[first].lower() in CALENDAR and not entry(words[first]).given:
        first += 1
    return first


def _stands_behind_a_name(word: str, number: int) -> bool:
    """Whether the last of so many words is a month, a day or says which namesake; letters, behind a name of two words: Ann Lunn KC."""
    return word.lower().strip(".") in _NOT_SURNAMES or (number > 2 and word in NAME_LETTERS)


def _is_a_thing(last: str) -> bool:
    """Whether the last word of a run says what it is of, and nobody is called so: “the Ashby Fire Brigade”, “Chinese Americans”."""
    if last.lower() in _THINGS:
        return True
    one = entry(last[:-1]) if last.endswith("s") else None
    several = one is not None and bool(one.word or one.proper) and bool(entry(last).word or entry(last).proper)
    return not entry(last).surname and (several or classes(folded(last)) > 0)


def _before_a_given_name(words: tuple[str, ...]) -> int:
    """How many words of a run belong to no name: in “ambassador to South Korea Ann Lunn” and “secretary of State Ann Lunn”."""
    for index, word in enumerate(words[:-1]):
        known = entry(word)
        if known.given and not 0 < known.word <= 2:
            return index
        if index == 0 and word.isupper() and 1 < len(word) < 5 and not known.given:
            continue  # GM, CFO, KC: the posts and honours that letters stand for
        usual = known.place or known.word == 1 or (0 < known.word <= 4 and known.surname < 5)
        usual = usual or (known.proper and known.surname < 2)  # Korea, Arabia
        if not usual or is_title(word):
            return 0
    return 0


def _begins_a_sentence(words: tuple[str, ...]) -> bool:
    """Whether the first word has its capital from its place and belongs to no name: “Earlier Mr Brown”, “Roofer Ann Moor”."""
    known = entry(words[0])
    if is_title(words[0]) or (len(words) > 1 and known.given):
        return False
    if len(words) > 2 and _is_a_calling(words[0], words[1]):
        return True
    return words[0].lower() in _FUNCTION_WORDS or (len(words) > 1 and 0 < known.word <= 3 and known.surname < 4)


def _is_a_calling(word: str, following: str) -> bool:
    """Whether a word with a capital says what somebody is who is named behind it: the word for a post, or any before a given name."""
    last = entry(word.rpartition("-")[2])
    return plain_word(word) in HEADS or (last.word > 0 and not last.given and entry(following).given > 0)


def _like_a_person(inner: tuple[str, ...], weak: bool) -> bool:
    """Whether neither end of a run of words rules a person out: a small word does but for a name within a sentence (Will)."""
    first, last = inner[0].rstrip("."), inner[-1]
    loud = first.isupper() and len(first) > 2 and not is_initials(inner[0])
    small = first.lower() in _FUNCTION_WORDS and (weak or entry(first).surname < _BOTH)
    return not (last.isupper() or loud or inner[0] in POINTED_PLACES or small)


def _personal(reference: Reference) -> bool:
    """Whether the words before a surname show by themselves that they name a person."""
    first = reference.givens[0]
    known, end = entry(first), entry(reference.surname)
    if is_initials(first) or reference.titles:
        return not 0 < end.word <= 2 or end.surname > 3
    if known.given:
        return known.word == 0 or known.word > 3 or end.word == 0
    # A given name that the lists don't know: neither word may be an ordinary one or a well-known place.
    # An article is none: El Junquito.
    names = (word for word in (*reference.givens, reference.surname) if word.lower() not in NAME_PARTICLES)
    return first.lower() not in NAME_PARTICLES and all(map(_strange, names))


# “, 34, ”, “, aged 34”; and what goes on with one person behind it: “Reg Delmont, 41, of”, not “Port Linden, 24, and”.
_AGE = compiled(r",(?: aged)? [1-9]\d, |, aged [1-9]\d\b")
_AGE_OF_ONE = compiled(
    r", [1-9]\d, (?:an?|the|of|from|who|whose|his|her|is|was|has|had|says|said|told|now|[a-z]+ed)\b|, aged [1-9]\d\b"
)


# “Reg Delmont, who was”: of teams and bodies it's “who have”, “who were”.
_WHO = compiled(r", who (?:is|was|has|had|lives?d?|runs?|works?|said|says)\b")


def _is_told_as_one(document: Document, reference: Reference) -> bool:
    """Whether an age, or “who was”, stands right behind a name, as behind nothing but a person's; behind ordinary words a number may be another's."""
    first, end = entry(reference.givens[0]), reference.name.end
    told = (_WHO, _AGE_OF_ONE if first.word else _AGE)
    return not first.place and any(way.match(document.text, end) for way in told)


def _strange(word: str) -> bool:
    known = entry(word)
    return known.word == 0 and (known.frequency < 21 or known.surname > 3)
