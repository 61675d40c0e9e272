"""A page whose blocks are given their roles, and what can be said of its lines at a glance."""

from __future__ import annotations

from newslint.document import Block, Role
from newslint.parsers.roles.bylines import opens_with_place

# A paragraph of more words than these is no label.
PARAGRAPH_WORDS = 16
# A paragraph of more words than these is copy; what stands above the first one is the story's top.
COPY_WORDS = 25
TOP_BLOCKS = 14
# What a whole sentence ends in, and what may stand behind that.
_STOPS = (".", "!", "?", ":", ";", ",", "…")
CLOSING = "”’\"')] "


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


def ends_open(line: str) -> bool:
    """Whether no mark ends the line, as with headlines, labels and list items."""
    return not line.rstrip(CLOSING).endswith(_STOPS)


def count_words(line: str, limit: int) -> int:
    """How many words the line has, counted no further than need be: more than `limit` is `limit` + 1."""
    return len(line.split(None, limit + 1)[: limit + 1])


def is_short(line: str, words: int, length: int) -> bool:
    """Whether the line has no more than so many words and code points."""
    return len(line) <= length and count_words(line, words) <= words


def count_sentences(line: str) -> int:
    """How many sentences the line seems to have."""
    return 1 + line.count(". ") + line.count("? ") + line.count("! ")


def opening_at(page: Page, indices: list[int]) -> int | None:
    """The first of these blocks that opens with the place of its writing, as wire copy does."""
    return next((i for i in indices if opens_with_place(page.line(i))), None)
