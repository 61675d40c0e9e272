"""Items: what a list in a sentence consists of, and how many they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import classes, sort_of
from newslint.story.numerals import small_number
from newslint.story.units import time_unit, unit
from newslint.text.lexicon import is_word
from newslint.text.vocabulary import KIN, NUMBER_IN_WORDS, alternatives, wordlist
from newslint.topics.figures.lists.clauses import CLAUSES_ALIKE

# Words that count without a number.
COLLECTIVES = {
    "pair": 2, "duo": 2, "couple": 2, "twosome": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6,
}  # fmt: skip
_A_FEW = compiled(rf"(?:an?|the|another) (?:[a-z-]+ )?(?P<noun>{alternatives(COLLECTIVES)})\Z")
_AND = r"(?:,|;)? (?:and|n?or|&|plus|as well as|along with|together with)(?: also)? "
_SEPARATOR = compiled(rf"{_AND}|[,;] ")
_CLOSED_BY = compiled(_AND)
# How much there is of one thing: “two litres of water”, “three bags of flour”.
_OF = compiled(r"\w+ (?P<measure>[a-z]+)s of ")
_HELD = wordlist("cup spoonful teaspoon tablespoon slice pair bottle bag packet tin can sheet roll jar")
# The closing “and” of a list that parts all of its items by commas.
_SERIAL = compiled(r", (?:and|or) ")
# What opens another list: “…; two sisters, …”, “…; and a son”.
_NEXT = compiled(
    rf"(?i)(?:{NUMBER_IN_WORDS}|{alternatives(['a', 'an', 'his', 'her', 'their', 'the', 'many', 'several'])}|\d+) (?-i:[a-z])"
)
# “his three sons, Al, Ben and Carl, and by a daughter”
_MORE_KIN = compiled(
    rf",(?: and)?(?: by)? (?:{NUMBER_IN_WORDS}|an?|his|her|their|the|several|many|\d+) (?:[a-z-]+ )?(?:{alternatives(KIN)})\b"
)
_DETERMINERS = wordlist("a an the his her its their my our your no any every another one to")
# What opens another item inside of one: “a cat and a dog”.
_ANOTHER = compiled(r" (?:and|or) (?:an?|the|his|her|its|their|another|[A-Z]\w*|two|three|four|five|six) ?")
_CLOSING = compiled(r",? and ")
# What lies between items and belongs to none: “(left)”, “… and, by request, …”.
_BRACKETED = compiled(r" ?\([^()]*\)")
_UNSAID = compiled(_BRACKETED.pattern + r"|\b(?P<joint>and|or), [^,;:]{1,40}, ")
_ASIDE = wordlist(
    "who which where when whose that with including both all each from aged of in at on for by as near then now formerly"
)
# “… and Carl Lane, from Ayle and Borth”: where they come from is listed behind them.
_ORIGINS = compiled(r"^(.*?,? and [^,;]+?),? (?:(?:both|all|each) )?(?:of|from) [A-Z]")
_ORIGIN = compiled(r" (?:of|from) [A-Z]")
# A name, with or without what it's called by: “former mayor Ben Moor”.
_NAMED = compiled(r"(?:(?:former|then|ex-[a-z]+|[a-z]+er|[a-z]+or|the late) )?[A-Z]")
# “An episode of Mill Life, a look behind the wheel, and …”: what the first of them is.
_TELLS_OF, _ENDS_A_NAME = compiled(r"an? "), compiled(r" [A-Z][\w’'-]*[”\"]?\Z")
_TITLED = compiled(r"(?:[a-z][a-z-]+ ){1,3}[A-Z][\w’'-]+ [A-Z][\w’'-]+\Z")
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


def items(text: str, start: int, end: int, may_be_open: bool = False, single: bool = False) -> Listed | None:
    """The items of text[start:end]; None where it isn't a list of two or more, closed by “and” unless it `may_be_open`.

    Where they are `single`, as people and towns are, no name holds an “and”.
    """
    line = text[start:end].rstrip(" .!?”\"'").replace(",” ", "”, ").replace('," ', '", ')
    parts = compiled(r"; ").split(line) if line.count(";") else None
    if parts and ":" in parts[0]:
        return None  # “were charged: Ann Moor; …”: the list is what the colon announces
    if parts:
        closed = bool(_CLOSED_BY.match(" " + parts[-1]))
        last = parts[-1].removeprefix("and ").removeprefix("or ")
        extra = int((" and " in last or " or " in last) and not closed)
        sizes = sum(_size(part) for part in parts)
        return Listed(Span(start, start + len(line)), sizes, sizes + extra, closed, True, float(len(parts)))
    serial = _alike(line) or _serial(line)
    if serial is not None:
        size = sum(map(_size, serial))
        doubt = 0 if CLAUSES_ALIKE.match(line) else sum(len(_ANOTHER.findall(piece)) for piece in serial)
        return Listed(Span(start, start + len(line)), size, size + doubt, True, True, float(len(serial)))
    origins = _ORIGINS.search(line)
    if origins and _ORIGIN.search(line, origins.end()):
        origins = None  # each has its own: “Moor and Hill of Ayle and Lane of Borth”
    pieces, joints = _pieces(line[: origins.end(1)] if origins else line)
    if ":" in pieces[0]:
        return None
    named = may_be_open and len(pieces) > 2 and all(piece[:1].isupper() for piece in pieces)
    clause = next(
        (n for n, joint in enumerate(joints, 1) if _CLOSED_BY.fullmatch(joint) and " that " in pieces[n]), None
    )
    if clause is not None:  # “A, B and C that cost $2, $3 and $4”
        pieces, joints = pieces[: clause + 1], joints[:clause]
    if len(pieces) < 2 or not (named or any(_CLOSED_BY.fullmatch(joint) for joint in joints)):
        return None
    return _listed(start, line, pieces, joints, single)


def last_of_entries(text: str, start: int, limit: int) -> int:
    """Where a list of names that begins at `start` ends in a sentence of semicolons: “four sons, A, of B; C, of D; and E, of F; a sister, G”."""
    at = text.find("; ", start, limit)
    if at < 0 or not text[start : start + 1].isupper():
        return limit
    closed = " and " in text[start:at]
    while at >= 0:
        entry = text[at + 2 : at + 24].removeprefix("and ")
        behind = text.find("; ", at + 2, limit)
        if closed or _NEXT.match(entry):
            return limit if entry[:1].isupper() else at
        if text.startswith("and ", at + 2):
            return behind if behind >= 0 else limit
        at = behind
    return limit


def end_of_apposition(text: str, start: int, limit: int) -> int:
    """Where a list behind a comma ends with one: “the three sisters, Ann, Beth and Cora, run the shop”."""
    closing = _CLOSING.search(text, start, limit)
    if closing is None:
        return limit
    if text[start].isupper() and (more := _MORE_KIN.search(text, closing.end(), limit)):
        return more.start()
    behind = text.find(", ", closing.end(), limit)
    closed = text[start].isupper() and closing[0] == " and "  # “at Ayle, Borth and Cray, and together they …”
    joined = text.startswith(("and ", "or "), behind + 2) and not closed
    goes_on = behind >= 0 and text[behind + 2 : behind + 3].islower() and not joined
    return behind if goes_on else limit


def _serial(line: str) -> list[str] | None:
    """The items of a list of things whose closing “and” has a comma of its own: what stands between commas is one item, whatever joins it inside."""
    *earlier, last = _SERIAL.split(line)
    head = earlier[0] if len(earlier) == 1 else ""
    pieces = [piece.strip() for piece in head.split(", ")] + [last]
    alike = len(pieces) > 2 and all(_begins_item(piece) for piece in pieces)
    return pieces if alike and ":" not in line and not _ANOTHER.search(pieces[-2]) else None


def _alike(line: str) -> list[str] | None:
    """The clauses of “that A, that B and that C”, “she pays, she calls and she waits”: each opens with the word that the first one does."""
    opened = CLAUSES_ALIKE.match(line)
    if opened is None:
        return None
    first = re.escape(opened["first"])
    return compiled(rf", and (?={first} )|, (?={first} )| and (?={first} )").split(_BRACKETED.sub("", line).strip())


def _begins_item(piece: str) -> bool:
    """Whether it begins with an article or the like: a thing by itself, and no clause of the one before it."""
    first = (piece.split(None, 1) or [""])[0]
    return first.lower() in _DETERMINERS or bool(small_number(first.lower())) or first.lower().endswith("ing")


def _pieces(line: str) -> tuple[list[str], list[str]]:
    """The line at its commas and conjunctions: what they part, and what parts it."""
    plain = _UNSAID.sub(lambda m: (f"{m['joint']} " if m["joint"] else "").ljust(len(m[0]), "_"), line)
    parted = compiled(rf"({_SEPARATOR.pattern})").split(plain)
    return [piece.strip() for piece in parted[0::2]], parted[1::2]


def _listed(start: int, line: str, pieces: Sequence[str], joints: Sequence[str], single: bool) -> Listed:
    """How many items the pieces are. A piece that goes on from the one before it is none; one that may is doubtful."""
    closing = [False, *(bool(_CLOSED_BY.fullmatch(joint)) for joint in joints)]
    if " or " in joints[-1:] and True in closing[:-1]:
        closing[-1] = False  # what the last item is of: “a fine and a ban on sales, hire or gifts”
    last = max((number for number, closes in enumerate(closing) if closes), default=0)
    capital = _are_names(pieces[0], pieces[closing.index(True)] if last else "")
    akin = _are_of_one_sort(pieces)  # “Mill Road, the Stockport Track and Silo Lane”
    asides = [
        bool(number and piece)
        and not akin
        and _is_aside(piece, capital)
        and not _is_said_again(pieces[number - 1], piece)
        for number, piece in enumerate(pieces)
    ]
    counted = [_counted(pieces, number, closing, last, asides[number]) for number in range(len(pieces))]
    sizes, doubtful = (sum(column) for column in zip(*counted, strict=True))
    ands = sum(
        closes and bool(piece) and not aside for piece, closes, aside in zip(pieces, closing, asides, strict=True)
    )
    named = ands == 1 and len(pieces) > 2 and capital and not single
    if named and _may_be_one_name(pieces[:last], pieces[last]):
        doubtful += 1
    return Listed(
        Span(start, start + len(line)),
        sizes - max(0, doubtful),
        sizes,
        last == len(joints),
        not any(asides),
        float(len(pieces)),
    )


def _are_names(first: str, closing: str) -> bool:
    """Whether they begin with a name, and not with a word that its place alone makes a capital of: “Parenthood, protection and play”."""
    if not first[:1].isupper() or not is_word(first.split(None, 1)[0].lower()):
        return first[:1].isupper()
    return not closing[:1].islower() or _begins_item(closing) or bool(compiled(r"\b[A-Z]").search(closing))


def _are_of_one_sort(pieces: Sequence[str]) -> bool:
    """Whether the last word of each says what it's of, and of one sort: roads, schools."""
    sorts = {sort_of(classes(piece.split()[-1].lower())) if piece else "" for piece in pieces}
    return len(sorts) == 1 and all(sorts)


