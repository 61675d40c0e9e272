"""Markdown as a stream of tags: what a converter to HTML would write, with each letter's place in the draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tree_sitter import Language, Node, Parser, Point, Range

from newslint.vale.tags import Tag, Value, read_html, text_tag

_INLINE = {"emphasis": "em", "strong_emphasis": "strong", "strikethrough": "del"}
_DELIMITERS = {"emphasis_delimiter", "code_span_delimiter", "latex_span_delimiter"}
_LINKS = {"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"}
_NESTS = {"document": "", "section": "", "block_quote": "blockquote", "list": "ul", "list_item": "li"}
_ADDRESS = re.compile(r"(?:(?<=[\s*_~(])|\A)((?:https?://|ftp://)[^\s<]+)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_TASK = re.compile(r"\[[ xX]\] ")


@cache
def _block_parser() -> Parser:
    import tree_sitter_markdown

    return Parser(Language(tree_sitter_markdown.language()))


@cache
def _inline_parser() -> Parser:
    import tree_sitter_markdown

    return Parser(Language(tree_sitter_markdown.inline_language()))


def read_markdown(text: str) -> Iterator[Tag]:
    """The stream in a Markdown draft."""
    return _Reading(text).read()


def plain_bytes(text: str) -> bytes:
    """`text` with one byte for each letter, so that the parser's places are the draft's; structure stays."""
    if text.isascii():
        return text.encode("ascii")
    return "".join(letter if letter.isascii() else _stand_in(letter) for letter in text).encode("ascii")


def _stand_in(letter: str) -> str:
    if letter.isspace():
        return " " if letter != "\u2028" else "a"
    return '"' if unicodedata.category(letter)[0] in "PS" else "a"


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.bytes = plain_bytes(text)
        self.labels: set[str] = set()

    def read(self) -> Iterator[Tag]:
        root = _block_parser().parse(self.bytes).root_node
        self._learn_labels(root)
        stack: list[Node | Tag] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, Tag):
                yield node
            elif node.type in _NESTS:
                name = _NESTS[node.type]
                if name:
                    yield Tag("start", name)
                    stack.append(Tag("end", name))
                stack.extend(reversed(node.named_children))
            else:
                yield from self._block(node)

    def _learn_labels(self, root: Node) -> None:
        stack = [root]
        while stack:
            node = stack.pop()
            if node.type == "link_reference_definition":
                self.labels.add(_label(self._said(node.named_children[0])))
            elif node.type in _NESTS:
                stack.extend(node.named_children)

    def _said(self, node: Node) -> str:
        return self.text[node.start_byte : node.end_byte]

    def _block(self, node: Node) -> Iterator[Tag]:
        kind = node.type
        if kind in {"atx_heading", "setext_heading"}:
            name = f"h{_level(node)}"
            content = _content(node)
            yield Tag("start", name)
            yield from self._inline(content) if content else ()
            yield Tag("end", name)
        elif kind == "paragraph":
            name = "li" if _NOTE.match(self.text, node.start_byte) else "p"
            yield Tag("start", name)
            yield from self._inline(_content(node) or node)
            yield Tag("end", name)
        elif kind in {"fenced_code_block", "indented_code_block"}:
            yield Tag("start", "pre")
            yield Tag("end", "pre")
        elif kind == "html_block":
            yield from read_html(self._said(node), node.start_byte)
        elif kind == "pipe_table":
            yield from self._table(node)

    def _table(self, node: Node) -> Iterator[Tag]:
        yield Tag("start", "table")
        for row in node.named_children:
            name = {"pipe_table_header": "th", "pipe_table_row": "td"}.get(row.type)
            for cell in row.named_children if name else ():
                if cell.type == "pipe_table_cell" and name:
                    yield Tag("start", name)
                    yield from self._inline(cell)
                    yield Tag("end", name)
        yield Tag("end", "table")

    def _inline(self, node: Node) -> Iterator[Tag]:
        """The text of a block, without the marks that its lines begin with."""
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
        note = _NOTE.match(self.text, start)
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
        if target is None and (named is None or _label(self._said(named)) not in self.labels):
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


def _label(text: str) -> str:
    return " ".join(text.strip().removeprefix("[").removesuffix("]").split()).casefold()


def _level(node: Node) -> int:
    for child in node.children:
        match = re.fullmatch(r"(?:atx_h(\d)_marker|setext_h(\d)_underline)", child.type)
        if match:
            return int(match[1] or match[2])
    return 1


def _content(node: Node) -> Node | None:
    for child in node.named_children:
        if child.type == "inline":
            return child
        if child.type == "paragraph":
            return _content(child)
    return None


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
