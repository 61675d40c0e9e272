"""Converses: what one is to another, against what the other is to the one: who is her great-uncle has no granddaughter in her.

“Ben Marner, Eve Lunn's brother-in-law, kept the books.” … “Eve Lunn thanked her cousin, Ben Marner.” Whose relative somebody is may be
a guess where a pronoun says so: of two people who are told to be related both ways it's seldom wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import chain

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.story.antecedents import person_of
from newslint.story.people import number_from, people, references
from newslint.story.relations import Relation, relations
from newslint.text.sentences import sentences_with
from newslint.text.vocabulary import FUNCTION, KIN_IN_SINGULAR, POSSESSIVES, alternatives, wordlist
from newslint.text.words import occurrences
from newslint.topics.names.kinship import who_is
from newslint.topics.names.owners import POSSESSIVE, likely_whose

# Lines of kinship: the words by which one end is called, and those by which it calls the other. What is “step”, “half” or “great” is of the same line.
_LINES = tuple(
    (wordlist(one), wordlist(other or one))
    for one, _, other in (
        line.partition(": ")
        for line in """\
brother sister sibling twin triplet
husband wife spouse
cousin
brother-in-law sister-in-law
father mother parent: son daughter child
grandfather grandmother grandparent: grandson granddaughter grandchild
uncle aunt: nephew niece
father-in-law mother-in-law: son-in-law daughter-in-law""".splitlines()
    )
)
_PREFIX = compiled(r"\A(?:half-|step-?|great-(?!grand)|ex-)")
_WORDS = frozenset(
    f"{prefix}{word}"
    for prefix in ("", "great-")
    for word in KIN_IN_SINGULAR
    if not (prefix and word.startswith(prefix))
)
_TOLD_BY = frozenset(f"{word}{ending}" for word in _WORDS for ending in ("", "’s", "'s"))
_KIN = rf"(?:(?!(?:{alternatives(FUNCTION)})\b)[a-z\d-]+ ){{0,2}}(?P<kin>{alternatives(_WORDS)})\b(?!-)"
_OWN = compiled(rf"{POSSESSIVE} {_KIN}")
# “Eve Lunn, 41, whose uncle, Ben Marner,”
_WHOSE = compiled(rf"\bwhose {_KIN}")
_MOST = 40  # relatives of a draft that are looked at
_TAKEN_UP = compiled(r"(?:, [^,.;:“”\"\n]{1,40})?,? (?:and )?")


@analysis
def crossed_relatives(document: Document) -> tuple[TwoPlaces, ...]:
    """Each two places that tell how two people are related, from either end, in words that don't answer to each other; the later first."""
    told = _told(document)
    crossed = (
        sorted((place, told[other, one][1]), reverse=True)
        for (one, other), (kin, place) in told.items()
        if one < other and (other, one) in told and not _answer(kin, told[other, one][0])
    )
    return tuple(TwoPlaces(suspect, right) for suspect, right in sorted(crossed))


def _answer(kin: str, other: str) -> bool:
    """Whether one may be what the other calls them; of words that are of no line nobody knows."""
    ends = [_ends(word) for word in (kin, other)]
    return not all(ends) or any(line == back and one != two for line, one in ends[0] for back, two in ends[1])


def _ends(kin: str) -> list[tuple[int, int]]:
    """The lines in which a word for a relative stands, and at which end: at either, where both are called the same."""
    plain = _PREFIX.sub("", kin)
    return [(number, end) for number, line in enumerate(_LINES) for end in (0, 1) if plain in line[end]]


@analysis
def _told(document: Document) -> Mapping[tuple[str, str], tuple[str, Span]]:
    """The word by which the copy first tells what somebody is to another, and its place; by whom each is."""
    found: dict[tuple[str, str], tuple[str, Span]] = {}
    for relation, match in _owned(document):
        relative = _is(document, who_is(document, relation))
        owner = _owner(document, relation, match, relative)
        if owner and owner != relative:
            found.setdefault((owner, relative), (relation.kin, relation.place))
    return found


def _owned(document: Document) -> Iterator[tuple[Relation, re.Match[str] | None]]:
    """The relatives who are named in the writer's own words, each with the possessive before it; None where a name behind it says whose."""
    named = [each for each in relations(document) if not each.quoted]
    if not named:  # for speed
        return
    yield from ((each, None) for each in named if each.owner not in POSSESSIVES)
    for sentence, _ in sentences_with(document, _TOLD_BY & occurrences(document).keys()):
        for match in chain(_OWN.finditer(document.text, *sentence), _WHOSE.finditer(document.text, *sentence)):
            place = Span(*match.span("kin"))
            yield from ((each, match) for each in named[:_MOST] if each.place.meets(place))


def _owner(document: Document, relation: Relation, match: re.Match[str] | None, relative: str) -> str:
    """Whose relative somebody is; "" where nobody can tell. A pronoun may take up whoever of the family isn't the relative."""
    if match is None or match.groupdict().get("name"):
        return _is(document, relation.owner)
    whose = _before(document, match) if "pronoun" not in match.groupdict() else likely_whose(document, match)
    if whose is not None:
        return str(whose)
    at = number_from(document, match.start())
    last = references(document)[max(0, at - 1) : at]
    family = {str(number) for each in last for number in _bearers(document).get(each.surname.lower(), ())} - {relative}
    return family.pop() if len(family) == 1 else ""


def _is(document: Document, name: str) -> str:
    """Who bears a name: the number in `people`, where it's one person's alone, else the name."""
    folded = name.lower()
    found = _bearers(document).get(folded, ())
    return str(next(iter(found))) if len(found) == 1 else folded


@analysis
def _bearers(document: Document) -> Mapping[str, Set[int]]:
    """The numbers of the people who have each full name, surname or first given name, in small letters."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people(document)):
        for name in (f"{person.given} {person.surname}", person.surname, person.given.split()[0]):
            found[name.lower()].add(number)
    return found


def _before(document: Document, whose: re.Match[str]) -> int | None:
    """The number of whom the name right before “whose” names, with a word or two on them between."""
    start = whose.start()
    at = number_from(document, start)
    last = references(document)[max(0, at - 1) : at]
    return next(
        (person_of(document, each) for each in last if _TAKEN_UP.fullmatch(document.text, each.name.end, start)), None
    )
