"""Entry points: whether anything that is installed brings a plugin."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator


def any_plugin() -> bool:
    """Whether any installed distribution names newslint in its entry points.

    Reads the files themselves: importing importlib.metadata takes longer than linting a draft.
    """
    return any(_names_newslint(file) for folder in installed() for file in _entry_points(folder))


def installed() -> list[str]:
    """Where installed distributions lie: not in the folder that one is in, whatever puts that among Python's paths."""
    return [folder for folder in sys.path if os.path.isabs(folder)]


def _entry_points(folder: str) -> Iterator[str]:
    """The files of `folder`, one for each distribution there, that may tell entry points."""
    try:
        with os.scandir(folder) as entries:
            yield from [f"{entry.path}/entry_points.txt" for entry in entries if entry.name.endswith("-info")]
    except OSError:
        return  # a zip file, or no longer there


def _names_newslint(file: str) -> bool:
    try:
        with open(file, "rb") as lines:
            return b"[newslint]" in lines.read()
    except OSError:
        return False
