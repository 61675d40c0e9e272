"""Kindred: what a relative calls somebody, against what the copy calls the relative: a granddaughter speaks of her grandmother.

“Her niece, Eve Marner, held the ribbon.” … “My grandmother built this hall,” Ms Marner said. Whom else she may speak of the
copy would have to tell: so the word must stand nowhere else, and be none for relatives of whom everybody has some.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.relations import Relation, relations
from newslint.story.voices import voices
from newslint.text.lexicon import folded
from newslint.text.quotations import in_quotation, quotes
from newslint.text.sentences import sentences_with
from newslint.text.vocabulary import SPOKE, alternatives
from newslint.text.words import occurrences
from newslint.topics.names.kinship import who_is

_OLD, _YOUNG, _EVEN = "grandmother grandfather", "aunt uncle great-aunt great-uncle", "cousin"
_OTHERS = "niece nephew"
# What those whom the copy calls so may not call the one whose relatives they are, though relatives do call somebody so.
_STRANGE: dict[str, str] = {
    **dict.fromkeys(("sister", "brother", "sibling", "twin"), f"{_YOUNG} {_EVEN} {_OTHERS}"),
    **dict.fromkeys(("niece", "nephew"), f"{_OLD} {_EVEN} {_OTHERS}"),
    **dict.fromkeys(("great-niece", "great-nephew", "grandniece", "grandnephew"), f"{_OLD} {_EVEN} {_OTHERS}"),
    **dict.fromkeys(("granddaughter", "grandson", "grandchild"), f"{_YOUNG} {_EVEN} {_OTHERS}"),
    **dict.fromkeys(("daughter", "son"), f"{_YOUNG} {_EVEN} {_OTHERS}"),
    "cousin": f"{_YOUNG} {_OLD} {_OTHERS}",
}
_CALLED = {
    word: plain
    for plain, words in {
        "grandmother": "grandmother grandma granny gran nan nana",
        "grandfather": "grandfather grandpa granddad grandad",
        **{word: word for word in f"{_YOUNG} {_EVEN} {_OTHERS}".split()},
    }.items()
    for word in words.split()
}
_WOMEN = frozenset("grandmother aunt great-aunt niece".split())
_NEUTRAL = frozenset(["cousin"])
_WORD = rf"(?P<kin>{alternatives(_CALLED)})\b(?!-|,? [A-Z]|,? (?:and|or)\b)"
_NAME = r"(?P<given>[A-Z][a-zÀ-ž’'-]+ )?(?P<name>[A-Z][a-zÀ-ž’'-]+)"
# “Marner said that her grandmother”, “Marner, who is 88, said her cousin”, “Eve Marner told the court that her uncle”
_SAID = compiled(
    rf"{_NAME}(?:, [^,.\n“”\"]{{1,60}},)? (?:{alternatives(SPOKE)}) (?:(?:the )?[a-z]+ )?(?:that |how |of )?(?:his|her) {_WORD}"
)
_MY = compiled(rf"\b[Mm]y {_WORD}")


class Called(Row):
    """At `place` somebody speaks of a relative as `kin`: `name` is the full name where it stands, or else the surname, folded."""

    name: str
    kin: str
    place: Span


@analysis
def strange_callings(document: Document) -> tuple[TwoPlaces, ...]:
    """Each word that a named relative has for somebody and that doesn't answer to the relation, at its first place."""
    called: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for each in chain(_said(document), _quoted(document)):
        called[each.name, each.kin].append(each.place)
    known = _known(document) if called else {}
    found = []
    for (name, kin), places in called.items():
        relation = known.get(name) or known.get(name.rpartition(" ")[2])
        if relation and _is_strange(relation, kin) and _is_told_of_nobody_else(document, kin, len(places)):
            found.append(TwoPlaces(min(places), relation.place))
    return tuple(sorted(found, key=lambda each: each.suspect))


def _said(document: Document) -> Iterator[Called]:
    low = occurrences(document).keys()
    for sentence, _ in sentences_with(document, [word for word in _CALLED if word in low]):
        for match in _SAID.finditer(document.text, *sentence):
            if not in_quotation(document, match.start()):
                yield Called(
                    folded(f"{match['given'] or ''}{match['name']}"), _CALLED[match["kin"]], Span(*match.span("kin"))
                )


def _quoted(document: Document) -> Iterator[Called]:
    if occurrences(document).keys().isdisjoint(_CALLED):
        return
    spoken = voices(document)
    for quote in quotes(document):
        voice = spoken.get(quote.span.start)
        for match in _MY.finditer(document.text, *quote.span) if voice else ():
            yield Called(voice.surname if voice else "", _CALLED[match["kin"]], Span(*match.span("kin")))


def _known(document: Document) -> Mapping[str, Relation]:
    """Everybody of whom the copy says but once whose relative they are, by the full name, and by a surname that is theirs alone."""
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations(document):
        name = folded(who_is(document, relation))
        if " " in name and not relation.quoted:
            told[name].append(relation)
            told[name.rpartition(" ")[2]].append(relation)
    return {name: found[0] for name, found in told.items() if len({each.kin for each in found}) == 1}


def _is_strange(relation: Relation, kin: str) -> bool:
    """Whether nobody of this relation calls the one whose relative they are so, who may be of the word's sex."""
    if kin not in _STRANGE.get(relation.kin, "").split():
        return False
    other = {"her": "man", "his": "woman"}.get(relation.owner)
    return kin in _NEUTRAL or other != ("woman" if kin in _WOMEN else "man")


def _is_told_of_nobody_else(document: Document, kin: str, number: int) -> bool:
    """Whether the word, in each of its forms, stands in the copy only where that relative speaks."""
    places = occurrences(document)
    words = [word for word, plain in _CALLED.items() if plain == kin]
    forms = [form for word in words for form in (word, f"{word}s", f"{word}’s", f"{word}'s")]
    return sum(len(places.get(form, ())) for form in forms) == number
