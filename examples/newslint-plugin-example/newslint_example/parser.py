"""A parser: a function from a Source to a Document. Wire copy begins with a slug line, which is none of the story's."""

from __future__ import annotations

from newslint import Block, Document, Role, Source


def parse(source: Source) -> Document:
    """The document in wire copy: SLUG, headline, then a paragraph a line."""
    blocks = []
    at = 0
    roles = iter([Role.FURNITURE, Role.HEADLINE])
    for line in source.text.splitlines(keepends=True):
        text = line.rstrip()
        if text:
            blocks.append(Block(next(roles, Role.PARAGRAPH), at, at + len(text)))
        at += len(line)
    return Document(source, source.text, tuple(blocks))
