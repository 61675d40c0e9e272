"""Regular expressions that are compiled once for a user instead of once in every run.

Two hundred patterns take the standard library longer to compile than a draft takes to lint. What it makes of them is
therefore kept in the user's cache, by Python's version, and handed straight to its matcher the next time. Whatever
doesn't fit (another Python, a damaged file) is compiled as ever.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from array import array
from functools import cache
from importlib import import_module
from typing import Any

from newslint.startup import userfiles

_FILE = f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"

# So many times as many patterns as one run needs are never all in use.
_TOO_MANY = 4

Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class _Store:
    """The patterns of earlier runs and those that this run had to compile, and which of them all this run asked for."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Compiled] = _read()
        self.asked: set[tuple[str, int]] = set()
        self.new = False

    def worth_keeping(self) -> dict[tuple[str, int], Compiled]:
        """All of them; but only what this run asked for where nearly all the others are an older newslint's."""
        if len(self.known) <= _TOO_MANY * len(self.asked):
            return self.known
        return {key: self.known[key] for key in self.asked & self.known.keys()}


def _read() -> dict[tuple[str, int], Compiled]:
    data = userfiles.load(_FILE)
    if data is None or int.from_bytes(data[:4], "big") != zlib.crc32(data[4:]):
        return {}
    try:
        known = marshal.loads(data[4:])
    except (ValueError, EOFError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


_STORE = _Store()


@cache
def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, from the cache where an earlier run made it.

    Not for a pattern with a name of the draft in it, which the cache would hold for ever and no later run need.
    """
    _STORE.asked.add((text, int(flags)))
    known = _STORE.known.get((text, int(flags)))
    if known is not None:
        made = _restored(text, known)
        if made is not None:
            return made
    fresh = re.compile(text, flags)
    parts = _parts(text, int(flags))
    if parts is not None:
        _STORE.known[text, int(flags)] = parts
        _STORE.new = True
    return fresh


def _restored(text: str, known: Compiled) -> re.Pattern[str] | None:
    try:
        matcher = import_module("_sre")
        flags, code, groups, names, positions = known
        made: re.Pattern[str] = matcher.compile(text, flags, array("I", code).tolist(), groups, names, positions)
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None
    return made


def _parts(text: str, flags: int) -> Compiled | None:
    """What the standard library's compiler hands to its matcher for a pattern; None where it can't be told."""
    try:
        compiler: Any = vars(re)["_compiler"]
        parsed = vars(re)["_parser"].parse(text, flags)
        code = array("I", [int(number) for number in compiler._code(parsed, flags)])
        names = dict(parsed.state.groupdict)
        positions: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            positions[number] = name
        return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, names, tuple(positions)
    except (KeyError, AttributeError, TypeError, OverflowError):
        return None


def keep() -> None:
    """Keep what this run had to compile for the next one."""
    if _STORE.new:
        data = marshal.dumps(_STORE.worth_keeping())
        userfiles.keep(_FILE, zlib.crc32(data).to_bytes(4, "big") + data)
        _STORE.new = False
