"""What content systems hand out as JSON: ninjs, Arc XP's ANS, Ghost's and WordPress's posts."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Role
from newslint.parsers.news.jsontree import Value
from newslint.parsers.news.text import Field, Story

_HEADS = {"text": Role.PARAGRAPH, "header": Role.CROSSHEAD, "raw_html": None}
_QUOTES = {"pullquote": Role.PULL_QUOTE, "blockquote": Role.BLOCK_QUOTE}


def ninjs(root: Value) -> Iterator[Story]:
    """The story of an item of ninjs 1, 2 or 3, which names its fields in the singular or in lists."""
    fields = [
        *_either(root, "headline", "headlines", Role.HEADLINE),
        *_either(root, "byline", "bylines", Role.BYLINE, "byline"),
        *_either(root, "located", "", Role.DATELINE),
        *_either(root, "description_text", "descriptions", Role.STANDFIRST),
        *_pictures(root.at("associations")),
        *_bodies(root),
    ]
    yield Story(tuple(fields), _first(root, "versioncreated", "versionCreated", "contentcreated", "contentCreated"))


def _either(root: Value, one: str, many: str, role: Role, within: str = "value") -> Iterator[Field]:
    if root.at(one):
        yield _field(root.at(one), role)
    for item in root.at(many).items:
        yield _field(item.at(within), role, _is_html(item))


def _pictures(associations: Value) -> Iterator[Field]:
    for item in [*associations.members.values(), *associations.items]:
        caption = item.at("description_text") or item.at("body_text")
        for value in [caption, *(each.at("value") for each in item.at("descriptions").items)]:
            yield _field(value, Role.CAPTION)
        yield from _either(item, "byline", "", Role.CREDIT)


def _bodies(root: Value) -> Iterator[Field]:
    """The body once, though it be given as text and as HTML: in HTML, which has its parts marked."""
    given = [(body.at("value"), _is_html(body)) for body in root.at("bodies").items]
    given += [(root.at("body_html"), True), (root.at("body_xhtml"), True), (root.at("body_text"), False)]
    found = [body for body in given if body[0]]
    for value, markup in sorted(found, key=lambda body: not body[1])[:1]:
        yield _field(value, None, markup)


def _is_html(value: Value) -> bool:
    """Whether a value says so of itself, as ninjs 2 spells it or ninjs 3."""
    return any(value.at(name).text.text.endswith("html") for name in ("contenttype", "contentType"))


def ans(root: Value) -> Iterator[Story]:
    """The story of an ANS document."""
    fields = [
        _field(root.at("headlines", "basic"), Role.HEADLINE, markup=True),
        *(_field(author.at("name"), Role.BYLINE) for author in root.at("credits", "by").items),
        _field(root.at("subheadlines", "basic"), Role.STANDFIRST, markup=True),
        _field(root.at("description", "basic"), Role.STANDFIRST, markup=True),
        *_picture(root.at("promo_items", "basic")),
        *_elements(root.at("content_elements")),
    ]
    yield Story(tuple(fields), _first(root, "display_date", "publish_date", "first_publish_date"))


def _picture(image: Value) -> Iterator[Field]:
    yield _field(image.at("caption"), Role.CAPTION, markup=True)
    for credit in image.at("credits", "by").items:
        yield _field(credit.at("name"), Role.CREDIT)


def _elements(elements: Value) -> Iterator[Field]:
    row = 0
    for element in elements.items:
        kind = element.at("type").text.text
        if kind in _HEADS:
            yield _field(element.at("content"), _HEADS[kind], markup=True)
        elif kind == "table":
            for cells in [element.at("header").items, *(line.items for line in element.at("rows").items)]:
                row += 1
                yield from (_field(cell.at("content"), Role.TABLE_CELL, True, row) for cell in cells)
        elif kind in _PARTS:
            yield from _PARTS[kind](element)


def _gallery(element: Value) -> Iterator[Field]:
    for image in element.at("content_elements").items:
        yield from _picture(image)


def _quote(element: Value) -> Iterator[Field]:
    role = _QUOTES.get(element.at("subtype").text.text, Role.BLOCK_QUOTE)
    for said in element.at("content_elements").items:
        yield _field(said.at("content"), role, markup=True)
    yield _field(element.at("citation", "content"), Role.CREDIT, markup=True)


def _list(element: Value) -> Iterator[Field]:
    for item in element.at("items").items:
        if item.at("type").text.text == "list":
            yield from _list(item)
        else:
            yield _field(item.at("content"), Role.LIST_ITEM, markup=True)


_PARTS = {"image": _picture, "video": _picture, "gallery": _gallery, "list": _list, "quote": _quote}


def ghost(root: Value) -> Iterator[Story]:
    """The story of each post of an export, or of an answer of the content API."""
    posts = [
        *root.at("posts").items,
        *(post for base in root.at("db").items for post in base.at("data", "posts").items),
    ]
    for post in posts:
        fields = [
            _field(post.at("title"), Role.HEADLINE),
            _field(post.at("custom_excerpt"), Role.STANDFIRST),
            _field(post.at("feature_image_caption"), Role.CAPTION, markup=True),
            _field(post.at("html"), None, markup=True),
        ]
        yield Story(tuple(fields), _first(post, "published_at"))


def wordpress(root: Value) -> Iterator[Story]:
    """The story of each post that WordPress's REST interface gives: one, or a list."""
    for post in root.items or [root]:
        fields = [
            _field(post.at("title", "rendered"), Role.HEADLINE, markup=True),
            _field(post.at("excerpt", "rendered"), Role.STANDFIRST, markup=True),
            _field(post.at("content", "rendered"), None, markup=True),
        ]
        yield Story(tuple(fields), _first(post, "date"))


def _field(value: Value, role: Role | None, markup: bool = False, row: int = 0) -> Field:
    return Field(value.text, role, value.pointer, markup, row)


def _first(root: Value, *names: str) -> str:
    return next((text for name in names if (text := root.at(name).text.text.strip())), "")
