"""Standfirst, bylines and captions between the headline and the copy."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.roles.bylines import is_top_byline
from newslint.parsers.roles.captions import is_stamped, shows_positions
from newslint.parsers.roles.page import (
    COPY_WORDS,
    TOP_BLOCKS,
    Page,
    count_sentences,
    count_words,
    ends_open,
    opening_at,
)

_STANDFIRST_WORDS = 60
# How notes on the publication begin, which stand above the copy in some titles.
_BOILERPLATE = ("This article", "This story", "This post", "This piece", "Editor", "Note")


def set_top(page: Page, headline: int) -> None:
    """Standfirst, bylines and captions between the headline and the story's first paragraph."""
    top = _top(page, headline)
    for index in top:
        if page.role(index) is Role.PARAGRAPH and is_top_byline(page.line(index)):
            page.become(index, Role.BYLINE)
    opening = opening_at(page, list(range(headline + 1, min(headline + 6, len(page.blocks)))))
    first = True
    for index in range(
        headline + 1, opening if opening is not None else min(headline + 1 + max(1, len(top)), len(page.blocks))
    ):
        if page.role(index) is not Role.PARAGRAPH:
            continue
        line = page.line(index)
        if shows_positions(line) or is_stamped(line) or (not first and opening is not None and ends_open(line)):
            page.become(index, Role.CAPTION)
        elif headline >= 0 and (opening is not None or first) and _is_standfirst(page, index, headline, opening):
            page.become(index, Role.STANDFIRST)
        first = False


def _top(page: Page, headline: int) -> range:
    """The blocks below the headline and above the first paragraph of copy."""
    index = headline + 1
    while index < len(page.blocks) and index - headline <= TOP_BLOCKS:
        line = page.line(index)
        if (
            page.role(index) is Role.PARAGRAPH
            and count_words(line, COPY_WORDS) > COPY_WORDS
            and not shows_positions(line)
        ):
            break
        index += 1
    return range(headline + 1, index)


def _is_standfirst(page: Page, index: int, headline: int, opening: int | None) -> bool:
    """Whether the paragraph at `index` stands apart from the copy as its standfirst."""
    line = page.line(index)
    words = count_words(line, _STANDFIRST_WORDS)
    if words > _STANDFIRST_WORDS or words < 3:
        return False
    if opening is not None:
        return index <= headline + 4 and count_sentences(line) <= 2 and not line.startswith(_BOILERPLATE)
    below = page.role(index + 1)
    if index != headline + 1 or below is None:
        return False
    return (below in {Role.BYLINE, Role.DATELINE} and index + 2 < len(page.blocks)) or (
        ends_open(line)
        and words >= 6
        and below in {Role.PARAGRAPH, Role.CAPTION, Role.CREDIT}
        and _starts_copy(page, index + 1)
    )


def _starts_copy(page: Page, index: int) -> bool:
    while page.role(index) in {Role.CAPTION, Role.CREDIT, Role.FURNITURE}:
        index += 1
    return page.role(index) is Role.PARAGRAPH and not ends_open(page.line(index))


def set_subheading(page: Page, headline: int) -> None:
    """A heading above the copy is the standfirst if it's a sentence, or right between headline and byline."""
    for index in range(headline + 1, min(headline + 6, len(page.blocks))) if headline >= 0 else ():
        if page.role(index) is Role.CROSSHEAD:
            beside = page.role(index + 1) in {Role.BYLINE, Role.DATELINE} and index == headline + 1
            if beside or count_words(page.line(index), 7) > 7:
                page.become(index, Role.STANDFIRST)
            return
        if page.role(index) is Role.PARAGRAPH:
            return
