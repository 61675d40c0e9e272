"""Signposts: short strings that stand wherever a pattern can match, so that a long text needn't be searched whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# How far before a sign a match may begin, and how far behind it end.
_BACK = 16
_AHEAD = 320


def matches_near(text: str, signs: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` around `signs`, in order, no two overlapping."""
    start = end = 0
    for at in sorted(at for sign in signs for at in _places(text, sign)):
        if at - _BACK > end:
            yield from pattern.finditer(text, start, end)
            start = at - _BACK
        end = at + _AHEAD
    yield from pattern.finditer(text, start, end)


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))
