"""HTML pages; where a page's markup holds no story, what its linked data (JSON-LD) say of it: NewsArticle and its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.document import BODY, Document, Role
from newslint.errors import UnreadableError
from newslint.parsers.html.parser import parse as parse_page
from newslint.source import Source
from newslint.startup.dataclass import replace
from newslint.startup.expressions import compiled

if TYPE_CHECKING:
    from newslint.parsers.news.jsontree import Value

_LINKED = compiled(r"(?i)<script\b[^>]*\bapplication/ld\+json\b[^>]*>")
_END = compiled(r"(?i)</script")
_FIELDS = (("headline", Role.HEADLINE), ("alternativeHeadline", Role.STANDFIRST), ("description", Role.STANDFIRST))


def parse(source: Source) -> Document:
    """The document in an HTML page: its story."""
    page = parse_page(source)
    if any(block.role in BODY for block in page.blocks) or not _LINKED.search(source.text):
        return page
    return _linked(source) or page


def _linked(source: Source) -> Document | None:
    """The story of the first article among the page's linked data, if its text is there."""
    from newslint.parsers.news import jsontree
    from newslint.parsers.news.setting import document, elements
    from newslint.parsers.news.text import Field, Story

    for begin in _LINKED.finditer(source.text):
        end = _END.search(source.text, begin.end())
        try:
            root = jsontree.tree(source, begin.end(), end.start() if end else len(source.text))
        except UnreadableError:
            continue  # broken data in a page that is whole
        for value in root.walk():
            if value.at("articleBody"):
                fields = [Field(value.at(name).text, role, value.at(name).pointer) for name, role in _FIELDS]
                fields += [Field(name.text, Role.BYLINE, name.pointer) for name in _names(value.at("author"))]
                fields.append(Field(value.at("articleBody").text, None, value.at("articleBody").pointer))
                story = Story(tuple(fields), value.at("datePublished").text.text)
                return document(replace(source, elements=elements([story])), story)
    return None


def _names(author: Value) -> Iterator[Value]:
    return (each.at("name") for each in [author, *author.items] if each.at("name"))