def _counted(pieces: Sequence[str], number: int, closing: Sequence[bool], last: int, aside: bool) -> tuple[int, int]:
    """How many items a piece is, and how many of them are doubtful; `last` is the piece behind the last “and”, 0 for none."""
    piece, closes = pieces[number], closing[number]
    if not piece or aside:
        # “and his brother”, “engineer Ben Moor”: one more, or who the last one is
        return (1, 1) if piece and (closes or _TITLED.match(piece)) else (0, 0)
    office = number > 0 and _is_office(pieces[number - 1])
    if number == last + 1 == len(pieces) - 1 and piece[:1].isupper() and office:
        return 0, -1  # “and the solicitor general, Ann Moor”: who holds the office
    if number > last > 0:
        return 1, 1  # behind the closing “and” a comma opens what is said of the last item
    named = office and not closes and _NAMED.match(piece) is not None  # “his brother, Ben Moor”
    told = 0 < number < last and not closes and _TELLS_OF.match(piece) and _ENDS_A_NAME.search(pieces[number - 1])
    return _size(piece), bool(named or told) + (closes and number < last)


def _may_be_one_name(earlier: Sequence[str], last: str) -> bool:
    """Whether “and” may stand inside the last name: “Lane Corp, Moor and Hill”; among names of one word and of more it’s but one of them."""
    several = [" " in piece for piece in earlier]
    return " " not in last and any(several) and (all(several) or not several[-1])


