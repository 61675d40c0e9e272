"""Paired marks: which two marks of a block open and close one quotation, and which of it stay alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import attrgetter

from newslint.document import Block
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.quotation_marks import SPAN, Mark, Side
from newslint.text.vocabulary import SPOKE, alternatives

# A weak closing mark (the dogs’) gives way to a better one this near.
_NEAR = 90
# Marks that tell by their form which end they are at.
_OPENING = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_INCH = frozenset(['"', "”", "’’", "''"])
_FEET = compiled(r"\d['’]\d{1,2},\Z")
_CLOSING = frozenset(["”", "»", "’’"])
# Words that say who spoke, behind a comma: the quotation before them is over. A clause of the speaker's own says so of nobody:
# when police said it was safe, Kerry said that, it cannot be announced by anybody.
_NO_SPEAKER = "(?:and |but )?(?:I|we|you|who) |(?:when|if|because|that|which|where|since|after|before|while|until|though|although|so|or) "
_ATTRIBUTION = compiled(
    rf"[,?!]['’]? (?!{_NO_SPEAKER})(?:(?:[\w.’'-]+ ){{0,4}}|(?:[\w.’'-]+ ){{4,9}}[A-Z][\w.’'-]* "
    r"|(?:(?:[A-Z][\w.’'-]*|and|of|the|a|for|in) ){5,12})"
    rf"(?:{alternatives(SPOKE)}|according)\b(?! (?:that|by)\b)(?:[^.?!]|(?<![a-z]{{3}})\.){{0,150}}[.?!]?\s*\Z"
)
# A quotation that begins in the midst of a sentence.
_MIDST = compiled(r"\w ['\"“‘]*\Z")
_SENTENCE_BREAK = compiled(r"(?<=[a-z)]{2})[.?!] +[A-Z]")
_SENTENCE_ENDS = (".", "?", "!", "…")
_STOPS = ".,?!…"


class Pair(Row):
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


class PairedBlock(Row):
    """What one block's own marks make: pairs, openings that nothing closes, closings that nothing opened.

    `front` are the marks at its very beginning: “‘.
    """

    block: Block
    front: tuple[Mark, ...]
    pairs: list[Pair]
    open: list[Mark]
    closed: list[Mark]


def paired(text: str, block: Block, marks: Sequence[Mark]) -> PairedBlock:
    """The marks of `block`, paired as far as they find a partner in it."""
    if not marks:
        return PairedBlock(block, (), [], [], [])
    row = PairedBlock(block, _front(block, marks), [], [], [])
    _pair_doubles(text, row, [mark for mark in marks if mark.double])
    singles = [mark for mark in marks if not mark.double]
    if any(mark.side is Side.OPENING for mark in singles):
        _pair_singles(text, row, singles)
        _join_uneven(row)
    return row


def _join_uneven(row: PairedBlock) -> None:
    """A single mark that two close (‘…’’) is a pair all the same."""
    waiting = sorted(row.open)
    joined: set[int] = set()
    for mark in row.closed:
        index = bisect_left(waiting, mark.start, key=attrgetter("start")) - 1 if mark.character == "’’" else -1
        if index >= 0 and not waiting[index].double:
            opening = waiting.pop(index)
            joined |= {opening.start, mark.start}
            row.pairs.append(Pair(row.block, opening, mark))
    for marks in (row.open, row.closed):
        marks[:] = [mark for mark in marks if mark.start not in joined]


def _front(block: Block, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    end = block.start
    front: list[Mark] = []
    for mark in marks[:3]:
        if mark.start > end + 1 or (mark.start > end and not front):
            break
        front.append(mark)
        end = mark.end
    return tuple(front)


def _pair_doubles(text: str, row: PairedBlock, marks: Sequence[Mark]) -> None:
    stack: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.character in _INCH and _is_inch(text, marks, index, bool(stack)):
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
    """Whether a mark behind a figure is inches (12", 6’ 2”, 5’2’’, and with a comma 5'7,") and closes nothing."""
    mark = marks[index]
    if mark.side is Side.OPENING or not text[max(0, mark.start - 1) : mark.start].isdigit():
        return not quoting and mark.start > 0 and _FEET.search(text, max(0, mark.start - 6), mark.start) is not None
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
    if mark.side is Side.EITHER:  # no quotation is empty: two marks at the front of a word both open
        return not stack or stack[-1].end == mark.start
    return mark.side is Side.OPENING


def _join_misspaced(text: str, row: PairedBlock) -> None:
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


def _run_on_within(text: str, row: PairedBlock) -> None:
    """Paragraphs of one quotation that were set as one: "First. "Second. "Third." opens three times and closes once."""
    if not row.open:
        return
    starts = sorted([pair.opening.start for pair in row.pairs if pair.opening] + [mark.start for mark in row.open])
    waiting = []
    for mark in row.open:
        index = bisect_right(starts, mark.start)
        following = starts[index] if index < len(starts) else mark.start
        said = text[max(mark.end, following - SPAN) : following].rstrip()
        left = max(mark.end, following - SPAN) + len(said)
        speech = said.endswith(_SENTENCE_ENDS) and not is_phrase(text, row.block, mark, following)
        if speech and not _ATTRIBUTION.search(said):
            row.pairs.append(Pair(row.block, mark, None, continues=True, end=left))
        else:
            waiting.append(mark)
    row.open[:] = waiting


def attributed(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends in words that say who spoke, and so outside the quotation that it began in."""
    return bool(_ATTRIBUTION.search(text, max(start, end - SPAN), end))


