"""The evidence that a word of a name is another one misspelled.

Each sign is measured in log-odds, as corrections that newspapers printed taught them: nearly all misspelled names keep
their first letter and lie within two edits, and a form that is rare in general beside one that isn't is the suspect. How
much of that each sign is worth beside the others is fitted: the table of weights says it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.given_names import given_before, share_one
from newslint.story.mentions import name_words, stands_as_word
from newslint.story.references import introduced
from newslint.text.lexicon import Entry, entry, folded, may_be_one_romanised_name
from newslint.text.similarity import doubling, edits, same_letters, same_stem, sound, turned, without_prefix
from newslint.text.vocabulary import DETERMINERS, alternatives
from newslint.topics.names.candidates import other_parts
from newslint.topics.names.context import ADDRESSED, FAMILY, company, speaks
from newslint.topics.names.distinct_names import of_places, of_their_own
from newslint.topics.names.familiarity import familiarity
from newslint.topics.names.name_words import Form
from newslint.topics.names.surroundings import surroundings


def letter_signs(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """The signs that lie in the letters of the two."""
    a, b = folded(suspect), folded(right)
    distance = edits(a, b)
    prefixed = (without_prefix(suspect), without_prefix(right)) != (a, b)
    if a[0] != b[0] or prefixed:
        yield from _heads(suspect, right)
        distance = min(distance, 1) if prefixed else distance
    if distance > 2:
        yield "misremembered rather than mistyped", -4.2
    else:
        yield "one letter in question" if distance == 1 else "two letters in question", -0.8 if distance == 1 else -4.2
    yield "how much of the letters differs", 4.0 * distance / min(len(a), len(b))
    yield from _ends(a, b)
    if suspect[1:].islower() != right[1:].islower() and not (suspect.isupper() or right.isupper()):
        yield "only one has a capital inside", -1.0
    yield "length", 0.35 * max(-3, min(4, min(len(a), len(b)) - 6))
    if turned(a, b):
        yield "letters turned", 1.6
    elif same_letters(a, b):
        yield "letters out of order", 3.6
    elif doubling(a, b):
        yield "a letter doubled", 1.0
    elif sound(a) == sound(b) or may_be_one_romanised_name(a, b):
        yield "sounds alike", 0.8 if distance == 1 else 2.0


def _ends(a: str, b: str) -> Iterator[tuple[str, float]]:
    """How far the two begin and end alike."""
    if a[-3:] == b[-3:]:
        yield "they end alike", 1.0
    if a[:3] == b[:3]:
        yield "they begin alike", 1.0
    if a.startswith(b) or b.startswith(a):
        yield "one begins with all of the other", -1.0


def _heads(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """Nearly every slip spares the first letter, so that what lacks or changes it must be no name that's known."""
    a, b = without_prefix(suspect), without_prefix(right)
    if {a, b} != {folded(suspect), folded(right)}:
        yield "a prefix dropped", -1.2 * edits(a, b)
    else:
        yield "another first letter", -1.2 if entry(suspect) == Entry() else -5.0


