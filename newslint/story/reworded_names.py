"""Names of bodies that begin alike and go on otherwise: Lower Moor Water Users Association, Lower Moor Irrigators Association."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newslint.document import Document
from newslint.startup.row import Row
from newslint.story.bodies import singular
from newslint.story.generic_words import BODY, classes, sort_of
from newslint.story.runs import parts, runs
from newslint.story.windows import Key, Likeness, Use
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import Entry, entry
from newslint.text.similarity import inflected, same_stem

_LONGEST = 8  # words of a name
_CROWD = 8  # names that begin alike: of more none is another one's slip
_MOST_USES = 60
_FEWEST = 3  # words that both have
_NAME = 4  # letters of a word that is a name


class Reworded(Row):
    """Two names of which more than one word differs; `shared` are those that both have, each with its ending as the one has it."""

    likeness: Likeness
    shared: tuple[str, ...]


def reworded(document: Document) -> Iterator[Reworded]:
    """Every two whole names of bodies that begin alike, have three words in common, and differ in more than one."""
    names = _names(document)
    shelves: dict[str, list[Key]] = defaultdict(list)
    for key in names:
        shelves[singular(key[0])].append(key)
    for keys in shelves.values():
        if 1 < len(keys) <= _CROWD:
            for one, other in combinations(keys, 2):
                shared = _shared(one, other)
                if _may_be_one(one, other, shared):
                    yield Reworded(_likeness(names, one, other), shared)


def _names(document: Document) -> Mapping[Key, list[Use]]:
    """The whole names that say what body they are of, with their places."""
    found: dict[Key, list[Use]] = defaultdict(list)
    for run in runs(document):
        if not run.person:
            for first, behind in parts(run):
                key = tuple(word.text for word in run.words[first:behind])
                if 1 < len(key) <= _LONGEST and _is_body(key) and len(found[key]) < _MOST_USES:
                    found[key].append(Use(run, first, behind))
    return found


def _is_body(key: Key) -> bool:
    return any(sort_of(classes(word)) == BODY for word in key[1:])


def _shared(one: Key, other: Key) -> tuple[str, ...]:
    """The words of one that the other has, too, be it with another ending."""
    return tuple(word for word in one if any(_is_one_word(word, each) for each in other))


def _is_one_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and (inflected(one, other) or same_stem(one, other)))


def _may_be_one(one: Key, other: Key, shared: Sequence[str]) -> bool:
    """Whether both have words of their own, and begin as only one body does: with a word of its own, or the same initials."""
    left, right = set(one) - set(other), set(other) - set(one)
    if not left or not right or len(left) == len(right) == 1 or len(shared) < _FEWEST:
        return False
    if all(is_known_name(key) for key in (one, other)) or not _are_of_one_sort(one[-1], other[-1]):
        return False
    if _initials(one) == _initials(other):
        return True
    begin = all(_is_one_word(a, b) for a, b in zip(one[:2], other[:2], strict=True))
    return begin and any(_is_own(word) for word in shared)


def _are_of_one_sort(one: str, other: str) -> bool:
    """Whether two last words say that the names are of bodies."""
    return one == other or all(sort_of(classes(word)) == BODY for word in (one, other))


def _initials(key: Key) -> list[str]:
    return [word[0] for word in key]


def _is_own(word: str) -> bool:
    """Whether a word is a name by itself, and no short form: nobody knows it."""
    return len(word) >= _NAME and word.isalpha() and entry(word) == Entry()


def _likeness(names: Mapping[Key, Sequence[Use]], one: Key, other: Key) -> Likeness:
    suspect, right = sorted((one, other), key=lambda key: (len(names[key]), -names[key][0].span.start))
    at = next(
        (at for at, (a, b) in enumerate(zip(suspect, right, strict=False)) if a != b), min(len(suspect), len(right)) - 1
    )
    return Likeness(suspect, right, at, tuple(names[suspect]), tuple(names[right]), 2)


def wording_signs(pair: Reworded) -> dict[str, float]:
    """How much the two have in common."""
    one, other = pair.likeness.suspect, pair.likeness.other
    return {
        "how much of the words is shared": len(pair.shared) / max(len(one), len(other)),
        "the last word is shared": one[-1] == other[-1],
        "a word with another ending": any(word not in other for word in pair.shared),
        "the same initials": _initials(one) == _initials(other),
    }
