"""The blocks of a Markdown draft, as tree-sitter finds them. Offsets of its nodes are code points of the draft."""

from __future__ import annotations

import re
from functools import cache

from tree_sitter import Language, Node, Parser

from newslint.parsers.markdown.folding import folded
from newslint.startup.row import Row

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
