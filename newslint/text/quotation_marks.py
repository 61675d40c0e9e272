"""Quotation marks: which characters of the copy are marks, and whether each opens or closes by what stands beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import IntEnum
from operator import attrgetter

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import places_of
from newslint.text.vocabulary import SPOKE, alternatives

# Double marks wherever they stand; single ones only at the edge of a word, for inside it they're apostrophes. That the
# mark comes first in the pattern, and only then what stands before it, lets the search go from mark to mark.
_MARK = compiled(
    r"[\"“”„‟«»'’‘‚‛`](?:(?<=[\"“”„‟«»])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘"
    r"|(?<!\w.)(?<=['‘’‚‛`])(?=\S)|(?<=\S.)(?<=['’‘])(?!\w)|(?<=\s’)(?=\s”))"
)
_DOUBLE = frozenset(['"', "“", "”", "„", "‟", "«", "»", "``", "‘‘", "''", "’’"])
_BEFORE_OPENING = frozenset("([{—–-/“‘„«‚")
_BEHIND_CLOSING = frozenset(",.;:!?)]}—–-”’»/")
# What English shortens at the front, so that an apostrophe begins the word: ’em, ’til, ’n’.
_ELISIONS = frozenset(["n", "em", "til", "tis", "twas", "twere", "twill", "cos", "coz", "cuz", "bout", "fraid", "neath", "er", "im", "ave", "ello", "ere", "ome", "alf", "tween", "gainst", "allo", "nother", "ouse", "orse", "appy", "ell", "appen", "mongst", "pon", "nam", "ead", "ard"])  # fmt: skip
# Likewise, but whole words too: they open a quotation where something closes it.
_PERHAPS_ELIDED = frozenset(
    ["cause", "till", "round", "hood", "phone", "nuff", "scuse", "burbs", "plane", "kay", "ya", "sup"]
)
_WORD = compiled(r"[A-Za-z]+")
# A double mark in an apostrophe's place: the town"s mayor, we don"t.
_APOSTROPHES = '"“”'
_FOR_APOSTROPHE = compiled(r"[\"“”](?<=[A-Za-z>)].)(?i:s|n?t|re|ve|ll|m|d)(?![\w'’\"”])")
_FRONT = compiled(r'(?<!\S)"(?=\w)')
_WEAK_END = compiled(r"(?:[sSzx]|\bo|\bth|\ban|[a-z]{2}in|\d)\Z")
_AN_AND = compiled(r"['’‘][nN]\Z")


class Side(IntEnum):
    """Which end of a quotation a mark can be at, by what stands beside it."""

    EITHER = 0
    OPENING = 1
    CLOSING = 2


class Mark(Row):
    """A quotation mark of `Document.text`.

    `weak` is a single mark that may well be an apostrophe (the dogs’, ’cause); `fronts` tells that a double mark
    has white space before it and words behind.
    """

    start: int
    end: int
    character: str
    side: Side
    weak: bool = False
    fronts: bool = False

    @property
    def double(self) -> bool:
        return self.character in _DOUBLE


@analysis
def quotation_marks(document: Document) -> tuple[tuple[Block, tuple[Mark, ...]], ...]:
    """The quotation marks of each block of the copy, apostrophes and inch marks left out as far as their looks tell."""
    text = document.text
    return tuple((block, tuple(_marks(text, block))) for block in document.copy)


@analysis
def doubled_apostrophes(document: Document) -> tuple[Span, ...]:
    """Every double mark that stands for an apostrophe, in order."""
    text = document.text
    beside = (at for mark in _APOSTROPHES for at in places_of(text, mark) if text[at + 1 : at + 2].isalpha())
    if not any(_FOR_APOSTROPHE.match(text, at) for at in beside):
        return ()
    return tuple(
        Span(match.start(), match.start() + 1)
        for block in document.copy
        for match in _FOR_APOSTROPHE.finditer(document.text, block.start, block.end)
        if not _closes_there(text, block, match.start())
    )


def _closes_there(text: str, block: Block, at: int) -> bool:
    """Whether the last mark before is an opening one, which this closes: a chorus of “what did he say”s."""
    start = max(block.start, at - _SPAN)
    if text[at] != '"':
        return text[at] == "”" and text.rfind("“", start, at) > text.rfind("”", start, at)
    beside = text.rfind('"', start, at), text.find('"', at + 1, block.end)
    return beside[0] >= 0 and all(_FRONT.match(text, place) for place in beside if place >= 0)


def _marks(text: str, block: Block) -> list[Mark]:
    found = []
    for match in _MARK.finditer(text, block.start, block.end):
        mark = _mark(text, block, match.start(), match[0])
        if mark:
            found.append(mark)
    return found


def _mark(text: str, block: Block, at: int, character: str) -> Mark | None:
    end = at + len(character)
    before = text[at - 1] if at > block.start else " "
    after = text[end] if end < block.end else " "
    side = _side(before, after, text[end : end + 2])
    if before.isalnum() and after.isalpha() and _FOR_APOSTROPHE.match(text, at, block.end):
        return Mark(at, end, character, Side.CLOSING) if _closes_there(text, block, at) else None
    if character == "``" and (after.isspace() or after in ".,;:)"):
        return None  # the marks of code that is gone
    if character in _DOUBLE:
        fronts = side is not Side.CLOSING and before.isspace() and end < block.end
        return None if _is_seconds(before, after, character) else Mark(at, end, character, side, fronts=fronts)
    if character == "‘" and side is Side.CLOSING:
        return Mark(at, end, character, side)  # the wrong way round: ‘a joke‘
    if character in "‘‚‛`" or side is Side.OPENING or (before in '"“' and side is not Side.CLOSING):
        return _opening_single(text, block, at, character, side)
    if (before.isspace() and text[end + 1 : end + 2] != "”") or _AN_AND.search(text, max(block.start, at - 2), at):
        return None
    weak = bool(_WEAK_END.search(text, max(block.start, at - 4), at)) and (after.isspace() or after == "-")
    return Mark(at, end, character, Side.CLOSING, weak and _goes_on(text, end, block.end))


def _side(before: str, after: str, following: str) -> Side:
    can_open = before.isspace() or before in _BEFORE_OPENING
    can_close = after.isspace() or (after in _BEHIND_CLOSING and following != "..")
    if can_open is can_close:
        return Side.EITHER
    return Side.OPENING if can_open else Side.CLOSING


def _is_seconds(before: str, after: str, character: str) -> bool:
    """Seconds of arc: 51° 30′ 26"N, or the inches behind feet, 5'11"."""
    return character == '"' and before.isdigit() and after in "NSEW"


def _opening_single(text: str, block: Block, at: int, character: str, side: Side) -> Mark | None:
    """A single mark at the front of a word, unless it stands for letters left out."""
    if character == "’" or side is Side.CLOSING or at + 1 >= block.end or text[at + 1].isspace():
        return None
    following = text[at + 1]
    if following.isdigit() and compiled(r"\d0s?\b|\d\d\b(?!,\d)").match(text[at + 1 : at + 5]):
        return None
    word = _WORD.match(text, at + 1, block.end)
    shortened = word[0].lower() if word else ""
    if shortened in _ELISIONS:
        return None
    return Mark(at, at + 1, character, Side.OPENING, shortened in _PERHAPS_ELIDED)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the sentence goes on with a word: the dogs’ dinner."""
    rest = text[start : min(end, start + 3)].lstrip(" -")
    return rest[:1].isalnum()


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
# How far back from the end of a stretch such words are looked for.
_SPAN = 260
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
        said = text[max(mark.end, following - _SPAN) : following].rstrip()
        left = max(mark.end, following - _SPAN) + len(said)
        speech = said.endswith(_SENTENCE_ENDS) and not is_phrase(text, row.block, mark, following)
        if speech and not _ATTRIBUTION.search(said):
            row.pairs.append(Pair(row.block, mark, None, continues=True, end=left))
        else:
            waiting.append(mark)
    row.open[:] = waiting


def attributed(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends in words that say who spoke, and so outside the quotation that it began in."""
    return bool(_ATTRIBUTION.search(text, max(start, end - _SPAN), end))


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
