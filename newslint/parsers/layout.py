"""The roles that a block has by where it stands: headline, standfirst, crossheads, the links below a story."""

from __future__ import annotations

from newslint.document import Block, Role
from newslint.parsers.bylines import is_top_byline, opens_with_place
from newslint.parsers.captions import is_bare_credit, is_stamped, label_end, shows_positions
from newslint.parsers.furniture import is_button, opens_aftermath

_HEADLINE_WORDS = 30
_HEADLINE_LENGTH = 220
_STANDFIRST_WORDS = 60
_CROSSHEAD_WORDS = 12
_CROSSHEAD_LENGTH = 90
# A paragraph of more words than these is no label.
_PARAGRAPH_WORDS = 16
# A paragraph of more words than these is copy; what stands above the first one is the story's top.
_COPY_WORDS = 25
_TOP_BLOCKS = 14
_KICKERS = frozenset(
    [
        *("news", "opinion", "analysis", "comment", "sport", "sports", "politics", "exclusive", "breaking", "breaking news", "feature"),
        *("features", "live", "world", "world news", "business", "culture", "letters", "editorial", "obituary", "review", "explainer"),
        *("fact check", "investigation", "interview", "column", "local news", "uk news", "us news", "health", "science", "technology"),
        *("environment", "education", "society", "money", "travel", "video", "watch", "must read", "in depth", "long read"),
    ]
)  # fmt: skip
# How notes on the publication begin, which stand above the copy in some titles.
_BOILERPLATE = ("This article", "This story", "This post", "This piece", "Editor", "Note")
# What a whole sentence ends in.
_STOPS = (".", "!", "?", ":", ";", ",", "…")
_CLOSING = "”’\"')] "
# What may stand between a headline and its story without being copy.
_ABOVE = (Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.DATELINE)


class Page:
    """A page's blocks while their roles are being settled."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks

    def line(self, index: int) -> str:
        """The text of block `index`."""
        block = self.blocks[index]
        return self.text[block.start : block.end]

    def role(self, index: int) -> Role | None:
        """The role of block `index`; None past either end."""
        return self.blocks[index].role if 0 <= index < len(self.blocks) else None

    def become(self, index: int, role: Role) -> None:
        """Give block `index` another role."""
        self.blocks[index] = self.blocks[index]._replace(role=role)

    def gap(self, index: int) -> str:
        """The text between block `index` and the one before."""
        return self.text[self.blocks[index - 1].end if index else 0 : self.blocks[index].start]


def arranged(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` of plain text with the roles that their places give them."""
    page = Page(text, blocks)
    headline = _set_headline(page)
    _set_top(page, headline)
    _set_crossheads(page, headline)
    _set_aftermath(page)
    _set_buttons(page)
    _set_captions(page)
    return page.blocks


def arranged_marked(text: str, blocks: list[Block]) -> list[Block]:
    """`blocks` of a format with headings of its own, with the roles that only their places give them."""
    page = Page(text, blocks)
    headline = _set_headline(page)
    _set_subheading(page, headline)
    _set_top(page, headline)
    _set_aftermath(page)
    _set_captions(page)
    return page.blocks


def _set_subheading(page: Page, headline: int) -> None:
    """A heading above the copy is the standfirst if it's a sentence, or right between headline and byline."""
    for index in range(headline + 1, min(headline + 6, len(page.blocks))) if headline >= 0 else ():
        if page.role(index) is Role.CROSSHEAD:
            beside = page.role(index + 1) in {Role.BYLINE, Role.DATELINE} and index == headline + 1
            if beside or _words(page.line(index), 7) > 7:
                page.become(index, Role.STANDFIRST)
            return
        if page.role(index) is Role.PARAGRAPH:
            return


def _ends_open(line: str) -> bool:
    """Whether no mark ends the line, as with headlines, labels and list items."""
    return not line.rstrip(_CLOSING).endswith(_STOPS)


def _words(line: str, limit: int) -> int:
    """How many words the line has, counted no further than need be: more than `limit` is `limit` + 1."""
    return len(line.split(None, limit + 1)[: limit + 1])


