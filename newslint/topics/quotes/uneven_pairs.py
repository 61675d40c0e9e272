"""Uneven pairs: two marks that have no partner but each other, since one of them is not the mark that belongs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Block, Document, analysis
from newslint.hit import Change
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.paired_marks import is_phrase
from newslint.text.quotation_marks import Mark
from newslint.text.quotations import Stray, mark_pairs
from newslint.text.vocabulary import SPOKE, alternatives

# Double marks only: a single one may be an apostrophe.
_CLOSING = {"“": "”", '"': '"'}
_OPENING = {"”": "“", '"': '"'}
# Behind these somebody's words begin: “He says,” there are many”.
_SAYS = compiled(rf"(?i)\b(?:{alternatives(SPOKE)}),\Z")
_LONGEST = 20


class UnevenPair(Row):
    """A quotation from `opening` to `closing`, and what would mend its marks, where that is plain."""

    opening: Mark
    closing: Mark
    block: Block
    changes: tuple[Change, ...] = ()


@analysis
def uneven_pairs(document: Document) -> tuple[UnevenPair, ...]:
    """Every two marks without partners that make one quotation: '…", “…“ within a sentence, ”…”."""
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[UnevenPair]:
    taken = 0
    for one, other in pairwise(mark_pairs(document).strays):
        changes = _changes(document, one, other) if one.block is other.block and one.mark.start >= taken else None
        if changes is not None:
            taken = other.mark.end
            yield UnevenPair(one.mark, other.mark, one.block, changes)


def _changes(document: Document, one: Stray, other: Stray) -> tuple[Change, ...] | None:
    """What makes a pair of the two marks; None where they are none."""
    text = document.text
    if one.opens is not other.opens:
        # A word in marks may stand in a sentence that is itself quoted; a sentence of its own is the quotation.
        spoken = one.opens and text[one.mark.end].isupper()
        return _as_usual(document, one.mark, other.mark) if spoken else None
    if one.opens and other.mark.character in _CLOSING and is_phrase(text, one.block, one.mark, other.mark.start):
        return (_closing(text, other.mark),)
    if not one.opens and one.mark.character in _OPENING and _begins(text, one.mark):
        return (_opening(text, one.mark),)
    return None


def _begins(text: str, mark: Mark) -> bool:
    """Whether a mark that seems to close stands where somebody's words begin."""
    return text[mark.end].isalnum() or _SAYS.search(text, max(0, mark.start - _LONGEST), mark.start) is not None


def _as_usual(document: Document, opening: Mark, closing: Mark) -> tuple[Change, ...]:
    """The marks that most quotations of the draft have, where these two have others."""
    counts = Counter(
        (pair.opening.character, pair.closing.character)
        for pair in mark_pairs(document).pairs
        if pair.opening and pair.closing
    )
    usual = counts.most_common(1)[0][0] if counts else (opening.character, closing.character)
    return tuple(
        Change(Span(mark.start, mark.end), character)
        for mark, character in zip((opening, closing), usual, strict=True)
        if mark.character != character
    )


def _closing(text: str, mark: Mark) -> Change:
    """The mark closing what stands before it, with the space behind it."""
    start = mark.start - text[mark.start - 1].isspace()
    return Change(Span(start, mark.end), _CLOSING[mark.character] + text[start : mark.start])


def _opening(text: str, mark: Mark) -> Change:
    """The mark opening what stands behind it, with a space before it."""
    end = mark.end + text[mark.end].isspace()
    return Change(Span(mark.start, end), f" {_OPENING[mark.character]}")
