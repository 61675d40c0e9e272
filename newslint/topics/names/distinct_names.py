"""Signs that a word of a name is no slip for another one: it belongs to a name of its own, or to a foreign one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.given_names import given_before, is_title
from newslint.story.mentions import name_words
from newslint.text.lexicon import COUNTRY, Entry, entry
from newslint.text.vocabulary import CALENDAR, KIN_IN_SINGULAR, alternatives
from newslint.topics.names.name_words import Form

_ROW_BEFORE, _ROW_AFTER = r"(\w+)(?:,|,? and|,? or|,? nor) \Z", r"(?:,|,? and|,? or|,? nor) ([A-Z]\w+)"


def of_places(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """The signs, with their weights: two places that the lists know are two, unless one stands where the other belongs."""
    known_a, known_b = entry(suspect.text), entry(right.text)
    surnames = [
        word for word in suspect.after if not (entry(word).word or word.lower() in CALENDAR or word in right.after)
    ]
    if known_b.place and not known_a.place and surnames:
        yield "a given name beside a place", -4.0
    if not (known_a.place and known_b.place):
        return
    if known_b.place == COUNTRY > known_a.place and any(_beside_a_country(document, place) for place in suspect.places):
        yield "among countries, as the other is one", 3.0
    else:
        yield "two known places", -3.0


def _beside_a_country(document: Document, place: Span) -> bool:
    """Whether “and” or a comma joins a country to it."""
    before = compiled(_ROW_BEFORE).search(document.text, max(0, place.start - 30), place.start)
    after = compiled(_ROW_AFTER).match(document.text, place.end)
    return any(row is not None and entry(row[1]).place == COUNTRY for row in (before, after))


# A word as usual as this is known to everybody.
_ORDINARY = 3
# Small words of other languages that stand in names of bodies and works.
_FOREIGN = r"\b(?:de|des|du|d|della|del|di|da|der|die|das|den|auf|et|und|von|vom|zur|la|le|les)[ ’']\Z"
_ANOTHER_NAME = r"(?i)\b(?:formerly|previously|originally)(?: known as| called| named)? \Z"
_KIN_BEFORE = rf"\b(?:{alternatives(KIN_IN_SINGULAR)}),? \Z"
_LONGEST_KIN = 24  # code points
_OPENED, _CLOSED = frozenset("“\"‘'"), frozenset("”\"’'")


def of_their_own(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """The signs, with their weights, that the suspect is a name by itself whatever it's like."""
    text = document.text
    if _is_foreign(text, suspect, right):
        yield "a word of a foreign name", -5.0
    if all(_in_marks(text, at) for at in suspect.places) and not any(_in_marks(text, at) for at in right.places):
        yield "set in quotation marks by itself", -4.0
    if _ends_a_place(suspect) and not any(entry(word).place for word in right.before):
        yield "the rest of a place’s name", -2.0
    if _is_of_several(suspect, right):
        yield "one word of several names", -2.0
    if _is_alone_beside_a_compound(suspect, right):
        yield "half of a name that is always whole", -1.5
    if _is_plural_of_another(document, suspect, right):
        yield "more than one of another name", -4.0
    if _is_a_relative(text, suspect) and not _is_a_relative(text, right):
        yield "somebody’s relative, as the other is nowhere", -4.0
    if all(text.endswith("pronounced ", 0, at.start) for at in suspect.places):
        yield "how the other is pronounced", -6.0
    if all(compiled(_ANOTHER_NAME).search(text, max(0, at.start - 24), at.start) for at in suspect.places):
        yield "what something was called before", -4.0


def _is_foreign(text: str, suspect: Form, right: Form) -> bool:
    """Whether a small word of another language stands before the one always and before the other, an English word, a
    place or a word of another name, never: de Genève, and Geneva. So does the noun before its adjective: Orchestre Lumineux.
    """
    known = entry(right.text)
    if 0 < known.word <= _ORDINARY and suspect.after and all(entry(word) == Entry() for word in suspect.after):
        return True
    english = known.place or 0 < known.word <= 5
    apart = not (
        right.alone or suspect.before.keys() & right.before.keys() or suspect.after.keys() & right.after.keys()
    )
    return bool(
        (english or apart)
        and all(_after_foreign(text, place) for place in suspect.places)
        and not any(_after_foreign(text, place) for place in right.places)
    )


def _is_a_relative(text: str, form: Form) -> bool:
    """Whether the copy says right before a given name whose relative that is: her daughter Ada."""
    return bool(entry(form.text).given) and any(
        compiled(_KIN_BEFORE).search(text, max(0, at.start - _LONGEST_KIN), at.start) for at in form.places
    )


def _is_alone_beside_a_compound(suspect: Form, right: Form) -> bool:
    """Whether the other always has one word before it, as Kong has Hong, and the suspect has another or none."""
    return (
        right.number > 1
        and not right.alone
        and sum(right.before.values()) == right.number
        and len(right.before) == 1
        and not suspect.before.keys() & right.before.keys()
    )


def _is_plural_of_another(document: Document, suspect: Form, right: Form) -> bool:
    """Whether it's the family of somebody else in the copy: the Lunners, whose Ada Lunner is."""
    one = suspect.text[:-1]
    return suspect.text.endswith("s") and suspect.number == 1 and one != right.text and one in name_words(document)


def _after_foreign(text: str, place: Span) -> bool:
    return compiled(_FOREIGN).search(text, max(0, place.start - 8), place.start) is not None


def _in_marks(text: str, place: Span) -> bool:
    """Whether quotation marks hold what stands there and nothing else."""
    return text[place.start - 1 : place.start] in _OPENED and text[place.end : place.end + 1] in _CLOSED


def _ends_a_place(form: Form) -> bool:
    """Whether it always follows a place that the lists know and ends the name."""
    return bool(form.before) and not form.after and all(entry(word).place for word in form.before)


def _is_of_several(suspect: Form, right: Form) -> bool:
    """Whether the other is a word that several names have, and the suspect has a third one before it."""
    if suspect.alone or len(right.before) < 2 or given_before(right.givens):
        return False
    return bool(suspect.before) and not (
        suspect.before.keys() & right.before.keys() or any(map(is_title, suspect.before))
    )
