"""Places as the protocol counts them: lines from 0, and in them units of the encoding that client and server agreed on.

That is UTF-16 for most clients, in which an emoji counts two. newslint's own offsets count code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from newslint.source import Location, Source, Span

# How many units a sign takes beyond one.
_MORE: Mapping[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: lambda sign: len(sign.encode("utf-8", "surrogatepass")) - 1,
    PositionEncodingKind.Utf16.value: lambda sign: int(sign > "\uffff"),
    PositionEncodingKind.Utf32.value: lambda _: 0,
}


class Positions:
    """The places of one draft in one encoding."""

    def __init__(self, source: Source, encoding: str = PositionEncodingKind.Utf16.value) -> None:
        self._source = source
        more = _MORE[encoding]
        wide = [] if source.text.isascii() else [(at, more(sign)) for at, sign in enumerate(source.text)]
        wide = [(at, units) for at, units in wide if units]
        self._wide = [at for at, _ in wide]
        self._sums = [0, *accumulate(units for _, units in wide)]

    def at(self, place: Location) -> Position:
        """The position of `place`."""
        first = self._source.line_span(place.line).start
        return Position(place.line - 1, self._units(first, place.offset))

    def of(self, start: Location, end: Location) -> Range:
        """The range from `start` to `end` (exclusive)."""
        return Range(self.at(start), self.at(end))

    def spanning(self, span: Span) -> Range:
        """The range of `span`."""
        return self.of(self._source.location(span.start), self._source.location(span.end))

    def offset(self, position: Position) -> int:
        """The offset of `position`; one past the end of its line is that end, one past the last line the draft's end.

        A position inside a sign is that sign's beginning.
        """
        line = self._source.line_span(position.line + 1)
        if position.line and line == Span(0, 0):
            return len(self._source.text)
        ends = range(line.start, line.end + 1)
        fitting = bisect_right(ends, position.character, key=lambda offset: self._units(line.start, offset))
        return ends[max(0, fitting - 1)]

    def _units(self, start: int, end: int) -> int:
        wide = self._sums[bisect_left(self._wide, end)] - self._sums[bisect_left(self._wide, start)]
        return end - start + wide
