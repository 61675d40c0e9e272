"""A file of codes, of patterns or of modules: an index, and behind it the codes of each, of which a run reads those that it needs.

crc of the index | length of the index | index: key -> where behind the index its entry begins and ends
entry: crc | marshal of the codes
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from importlib.machinery import ModuleSpec
from mmap import ACCESS_READ, mmap
from typing import Any

_HEAD = 8
_CRC = 4
# Whoever but the owner may write a file with one of these.
_WRITABLE_BY_OTHERS = 0o022

Key = tuple[str, int]


def beside(spec: ModuleSpec | None, name: str) -> str:
    """The file for such codes in the folder where a module's own bytecode would be looked for; "" where that is nowhere for sure."""
    bytecode = spec.cached if spec else None
    if not bytecode or not os.path.isabs(bytecode):  # PYTHONPYCACHEPREFIX may be relative
        return ""
    return os.path.join(os.path.dirname(bytecode), f"{name}.{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")


class CodeFile:
    """What lies in the file called `name`, if it's there and may be believed; "" for none.

    Without `summed` the codes of a key are taken as they lie there, as Python takes its own bytecode: to sum up four million
    bytes takes a fiftieth of a run.
    """

    def __init__(self, name: str, summed: bool = True) -> None:
        self.name = name
        self._summed = summed
        self._data: mmap | bytes = b""
        self._behind = 0
        self._index: Mapping[Key, tuple[int, int]] = {}
        if name:
            self._open()

    def _open(self) -> None:
        try:
            with open(self.name, "rb", opener=_opener) as file:
                if not _is_own(os.fstat(file.fileno())):
                    return
                data = mmap(file.fileno(), 0, access=ACCESS_READ)
            end = _HEAD + int.from_bytes(data[_CRC:_HEAD], "big")
            index = marshal.loads(_opened(data[:_CRC] + data[_HEAD:end]))
        except (OSError, ValueError, EOFError, TypeError):
            return
        if isinstance(index, dict):
            self._data, self._behind, self._index = data, end, index

    def __len__(self) -> int:
        return len(self._index)

    def get(self, key: Key) -> Any:
        """The codes of a key; None where they aren't there or are damaged."""
        place = self._index.get(key)
        if place is None:
            return None
        try:
            with self._entry(*place) as entry:
                return marshal.loads(_opened(entry) if self._summed else entry[_CRC:])
        except (ValueError, EOFError, TypeError):
            return None

    def _entry(self, start: int, end: int) -> memoryview:
        """What is to be released: a mapped file can't be closed before."""
        return memoryview(self._data)[self._behind + start : self._behind + end]

    def keep(self, new: Mapping[Key, Any], only: Iterable[Key] | None = None) -> None:
        """Write the file anew, with the codes in `new` besides; of the others those in `only`, or all.

        A failure costs only time.
        """
        left = self._index.keys() if only is None else self._index.keys() & set(only)
        entries = {key: bytes(self._entry(*self._index[key])) for key in left}
        entries.update((key, _sealed(marshal.dumps(codes))) for key, codes in new.items())
        if isinstance(self._data, mmap):
            self._data.close()  # Windows replaces no file that is mapped
        self._data, self._index = b"", {}
        _replace(self.name, b"".join(_pieces(entries)))
        self._open()


def _sealed(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_CRC, "big") + data


def _opened(sealed: bytes | memoryview) -> bytes | memoryview:
    """What was sealed. Raises ValueError where it's damaged."""
    data = sealed[_CRC:]
    if int.from_bytes(sealed[:_CRC], "big") != zlib.crc32(data):
        raise ValueError("damaged")
    return data


def _pieces(entries: Mapping[Key, bytes]) -> Iterator[bytes]:
    index, start = {}, 0
    for key, entry in entries.items():
        index[key] = start, start + len(entry)
        start += len(entry)
    data = marshal.dumps(index)
    yield zlib.crc32(data).to_bytes(_CRC, "big") + len(data).to_bytes(_HEAD - _CRC, "big") + data
    yield from entries.values()


def _replace(name: str, data: bytes) -> None:
    beside = f"{name}.{os.urandom(8).hex()}~"
    try:
        os.makedirs(os.path.dirname(beside), exist_ok=True)
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with open(number, "wb") as file:
            file.write(data)
        os.replace(beside, name)
    except OSError:
        return


def _opener(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _is_own(found: os.stat_result) -> bool:
    """Whether the file is as well kept as newslint's source: of its owner or root's, and for nobody else to write."""
    if not stat.S_ISREG(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid in (os.stat(__file__).st_uid, 0) and not found.st_mode & _WRITABLE_BY_OTHERS
