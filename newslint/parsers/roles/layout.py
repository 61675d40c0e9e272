"""The roles that blocks have by where they stand: headline, standfirst, crossheads, the links below a story."""

from __future__ import annotations

from newslint.document import Block
from newslint.parsers.roles.crossheads import set_crossheads
from newslint.parsers.roles.headlines import set_headline
from newslint.parsers.roles.page import Page
from newslint.parsers.roles.surroundings import set_aftermath, set_buttons, set_captions
from newslint.parsers.roles.tops import set_subheading, set_top


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
