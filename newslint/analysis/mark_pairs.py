"""Mark pairs: which quotation mark belongs to which, over the paragraphs of a quotation that runs on, and which have no partner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.analysis.quotation_marks import Mark, Side, quotation_marks
from newslint.document import Block, Document, Role, analysis

# A quotation that isn't opened anew in each paragraph is followed over this many of them.
_FAR = 12
# A weak closing mark (the dogs’) gives way to a better one this near.
_NEAR = 90
# Marks that tell by their form which end they are at.
_OPENING = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_CLOSING = frozenset(["”", "»", "’’"])
# Words that say who spoke, behind a comma: the quotation before them is over.
_ATTRIBUTION = re.compile(
    r"[,?!]['’]? (?!I |we |you |who )(?:(?:[\w.’'-]+ ){0,4}|(?:(?:[A-Z][\w.’'-]*|and|of|the|a|for|in) ){5,12})"
    r"(?:said|says|added|adds|asked|told|wrote|writes|replied|tweeted|explained|insisted|argued|continued|recalled|warned|"
    r"noted|concluded|according)\b(?:[^.?!]|(?<![a-z]{3})\.){0,150}[.?!]?\s*\Z"
)
# A quotation that begins in the midst of a sentence.
_MIDST = re.compile(r"\w ['\"“‘]*\Z")
_SENTENCE_BREAK = re.compile(r"(?<=[a-z)]{2})[.?!] +[A-Z]")
# How far back from the end of a stretch such words are looked for.
_SPAN = 260
_SENTENCE_ENDS = (".", "?", "!", "…")
# What stands between the paragraphs of one quotation without ending it.
_ASIDE = frozenset([Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE, Role.TABLE_CELL])


class Pair(NamedTuple):
    """A quotation's two marks within one block; either is None where the block has it not.

    `end` is where the quotation leaves off if it has no closing mark here, by default with its block.
    `continued`: it began in an earlier block; `continues`: it ends in a later one.
    """

    block: Block
    opening: Mark | None
    closing: Mark | None
    continued: bool = False
    continues: bool = False
    end: int = 0


class Stray(NamedTuple):
    """A mark without its partner. `opens` tells which end of a quotation it is at."""

    block: Block
    mark: Mark
    opens: bool


class MarkPairs(NamedTuple):
    """Every pair, in order of the blocks, and every mark that has no partner."""

    pairs: tuple[Pair, ...]
    strays: tuple[Stray, ...]


class _Paired(NamedTuple):
    """What one block's own marks make: pairs, openings that nothing closes, closings that nothing opened."""

    block: Block
    first: Mark | None
    pairs: list[Pair]
    open: list[Mark]
    closed: list[Mark]


@analysis
def mark_pairs(document: Document) -> MarkPairs:
    """The quotation marks of the copy, paired."""
    text = document.text
    rows = [_paired(text, block, marks) for block, marks in quotation_marks(document)]
    _run_on(text, [row for row in rows if row.block.role not in _ASIDE])
    strays = [
        Stray(row.block, mark, opens)
        for row in rows
        for mark, opens in sorted([(mark, True) for mark in row.open] + [(mark, False) for mark in row.closed])
    ]
    return MarkPairs(tuple(pair for row in rows for pair in row.pairs), tuple(strays))


def _paired(text: str, block: Block, marks: Sequence[Mark]) -> _Paired:
    if not marks:
        return _Paired(block, None, [], [], [])
    row = _Paired(block, marks[0] if marks[0].start == block.start else None, [], [], [])
    _pair_doubles(text, row, [mark for mark in marks if mark.double])
    singles = [mark for mark in marks if not mark.double]
    if any(mark.side is Side.OPENING for mark in singles):
        _pair_singles(row, singles)
    return row