def few_letters(suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """Many words share all but one of few letters, and syllables of Chinese or Korean names all but one of any."""
    behind, before = suspect.after.keys() & right.after.keys(), suspect.before.keys() & right.before.keys()
    known = entry(right.text).word or right.text.isupper()
    sure = (behind and entry(right.text).given) or (known and (behind or before))
    yield "few letters, which many words share", -1.2 if sure else -3.5


# Of fewer letters than these nearly every word has a neighbour.
_LETTERS = 4


def evidence(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """The signs that `suspect` is `right` misspelled, with their weights."""
    differing = other_parts(suspect.text, right.text)
    a, b = map(folded, differing)
    known_a = entry(differing[0])
    yield from letter_signs(*differing)
    yield from familiarity(*differing)
    if (a == b + "s" or b == a + "s") and not a.endswith("ss") and not b.endswith("ss"):
        yield from _plural(document, suspect, right)
    elif _is_plural_of_man(a, b) or _is_plural_of_man(b, a):
        if suspect.before.keys().isdisjoint(right.before) and suspect.after.keys().isdisjoint(right.after):
            yield "several of a thing", -9.0
    elif same_stem(a, b) and not _is_no_word(*differing):
        yield "may be another word of one stem", -4.0
    if min(len(a), len(b)) < _LETTERS:
        yield from few_letters(suspect, right)
    yield from _numbers(suspect, right)
    yield from company(document, suspect, right)
    yield from _behaviour(document, suspect, right)
    yield from of_places(document, suspect, right)
    yield from of_their_own(document, suspect, right)
    yield from surroundings(document, suspect, right)
    if suspect.strong == 0 and known_a.word and not speaks(document, suspect):
        yield "the suspect's capital may mean nothing", -1.0
    if stands_as_word(document, a):
        yield "the suspect also stands as a word", -3.0


def _is_no_word(suspect: str, right: str) -> bool:
    """Whether no list has the suspect, and it isn't the longer of the two: what is made of a word is longer than that."""
    if entry(suspect) != Entry():
        return False
    a, b = folded(suspect), folded(right)
    return len(a) == len(b) or doubling(a, b) or (len(a) < len(b) and entry(right) != Entry())


def _plural(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """A surname with an s too many says something by itself; the Lunns, Lunn voters and Lunns do not.

    One that ends in s loses it to an apostrophe: Marner’s for Marners’.
    """
    if _is_misplaced_apostrophe(document, suspect, right):
        yield "an apostrophe before the s of the name", 6.0
        return
    if suspect.text.endswith("s") and _is_singular(document, suspect, right):
        yield "the possessive of one, with an s more", 6.0
        return
    alone = suspect.text.endswith("s") and not entry(right.text).word and suspect.alone == suspect.number == 1
    before = document.text[max(0, suspect.places[0].start - 4) : suspect.places[0].start]
    slip = alone and given_before(right.givens) and speaks(document, suspect) and before.lower() != "the "
    yield "the plural of the other", -2.0 if slip else -9.0
    if suspect.text.endswith("s") and not slip and _is_a_thing(document, right):
        yield "several of a thing", -9.0


def _is_plural_of_man(one: str, other: str) -> bool:
    """Whether the one is the other's plural, and both are words: Women, Woman; Assemblymen, Assemblyman."""
    return one.endswith("men") and other == f"{one[:-3]}man" and all(entry(word).word > 0 for word in (one, other))


def _is_a_thing(document: Document, form: Form) -> bool:
    """Whether it's no name of people or places, but what names of things end in: the Chess Olympiad, and the Chess Olympiads."""
    known = entry(form.text)
    if known.given or known.surname or known.place:
        return False
    return bool(known.word or known.proper) or stands_as_word(document, folded(form.text))


# So much rarer on the web, in powers of two, is what nobody is called.
_NOBODY = 4


def _is_singular(document: Document, suspect: Form, right: Form) -> bool:
    """“Berlins’s”: no plural has such a possessive, and nobody is called so, as Mr Williams is."""
    known = entry(suspect.text)
    rare = not known.frequency or known.frequency + _NOBODY < entry(right.text).frequency
    unheard = rare and not known.surname
    return unheard and suspect.number < right.number and _is_possessive(document, suspect)


def _is_possessive(document: Document, suspect: Form) -> bool:
    return all(document.text.startswith(("'s", "’s"), place.end) for place in suspect.places)


def _is_misplaced_apostrophe(document: Document, suspect: Form, right: Form) -> bool:
    """Whether the suspect stands only in the possessive, and the other is a person's surname with its s."""
    given, own = given_before(suspect.givens), given_before(right.givens)
    if not right.text.endswith("s") or not own or (given and not share_one(given, own)):
        return False
    return suspect.number < right.number and _is_possessive(document, suspect)


def _numbers(suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    yield "one against many", min(1.6, 0.8 * math.log2(right.number)) if right.number > 1 else 0.0
    if suspect.number > 1:
        yield "the suspect stands more than once", -1.0 * math.log2(suspect.number)


_DETERMINER = rf"\b(?:{alternatives(DETERMINERS)})(?: \w+)? \Z|[’']s? \Z"


def _out_of_place(document: Document, form: Form) -> bool:
    """Whether an ordinary word stands by itself or behind an honorific, with a capital that only a name would have."""
    known = entry(form.text)
    if not 0 < known.word <= 6 or known.given or known.proper or known.place or known.surname > 3:
        return False
    return any(
        len(mention.words) == 1 + (mention.words[0] in ADDRESSED)
        and not (mention.titled or (mention.weak and len(mention.words) == 1))
        and not compiled(_DETERMINER).search(document.text, max(0, mention.span.start - 24), mention.span.start)
        for mention, _ in name_words(document)[form.text]
    )


_PREPOSITION = compiled(
    r"\b(?:(?:in|at|near|across|throughout|outside|into|around|over)(?: (?!the\b)\w+)?"
    r"|(?:city|town|village|suburb|district|province|region|state|port|island) of) \Z",
    re.I,
)


def _behaviour(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """What the copy has the two do: people speak, places are places."""
    lands = max(entry(suspect.text).place, entry(right.text).place) > 1 and not given_before(right.givens)
    if not suspect.givens and not lands and speaks(document, suspect):
        yield "the suspect speaks without being introduced", 2.8
        if right.givens and not right.alone:
            yield "the other is introduced and never comes back", 1.2
    known = entry(right.text)
    if given_before(suspect.givens) and not right.givens and 0 < known.word <= 5 and right.alone < 2:
        yield "a person beside a word", -1.2
    if _out_of_place(document, suspect) and (given_before(right.givens) or known.place > 1 or speaks(document, right)):
        yield "an ordinary word with the capital of a name", 3.0
    if any(
        _is_a_person(document, one) and not _is_a_person(document, other) and _is_a_place(document, other)
        for one, other in ((suspect, right), (right, suspect))
    ):
        yield "a person beside a place", -2.5
    other = known != Entry() and not (known.place or known.given) and known.surname < 3
    if right.number < FAMILY and other and _located(document, suspect) and not _located(document, right):
        yield "a place beside another word", -2.0


def _is_a_person(document: Document, form: Form) -> bool:
    """Whether somebody is introduced by it: a word before it can be a given name, or the copy has a person of that surname in full."""
    return bool(given_before(form.givens)) or form.text in introduced(document)


def _is_a_place(document: Document, form: Form) -> bool:
    known = entry(form.text)
    return (known.place > 1 and not known.given) or _located(document, form)


def _located(document: Document, form: Form) -> bool:
    """Whether the copy says of something that it's there."""
    return any(_PREPOSITION.search(document.text, max(0, at.start - 24), at.start) for at in form.places[:4])
