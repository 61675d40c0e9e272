"""What a pattern found, whichever way it was run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_INSERTED = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>|(.))", re.S)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "b": "\b"}


class Found:
    """A match: where it stands in `text`, and the places of its groups (-1 where one caught nothing)."""

    __slots__ = ("names", "places", "text")

    def __init__(self, text: str, places: tuple[tuple[int, int], ...], names: Mapping[str, int]) -> None:
        self.text = text
        self.places = places
        self.names = names

    def span(self, group: int = 0) -> tuple[int, int]:
        return self.places[group]

    def start(self, group: int = 0) -> int:
        return self.places[group][0]

    def end(self, group: int = 0) -> int:
        return self.places[group][1]

    def __getitem__(self, group: int | str) -> Any:
        """What a group caught, or None."""
        start, end = self.places[self.names[group] if isinstance(group, str) else group]
        return None if start < 0 else self.text[start:end]

    def groups(self) -> tuple[str | None, ...]:
        return tuple(self[number] for number in range(1, len(self.places)))

    def groupdict(self) -> dict[str, str | None]:
        return {name: self[number] for name, number in self.names.items()}

    def expand(self, template: str) -> str:
        r"""`template` with what the groups caught in the place of `\\1` and `\\g<name>`.

        Raises ValueError for no such group.
        """

        def fill(each: re.Match[str]) -> Any:
            if each[3] is not None:
                return _SIGNS.get(each[3], each[3])
            name = each[1] or each[2]
            try:
                return self[int(name) if name.isdigit() else name] or ""
            except (IndexError, KeyError) as error:
                raise ValueError(f"there's no group {name} for the replacement {template!r}") from error

        return _INSERTED.sub(fill, template)
