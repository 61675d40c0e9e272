"""Names of bodies whose words stand in another order: Tidal Society of Ardle, Ardle Tidal Society; Pell & Moor, Moor & Pell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newslint.document import Document
from newslint.startup.row import Row
from newslint.story.bodies import parts
from newslint.story.contrast import listed
from newslint.story.generic_words import BODY, classes, sides, sort_of
from newslint.story.given_names import is_title
from newslint.story.windows import Key, Use, windows
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import entry
from newslint.text.vocabulary import CALENDAR

_CROWD = 3  # orders of the same words: more are no name
_ENOUGH = 3  # words of a name
_TOLD = 8  # places of each that are looked at
_CUTS = frozenset("and in at on by to with under".split())
_APOSTROPHES = frozenset("'’")
_LAND = 2  # a state or a country, which stands before or behind what is of it: Wales Tidal Society
# A word of this rank says nothing by itself.
_USUAL = 1


class Turned(Row):
    """Two orders of the words of one name, with all places of each; `suspects` stand the less often, or the later."""

    suspects: tuple[Use, ...]
    others: tuple[Use, ...]


def turned_names(document: Document) -> Iterator[Turned]:
    """Every two names of the copy that are the same words in two orders, and are one body's."""
    uses = windows(document)
    orders: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key, found in uses.items():
        if _may_be_body(key, found):
            orders[tuple(sorted(_singulars(key)))].append(key)
    for keys in orders.values():
        if 1 < len(keys) <= _CROWD:
            for one, other in combinations(keys, 2):
                two = sorted((uses[one], uses[other]), key=lambda found: (len(found), -found[0].span.start))
                if _is_one(document, *two):
                    yield Turned(*map(tuple, two))


def _may_be_body(key: Key, uses: Sequence[Use]) -> bool:
    """Whether the words can be the name of a body: three that say which, or two with “&” between."""
    if all(use.person for use in uses) or any(is_title(word) or word in CALENDAR for word in key):
        return False
    if len(key) < _ENOUGH:
        return all(_is_firm(use) for use in uses)
    if any(_parts_names(use.run.words[at].joint) for use in uses for at in range(use.first + 1, use.behind)):
        return False
    return any(sort_of(classes(word)) == BODY for word in key) and any(_says_which(word) for word in key)


def _is_firm(use: Use) -> bool:
    words = use.run.words[use.first : use.behind]
    return len(words) > 1 and words[1].joint == "&" and not any(classes(word.text) for word in words)


def _parts_names(joint: str) -> bool:
    """Whether what stands on its two sides are names of their own: Wales’ Tidal Society, Ardle and Tides, police in Ardle."""
    return joint[:1] in _APOSTROPHES or not _CUTS.isdisjoint(joint.split())


def _says_which(word: str) -> bool:
    known = entry(word)
    return not (0 < known.word <= _USUAL or known.place >= _LAND or sides(word))


def _is_one(document: Document, suspects: Sequence[Use], others: Sequence[Use]) -> bool:
    """Whether the two stand by themselves, neither is a body that the world knows beside the other, and none lists them."""
    if not any(use.whole for use in (*suspects, *others)):
        return False
    texts = [tuple(word.text for word in use.run.words[use.first : use.behind]) for use in (suspects[0], others[0])]
    if _singulars(texts[0]) == _singulars(texts[1]) or any(map(is_known_name, texts)):
        return False
    near = ((one, other) for one in suspects[:_TOLD] for other in others[:_TOLD])
    return not any(_overlap(one, other) or listed(document, one.span, other.span) for one, other in near)


def _singulars(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they are compared, in their order."""
    return parts(" ".join(words))


def _overlap(one: Use, other: Use) -> bool:
    return one.span.meets(other.span)


def longest(found: Iterable[Turned]) -> Iterator[Turned]:
    """Those of which no longer one holds the words."""
    kept: list[Turned] = []
    for pair in sorted(
        found, key=lambda pair: (pair.suspects[0].span.start - pair.suspects[0].span.end, pair.suspects[0].span.start)
    ):
        if not any(pair.suspects[0].span.meets(other.suspects[0].span) for other in kept):
            kept.append(pair)
            yield pair
