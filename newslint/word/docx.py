"""Word documents (.docx): their copy as it would stand with every tracked change accepted.

Headers, footers, tables of contents, hidden text and comments are no copy. Foot- and endnotes follow the story, text
boxes the paragraph that they hang on.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx

from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.row import Row
from newslint.word.archive import Archive
from newslint.word.manuscript import Kind, Letters, Manuscript
from newslint.word.names import MATH, MC, SPACE, W

_STRICT = b"purl.oclc.org/ooxml"
# What stands in the copy for a formula or a symbol, as in other formats.
_STAND_IN = "\ufffc"
# What only wraps paragraphs or runs; of a tracked change, what would stay.
_WRAPPING = {
    W + name
    for name in ("sdtContent", "customXml", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo")
}
# What no paragraph runs out of.
_ENDING = {W + name for name in ("body", "tc", "footnote", "endnote", "txbxContent")}
_HOLDING = {W + name for name in ("drawing", "pict", "object")}
# Paragraphs that Word writes itself.
_WRITTEN_BY_WORD = ("toc ", "table of figures", "index ")
_LISTS = ("list bullet", "list number")
_ONE_LINE = ("heading ", "title", "subtitle")
_SIGNS = {"br": " ", "cr": " ", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "sym": _STAND_IN}
_SPACES = str.maketrans("\t\n\r", "   ")
_ELEMENTS = "*"  # no comments, no processing instructions
# No chain of styles is longer.
_BASES = 12


def read(data: bytes, name: str) -> Source:
    """The copy of a Word document. Raises UnreadableError where it's damaged, unsafe or something else."""
    archive = Archive(data, name)
    made = manuscript(archive, Package(archive))
    return Source(name, made.text, ".docx", paragraphs=tuple(made.paragraphs))


def manuscript(archive: Archive, package: Package) -> Manuscript:
    """The copy of a Word document with its places. Raises UnreadableError."""
    return _Reader(archive, package).manuscript()


class Package:
    """What python-docx knows of a document: the names of its parts, and its styles."""

    def __init__(self, archive: Archive) -> None:
        if "_rels/.rels" in archive and _STRICT in archive["_rels/.rels"]:
            raise UnreadableError(archive.name, "is a Strict Open XML document; save it as a Word Document (.docx)")
        try:
            document = docx.Document(io.BytesIO(archive.data))
            part = document.part
            self.story: str = part.partname.membername
            self._related: dict[str, str] = {
                relation.reltype.rpartition("/")[2]: relation.target_part.partname.membername
                for relation in part.rels.values()
                if not relation.is_external
            }
            styles: Any = document.styles.element
            self._styles = {style.get(f"{W}styleId"): style for style in styles.iterchildren(f"{W}style")}
        except MemoryError:
            raise
        except Exception as error:  # python-docx says what is wrong with a package in many ways
            raise archive.damaged() from error
        self._known: dict[str, tuple[str, ...]] = {}

    def related(self, type: str) -> str:
        """The name of the part that the story has for `type` ("footnotes", "comments"); "" where it has none."""
        return self._related.get(type, "")

    def styles(self, style_id: str) -> tuple[str, ...]:
        """The names of a paragraph's style and of those that it's based on, nearest first, in small letters."""
        if style_id not in self._known:
            self._known[style_id] = tuple(self._names(style_id))
        return self._known[style_id]

    def _names(self, style_id: str) -> Iterator[str]:
        for _ in range(_BASES):
            style = self._styles.get(style_id)
            if style is None:
                return
            name, based = style.find(f"{W}name"), style.find(f"{W}basedOn")
            yield name.get(f"{W}val", "").lower() if name is not None else ""
            style_id = based.get(f"{W}val", "") if based is not None else ""


class _Where(Row):
    """Where a run's letters hang, and whether the run must stay whole: see `Stretch`."""

    host: Any
    whole: bool

    def inside(self, element: Any) -> _Where:
        """The same within something that no mark may part."""
        return _Where(element if self.host is None else self.host, True)


