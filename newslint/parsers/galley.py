"""The galley: copy set piece by piece out of a marked-up draft, each piece with its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.document import Block, Comment, Document, Piece, Role
from newslint.source import Source, Span
from newslint.startup.expressions import compiled

# What stands in the copy for something in its middle that isn't copy: code, an address.
STAND_IN = "\ufffc"
_BETWEEN = "\n\n"
_BLANKS = " \t\n\r\f"
_SPACE = compiled(r"[ \t\n\r\f]+")
_ODD_SPACE = compiled(r"[\t\n\r\f]|  ")
# Where a word may be hyphenated, or broken, at a line's end.
INVISIBLE = compiled("[\u00ad\u200b]+")


class Without:
    """A source's text without `cuts`, which are in order: `pieces` say where it stands; none where nothing is cut."""

    def __init__(self, source: Source, cuts: Sequence[Span]) -> None:
        self.pieces = tuple(_between(source, cuts)) if cuts else ()
        kept = (source.text[piece.origin : piece.origin + piece.length] for piece in self.pieces)
        self.text = "".join(kept) if cuts else source.text
        self._origins = [piece.origin for piece in self.pieces]

    def offset(self, offset: int) -> int:
        """Where what stands at `offset` of the source is in the text; of what is cut out, where it was."""
        if not self.pieces:
            return min(offset, len(self.text))
        piece = self.pieces[max(0, bisect_right(self._origins, offset) - 1)]
        return piece.start + min(max(0, offset - piece.origin), piece.length)


def _between(source: Source, cuts: Sequence[Span]) -> Iterator[Piece]:
    start = length = 0
    for cut in [*cuts, Span(len(source.text), len(source.text))]:
        if cut.start > start:
            yield Piece(length, cut.start - start, source, start, cut.start - start)
            length += cut.start - start
        start = max(start, cut.end)


class Galley:
    """Takes stretches of the source in reading order; white space is closed up as a browser shows it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.published = ""
        self._set: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._comments: list[Comment] = []
        self._open()

    def _open(self, behind_marker: bool = False) -> None:
        """Begin a block: what is set from here on belongs to it until it's closed."""
        self._behind_marker = behind_marker
        self._parts: list[str] = []
        self._size = 0
        self._breaks: list[int] = []
        self._first_piece = len(self._pieces)
        self._spaced = True

    @property
    def is_open(self) -> bool:
        """Whether anything has been set since the last block was closed."""
        return self._size > 0

    @property
    def line(self) -> str:
        """The copy that has been set since the last block was closed."""
        return "".join(self._parts).strip()

    @property
    def text(self) -> str:
        """All the copy of closed blocks."""
        return "".join(self._set)

    def copy(self, start: int, end: int) -> None:
        """Set the source's text from `start` to `end`, without what's invisible in it."""
        for unseen in INVISIBLE.finditer(self.source.text, start, end):
            self._copy(start, unseen.start())
            start = unseen.end()
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        text = self.source.text[start:end]
        if self._spaced:
            closed = text.lstrip(_BLANKS)
            start += len(text) - len(closed)
            text = closed
        if not text:
            return
        last = 0
        if _ODD_SPACE.search(text):
            for space in _SPACE.finditer(text):
                if space.end() - space.start() > 1:
                    self._add(_SPACE.sub(" ", text[last : space.start() + 1]), start + last)
                    last = space.end()
            text = _SPACE.sub(" ", text[last:])
        if text:
            self._add(text, start + last)

    def space(self) -> None:
        """Set a space that the source has no sign for, such as a line's end inside a field."""
        if not self._spaced and self._pieces:
            last = self._pieces[-1]
            self._add(" ", last.origin + last.width, 0)

    def replace(self, text: str, start: int, end: int) -> None:
        """Set `text` for what the source writes otherwise from `start` to `end`: an entity, an escape."""
        if text and not INVISIBLE.fullmatch(text) and not (self._spaced and text.isspace()):
            self._add(text, start, end - start)

    def _add(self, text: str, origin: int, width: int = -1) -> None:
        if not self._size and self._set and not self._behind_marker:
            self._set.append(_BETWEEN)
            self._length += len(_BETWEEN)
        length = len(text)
        self._pieces.append(
            Piece(self._length + self._size, length, self.source, origin, length if width < 0 else width)
        )
        self._parts.append(text)
        self._size += length
        self._spaced = text[-1] in _BLANKS

    def break_line(self) -> None:
        """Part the line here, where the draft does so within a block."""
        if self._size:
            self._breaks.append(self._size)
            self._spaced = True

    def comment(self, text: str, span: Span) -> None:
        """Keep a comment of the draft's with the place in the copy where it stands."""
        self._comments.append(Comment(text, span, self._length + self._size))

    def mark(self, start: int, end: int) -> Span | None:
        """Set a list item's own number or bullet; the block behind it is still to come."""
        self.close(None)
        self.copy(start, end)
        line = self._settle()
        if not line:
            return None
        self._set += [line, " "]
        span = Span(self._length, self._length + len(line))
        self._length = span.end + 1
        self._open(behind_marker=True)
        return span

    def close(self, role: Role | None, marker: Span | None = None, row: int = 0) -> None:
        """End a block: what has been set since the last one has this role. Nothing set is no block."""
        breaks = self._breaks
        line = self._settle()
        start = 0
        for end in [*(place for place in breaks if place < len(line)), len(line)]:
            part = line[start:end]
            if role and part.strip():
                inner = self._length + start + len(part) - len(part.lstrip())
                self.blocks.append(Block(role, inner, inner + len(part.strip()), marker, row))
                marker = None
            start = end
        self._set.append(line)
        self._length += len(line)
        self._draw_in_comments(self._length)
        self._open()

    def _settle(self) -> str:
        """The open block's copy, with no white space at its end."""
        line = "".join(self._parts).rstrip()
        end = self._length + len(line)
        while len(self._pieces) > self._first_piece and self._pieces[-1].start >= end:
            self._pieces.pop()
        if len(self._pieces) > self._first_piece:
            last = self._pieces[-1]
            over = last.start + last.length - end
            if over > 0 and last.width == last.length:
                self._pieces[-1] = last._replace(length=last.length - over, width=last.width - over)
        return line

    def drop(self) -> None:
        """Take back what has been set since the last block was closed."""
        del self._pieces[self._first_piece :]
        self._draw_in_comments(self._length)
        self._open()

    def _draw_in_comments(self, end: int) -> None:
        """Comments stood in or behind what has been taken back; they stand at the copy's end now."""
        for index in range(len(self._comments) - 1, -1, -1):
            if self._comments[index].offset <= end:
                break
            self._comments[index] = self._comments[index]._replace(offset=end)

    def document(self, blocks: list[Block] | None = None) -> Document:
        """All that has been set, as a document with `blocks` (or those that were closed)."""
        self.close(None)
        return Document(
            self.source,
            self.text,
            tuple(self.blocks if blocks is None else blocks),
            tuple(self._pieces),
            comments=tuple(self._comments),
            published=self.published,
        )
