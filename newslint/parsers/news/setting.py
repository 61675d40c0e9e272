"""Setting a story's fields: all of them as one text that the galley takes, and then each piece back to its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.document import Document, Piece, Role
from newslint.parsers.galley import Galley
from newslint.parsers.html.parser import set_fragment
from newslint.parsers.news.text import Field, Story, Stretch
from newslint.source import Element, Source, Span
from newslint.startup.dataclass import replace
from newslint.startup.expressions import compiled

_BETWEEN = "\n\n"
# In plain text an empty line, or a line's end where no empty lines are, parts two paragraphs.
_EMPTY_LINE = compiled(r"\n[ \t\r]*\n\s*")
_LINE_END = compiled(r"[\r\n]+\s*")


def document(source: Source, story: Story) -> Document:
    """The story as a document, whose places are those of the file."""
    fields = [field for field in story.fields if field.text]
    text = _BETWEEN.join(field.text.text for field in fields)
    starts = [0, *accumulate(len(field.text.text) + len(_BETWEEN) for field in fields)]
    galley = Galley(Source(source.name, text, source.suffix))
    galley.published = story.published
    for field, start in zip(fields, starts, strict=False):
        _set(galley, field, start)
    made = galley.document()
    map_ = _Map(fields, starts)
    pieces = tuple(piece for old in made.pieces for piece in map_.pieces(source, old))
    comments = tuple(comment._replace(span=map_.span(comment.span)) for comment in made.comments)
    return replace(made, source=source, pieces=pieces, comments=comments)


def elements(stories: Iterable[Story]) -> tuple[Element, ...]:
    """Where in the file each field stands, in order, and what the format calls it."""
    texts = [
        (field.text.stretches[0], field.text.stretches[-1], field.name)
        for story in stories
        for field in story.fields
        if field.text
    ]
    return tuple(sorted(Element(first.origin, last.origin + last.width, name) for first, last, name in texts))


def _set(galley: Galley, field: Field, start: int) -> None:
    text = field.text.text
    if field.markup:
        before = len(galley.blocks)
        set_fragment(galley, start, start + len(text))
        galley.close(field.role or Role.PARAGRAPH)
        if field.role is not None:
            galley.blocks[before:] = [
                block._replace(role=field.role, row=field.row) for block in galley.blocks[before:]
            ]
        return
    for span in _paragraphs(text) if field.role is None else [Span(0, len(text))]:
        galley.copy(start + span.start, start + span.end)
        galley.close(field.role or Role.PARAGRAPH, row=field.row)


def _paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of plain text."""
    parted = _EMPTY_LINE if _EMPTY_LINE.search(text.strip()) else _LINE_END
    start = 0
    for end in parted.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


class _Map:
    """From the text that was set back to the file."""

    def __init__(self, fields: Sequence[Field], starts: Sequence[int]) -> None:
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        for field, start in zip(fields, starts, strict=False):
            self._stretches += field.text.stretches
            self._starts += [start + place for place in field.text.starts[:-1]]

    def pieces(self, source: Source, old: Piece) -> Iterator[Piece]:
        """`old` as pieces of the file: one for each stretch that it runs over."""
        if old.width != old.length or not old.length:
            span = self.span(Span(old.origin, old.origin + old.width))
            yield Piece(old.start, old.length, source, span.start, span.end - span.start)
            return
        at, end = old.origin, old.origin + old.length
        while at < end:
            index = self._index(at)
            stretch, start = self._stretches[index], self._starts[index]
            behind = min(end, start + len(stretch.text))
            origin, width = stretch.origin + at - start, behind - at
            if stretch.width != len(stretch.text):
                origin, width = stretch.origin, stretch.width
            yield Piece(old.start + at - old.origin, behind - at, source, origin, width)
            at = behind

    def span(self, span: Span) -> Span:
        """Where a stretch of the set text stands in the file."""
        first = self._place(span.start)
        last = self._place(max(span.start, span.end - 1))
        return Span(first.start, last.end if span.end > span.start else first.start)

    def _place(self, at: int) -> Span:
        """Where one code point of the set text stands in the file."""
        index = self._index(at)
        stretch = self._stretches[index]
        within = at - self._starts[index]
        if stretch.width != len(stretch.text) or within >= len(stretch.text):
            return Span(stretch.origin, stretch.origin + stretch.width)
        return Span(stretch.origin + within, stretch.origin + within + 1)

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)