class _Reader:
    """Goes through a document's parts once, in reading order."""

    def __init__(self, archive: Archive, package: Package) -> None:
        self.archive = archive
        self.package = package
        self.made = Manuscript()
        self.row = 0
        self.fields: list[bool] = []  # for each open field whether its instruction is over
        self.boxes: list[tuple[Any, Any]] = []
        self.references: list[tuple[str, str, Any]] = []

    def manuscript(self) -> Manuscript:
        """All of the document."""
        story = self.archive.tree(self.package.story)
        self.made.parts = {self.package.story: story}
        body = story.find(f"{W}body")
        if body is not None:
            self._blocks(body, Kind())
        self._set_notes()
        return self.made

    def _set_notes(self) -> None:
        """The notes that the story refers to, in its order."""
        notes: dict[tuple[str, str], Any] = {}
        for kind in ("footnote", "endnote"):
            part = self.package.related(f"{kind}s")
            if not part:
                continue
            tree = self.archive.tree(part)
            self.made.parts = {**self.made.parts, part: tree}
            notes.update(((kind, note.get(f"{W}id", "")), note) for note in tree.iterchildren(f"{W}{kind}"))
        for kind, number, run in self.references:
            note = notes.pop((kind, number), None)
            if note is not None:
                self._blocks(note, Kind((), kind, 0, run))

    def _blocks(self, container: Any, kind: Kind) -> None:
        for child in container.iterchildren(tag=_ELEMENTS):
            if child.tag == f"{W}p":
                self._paragraph(child, kind)
            elif child.tag == f"{W}tbl":
                self._table(child, kind)
            elif child.tag == f"{W}sdt":
                if not _is_contents(child):
                    self._blocks(child, kind)
            elif child.tag == f"{MC}AlternateContent":
                self._blocks(_chosen(child), kind)
            elif child.tag in _WRAPPING:
                self._blocks(child, kind)
        if container.tag in _ENDING:
            self.made.close(kind)  # its last paragraph's end may be deleted

    def _table(self, table: Any, kind: Kind) -> None:
        """A table, cell by cell; of one column, it's a box around paragraphs."""
        rows = [list(_own(row, "tc", "tr")) for row in _own(table, "tr", "tbl") if row.find(f"{W}trPr/{W}del") is None]
        is_box = all(len(cells) < 2 for cells in rows)
        for cells in rows:
            self.row += 1
            of_row = kind if is_box else kind._replace(kind="cell", row=self.row)
            for cell in cells:
                self._blocks(cell, of_row)

    def _paragraph(self, paragraph: Any, kind: Kind) -> None:
        properties = paragraph.find(f"{W}pPr")
        styles = self._styles(properties)
        if not kind.kind and (_is_numbered(properties) or any(style.startswith(_LISTS) for style in styles[:1])):
            kind = kind._replace(kind="list")
        kind = kind._replace(styles=styles)
        self._inline(paragraph, kind, _Where(kind.host, False))
        if styles and styles[0].startswith(_WRITTEN_BY_WORD):
            self.made.drop()
        elif properties is None or properties.find(f"{W}rPr/{W}del") is None:
            self.made.close(kind)  # else the next paragraph runs on, once the change is accepted
        boxes, self.boxes = self.boxes, []
        for box, host in boxes:
            self._blocks(box, Kind((), "box", 0, host))

    def _styles(self, properties: Any) -> tuple[str, ...]:
        if properties is None:
            return ()
        style, level = properties.find(f"{W}pStyle"), properties.find(f"{W}outlineLvl")
        names = self.package.styles(style.get(f"{W}val", "")) if style is not None else ()
        if level is not None and level.get(f"{W}val", "9") in "012345678":
            return (f"heading {int(level.get(f'{W}val')) + 1}", *names)
        return names

    def _inline(self, container: Any, kind: Kind, where: _Where) -> None:
        for child in container.iterchildren(tag=_ELEMENTS):
            if child.tag == f"{W}r":
                self._run(child, kind, where)
            elif child.tag == f"{W}sdt":
                self._inline(child, kind, _Where(child if where.host is None else where.host, where.whole))
            elif child.tag == f"{MC}AlternateContent":
                self._inline(_chosen(child), kind, where.inside(child))
            elif child.tag in _WRAPPING:
                self._inline(child, kind, where)
            elif child.tag.startswith(MATH) and self.made.is_open:
                self.made.set(Letters(_STAND_IN, child, *where.inside(child)))

    def _run(self, run: Any, kind: Kind, where: _Where) -> None:
        """What a run holds, or what in a run stands for one."""
        properties = run.find(f"{W}rPr")
        if _is_on(properties, "vanish"):
            return
        strong = _is_on(properties, "b")
        for child in run.iterchildren(tag=_ELEMENTS):
            tag = child.tag
            if tag == f"{W}t":
                self._text(child, where, strong)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                note = tag.removeprefix(W).removesuffix("Reference")
                self.references.append((note, child.get(f"{W}id", ""), where.inside(child).host))
            elif tag in _HOLDING:
                self._find_boxes(child, where.inside(child).host)
            elif tag == f"{MC}AlternateContent":
                self._run(_chosen(child), kind, where.inside(child))
            elif tag == f"{W}ruby":
                for inner in child.iterfind(f"{W}rubyBase/{W}r"):
                    self._run(inner, kind, where.inside(child))
            else:
                self._sign(child, kind, where, strong)

    def _text(self, element: Any, where: _Where, strong: bool) -> None:
        if element.get(SPACE) != "preserve" and element.text:
            element.text = element.text.strip(" \t\n\r")  # as Word shows it
        if all(self.fields):
            self.made.set(Letters((element.text or "").translate(_SPACES), element, *where, strong))

    def _sign(self, element: Any, kind: Kind, where: _Where, strong: bool) -> None:
        """What isn't a letter: a tab, a line's end, a hyphen, a symbol."""
        name = element.tag.removeprefix(W)
        if name in {"br", "cr"} and not (kind.styles and kind.styles[0].startswith(_ONE_LINE)):
            self.made.close(kind)
        elif name in _SIGNS and (name != "sym" or self.made.is_open):
            self.made.set(Letters(_SIGNS[name], element, *where, strong))

    def _field(self, type: str) -> None:
        if type == "begin":
            self.fields.append(False)
        elif self.fields and type == "separate":
            self.fields[-1] = True
        elif self.fields and type == "end":
            self.fields.pop()

    def _find_boxes(self, drawing: Any, host: Any) -> None:
        """The text boxes of a drawing, to be set after the paragraph that it hangs on."""
        self.boxes += [(box, host) for box in drawing.iter(f"{W}txbxContent") if _is_shown(box, drawing)]


def _chosen(alternatives: Any) -> Any:
    """What newer Words show of something that is there in two ways."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives


def _is_shown(box: Any, drawing: Any) -> bool:
    """Whether a text box is neither the fallback of another, nor inside of one, which is gone through by itself."""
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag in {f"{MC}Fallback", f"{W}txbxContent"}:
            return False
    return True


def _own(around: Any, name: str, of: str) -> Iterator[Any]:
    """The rows or cells of a table, or of a row, that aren't those of a table in it; a content control may hold them."""
    for element in around.iter(W + name):
        if next(element.iterancestors(W + of)) is around:
            yield element


def _is_contents(block: Any) -> bool:
    """Whether a block is the table of contents that Word writes."""
    gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _is_numbered(properties: Any) -> bool:
    number = properties.find(f"{W}numPr/{W}numId") if properties is not None else None
    return number is not None and number.get(f"{W}val") != "0"


def _is_on(properties: Any, name: str) -> bool:
    """Whether a run's property is set."""
    given = properties.find(f"{W}{name}") if properties is not None else None
    return given is not None and given.get(f"{W}val", "true") not in {"0", "false", "off"}