def _set_headline(page: Page) -> int:
    """Where the headline stands, -1 where the draft has none."""
    marked = next((index for index, block in enumerate(page.blocks) if block.role is Role.HEADLINE), None)
    if marked is not None:
        return marked
    for index in range(min(len(page.blocks), _TOP_BLOCKS)):
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
    if page.line(index).strip(_CLOSING + ":|").lower() not in _KICKERS or page.role(index + 1) is not Role.PARAGRAPH:
        return False
    return _is_short(page.line(index + 1), _HEADLINE_WORDS, _HEADLINE_LENGTH) and _ends_open(page.line(index + 1))


def _is_short(line: str, words: int, length: int) -> bool:
    return len(line) <= length and _words(line, words) <= words


def _can_be_headline(page: Page, index: int) -> bool:
    line = page.line(index)
    if not _is_short(line, _HEADLINE_WORDS, _HEADLINE_LENGTH) or not any(map(str.isalpha, line)):
        return False
    below = [i for i in range(index + 1, len(page.blocks)) if page.role(i) not in _ABOVE]
    if not below:
        return False
    if not line.endswith(".") or line.endswith("..."):
        return True
    return index == 0 and _tops_a_story(page, line, below)


def _tops_a_story(page: Page, line: str, below: list[int]) -> bool:
    """Whether a first line that ends in a full stop is a headline all the same: short, over a story of some length."""
    if _opens_at(page, below[:_TOP_BLOCKS]) is not None or page.role(1) in {Role.BYLINE, Role.DATELINE}:
        return True
    long_paragraphs = sum(_words(page.line(i), _PARAGRAPH_WORDS) > _PARAGRAPH_WORDS for i in below[:16])
    return (_words(line, 14) <= 14 or _sentences(line) == 2) and long_paragraphs >= 4


def _opens_at(page: Page, indices: list[int]) -> int | None:
    """The first of these blocks that opens with the place of its writing, as wire copy does."""
    return next((i for i in indices if opens_with_place(page.line(i))), None)


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


def _set_top(page: Page, headline: int) -> None:
    """Standfirst, bylines and captions between the headline and the story's first paragraph."""
    top = _top(page, headline)
    for index in top:
        if page.role(index) is Role.PARAGRAPH and is_top_byline(page.line(index)):
            page.become(index, Role.BYLINE)
    opening = _opens_at(page, list(range(headline + 1, min(headline + 6, len(page.blocks)))))
    first = True
    for index in range(
        headline + 1, opening if opening is not None else min(headline + 1 + max(1, len(top)), len(page.blocks))
    ):
        if page.role(index) is not Role.PARAGRAPH:
            continue
        line = page.line(index)
        if shows_positions(line) or is_stamped(line) or (not first and opening is not None and _ends_open(line)):
            page.become(index, Role.CAPTION)
        elif headline >= 0 and (opening is not None or first) and _is_standfirst(page, index, headline, opening):
            page.become(index, Role.STANDFIRST)
        first = False


def _top(page: Page, headline: int) -> range:
    """The blocks below the headline and above the first paragraph of copy."""
    index = headline + 1
    while index < len(page.blocks) and index - headline <= _TOP_BLOCKS:
        line = page.line(index)
        if page.role(index) is Role.PARAGRAPH and _words(line, _COPY_WORDS) > _COPY_WORDS and not shows_positions(line):
            break
        index += 1
    return range(headline + 1, index)


def _is_standfirst(page: Page, index: int, headline: int, opening: int | None) -> bool:
    """Whether the paragraph at `index` stands apart from the copy as its standfirst."""
    line = page.line(index)
    words = _words(line, _STANDFIRST_WORDS)
    if words > _STANDFIRST_WORDS or words < 3:
        return False
    if opening is not None:
        return index <= headline + 4 and _sentences(line) <= 2 and not line.startswith(_BOILERPLATE)
    below = page.role(index + 1)
    if index != headline + 1 or below is None:
        return False
    return (below in {Role.BYLINE, Role.DATELINE} and index + 2 < len(page.blocks)) or (
        _ends_open(line)
        and words >= 6
        and below in {Role.PARAGRAPH, Role.CAPTION, Role.CREDIT}
        and _starts_copy(page, index + 1)
    )


