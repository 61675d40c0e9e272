"""Files that newslint keeps for one user between runs: caches of what takes long to make, and nothing else.

Whatever can't be read or written here costs only time, so nothing raises.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder() -> Path | None:
    """The folder for this user's caches, or None where the system names none."""
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA")
    else:
        home = os.environ.get("HOME")
        place = os.environ.get("XDG_CACHE_HOME") or (home and os.path.join(home, ".cache"))
    return Path(place) / "newslint" if place else None


def load(name: str) -> bytes | None:
    """What `keep` last wrote under `name`, or None."""
    place = folder()
    try:
        return (place / name).read_bytes() if place else None
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Write `data` under `name`: beside it first, then renamed, so that another process never reads a half."""
    place = folder()
    if place is None:
        return
    draft = place / f"{name}.{os.getpid()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(place / name)
    except OSError:
        return
