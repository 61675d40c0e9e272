"""Which asterisks, underscores and tildes are marks of emphasis: CommonMark's own procedure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.source import Span


@dataclass
class Delimiter:
    """A run of one sign; `start` and `end` move inwards as its signs find partners."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool
    size: int

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Delimiter:
        """The run of signs in `text` from `start` to `end`."""
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        sign = text[start]
        if sign == "_":
            opens, closes = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        else:
            opens, closes = left, right
        if sign == "~" and end - start > 2:
            opens = closes = False
        return cls(sign, start, end, opens, closes, end - start)

    @property
    def left(self) -> int:
        """How many of its signs have no partner yet."""
        return self.end - self.start


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def matched(delimiters: list[Delimiter]) -> Iterator[Span]:
    """The signs that are marks of emphasis, among delimiters in the order of the text."""
    open_: list[Delimiter] = []
    # How deep a search for an opener of this kind has gone in vain.
    floors: dict[tuple[str, int, bool], int] = {}
    for closer in delimiters:
        while closer.closes and closer.left:
            key = (closer.sign, closer.size % 3, closer.opens)
            index = _opener(open_, closer, floors.get(key, 0))
            if index < 0:
                floors[key] = len(open_)
                break
            opener = open_[index]
            del open_[index + 1 :]
            for kind, floor in floors.items():
                floors[kind] = min(floor, len(open_))
            size = opener.left if closer.sign == "~" else 2 if opener.left > 1 and closer.left > 1 else 1
            yield Span(opener.end - size, opener.end)
            yield Span(closer.start, closer.start + size)
            opener.end -= size
            closer.start += size
            if not opener.left:
                open_.pop()
        if closer.opens and closer.left:
            open_.append(closer)


def _opener(open_: list[Delimiter], closer: Delimiter, floor: int) -> int:
    for index in range(len(open_) - 1, floor - 1, -1):
        if _fit(open_[index], closer):
            return index
    return -1


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.sign != closer.sign:
        return False
    if closer.sign == "~":
        return opener.size == closer.size
    odd = (opener.closes or closer.opens) and (opener.size + closer.size) % 3 == 0
    return not odd or (opener.size % 3 == 0 and closer.size % 3 == 0)
