"""Plain text: headline first, then paragraphs, with captions, credits and furniture told by their cues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Block, Document, Role
from newslint.parsers.cues import caption_cue, furniture_cue, role_of_line
from newslint.source import Source, Span

_CHUNK = re.compile(r"[^\S\n\r]*\S[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r]*\S[^\n\r]*)*")
_LINE = re.compile(r"\S[^\n\r]*")
_MARKER = re.compile(r"(?:[•●▪◦‣·*–—-]|\d{1,3}[.)/])[ \t\u00a0]+(?=\S)")
_WRAPPED_WIDTH = range(40, 101)
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "’", "…")
_HEADLINE_WORDS = 30


def parse(source: Source) -> Document:
    """The document in a plain-text draft; its text is the draft's own."""
    text = source.text
    blocks = [_block(text, span) for span in _lines(text)]
    return Document(source, text, tuple(_with_headline(text, blocks)))


def _lines(text: str) -> Iterator[Span]:
    """The span of each paragraph: a line of its own, or lines that a mail program wrapped."""
    for chunk in _CHUNK.finditer(text):
        lines = [Span(m.start(), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text, *chunk.span())]
        if len(lines) > 1 and _wrapped(text, lines):
            yield Span(lines[0].start, lines[-1].end)
        else:
            yield from lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines are one paragraph broken at the margin."""
    return (
        all(
            line.end - line.start in _WRAPPED_WIDTH and not text[line.start : line.end].endswith(_SENTENCE_END[:3])
            for line in lines[:1]
        )
        and text[lines[1].start].islower()
    )


def _block(text: str, span: Span) -> Block:
    marker = _MARKER.match(text, span.start, span.end)
    if marker:
        return Block(Role.LIST_ITEM, marker.end(), span.end, Span(span.start, len(marker[0].rstrip()) + span.start))
    return Block(role_of_line(text[span.start : span.end]), span.start, span.end)


def _with_headline(text: str, blocks: list[Block]) -> list[Block]:
    """The first block that can be a headline becomes one."""
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        if (
            furniture_cue(line)
            or caption_cue(line)
            or (block.role is not Role.PARAGRAPH and block.role is not Role.CROSSHEAD)
        ):
            continue
        if len(line.split()) <= _HEADLINE_WORDS and not line.endswith(".") and len(blocks) > 1:
            blocks[index] = block._replace(role=Role.HEADLINE)
            break
        if index > 6:
            break
    return blocks
