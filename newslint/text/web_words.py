"""How usual a form is on the web, names and foreign words included. Facts about the world at large, not about the draft.

What no list has may still be written every day: Osama, Instituto, Zelaya. What isn't here either nobody writes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

from newslint.text.lexicon import entry, folded
from newslint.text.number_tables import table

_FILE = Path(__file__).parents[1] / "data" / "web_words.bin"
# The lowest bits of a number in the table are the level, counted from the rarest that the web's count has.
LEVELS = 16
LOWEST = 12


def mark(word: str) -> int:
    """The number under which a folded word is looked up; its lowest bits are left for the level."""
    return crc32(word.encode("utf-8")) & -LEVELS & 0xFFFFFFFF


@lru_cache(maxsize=16384)
def written(word: str) -> int:
    """The binary logarithm of how often `word` stands on the web, whatever its capitals (14 rare, 22 ordinary); 0 for never.

    One word in a thousand that nobody writes passes for a rare one, since the table holds sums over letters alone.
    """
    known = entry(word).frequency
    if known:
        return known
    marks, wanted = _marks(), mark(folded(word))
    at = bisect_left(marks, wanted)
    return LOWEST + marks[at] - wanted if at < len(marks) and marks[at] - wanted < LEVELS else 0


@cache
def _marks() -> Sequence[int]:
    return table(_FILE)
