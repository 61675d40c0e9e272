"""Premises: buildings without names of their own, which are known by what they are; “the old chapel in Mill Lane” stands in one lane."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from operator import or_

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
    r"\b(?i:(?P<article>the|his|her|their|its|our|an?|[\w.]+['’]s)) (?P<traits>(?:(?!the |an? )[A-Za-z][\w-]* ){0,3})\Z"
)
_LEAD = 50  # code points before a building in which its article is looked for
# Halls and breweries, pits, depots, chapels, schools, clinics; and some whose words other things bear, too.
_KINDS = reduce(or_, map(classes, "granary colliery depot chapel school clinic".split()))
_MORE = frozenset("bakery creamery workshop flat".split())
_INDEFINITE = frozenset(["a", "an"])
# What says of a building no more than what it has been.
_AGED = frozenset("old former disused derelict abandoned converted".split())


class Premises(Row):
    """Where a building stands, what's said of it, which words of that are a name, and its article: “the”, “a”, or whose it is."""

    traits: frozenset[str]
    named: frozenset[str]
    article: str
    site: Site


def one_in_two_places(document: Document) -> Iterator[tuple[Site, Site, int]]:
    """Every building of its kind that is said to stand in two places: the rarer or later of these, the other and how often that stands."""
    by_kind: dict[str, dict[str, list[Premises]]] = defaultdict(lambda: defaultdict(list))
    for kind, premises in _premises(document):
        by_kind[kind][folded(document[premises.site.place])].append(premises)
    for places in by_kind.values():
        one, other = places.values() if len(places) == 2 else ((), ())
        if one and other and _are_one(one[0], other[0]) and stand_apart(document, one[0].site, other[0].site):
            suspects, others = (one, other) if len(one) < len(other) else (other, one)
            yield suspects[0].site, others[0].site, len(others)


def _premises(document: Document) -> Iterator[tuple[str, Premises]]:
    """Every building that stands under what it is, with the word for that, in order."""
    kinds = set(filter(_is_building, occurrences(document)))
    for match in matches_at(document, starts_of(document, kinds), _STANDS):
        before = _BEFORE.search(document.text, max(0, match.start() - _LEAD), match.start())
        site = site_at(match, (), Span(before.start(), match.end("kind")), rare=True) if before else None
        if before and site:
            said = before["traits"].split()
            traits = frozenset(map(str.lower, said)) - FUNCTION
            named = frozenset(word for word in said if word[0].isupper())
            yield match["kind"], Premises(traits, named, before["article"].lower(), site)


def _is_building(word: str) -> bool:
    return word in _MORE or classes(word) & _KINDS > 0


def _are_one(first: Premises, later: Premises) -> bool:
    """Whether the later takes up the first, and nothing is said that parts the two: the only one, or one of which something is said.

    Of what is somebody's there may be more (its plant in Ayle, its plant in Larn), and what bears a name is another: the bridge in Ayle, the Weir bridge in Larn.
    """
    said, again = first.traits, later.traits
    if later.article in _INDEFINITE or not later.named <= first.named:
        return False
    if first.article in _INDEFINITE:
        return bool(said) and again <= said | _AGED
    said, again = said - _AGED, again - _AGED
    return first.article == "the" and (not (said and again) or not said.isdisjoint(again))
