"""Markdown as a stream of tags: what a converter to HTML would write, with each letter's place in the draft."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tree_sitter import Node

from newslint.parsers.markdown.inline import Mark, read_inline
from newslint.parsers.markdown.structure import (
    HEADINGS,
    heading_segments,
    in_source,
    joined,
    labels_of,
    level_of,
    notes_in,
    segments_of,
    stretches,
    structure_of,
)
from newslint.source import Span
from newslint.vale.tags import Tag, Value, read_html

_HOLDERS = {"block_quote": "blockquote", "list": "ul", "list_item": "li", "pipe_table": "table"}
_CELLS = {"pipe_table_header": "th", "pipe_table_row": "td"}


def read_markdown(text: str) -> Iterator[Tag]:
    """The stream in a Markdown draft."""
    steps = list(structure_of(text))
    labels = labels_of(text, (node for _, node in steps))
    for event, node in steps:
        if event == "block":
            yield from _block(text, node, labels)
        elif node.type in _HOLDERS:
            yield Tag(event, _HOLDERS[node.type])


def _block(text: str, node: Node, labels: AbstractSet[str]) -> Iterator[Tag]:
    kind = node.type
    if kind in HEADINGS:
        yield from _element(f"h{level_of(node)}", text, heading_segments(text, node), labels)
    elif kind in {"paragraph", "link_reference_definition"}:
        segments = segments_of(node) if kind == "paragraph" else [Span(node.start_byte, node.end_byte)]
        notes = notes_in(text, segments)
        for _, note in notes:
            yield from _element("li", text, [note], labels)
        if kind == "paragraph" and not notes:
            yield from _element("p", text, segments, labels)
    elif kind in {"fenced_code_block", "indented_code_block"}:
        yield Tag("start", "pre")
        yield Tag("end", "pre")
    elif kind == "html_block":
        yield from read_html(text[node.start_byte : node.end_byte], node.start_byte)
    elif kind in _CELLS:
        for cell in node.named_children:
            if cell.type == "pipe_table_cell":
                yield from _element(_CELLS[kind], text, [Span(cell.start_byte, cell.end_byte)], labels)


def _element(name: str, text: str, segments: list[Span], labels: AbstractSet[str]) -> Iterator[Tag]:
    """An element with what its segments say. Shortcodes are letters to the converter."""
    yield Tag("start", name)
    said = joined(text, segments)
    at = 0
    for mark in read_inline(said, labels, shortcodes=False):
        if mark.start >= at:
            yield from _letters(text, segments, Span(at, mark.start))
            yield from _marked(mark, text, segments, said)
            at = mark.end
    yield from _letters(text, segments, Span(at, len(said)))
    yield Tag("end", name)


def _letters(text: str, segments: list[Span], span: Span) -> Iterator[Tag]:
    for start, end in stretches(segments, *span):
        yield Tag("text", text=text[start:end], places=range(start, end))


def _marked(mark: Mark, text: str, segments: list[Span], said: str) -> Iterator[Tag]:
    """What a mark begins, ends or holds; `said` is the text of the segments."""
    kind, inner = mark.kind, mark.inner or Span(mark.start, mark.start)
    place = in_source(segments, inner.start)
    value = Value(said[inner.start : inner.end], place)
    if kind.startswith("/"):
        yield Tag("end", kind[1:])
    elif kind in {"em", "strong", "del", "break"}:
        yield Tag("start", "br" if kind == "break" else kind)
    elif kind == "img":
        yield Tag("start", "img", attributes={"alt": value})
    elif kind == "a":
        yield Tag("start", "a", attributes={"href": value})
    elif kind == "code":
        yield Tag("start", kind)
        yield from _letters(text, segments, inner)
        yield Tag("end", kind)
    elif kind == "autolink":
        href = value if ":" in value.text else value._replace(text=f"mailto:{value.text}")
        yield Tag("start", "a", attributes={"href": href})
        yield from _letters(text, segments, inner)
        yield Tag("end", "a")
    elif kind in {"comment", "tag"}:
        yield from read_html(said[mark.start : mark.end], place)
    elif mark.text:
        yield Tag("text", text=mark.text, places=(place,) * len(mark.text))
