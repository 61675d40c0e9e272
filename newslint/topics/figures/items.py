"""Items: what a list in a sentence consists of, and how many they are."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.text.vocabulary import wordlist

_SEPARATOR = compiled(r"(?:,|;)? (?:and|n?or|&|plus|as well as)(?: also)? |[,;] ")
_CLOSED_BY = compiled(r"(?:,|;)? (?:and|n?or|&|plus|as well as)(?: also)? ")
_ASIDE = wordlist(
    "who which where when whose that with including both all each from aged of in at on for by as near then now formerly"
)
# “… and Carl Lane, from Ayle and Borth”: where they come from is listed behind them.
_ORIGINS = compiled(r"^(.*?,? and [^,;]+?),? (?:(?:both|all|each) )?(?:of|from) [A-Z]")
_THEIRS = compiled(r"[A-Z][\w-]*['’]s? [a-z]")  # “Moor’s chief of staff”: who somebody is
_FIRM = compiled(r"^(?:Inc|Ltd|Corp|LLC|Jr|Sr|II|III|PLC|plc)\b\.?")
_PLACE = compiled(r"^[A-Z][a-z]{1,4}\.$|^D\.C\.$")


class Listed(Row):
    """What stands where a list is announced: `least` and `most` items, as a name may hold “and” and an apposition look like one; `lead` is what
    leads it in, where that is a block of its own.
    """

    span: Span
    least: int
    most: int
    closed: bool
    uniform: bool
    marks: float
    lead: tuple[Span, ...] = ()


def items(text: str, start: int, end: int, may_be_open: bool = False) -> Listed | None:
    """The items of text[start:end]; None where it isn't a list of two or more, closed by “and” unless it `may_be_open`."""
    line = text[start:end].rstrip(" .!?”\"'").replace(",” ", "”, ").replace('," ', '", ')
    parts = compiled(r"; ").split(line) if line.count(";") else None
    if parts:
        closed = bool(_CLOSED_BY.match(" " + parts[-1]))
        last = parts[-1].removeprefix("and ")
        extra = int(" and " in last and not closed)
        sizes = sum(_size(part) for part in parts)
        return Listed(Span(start, start + len(line)), sizes, sizes + extra, closed, True, float(len(parts)))
    origins = _ORIGINS.search(line)
    pieces, joints = _pieces(line[: origins.end(1)] if origins else line)
    if ":" in pieces[0]:
        return None  # “were charged: Ann Moor, …”: the list is what the colon announces
    named = may_be_open and len(pieces) > 2 and all(piece[:1].isupper() for piece in pieces)
    if len(pieces) < 2 or not (named or any(_CLOSED_BY.fullmatch(joint) for joint in joints)):
        return None
    return _listed(start, line, pieces, joints)


def _pieces(line: str) -> tuple[list[str], list[str]]:
    """The line at its commas and conjunctions: what they part, and what parts it."""
    parted = compiled(rf"({_SEPARATOR.pattern})").split(compiled(r" ?\([^()]*\)").sub(lambda m: "_" * len(m[0]), line))
    return [piece.strip() for piece in parted[0::2]], parted[1::2]


def _listed(start: int, line: str, pieces: Sequence[str], joints: Sequence[str]) -> Listed:
    """How many items the pieces are. A piece that goes on from the one before it is none; one that may is doubtful."""
    capital = pieces[0][:1].isupper()
    sizes, doubtful, ands = 0, 0, 0
    last_and = max((n for n, joint in enumerate(joints) if _CLOSED_BY.fullmatch(joint)), default=-1)
    uniform = True
    for number, piece in enumerate(pieces):
        first = piece.split(None, 1)[0].lower() if piece else ""
        follows_and = number > 0 and bool(_CLOSED_BY.fullmatch(joints[number - 1]))
        if not piece or _is_aside(piece, first, capital and number > 0):
            if piece and follows_and:
                doubtful += 1  # “and his brother”: one more, or who the last one is
                sizes += 1
            uniform = uniform and not piece
            continue
        if number > last_and + 1 and last_and >= 0:
            doubtful += 1  # behind the closing “and” a comma opens what is said of the last item
            sizes += 1
            continue
        if follows_and and number <= last_and:
            doubtful += 1
        ands += follows_and
        sizes += _size(piece)
    several = any(" " in piece for piece in pieces[: last_and + 1])
    if ands == 1 and len(pieces) > 2 and capital and several and " " not in pieces[last_and + 1]:
        doubtful += 1
    return Listed(
        Span(start, start + len(line)),
        sizes - doubtful,
        sizes,
        last_and == len(joints) - 1,
        uniform,
        float(len(pieces)),
    )


def _is_aside(piece: str, first: str, capital: bool) -> bool:
    """Whether a piece says something of the one before it: an age, a clause, an office in lower case, Inc."""
    if (
        first in _ASIDE
        or (capital and _THEIRS.match(piece))
        or (piece[:1].isdigit() and len(piece) < 4)
        or _FIRM.match(piece)
        or _PLACE.match(piece)
    ):
        return True
    return capital and piece[:1].islower() and not small_number(first)


def _size(piece: str) -> int:
    """How many a piece stands for: “two rifles” are two."""
    first = (piece.removeprefix("and ").split(None, 1) or [""])[0].lower()
    return small_number(first) or 1
