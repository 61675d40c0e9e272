"""Names that the world has: bodies, brands, schools, places, events of two words and more. Facts about the world at large."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from newslint.text.lexicon import folded
from newslint.text.number_tables import table

_FILE = Path(__file__).parents[1] / "data" / "known_names.bin"
# What a name is known without: articles and the small words between its others.
SMALL = frozenset("a an the of and & for in on at to by de del la du der und et y".split())


def mark(words: Iterable[str]) -> int:
    """The number by which a name is looked up: a sum over its folded words without the small ones and their possessives."""
    kept = [word for word in map(_plain, words) if word and word not in SMALL]
    return crc32(" ".join(kept).encode("utf-8"))


def _plain(word: str) -> str:
    return folded(word).removesuffix("'s").strip(".,'")


def is_known_name(words: Iterable[str]) -> bool:
    """Whether the table has a name of these words, small ones apart; one name in 40,000 that it hasn't passes for known."""
    marks, wanted = _marks(), mark(words)
    at = bisect_left(marks, wanted)
    return at < len(marks) and marks[at] == wanted


@cache
def _marks() -> Sequence[int]:
    return table(_FILE)
