r"""What Python's compiler makes of patterns, kept beside newslint's own bytecode.

Python's matcher believes whatever codes it's given, and wrong ones end the process. So they lie where newslint's .pyc
files lie, and nowhere else: who can write there can already run whatever he likes. Where that folder can't be written,
each run compiles what it needs.

That is made quicker, too. What takes longest in a pattern are its sets of characters ([\w’-], [^;–]): the compiler goes
through 65,536 characters for each, and the same sets stand in pattern after pattern. Each is worked out once in a run.
"""

from __future__ import annotations

import marshal
import os
import re
import stat
import sys
import zlib
from array import array
from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Lock
from typing import Any

from newslint.startup.row import Row

_MOST_BYTES = 8_000_000
# So many patterns, three times as many as newslint has, are never all in use.
_TOO_MANY = 2_000
# Whoever but the owner may write a file with one of these.
_WRITABLE_BY_OTHERS = 0o022


class Codes(Row):
    """A pattern as the matcher takes it: flags, codes, number of groups, groups by name, and names by number."""

    flags: int
    codes: bytes
    groups: int
    names: dict[str, int]
    positions: tuple[str | None, ...]


class _Store:
    """The codes of earlier runs, those that this run made, and which of them it asked for."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.known: dict[tuple[str, int], Any] = _read(file) if file else {}
        self.asked: set[tuple[str, int]] = set()
        self.new = False

    def worth_keeping(self) -> dict[tuple[str, int], Any]:
        """All of them; but only what this run asked for where nearly all the others are an older newslint's.

        A run on a note of two lines asks for few, and must not cost the next draft all others.
        """
        if len(self.known) <= _TOO_MANY:
            return self.known
        return {key: self.known[key] for key in self.asked & self.known.keys()}


def place() -> str:
    """The file for codes, where this module's own bytecode would be looked for; "" where that is nowhere for sure."""
    bytecode = __spec__.cached if __spec__ else None
    if not bytecode or not os.path.isabs(bytecode):  # PYTHONPYCACHEPREFIX may be relative
        return ""
    return os.path.join(os.path.dirname(bytecode), f"patterns.{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")


def _read(file: str) -> dict[tuple[str, int], Any]:
    try:
        with open(file, "rb", opener=_opener) as opened:
            if not _is_own(os.fstat(opened.fileno())):
                return {}
            data = opened.read(_MOST_BYTES)
        if int.from_bytes(data[:4], "big") != zlib.crc32(data[4:]):
            return {}
        known = marshal.loads(data[4:])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


def _opener(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _is_own(found: os.stat_result) -> bool:
    """Whether the file is as well kept as newslint's source: of its owner or root's, and for nobody else to write."""
    if not stat.S_ISREG(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid in (os.stat(__file__).st_uid, 0) and not found.st_mode & _WRITABLE_BY_OTHERS


_STORE = _Store(place())


def pattern(text: str, flags: int) -> re.Pattern[str]:
    """`re.compile(text, flags)`, from the codes of an earlier run where there are any."""
    key = text, flags
    _STORE.asked.add(key)
    made = _made(text, _STORE.known.get(key))
    if made is None:
        fresh = _codes(text, flags)
        made = _made(text, fresh)
        if made is None:
            return re.compile(text, flags)
        _STORE.known[key] = tuple(fresh or ())
        _STORE.new = True
    return made


def _made(text: str, known: Sequence[Any] | None) -> re.Pattern[str] | None:
    if known is None:
        return None
    try:
        flags, codes, groups, names, positions = known
        made: re.Pattern[str] = import_module("_sre").compile(
            text, flags, array("I", codes).tolist(), groups, names, positions
        )
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return None
    return made


def keep() -> None:
    """Keep what this run had to compile for the next one. A failure costs only time."""
    if not (_STORE.new and _STORE.file):
        return
    _STORE.new = False
    data = marshal.dumps(_STORE.worth_keeping())
    beside = f"{_STORE.file}.{os.urandom(8).hex()}~"
    try:
        os.makedirs(os.path.dirname(beside), exist_ok=True)
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with open(number, "wb") as file:
            file.write(zlib.crc32(data).to_bytes(4, "big") + data)
        os.replace(beside, _STORE.file)
    except OSError:
        return


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
            codes = array("I", [int(number) for number in compiler._code(parsed, flags)])
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
