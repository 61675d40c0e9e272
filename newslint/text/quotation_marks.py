"""Quotation marks: which characters of the copy are marks, and whether each opens or closes by what stands beside it."""

from __future__ import annotations

from enum import IntEnum

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import places_of

# How far back words are looked for from a mark, or from the end of a stretch.
SPAN = 260
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
    start = max(block.start, at - SPAN)
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
    if character == "``" and (after.isspace() or after in ".,;:)" or _opens_code(text, end, block.end)):
        return None  # the marks of code, or of code that is gone
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


def _opens_code(text: str, start: int, end: int) -> bool:
    """Whether the next mark of the sort is the same: “``Deployment``”, not “``Shut it,'' she said. ``Now.''”."""
    behind = text.find("``", start, end)
    return behind >= 0 and text.find("''", start, behind) < 0


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
