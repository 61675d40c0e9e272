"""Patterns that packs and styles give: run by `regex`, which is imported only here, and bounded in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from typing import Any

from newslint.errors import NewslintError

# What all patterns of one rule may take on one draft, in seconds.
BUDGET = 2.0


class PatternTimeoutError(NewslintError):
    """A pattern that takes too long on a draft: it is left there, and told."""


@cache
def compiled(text: str, ignorecase: bool = False, nonword: bool = True) -> Any:
    """The pattern in `text`, ready to run; whole words only, unless `nonword`. Raises ValueError with the reason."""
    import regex

    flags = regex.VERSION0 | regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    try:
        return regex.compile(text if nonword else rf"\b(?:{text})\b", flags)
    except regex.error as error:
        raise ValueError(f"the pattern {text!r} can't be read: {error}") from error


class Search:
    """One rule's searches of one draft, which share a budget of time."""

    def __init__(self, budget: float = BUDGET) -> None:
        self.budget = budget
        self.end = time.monotonic() + budget

    def matches(self, pattern: Any, text: str) -> Iterator[Any]:
        """Each match of a compiled pattern. Raises PatternTimeoutError when the budget is spent."""
        left = self.end - time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            yield from pattern.finditer(text, timeout=left)
        except TimeoutError:
            raise PatternTimeoutError(
                f"the pattern {pattern.pattern!r} takes more than {self.budget:g} seconds"
            ) from None