def _is_office(piece: str) -> bool:
    """“the solicitor general”, in front of a name."""
    return piece.startswith(("the ", "its ", "his ", "her ", "their "))


def _is_aside(piece: str, capital: bool) -> bool:
    """Whether a piece says something of the one before it: an age, a clause, an office in lower case, Inc."""
    first = piece.split(None, 1)[0].lower()
    if (
        first in _ASIDE
        or (capital and _THEIRS.match(piece))
        or (piece.isdigit() and len(piece) < 4)
        or _FIRM.match(piece)
        or _PLACE.match(piece)
    ):
        return True
    return capital and piece[:1].islower() and not small_number(first) and not _A_FEW.match(piece)


def _is_said_again(before: str, piece: str) -> bool:
    """Whether it ends with all of the item before it, of which it then says nothing: “rain, more rain and how to stay in bed”."""
    return piece.endswith(f" {before}")


def _size(piece: str) -> int:
    """How many a piece stands for: “two rifles” are two, and so is “a couple”."""
    plain = compiled(
        r"(?:and )?(?:the (?=(?:two|three|four|five|six)\b))?(?:always |usually |mostly |only |just |at least |about |some )?"
    ).sub("", piece, count=1)
    if few := _A_FEW.match(plain):
        return COLLECTIVES[few["noun"]]
    if (of := _OF.match(plain)) and (of["measure"] in _HELD or unit(of["measure"]) or time_unit(of["measure"])):
        return 1
    if compiled(r"[A-Z][\w’'-]+ with (?:[a-z-]+ )?[A-Z][\w’'-]+\Z").match(plain):
        return 2  # “Ann with Beth, Cora and Dee”
    first, *counted = plain.split(None, 1) or [""]
    number = small_number(first.lower()) if counted else 0  # alone it's an item: “1966, 1971 and 1974”
    return number or 1
