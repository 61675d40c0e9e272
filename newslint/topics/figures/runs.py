"""Runs: list items or headings that follow each other, and what leads them in."""

from __future__ import annotations

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_NUMBERED = compiled(r"(?:No\.? ?|#|Step |Tip )?\d{1,2}(?:[.):]| [–—-])\s|\d{1,2}\Z")


class Run(Row):
    """List items or headings of one sort that follow each other: their blocks, and the block that leads them in."""

    blocks: tuple[Block, ...]
    lead: Block | None
    headings: bool


@analysis
def runs(document: Document) -> tuple[Run, ...]:
    """Every run of list items, and the headings of the page where they are numbered or several, in order."""
    found: list[Run] = []
    current: list[Block] = []
    lead: Block | None = None
    headings = []
    for block in document.copy:
        if block.role is Role.LIST_ITEM and (current or not _begins_late(document, block)):
            current.append(block)
            continue
        if len(current) > 1:
            found.append(Run(tuple(current), lead, headings=False))
        current, lead = [], block
        if block.role is Role.CROSSHEAD and _NUMBERED.match(document.text, block.start, block.end):
            headings.append(block)
    if len(current) > 1:
        found.append(Run(tuple(current), lead, headings=False))
    if len(headings) > 1:
        found.append(Run(tuple(headings), None, headings=True))
    return tuple(found)


def _begins_late(document: Document, block: Block) -> bool:
    """Whether the item is numbered, and not as the first: what stands above it is of the list, too."""
    number = document[block.marker].rstrip(".)/ ") if block.marker else ""
    return number.isdecimal() and int(number) != 1
