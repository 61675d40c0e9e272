r"""What Python's compiler makes of patterns, kept beside newslint's own bytecode.

Python's matcher believes whatever codes it's given, and wrong ones end the process. So they lie where newslint's .pyc
files lie, and nowhere else: who can write there can already run whatever he likes. Where that folder can't be written,
each run compiles what it needs.

That is made quicker, too. What takes longest in a pattern are its sets of characters ([\w’-], [^;–]): the compiler goes
through 65,536 characters for each, and the same sets stand in pattern after pattern. Each is worked out once in a run. And
the head of the codes tells more of where a match may begin (`beginnings`).
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

from newslint.startup.beginnings import informed
from newslint.startup.codefile import CodeFile, Key, beside
from newslint.startup.row import Row

# So many patterns, three times as many as newslint has, are never all in use.
_TOO_MANY = 2_000


class Codes(Row):
    """A pattern as the matcher takes it: flags, codes, number of groups, groups by name, and names by number."""

    flags: int
    codes: bytes
    groups: int
    names: dict[str, int]
    positions: tuple[str | None, ...]


def place() -> str:
    """The file for codes; "" where that is nowhere for sure."""
    return beside(__spec__, "pattern-codes")  # another name where the same pattern gets other codes


# The standard library's, where there is one: `re` has imported it.
_MATCHER: Any = sys.modules.get("_sre")
_FILE = CodeFile(place())
# What this run asked for, and what of it wasn't in the file.
_ASKED: set[Key] = set()
_NEW: dict[Key, Codes] = {}


def pattern(text: str, flags: int) -> re.Pattern[str]:
    """`re.compile(text, flags)`, from the codes of an earlier run where there are any."""
    key = text, flags
    _ASKED.add(key)
    known = _FILE.get(key)
    made = known and _made(text, known)
    if made:
        return made
    fresh = _codes(text, flags)
    made = fresh and _made(text, fresh)
    if fresh is None or made is None:
        return re.compile(text, flags)
    _NEW[key] = fresh
    return made


def _made(text: str, codes: Sequence[Any]) -> re.Pattern[str] | None:
    """The pattern of these codes; None where they fit no matcher of this Python's."""
    try:
        flags, numbers, groups, names, positions = codes
        made: re.Pattern[str] = _MATCHER.compile(text, flags, array("I", numbers).tolist(), groups, names, positions)
    except (AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None
    return made


def keep() -> None:
    """Keep what this run had to compile for the next one. A failure costs only time.

    Codes that it didn't ask for stay, for a run on a note of two lines asks for few; but not where nearly all must be an
    older newslint's.
    """
    if _NEW and _FILE.name:
        new = {key: tuple(codes) for key, codes in _NEW.items()}
        _NEW.clear()
        _FILE.keep(new, _ASKED if len(_FILE) > _TOO_MANY else None)


_LOCK = Lock()
_OPTIMIZE = "_optimize_charset"
_SETS: dict[Any, Any] = {}


def _codes(text: str, flags: int) -> Codes | None:
    """What the standard library's compiler hands to its matcher for a pattern; None where this Python doesn't tell."""
    compiler: Any = vars(re).get("_compiler")
    parser: Any = vars(re).get("_parser")
    with _LOCK:
        work_out = vars(compiler).get(_OPTIMIZE) if compiler else None
        if work_out:
            setattr(compiler, _OPTIMIZE, _once(work_out))
        try:
            parsed = parser.parse(text, flags)
            codes = array("I", informed(parsed, [int(number) for number in compiler._code(parsed, flags)], flags))
            names = dict(parsed.state.groupdict)
            positions: list[str | None] = [None] * parsed.state.groups
            for name, number in names.items():
                positions[number] = name
            return Codes(
                int(flags | parsed.state.flags), codes.tobytes(), parsed.state.groups - 1, names, tuple(positions)
            )
        except (KeyError, AttributeError, TypeError, OverflowError):
            return None
        finally:
            if work_out:
                setattr(compiler, _OPTIMIZE, work_out)


def _once(work_out: Callable[..., Any]) -> Callable[..., Any]:
    """`work_out`, a function of a set's parts and of how case is folded, with what it said of a set before."""

    def worked_out(parts: Sequence[Any], *folding: Any) -> Any:
        key = tuple(parts), *map(id, folding)
        try:
            if key not in _SETS:
                _SETS[key] = work_out(parts, *folding), folding  # held, so that no other gets its id
            return _SETS[key][0]
        except TypeError:  # parts that are worked out already
            return work_out(parts, *folding)

    return worked_out
