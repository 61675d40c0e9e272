"""What this user trusts, recorded in his own folder for state: a hash of its content, by the place that it has."""

from __future__ import annotations

import json
from pathlib import Path

from newslint import tree
from newslint.startup import userfiles

_FILE = "trusted.json"


def recorded() -> dict[str, str]:
    """The hash of everything that was trusted, by its place; nothing where nothing can be read."""
    file = place()
    try:
        rows = json.loads(tree.read(file, tree.LISTS)) if file else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


def record(rows: dict[str, str]) -> None:
    """Record `rows` instead of what was. Raises OSError where that can't be written."""
    file = place()
    if file is None:
        raise OSError("there's no folder to record in what you trust: HOME isn't set")
    userfiles.write(file, json.dumps(rows, indent=1, sort_keys=True).encode("ascii"))


def place() -> Path | None:
    """Where it's recorded, or None where this user has no folder for it."""
    folder = userfiles.state_folder()
    return folder / _FILE if folder else None
