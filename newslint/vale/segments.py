"""Sentences and paragraphs of a block, for the scopes that ask for them."""

from __future__ import annotations

from newslint.document import Block as Stretch
from newslint.document import Document, Role
from newslint.source import Source, Span
from newslint.text.sentences import sentences


def segments(text: str) -> list[Span]:
    """Where each sentence of `text` stands, without the white space around it."""
    if not text.strip():
        return []
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    document = Document(Source("", text), text, (Stretch(Role.PARAGRAPH, start, end),))
    return [sentence.span for sentence in sentences(document)]


def paragraphs(text: str) -> list[Span]:
    """Where each paragraph of `text` stands: what empty lines part, each with the empty line behind it."""
    spans = []
    at = 0
    while at < len(text):
        gap = text.find("\n\n", at)
        end = len(text) if gap < 0 else gap + 2
        spans.append(Span(at, end))
        at = end
    return spans
