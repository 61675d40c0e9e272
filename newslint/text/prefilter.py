"""Signposts: short strings that stand wherever a pattern can match, so that a long text needn't be searched whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newslint.document import Block, Document, analysis
from newslint.startup.expressions import compiled
from newslint.text.words import lowered, occurrences, words

# How far before a sign a match may begin, and how far behind it end.
_BACK = 16
_AHEAD = 320


# All but what most of the copy is made of, and the first letters behind it: what a sign has of that, the copy has too.
_RARE = compiled(r"[^a-z ,.’“”\n][^a-z ,.’“”\n]*[a-z]{0,3}")


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
def _lowered_blocks(document: Document) -> tuple[tuple[Block, str], ...]:
    """The story's own blocks, each with its text in small letters."""
    return tuple((block, document.text[block.start : block.end].lower()) for block in document.copy)


def blocks_with(document: Document, *signs: str) -> Iterator[Block]:
    """The story's own blocks in which any of `signs` stands, whatever its capitals there; they're given in small letters."""
    return (block for block, low in _lowered_blocks(document) if any(sign in low for sign in signs))


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
