"""Markdown: tree-sitter finds the blocks, `inline` what in them is copy."""

from __future__ import annotations

from tree_sitter import Node

from newslint.document import Document, Role
from newslint.parsers.galley import STAND_IN, Galley
from newslint.parsers.markdown.frontmatter import set_front_matter
from newslint.parsers.markdown.inline import Mark, read_inline
from newslint.parsers.markdown.structure import (
    HEADINGS,
    Place,
    behind,
    blocks_of,
    heading_segments,
    in_source,
    is_visible,
    joined,
    labels_of,
    level_of,
    notes_in,
    segments_of,
    stretches,
    without_images,
)
from newslint.parsers.roles.crossheads import is_heading_like
from newslint.parsers.roles.layout import arranged_marked
from newslint.parsers.roles.lines import role_of_line
from newslint.source import Source, Span
from newslint.startup.expressions import compiled

_EMPHASISED = compiled(r"\s*([*_]{1,3})(?![\s*_])[^*_]*(?<![\s*_])\1[\s{}.:\w-]*\Z")
_STRONG = compiled(r"\s*(\*\*|__)(?![\s*_])[^*_]*(?<![\s*_])\1\s*\Z")
_CAPTION_FIELD = compiled(r"\b(?:caption|title|credit|attr)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FENCE = compiled(r"[ \t]*:{3,}[^\n]*")
_WORDPRESS_CAPTION = compiled(r"\s*\[caption +\w+=")
_BLANK = " \t\n\r\f"


def parse(source: Source) -> Document:
    """The document in a Markdown draft."""
    return _Draft(source).document()


class _Draft:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.galley = Galley(source)
        self.labels: set[str] = set()
        self.marker: Span | None = None
        self.row = 0
        self.has_headline = False
        self.has_copy = False
        self.alts: list[Span] = []

    def document(self) -> Document:
        nodes = blocks_of(self.source.text)
        self.labels = labels_of(self.source.text, (node for node, _ in nodes))
        for node, place in nodes:
            self._set(node, place)
        self._set_alts()
        galley = self.galley
        return galley.document(arranged_marked(galley.text, galley.blocks))

    def _set(self, node: Node, place: Place) -> None:
        kind = node.type
        if kind == "paragraph":
            self._set_paragraph(node, place)
        elif kind in HEADINGS:
            self._set_heading(node)
        elif kind in {"minus_metadata", "plus_metadata"}:
            self._set_front_matter(node)
        elif kind.startswith("list_marker"):
            self.marker = Span(node.start_byte, node.end_byte)
        elif kind in {"pipe_table_row", "pipe_table_header"}:
            self._set_row(node)
        elif kind == "html_block":
            self._set_html(node)
        elif kind == "link_reference_definition":
            self._set_definition(node)

    def _set_front_matter(self, node: Node) -> None:
        set_front_matter(self.galley, node.start_byte, node.end_byte)
        self.has_headline = any(block.role is Role.HEADLINE for block in self.galley.blocks)

    def _set_heading(self, node: Node) -> None:
        self._set_alts()
        segments = heading_segments(self.source.text, node)
        if not segments:
            return
        marks = read_inline(self._text(segments), self.labels)
        self._set_inline(segments, [mark for mark in marks if mark.kind != "break"])
        heads = not self.has_headline and (level_of(node) == 1 or not self.has_copy)
        self.has_headline = self.has_headline or heads
        self.galley.close(Role.HEADLINE if heads else Role.CROSSHEAD)

    def _set_paragraph(self, node: Node, place: Place) -> None:
        segments = segments_of(node)
        text = self._text(segments)
        if fence := _FENCE.match(text):
            segments = behind(segments, fence.end())
        elif notes := notes_in(self.source.text, segments):
            for sign, note in notes:
                self._set_note(sign, note)
            return
        elif _WORDPRESS_CAPTION.match(text):
            place = place._replace(caption=True)
        if segments:
            self._set_copy(segments, place)

    def _set_note(self, sign: Span, note: Span) -> None:
        self.marker = sign
        self._set_copy([note], Place(listed=True))

    def _set_copy(self, segments: list[Span], place: Place) -> None:
        text = self._text(segments)
        marks = read_inline(text, self.labels)
        if not is_visible(text, marks):
            self._keep_images(segments, marks)
            return
        pictured = self.alts or any(mark.kind == "img" for mark in marks)
        if pictured and _EMPHASISED.match(without_images(text, marks)):
            place = place._replace(caption=True)
            self.alts = []
        self._set_alts()
        marker = self.galley.mark(*self.marker) if self.marker else None
        self.marker = None
        self._set_inline(segments, marks)
        self.has_copy = True
        role = self._role(place, marker)
        if role is Role.PARAGRAPH and _STRONG.match(text) and is_heading_like(self.galley.line):
            role = Role.CROSSHEAD
        self.galley.close(role, marker)

    def _role(self, place: Place, marker: Span | None) -> Role:
        if place.caption:
            return Role.CAPTION
        if place.quoted:
            return Role.BLOCK_QUOTE
        if place.listed or marker:
            return Role.LIST_ITEM
        return role_of_line(self.galley.line)

    def _keep_images(self, segments: list[Span], marks: list[Mark]) -> None:
        """An image that stands alone: its title is the caption, else what its alt text says."""
        self._set_alts()
        for mark in marks:
            if mark.kind == "img" and mark.title:
                self._set_plain(
                    in_source(segments, mark.title.start), in_source(segments, mark.title.end), Role.CAPTION
                )
            elif mark.kind == "img" and mark.inner and mark.inner.end > mark.inner.start:
                self.alts.append(Span(in_source(segments, mark.inner.start), in_source(segments, mark.inner.end)))
            elif mark.kind == "comment":
                self._set_comment(segments, mark)
        for mark in marks:
            if mark.kind == "shortcode":
                self._set_shortcode(segments, mark)

    def _set_shortcode(self, segments: list[Span], shortcode: Mark) -> None:
        """A shortcode's caption and credit."""
        for field in _CAPTION_FIELD.finditer(self._text(segments), shortcode.start, shortcode.end):
            start, end = field.span(1) if field[1] is not None else field.span(2)
            role = Role.CAPTION if field[0].startswith("caption") else Role.CREDIT
            self._set_plain(in_source(segments, start), in_source(segments, end), role)

    def _set_alts(self) -> None:
        """Set the alt texts of images that turned out to have no caption."""
        for alt in self.alts:
            self._set_plain(*alt, Role.CAPTION)
        self.alts = []

    def _set_plain(self, start: int, end: int, role: Role) -> None:
        segment = [Span(start, end)]
        self._set_inline(segment, read_inline(self._text(segment), self.labels))
        self.galley.close(role)

    def _set_row(self, node: Node) -> None:
        self._set_alts()
        self.row += 1
        for cell in node.named_children:
            if cell.type == "pipe_table_cell":
                segment = [Span(cell.start_byte, cell.end_byte)]
                self._set_inline(segment, read_inline(self._text(segment), self.labels))
                self.galley.close(Role.TABLE_CELL, row=self.row)

    def _set_definition(self, node: Node) -> None:
        """A link's definition is no copy, but a footnote of one word looks like one."""
        for sign, note in notes_in(self.source.text, [Span(node.start_byte, node.end_byte)]):
            self._set_note(sign, note)

    def _set_html(self, node: Node) -> None:
        self._set_alts()
        from newslint.parsers.html.parser import set_fragment

        set_fragment(self.galley, node.start_byte, node.end_byte)

    def _set_comment(self, segments: list[Span], mark: Mark) -> None:
        start, end = in_source(segments, mark.start), in_source(segments, mark.end)
        self.galley.comment(self.source.text[start + 4 : end - 3].strip(), Span(start, end))

    def _text(self, segments: list[Span]) -> str:
        return joined(self.source.text, segments)

    def _set_inline(self, segments: list[Span], marks: list[Mark]) -> None:
        """Set what of a paragraph is copy."""
        text = self._text(segments)
        position = 0
        for mark in marks:
            if mark.start < position:
                continue
            self._set_stretch(segments, position, mark.start)
            position = mark.end
            if mark.kind == "break":
                self.galley.break_line()
            elif mark.kind == "comment":
                self._set_comment(segments, mark)
            elif mark.text and (mark.text != STAND_IN or (self.galley.is_open and text[mark.end :].strip(_BLANK))):
                self.galley.replace(mark.text, in_source(segments, mark.start), in_source(segments, mark.end))
        self._set_stretch(segments, position, len(text))

    def _set_stretch(self, segments: list[Span], start: int, end: int) -> None:
        """Set copy that stands as it is."""
        for stretch in stretches(segments, start, end):
            self.galley.copy(*stretch)
