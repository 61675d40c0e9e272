"""Surroundings: what the lower-case words around two names say, and where in the story the two stand."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from newslint.document import Document, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import given_before
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FUNCTION
from newslint.topics.names.name_words import Form

# Of a name that stands more often the first places say enough.
_PLACES = 6
_WINDOW = 40
_NEXT = 700
_WORD = compiled(r"(?<![\w’'-])[a-z][a-z’'-]+")
_TITLE_BEFORE = compiled(
    r"\b(Mrs?|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Det|Insp|Sgt|Capt|Judge|Rev|Fr|Sister|Father)\.? \Z"
)
# What people do and nothing else does: a verb right behind the name, or a pronoun for it.
ACTS = compiled(
    r",? (?:who|himself|herself|\w{3,}ed|said|says|told|tells|thinks|thought|knew|knows|felt|wrote|left|took|went|came|made|had|has|was|is"
    r"|does|did|would|could|should|might|must|gave|got|saw|began|kept|put|set)\b"
)


# What stands before no person: “the Dell”, “a trip to Dell”.
NO_PERSON = compiled(
    r"\b(?:[Tt]he (?:[A-Z]\w+ )?|(?:trips?|visits?|journey|flights?|return(?:ed|s)?|travel(?:s|led|ed|ling|ing)?|fl(?:ew|y|ies|ying)|went|go(?:es|ing)?|moved?|drove|sailed) to )\Z"
)


class _Setting(Row):
    """What stands around a form: the `words` in lower case that mean something, the `titles` before it, and whether it `acts`."""

    words: frozenset[str]
    titles: frozenset[str]
    acts: bool


@kept_by(attrgetter("text"))
def _setting(document: Document, form: Form) -> _Setting:
    titles = _titles(document, form)
    acts = bool(titles) or any(_acts(document.text, place) for place in form.places[:_PLACES])
    return _Setting(_words_around(document, form), titles, acts)


def _acts(text: str, place: Span) -> bool:
    led = NO_PERSON.search(text, max(0, place.start - _WINDOW), place.start)
    return led is None and ACTS.match(text, place.end) is not None


def surroundings(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """The signs, each with what it measures."""
    own, other = _setting(document, suspect), _setting(document, right)
    shared = len(own.words & other.words)
    if shared:
        yield "the same words around both", min(3.0, shared)
    if own.titles & other.titles:
        yield "one honorific before both", 1.0
    elif own.titles and other.titles:
        yield "two honorifics", 1.0
    if own.acts:
        yield from _conduct(suspect, right)
    yield from _places(document, suspect, right)


def _conduct(suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """Who of them is introduced: a surname that acts and is nobody's is likely somebody's misspelled."""
    introduced = bool(given_before(right.givens))
    if suspect.alone and not given_before(suspect.givens):
        yield "the suspect acts like a person and is never introduced", 1.0
        if introduced:
            yield "the suspect acts, and the other is introduced", 1.0
            if suspect.places[0] > right.places[0]:
                yield "the other is introduced before the suspect acts", 1.0
            if not right.alone:
                yield "the one that is introduced never comes back", 1.0


def _places(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """Where the two stand: in one sentence they are two, in neighbouring paragraphs often one."""
    others = right.places[:_PLACES]
    first = suspect.places[0]
    sentence = sentence_at(document, first.start)
    if sentence and any(sentence.start <= place.start < sentence.end for place in others):
        yield "both in one sentence", 1.0
    elif any(abs(place.start - first.start) < _NEXT for place in others):
        yield "near each other", 1.0


def _words_around(document: Document, form: Form) -> frozenset[str]:
    """The lower-case words near its places that mean something."""
    found: set[str] = set()
    for place in form.places[:_PLACES]:
        block = document.block_at(place.start)
        start, end = (block.start, block.end) if block else place
        for begin, stop in (
            (max(start, place.start - _WINDOW), place.start),
            (place.end, min(end, place.end + _WINDOW)),
        ):
            found.update(_WORD.findall(document.text, begin, stop))
    return frozenset(word for word in found if len(word) > 3 and word not in FUNCTION)


def _titles(document: Document, form: Form) -> frozenset[str]:
    matches = (
        _TITLE_BEFORE.search(document.text, max(0, place.start - 10), place.start) for place in form.places[:_PLACES]
    )
    return frozenset(match[1] for match in matches if match)
