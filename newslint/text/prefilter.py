"""Signposts: short strings that stand wherever a pattern can match, so that a long text needn't be searched whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate, filterfalse

from newslint.document import Block, Document, analysis
from newslint.startup.expressions import compiled
from newslint.text.words import digits, lowered, mixed_words, occurrences, words

# How far before a sign a match may begin, and how far behind it end.
_BACK = 16
_AHEAD = 320


# All but what most of the copy is made of, and the first letters behind it: what a sign has of that, the copy has too.
_RARE = compiled(r"[^a-z ,.’“”\n][^a-z ,.’“”\n]*[a-z]{0,3}")
_RUN = compiled(r"\w+")


@analysis
def _rare_text(document: Document) -> str:
    """Every run of capitals, figures and rarer marks, once: a tenth of the copy, in which most signs have a part."""
    return " ".join(set(_RARE.findall(document.text)))


@cache
def _sorted(signs: tuple[str, ...]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The signs that are words in small letters by their first word, and all others by their longest rare part."""
    phrases: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for sign in signs:
        if sign.isascii() and sign.islower() and sign.replace(" ", "").isalnum():
            phrases.setdefault(sign.partition(" ")[0], []).append(sign)
        else:
            others.setdefault(max(_RARE.findall(sign), key=len, default=""), []).append(sign)
    return phrases, others


def signs_in(document: Document, signs: tuple[str, ...]) -> dict[str, list[int]]:
    """Those of `signs` that stand in the copy, with where they do.

    A sign of small letters alone is whole words of the story, whatever their capitals; any other stands in the text just so.
    """
    rare, text = _rare_text(document), document.text
    phrases, others = _sorted(signs)
    found = {
        sign: _places_of_words(document, sign)
        for word in phrases.keys() & occurrences(document)
        for sign in phrases[word]
    }
    for part, group in others.items():
        if part in rare:
            found.update((sign, list(places_of(text, sign))) for sign in group if part == sign or sign in text)
    return {sign: places for sign, places in found.items() if places}


def _places_of_words(document: Document, phrase: str) -> list[int]:
    """Where the words of `phrase` stand one behind the other."""
    low, starts = lowered(document), words(document).starts
    first, *rest = phrase.split(" ")
    return [starts[index] for index in occurrences(document)[first] if low[index + 1 : index + 1 + len(rest)] == rest]


@analysis
def _lowered_copy(document: Document) -> tuple[str, list[int]]:
    """The text of the story's own blocks in small letters, and where in it each of them ends."""
    blocks = [f"{document.text[block.start : block.end].lower()}\n" for block in document.copy]
    return "".join(blocks), list(accumulate(map(len, blocks)))


def blocks_with(document: Document, *signs: str) -> Iterator[Block]:
    """The story's own blocks in which any of `signs` stands, whatever its capitals there; they're given in small letters."""
    text, ends = _lowered_copy(document)
    numbers = {bisect_right(ends, at) for sign in signs if sign in text for at in places_of(text, sign)}
    return map(document.copy.__getitem__, sorted(numbers))


@analysis
def _joined_runs(document: Document) -> Mapping[str, list[tuple[str, int]]]:
    """Each run of letters and figures in a word of several (o’clock, noon-time) -> the words that hold it, with its offset in them."""
    found: dict[str, list[tuple[str, int]]] = {}
    for key in filterfalse(str.isalnum, mixed_words(document)):
        for run in _RUN.finditer(key):
            found.setdefault(run[0], []).append((key, run.start()))
    return found


def starts_of(document: Document, runs: Collection[str]) -> list[int]:
    """Where any of `runs` stands in the story's own blocks with no letter or figure beside it, whatever its capitals, in order."""
    starts, places, joined = words(document).starts, occurrences(document), _joined_runs(document)
    found = [starts[index] for run in runs for index in places.get(run, ())]
    found += [
        starts[index] + offset for run in joined.keys() & runs for key, offset in joined[run] for index in places[key]
    ]
    found.sort()
    return found


def blocks_at(document: Document, starts: Iterable[int]) -> Iterator[Block]:
    """The blocks in which `starts` lie, which are in order, each block once."""
    end = 0
    for start in starts:
        if start >= end and (block := document.block_at(start)) is not None:
            yield block
            end = block.end


def blocks_with_digits(document: Document) -> Iterator[Block]:
    """The story's own blocks that have figures, in order."""
    return blocks_at(document, (start for start, _ in digits(document)))


def blocks_with_words(document: Document, runs: Collection[str]) -> Iterator[Block]:
    """The story's own blocks in which any of `runs` stands as a word, or as a part of one that holds other marks than letters."""
    return blocks_at(document, starts_of(document, runs))


def matches_at(document: Document, starts: Iterable[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What `finditer` finds in the blocks of the story of a pattern that can match from `starts` on and nowhere else."""
    end = 0
    for start in sorted(starts):
        block = document.block_at(start) if start >= end else None
        match = pattern.match(document.text, start, block.end) if block is not None else None
        if match is not None:
            yield match
            end = match.end()


def matches_near(text: str, places: Iterable[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` around `places`, in order, no two overlapping."""
    start = end = 0
    for at in sorted(places):
        if at - _BACK > end:
            yield from pattern.finditer(text, start, end)
            start = at - _BACK
        end = at + _AHEAD
    yield from pattern.finditer(text, start, end)


def places_of(text: str, sign: str) -> Iterator[int]:
    """Where `sign` stands in the text, in order, no two overlapping."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))
