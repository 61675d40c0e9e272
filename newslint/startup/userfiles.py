"""Files that newslint keeps for one user: caches of what takes long to make, sealed, and the key that they're sealed with.

The key lies in the folder for state and never leaves it. A cache that anybody else wrote, committed or carried in has
no seal of that key, and is as if it weren't there. Without such folders nothing is kept.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from contextlib import suppress
from functools import cache
from pathlib import Path

from newslint import tree

_KEY = 32
_SEAL = 16
_MOST_BYTES = 2_000_000
_MOST_FILES = 400
_UNFINISHED = ".part~"
_LEFT = 3600  # seconds


def cache_folder() -> Path | None:
    """The folder for this user's caches, or None where the system names none, or only a relative one."""
    return _folder("XDG_CACHE_HOME", ".cache")


def state_folder() -> Path | None:
    """The folder for what shall stay of this user's: the key, what he trusts."""
    return _folder("XDG_STATE_HOME", ".local/state")


def _folder(variable: str, usual: str) -> Path | None:
    if sys.platform == "win32":
        places = [os.environ.get("LOCALAPPDATA", "")]
    else:
        home = os.environ.get("HOME", "")
        # A relative path would lead into the folder that is linted; the XDG specification passes over one, too.
        places = [os.environ.get(variable, ""), os.path.join(home, usual) if os.path.isabs(home) else ""]
    place = next((place for place in places if os.path.isabs(place)), None)
    return Path(place) / "newslint" if place else None


def seal(*parts: bytes) -> str | None:
    """The mark that only this user's newslint can make of `parts`, in their order; None where he has no key."""
    key = _key()
    if key is None:
        return None
    mark = blake2b(key=key, digest_size=_SEAL)
    for part in parts:
        mark.update(len(part).to_bytes(8, "big") + part)
    return mark.hexdigest()


@cache
def _key() -> bytes | None:
    place = state_folder()
    if place is None:
        return None
    file = place / "key"
    try:
        if not file.exists():
            write(file, os.urandom(_KEY))
        key = tree.read(file, _KEY)
        found = os.stat(file)
    except OSError:
        return None
    mine = sys.platform == "win32" or (found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077)
    return key if len(key) == _KEY and mine else None


def write(file: Path, data: bytes) -> None:
    """Write `data` for this user alone: beside it first, then renamed, so that nobody reads a half. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(file.parent)
    # Drawn by lot: two containers that share the folder may have processes of one number.
    beside = file.with_name(f"{file.name}.{os.urandom(8).hex()}{_UNFINISHED}")
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(number, "wb") as opened:
            opened.write(data)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove what killed processes left: a small file that took an hour isn't being written any more."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_UNFINISHED) and time.time() - entry.stat(follow_symlinks=False).st_mtime > _LEFT:
                with suppress(FileNotFoundError):  # another process sweeps, too
                    os.unlink(entry.path)


def load(name: str) -> bytes | None:
    """What `keep` last wrote under `name`, or None, also where it isn't this user's newslint that wrote it."""
    place = cache_folder()
    if place is None:
        return None
    try:
        mark, _, data = tree.read(place / name, _MOST_BYTES).partition(b"\n")
    except OSError:
        return None
    return data if mark == (seal(name.encode(), data) or "none").encode() else None


def keep(name: str, data: bytes) -> None:
    """Keep `data` under `name`. What can't be written costs only time."""
    place = cache_folder()
    mark = seal(name.encode(), data)
    if place is None or mark is None or len(data) > _MOST_BYTES - len(mark) - 1:
        return
    try:
        write(place / name, f"{mark}\n".encode() + data)
        _forget_old(place)
    except OSError:
        return


def _forget_old(place: Path) -> None:
    """Of many files, let those go that were written first."""
    files = [path for path in place.iterdir() if path.name.startswith("pack-")]
    if len(files) > _MOST_FILES:
        files.sort(key=lambda path: path.stat().st_mtime)
        for path in files[: len(files) // 2]:
            path.unlink()
