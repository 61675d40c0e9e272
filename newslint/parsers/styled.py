"""Drafts of word processors: a paragraph's role is what its style says, else what its line and its place say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Block, Document, Role
from newslint.parsers.galley import INVISIBLE, Without
from newslint.parsers.plain import block_of, leave_lone_dashes
from newslint.parsers.roles.crossheads import is_heading_like
from newslint.parsers.roles.layout import arranged, arranged_marked
from newslint.parsers.roles.lines import role_called, role_of_line
from newslint.source import Paragraph, Source, Span

# Styles that word processors bring; a desk's own ("Byline", "Pull quote") are told by their names.
_STYLES = {
    "title": Role.HEADLINE,
    "subtitle": Role.STANDFIRST,
    "caption": Role.CAPTION,
    "illustration": Role.CAPTION,
    "figure": Role.CAPTION,
    "quote": Role.BLOCK_QUOTE,
    "intense quote": Role.BLOCK_QUOTE,
    "block text": Role.BLOCK_QUOTE,
    "quotations": Role.BLOCK_QUOTE,
}
_KINDS = {"list": Role.LIST_ITEM, "cell": Role.TABLE_CELL, "footnote": Role.LIST_ITEM, "endnote": Role.LIST_ITEM}
_HEADING = "heading "
_LONGEST_PULL_QUOTE = 60  # words


def parse(source: Source) -> Document:
    """The document in a word processor's draft; its text is the copy that was taken out of that, without what's invisible."""
    without = Without(source, [Span(*match.span()) for match in INVISIBLE.finditer(source.text)])
    text = without.text
    paragraphs = [
        paragraph._replace(start=without.offset(paragraph.start), end=without.offset(paragraph.end))
        for paragraph in source.paragraphs
    ]
    lines = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    roles = list(_roles(paragraphs, lines))
    blocks = [_block(text, paragraph, role) for paragraph, role in zip(paragraphs, roles, strict=True)]
    leave_lone_dashes(blocks, text)
    styled = not {Role.HEADLINE, Role.CROSSHEAD}.isdisjoint(roles)
    return Document(source, text, tuple((arranged_marked if styled else arranged)(text, blocks)), without.pieces)


def _block(text: str, paragraph: Paragraph, role: Role | None) -> Block:
    """The paragraph without the white space around it, or what its line says where no style does."""
    line = text[paragraph.start : paragraph.end]
    start = paragraph.start + len(line) - len(line.lstrip())
    span = Span(start, start + len(line.strip()))
    if role is None:
        return block_of(text, span)
    return Block(role, *span, None, paragraph.row)


def _roles(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> Iterator[Role | None]:
    """What each paragraph's style makes it; None where only its line can tell."""
    has_title = any("title" in paragraph.styles for paragraph in paragraphs)
    boxes = _lone_boxes(paragraphs)
    in_copy = False
    for index, (paragraph, line) in enumerate(zip(paragraphs, map(str.strip, lines), strict=True)):
        role = _role(paragraph, line)
        if role is Role.CROSSHEAD and not has_title and (not in_copy or "heading 1" in paragraph.styles):
            has_title, role = True, Role.HEADLINE
        elif role is None and index in boxes and _is_pull_quote(line):
            role = Role.PULL_QUOTE
        elif role is None and paragraph.strong and in_copy and _is_bold_heading(line):
            role = Role.CROSSHEAD
        in_copy = in_copy or (role is None and not paragraph.strong)
        yield role


def _role(paragraph: Paragraph, line: str) -> Role | None:
    for style in paragraph.styles:
        role = _STYLES.get(style) or role_called(style)
        if role is Role.CAPTION and role_of_line(line) is Role.CREDIT:
            return Role.CREDIT
        if role is not None:
            return role
        if style.startswith(_HEADING):
            return Role.CROSSHEAD
    return _KINDS.get(paragraph.kind)


def _lone_boxes(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The text boxes of one paragraph."""
    kinds = ["", *(paragraph.kind for paragraph in paragraphs), ""]
    return frozenset(
        index
        for index in range(len(paragraphs))
        if kinds[index + 1] == "box" and "box" not in (kinds[index], kinds[index + 2])
    )


def _is_bold_heading(line: str) -> bool:
    return is_heading_like(line) and role_of_line(line) is Role.PARAGRAPH


def _is_pull_quote(line: str) -> bool:
    return role_of_line(line) is Role.PARAGRAPH and len(line.split(None, _LONGEST_PULL_QUOTE)) <= _LONGEST_PULL_QUOTE
