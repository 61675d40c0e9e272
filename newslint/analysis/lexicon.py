"""What is a common word, and what a name: facts about English at large, not about the draft."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent.parent / "data"
_PREFIX = 3


class Entry(NamedTuple):
    """What the lists know of a word; 0 where they don't.

    frequency: the binary logarithm of how often it stands on the web (10 rare, 22 ordinary, 34 “the").
    word: 1 for the commonest dictionary words to 8 for the rarest. proper: likewise for proper names, 1 to 9.
    surname: 1 rare to 9 among the commonest. given: 1 a man's name, 2 a woman's, 3 both.
    """

    frequency: int = 0
    word: int = 0
    proper: int = 0
    surname: int = 0
    given: int = 0


_UNKNOWN = Entry()


class _Lists:
    """The word list as one text with an index, so that nothing is parsed before it's asked for."""

    def __init__(self, text: str) -> None:
        header, _, self.text = text.partition("\n")
        pairs = [pair.partition(":") for pair in header.split(" ")]
        self.prefixes = [prefix for prefix, _, _ in pairs]
        self.offsets = [int(offset) for _, _, offset in pairs] + [len(self.text)]

    def row(self, word: str) -> str:
        """What stands behind `word`, or ""."""
        index = bisect_right(self.prefixes, word[:_PREFIX]) - 1
        if index < 0 or self.prefixes[index] != word[:_PREFIX]:
            return ""
        start, end = max(0, self.offsets[index] - 1), self.offsets[index + 1]
        at = self.text.find(f"\n{word}\t", start, end) if start else -1
        if at < 0:
            if not self.text.startswith(f"{word}\t", self.offsets[index]):
                return ""
            at = self.offsets[index] - 1
        begin = at + len(word) + 2
        return self.text[begin : self.text.index("\n", begin)]


@cache
def _lists() -> _Lists:
    return _Lists((_DATA / "lexicon.txt").read_text("ascii"))


@lru_cache(maxsize=65536)
def entry(word: str) -> Entry:
    """What the lists know of `word`, whatever its capitals and accents."""
    row = _lists().row(folded(word))
    return Entry(*[int(digit, 36) for digit in row]) if row else _UNKNOWN


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """`word` in lower case, without accents, and with a straight apostrophe."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def is_word(word: str) -> bool:
    """Whether `word` stands in the dictionary as more than a name."""
    return entry(word).word > 0


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name known in English."""
    return entry(word).given > 0


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    rows = (_DATA / "nicknames.txt").read_text("utf-8").splitlines()
    split = (row.partition("\t") for row in rows)
    return {name: frozenset(others.split()) for name, _, others in split}


def may_be_one_given_name(a: str, b: str) -> bool:
    """Whether one of the given names is a short or pet form of the other (Bill, William)."""
    a, b = folded(a), folded(b)
    if a == b:
        return True
    table = _nicknames()
    return b in table.get(a, ()) or a in table.get(b, ())


@cache
def _romanisations() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, row in enumerate((_DATA / "romanisations.txt").read_text("ascii").splitlines()):
        for form in row.split():
            groups.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in groups.items()}


def may_be_one_romanised_name(a: str, b: str) -> bool:
    """Whether both are ways to write one name of another script (Zelensky, Zelenskiy): a hint, no proof."""
    table = _romanisations()
    return bool(table.get(folded(a), frozenset()) & table.get(folded(b), frozenset()))
