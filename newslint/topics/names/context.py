"""What stands beside two names that look alike: given names, titles, surnames, words of one body."""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from operator import attrgetter

from newslint.document import Document, Role, kept_by
from newslint.startup.expressions import compiled
from newslint.story.given_names import given_before, is_title, share_one
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import Entry, entry, folded, may_be_one_romanised_name
from newslint.text.similarity import doubling, inflected, sound, turned
from newslint.text.vocabulary import KIN, NAME_PARTICLES, PLAIN_HONORIFICS, SPOKE, alternatives
from newslint.topics.names.introductions import is_told_at
from newslint.topics.names.name_words import Form

# From this many places on a surname is the story's main one, and may be a family's.
FAMILY = 3
# Of so many neighbours it's asked whether the world knows them.
_PAIRS = 6
_PLACES = 6  # of a form that are looked at
_LOOKED_AT = 30  # code points before it
_LISTED_BEFORE = compiled(r"([A-Z][\w’'-]{2,})(?:, and|,| and| &) \Z")
_LISTED_BEHIND = compiled(r"(?:, and|,| and| &) ([A-Z][\w’'-]{2,})")
# A name of a higher frequency is well known.
WELL_KNOWN = 18
# Of a rank up to this a word of the dictionary is an everyday one.
_USUAL = 4
# With these a story speaks of one whom it has introduced.
ADDRESSED = frozenset(form for word in PLAIN_HONORIFICS for form in (word.capitalize(), f"{word.capitalize()}."))
# A small word before a surname: Omar bin Salim.
_BEFORE_SURNAME = compiled(rf" (?:{alternatives(NAME_PARTICLES, ['ben', 'abu'])}) ")


