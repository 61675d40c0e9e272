"""Which block is the headline, and what stands above it."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.roles.page import (
    CLOSING,
    PARAGRAPH_WORDS,
    TOP_BLOCKS,
    Page,
    count_sentences,
    count_words,
    ends_open,
    is_short,
    opening_at,
)

_HEADLINE_WORDS = 30
_HEADLINE_LENGTH = 220
_KICKERS = frozenset(
    [
        *(
            "news",
            "opinion",
            "analysis",
            "comment",
            "sport",
            "sports",
            "politics",
            "exclusive",
            "breaking",
            "breaking news",
            "feature",
        ),
        *(
            "features",
            "live",
            "world",
            "world news",
            "business",
            "culture",
            "letters",
            "editorial",
            "obituary",
            "review",
            "explainer",
        ),
        *(
            "fact check",
            "investigation",
            "interview",
            "column",
            "local news",
            "uk news",
            "us news",
            "health",
            "science",
            "technology",
        ),
        *(
            "environment",
            "education",
            "society",
            "money",
            "travel",
            "video",
            "watch",
            "must read",
            "in depth",
            "long read",
        ),
    ]
)
# What may stand between a headline and its story without being copy.
_ABOVE = (Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.DATELINE)


def set_headline(page: Page) -> int:
    """Where the headline stands, -1 where the draft has none."""
    marked = next((index for index, block in enumerate(page.blocks) if block.role is Role.HEADLINE), None)
    if marked is not None:
        return marked
    for index in range(min(len(page.blocks), TOP_BLOCKS)):
        if page.role(index) is Role.LIST_ITEM:
            return -1
        if page.role(index) is not Role.PARAGRAPH or _is_alt_text(page, index):
            continue
        if _is_kicker(page, index):
            page.become(index, Role.CROSSHEAD)
        elif _can_be_headline(page, index):
            page.become(index, Role.HEADLINE)
            return index
        else:
            return -1
    return -1


def _is_kicker(page: Page, index: int) -> bool:
    """A section's name over the headline."""
    if page.line(index).strip(CLOSING + ":|").lower() not in _KICKERS or page.role(index + 1) is not Role.PARAGRAPH:
        return False
    return is_short(page.line(index + 1), _HEADLINE_WORDS, _HEADLINE_LENGTH) and ends_open(page.line(index + 1))


def _can_be_headline(page: Page, index: int) -> bool:
    line = page.line(index)
    if not is_short(line, _HEADLINE_WORDS, _HEADLINE_LENGTH) or not any(map(str.isalpha, line)):
        return False
    below = [i for i in range(index + 1, len(page.blocks)) if page.role(i) not in _ABOVE]
    if not below:
        return False
    if not line.endswith(".") or line.endswith("..."):
        return True
    return index == 0 and _tops_a_story(page, line, below)


def _tops_a_story(page: Page, line: str, below: list[int]) -> bool:
    """Whether a first line that ends in a full stop is a headline all the same: short, over a story of some length."""
    if opening_at(page, below[:TOP_BLOCKS]) is not None or page.role(1) in {Role.BYLINE, Role.DATELINE}:
        return True
    long_paragraphs = sum(count_words(page.line(i), PARAGRAPH_WORDS) > PARAGRAPH_WORDS for i in below[:16])
    return (count_words(line, 14) <= 14 or count_sentences(line) == 2) and long_paragraphs >= 4


def _is_alt_text(page: Page, index: int) -> bool:
    """Whether a line is the picture's alt text: the caption below begins with the same words."""
    if page.role(index + 1) is not Role.CAPTION:
        return False
    letters, below = (_letters(page.line(i)) for i in (index, index + 1))
    if not (letters and below.startswith(letters)):
        return False
    page.become(index, Role.CAPTION)
    return True


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line)).lower()
