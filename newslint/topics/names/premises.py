"""Premises: buildings without names of their own, which are known by what they are; “the old chapel in Mill Lane” stands in one lane."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import classes
from newslint.text.lexicon import folded
from newslint.text.prefilter import matches_at, starts_of
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import occurrences
from newslint.topics.names.buildings import PLACE, Site, site_at, stand_apart

_STANDS = compiled(rf"(?P<kind>[a-z]+) (?P<by>in|at|on) (?:the )?(?P<place>{PLACE})")
_BEFORE = compiled(
    r"\b(?i:(?P<article>the|his|her|their|its|our|an?)) (?P<traits>(?:(?!the |an? )[A-Za-z][\w-]* ){0,3})\Z"
)
_LEAD = 50  # code points before a building in which its article is looked for
# Halls and breweries, pits, depots, chapels, schools, clinics; and some whose words other things bear, too.
_KINDS = (
    classes("granary")
    | classes("colliery")
    | classes("depot")
    | classes("chapel")
    | classes("school")
    | classes("clinic")
)
_MORE = frozenset("bakery creamery workshop flat".split())
# What says of a building no more than what it has been.
_AGED = frozenset("old former disused derelict abandoned converted".split())


class Premises(Row):
    """Where a building stands, and what's said of it; `known`: it's spoken of as one of which readers know."""

    traits: frozenset[str]
    known: bool
    site: Site


def one_in_two_places(document: Document) -> Iterator[tuple[Site, Site, int]]:
    """Every building of its kind that is said to stand in two places: the rarer or later of these, the other and how often that stands."""
    for places in _by_kind(document).values():
        one, other = places.values() if len(places) == 2 else ((), ())
        if one and other and _are_one(one[0], other[0]) and stand_apart(document, one[0].site, other[0].site):
            suspects, others = (one, other) if len(one) < len(other) else (other, one)
            yield suspects[0].site, others[0].site, len(others)


def _by_kind(document: Document) -> dict[str, dict[str, list[Premises]]]:
    """The buildings of each kind of which the copy nowhere has several, by where they stand."""
    words = occurrences(document).keys()
    kinds = {word for word in words if _is_building(word) and words.isdisjoint(_several(word))}
    found: dict[str, dict[str, list[Premises]]] = defaultdict(lambda: defaultdict(list))
    for match in matches_at(document, starts_of(document, kinds), _STANDS):
        before = _BEFORE.search(document.text, max(0, match.start() - _LEAD), match.start())
        site = site_at(match, (), Span(before.start(), match.end("kind")), rare=True) if before else None
        if before and site:
            traits = frozenset(before["traits"].lower().split()) - FUNCTION
            premises = Premises(traits, before["article"].lower() not in {"a", "an"}, site)
            found[match["kind"]][folded(match["place"])].append(premises)
    return found


def _is_building(word: str) -> bool:
    return word in _MORE or classes(word) & _KINDS > 0


def _several(word: str) -> tuple[str, ...]:
    """The plurals that a word may have."""
    return (f"{word}s", f"{word}es", f"{word[:-1]}ies")


def _are_one(first: Premises, later: Premises) -> bool:
    """Whether the later takes up the first: as one that readers know, or of which the same is said; and nothing is that parts the two."""
    shared = first.traits & later.traits or (first.traits & _AGED and later.traits & _AGED)
    own = [each.traits - _AGED for each in (first, later)]
    return later.known and bool(first.known or shared) and (not all(own) or not own[0].isdisjoint(own[1]))
