"""Crossheads of plain text, told from short paragraphs, lists and verse."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.roles.captions import is_stamped
from newslint.parsers.roles.page import PARAGRAPH_WORDS, Page, count_words, ends_open, is_short

_CROSSHEAD_WORDS = 12
_CROSSHEAD_LENGTH = 90


def set_crossheads(page: Page, headline: int) -> None:
    """A short line without a final mark over a paragraph; a run of short lines is a list, a table or verse."""
    short = [
        role is Role.PARAGRAPH and is_heading_like(page.line(i)) for i, role in enumerate(b.role for b in page.blocks)
    ]
    asked = [
        i for i, block in enumerate(page.blocks) if block.role is Role.PARAGRAPH and _is_question(page, i, headline)
    ]
    if len(asked) > 1:
        for index in asked:
            short[index] = True
    for index in range(headline + 1, len(page.blocks) - 1):
        if not short[index]:
            continue
        if is_stamped(page.line(index)):
            page.become(index, Role.CAPTION)
            continue
        in_run = sum(short[max(0, index - 2) : index + 3]) > 2 and (short[index - 1] or short[index + 1])
        if not in_run and _heads(page, index, short):
            page.become(index, Role.CROSSHEAD)


def is_heading_like(line: str) -> bool:
    """Whether a line reads as a heading: short, with no mark at its end."""
    if not is_short(line, _CROSSHEAD_WORDS, _CROSSHEAD_LENGTH):
        return False
    first = line.lstrip("“‘\"'([#")[:1]
    return (
        (first.isupper() or first.isdigit())
        and ends_open(line)
        and not any(sign in line for sign in ("://", " @", "www.", "\t"))
        and line[:2] not in {"Q:", "A:"}
    )


def _is_question(page: Page, index: int, headline: int) -> bool:
    """A question as explainers use them for crossheads; only several of them in a draft make it one."""
    line = page.line(index)
    return (
        index > headline
        and line.endswith("?")
        and line[:1].isupper()
        and line[1:2] != ":"
        and 3 <= count_words(line, _CROSSHEAD_WORDS) <= _CROSSHEAD_WORDS
        and index + 1 < len(page.blocks)
        and count_words(page.line(index + 1), PARAGRAPH_WORDS) > PARAGRAPH_WORDS
    )


def _heads(page: Page, index: int, short: list[bool]) -> bool:
    below = index + 1
    if short[below]:
        below += 1
    while page.role(below) in {Role.CAPTION, Role.CREDIT, Role.FURNITURE, Role.DATELINE}:
        below += 1
    role = page.role(below)
    return role in {Role.LIST_ITEM, Role.BLOCK_QUOTE, Role.TABLE_CELL} or (
        role is Role.PARAGRAPH and count_words(page.line(below), 7) > 7
    )
