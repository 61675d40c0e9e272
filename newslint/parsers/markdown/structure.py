"""The blocks of a Markdown draft, as tree-sitter finds them. Offsets of its nodes are code points of the draft."""

from __future__ import annotations

import re
from functools import cache

from tree_sitter import Language, Node, Parser

from newslint.parsers.galley import STAND_IN
from newslint.parsers.markdown.inline import Inline
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LETTER = compiled(r"[^\W\x00-\x7f]")


def folded(text: str) -> bytes:
    """`text` with a letter for every letter beyond ASCII and a mark for everything else there."""
    if text.isascii():
        return text.encode()
    return _LETTER.sub("x", text).encode("ascii", "replace")


_HOLDERS = frozenset(["document", "section", "list", "block_quote", "list_item", "pipe_table", "ERROR"])
_FIELDS = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:[\w\"'][\w \"'.-]{0,60}[:=]|\[|---|\+\+\+)")


class Place(Row):
    """Where in the draft's structure a block stands."""

    quoted: bool = False
    listed: bool = False
    caption: bool = False


def blocks_of(text: str) -> list[tuple[Node, Place]]:
    """The blocks of the draft, in order, with the lists and quotations that they stand in."""
    found: list[tuple[Node, Place]] = []
    stack: list[tuple[Node, Place]] = [(_parsed(text), Place())]
    while stack:
        node, place = stack.pop()
        kind = node.type
        if kind not in _HOLDERS:
            found.append((node, place))
            continue
        place = Place(place.quoted or kind == "block_quote", place.listed or kind == "list_item")
        stack.extend((child, place) for child in reversed(node.named_children))
    return found


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


def marks(found: Inline) -> list[tuple[int, int, str | None, str]]:
    """Everything that isn't copy as it stands, in order; of marks that begin together the longest first."""
    comments = set(found.comments)
    marks: list[tuple[int, int, str | None, str]] = [
        (cut.start, cut.end, cut.text, "comment" if Span(cut.start, cut.end) in comments else "cut")
        for cut in found.cuts
    ]
    marks += ((start, end, STAND_IN, "cut") for start, end in found.stand_ins)
    marks += ((place, place, None, "break") for place in found.breaks)
    marks.sort(key=lambda mark: (mark[0], -mark[1]))
    return marks


def is_visible(text: str, found: Inline) -> bool:
    """Whether anything but images, code and markup stands in a paragraph."""
    position = 0
    for start, end, written, _ in marks(found):
        if start >= position:
            if text[position:start].strip(_BLANK) or (written and written != STAND_IN and written.strip()):
                return True
            position = end
    return bool(text[position:].strip(_BLANK))


def without_images(text: str, found: Inline) -> str:
    """A paragraph's text without the images in it."""
    if not found.images:
        return text
    first, last = found.images[0][0], found.images[-1][0]
    end = next((cut.end for cut in found.cuts if cut.start < last.start <= cut.end and cut.text is None), last.end)
    return text[: first.start - 2] + text[end:]
