"""The one way to files of a tree that may be a stranger's: regular files only, none too large, none outside.

A repository can hold pipes that never end, links that lead to a reader's letters, and configurations that ask for files
three folders further up. Whatever reads or writes a file of one does it here. What the writer names on the command line
he may have from wherever he likes: there, `within` is left out.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

# The largest files that are read, in bytes: what people write by hand, lists, and what newslint writes itself.
HAND_WRITTEN = 1_000_000
LISTS = 5_000_000
RECORDS = 20_000_000

# Where the shell hands over what another program writes: newslint <(pandoc draft.docx).
_HANDED_OVER = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


# What changes with a file: when it was written, its size, its number; None where there's none.
Stamp = tuple[int, int, int] | None
_notes: list[dict[Path, Stamp]] = []


@contextmanager
def noting() -> Iterator[dict[Path, Stamp]]:
    """The files that are asked for meanwhile, as they were then: to look later whether one has changed."""
    asked: dict[Path, Stamp] = {}
    _notes.append(asked)
    try:
        yield asked
    finally:
        _notes[:] = [each for each in _notes if each is not asked]


def stamp(path: Path) -> Stamp:
    """How the file at `path` is now."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def read(path: Path, most: int, within: Path | None = None) -> bytes:
    """What is in the file at `path`, at most `most` bytes.

    Raises OSError, whose `strerror` says why: it's a pipe, a device or a folder, too large, or not inside `within`.
    """
    for asked in _notes:
        asked.setdefault(Path(os.path.abspath(path)), stamp(path))
    if within is not None and not holds(within, path):
        raise OSError(errno.EXDEV, f"it leads out of the folder {within}", str(path))
    with _opened(path) as file:
        found = os.fstat(file.fileno())
        if found.st_size > most:
            raise _too_large(path, most)
        if not stat.S_ISREG(found.st_mode) and hasattr(os, "set_blocking"):
            os.set_blocking(file.fileno(), True)  # the shell hands it over, and may take its time
        data = file.read(found.st_size + 1)  # not `most`, for which room would be made that is hardly ever needed
        if len(data) > found.st_size:  # a pipe, or it has grown
            data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise _too_large(path, most)
    return data


def head(path: Path, most: int) -> bytes:
    """The first `most` bytes of the file at `path`, or all of a smaller one. Raises OSError as `read` does."""
    with _opened(path) as file:
        return file.read(most)


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    _refuse_oddity(path, os.stat(path))
    # A pipe that takes the file's place in between must not make anybody wait.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(number, "rb") as file:
        _refuse_oddity(path, os.fstat(number))
        yield file


def text(path: Path, most: int, within: Path | None = None) -> str:
    """What is in the file at `path`, which is UTF-8. Raises OSError as `read` does, also where it's no UTF-8."""
    try:
        return read(path, most, within).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, "isn't UTF-8 text", str(path)) from error


def holds(folder: Path, path: Path) -> bool:
    """Whether `path`, all links followed, lies in `folder` or below; what git keeps there, passwords too, does not."""
    try:
        inside = Path(os.path.realpath(path)).relative_to(os.path.realpath(folder))
    except (OSError, ValueError):  # it doesn't; or a link in a circle, a NUL
        return False
    return ".git" not in inside.parts


def around(path: Path, root: Path | None = None) -> Path:
    """The top of the repository that the file at `path` lies in, as it's named; else `root`, else its own folder."""
    folder = Path(os.path.abspath(path)).parent
    return top(folder) or (Path(os.path.abspath(root)) if root else folder)


def leads_out(path: Path, root: Path | None = None) -> bool:
    """Whether a link on the way to `path` leads out of the repository that it lies in, else of `root` or its folder."""
    folder = around(path, root)
    plain = os.path.join(os.path.realpath(folder), os.path.relpath(os.path.abspath(path), folder))
    return os.path.realpath(path) != plain and not holds(folder, path)


def top(folder: Path) -> Path | None:
    """The top of the repository that `folder` lies in; None where it lies in none."""
    return next((each for each in (folder, *folder.parents) if os.path.lexists(each / ".git")), None)


def _refuse_oddity(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if not stat.S_ISREG(found.st_mode) and not str(path).startswith(_HANDED_OVER):
        raise OSError(errno.ENODEV, "is no file but a pipe or a device", str(path))


def _too_large(path: Path, most: int) -> OSError:
    return OSError(errno.EFBIG, f"is larger than {most // 1_000_000} MB", str(path))
