"""Regular expressions that are compiled when they're first used.

A run names four hundred patterns and matches with half of them; compiling all takes longer than linting a draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from newslint.startup import codes

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_FACTS = ("flags", "groups", "groupindex")


class _Pattern:
    """A pattern that is compiled when it's first asked for anything; from then on what was asked for is the compiled one's."""

    __slots__ = ("_given", "_made", "pattern", *_METHODS, *_FACTS)

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        """What isn't there yet. Raises AttributeError for what no pattern has, re.error where it's no pattern."""
        if name == "_made":
            made: Any = codes.pattern(self.pattern, self._given)
        elif name in self.__slots__:
            made = getattr(self._made, name)
        else:
            raise AttributeError(f"a pattern has no {name!r}")
        setattr(self, name, made)
        return made

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r}, {self._given})"

    def __reduce__(self) -> tuple[Callable[..., re.Pattern[str]], tuple[str, int]]:
        return compiled, (self.pattern, self._given)


@cache
def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(text, flags)` makes, made when it's first used.

    Not for a pattern with a name of the draft in it, which would be held for ever and no later run need.
    """
    return cast("re.Pattern[str]", _Pattern(text, int(flags)))
