"""Names of bodies whose words stand in another order: Tidal Society of Ardle, Ardle Tidal Society; Pell & Moor, Moor & Pell;
Sea and Air Institute, Air and Sea Institute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.bodies import parts
from newslint.story.contrast import listed
from newslint.story.generic_words import BODY, classes, sides, sort_of
from newslint.story.given_names import is_title
from newslint.story.runs import Run
from newslint.story.windows import OF_MANY, Key, Use, windows
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import Entry, entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import CALENDAR, wordlist

_CROWD = 3  # orders of the same words: more are no name
_ENOUGH = 3  # words of a name
_TOLD = 8  # places of each that are looked at
_CUTS = frozenset("in at on by to with under".split())
_AND = frozenset({"and", "&"})
_APOSTROPHES = frozenset("'’")
# What a body is that's a place, too.
_HOUSES = wordlist(
    "museum gallery library theatre theater cinema playhouse archive archives aquarium zoo observatory orchestra choir band "
    "opera ballet festival"
)
# A firm of two names stands where somebody works; a person is looked at, and has a given name.
_AT = compiled(r"\b[Aa]t \Z")
_LAND = 2  # a state or a country, which stands before or behind what is of it: Wales Tidal Society
# A word of this rank says nothing by itself.
_USUAL = 1
_COMMON = 6  # from this rank on everybody knows somebody of a surname, be that a word, too: Brown


class Turned(Row):
    """Two orders of the words of one name, with all places of each; `suspects` stand the less often, or the later."""

    suspects: tuple[Use, ...]
    others: tuple[Use, ...]


def turned_names(document: Document) -> Iterator[Turned]:
    """Every two names of the copy that are the same words in two orders, and are one body's."""
    uses = windows(document)
    orders: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in _of_same_beginnings(uses):
        if _may_be_body(key, uses[key]):
            orders[tuple(sorted(_singulars(key)))].append(key)
    for keys in orders.values():
        if 1 < len(keys) <= _CROWD:
            for one, other in combinations(keys, 2):
                two = sorted((uses[one], uses[other]), key=lambda found: (len(found), -found[0].span.start))
                if _is_one(document, *two):
                    yield Turned(*map(tuple, two))


def _of_same_beginnings(keys: Iterable[Key]) -> list[Key]:
    """Those whose words begin as another's do, in whatever order; singulars begin as plurals do, so that no other can be turned."""
    begins = {key: tuple(sorted(word[:2] for word in key)) for key in keys}
    times = Counter(begins.values())
    return [key for key, beginnings in begins.items() if times[beginnings] > 1]


def _may_be_body(key: Key, uses: Sequence[Use]) -> bool:
    """Whether the words can be the name of a body: three that say which, or two with “&” between."""
    if all(use.person for use in uses) or any(is_title(word) or word in CALENDAR for word in key):
        return False
    if len(key) < _ENOUGH:
        return all(_is_firm(use) for use in uses)
    if any(_parts_names(use.run, at) for use in uses for at in range(use.first + 1, use.behind)):
        return False
    return any(map(_is_of_body, key)) and any(_says_which(word) for word in key)


def _is_of_body(word: str) -> bool:
    return sort_of(classes(word)) == BODY or word in _HOUSES


def _is_firm(use: Use) -> bool:
    """Whether “&” joins two names, or two that are nothing but surnames stand by themselves: Pell & Moor, Pell Moor."""
    words = use.run.words[use.first : use.behind]
    if any(classes(word.text) for word in words):
        return False
    alone = use.whole and not use.run.titled and not words[1].joint and all(_is_surname(word.text) for word in words)
    return words[1].joint == "&" or alone


def _is_surname(word: str) -> bool:
    known = entry(word)
    usual = 0 < known.word <= _USUAL and known.surname < _COMMON
    return known.surname > 0 and not (known.given or usual or known.place >= _LAND)


def _parts_names(run: Run, at: int) -> bool:
    """Whether what stands on both sides of a word's joint are names of their own: Wales’ Tidal Society, police in Ardle."""
    joint, before = run.words[at].joint, run.words[at - 1].text
    if joint[:1] in _APOSTROPHES:
        return not before.endswith(OF_MANY) and (not _is_plural(before) or joint[1:2] == "s")
    return not _CUTS.isdisjoint(joint.split())


def _is_plural(word: str) -> bool:
    """Whether the word is of several people, and no place or name: Growers, and what no list has."""
    known = entry(word)
    return word.endswith("s") and known.place < _LAND and (known.word > 0 or known == Entry())


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
    if any(_is_joined(use) for use in (suspects[0], others[0])) and not _is_swapped(suspects[0], others[0]):
        return False
    if len(texts[0]) < _ENOUGH and not any(
        _has_ampersand(use) or _is_at(document, use) for use in (*suspects, *others)
    ):
        return False
    near = ((one.span, other.span) for one in suspects[:_TOLD] for other in others[:_TOLD])
    return not any(one.meets(other) or _are_side_by_side(document, one, other) for one, other in near)


def _are_side_by_side(document: Document, one: Span, other: Span) -> bool:
    """Whether one sentence has both: “The show at Ardle Old Church has moved to the Old Church of Ardle”."""
    return listed(document, one, other) or sentence_at(document, one.start) == sentence_at(document, other.start)


def _is_joined(use: Use) -> bool:
    """Whether “and” stands inside the name, so that it may as well be two."""
    words = use.run.words[use.first + 1 : use.behind]
    return len(words) > 1 and any(not _AND.isdisjoint(word.joint.split()) for word in words)


def _is_swapped(one: Use, other: Use) -> bool:
    """Whether two whole names are the same but for the two words around “and”: Sea and Air Institute, Air and Sea Institute."""
    if not (one.whole and other.whole):
        return False
    these, those = (use.run.words[use.first : use.behind] for use in (one, other))
    off = [at for at, (a, b) in enumerate(zip(these, those, strict=True)) if a.text != b.text]
    return len(off) == 2 and off[1] - off[0] == 1 and all(words[off[1]].joint in _AND for words in (these, those))


def _has_ampersand(use: Use) -> bool:
    return use.run.words[use.first + 1].joint == "&"


def _is_at(document: Document, use: Use) -> bool:
    return _AT.search(document.text, max(0, use.span.start - 4), use.span.start) is not None


def _singulars(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they are compared, in their order."""
    return parts(" ".join(words))


def longest(found: Iterable[Turned]) -> Iterator[Turned]:
    """Those of which no longer one holds the words."""
    kept: list[Turned] = []
    for pair in sorted(
        found, key=lambda pair: (pair.suspects[0].span.start - pair.suspects[0].span.end, pair.suspects[0].span.start)
    ):
        if not any(pair.suspects[0].span.meets(other.suspects[0].span) for other in kept):
            kept.append(pair)
            yield pair
