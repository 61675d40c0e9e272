"""Mark pairs: which quotation mark belongs to which, over the paragraphs of a quotation that runs on, and which have no partner."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.paired_block import Pair, PairedBlock, attributed, is_phrase, paired
from newslint.text.quotation_marks import Mark, quotation_marks

# A quotation that isn't opened anew in each paragraph is followed over this many of them.
_FAR = 12
# What stands between the paragraphs of one quotation without ending it.
_ASIDE = frozenset([Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE, Role.TABLE_CELL])
# Where a mark alone is an ornament, or says “ditto”.
_ORNAMENTED = frozenset([Role.PULL_QUOTE, Role.TABLE_CELL])


# Under a post of social media: — Ann Hill (@annhill) May 4, 2017
_SIGNATURE = compiled(r"[—–] ?[^\n]{1,60} ?\(@\w+\)")


class Stray(Row):
    """A mark without its partner. `opens` tells which end of a quotation it is at."""

    block: Block
    mark: Mark
    opens: bool


class MarkPairs(Row):
    """Every pair, in order of the blocks, and every mark that has no partner."""

    pairs: tuple[Pair, ...]
    strays: tuple[Stray, ...]


@analysis
def mark_pairs(document: Document) -> MarkPairs:
    """The quotation marks of the copy, paired."""
    text = document.text
    rows = [paired(text, block, marks) for block, marks in quotation_marks(document)]
    _run_on(text, [row for row in rows if not _is_aside(text, row)])
    strays = [
        Stray(row.block, mark, opens)
        for row in rows
        if (row.open or row.closed) and row.block.role not in _ORNAMENTED
        for mark, opens in sorted([(mark, True) for mark in row.open] + [(mark, False) for mark in row.closed])
    ]
    return MarkPairs(tuple(pair for row in rows for pair in row.pairs), tuple(strays))


def _is_aside(text: str, row: PairedBlock) -> bool:
    """Whether the block can stand between the paragraphs of one quotation."""
    bare = not (row.pairs or row.open or row.closed)
    # A line of copy that ends without a stop is a caption, even if nothing else tells.
    captioned = text[row.block.end - 1].isalnum() and row.block.role in (Role.PARAGRAPH, Role.CROSSHEAD)
    if bare and (captioned or _SIGNATURE.match(text, row.block.start, row.block.end)):
        return True
    return row.block.role in _ASIDE


def _run_on(text: str, rows: Sequence[PairedBlock]) -> None:
    """Find the quotations that run on over paragraphs: each paragraph opens, only the last closes."""
    running: set[bool] = set()
    for index, row in enumerate(rows):
        if running:
            _continue(row, running)
        continued, running = running, set()
        for double in (True, False) if row.open else ():
            last = max((mark for mark in row.open if mark.double is double), default=None)
            follower = None if last is None or _is_over(text, row, last) else _follower(text, rows, index, last)
            if last is None or follower is None:
                continue
            row.open.remove(last)
            row.pairs.append(Pair(row.block, last, None, last in row.front and double in continued, continues=True))
            if rows[follower].front and follower == index + 1:
                running.add(double)
            else:
                _close_far(rows, index, follower)


def _continue(row: PairedBlock, running: set[bool]) -> None:
    """Mark what stands at the front of a block as continued, where a quotation in such marks runs on into it."""
    for index, pair in enumerate(row.pairs):
        if pair.opening in row.front and pair.opening and pair.opening.double in running:
            row.pairs[index] = pair._replace(continued=True)


def _is_over(text: str, row: PairedBlock, mark: Mark) -> bool:
    """Whether the quotation that `mark` opens ends within its own block, since words behind it say who spoke."""
    ends = [pair.opening.start for pair in row.pairs if pair.opening and pair.opening.start > mark.end]
    return any(attributed(text, mark.end, end) for end in [*ends[:_FAR], row.block.end])


def _follower(text: str, rows: Sequence[PairedBlock], index: int, mark: Mark) -> int | None:
    """The row in which the quotation that `mark` opens goes on or ends, if any."""
    following = rows[index + 1 : index + 1 + _FAR]
    if following and any(first.double == mark.double for first in following[0].front):
        return index + 1 if _may_run_on(text, rows[index], mark) else None
    if not mark.double:
        return None
    for offset, row in enumerate(following):
        if row.open:
            return None
        if row.closed:
            return index + 1 + offset
    return None


def _may_run_on(text: str, row: PairedBlock, mark: Mark) -> bool:
    """Whether the quotation can go on in the next paragraph: a phrase doesn't, nor one with a like quotation behind it."""
    if mark.double and any(
        pair.opening and pair.opening.start > mark.start and pair.opening.character == mark.character
        for pair in row.pairs
    ):
        return False
    return not is_phrase(text, row.block, mark, row.block.end)


def _close_far(rows: Sequence[PairedBlock], index: int, follower: int) -> None:
    """The quotation goes on without new opening marks until it closes in row `follower`."""
    for row in rows[index + 1 : follower]:
        row.pairs.append(Pair(row.block, None, None, continued=True, continues=True))
    row = rows[follower]
    row.pairs.append(Pair(row.block, None, row.closed.pop(0), continued=True))