def company(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """What stands beside the two: one given name speaks for one person, two for two."""
    given_a = given_before(suspect.givens)
    yield from _introductions(document, suspect, right, given_a, given_before(right.givens))
    if right.text in suspect.before or right.text in suspect.after:
        yield "one beside the other", -5.0
    after_a, after_b = _surnames_after(document, suspect, right)
    shared = (set(suspect.before) & set(right.before)) | (set(suspect.after) & set(right.after))
    yield from _neighbours(suspect, right)
    if any(not is_title(word) for word in shared) or _share_a_part(suspect, right):
        often = max(
            (min(right.number, right.before[word] + right.after[word]) for word in shared), default=right.number
        )
        yield "the same words beside both", 2.0 + min(2.0, 0.6 * math.log2(often))
    elif shared and not (suspect.after and right.after):
        yield "a shared title", 0.6
    elif not {*suspect.before, *suspect.after, *_in_list(document, suspect)}.isdisjoint(
        {*right.before, *right.after, *_in_list(document, right)}
    ):
        yield "the same name beside both in a list", 2.0
    if _alone_in_headline(document, suspect, right) or _alone_in_headline(document, right, suspect):
        yield "a given name alone in the headline", 3.5
    elif after_a and not suspect.alone and not right.after and not given_a and not entry(right.text).place:
        yield "a given name beside a surname", -3.0
    alone = (suspect.alone or right.alone) and not (entry(suspect.text).given and entry(right.text).given)
    if after_a and after_b and not alone and all(map(is_title, shared)):
        a, b = suspect.text, right.text
        yield "two surnames", -3.5 if sound(a) == sound(b) or may_be_one_romanised_name(a, b) else -2.5
    if suspect.alone and not right.alone and after_b and not right.givens:
        yield "a surname beside a given name", -1.5
    if given_a and not suspect.after and right.after and not right.alone and not given_before(right.givens):
        yield "a surname beside the first word of a name", -2.5


def _share_a_part(suspect: Form, right: Form) -> bool:
    """Whether they are compounds of which one part differs, a name: C-Lighting, C-Lightning. Every Arabic name may have “al-”."""
    parts, others = suspect.text.split("-"), right.text.split("-")
    if len(parts) != len(others) or len(parts) == 1:
        return False
    differ = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
    shared = [part for part, other in zip(parts, others, strict=True) if part == other]
    return len(differ) == 1 and min(map(len, differ[0])) > 2 and any(p.lower() not in NAME_PARTICLES for p in shared)


def _in_list(document: Document, form: Form) -> Iterator[str]:
    """The names before and behind the places of a form that commas or the like join to it."""
    for start, end in form.places[:_PLACES]:
        led = document.text.endswith((", ", " and ", " & "), 0, start)
        ahead = _LISTED_BEFORE.search(document.text, max(0, start - _LOOKED_AT), start) if led else None
        behind = _LISTED_BEHIND.match(document.text, end)
        yield from (match[1] for match in (ahead, behind) if match)


def _neighbours(suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """Whether each of the two always stands in a company of its own, which the world may know."""
    own, others = {*suspect.before, *suspect.after}, {*right.before, *right.after}
    if own and not suspect.alone and not own & others:
        yield "the suspect always has a neighbour of its own", -1.0
        if others and not right.alone:
            yield "each always has a neighbour of its own", -0.5
    if _is_known_with(suspect, own):
        yield "the world knows the suspect with what stands beside it", -1.0
    elif not inflected(suspect.text.lower(), right.text.lower()) and _is_known_with(right, own & others):
        yield "the world knows only the other with what stands beside both", 2.5


def _is_known_with(form: Form, neighbours: set[str]) -> bool:
    """Whether the world has names of the form and one of the words beside it."""
    pairs = [(word, form.text) for word in form.before] + [(form.text, word) for word in form.after]
    return any(not neighbours.isdisjoint(pair) and is_known_name(pair) for pair in pairs[:_PAIRS])


def _surnames_after(document: Document, suspect: Form, right: Form) -> tuple[set[str], set[str]]:
    """The words behind each of the two that make a given name of it.

    Behind a word that nobody knows, and one that everybody does, an ordinary noun makes none: the Sentae Banking Committee.
    """
    known = entry(right.text)
    everybodys = 0 < known.word <= _USUAL or known.frequency > WELL_KNOWN
    persons = any(_BEFORE_SURNAME.match(document.text, place.end) for place in (*suspect.places, *right.places))
    if entry(suspect.text) != Entry() or not everybodys or persons:
        return set(suspect.after), set(right.after)
    return {word for word in suspect.after if _may_be_surname(word)}, {
        word for word in right.after if _may_be_surname(word)
    }


def _may_be_surname(word: str) -> bool:
    known = entry(word)
    return not 0 < known.word <= _USUAL or known.surname > 3


def _alone_in_headline(document: Document, one: Form, other: Form) -> bool:
    """Whether the headline calls somebody by the one given name, and nobody but the other bears a surname in the copy."""
    if one.before or one.after or not other.after or not (entry(one.text).given and entry(other.text).given):
        return False
    blocks = [document.block_at(place.start) for place in one.places]
    return all(block is not None and block.role is Role.HEADLINE for block in blocks)


def _introductions(
    document: Document, suspect: Form, right: Form, given_a: Set[str], given_b: Set[str]
) -> Iterator[tuple[str, float]]:
    """Who of the two is introduced with a given name, and with which."""
    if _shared_places(suspect, right):
        yield "behind the same place", 4.0
    elif given_a and given_b:
        if share_one(given_a, given_b):
            yield "a shared given name", 4.0
        else:
            yield "two given names", _of_one_family(document, suspect, right, given_a)
    elif given_a and right.alone and not given_b and not _needs_no_introduction(document, right):
        yield "introduced, while the other never is", 0.8
    elif given_b and ADDRESSED & suspect.before.keys() and not _are_told(document, suspect):
        yield "addressed without being introduced, while the other is", 2.2
    elif given_b and suspect.alone:
        yield "never introduced, while the other is", 1.0


def _are_told(document: Document, form: Form) -> bool:
    """Whether the words at the first place say who it is: “a Mr Okafor, from Ayle”, “(Mr Okafor, schoolmaster)”."""
    return bool(form.places) and is_told_at(document.text, form.places[0])


def _needs_no_introduction(document: Document, form: Form) -> bool:
    """Whether it's known from elsewhere, as a place or an author is."""
    return entry(form.text).frequency > WELL_KNOWN and not speaks(document, form)


def _shared_places(suspect: Form, right: Form) -> bool:
    """Whether the name of one place stands right before both: Cambridge Harbourworks, Cambridge Harbourwork."""
    return any(entry(word).place for word in suspect.before.keys() & right.before.keys())


def _of_one_family(document: Document, suspect: Form, right: Form, givens: Set[str]) -> float:
    """The weight of two given names: a family shares its surname, and one that nobody knows is hardly a second one."""
    known = entry(right.text)
    if entry(suspect.text) != Entry():
        return -4.0
    if known == Entry() and _among_relatives(document, right):
        return -0.4
    if not any(entry(given).given or entry(given) == Entry() for given in givens):
        return -4.0
    if right.number >= FAMILY or known.frequency > WELL_KNOWN:
        a, b = folded(suspect.text), folded(right.text)
        of_the_hand = turned(a, b) or doubling(a, b)
        return -1.8 if of_the_hand or _among_relatives(document, suspect) else -3.4
    return -4.0


_RELATIVES = rf"\b(?:{alternatives(KIN)})\b"


def _among_relatives(document: Document, form: Form) -> bool:
    around = (document.text[max(0, place.start - 40) : place.end + 40] for place in form.places)
    return any(compiled(_RELATIVES).search(words) for words in around)


_SPEECH = compiled(rf"(?:’s|'s)?,? (?:{alternatives(SPOKE)}|believes|believed|thinks|hopes|wants)\b")


@kept_by(attrgetter("text"))
def speaks(document: Document, form: Form) -> bool:
    """Whether somebody says something under this word alone."""
    return form.alone > 0 and any(_SPEECH.match(document.text, place.end) for place in form.places)
