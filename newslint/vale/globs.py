"""The patterns that name a section of .vale.ini: *.md, docs/**/*.{md,txt}, !drafts/*."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from newslint.errors import NewslintError

_BRACES = re.compile(r"\{([^{}]*)\}")
# Braces double what a pattern stands for with each pair.
_MOST = 1_000


def expanded(pattern: str) -> list[str]:
    """The patterns that one with braces stands for, in their order. Raises NewslintError where they're too many."""
    plain: list[str] = []
    waiting = [pattern]
    while waiting:
        if len(plain) + len(waiting) > _MOST:
            raise NewslintError(f"the pattern of files “{pattern[:60]}” stands for more than {_MOST:,} others")
        each = waiting.pop()
        match = _BRACES.search(each)
        if match is None:
            plain.append(each)
        else:
            parts = match[1].split(",")
            waiting += [each[: match.start()] + part + each[match.end() :] for part in reversed(parts)]
    return plain


def fits(pattern: str, *paths: str) -> bool:
    """Whether any of the ways to name one file fits `pattern`; a star takes in slashes, “!” in front turns it round."""
    if pattern.startswith("!"):
        return not fits(pattern[1:], *paths)
    plain = expanded(pattern.replace("**/", "{*/,}").replace("[^", "[!"))
    return any(fnmatchcase(path, each) for each in plain for path in paths)
