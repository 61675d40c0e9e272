"""The text of a Markdown block: emphasis, links, code and what else stands in a line, as a stream of tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tree_sitter import Language, Node, Parser, Point, Range

from newslint.startup.row import Row
from newslint.vale.tags import Tag, Value, read_html, text_tag

_INLINE = {"emphasis": "em", "strong_emphasis": "strong", "strikethrough": "del"}
_DELIMITERS = {"emphasis_delimiter", "code_span_delimiter", "latex_span_delimiter"}
_LINKS = {"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"}
_ADDRESS = re.compile(r"(?:(?<=[\s*_~(])|\A)((?:https?://|ftp://)[^\s<]+)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_TASK = re.compile(r"\[[ xX]\] ")
NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")


@cache
def _inline_parser() -> Parser:
    import tree_sitter_markdown

    return Parser(Language(tree_sitter_markdown.inline_language()))


class Inline(Row):
    """A draft, its bytes (one a letter), and the labels that its link definitions give."""

    text: str
    bytes: bytes
    labels: set[str]

    def read(self, node: Node) -> Iterator[Tag]:
        """The stream in a block's node, without the marks that its lines begin with."""
        ranges = _ranges(node)
        if not ranges:
            return
        parser = _inline_parser()
        parser.included_ranges = ranges
        tree = parser.parse(self.bytes)
        held = [(each.start_byte, each.end_byte) for each in ranges]
        start = held[0][0]
        task = _TASK.match(self.text, start)
        if task and node.parent is not None and _in_task_item(node):
            start = task.end()
        note = NOTE.match(self.text, start)
        start = note.end() if note else start
        yield from self._children(tree.root_node, start, node.end_byte, held)

    def _children(self, node: Node, start: int, end: int, held: list[tuple[int, int]]) -> Iterator[Tag]:
        at = start
        for child in node.named_children:
            if child.start_byte < at:
                continue
            yield from self._text(at, child.start_byte, held)
            yield from self._child(child, held)
            at = child.end_byte
        yield from self._text(at, end, held)

    def _child(self, node: Node, held: list[tuple[int, int]]) -> Iterator[Tag]:
        kind = node.type
        if kind in _DELIMITERS:
            return
        if kind in _INLINE:
            yield Tag("start", _INLINE[kind])
            yield from self._children(node, node.start_byte, node.end_byte, held)
            yield Tag("end", _INLINE[kind])
        elif kind == "code_span":
            yield from self._code(node, held)
        elif kind in _LINKS or kind == "image":
            yield from self._link(node, held)
        elif kind in {"uri_autolink", "email_autolink"}:
            said = self.text[node.start_byte + 1 : node.end_byte - 1]
            href = f"mailto:{said}" if kind == "email_autolink" else said
            yield Tag("start", "a", attributes={"href": Value(href, node.start_byte + 1)})
            yield Tag("text", text=said, places=range(node.start_byte + 1, node.end_byte - 1))
            yield Tag("end", "a")
        elif kind == "html_tag":
            yield from read_html(self._said(node), node.start_byte)
        elif kind == "backslash_escape":
            yield Tag(
                "text",
                text=self.text[node.start_byte + 1 : node.end_byte],
                places=range(node.start_byte + 1, node.end_byte),
            )
        elif kind == "hard_line_break":
            yield Tag("start", "br")
            yield Tag("text", text="\n", places=(node.end_byte - 1,))
        elif kind in {"entity_reference", "numeric_character_reference"}:
            yield text_tag(self._said(node), node.start_byte)
        else:
            yield from self._text(node.start_byte, node.end_byte, held)

    def _code(self, node: Node, held: list[tuple[int, int]]) -> Iterator[Tag]:
        marks = [child for child in node.named_children if child.type == "code_span_delimiter"]
        start, end = marks[0].end_byte, marks[-1].start_byte
        yield Tag("start", "code")
        for first, last in _within(start, end, held):
            yield Tag("text", text=self.text[first:last], places=range(first, last))
        yield Tag("end", "code")

    def _link(self, node: Node, held: list[tuple[int, int]]) -> Iterator[Tag]:
        parts = {child.type: child for child in node.named_children}
        content = parts.get("link_text") or parts.get("image_description")
        label = parts.get("link_label")
        target = parts.get("link_destination")
        if node.type == "shortcut_link" and _FOOTNOTE.fullmatch(self._said(node)):
            return
        named = label or content
        if target is None and (named is None or label_key(self._said(named)) not in self.labels):
            yield from self._not_a_link(node, content, held)
            return
        if node.type == "image":
            alt = self._said(content) if content else ""
            yield Tag(
                "start", "img", attributes={"alt": Value(alt, content.start_byte if content else node.start_byte)}
            )
            return
        href = Value(self._said(target), target.start_byte) if target else Value("", node.start_byte)
        yield Tag("start", "a", attributes={"href": href})
        if content:
            yield from self._children(content, content.start_byte, content.end_byte, held)
        yield Tag("end", "a")

    def _not_a_link(self, node: Node, content: Node | None, held: list[tuple[int, int]]) -> Iterator[Tag]:
        """Brackets that no definition makes a link: they're letters, and what is inside is read."""
        if content is None:
            yield from self._text(node.start_byte, node.end_byte, held)
            return
        yield from self._text(node.start_byte, content.start_byte, held)
        yield from self._children(content, content.start_byte, content.end_byte, held)
        yield from self._text(content.end_byte, node.end_byte, held)

    def _text(self, start: int, end: int, held: list[tuple[int, int]]) -> Iterator[Tag]:
        for first, last in _within(start, end, held):
            at = first
            for match in _ADDRESS.finditer(self.text, first, last):
                address = match[1].rstrip("?!.,:*_~'\";)")
                yield text_tag(self.text[at : match.start(1)], at)
                at = match.start(1) + len(address)
                places = range(match.start(1), at)
                yield Tag("start", "a", attributes={"href": Value(address, match.start(1))})
                yield Tag("text", text=address, places=places)
                yield Tag("end", "a")
            yield text_tag(self.text[at:last], at)

    def _said(self, node: Node) -> str:
        return self.text[node.start_byte : node.end_byte]


def label_key(text: str) -> str:
    """A link's label as links are compared by: without brackets, in small letters."""
    return " ".join(text.strip().removeprefix("[").removesuffix("]").split()).casefold()


def _in_task_item(node: Node) -> bool:
    parent = node.parent
    while parent is not None and parent.type != "list_item":
        parent = parent.parent
    return parent is not None and any(child.type.startswith("task_list_marker") for child in parent.children)


def _ranges(node: Node) -> list[Range]:
    """The stretches of a block's text between the marks that continue its lines (the “>” of a quotation)."""
    ranges = []
    at, point = node.start_byte, node.start_point
    for child in node.children:
        if child.type == "block_continuation":
            if child.start_byte > at:
                ranges.append(Range(point, child.start_point, at, child.start_byte))
            at, point = child.end_byte, child.end_point
    if node.end_byte > at:
        ranges.append(Range(Point(*point), node.end_point, at, node.end_byte))
    return ranges


def _within(start: int, end: int, held: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of `start` to `end` that belong to the block's text."""
    for first, last in held:
        low, high = max(start, first), min(end, last)
        if low < high:
            yield low, high
