"""Markdown: tree-sitter finds the blocks, `inline` what in them is copy."""

from __future__ import annotations

import re
from itertools import pairwise

from tree_sitter import Node

from newslint.document import Document, Role
from newslint.parsers.galley import STAND_IN, Galley
from newslint.parsers.markdown.frontmatter import set_front_matter
from newslint.parsers.markdown.inline import Inline, label_key, read_inline
from newslint.parsers.markdown.structure import (
    Place,
    behind,
    blocks_of,
    in_source,
    is_visible,
    level_of,
    marks,
    segments_of,
    without_images,
)
from newslint.parsers.roles.crossheads import is_heading_like
from newslint.parsers.roles.layout import arranged_marked
from newslint.parsers.roles.lines import role_of_line
from newslint.source import Source, Span
from newslint.startup.expressions import compiled

_HEADINGS = {"atx_heading", "setext_heading"}
_EMPHASISED = compiled(r"\s*([*_]{1,3})(?![\s*_])[^*_]*(?<![\s*_])\1[\s{}.:\w-]*\Z")
_STRONG = compiled(r"\s*(\*\*|__)(?![\s*_])[^*_]*(?<![\s*_])\1\s*\Z")
_FOOTNOTE = compiled(r"\[\^[^\]\s]{1,60}\]:[ \t]*")
_CAPTION_FIELD = compiled(r"\b(?:caption|title|credit|attr)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FENCE = compiled(r"[ \t]*:{3,}[^\n]*")
_CLOSING_MARKS = compiled(r"(?:\A|[ \t]+)#+[ \t]*\Z")
_NOTE_LINE = compiled(r"^[ \t]*\[(\^?)[^\]\n]{1,200}\]:", re.M)
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
        self.labels = {label_key(self._label(node)) for node, _ in nodes if node.type == "link_reference_definition"}
        for node, place in nodes:
            self._set(node, place)
        self._set_alts()
        galley = self.galley
        return galley.document(arranged_marked(galley.text, galley.blocks))

    def _label(self, node: Node) -> str:
        text = self.source.text[node.start_byte : node.end_byte]
        return text[text.find("[") + 1 : text.find("]")]

    def _set(self, node: Node, place: Place) -> None:
        kind = node.type
        if kind == "paragraph":
            self._set_paragraph(node, place)
        elif kind in _HEADINGS:
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
        segments = segments_of(node)
        if segments and (closing := _CLOSING_MARKS.search(self._text(segments[-1:]))):
            segments[-1] = Span(segments[-1].start, segments[-1].start + closing.start())
        if not segments:
            return
        found = read_inline(self._text(segments), self.labels)
        self._set_inline(segments, found._replace(breaks=[]))
        heads = not self.has_headline and (level_of(node) == 1 or not self.has_copy)
        self.has_headline = self.has_headline or heads
        self.galley.close(Role.HEADLINE if heads else Role.CROSSHEAD)

    def _set_paragraph(self, node: Node, place: Place) -> None:
        segments = segments_of(node)
        text = self._text(segments)
        if fence := _FENCE.match(text):
            segments = behind(segments, fence.end())
        elif _FOOTNOTE.match(text) and len(segments) == 1:
            self._set_notes(segments[0], text)
            return
        elif _WORDPRESS_CAPTION.match(text):
            place = place._replace(caption=True)
        if segments:
            self._set_copy(segments, place)

    def _set_notes(self, segment: Span, text: str) -> None:
        """Set footnotes that stand line by line; a link's definition among them is no copy."""
        lines = [*(line.start() for line in _NOTE_LINE.finditer(text)), len(text)]
        for start, end in pairwise(lines):
            if note := _FOOTNOTE.match(text, start):
                self.marker = Span(segment.start + start, segment.start + note.end())
                self._set_copy([Span(segment.start + note.end(), segment.start + end)], Place(listed=True))

    def _set_copy(self, segments: list[Span], place: Place) -> None:
        text = self._text(segments)
        found = read_inline(text, self.labels)
        if not is_visible(text, found):
            self._keep_images(segments, found)
            return
        if (self.alts or found.images) and _EMPHASISED.match(without_images(text, found)):
            place = place._replace(caption=True)
            self.alts = []
        self._set_alts()
        marker = self.galley.mark(*self.marker) if self.marker else None
        self.marker = None
        self._set_inline(segments, found)
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

    def _keep_images(self, segments: list[Span], found: Inline) -> None:
        """An image that stands alone: its title is the caption, else what its alt text says."""
        self._set_alts()
        for alt, title in found.images:
            if title:
                self._set_plain(in_source(segments, title.start), in_source(segments, title.end), Role.CAPTION)
            elif alt.end > alt.start:
                self.alts.append(Span(in_source(segments, alt.start), in_source(segments, alt.end)))
        for shortcode in found.shortcodes:
            for field in _CAPTION_FIELD.finditer(self._text(segments), *shortcode):
                start, end = field.span(1) if field[1] is not None else field.span(2)
                role = Role.CAPTION if field[0].startswith("caption") else Role.CREDIT
                self._set_plain(in_source(segments, start), in_source(segments, end), role)
        for comment in found.comments:
            self._set_comment(segments, comment)

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
        text = self.source.text[node.start_byte : node.end_byte]
        if note := _FOOTNOTE.match(text):
            self.marker = Span(node.start_byte, node.start_byte + note.end())
            self._set_copy([Span(node.start_byte + note.end(), node.end_byte)], Place(listed=True))

    def _set_html(self, node: Node) -> None:
        self._set_alts()
        from newslint.parsers.html.parser import set_fragment

        set_fragment(self.galley, node.start_byte, node.end_byte)

    def _set_comment(self, segments: list[Span], span: Span) -> None:
        start, end = in_source(segments, span.start), in_source(segments, span.end)
        self.galley.comment(self.source.text[start + 4 : end - 3].strip(), Span(start, end))

    def _text(self, segments: list[Span]) -> str:
        return "".join(self.source.text[start:end] for start, end in segments)

    def _set_inline(self, segments: list[Span], found: Inline) -> None:
        """Set what of a paragraph is copy."""
        text = self._text(segments)
        position = 0
        for start, end, written, kind in marks(found):
            if start < position and kind != "break":
                continue
            self._set_stretch(segments, position, start)
            position = max(position, end)
            if kind == "break":
                self.galley.break_line()
            elif kind == "comment":
                self._set_comment(segments, Span(start, end))
            elif written and (written != STAND_IN or (self.galley.is_open and text[end:].strip(_BLANK))):
                self.galley.replace(written, in_source(segments, start), in_source(segments, end))
        self._set_stretch(segments, position, len(text))

    def _set_stretch(self, segments: list[Span], start: int, end: int) -> None:
        """Set copy that stands as it is, from segment to segment."""
        for segment in segments:
            size = segment.end - segment.start
            if start < size and end > 0:
                self.galley.copy(segment.start + max(0, start), segment.start + min(size, end))
            start, end = start - size, end - size
            if end <= 0:
                return