def is_phrase(text: str, block: Block, mark: Mark, end: int) -> bool:
    """Whether the words behind `mark` up to `end` are a phrase worked into a sentence: called it “a great day for all."""
    if not (
        text[mark.end : mark.end + 1].islower() and _MIDST.search(text, max(block.start, mark.start - 3), mark.start)
    ):
        return False
    return not _SENTENCE_BREAK.search(text, mark.end, end)


def _pair_singles(text: str, row: PairedBlock, marks: Sequence[Mark]) -> None:
    """Pair single marks, each with one that stands inside the same double marks."""
    regions: dict[int, list[Mark]] = defaultdict(list)
    for mark, region in zip(marks, _regions(row, marks), strict=True):
        regions[region].append(mark)
    for _, here in sorted(regions.items()):
        waiting: list[Mark] = []
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
            if closing is None:
                waiting += [] if opening.weak else [opening]
                continue
            row.pairs.append(Pair(row.block, opening, closing))
            around = _closing_around(text, candidates, closing) if waiting else None
            if around:
                row.pairs.append(Pair(row.block, waiting.pop(), around))
        row.open.extend(waiting)


def _closing_around(text: str, candidates: Sequence[Mark], closing: Mark) -> Mark | None:
    """The mark behind `closing` that ends the speech around: ‘We call it ‘the mill’ here,’ he said."""
    return next((mark for mark in candidates if mark > closing and text[mark.start - 1] in _STOPS), None)


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


def _regions(row: PairedBlock, marks: Sequence[Mark]) -> list[int]:
    """For each single mark, where the innermost double quotation around it begins, or -1."""
    doubles = sorted((pair.opening.start, pair.closing.start) for pair in row.pairs if pair.opening and pair.closing)
    around: list[tuple[int, int]] = []
    waiting: Counter[int] = Counter()
    found = []
    index = 0
    for mark in marks:
        while index < len(doubles) and doubles[index][0] <= mark.start:
            around.append(doubles[index])
            index += 1
        # Right behind the double mark a single one still belongs inside, where one opened there: "… ‘so there,”’ he said.
        while around and mark.start >= around[-1][1] + (
            2 if mark.side is Side.CLOSING and waiting[around[-1][0]] else 0
        ):
            around.pop()
        region = around[-1][0] if around else -1
        waiting[region] = max(0, waiting[region] + (1 if mark.side is Side.OPENING else -1))
        found.append(region)
    return found
