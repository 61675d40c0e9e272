"""Names of bodies that begin alike and go on otherwise: Lower Moor Water Users Association, Lower Moor Irrigators Association."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newslint.document import Document
from newslint.startup.row import Row
from newslint.story.bodies import singular
from newslint.story.contrast import called_another, listed
from newslint.story.generic_words import BODY, classes, sides, sort_of
from newslint.story.runs import parts, runs
from newslint.story.windows import Key, Use
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import entry
from newslint.text.sentences import sentence_at
from newslint.text.similarity import inflected, same_stem

_LONGEST = 8  # words of a name
_CROWD = 8  # names that begin alike: of more none is another one's slip
_MOST_USES = 60
_LOOKED_AT = 8  # places of each name
_FEWEST = 3  # words that both have
_WELL_KNOWN = 18  # how often a name stands on the web that everybody knows
_NAME = 4  # letters of a word that is a name


class Reworded(Row):
    """Two names of one body, with all places of each; `suspects` stand the less often, or the later."""

    suspects: tuple[Use, ...]
    others: tuple[Use, ...]


def reworded(document: Document) -> Iterator[Reworded]:
    """Every two whole names of bodies that begin alike, have three words in common, and differ in more than one."""
    names = _names(document)
    shelves: dict[str, list[Key]] = defaultdict(list)
    for key in names:
        shelves[singular(key[0])].append(key)
    for keys in shelves.values():
        if 1 < len(keys) <= _CROWD:
            for one, other in combinations(keys, 2):
                two = sorted((names[one], names[other]), key=lambda uses: (len(uses), -uses[0].span.start))
                if _may_be_one(one, other, _shared(one, other)) and not _are_two(document, *two):
                    yield Reworded(*map(tuple, two))


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
    if not left or not right or len(left) == len(right) == 1:
        return False
    if any(sides(a) & sides(b) for a in left for b in right):
        return False  # a primary school and a high school of one town
    if all(is_known_name(key) for key in (one, other)) or not _are_of_one_sort(one[-1], other[-1]):
        return False
    if len(shared) < _FEWEST:
        return len(shared) == _FEWEST - 1 and len(one) > _FEWEST and _initials(one) == _initials(other)
    begin = all(_is_one_word(a, b) for a, b in zip(one[:2], other[:2], strict=True))
    return begin and any(_is_own(word) for word in shared)


def _are_of_one_sort(one: str, other: str) -> bool:
    """Whether two last words say that the names are of bodies, be it of one in some place: a service, a district."""
    return one == other or (
        classes(one) > 0 < classes(other) and BODY in (sort_of(classes(one)), sort_of(classes(other)))
    )


def _initials(key: Key) -> list[str]:
    return [word[0] for word in key]


def _is_own(word: str) -> bool:
    """Whether a word is a name that few know, and no short form."""
    known = entry(word)
    return len(word) >= _NAME and word.isalpha() and known.word == 0 and known.frequency < _WELL_KNOWN


def _are_two(document: Document, suspects: Sequence[Use], others: Sequence[Use]) -> bool:
    """Whether neither stands as a whole name, or the copy has both in a sentence, or calls one of them another."""
    if not (any(use.whole for use in suspects) and any(use.whole for use in others)):
        return True
    near = [(one.span, other.span) for one in suspects[:_LOOKED_AT] for other in others[:_LOOKED_AT]]
    return any(
        sentence_at(document, one.start) == sentence_at(document, other.start)
        or listed(document, one, other)
        or called_another(document, one, other)
        for one, other in near
    )
