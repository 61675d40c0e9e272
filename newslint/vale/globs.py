"""The patterns that name a section of .vale.ini: *.md, docs/**/*.{md,txt}, !drafts/*."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

_BRACES = re.compile(r"\{([^{}]*)\}")


def expanded(pattern: str) -> list[str]:
    """The patterns that one with braces stands for."""
    match = _BRACES.search(pattern)
    if match is None:
        return [pattern]
    parts = match[1].split(",")
    return [each for part in parts for each in expanded(pattern[: match.start()] + part + pattern[match.end() :])]


def fits(pattern: str, *paths: str) -> bool:
    """Whether any of the ways to name one file fits `pattern`; a star takes in slashes, “!” in front turns it round."""
    if pattern.startswith("!"):
        return not fits(pattern[1:], *paths)
    plain = expanded(pattern.replace("**/", "{*/,}").replace("[^", "[!"))
    return any(fnmatchcase(path, each) for each in plain for path in paths)
