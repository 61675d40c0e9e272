"""A manuscript: the copy taken out of a word processor's draft, line by line, and where in its XML each stretch stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from newslint.source import Paragraph
from newslint.startup.row import Row


class Stretch(Row):
    """`length` code points of the copy from `start` on, which are what `element` holds.

    `host` is the element of the story's own part at which this copy hangs where no mark can stand in the copy itself: it's
    a footnote's, a text box's. `whole` says that the run around `element` can't be cut.
    """

    start: int
    length: int
    element: Any
    host: Any
    whole: bool


class Kind(Row):
    """What all lines of one paragraph have in common: the fields of `Paragraph`, and the stretches' host."""

    styles: tuple[str, ...] = ()
    kind: str = ""
    row: int = 0
    host: Any = None


class Letters(Row):
    """What is to be set: the fields of a `Stretch`, with the text itself, and whether it's bold."""

    text: str
    element: Any
    host: Any = None
    whole: bool = False
    strong: bool = False


class Manuscript:
    """Takes copy in reading order; a line without any is none.

    `parts` are the trees of the XML, by the part's name; `is_open` says whether the open line has any copy.
    """

    def __init__(self) -> None:
        self.parts: Mapping[str, Any] = {}
        self.paragraphs: list[Paragraph] = []
        self.stretches: list[Stretch] = []
        self._lines: list[str] = []
        self._end = 0
        self._begin()

    def _begin(self) -> None:
        self._set: list[Letters] = []
        self.is_open = False

    @property
    def text(self) -> str:
        """All the copy, its lines parted by line ends."""
        return "\n".join(self._lines)

    def set(self, letters: Letters) -> None:
        """Set copy at the end of the open line."""
        if letters.text:
            self._set.append(letters)
            self.is_open = self.is_open or not letters.text.isspace()

    def close(self, kind: Kind) -> None:
        """End the open line, which is of this kind."""
        if self.is_open:
            start = self._end + bool(self._lines)
            at = start
            for text, element, host, whole, _ in self._set:
                self.stretches.append(Stretch(at, len(text), element, host, whole))
                at += len(text)
            self._lines.append("".join(letters.text for letters in self._set))
            strong = all(letters.strong or letters.text.isspace() for letters in self._set)
            self.paragraphs.append(Paragraph(start, at, kind.styles, kind.kind, kind.row, strong))
            self._end = at
        self._begin()

    def drop(self) -> None:
        """Take back the open line."""
        self._begin()

    def at(self, offset: int) -> Stretch | None:
        """The stretch that holds the code point at `offset`; None at a line's end."""
        index = bisect_right(self.stretches, offset, key=lambda stretch: stretch.start) - 1
        if index < 0:
            return None
        stretch = self.stretches[index]
        return stretch if offset < stretch.start + stretch.length else None
