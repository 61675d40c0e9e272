"""Markdown as a stream of tags: what a converter to HTML would write, with each letter's place in the draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tree_sitter import Language, Node, Parser

from newslint.vale.inline import NOTE, Inline, label_key
from newslint.vale.tags import Tag, read_html

_NESTS = {"document": "", "section": "", "block_quote": "blockquote", "list": "ul", "list_item": "li"}


@cache
def _block_parser() -> Parser:
    import tree_sitter_markdown

    return Parser(Language(tree_sitter_markdown.language()))


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
        self.inline = Inline(text, self.bytes, self.labels)

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
                self.labels.add(label_key(self._said(node.named_children[0])))
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
            yield from self.inline.read(content) if content else ()
            yield Tag("end", name)
        elif kind == "paragraph":
            name = "li" if NOTE.match(self.text, node.start_byte) else "p"
            yield Tag("start", name)
            yield from self.inline.read(_content(node) or node)
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
                    yield from self.inline.read(cell)
                    yield Tag("end", name)
        yield Tag("end", "table")


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
