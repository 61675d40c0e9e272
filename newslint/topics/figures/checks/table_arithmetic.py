"""Cells of a table that don't follow from the others as those of the other rows do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.topics.figures.misreckonings import Reckoning, misreckonings

# That a table's last line is the total of those above it, or its columns are reckoned from each other.
_SURE = 0.85
_FROM_TWO = frozenset(["difference", "change", "share"])


@check
class TableArithmetic:
    """Finds the cell of a table that the rest of its row or column makes another, where all other rows or columns are right."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        return first_at_each_place(_hits(document))


def _hits(document: Document) -> Iterator[Hit]:
    found = misreckonings(document)
    for each in found:
        suspect = _suspect(each, found)
        others = [cell.span for cell in each.cells if cell.span != suspect]
        words = {"right": _told(document, each), "said": document[each.result.span]}
        notes = tuple(Note(span, f"reckoned {'from' if each.way in _FROM_TWO else 'with'} this") for span in others)
        yield Hit(suspect, words, notes, confidence=_SURE)


def _suspect(each: Reckoning, found: Sequence[Reckoning]) -> Span:
    """The cell that fails in its row and in its column, if any; else what is reckoned."""
    counts = Counter(cell.span for other in found for cell in other.cells)
    best = max(each.cells, key=lambda cell: counts[cell.span])
    return best.span if counts[best.span] > 1 else each.result.span


def _told(document: Document, each: Reckoning) -> str:
    """The reckoning in words: “1,400 to 1,530 is 9.3%”."""
    parts = [document[cell.span] for cell in each.operands]
    made = f"{each.made:,.{each.result.decimals}f}"
    if each.way in ("difference", "change"):
        return f"{parts[0]} to {parts[1]} is {made}" + ("%" if each.way == "change" else "")
    if each.way == "share":
        return f"{parts[0]} of {parts[1]} is {made}%"
    return f"{' + '.join(parts)} " + (f"leave {made} of 100" if each.way == "whole" else f"= {made}")


_: type[Check] = TableArithmetic