def _pair_doubles(text: str, row: _Paired, marks: Sequence[Mark]) -> None:
    stack: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.character == '"' and _is_inch(text, marks, index, bool(stack)):
            continue
        if _opens(mark, stack):
            stack.append(mark)
        elif stack:
            row.pairs.append(Pair(row.block, stack.pop(), mark))
        elif mark.character != "»":  # alone it's a bullet or an arrow: READ MORE »
            row.closed.append(mark)
    row.open.extend(mark for mark in stack if mark.character != "«")
    _join_misspaced(text, row)
    _run_on_within(text, row)


def _is_inch(text: str, marks: Sequence[Mark], index: int, quoting: bool) -> bool:
    """Whether a straight mark behind a figure is inches (12") and closes nothing."""
    mark = marks[index]
    if mark.side is Side.OPENING or not text[mark.start - 1 : mark.start].isdigit() or mark.start == 0:
        return False
    if not quoting:
        return True
    return index + 1 < len(marks) and marks[index + 1].side is Side.CLOSING and marks[index + 1].character in '"”'


def _opens(mark: Mark, stack: Sequence[Mark]) -> bool:
    """Whether a double mark opens: by its form where that is plain, else by what stands beside it."""
    character = mark.character
    if character in _OPENING:
        return not (stack and mark.side is Side.CLOSING)
    if character in _CLOSING:
        return not stack and mark.fronts and character == "”"
    return not stack if mark.side is Side.EITHER else mark.side is Side.OPENING


def _join_misspaced(text: str, row: _Paired) -> None:
    """Two straight marks that both seem to open, or both to close, are a pair with a space on the wrong side of one."""
    for marks in (row.open, row.closed):
        waiting: list[Mark] = []
        for mark in marks:
            wrong = mark if marks is row.open else waiting[-1] if waiting else mark
            if (
                waiting
                and waiting[-1].character == mark.character == '"'
                and _looks_misspaced(text, wrong, wrong is mark)
            ):
                row.pairs.append(Pair(row.block, waiting.pop(), mark))
            else:
                waiting.append(mark)
        marks[:] = waiting


def _looks_misspaced(text: str, mark: Mark, seems_to_open: bool) -> bool:
    if seems_to_open:
        return (
            text[max(0, mark.start - 3) : mark.start].rstrip()[-1:] in (",", ".", "?", "!")
            and text[mark.end : mark.end + 1].islower()
        )
    return text[mark.start - 1].islower() and text[mark.end : mark.end + 2].strip()[:1].isupper()


def _run_on_within(text: str, row: _Paired) -> None:
    """Paragraphs of one quotation that were set as one: "First. "Second. "Third." opens three times and closes once."""
    if not row.open:
        return
    starts = sorted([pair.opening.start for pair in row.pairs if pair.opening] + [mark.start for mark in row.open])
    waiting = []
    for mark in row.open:
        index = bisect_right(starts, mark.start)
        following = starts[index] if index < len(starts) else mark.start
        said = text[max(mark.end, following - _SPAN) : following].rstrip()
        left = max(mark.end, following - _SPAN) + len(said)
        speech = said.endswith(_SENTENCE_ENDS) and not _is_phrase(text, row.block, mark, following)
        if speech and not _ATTRIBUTION.search(said):
            row.pairs.append(Pair(row.block, mark, None, continues=True, end=left))
        else:
            waiting.append(mark)
    row.open[:] = waiting


def _is_phrase(text: str, block: Block, mark: Mark, end: int) -> bool:
    """Whether the words behind `mark` up to `end` are a phrase worked into a sentence: called it “a great day for all."""
    if not (
        text[mark.end : mark.end + 1].islower() and _MIDST.search(text, max(block.start, mark.start - 3), mark.start)
    ):
        return False
    return not _SENTENCE_BREAK.search(text, mark.end, end)


