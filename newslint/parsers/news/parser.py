"""A file of a newsroom's format: its story, and the further ones beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from newslint.document import Document
from newslint.errors import UnreadableError
from newslint.parsers.news import jsontree, xmltree
from newslint.parsers.news.formats import format_of
from newslint.parsers.news.setting import document, elements
from newslint.parsers.news.text import Story
from newslint.source import Source
from newslint.startup.dataclass import replace

_NONE = {
    ".xml": "is XML, but neither NITF, NewsML-G2, RSS, Atom nor a WordPress export",
    ".json": "is JSON, but neither ninjs, ANS nor posts of Ghost or WordPress",
}


def parse(source: Source) -> Document:
    """The document of the file's first story; the others are its `others`.

    Raises UnreadableError where the file is damaged, or of another format.
    """
    found = format_of(source.text, source.suffix)
    if found is None:
        raise UnreadableError(source.name, _NONE[source.suffix.lower()])
    module, _, name = found.reading.partition(":")
    read: Callable[[Any], Iterator[Story]] = getattr(import_module(f"newslint.parsers.news.{module}"), name)
    tree = xmltree.tree(source) if source.suffix.lower() == ".xml" else jsontree.tree(source)
    stories = [story for story in read(tree) if any(field.text for field in story.fields)]
    source = replace(source, elements=elements(stories))
    first, *others = [document(source, story) for story in stories] or [document(source, Story(()))]
    return replace(first, others=tuple(others))
