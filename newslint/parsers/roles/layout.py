"""The roles that blocks have by where they stand: headline, standfirst, crossheads, the links below a story."""

from __future__ import annotations

from newslint.document import Block, Role
from newslint.parsers.roles.bylines import is_top_byline
from newslint.parsers.roles.captions import is_bare_credit, is_stamped, label_end, shows_positions
from newslint.parsers.roles.crossheads import set_crossheads
from newslint.parsers.roles.furniture import is_button, opens_aftermath
from newslint.parsers.roles.page import (
    CLOSING,
    COPY_WORDS,
    PARAGRAPH_WORDS,
    TOP_BLOCKS,
    Page,
    count_sentences,
    count_words,
    ends_open,
    is_short,
    opening_at,
)
from newslint.startup.expressions import compiled

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
# So many words in capitals may stand over a headline.
_KICKER_WORDS = 3
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
    """A section's name over the headline, or a few words in capitals: “RUGBY LEAGUE”, “THE LONG READ”."""
    line, below = page.line(index), index + 1
    if page.role(below) is not Role.PARAGRAPH:
        return False
    headed = is_short(page.line(below), _HEADLINE_WORDS, _HEADLINE_LENGTH) and ends_open(page.line(below))
    if line.strip(CLOSING + ":|").lower() in _KICKERS:
        return headed
    named = index == 0 and line.isupper() and count_words(line, _KICKER_WORDS) <= _KICKER_WORDS
    return named and headed and count_words(page.line(below), _KICKER_WORDS) > _KICKER_WORDS


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


_PLAIN = frozenset([Role.PARAGRAPH, Role.CROSSHEAD])
_MAY_CREDIT = _PLAIN | {Role.BYLINE}


def set_aftermath(page: Page) -> None:
    """Under “Most viewed” and the like at the end of a page all short lines are links to other stories."""
    first = len(page.blocks)
    for index in range(len(page.blocks) - 1, 0, -1):
        line = page.line(index)
        if page.role(index) is Role.FURNITURE:
            first = index if opens_aftermath(line) else first
        elif not (is_short(line, 20, 150) and ends_open(line)):
            break
    for index in range(first, len(page.blocks)):
        page.become(index, Role.FURNITURE)


def set_buttons(page: Page) -> None:
    """“Share”, “Home” and the like are a page's where they stand beside other furniture or each other."""
    buttons = [
        i for i, b in enumerate(page.blocks) if b.role in _PLAIN and b.end - b.start < 80 and is_button(page.line(i))
    ]
    beside = set(buttons)
    for index in buttons:
        if (
            any(page.role(i) is Role.FURNITURE or i in beside for i in (index - 1, index + 1))
            and not page.line(index).isdigit()
        ):
            page.become(index, Role.FURNITURE)


_CAPTIONS = frozenset(["captions", "picture captions", "photo captions", "cutlines"])
_PICTURES = _CAPTIONS | {"pictures", "photos", "photographs", "pics", "images", "caption"}
_NUMBER = compiled(r"\(?\d{1,2}[.:)] ?")


def _listed_captions(page: Page) -> list[int]:
    """The items below a line that says PICTURES, at the foot of the copy; below CAPTIONS every line is one."""
    heads = [index for index in range(len(page.blocks)) if page.line(index).lower().strip(" :*#") in _PICTURES]
    if not heads:
        return []
    every = page.line(heads[-1]).lower().strip(" :*#") in _CAPTIONS
    found = []
    for index in range(heads[-1] + 1, len(page.blocks)):
        if page.role(index) not in {Role.CAPTION, Role.LIST_ITEM}:
            numbered = _NUMBER.match(page.line(index)) is not None
            if page.role(index) is not Role.PARAGRAPH or not (numbered or every):
                break
        if page.role(index) is not Role.CAPTION:
            found.append(index)
    return found


def set_captions(page: Page) -> None:
    """A caption begins behind its label, unless that stands alone; “A B/Agency” beside one is its credit."""
    for index in _listed_captions(page):
        number = _NUMBER.match(page.line(index))
        page.become(index, Role.CAPTION)
        page.blocks[index] = page.blocks[index]._replace(
            start=page.blocks[index].start + (number.end() if number else 0)
        )
    captions = [index for index, block in enumerate(page.blocks) if block.role is Role.CAPTION]
    for index in captions:
        block = page.blocks[index]
        labelled = label_end(page.line(index))
        if 0 < labelled < block.end - block.start:
            line = page.line(index)
            closed = line[0] in "[(" and line[-1] in "])" and line[:labelled].rstrip()[-1] not in "])"
            page.blocks[index] = block._replace(start=block.start + labelled, end=block.end - closed)
    for index in sorted({beside for caption in captions for beside in (caption - 1, caption + 1)}):
        if page.role(index) in _MAY_CREDIT and is_bare_credit(page.line(index)):
            page.become(index, Role.CREDIT)


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


def arranged(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` of plain text with the roles that their places give them."""
    page = Page(text, blocks)
    headline = set_headline(page)
    set_top(page, headline)
    set_crossheads(page, headline)
    set_aftermath(page)
    set_buttons(page)
    set_captions(page)
    return page.blocks


def arranged_marked(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` of a format with headings of its own, with the roles that only their places give them."""
    page = Page(text, blocks)
    headline = set_headline(page)
    set_subheading(page, headline)
    set_top(page, headline)
    set_aftermath(page)
    set_captions(page)
    return page.blocks
