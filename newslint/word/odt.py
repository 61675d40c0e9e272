"""OpenDocument texts (.odt): their copy as it would stand with every tracked change accepted.

What was deleted lies apart in such a file, so that the text itself is that copy. Indexes, comments and what is in headers and
footers are no copy; notes follow the story, text boxes the paragraph that they hang on.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import odfdo

from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.expressions import compiled
from newslint.word.archive import Archive
from newslint.word.manuscript import Kind, Letters, Manuscript

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _DRAW, _OFFICE = (f"{{{_URN}{name}:1.0}}" for name in ("text", "table", "drawing", "office"))
_TYPE = b"application/vnd.oasis.opendocument.text"
_WRITTEN_BY_OFFICE = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
_LEFT_OUT = {
    *(f"{_TEXT}{name}" for name in (*_WRITTEN_BY_OFFICE, "alphabetical-index", "bibliography", "tracked-changes")),
    *(f"{_TEXT}{name}" for name in ("ruby-text", "hidden-text", "hidden-paragraph")),
    *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "event-listeners")),
}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_ONE_LINE = ("heading ", "title", "subtitle")
_WHITE = compiled(r"[ \t\n\r]+")
# No chain of styles is longer, and no run of spaces.
_BASES, _SPACES = 12, 100


def read(data: bytes, name: str) -> Source:
    """The copy of an OpenDocument text. Raises UnreadableError where it's damaged, unsafe or something else."""
    archive = Archive(data, name)
    if "mimetype" in archive and not archive["mimetype"].strip().startswith(_TYPE):
        raise UnreadableError(name, "is no text but another OpenDocument, whatever its name says")
    made = _Reader(archive.tree("content.xml"), _Styles(archive)).manuscript()
    return Source(name, made.text, ".odt", paragraphs=tuple(made.paragraphs))


class _Styles:
    """What odfdo knows of a document's styles."""

    def __init__(self, archive: Archive) -> None:
        try:
            document = odfdo.Document(io.BytesIO(archive.data))
            styles: Any = document.get_styles(family="paragraph")
            self._styles = {style.name: (style.display_name, style.parent_style) for style in styles}
        except MemoryError:
            raise
        except Exception as error:  # odfdo says what is wrong with a document in many ways
            raise archive.damaged() from error
        self._known: dict[str, tuple[str, ...]] = {}

    def names(self, style: str) -> tuple[str, ...]:
        """The names of a paragraph's style and of those that it's based on, nearest first, in small letters."""
        if style not in self._known:
            self._known[style] = tuple(self._chain(style))
        return self._known[style]

    def _chain(self, name: str) -> Iterator[str]:
        for _ in range(_BASES):
            if name not in self._styles:
                return
            shown, parent = self._styles[name]
            yield (shown or name).replace("_20_", " ").lower()
            name = parent or ""


class _Reader:
    """Goes through a document's text once, in reading order."""

    def __init__(self, content: Any, styles: _Styles) -> None:
        self.content = content
        self.styles = styles
        self.made = Manuscript()
        self.row = 0
        self.spaced = True
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, Any]] = []

    def manuscript(self) -> Manuscript:
        """All of the document."""
        body = self.content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is not None:
            self._blocks(body, Kind())
        notes, self.notes = self.notes, []
        for kind, note in notes:
            self._blocks(note, Kind((), kind))
        return self.made

    def _blocks(self, container: Any, kind: Kind) -> None:
        for child in container.iterchildren(tag="*"):
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, kind)
            elif child.tag == f"{_TABLE}table":
                self._table(child, kind)
            elif child.tag == f"{_TEXT}list":
                self._blocks(child, kind if kind.kind else kind._replace(kind="list"))
            elif child.tag.startswith(_DRAW):
                self._set_boxes([child])
            elif child.tag not in _LEFT_OUT and child.get(f"{_TEXT}display") != "none":
                self._blocks(child, kind)

    def _table(self, table: Any, kind: Kind) -> None:
        """A table, cell by cell; of one column, it's a box around paragraphs."""
        rows = [row for row in table.iter(f"{_TABLE}table-row") if next(row.iterancestors(f"{_TABLE}table")) is table]
        columns = max((sum(1 for _ in row.iterchildren(tag="*")) for row in rows), default=0)
        for row in rows:
            self.row += 1
            of_row = kind._replace(kind="cell", row=self.row) if columns > 1 else kind
            for cell in row.iterchildren(f"{_TABLE}table-cell"):
                self._blocks(cell, of_row)

    def _paragraph(self, paragraph: Any, kind: Kind) -> None:
        styles = self.styles.names(paragraph.get(f"{_TEXT}style-name", ""))
        level = paragraph.get(f"{_TEXT}outline-level", "1")
        if paragraph.tag == f"{_TEXT}h" and styles[:1] not in {("title",), ("subtitle",)}:
            styles = (f"heading {level}", *styles)
        kind = kind._replace(styles=styles)
        self.spaced = True
        self._inline(paragraph, kind)
        self.made.close(kind)
        boxes, self.boxes = self.boxes, []
        self._set_boxes(boxes)

    def _set_boxes(self, drawings: list[Any]) -> None:
        """The text boxes of drawings, those within others left to these."""
        for drawing in drawings:
            if drawing.tag == f"{_DRAW}frame":
                for box in drawing.iterchildren(f"{_DRAW}text-box"):
                    self._blocks(box, Kind((), "box"))
            elif drawing.tag in {f"{_DRAW}g", f"{_DRAW}a"}:
                self._set_boxes(list(drawing.iterchildren(tag="*")))
            else:
                self._blocks(drawing, Kind((), "box"))

    def _inline(self, element: Any, kind: Kind) -> None:
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._within(child, kind)
            self._text(child.tail)

    def _within(self, child: Any, kind: Kind) -> None:
        """What stands within a paragraph."""
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            self._set(" " * min(int(count) if count.isdecimal() else 1, _SPACES))
        elif child.tag == f"{_TEXT}tab":
            self._set("\t")
        elif child.tag == f"{_TEXT}line-break":
            self._break(kind)
        elif child.tag == f"{_TEXT}note":
            body = child.find(f"{_TEXT}note-body")
            if body is not None:
                sort = "endnote" if child.get(f"{_TEXT}note-class") == "endnote" else "footnote"
                self.notes.append((sort, body))
        elif child.tag.startswith(_DRAW):
            self.boxes.append(child)
        elif child.tag not in _LEFT_OUT:
            self._inline(child, kind)

    def _break(self, kind: Kind) -> None:
        if kind.styles and kind.styles[0].startswith(_ONE_LINE):
            self._set(" ")
        else:
            self.made.close(kind)
        self.spaced = True

    def _text(self, text: str | None) -> None:
        """Set text with its white space closed up, as the format has it."""
        closed = _WHITE.sub(" ", text or "")
        closed = closed.removeprefix(" ") if self.spaced else closed
        if closed:
            self._set(closed)
            self.spaced = closed.endswith(" ")

    def _set(self, text: str) -> None:
        self.made.set(Letters(text, None))
        self.spaced = False
