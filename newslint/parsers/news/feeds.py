"""RSS and Atom, and WordPress's export, which is RSS with the whole of each post."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Role
from newslint.parsers.news.text import Field, Story
from newslint.parsers.news.xmltree import Node

# In feeds, elements of other vocabularies are told by their own names: dc:creator, content:encoded, media:description.
_FURTHER = {"title": Role.HEADLINE, "creator": Role.BYLINE, "author": Role.BYLINE}
_MEDIA = frozenset(["content", "group", "thumbnail"])
# WordPress exports everything that it keeps; these are written to be read.
_WRITTEN = frozenset(["post", "page"])
_DATES = ("pubDate", "date", "post_date", "published", "updated")


def rss(root: Node) -> Iterator[Story]:
    """The story of each item of a feed or an export."""
    for item in root.walk():
        if item.name != "item":
            continue
        kind = item.first("post_type")
        if kind is None or kind.text.text.strip() in _WRITTEN:
            yield Story(tuple(_item(item)), _day(item))


def atom(root: Node) -> Iterator[Story]:
    """The story of each entry of an Atom feed."""
    for entry in root.walk():
        if entry.name == "entry":
            yield Story(tuple(_entry(entry)), _day(entry))


def _item(item: Node) -> Iterator[Field]:
    whole = [node for node in item.all("encoded") if node.text]
    for node in item.children:
        role = _FURTHER.get(node.name)
        if role is not None:
            yield Field(node.text, role, node.path)
    for node in item.all("description"):
        # Where the whole story follows, what stands here sums it up.
        yield Field(node.text, Role.STANDFIRST if whole else None, node.path, markup=True)
    yield from _captions(item)
    # Of an export's two the longer is the post, the other its excerpt.
    longest = max(whole, key=lambda node: len(node.text.text), default=None)
    for node in sorted(whole, key=lambda node: node is longest):
        yield Field(node.text, None if node is longest else Role.STANDFIRST, node.path, markup=True)


def _captions(item: Node) -> Iterator[Field]:
    for medium in item.all(*_MEDIA):
        for node in medium.walk():
            if node.name in {"description", "credit"}:
                yield Field(node.text, Role.CAPTION if node.name == "description" else Role.CREDIT, node.path)


def _entry(entry: Node) -> Iterator[Field]:
    whole = entry.first("content")
    for node in entry.children:
        role = _FURTHER.get(node.name)
        named = node.first("name") if node.name == "author" else node
        if role is not None and named is not None:
            yield Field(named.text, role, named.path, markup=node.attributes.get("type") == "html")
    for node in entry.all("summary"):
        yield Field(node.text, Role.STANDFIRST if whole else None, node.path, markup=True)
    if whole is not None and whole.attributes.get("type") == "xhtml":
        for node in whole.walk():
            if node.name in {"p", "li", "blockquote", "h2", "h3"}:
                yield Field(node.text, Role.CROSSHEAD if node.name[0] == "h" else Role.PARAGRAPH, node.path)
    elif whole is not None:
        yield Field(whole.text, None, whole.path, markup=True)


def _day(item: Node) -> str:
    return next((node.text.text.strip() for name in _DATES for node in item.all(name)), "")
