"""Buildings: halls, schools and hospitals with names of their own; one stands in one town, and in one street there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.contrast import called_another
from newslint.story.generic_words import PLACE_ENDINGS, classes, normal
from newslint.story.people import people
from newslint.text.lexicon import entry, folded
from newslint.text.prefilter import blocks_with_words, places_of
from newslint.text.sentences import sentence_at
from newslint.text.similarity import shared_head
from newslint.text.vocabulary import DAYS_AND_MONTHS, FUNCTION, SHORT_MONTHS, SHORT_TITLES, alternatives, wordlist

# What has one house, and what may have more: colleges, or saints and beliefs that have a church in every town. Hotels and shops do.
_HOUSES = wordlist(
    "hall house theatre theater stadium arena pavilion castle palace courthouse court auditorium playhouse abbey priory monastery "
    "convent cathedral school hospital hospice sanatorium prison jail park ground oval racecourse station barracks"
)
_KINDS = _HOUSES | wordlist(
    "centre center museum gallery library church chapel minster temple mosque synagogue college academy clinic infirmary"
)
_PART = r"[A-Z](?:[\w’'-]*\w)?"
_SAINT = r"(?:(?:St|Ste|Mt|[A-Z])\. )?"  # or a first letter
PLACE = rf"{_SAINT}{_PART}(?:(?: (?:de|da|do|dos|del|di|la|le|las|los|upon))* {_PART})*"
_SITE = compiled(
    rf"(?<![\w’'-])(?P<name>(?:{_SAINT}{_PART} ){{1,5}}?(?:{alternatives(map(str.capitalize, _KINDS))}))(?:,? (?P<by>in|at|on) |, )"
    rf"(?P<place>{PLACE})(?P<end>[,.;:)\n]|\Z)?"
)
# What joins two places that lie side by side, none in the other.
_BESIDE = compiled(r",? (?:and|or|nor|to|than)(?: (?:in|at|on|from|to|for|near))?(?: the)? ")
_CITY = 1  # the mark of a large city in `Entry.place`; what holds towns has a higher one
_COMMON = range(1, 7)  # marks in `Entry.proper` of the names that everybody knows
_MOST = 8  # more buildings of which each stands in two places are a list
_STREETS, _HOLDERS = classes("street"), classes("county")


class Site(Row):
    """Where a building stands: its name as it is compared, where that stands, and the place, in a street or a town.

    `rare`: hardly another town has a building of that name.
    """

    name: tuple[str, ...]
    rare: bool
    building: Span
    place: Span
    street: bool


@analysis
def sites(document: Document) -> tuple[Site, ...]:
    """Every place that stands right behind the whole name of a building, in order."""
    surnames = {folded(person.surname) for person in people(document)}
    found = (
        _site(match, surnames)
        for block in blocks_with_words(document, _KINDS)
        for match in _SITE.finditer(document.text, block.start, block.end)
    )
    return tuple(site for site in found if site)


def _site(match: re.Match[str], surnames: Set[str]) -> Site | None:
    """What the match tells of a building; behind a comma alone may stand whoever does something there."""
    name = _name(match["name"])
    apart = match["by"] or (match["end"] is not None and surnames.isdisjoint(map(normal, match["place"].split(" "))))
    if not apart or len(name) < 2:
        return None
    return site_at(match, name, Span(*match.span("name")), rare=_is_rare(match["name"].split(" ")))


def site_at(match: re.Match[str], name: tuple[str, ...], building: Span, *, rare: bool) -> Site | None:
    """The site of a building at the place that the match has; None where that's none."""
    place = [normal(word) for word in match["place"].split(" ")]
    street = match["by"] == "on" or bool(classes(place[-1]) & _STREETS)
    return Site(name, rare, building, Span(*match.span("place")), street) if _is_place(place) else None


def _name(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without what has its capital from the sentence that it begins."""
    words = [normal(word) for word in text.split(" ")]
    return tuple(words[1:] if words[0] in FUNCTION else words)


def _is_rare(words: list[str]) -> bool:
    """Whether these name a house by a name that few know; initials are of a body, and that has houses everywhere."""
    known = [entry(word) for word in map(normal, words[:-1]) if word not in SHORT_TITLES]
    named = any(not each.word and not each.place and each.proper not in _COMMON for each in known)
    return named and normal(words[-1]) in _HOUSES and not any(len(word) > 1 and word.isupper() for word in words)


def _is_place(words: list[str]) -> bool:
    """Whether these are the name of a place that holds no towns, and no day or other building."""
    dated = any(word in DAYS_AND_MONTHS or word in SHORT_MONTHS for word in words)
    holder = any(entry(word).place > _CITY or classes(word) & _HOLDERS for word in words)
    return not dated and not holder and words[-1] not in _KINDS


def in_two_places(document: Document) -> Iterator[tuple[Site, Site, int]]:
    """Every building that is said to stand in two places: the rarer or later of these, the other and how often that stands."""
    by_name: dict[tuple[str, ...], dict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
    for site in sites(document):
        by_name[site.name][folded(document[site.place])].append(site)
    # A town hall stands in every town.
    doubtful = [places for name, places in by_name.items() if len(places) == 2 and not all(map(classes, name))]
    for places in doubtful if len(doubtful) <= _MOST else ():  # for speed
        one, other = places.values()
        if _differ(document, one[0], other[0]):
            suspects, others = (one, other) if len(one) < len(other) else (other, one)
            yield suspects[0], others[0], len(others)


def _differ(document: Document, one: Site, other: Site) -> bool:
    """Whether neither place can lie in the other, nor two buildings be meant."""
    a, b = folded(document[one.place]), folded(document[other.place])
    return (one.rare or _alike(a, b)) and stand_apart(document, one, other)


def stand_apart(document: Document, one: Site, other: Site) -> bool:
    """Whether both places are of one kind and neither lies in the other, and the copy doesn't say that there are two buildings."""
    return (
        _of_one_kind(one, other, folded(document[one.place]), folded(document[other.place]))
        and not _may_hold(document, document[one.place], document[other.place])
        and not called_another(document, one.building, other.building)
    )


def _alike(a: str, b: str) -> bool:
    """Whether one of two places is easily written for the other: half of its letters begin the other, too."""
    return shared_head(a, b) * 2 >= min(len(a), len(b))


def _of_one_kind(one: Site, other: Site, a: str, b: str) -> bool:
    """Whether both are streets, or both are towns, or both large cities, which hold quarters."""
    cities = {any(entry(word).place == _CITY for word in place.split()) for place in (a, b)}
    ending = next((each for each in PLACE_ENDINGS if a.endswith(each)), "")
    return len(cities) == 1 and (one.street == other.street or bool(ending and b.endswith(ending)))


def _may_hold(document: Document, one: str, other: str) -> bool:
    """Whether a sentence names both, other than side by side, and so may tell that one lies in the other."""
    spans = sorted(Span(at, at + len(place)) for place in (one, other) for at in places_of(document.text, place))
    return any(
        document[first] != document[last]
        and sentence_at(document, first.start) == sentence_at(document, last.start)
        and not _BESIDE.fullmatch(document.text, first.end, last.start)
        for first, last in pairwise(spans)
    )
