"""Tables of numbers of 32 bits that lie on disk in order, the same for every machine."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable


def packed(numbers: Iterable[int]) -> bytes:
    """The bytes of a table of `numbers`, each from 0 to 2³² - 1: four for each, the lowest first."""
    return _turned(array("I", numbers)).tobytes()


def unpacked(table: bytes) -> array[int]:
    """The numbers of a table. Raises ValueError where its bytes aren't a multiple of four."""
    return _turned(array("I", table))


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
