"""Signposts: short strings that stand wherever a pattern can match, so that a long text needn't be searched whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BACK = 16
_AHEAD = 320


def matches_near(text: str, signs: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin a little before one of `signs` or at it, each once, in no order."""
    seen: set[int] = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            match = pattern.search(text, max(0, at - _BACK), at + _AHEAD)
            while match is not None and match.start() <= at:
                if match.start() not in seen:
                    seen.add(match.start())
                    yield match
                match = pattern.search(text, max(match.end(), match.start() + 1), at + _AHEAD)
            at = text.find(sign, at + len(sign))
