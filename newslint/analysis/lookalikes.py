"""Pairs of words that differ by a slip or two, found without holding each against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newslint.analysis.lexicon import entry, folded
from newslint.analysis.likeness import edits, inflected, letters, same_letters, without_prefix

_MIN_LENGTH = 4
# From this length on two edits may be one slip.
_TWO_EDITS_FROM = 6
# From this length on the first letter may be the slip.
_OTHER_FIRST_FROM = 5
# Shorter words in capitals differ by a letter because they are two things.
_LONG_ACRONYM = 6

_PREFIXED = ("Mc", "Mac", "Fitz", "O'", "O’")

_Shelved = tuple[int, str, str]
_Shelves = dict[tuple[str, int], list[_Shelved]]


def lookalikes(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of `texts` within two edits that begin alike, and such as differ by one edit of the first letter or by a prefix."""
    texts = list(texts)
    shelves: _Shelves = defaultdict(list)
    for text in texts:
        key = folded(text) if len(text) >= _MIN_LENGTH else ""
        if key.isalpha() and len(key) >= _MIN_LENGTH:
            shelves[key[0], len(key)].append((letters(key), key, text))
    for (letter, length), shelf in shelves.items():
        most = 1 if length < _TWO_EDITS_FROM else 2
        for more in range(most + 1):
            for one, other in _pairs(shelf, shelves.get((letter, length + more), []), 2 * most):
                if one[1] != other[1] and edits(one[1], other[1], most) <= most and _comparable(one[2], other[2]):
                    yield one[2], other[2]
    yield from _with_another_first(shelf for shelf in shelves.values())
    for text in texts:
        yield from _without_prefix(text, shelves)


def _pairs(shelf: list[_Shelved], others: list[_Shelved], most: int) -> Iterator[tuple[_Shelved, _Shelved]]:
    """One of each shelf (two of one, if it's the same), where at most `most` letters stand in only one of the words."""
    for index, one in enumerate(shelf):
        has = one[0]
        for other in others[index + 1 :] if others is shelf else others:
            if (has ^ other[0]).bit_count() <= most:
                yield one, other


def _comparable(a: str, b: str) -> bool:
    """Whether the two can be one name at all: not an acronym and a word, not a word inflected. A plural may be a slip."""
    if inflected(folded(a), folded(b)):
        return len(a) > _LONG_ACRONYM and (a == b + "s" or b == a + "s")
    if a.isupper() and b.isupper() and len(a) < _LONG_ACRONYM:
        return same_letters(a, b)  # ISIS and ISIL are two things
    return a.isupper() == b.isupper() or min(len(a), len(b)) >= _LONG_ACRONYM


def _with_another_first(shelves: Iterable[list[_Shelved]]) -> Iterator[tuple[str, str]]:
    """Pairs whose first letter is changed, dropped or turned with the second: Kerdanian, Jerdanian, Erdanian, Ekrdanian."""
    words: dict[str, str] = {}
    tails: dict[str, list[str]] = defaultdict(list)
    for _, key, text in (shelved for shelf in shelves for shelved in shelf):
        if len(key) >= _OTHER_FIRST_FROM and not text[1].isupper():
            words[key] = text
            tails[key[1:]].append(text)
    for key, text in words.items():
        yield from ((text, other) for other in tails[key[1:]] if folded(other)[0] > key[0])
        dropped, turned = words.get(key[1:]), words.get(key[1] + key[0] + key[2:])
        if dropped:
            yield text, dropped
        if turned and key[0] < key[1]:
            yield text, turned


def _without_prefix(text: str, shelves: _Shelves) -> Iterator[tuple[str, str]]:
    """`text` with the words that are or resemble it without its Mc or Mac: McSalley and Salley, Scalley."""
    if not text.startswith(_PREFIXED):
        return
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
