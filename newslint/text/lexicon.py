"""What is a common word, and what a name: facts about English at large, not about the draft."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from newslint.startup.row import Row
from newslint.text.number_tables import table

_DATA = Path(__file__).parents[1] / "data"


COUNTRY = 3  # the mark of a country or continent in `Entry.place`
MAN, WOMAN = 1, 2  # the marks of a man's and a woman's name in `Entry.given`


class Entry(Row):
    """What the lists know of a word; 0 where they don't.

    frequency: the binary logarithm of how often it stands on the web (10 rare, 22 ordinary, 34 “the").
    word: 1 for the commonest dictionary words to 8 for the rarest. proper: likewise for proper names, 1 to 9.
    surname: 1 rare to 9 among the commonest. given: MAN or WOMAN, 3 where it's both.
    place: 1 a large city, 2 a province or state, 3 a country or continent.
    """

    frequency: int = 0
    word: int = 0
    proper: int = 0
    surname: int = 0
    given: int = 0
    place: int = 0


_UNKNOWN = Entry()
_NOUGHT = ord("0")


SHELVES = 1 << 16


def shelf(word: bytes) -> int:
    """The shelf on which the row of a word in ASCII stands, by a sum over its letters; of 0 to `SHELVES` - 1."""
    return crc32(word) % SHELVES


class _Lists:
    """The word list as it lies on disk, shelf by shelf, with an index: nothing is parsed before it's asked for."""

    def __init__(self, rows: mmap, index: Path) -> None:
        self.rows = rows
        self.offsets = table(index)

    def row(self, word: str) -> bytes:
        """What stands behind `word`, or nothing."""
        begin = self.place(word) if word.isascii() else 0
        return self.rows[begin : self.rows.find(b"\n", begin)] if begin else b""

    def place(self, word: str) -> int:
        """Where the row of a word in ASCII begins; 0 where it has none."""
        letters = word.encode("ascii")
        number = crc32(letters) % SHELVES  # as `shelf` tells
        line = b"\n%b\t" % letters
        at = self.rows.find(line, self.offsets[number], self.offsets[number + 1])
        return at + len(line) if at >= 0 else 0


@cache
def _lists() -> _Lists:
    with (_DATA / "lexicon.txt").open("rb") as file:
        rows = mmap(file.fileno(), 0, access=ACCESS_READ)
    return _Lists(rows, _DATA / "lexicon.index")


@lru_cache(maxsize=65536)
def entry(word: str) -> Entry:
    """What the lists know of `word`, whatever its capitals and accents."""
    row = _lists().row(word.lower() if word.isascii() else folded(word))
    return _read(row) if row else _UNKNOWN


@cache  # most words share their row with many others
def _read(row: bytes) -> Entry:
    """A row is digits of base 36: 0-9, A-Z."""
    return Entry(*[digit - 48 if digit < 58 else digit - 55 for digit in row])


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """`word` in lower case, without accents, and with a straight apostrophe."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def in_dictionary(word: str) -> bool:
    """Whether a word in lower case and ASCII is one that `is_word` knows: quicker, where each is asked for but once."""
    lists = _lists()
    place = lists.place(word)
    return place > 0 and lists.rows[place + 1] > _NOUGHT


def is_word(word: str) -> bool:
    """Whether `word` stands in the dictionary as more than a name."""
    return entry(word).word > 0


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name known in English."""
    return entry(word).given > 0


@cache
def _nicknames() -> list[str]:
    """A row a name, in order: the name, a tab, the names it may stand for."""
    return (_DATA / "nicknames.txt").read_text("utf-8").splitlines()


def may_be_one_given_name(a: str, b: str) -> bool:
    """Whether one of the given names is a short or pet form of the other (Bill, William)."""
    a, b = folded(a), folded(b)
    return a == b or _stands_for(a, b) or _stands_for(b, a)


def _stands_for(name: str, other: str) -> bool:
    return other in full_names(name)


@lru_cache(maxsize=4096)
def full_names(name: str) -> frozenset[str]:
    """The names that a short or pet form, in small letters, may stand for."""
    rows, start = _nicknames(), f"{name}\t"
    at = bisect_left(rows, start)
    return frozenset(rows[at][len(start) :].split(" ") if at < len(rows) and rows[at].startswith(start) else ())


@cache
def _romanisations() -> str:
    """A line for each name of another script: all its forms, each between two spaces."""
    return " " + (_DATA / "romanisations.txt").read_bytes().decode("ascii").replace("\n", " \n ")


def may_be_one_romanised_name(a: str, b: str) -> bool:
    """Whether both are ways to write one name of another script (Zelensky, Zelenskiy): a hint, no proof."""
    names, a, b = _romanisations(), f" {folded(a)} ", f" {folded(b)} "
    at = names.find(a)
    while at >= 0:
        end = names.index("\n", at)
        if names.find(b, names.rfind("\n", 0, at) + 1, end) >= 0:
            return True
        at = names.find(a, end)
    return False
