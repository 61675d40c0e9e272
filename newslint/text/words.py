"""Words: the one pass over the copy that everything else shares."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, MutableSequence, Sequence
from itertools import accumulate, filterfalse, pairwise

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

# A word holds inner apostrophes, hyphens and the points of initials: don’t, Jong-un, U.S.
# Each alternative begins with what rules it out at once, and what's plain in most words isn't tried again.
_WORD = compiled(r"(\w(?:\.(?<=[A-Za-z]\.)(?:[A-Za-z]\.)+|\w*+(?:['’‘\-‐‑]\w++(?:['’‘\-‐‑]\w+)*|)))")
_DIGITS = compiled(r"\d+")
# In copy of so many letters a word that stands often is kept as one string, and places in an array: that saves memory, and
# costs time.
_LONG = 1_000_000
SAID_AGAIN = 4  # how far back `said_again` looks


class Words(Row):
    """The words of the copy in order, as columns of equal length: cheaper than an object for each."""

    texts: list[str]
    starts: Sequence[int]

    def span(self, index: int) -> Span:
        """Where word `index` stands in the document's text."""
        start = self.starts[index]
        return Span(start, start + len(self.texts[index]))

    def gap(self, index: int) -> Span:
        """What stands between word `index` and the next."""
        return Span(self.starts[index] + len(self.texts[index]), self.starts[index + 1])


@analysis
def words(document: Document) -> Words:
    """Every word of the story's own blocks."""
    texts: list[str] = []
    long = len(document.text) > _LONG
    starts: MutableSequence[int] = array("I") if long else []
    once = {"": ""}.setdefault
    for block in document.copy:
        # What lies between words and the words in turn: quicker than a match for each word.
        parted = _WORD.split(document.text[block.start : block.end])
        texts += map(once, parted[1::2], parted[1::2]) if long else parted[1::2]
        starts.extend(list(accumulate(map(len, parted), initial=block.start))[1:-1:2])
    return Words(texts, starts)


@analysis
def digits(document: Document) -> list[tuple[int, Block]]:
    """Where each run of digits starts, and its block: all that a pattern for figures need be tried at."""
    texts, starts = words(document)
    places = occurrences(document)
    found = [
        starts[index] + match.start()
        for key in mixed_words(document)
        if _DIGITS.search(key)
        for index in places[key]
        for match in _DIGITS.finditer(texts[index])
    ]
    return [(start, block) for start in sorted(found) if (block := document.block_at(start)) is not None]


@analysis
def lowered(document: Document) -> list[str]:
    """The words in lower case, in the order of `words`."""
    texts = words(document).texts
    if len(document.text) <= _LONG:
        return list(map(str.lower, texts))
    once = {"": ""}.setdefault
    low = {text: once(key, key) for text in set(texts) for key in (text.lower(),)}
    return list(map(low.__getitem__, texts))


def _no_places() -> array[int]:
    return array("I")


@analysis
def occurrences(document: Document) -> Mapping[str, Sequence[int]]:
    """Where each word stands, whatever its capitals: lower-case form -> indexes into `words`, in order."""
    found: defaultdict[str, MutableSequence[int]] = defaultdict(_no_places if len(document.text) > _LONG else list)
    for index, key in enumerate(lowered(document)):
        found[key].append(index)
    found.default_factory = None  # from here on it's a plain mapping
    return found


@analysis
def repeated(document: Document) -> Mapping[str, Sequence[int]]:
    """The words of `occurrences` that stand more than once."""
    return {key: indexes for key, indexes in occurrences(document).items() if len(indexes) > 1}


@analysis
def said_again(document: Document) -> Mapping[int, list[int]]:
    """How many words back -> the words, in order, that are the same as the one that stands there."""
    found: dict[int, list[int]] = {distance: [] for distance in range(1, SAID_AGAIN + 1)}
    for places in repeated(document).values():
        for first, following in pairwise(places):
            if following - first <= SAID_AGAIN:
                number = bisect_left(places, following)
                for again in places[number : number + SAID_AGAIN]:
                    if again - first <= SAID_AGAIN:
                        found[again - first].append(again)
    return {distance: sorted(places) for distance, places in found.items()}


@analysis
def mixed_words(document: Document) -> tuple[str, ...]:
    """The words (keys of `occurrences`) that hold more than letters: hyphens, apostrophes, points, figures."""
    return tuple(filterfalse(str.isalpha, occurrences(document)))


@analysis
def _held(document: Document) -> Mapping[str, list[tuple[str, int]]]:
    """Each part of the mixed words -> the words that hold it, with its offset in them."""
    found: dict[str, list[tuple[str, int]]] = {}
    for key in mixed_words(document):
        for part, offset in _parts(key):
            found.setdefault(part, []).append((key, offset))
    return found


@analysis
def parts(document: Document) -> tuple[str, ...]:
    """Every word with a possessive ending cut off, and compounds whole and taken apart at their hyphens."""
    return tuple(dict.fromkeys((*filter(str.isalpha, occurrences(document)), *_held(document))))


def part_spans(document: Document, part: str) -> list[Span]:
    """Where `part` (of `parts`) stands; none where it doesn't."""
    starts, places = words(document).starts, occurrences(document)
    holders = _held(document).get(part, [])
    if part.isalpha() and part in places:
        holders = sorted([(part, 0), *holders], key=lambda holder: places[holder[0]][0])
    return [
        Span(starts[index] + offset, starts[index] + offset + len(part))
        for key, offset in holders
        for index in places[key]
    ]


def _parts(key: str) -> list[tuple[str, int]]:
    """Each part of a word in lower case, with its offset in the word."""
    plain = key[:-2] if key.endswith(("'s", "’s")) else key
    if "-" not in plain:
        return [(plain, 0)]
    found = [(plain, 0)]
    offset = 0
    for part in plain.split("-"):
        if part:
            found.append((part, offset))
        offset += len(part) + 1
    return found


def cased_like(model: str, word: str) -> str:
    """`word` with the capitals of `model`: Centre, center -> Center; LABOUR, labor -> LABOR."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
