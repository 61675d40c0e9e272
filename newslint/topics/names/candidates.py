"""Pairs of words that differ by a slip or two, found without holding each against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from newslint.startup.expressions import compiled
from newslint.text.lexicon import entry, folded
from newslint.text.similarity import doubling, edits, inflected, letters, same_letters, without_prefix
from newslint.text.vocabulary import FUNCTION, NAME_PARTICLES

_MIN_LENGTH = 3
# From this length on two edits may be one slip.
_TWO_EDITS_FROM = 6
# From this length on the first letter may be the slip.
_OTHER_FIRST_FROM = 5
# Shorter words in capitals differ by a letter because they are two things.
_LONG_ACRONYM = 6

# Of a shorter name a plural is no slip.
_LONG_STEM = 5

# How many comparisons a draft is worth. Where there would be more, words are compared only with those that leave the same
# letters when one is dropped: within one edit.
_COMPARISONS = 400_000
# What so many words share is no sign of a slip, and words so long are no names.
_CROWD = 4
_CROWDED_TAIL = 26
_LONGEST = 24

_PREFIXED = ("Mc", "Mac", "Fitz", "O'", "O’")
# The parts that capitals make of a name: Git, Hub.
_PARTS = compiled(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_Shelved = tuple[int, str, str]
_Shelves = dict[tuple[str, int], list[_Shelved]]


def lookalikes(texts: Iterable[str], shouted: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Pairs of `texts` within two edits that begin alike, and such as differ by one edit of the first letter or by a prefix.

    Of those that are `shouted` the capitals say nothing.
    """
    texts = list(texts)
    shelves: _Shelves = defaultdict(list)
    for text in texts:
        if shelved := _shelved(text):
            shelves[shelved[1][0], len(shelved[1])].append(shelved)
    for (letter, length), shelf in shelves.items():
        most = 1 if length < _TWO_EDITS_FROM else 2
        for more in range(most + 1):
            others = shelves.get((letter, length + more))
            if others is None or (others is shelf and len(shelf) == 1):
                continue
            full = len(others) * len(texts) > _COMPARISONS
            for one, other in _pairs_of_full(shelf, others, more) if full else _pairs(shelf, others, 2 * most - more):
                if (
                    one[1] != other[1]
                    and edits(one[1], other[1], most) <= most
                    and (_comparable(one[2], other[2], shouted))
                ):
                    yield one[2], other[2]
    yield from _with_another_first(shelf for shelf in shelves.values())
    prefixed = [text for text in texts if text.startswith(_PREFIXED)]
    for text in prefixed if len(prefixed) * len(texts) <= _COMPARISONS else ():
        yield from _without_prefix(text, shelves)


@lru_cache(maxsize=65536)
def _shelved(text: str) -> _Shelved | None:
    """What is compared of `text`; None where that is too short or has more than letters and hyphens."""
    key = folded(text).replace("-", "") if len(text) >= _MIN_LENGTH else ""
    return (letters(key), key, text) if key.isalpha() and len(key) >= _MIN_LENGTH else None


def _pairs(shelf: list[_Shelved], others: list[_Shelved], most: int) -> Iterator[tuple[_Shelved, _Shelved]]:
    """One of each shelf (two of one, if it's the same), where at most `most` letters stand in only one of the words."""
    for index, one in enumerate(shelf):
        has = one[0]
        for other in others[index + 1 :] if others is shelf else others:
            if (has ^ other[0]).bit_count() <= most:
                yield one, other


def _pairs_of_full(shelf: list[_Shelved], others: list[_Shelved], more: int) -> Iterator[tuple[_Shelved, _Shelved]]:
    """One of each shelf, where both are the same but for one letter; the words of `others` are `more` letters longer."""
    left: dict[str, list[_Shelved]] = defaultdict(list)
    for other in others if more < 2 else ():
        for rest in _dropped(other[1]):
            left[rest].append(other)
    places = {text: place for place, (_, _, text) in enumerate(others)} if others is shelf else {}
    for place, one in enumerate(shelf):
        near = (left.get(rest, ()) for rest in (_dropped(one[1]) if more == 0 else [one[1]]))
        found = {other[2]: other for crowd in near if len(crowd) <= _CROWD for other in crowd}
        yield from ((one, other) for text, other in found.items() if places.get(text, len(others)) > place)


def _dropped(key: str) -> list[str]:
    """What is left of `key` when a letter behind the first is dropped, for each of them."""
    return [key[:at] + key[at + 1 :] for at in range(1, len(key))] if len(key) <= _LONGEST else []


def _comparable(a: str, b: str, shouted: Container[str]) -> bool:
    """Whether the two can be one name at all: not an acronym and a word, not a word inflected. A plural may be a slip."""
    a, b = (text.capitalize() if text in shouted else text for text in other_parts(a, b))
    if a.count("-") != b.count("-") or min(len(a), len(b)) < _MIN_LENGTH or _are_one_office(a, b):
        return False
    if _are_two_compounds(a, b) or _are_place_and_people(a, b) or _are_place_and_people(b, a):
        return False
    if inflected(folded(a), folded(b)):
        return len(a) >= _LONG_STEM and (a == b + "s" or b == a + "s")
    if a.isupper() and b.isupper() and len(a) < _LONG_ACRONYM:
        return same_letters(a, b)  # ISIS and ISIL are two things
    return a.isupper() == b.isupper() or min(len(a), len(b)) >= _LONG_ACRONYM


