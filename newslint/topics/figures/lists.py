"""Lists: what a count announces, in the sentence behind it, in the list items below it, or under the headings of the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts, stem
from newslint.story.numerals import small_number
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair
from newslint.text.content_words import stems_within
from newslint.text.vocabulary import CONJUNCTIONS, PREPOSITIONS, wordlist

_MOST = 20
_LONGEST = 700
# So many letters at most stand between a count and the list that it announces.
_REACH = 110
_OPENER = compiled(
    r":(?= )| [–—] | - |[–—](?=[A-Za-z])| \((?=[A-Za-z])|, (?=[A-Za-z])| (?:are|were|include[ds]?|namely|as) (?=[A-Za-z])"
)
_SEPARATOR = compiled(r"(?:,|;)? (?:and|or|&|plus|as well as)(?: also)? |[,;] ")
_ENDS = {" – ": (" – ",), " — ": (" — ",), " - ": (" - ",), "–": ("–",), "—": ("—",), " (": (")",)}
_NOT_ALL = compiled(
    r"\b(?:includ\w+|such as|among|like|example|eg|e\.g|mainly|mostly|chiefly|especially|notably|not|than|other|others|according|per|each|every|one of|some of|apart from|besides)\b",
    re.I,
)
_ASIDE = wordlist(
    "who which where when whose that with including both all each from aged of in at on for by as near then now formerly"
)
_DETERMINERS = wordlist("a an the his her its their my our your another one some")
_FIRM = compiled(r"^(?:Inc|Ltd|Corp|LLC|Jr|Sr|II|III|PLC|plc)\b\.?")
_PLACE = compiled(r"^[A-Z][a-z]{1,4}\.$|^D\.C\.$")
_NUMBERED = compiled(r"(?:No\.? ?|#|Step |Tip )?\d{1,2}(?:[.):]| [–—-])\s|\d{1,2}\Z")
_CLOSED_BY = compiled(r"(?:,|;)? (?:and|or|&|plus|as well as)(?: also)? ")


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


@analysis
def list_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “list”: a count, and a list of another length."""
    found = {}
    for amount, listed, signs in _announced(document):
        count = int(amount.value)
        if not listed.least <= count <= listed.most and _is_in_reach(count, listed):
            found[amount.span, listed.span] = _pair(document, amount, listed, signs, count)
    return tuple(found[key] for key in sorted(found))


def altered_list_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each count that does fit were one off: what true pairs look like, for bench/fit.py."""
    found = []
    for amount, listed, signs in _announced(document):
        if listed.least == listed.most == amount.value > 2:
            count = int(amount.value) + (1 if amount.span.start % 2 else -1)
            found.append(_pair(document, amount, listed, signs, count))
    return tuple(found)


def _pair(document: Document, amount: Amount, listed: Listed, signs: Mapping[str, float], count: int) -> Pair:
    every = {**signs, **_signs(document, amount, listed, count)}
    plain = {name: float(value) for name, value in every.items() if value}
    return Pair("list", amount.span, listed.span, plain, listed.lead)


@analysis
def _announced(document: Document) -> tuple[tuple[Amount, Listed, Mapping[str, float]], ...]:
    """Every count with each list that it may announce, and the signs of how."""
    return tuple(
        (amount, listed, signs)
        for amount in amounts(document)
        if _announces(amount)
        for listed, signs in (*_in_sentence(document, amount), *_in_blocks(document, amount))
    )


def _announces(amount: Amount) -> bool:
    quantity = amount.quantity
    plain = quantity.kind is Kind.COUNT and quantity.hedge is Hedge.NONE and quantity.top == quantity.value
    return plain and 2 <= quantity.value <= _MOST and quantity.value % 1 == 0 and not amount.compound


def _is_in_reach(count: int, listed: Listed) -> bool:
    miss = min(abs(count - listed.least), abs(count - listed.most))
    return miss <= max(2, count // 2)


def length(document: Document, pair: Pair) -> int:
    """How many items the pair's list has, for a message."""
    return next(
        (
            each.most
            for amount, each, _ in _announced(document)
            if (amount.span, each.span) == (pair.suspect, pair.other)
        ),
        0,
    )


