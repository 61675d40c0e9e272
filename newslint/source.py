"""A draft as it was read: its text, and what an offset into it means.

Offsets count Unicode code points of the decoded text. Lines and columns are 1-based.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LINE_END = compiled(r"\r\n|\n|\r")


class Span(Row):
    """A half-open stretch of text, in code points: `start` belongs to it, `end` doesn't."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Location(Row):
    """An offset, with the line and the column that an editor shows for it."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A draft's decoded text under its name.

    `name` is the path as the writer gave it, or `-`; `suffix` (".md") chooses the parser;
    `encoding` is what the bytes were read as; `notices` are things to tell the writer about
    the reading, such as an encoding that had to be guessed.
    """

    name: str
    text: str
    suffix: str = ".txt"
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" not in self.text:
            return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    @cached_property
    def _line_stops(self) -> list[int]:
        return [*(end.start() for end in _LINE_END.finditer(self.text)), len(self.text)]

    def location(self, offset: int) -> Location:
        """Where `offset` stands; an offset past the end stands at the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Location(offset, line, offset - self._line_starts[line - 1] + 1)

    def line_span(self, number: int) -> Span:
        """Where line `number` (from 1) stands, without its line end; an empty span where there is none."""
        if not 0 < number <= len(self._line_starts):
            return Span(0, 0)
        return Span(self._line_starts[number - 1], self._line_stops[number - 1])

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; "" where there is none."""
        return self[self.line_span(number)]
