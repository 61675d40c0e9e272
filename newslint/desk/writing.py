"""Write a file so that it's always whole: the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

from newslint import tree

# No parser takes files of this suffix, so that what a killed process leaves is never linted.
_SUFFIX = ".newslint~"


def replace_file(path: Path, data: bytes, durable: bool = True, within: Path | None = None) -> None:
    """Put `data` in the place of the file at `path`; its mode and owner stay, a link stays a link.

    `durable` waits until it's on the disk. Raises OSError, also where a link leads out of `within`, and then all is
    as it was.
    """
    if within is not None and not tree.holds(within, path):
        raise OSError(errno.EXDEV, f"it leads out of the folder {within}", str(path))
    target = Path(os.path.realpath(path))
    _sweep(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}{_SUFFIX}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            _keep_mode(target, file.fileno(), beside)
            if durable:
                os.fsync(file.fileno())
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


def _sweep(target: Path) -> None:
    """Take away what a process that was killed left beside `target`."""
    before, after = f".{target.name}.", _SUFFIX
    for name in os.listdir(target.parent):
        process = name[len(before) : -len(after)]
        if name.startswith(before) and name.endswith(after) and process.isdecimal() and not _runs(int(process)):
            with contextlib.suppress(OSError):
                target.with_name(name).unlink()


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return True  # no way to ask there that does no harm
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()
