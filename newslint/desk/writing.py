"""Write a file so that it's always whole: the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from functools import cache
from pathlib import Path

from newslint import tree

# No parser takes files of this suffix, so that what a killed process leaves is never linted.
_SUFFIX = ".newslint~"
_LONGEST = 200  # bytes, of the 255 that a name may have


def replace_file(path: Path, data: bytes, durable: bool = True, within: Path | None = None) -> None:
    """Put `data` in the place of the file at `path`; its mode and owner stay, a link stays a link.

    `durable` waits until it's on the disk. Raises OSError, also where a link leads out of `within`, and then all is
    as it was.
    """
    if within is not None and not tree.holds(within, path):
        raise OSError(errno.EXDEV, f"it leads out of the folder {within}", str(path))
    target = Path(os.path.realpath(path))
    _sweep(target.parent)
    beside, number = _begun(target)
    try:
        with open(number, "wb") as file:
            file.write(data)
            file.flush()
            _keep_mode(target, file.fileno(), beside)
            if durable:
                os.fsync(file.fileno())
            if sys.platform != "win32":
                beside.replace(target)  # while it's locked, so that nobody sweeps it away
        if sys.platform == "win32":
            beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    if durable:
        _settle(target.parent)


def _keep_mode(old: Path, number: int, new: Path) -> None:
    if not old.exists():
        return
    stat = old.stat()
    if not os.access(old, os.W_OK):
        raise PermissionError(13, "Permission denied")
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):
            os.fchown(number, stat.st_uid, stat.st_gid)
    new.chmod(stat.st_mode & 0o7777)


def _settle(folder: Path) -> None:
    """Make sure that the new name outlasts a power cut, where the system can."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _begun(target: Path) -> tuple[Path, int]:
    """A new file beside `target`, locked for as long as it's open. Raises OSError.

    Its name is drawn by lot, for two containers that share a volume may have processes of one number.
    """
    while True:
        beside = target.with_name(f"{_name(target)}.{os.urandom(8).hex()}{_SUFFIX}")
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _lock(number)
            if os.path.samestat(os.fstat(number), os.stat(beside)):
                return beside, number
        except (FileNotFoundError, BlockingIOError):
            pass  # another process sweeps it, since it wasn't locked yet
        except OSError:
            return beside, number  # the disk knows no locks
        os.close(number)


def _name(target: Path) -> str:
    """What the new file's name begins with: the old one's, as far as a name may be long."""
    return f".{os.fsdecode(os.fsencode(target.name)[:_LONGEST])}"


@cache
def _sweep(folder: Path) -> None:
    """Take away what processes that were killed left in `folder`, once in a run: what nobody holds a lock on."""
    for name in os.listdir(folder):
        if not (name.startswith(".") and name.endswith(_SUFFIX)):
            continue
        with contextlib.suppress(OSError):
            number = os.open(folder / name, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            try:
                _lock(number)
                (folder / name).unlink()
            finally:
                os.close(number)


def _lock(number: int) -> None:
    """Lock an open file for this process alone. Raises OSError where another has it, or the disk knows no locks."""
    if sys.platform != "win32":  # there nobody can take away a file that is open
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
