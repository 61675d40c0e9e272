"""The blocks of a Markdown draft, as tree-sitter finds them. Offsets of its nodes are code points of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from tree_sitter import Language, Node, Parser

from newslint.parsers.galley import STAND_IN
from newslint.parsers.markdown.inline import Mark, label_key
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LETTER = compiled(r"[^\W\x00-\x7f]")


def folded(text: str) -> bytes:
    """`text` with a letter for every letter beyond ASCII and a mark for everything else there."""
    if text.isascii():
        return text.encode()
    return _LETTER.sub("x", text).encode("ascii", "replace")


HEADINGS = frozenset(["atx_heading", "setext_heading"])
_HOLDERS = frozenset(["document", "section", "list", "block_quote", "list_item", "pipe_table", "ERROR"])
_FIELDS = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:[\w\"'][\w \"'.-]{0,60}[:=]|\[|---|\+\+\+)")


class Place(Row):
    """Where in the draft's structure a block stands."""

    quoted: bool = False
    listed: bool = False
    caption: bool = False


def structure_of(text: str) -> Iterator[tuple[str, Node]]:
    """The draft's blocks in order, each as a "block"; what holds some of them at its "start" and at its "end"."""
    stack: list[tuple[str, Node]] = [("", _parsed(text))]
    while stack:
        event, node = stack.pop()
        if event or node.type not in _HOLDERS:
            yield event or "block", node
            continue
        yield "start", node
        stack.append(("end", node))
        stack.extend(("", child) for child in reversed(node.named_children))


def blocks_of(text: str) -> list[tuple[Node, Place]]:
    """The blocks of the draft, in order, with the lists and quotations that they stand in."""
    found: list[tuple[Node, Place]] = []
    depth = {"block_quote": 0, "list_item": 0}
    for event, node in structure_of(text):
        if event == "block":
            found.append((node, Place(depth["block_quote"] > 0, depth["list_item"] > 0)))
        elif node.type in depth:
            depth[node.type] += 1 if event == "start" else -1
    return found


def labels_of(text: str, nodes: Iterable[Node]) -> set[str]:
    """What the draft's link definitions are called, as `label_key` writes it."""
    definitions = (text[node.start_byte : node.end_byte] for node in nodes if node.type == "link_reference_definition")
    return {label_key(said[said.find("[") + 1 : said.find("]")]) for said in definitions}


def level_of(heading: Node) -> int:
    """A heading's rank, 1 the highest."""
    for child in heading.named_children:
        if child.type.startswith("atx_h"):
            return int(child.type[5])
        if child.type.startswith("setext_h"):
            return int(child.type[8])
    return 6


@cache
def _parser() -> Parser:
    import tree_sitter_markdown

    return Parser(Language(tree_sitter_markdown.language()))


def _parsed(text: str) -> Node:
    """The draft's blocks. A rule above its first line opens front matter only where a field follows."""
    markup = folded(text)
    root = _parser().parse(markup).root_node
    first = root.named_children[0] if root.named_child_count else None
    if first is None or first.type not in {"minus_metadata", "plus_metadata"} or _FIELDS.match(markup, 3):
        return root
    return _parser().parse(b"   " + markup[3:]).root_node


_BLANK = " \t\n\r\f"
_CLOSING_MARKS = compiled(r"(?:\A|[ \t]+)#+[ \t]*\Z")
_FOOTNOTE = compiled(r"\[\^[^\]\s]{1,60}\]:[ \t]*")
_NOTE_LINE = compiled(r"^[ \t]*\[(\^?)[^\]\n]{1,200}\]:", re.M)


def segments_of(node: Node) -> list[Span]:
    """The stretches of a node's inline content, without the marks of the quotation or list that it stands in."""
    content: Node | None = node
    while content is not None and content.type != "inline":
        content = next((child for child in content.named_children if child.type in {"inline", "paragraph"}), None)
    if content is None:
        return []
    segments: list[Span] = []
    start = content.start_byte
    for child in content.named_children:
        if child.type == "block_continuation":
            if child.start_byte > start:
                segments.append(Span(start, child.start_byte))
            start = child.end_byte
    if content.end_byte > start:
        segments.append(Span(start, content.end_byte))
    return segments


def behind(segments: list[Span], count: int) -> list[Span]:
    """The segments without their first `count` code points."""
    rest: list[Span] = []
    for segment in segments:
        cut = min(count, segment.end - segment.start)
        count -= cut
        if segment.start + cut < segment.end:
            rest.append(Span(segment.start + cut, segment.end))
    return rest


def in_source(segments: list[Span], offset: int) -> int:
    """Where in the source the `offset`th code point of the segments' text stands."""
    for segment in segments:
        if offset <= segment.end - segment.start:
            return segment.start + offset
        offset -= segment.end - segment.start
    return segments[-1].end


def stretches(segments: list[Span], start: int, end: int) -> Iterator[Span]:
    """Where in the source the segments' text from `start` to `end` stands, segment by segment."""
    for segment in segments:
        size = segment.end - segment.start
        if start < size and end > 0:
            yield Span(segment.start + max(0, start), segment.start + min(size, end))
        start, end = start - size, end - size
        if end <= 0:
            return


def joined(text: str, segments: list[Span]) -> str:
    """The text of the segments, which stand in `text`."""
    return "".join(text[start:end] for start, end in segments)


def heading_segments(text: str, heading: Node) -> list[Span]:
    """The stretches of a heading, without the marks that close it."""
    segments = segments_of(heading)
    if segments and (closing := _CLOSING_MARKS.search(joined(text, segments[-1:]))):
        segments[-1] = Span(segments[-1].start, segments[-1].start + closing.start())
    return segments


def notes_in(text: str, segments: list[Span]) -> list[tuple[Span, Span]]:
    """The signs and the texts of footnotes that stand line by line; a link's definition among them is no copy."""
    if len(segments) != 1 or not _FOOTNOTE.match(text, segments[0].start):
        return []
    start, end = segments[0]
    lines = [start, *(line.start() for line in _NOTE_LINE.finditer(text, start + 1, end)), end]
    notes = ((_FOOTNOTE.match(text, first, last), last) for first, last in pairwise(lines))
    return [(Span(*note.span()), Span(note.end(), last)) for note, last in notes if note]


def is_visible(text: str, marks: list[Mark]) -> bool:
    """Whether anything but images, code and markup stands in a paragraph."""
    position = 0
    for mark in marks:
        if mark.start >= position:
            if text[position : mark.start].strip(_BLANK) or (mark.text != STAND_IN and (mark.text or "").strip()):
                return True
            position = mark.end
    return bool(text[position:].strip(_BLANK))


def without_images(text: str, marks: list[Mark]) -> str:
    """A paragraph's text without the images in it."""
    images = [mark for mark in marks if mark.kind == "img"]
    return text[: images[0].start] + text[images[-1].end :] if images else text