def _in_sentence(document: Document, amount: Amount) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The list that follows the count in its sentence, behind a colon, a dash, a bracket or a verb."""
    text, limit = document.text, min(amount.sentence.end, amount.span.end + _LONGEST)
    seen = 0
    for opener in _OPENER.finditer(text, amount.span.end, min(limit, amount.span.end + _REACH)):
        mark = opener[0]
        between = text[amount.span.end : opener.start()]
        plain = mark.strip() or mark
        if any(character.isdigit() for character in between):
            return  # the nearer number announces it
        if plain == ":" and between.split()[-1:] and between.split()[-1].isupper():
            return  # a label: “ATTACKER: …”
        if plain in (":", "–", "—", "-", "(") or (seen < 3 and plain in (",", "are", "were", "namely", "as")):
            seen += 1
            end = _end(text, mark, opener.end(), limit)
            listed = _split(text, opener.end(), end)
            if listed is not None:
                kind = {":": "colon", "–": "dash", "—": "dash", "-": "dash", "(": "bracket", ",": "comma"}.get(
                    plain, "verb"
                )
                yield listed, {
                    f"by-{kind}": 1.0,
                    "words-between": log(1 + len(between.split())),
                    "not-all": bool(_NOT_ALL.search(text, amount.quantity.start - 20 if amount.quantity.start > 20 else 0, opener.end())),
                    "to-the-end": end >= limit or text[end : end + 1] in ").",
                    "whole-sentence": end >= amount.sentence.end - 1,
                    "mark-between": any(sign in between for sign in ",;“”\""),
                }  # fmt: skip
        if plain == ":":
            return


def _end(text: str, mark: str, start: int, limit: int) -> int:
    """Where the list must end: at the closing bracket or dash, or with the sentence."""
    for closing in _ENDS.get(mark, ()):
        at = text.find(closing, start, limit)
        if at >= 0:
            return at
    return limit


def _split(text: str, start: int, end: int) -> Listed | None:
    """The items of text[start:end]; None where it isn't a list of two or more."""
    line = text[start:end].rstrip(" .!?”\"'").replace(",” ", "”, ").replace('," ', '", ')
    parts = compiled(r"; ").split(line) if line.count(";") else None
    if parts:
        closed = bool(_CLOSED_BY.match(" " + parts[-1]))
        last = parts[-1].removeprefix("and ")
        extra = int(" and " in last and not closed)
        sizes = sum(_size(part) for part in parts)
        return Listed(Span(start, start + len(line)), sizes, sizes + extra, closed, True, float(len(parts)))
    pieces, joints = _pieces(line)
    if len(pieces) < 2 or not any(_CLOSED_BY.fullmatch(joint) for joint in joints):
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
    if ands == 1 and len(pieces) > 2 and capital and " " not in pieces[last_and + 1]:
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
    if first in _ASIDE or (piece[:1].isdigit() and len(piece) < 4) or _FIRM.match(piece) or _PLACE.match(piece):
        return True
    return capital and piece[:1].islower() and not small_number(first)


def _size(piece: str) -> int:
    """How many a piece stands for: “two rifles” are two."""
    first = (piece.removeprefix("and ").split(None, 1) or [""])[0].lower()
    return small_number(first) or 1


class Run(Row):
    """List items or headings of one sort that follow each other: their blocks, and the block that leads them in."""

    blocks: tuple[Block, ...]
    lead: Block | None
    headings: bool


@analysis
def runs(document: Document) -> tuple[Run, ...]:
    """Every run of list items, and the headings of the page where they are numbered or several, in order."""
    found, current, lead = [], [], None
    headings = []
    for block in document.copy:
        if block.role is Role.LIST_ITEM:
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
def _led(document: Document) -> dict[str, list[Run]]:
    """The runs by the stems of the words that lead them in."""
    found: dict[str, list[Run]] = defaultdict(list)
    for run in runs(document):
        for key in stems_within(document, run.lead.span) if run.lead else ():
            found[key].append(run)
    return found


def _in_blocks(document: Document, amount: Amount) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The items below the count's own block, or those that are led in by its words; for a display's count the numbered headings."""
    text, block = document.text, document.block_at(amount.span.start)
    if block is None or block.role is Role.LIST_ITEM:
        return
    every = runs(document)
    at = bisect_left([run.blocks[0].start for run in every], block.end)
    following = every[at] if at < len(every) and not every[at].headings else None
    last = not compiled(r"[.!?]\s").search(text, amount.span.end, block.end - 1) if following else False
    if following and following.lead == block and last:
        colon = text[block.end - 1] == ":"
        yield _run(following), {"block-below": 1.0, "block-colon": colon, "words-between": 0.0}
    elif amount.role in (Role.HEADLINE, Role.STANDFIRST):
        for run in every:
            if run.headings:
                yield _run(run), {"headings": 1.0, "headline": 1.0}
        shared = [run for key in amount.close for run in _led(document).get(key, ())]
        for run in dict.fromkeys(shared):
            yield _run(run), {"led-by-words": 1.0, "headline": amount.role is Role.HEADLINE, "runs": log(len(every))}


def _run(run: Run) -> Listed:
    count = len(run.blocks)
    return Listed(
        Span(run.blocks[0].start, run.blocks[-1].end),
        count,
        count,
        closed=True,
        uniform=True,
        marks=float(count),
        lead=(run.lead.span,) if run.lead else (),
    )


def _signs(document: Document, amount: Amount, listed: Listed, count: int) -> dict[str, float]:
    """What speaks for the list being all that is counted."""
    text = document.text
    head = text[listed.span.start : listed.span.start + 1]
    first = text[listed.span.start : listed.span.end].split(None, 1)[0].lower()
    return {
        "more": listed.least > count,
        "by-one": min(abs(count - listed.least), abs(count - listed.most)) == 1,
        "doubtful": listed.most - listed.least,
        "closed": listed.closed,
        "uniform": listed.uniform,
        "headed": bool(amount.head),
        "persons": amount.persons,
        "capital": head.isupper(),
        "determined": first in _DETERMINERS or bool(small_number(first)),
        "verb-first": first in CONJUNCTIONS or first in PREPOSITIONS,
        "long-items": log(max(1.0, len(text[listed.span.start : listed.span.end].split()) / listed.marks)),
        "definite": bool(amount.determiner),
        "quoted": amount.quoted,
        "many": count > 6,
        "two": count == 2,
        "part": "part" in amount.frames or "more" in amount.frames,
        "time-or-place": stem(amount.head) in {"year", "day", "week", "month", "hour", "minut", "time", "perso"},
    }
