"""Members of lists: how many names stand between “A, B and C”."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number

_LONGEST = 1000
PART = r"[A-Z0-9][\w'’.\-]*"
_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|la|le|of|the|di|da|del|dos|du|ibn|y|ter|zu|for)"
NAME = rf"(?:(?:the|\d+-year-old) )?{PART}(?: {PART}| {_PARTICLE} {PART}| {_PARTICLE} {_PARTICLE} {PART}){{0,7}}"
_WORDS = r"(?!and\b|or\b)[a-z][\w'’-]*(?: (?!and\b|or\b)[a-z][\w'’-]*){0,2}"
_SPLIT = r",? and (?=\S)|, (?=\S)| & (?=\S)|; (?:and )?(?=\S)|,? plus (?=\S)|,? or (?=\S)|,? with (?=[A-Z])"
# Ages, parties and the like, which stand between commas and are no members.
_NOISE = (
    r",? \(?(?:aged? )?\d{1,3}(?: years old)?\)?(?=[,;. ]|$)|,? \((?:[RDI]|[A-Z][\w/. -]{0,20})\)|, (?:Jr|Sr|II|III|MD|PhD|[RDI]-[A-Z][\w.]*)\.?(?=,|;| and| –|$)"
    r"|,? (?:(?:both|all|each) )?(?:of|from|in) (?:no fixed (?:address|abode)|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})(?:, [A-Z][\w.'’-]*)?(?=[,;]| and [A-Z]|$)"
)
# Where they all come from, behind the last: “A and B, from Malmo and Cork”.
_ORIGINS = (
    r"(?P<list> and [^;:]*?),? (?:of|from) (?:the )?(?P<places>[A-Z][\w'’. -]*(?:, (?:the )?[A-Z][\w'’. -]*)*,? and (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
    r"(?! (?:of|from|in|[A-Z(])|, (?:\d|aged|of|from|both|all))"
)
_FIRM = r"\b(?:Inc|Ltd|Corp|Co|AG|SA|NV|plc|PLC|LLC|GmbH|SpA|Pty|Bank|Group|Company|Club)\b"
# What may stand behind a person’s name, and be one of their number to the eye.
_BODY = r"\b(?:School|College|University|Academy|Hospital|Council|United|City|Town|County|Court|Church|Party|Institute|Museum|Association|Department|Ministry|Office|Team|Union|FC|Reds|Blues|Greens|Democrats|Republicans)\b"
_OTHERS = r"(?:an?other|a (?:third|fourth|fifth|sixth) (?:man|woman|person|suspect|member)|(?P<n>[a-z]+|\d+) (?:others?|more|other [a-z]+|unnamed [a-z]+|unidentified [a-z]+))\b"


class Members(Row):
    """How many members a list has, at least and at most; where it ends, whether they are names, and whether “and” closes it."""

    least: int
    most: int
    end: int
    names: bool
    closed: bool


def members_of(text: str, start: int, end: int, persons: bool = False, bracketed: bool = False) -> Members | None:
    """The members of the list in text[start:end]; None where it isn't plainly a list of names or of single words.

    Where the members are `persons`, “and” never stands inside a name. Where the list is `bracketed`, nothing may follow
    it: “– A and B came fourth and fifth –” is a clause.
    """
    line = text[start : min(end, start + _LONGEST)].rstrip(" .;:")
    plain = without_asides(line)
    if ";" in plain:
        parts = [part for part in plain.split(";") if part.strip()]
        count = len(parts)
        most = count + (" and " in parts[-1].strip()[4:])  # “A; B; C and D”: three members or four
        return (
            Members(count, most, start + len(line), True, " and " in plain)
            if count > 1 and plain[:1].isupper()
            else None
        )
    items = items_of(plain, plain[:1].isupper())
    if items is None or len(items) < 2 or (bracketed and not plain.endswith(items[-1].name)):
        return None
    total = sum(item.size for item in items)
    firms = any(compiled(_FIRM).search(item.name) for item in items)
    doubtful = _doubtful_persons(items) if persons and not firms else _doubtful_things(items)
    if doubtful is None:
        return None
    doubtful += _behind(items)
    if not plain[:1].isupper():
        doubtful += sum(item.size - 1 for item in items)  # “two libraries and a school”: two kinds, three of them
    closed = any(item.behind_and for item in items)
    return Members(total - doubtful, total, min(end, start + len(line)), plain[:1].isupper(), closed)


def _behind(items: list[Item]) -> int:
    """How many stand behind the last “and”, as places and offices do: “A and B, Borth”."""
    return next((count for count, item in enumerate(reversed(items)) if item.behind_and), 0)


def _doubtful_things(items: list[Item]) -> int | None:
    """How many of the items may be one with their neighbours, as a name may hold “and”; None where nothing can be told."""
    ands = [index for index, item in enumerate(items) if item.behind_and]
    single = [index for index in ands if " " not in items[index].name or " " not in items[index - 1].name]
    if len(items) == 2 and single:
        return None
    if not ands or ands[0] == len(items) - 1:
        # “Ayle High, Borth and Cray School” may be two.
        return int(len(items) > 2 and [" " in item.name for item in (items[0], *items[-2:])] == [True, False, True])
    return max(len(single), len(ands) - 1)


def _doubtful_persons(items: list[Item]) -> int:
    """How many of the items may be where somebody comes from: a single word, where others have two."""
    last = max((index for index, item in enumerate(items) if item.behind_and), default=len(items))
    single = [item for item in items[1 : last + 1] if " " not in item.name or compiled(_BODY).search(item.name)]
    return len(single) if len(single) < len(items) - 1 or " " in items[0].name else 0


class Item(Row):
    """One item of a list: a name, or “three others”, which is three."""

    name: str
    size: int
    behind_and: bool


def items_of(line: str, names: bool) -> list[Item] | None:
    """The items at the head of `line`, up to its end, or to where the sentence runs on behind the closing “and”."""
    items: list[Item] = []
    at, behind_and = 0, False
    while True:
        read = _item(line, at, names)
        if read is None:
            return items if any(item.behind_and for item in items) and not behind_and else None
        name, size, at = read
        separator = compiled(_SPLIT).match(line, at)
        closed = behind_and or any(item.behind_and for item in items)
        if separator is None and line[at:] and not (behind_and and line[at] in " ,’'–"):
            return items if closed and not behind_and else None
        items.append(Item(name, size, behind_and))
        if separator is None:
            return items
        at, behind_and = separator.end(), any(word in separator[0] for word in ("and", "&", "plus"))


def _item(line: str, at: int, names: bool) -> tuple[str, int, int] | None:
    """The name that begins at `at`, how many it stands for (“three others”), and where it ends."""
    others = compiled(_OTHERS).match(line, at)
    if others:
        size = small_number(others["n"]) if others["n"] else 1
        return (others[0], size, others.end()) if size else None
    match = compiled(NAME if names else _WORDS).match(line, at)
    if match is None:
        return None
    counted = 0 if names else small_number(match[0].split()[0])  # “two women, two men and a child” are five
    return match[0], counted or 1, match.end()


def without_asides(line: str) -> str:
    """`line` without ages and the like between its names, and without where they come from."""
    return compiled(_NOISE).sub("", compiled(_ORIGINS).sub(r"\g<list>", line))