def _are_one_office(a: str, b: str) -> bool:
    """Whether the two are one office of a man and of a woman: Chairman, Chairwoman."""
    one, other = (text.lower().replace("woman", "man").replace("women", "men") for text in (a, b))
    return one == other and a.lower() != b.lower()


def _are_place_and_people(place: str, people: str) -> bool:
    """Whether the one is a place and the other lives there or comes from there: Somalia, Somalis."""
    one = people.removesuffix("s")
    known = entry(place)
    return one.endswith("i") and place == f"{one}a" and known.place > 0 and not (known.given or entry(one).given)


def _are_two_compounds(a: str, b: str) -> bool:
    """Whether capitals make parts of two names of which one is another, or more: GitLab and GitHub, SpaceX and Space.

    A small word has lost the space before it (StatesIn), and what stands before a surname is no part (McSalley).
    """
    one, other = ([part.removesuffix("s") for part in _PARTS.findall(text)] for text in (a, b))
    if a[1:].islower() and b[1:].islower():
        return False  # for speed
    if a.startswith(_PREFIXED) or b.startswith(_PREFIXED) or not (a + b).isascii() or not (a + b).isalpha():
        return False
    if len(one) == len(other):
        differing = [(x, y) for x, y in zip(one, other, strict=True) if folded(x) != folded(y)]
        return len(differing) == 1 and _are_two_parts(*differing[0])
    fewer, more = sorted((one, other), key=len)
    if doubling(folded(a), folded(b)):
        return False
    for rest in (more[len(fewer) :], more[: -len(fewer)]):
        if [part for part in more if part not in rest] == fewer:
            return not any(part.lower() in FUNCTION | NAME_PARTICLES for part in rest)
    return edits(folded(a), folded(b)) > 1  # the capital is a difference, too


def _are_two_parts(a: str, b: str) -> bool:
    """Whether more than a third of the letters of a part are others, and more than one is: Lab, Hub."""
    least = min(len(a), len(b))
    return least >= _MIN_LENGTH and edits(folded(a), folded(b)) > max(1, least // 3)


def other_parts(a: str, b: str) -> tuple[str, str]:
    """The parts in which two compounds differ, where it's one: Glimer and Glimmer of Glimer-VM and Glimmer-VM; else the two.

    What joins two parts says nothing without them: Mazar-i-Sharif, Mazar-e-Sharif.
    """
    if "-" not in a or a.count("-") != b.count("-"):
        return a, b
    differ = [(x, y) for x, y in zip(a.split("-"), b.split("-"), strict=True) if folded(x) != folded(y)]
    joint = a.count("-") > 1 and not a.isupper() and any(min(map(len, parts)) < _MIN_LENGTH for parts in differ)
    return differ[0] if len(differ) == 1 and not joint else (a, b)


def _with_another_first(shelves: Iterable[list[_Shelved]]) -> Iterator[tuple[str, str]]:
    """Pairs whose first letter is changed, dropped or turned with the second: Kerdanian, Jerdanian, Erdanian, Ekrdanian."""
    words: dict[str, str] = {}
    tails: dict[str, list[str]] = defaultdict(list)
    for _, key, text in (shelved for shelf in shelves for shelved in shelf):
        if len(key) >= _OTHER_FIRST_FROM and not text[1].isupper():
            words[key] = text
            tails[key[1:]].append(text)
    turned_round = {key[1] + key[0] + key[2:] for key in words if key[0] < key[1]}
    if len(tails) == len(words) and words.keys().isdisjoint(tails) and words.keys().isdisjoint(turned_round):
        return
    for key, text in words.items():
        tail = key[1:]
        near = []
        if 1 < len(tails[tail]) <= _CROWDED_TAIL:
            near += [other for other in tails[tail] if folded(other)[0] > key[0]]
        if dropped := words.get(tail):
            near.append(dropped)
        if key[0] < key[1] and (turned := words.get(key[1] + key[0] + key[2:])):
            near.append(turned)
        yield from ((text, other) for other in near if other.count("-") == text.count("-"))


def _without_prefix(text: str, shelves: _Shelves) -> Iterator[tuple[str, str]]:
    """`text` with the words that are or resemble it without its Mc or Mac: McSalley and Salley, Scalley."""
    tail = without_prefix(text)
    if len(tail) < _MIN_LENGTH or tail == folded(text):
        return
    for length in (len(tail) - 1, len(tail), len(tail) + 1):
        for _, key, other in shelves.get((tail[0], length), []):
            if edits(key, tail, 1) <= 1 and other != text and not _is_given(other):
                yield text, other


def _is_given(word: str) -> bool:
    """Whether `word` is a common given name, such as Donald, which stands beside McDonald by chance."""
    known = entry(word)
    return bool(known.given) and known.frequency > 14
