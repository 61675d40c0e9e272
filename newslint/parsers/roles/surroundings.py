"""What stands around a story: links to others, buttons, the labels and credits of its pictures."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.roles.captions import is_bare_credit, label_end
from newslint.parsers.roles.furniture import is_button, opens_aftermath
from newslint.parsers.roles.page import Page, ends_open, is_short

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


def set_captions(page: Page) -> None:
    """A caption begins behind its label, unless that stands alone; “A B/Agency” beside one is its credit."""
    captions = [index for index, block in enumerate(page.blocks) if block.role is Role.CAPTION]
    for index in captions:
        block = page.blocks[index]
        labelled = label_end(page.line(index))
        if 0 < labelled < block.end - block.start:
            page.blocks[index] = block._replace(start=block.start + labelled)
    for index in sorted({beside for caption in captions for beside in (caption - 1, caption + 1)}):
        if page.role(index) in _MAY_CREDIT and is_bare_credit(page.line(index)):
            page.become(index, Role.CREDIT)
