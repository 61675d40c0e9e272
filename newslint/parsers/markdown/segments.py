"""A Markdown paragraph as its stretches of the source, and what in it isn't copy, in order."""

from __future__ import annotations

from tree_sitter import Node

from newslint.parsers.galley import STAND_IN
from newslint.parsers.markdown.inline import Inline
from newslint.source import Span

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
