"""Tables of numbers of 32 bits that lie on disk in order, the same for every machine."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path


def packed(numbers: Iterable[int]) -> bytes:
    """The bytes of a table of `numbers`, each from 0 to 2³² - 1: four for each, the lowest first."""
    return _turned(array("I", numbers)).tobytes()


def table(path: Path) -> Sequence[int]:
    """The numbers of the table in a file, read where they lie: of a million a run asks for some dozens.

    Raises OSError, and ValueError where its bytes aren't a multiple of four, or none.
    """
    with path.open("rb") as file:
        held = mmap(file.fileno(), 0, access=ACCESS_READ)
    if len(held) % 4:
        raise ValueError(f"{path.name} is no table of numbers")
    return memoryview(held).cast("I") if sys.byteorder == "little" else _turned(array("I", held))


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
