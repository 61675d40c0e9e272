"""The patterns of .gitignore and `exclude` that have many stars: run within a budget of steps."""

from __future__ import annotations

import re

from newslint.packs.pattern_match import Found
from newslint.packs.patterns import Pattern, Search

_STARS = re.compile(r"(?:\[\^/\]\*){2,}")


class Glob:
    """What `pathspec` asks of a pattern it made, whose regular expression is `text`. All paths share one budget."""

    def __init__(self, text: str) -> None:
        self.pattern = text
        self._made = Pattern(_STARS.sub("[^/]*", text))  # stars side by side are one
        self._search = Search()

    def search(self, path: str) -> Found | None:
        """What fits in `path`, if anything does. Raises PatternBudgetError."""
        return next(self._search.matches(self._made, path), None)

    match = search  # what pathspec before 1.0 asks: all its expressions begin with the path
