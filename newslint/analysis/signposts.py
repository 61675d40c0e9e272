"""Signposts: short strings that stand wherever a pattern can match, so that a long text needn't be searched whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newslint.document import Document, analysis
from newslint.expressions import compiled

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
def _by_rare_part(signs: tuple[str, ...]) -> Mapping[str, list[str]]:
    """The signs by the longest rare part of each: where that is missing, so are they."""
    found: dict[str, list[str]] = {}
    for sign in signs:
        found.setdefault(max(_RARE.findall(sign), key=len, default=""), []).append(sign)
    return found


def signs_in(document: Document, signs: tuple[str, ...]) -> set[str]:
    """Those of `signs` that stand in the document's text."""
    rare, text = _rare_text(document), document.text
    return {
        sign
        for part, group in _by_rare_part(signs).items()
        if part in rare
        for sign in group
        if part == sign or sign in text
    }


def matches_near(text: str, signs: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` around `signs`, in order, no two overlapping."""
    start = end = 0
    for at in sorted(at for sign in signs for at in places_of(text, sign)):
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
