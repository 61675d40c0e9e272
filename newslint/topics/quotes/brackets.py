"""Brackets: which round or square bracket has no partner."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_BRACKET = compiled(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
# a) 1) iv) at the front of a line, or behind a space in running copy: a list's numbers.
_NUMBERING = compiled(r"(?:\A|[\s(;,:•–—-])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.?\Z")
# :-) and its kin, with the eyes first or last.
_EYES = compiled(r"[:;=8xX][-'’o^]{0,2}\Z")
_EYES_BEHIND = compiled(r"[-'’o^]{0,2}[:;=](?!\w)")
_NOSE_BEHIND = compiled(r"[-o^][:;=](?!\w)")
# An aside in brackets takes this many blocks at most.
_FAR = 12


class LoneBracket(Row):
    """A bracket without its partner, in `block`. `opens` tells which of the two it is."""

    block: Block
    start: int
    character: str
    opens: bool


@analysis
def lone_brackets(document: Document) -> tuple[LoneBracket, ...]:
    """Every bracket that has no partner, neither in its own block nor in those near it."""
    if not any(bracket in document.text for bracket in "()[]"):  # for speed
        return ()
    waiting: list[tuple[int, LoneBracket]] = []
    found: list[LoneBracket] = []
    for index, block in enumerate(document.copy):
        if block.role is Role.TABLE_CELL:
            continue
        for lone in _lone(document.text, block):
            if lone.opens:
                waiting.append((index, lone))
                continue
            partner = _partner(waiting, index, lone)
            if partner is None:
                found.append(lone)
            else:
                del waiting[partner]
    found += [lone for _, lone in waiting]
    return tuple(sorted(found, key=lambda lone: lone.start))


def _partner(waiting: list[tuple[int, LoneBracket]], index: int, lone: LoneBracket) -> int | None:
    """The place in `waiting` of the bracket near block `index` that `lone` closes."""
    for place in range(len(waiting) - 1, -1, -1):
        opened, bracket = waiting[place]
        if index - opened > _FAR:
            return None
        if bracket.character == _PARTNER[lone.character]:
            return place
    return None


def _lone(text: str, block: Block) -> Iterator[LoneBracket]:
    """The brackets of one block that find no partner in it."""
    stack: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text, block.start, block.end):
        at, character = match.start(), match[0]
        if character in "([":
            if not (_EYES.search(text, max(block.start, at - 3), at) or _EYES_BEHIND.match(text, at + 1, block.end)):
                stack.append((at, character))
        elif stack:
            opened, partner = stack.pop()
            if partner != _PARTNER[character]:
                yield LoneBracket(block, opened, partner, True)
        elif not _is_numbering(text, block, at):
            yield LoneBracket(block, at, character, False)
    for opened, partner in stack:
        yield LoneBracket(block, opened, partner, True)


def _is_numbering(text: str, block: Block, at: int) -> bool:
    """Whether a closing bracket alone is a list's (1) or a face's :-)."""
    before = text[max(block.start, at - 6) : at]
    return bool(_NUMBERING.search(before) or _EYES.search(before) or _NOSE_BEHIND.match(text, at + 1, block.end))
