"""Runs: list items or headings that follow each other, and what leads them in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_NUMBERED = compiled(r"(?:No\.? ?|#|Step |Tip )?\d{1,2}(?:[.):]| [–—-])\s|\d{1,2}\Z")
# What a line of a list looks like whose bullets were lost: it ends with no stop; “Ayle: the oldest” says what it is of.
_NO_STOP = compiled(r"[\w)\]”’\"'%]\Z")
_LABELLED = compiled(r"[^\W_][^:.;]{0,40}: ")
_LINE = 200  # code points


class Run(Row):
    """List items or headings of one sort that follow each other: their blocks, and the block that leads them in.

    `bare` are the lines of a list whose bullets were lost, so that it may go on or have ended before; labels say how far it goes.
    """

    blocks: tuple[Block, ...]
    lead: Block | None
    headings: bool
    bare: bool = False


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


@analysis
def bare_runs(document: Document) -> Mapping[int, Run]:
    """The run of lines without bullets that a paragraph's colon leads in, by where that begins: each ends with no stop."""
    found: dict[int, Run] = {}
    lines: list[Block] = []
    lead: Block | None = None
    for block in (*document.copy, None):
        if block and lead and _is_bare(document, block):
            lines.append(block)
            continue
        lines = _of_one_list(document, lines)
        if lead and len(lines) > 1:
            found[lead.start] = Run(tuple(lines), lead, headings=False, bare=not _is_labelled(document, lines[0]))
        leads = block and block.role is Role.PARAGRAPH and document.text[block.end - 1] == ":"
        lines, lead = [], block if leads else None
    return found


def _of_one_list(document: Document, lines: list[Block]) -> list[Block]:
    """The lines that are items: as far as they're labelled where the first is; none where the last may be a heading."""
    if lines and _is_labelled(document, lines[0]):
        return list(takewhile(lambda line: _is_labelled(document, line), lines))
    texts = [document[line.span] for line in lines]
    heads = lines and (
        lines[-1].role is Role.CROSSHEAD
        or " " not in texts[-1]
        or texts[-1].lower() in {text.lower() for text in texts[:-1]}
    )
    return [] if heads else lines


def _is_bare(document: Document, block: Block) -> bool:
    short = block.role in (Role.PARAGRAPH, Role.CROSSHEAD) and block.end - block.start < _LINE
    return short and _NO_STOP.search(document.text, block.start, block.end) is not None


def _is_labelled(document: Document, block: Block) -> bool:
    return _LABELLED.match(document.text, block.start, block.end) is not None


def _begins_late(document: Document, block: Block) -> bool:
    """Whether the item is numbered, and not as the first: what stands above it is of the list, too."""
    number = document[block.marker].rstrip(".)/ ") if block.marker else ""
    return number.isdecimal() and int(number) != 1
