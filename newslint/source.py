"""A draft as it was read: its text, and what an offset into it means.

Offsets count Unicode code points of the decoded text. Lines and columns are 1-based.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from newslint.startup.dataclass import dataclass
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LINE_END = compiled(r"\r\n|\n|\r")


# What a place is called beside its paragraph's number, and how many of the paragraph's words are quoted to find it by.
_CALLED = {"cell": " (in a table)", "box": " (in a text box)", "footnote": " (a footnote)", "endnote": " (an endnote)"}
_QUOTED = 5
_MARKS = " \t\"'“‘«„"


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


class TwoPlaces(Row):
    """Two places that can't both be right: the one to report, and the one it's held against."""

    suspect: Span
    other: Span


class Location(Row):
    """An offset, with the line and the column that an editor shows for it."""

    offset: int
    line: int
    column: int


class Paragraph(Row):
    """What a word processor says of a line of a draft's text, which stands from `start` to `end`.

    `styles` are the names of its style and of those that this one is based on, nearest first, in small letters. `kind` is
    "" for body copy, else "list", "cell", "box", "footnote" or "endnote". `row` counts the rows of tables, from 1.
    `strong` says that all of it is bold.
    """

    start: int
    end: int
    styles: tuple[str, ...] = ()
    kind: str = ""
    row: int = 0
    strong: bool = False


class Element(Row):
    """A stretch of a structured file that holds copy; `path` is what its format calls it: an element's path, a JSON pointer."""

    start: int
    end: int
    path: str


@dataclass(frozen=True)
class Source:
    """A draft's decoded text under its name.

    `name` is the path as the writer gave it, or `-`; `suffix` (".md") chooses the parser;
    `encoding` is what the bytes were read as; `notices` are things to tell the writer about
    the reading, such as an encoding that had to be guessed. Where the draft is a word processor's, `text` is the
    copy taken out of it, a line for each of `paragraphs`. Where it's a structured file, `elements` hold its copy, in order.
    """

    name: str
    text: str
    suffix: str = ".txt"
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    elements: tuple[Element, ...] = ()

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

    def place(self, offset: int) -> str:
        """Where `offset` stands, in words that hold wherever pages end: “paragraph 7, “The ship turned…””.

        A structured file has elements: “/nitf/body/body.content/p[2]”. A draft that is text itself has lines: “line 7”.
        """
        at = bisect_right(self.elements, offset, key=attrgetter("start")) - 1
        if at >= 0 and offset <= self.elements[at].end:
            return self.elements[at].path
        line = self.location(offset).line
        if not self.paragraphs:
            return f"line {line}"
        kind = self.paragraphs[line - 1].kind
        words = self.line(line).lstrip(_MARKS).split(None, _QUOTED)
        quoted = " ".join(words[:_QUOTED]) + "…" * (len(words) > _QUOTED)
        return f"paragraph {line}{_CALLED.get(kind, '')}, “{quoted}”"

    def line_span(self, number: int) -> Span:
        """Where line `number` (from 1) stands, without its line end; an empty span where there is none."""
        if not 0 < number <= len(self._line_starts):
            return Span(0, 0)
        return Span(self._line_starts[number - 1], self._line_stops[number - 1])

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; "" where there is none."""
        return self[self.line_span(number)]