def _pair_singles(row: _Paired, marks: Sequence[Mark]) -> None:
    """Pair single marks, each with one that stands inside the same double marks."""
    regions = _regions(row, marks)
    for region in sorted(set(regions)):
        here = [mark for mark, other in zip(marks, regions, strict=True) if other == region]
        index = 0
        while index < len(here):
            opening = here[index]
            index += 1
            if opening.side is not Side.OPENING:
                continue
            candidates = []
            while index < len(here) and here[index].side is Side.CLOSING:
                candidates.append(here[index])
                index += 1
            closing = _best(candidates)
            if closing:
                row.pairs.append(Pair(row.block, opening, closing))
            elif not opening.weak:
                row.open.append(opening)


def _best(candidates: Sequence[Mark]) -> Mark | None:
    """The mark that closes: the first, unless that may be an apostrophe and a better one follows soon."""
    if not candidates:
        return None
    first = candidates[0]
    if first.weak:
        for mark in candidates[1:]:
            if not mark.weak and mark.start - first.start < _NEAR:
                return mark
    return first


def _regions(row: _Paired, marks: Sequence[Mark]) -> list[int]:
    """For each single mark, where the innermost double quotation around it begins, or -1."""
    doubles = sorted((pair.opening.start, pair.closing.start) for pair in row.pairs if pair.opening and pair.closing)
    around: list[tuple[int, int]] = []
    found = []
    index = 0
    for mark in marks:
        while index < len(doubles) and doubles[index][0] <= mark.start:
            around.append(doubles[index])
            index += 1
        # Right behind the double mark a single one still belongs inside: "… ‘so there,”’ he said.
        while around and mark.start >= around[-1][1] + (2 if mark.side is Side.CLOSING else 0):
            around.pop()
        found.append(around[-1][0] if around else -1)
    return found


def _run_on(text: str, rows: Sequence[_Paired]) -> None:
    """Find the quotations that run on over paragraphs: each paragraph opens, only the last closes."""
    for index, row in enumerate(rows):
        last = max(row.open, default=None)
        if last is None or _is_over(text, row, last):
            continue
        follower = _follower(text, rows, index, last)
        if follower is None:
            continue
        row.open.remove(last)
        row.pairs.append(
            Pair(row.block, last, None, continued=row.first == last and _was_open(rows, index), continues=True)
        )
        if follower != index + 1 or rows[follower].first is None:
            _close_far(rows, index, follower)


def _is_over(text: str, row: _Paired, mark: Mark) -> bool:
    """Whether the quotation that `mark` opens ends within its own block, since words behind it say who spoke."""
    ends = [pair.opening.start for pair in row.pairs if pair.opening and pair.opening.start > mark.end]
    return any(_ATTRIBUTION.search(text, max(mark.end, end - _SPAN), end) for end in [*ends[:_FAR], row.block.end])


def _was_open(rows: Sequence[_Paired], index: int) -> bool:
    return index > 0 and any(pair.continues for pair in rows[index - 1].pairs)


def _follower(text: str, rows: Sequence[_Paired], index: int, mark: Mark) -> int | None:
    """The row in which the quotation that `mark` opens goes on or ends, if any."""
    following = rows[index + 1 : index + 1 + _FAR]
    if following and following[0].first and following[0].first.double == mark.double:
        return index + 1 if _may_run_on(text, rows[index], mark) else None
    if not mark.double:
        return None
    for offset, row in enumerate(following):
        if row.open:
            return None
        if row.closed:
            return index + 1 + offset
    return None


def _may_run_on(text: str, row: _Paired, mark: Mark) -> bool:
    """Whether the quotation can go on in the next paragraph: a phrase doesn't, nor one with a like quotation behind it."""
    if mark.double and any(
        pair.opening and pair.opening.start > mark.start and pair.opening.character == mark.character
        for pair in row.pairs
    ):
        return False
    return not _is_phrase(text, row.block, mark, row.block.end)


def _close_far(rows: Sequence[_Paired], index: int, follower: int) -> None:
    """The quotation goes on without new opening marks until it closes in row `follower`."""
    for row in rows[index + 1 : follower]:
        row.pairs.append(Pair(row.block, None, None, continued=True, continues=True))
    row = rows[follower]
    row.pairs.append(Pair(row.block, None, row.closed.pop(0), continued=True))
