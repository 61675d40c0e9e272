"""NITF and NewsML-G2: what wire services send."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Role
from newslint.parsers.news.text import Field, Story
from newslint.parsers.news.xmltree import Node

# What an element is, in NITF and in the XHTML that NewsML-G2 may carry.
_ROLES = {
    "hl1": Role.HEADLINE, "h1": Role.HEADLINE, "hl2": Role.CROSSHEAD, "byline": Role.BYLINE,
    "dateline": Role.DATELINE, "p": Role.PARAGRAPH, "h2": Role.CROSSHEAD, "h3": Role.CROSSHEAD, "h4": Role.CROSSHEAD,
    "media-caption": Role.CAPTION, "figcaption": Role.CAPTION, "caption": Role.CAPTION, "media-producer": Role.CREDIT,
    "credit": Role.CREDIT, "li": Role.LIST_ITEM, "dt": Role.LIST_ITEM, "dd": Role.LIST_ITEM, "td": Role.TABLE_CELL,
    "th": Role.TABLE_CELL,
}  # fmt: skip
_LEFT_OUT = frozenset(["media-metadata", "media-object", "media-reference", "script", "style", "docdata", "head"])
# What a paragraph is inside these.
_AROUND = {"bq": Role.BLOCK_QUOTE, "blockquote": Role.BLOCK_QUOTE, "abstract": Role.STANDFIRST}
_DESCRIBED = {"drol:caption": Role.CAPTION, "drol:summary": Role.STANDFIRST}


def nitf(root: Node) -> Iterator[Story]:
    """The story of an NITF document."""
    issued = next((node for node in root.walk() if node.name in {"date.issue", "story.date", "date.release"}), None)
    body = root.first("body") or root
    yield Story(tuple(_heads_first(_fields(body))), issued.attributes.get("norm", "") if issued else "")


def newsml(root: Node) -> Iterator[Story]:
    """The story of each item of a NewsML-G2 item or message."""
    for item in root.walk():
        if item.name == "newsItem":
            meta = item.first("contentMeta")
            fields = [*(_described(meta) if meta else ()), *_contents(item)]
            created = item.first("itemMeta", "versionCreated") or item.first("contentMeta", "contentCreated")
            yield Story(tuple(fields), created.text.text.strip() if created else "")


def _described(meta: Node) -> Iterator[Field]:
    roles = {"headline": Role.HEADLINE, "by": Role.BYLINE, "dateline": Role.DATELINE, "creditline": Role.CREDIT}
    for node in meta.children:
        role = roles.get(node.name) or (
            _DESCRIBED.get(node.attributes.get("role", "")) if node.name == "description" else None
        )
        if role is not None:
            yield Field(node.text, role, node.path)


def _contents(item: Node) -> Iterator[Field]:
    contents = item.first("contentSet")
    for content in contents.children if contents else ():
        if content.name == "inlineXML":
            yield from _without_repeated_heads(_fields(content))
        elif content.name == "inlineData":
            yield Field(content.text, None, content.path, "html" in content.attributes.get("contenttype", ""))


def _without_repeated_heads(fields: Iterator[Field]) -> Iterator[Field]:
    """What the item's own metadata have said stands in the document that it carries once more."""
    return (field for field in fields if field.role not in {Role.HEADLINE, Role.BYLINE, Role.DATELINE})


def _heads_first(fields: Iterator[Field]) -> Iterator[Field]:
    """The line below a headline is a standfirst; the same element in the body is a crosshead."""
    in_body = False
    for field in fields:
        in_body = in_body or field.role is Role.PARAGRAPH
        yield field._replace(role=Role.STANDFIRST) if field.role is Role.CROSSHEAD and not in_body else field


def _fields(root: Node) -> Iterator[Field]:
    """The elements that hold copy, each as a field; an element between them whose own text is copy is a paragraph."""
    stack = [(root, Role.PARAGRAPH)]
    row = 0
    while stack:
        node, around = stack.pop()
        row += node.name == "tr"
        role = _ROLES.get(node.name)
        if node.name in _LEFT_OUT:
            continue
        if node.name in _AROUND:
            role = None if any(part.name in _ROLES for part in node.walk()) else _AROUND[node.name]
        if role is not None:
            role = around if role is Role.PARAGRAPH else role
            yield Field(node.text, role, node.path, row=row if role is Role.TABLE_CELL else 0)
            continue
        within = _AROUND.get(node.name, around)
        stack.extend((child, within) for child in reversed([*node.children]))