def _starts_copy(page: Page, index: int) -> bool:
    while page.role(index) in {Role.CAPTION, Role.CREDIT, Role.FURNITURE}:
        index += 1
    return page.role(index) is Role.PARAGRAPH and not _ends_open(page.line(index))


def _sentences(line: str) -> int:
    return 1 + line.count(". ") + line.count("? ") + line.count("! ")


def _set_crossheads(page: Page, headline: int) -> None:
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
        if short[index] and is_stamped(page.line(index)):
            page.become(index, Role.CAPTION)
            continue
        in_run = sum(short[max(0, index - 2) : index + 3]) > 2 and (short[index - 1] or short[index + 1])
        if short[index] and not in_run and _heads(page, index, short):
            page.become(index, Role.CROSSHEAD)


def is_heading_like(line: str) -> bool:
    """Whether a line reads as a heading: short, with no mark at its end."""
    first = line.lstrip("“‘\"'([#")[:1]
    return (
        _is_short(line, _CROSSHEAD_WORDS, _CROSSHEAD_LENGTH)
        and (first.isupper() or first.isdigit())
        and _ends_open(line)
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
        and 3 <= _words(line, _CROSSHEAD_WORDS) <= _CROSSHEAD_WORDS
        and index + 1 < len(page.blocks)
        and _words(page.line(index + 1), _PARAGRAPH_WORDS) > _PARAGRAPH_WORDS
    )


def _heads(page: Page, index: int, short: list[bool]) -> bool:
    below = index + 1
    if short[below]:
        below += 1
    while page.role(below) in {Role.CAPTION, Role.CREDIT, Role.FURNITURE, Role.DATELINE}:
        below += 1
    role = page.role(below)
    return role in {Role.LIST_ITEM, Role.BLOCK_QUOTE, Role.TABLE_CELL} or (
        role is Role.PARAGRAPH and _words(page.line(below), 7) > 7
    )


def _set_aftermath(page: Page) -> None:
    """Under “Most viewed” and the like at the end of a page all short lines are links to other stories."""
    first = len(page.blocks)
    for index in range(len(page.blocks) - 1, 0, -1):
        line = page.line(index)
        if page.role(index) is Role.FURNITURE:
            first = index if opens_aftermath(line) else first
        elif not (_is_short(line, 20, 150) and _ends_open(line)):
            break
    for index in range(first, len(page.blocks)):
        page.become(index, Role.FURNITURE)


def _set_buttons(page: Page) -> None:
    """“Share”, “Home” and the like are a page's where they stand beside other furniture or each other."""
    buttons = [
        i
        for i, b in enumerate(page.blocks)
        if b.role in {Role.PARAGRAPH, Role.CROSSHEAD} and b.end - b.start < 80 and is_button(page.line(i))
    ]
    beside = set(buttons)
    for index in buttons:
        if (
            any(page.role(i) is Role.FURNITURE or i in beside for i in (index - 1, index + 1))
            and not page.line(index).isdigit()
        ):
            page.become(index, Role.FURNITURE)


def _set_captions(page: Page) -> None:
    """A caption begins behind its label; “A B/Agency” beside one is its credit."""
    for index, block in enumerate(page.blocks):
        if block.role is Role.CAPTION and (labelled := label_end(page.line(index))):
            page.blocks[index] = block._replace(start=block.start + labelled)
    for index, block in enumerate(page.blocks):
        beside = Role.CAPTION in {page.role(index - 1), page.role(index + 1)} if index else page.role(1) is Role.CAPTION
        if beside and block.role in {Role.PARAGRAPH, Role.CROSSHEAD, Role.BYLINE} and is_bare_credit(page.line(index)):
            page.become(index, Role.CREDIT)
