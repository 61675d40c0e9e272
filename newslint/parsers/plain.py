"""Plain text: headline first, then paragraphs, with captions, credits and furniture told by their cues."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from newslint.document import Block, Document, Role
from newslint.parsers.galley import INVISIBLE, Without
from newslint.parsers.google_docs import comments_left
from newslint.parsers.roles.captions import picture_role
from newslint.parsers.roles.layout import arranged
from newslint.parsers.roles.lines import label, role_of_line
from newslint.source import Source, Span
from newslint.startup.expressions import compiled

_LINE = compiled(r"\S[^\n\r]*")
_MARKER = compiled(r"(?:(?P<dash>[–—-])|[•●▪◦‣·■□►▶➤→✓✔*]|\d{1,3}[.)/]|\(\d{1,3}\)|\(?[a-z]\))[ \t\u00a0]+(?=[^\s–—-])")
_NARROWEST, _WIDEST = 36, 110


def parse(source: Source) -> Document:
    """The document in a plain-text draft; its text is the draft's own, but for what's invisible or Google Docs' in it."""
    unseen = (Span(*match.span()) for match in INVISIBLE.finditer(source.text))
    comments = comments_left(source)
    without = Without(source, sorted([*unseen, *comments.cuts]))
    found = tuple(comment._replace(offset=without.offset(comment.offset)) for comment in comments.comments)
    return Document(source, without.text, _arranged(without.text), without.pieces, comments=found)


def _arranged(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for lines in _chunks(text):
        if len(lines) > 1 and (rows := _rows(text, lines)):
            blocks += rows
        else:
            blocks += (block_of(text, span) for span in _paragraphs(text, lines))
    leave_lone_dashes(blocks, text)
    return tuple(arranged(text, blocks))


def _chunks(text: str) -> Iterator[list[Span]]:
    """The lines between one blank line and the next, each without white space around it."""
    chunk: list[Span] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start - last > 1 and chunk and _blank_between(text, last, start):
            yield chunk
            chunk = []
        last = end
        chunk.append(Span(start, start + len(match[0].rstrip())))
    if chunk:
        yield chunk


def _blank_between(text: str, start: int, end: int) -> bool:
    ends = text.count("\n", start, end)
    returns = text.count("\r", start, end)
    return max(ends, returns) > 1


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Each paragraph of a chunk: a line of its own, or lines that a mail program wrapped."""
    if len(lines) == 1 or not _is_wrapped(text, lines):
        yield from lines
        return
    width = max(line.end - line.start for line in lines[:-1])
    start = lines[0].start
    for line, below in itertools.pairwise(lines):
        if not _runs_on(text, line, below, width):
            yield Span(start, line.end)
            start = below.start
    yield Span(start, lines[-1].end)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines are prose broken at the margin: none is wide, and most go on in the middle of a sentence."""
    if any(line.end - line.start > _WIDEST for line in lines) or lines[0].end - lines[0].start < _NARROWEST:
        return False
    width = max(line.end - line.start for line in lines[:-1])
    running = [below for line, below in itertools.pairwise(lines) if _runs_on(text, line, below, width)]
    small = sum(text[below.start].islower() for below in running)
    return small > 0 and 3 * small >= len(running) and 2 * len(running) >= len(lines) - 1


def _runs_on(text: str, line: Span, below: Span, width: int) -> bool:
    """Whether `below` goes on with the paragraph of `line`: its first word had no room at the margin."""
    if _MARKER.match(text, below.start, below.end) or _indent(text, below) > _indent(text, line) + 1:
        return False
    first = text[below.start : min(below.end, below.start + width)].split(None, 1)[0]
    return line.end - line.start + 1 + len(first) > width - 4 or text[below.start].islower()


def _indent(text: str, line: Span) -> int:
    """How far from the margin a line begins."""
    start = line.start
    while start and text[start - 1] in " \t\u00a0":
        start -= 1
    return line.start - start


def _rows(text: str, lines: list[Span]) -> list[Block]:
    """The cells of a table pasted with tabs between them; none where the lines are no table."""
    columns = text.count("\t", lines[0].start, lines[0].end)
    if not columns or any(text.count("\t", *line) != columns for line in lines[1:]):
        return []
    cells: list[Block] = []
    for row, line in enumerate(lines, 1):
        start = line.start
        for cell in text[line.start : line.end].split("\t"):
            if cell.strip():
                inner = start + len(cell) - len(cell.lstrip())
                cells.append(Block(Role.TABLE_CELL, inner, inner + len(cell.strip()), None, row))
            start += len(cell) + 1
    return cells


def block_of(text: str, span: Span) -> Block:
    """The block that a paragraph is by its own line: a list item by its marker, what its label or its words say."""
    marker = _MARKER.match(text, span.start, span.end)
    if marker:
        if picture_role(text[marker.end() : span.end]) is Role.CAPTION:
            return Block(Role.CAPTION, marker.end(), span.end)
        return Block(Role.LIST_ITEM, marker.end(), span.end, Span(span.start, span.start + len(marker[0].rstrip())))
    line = text[span.start : span.end]
    inner = Span(span.start + 1, span.end - 1) if line[:1] == "[" and line[-1:] == "]" else span
    labelled = label(text[inner.start : inner.end])
    if labelled:
        role, start = labelled
        return Block(role, inner.start + start, inner.end)
    return Block(role_of_line(line), span.start, span.end)


def leave_lone_dashes(blocks: list[Block], text: str) -> None:
    """A line behind a dash is a list item only among others; alone it is a speaker's or an author's."""
    dashed = [i for i, block in enumerate(blocks) if block.marker and text[block.marker.start] in "–—-"]
    items = set(dashed)
    for index in dashed:
        if index - 1 not in items and index + 1 not in items:
            block = blocks[index]
            start = block.marker.start if block.marker else block.start
            blocks[index] = Block(Role.PARAGRAPH, start, block.end)
