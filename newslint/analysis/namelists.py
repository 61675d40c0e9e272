"""Lists that a number announces: “three men: A, B and C”, “both A and B”, “the trio – A, B and C –”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.counted import counted, is_person
from newslint.analysis.numerals import small_number
from newslint.analysis.quantities import Hedge, Kind, Quantity, quantities, quantities_within
from newslint.analysis.sentences import sentence_at
from newslint.document import Document, analysis
from newslint.source import Span

_MOST = 20
_PART = r"[A-Z0-9][\w'’.\-]*"
_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|la|le|of|the|di|da|del|dos|du|ibn|y|ter|zu|for)"
_NAME = re.compile(rf"(?:(?:the|\d+-year-old) )?{_PART}(?: {_PART}| {_PARTICLE} {_PART}| {_PARTICLE} {_PARTICLE} {_PART}){{0,7}}")
_WORDS = re.compile(r"(?!and\b|or\b)[a-z][\w'’-]*(?: (?!and\b|or\b)[a-z][\w'’-]*){0,2}")
_OPENER = re.compile(r"(?P<way>: | – | — | -- | - |–|—| \(|, (?:named|identified|listed) as |, )|(?P<be> (?:were|are|was|is)(?: named as| identified as|:)? |,? namely )")
_COLLECTIVE_OPENER = re.compile(r"(?P<way>: | – | — | -- | - |–|—| \(|, )| of (?=[A-Z])")
_BETWEEN = re.compile(r"(?: [\w'’-]+){0,9}?")
_SOME = re.compile(r"\b(?:includ\w+|such as|among|like|example|eg|e\.g|mainly|mostly|chiefly|especially|notably|not|than|other|according|per|each|every)\b", re.I)
_SPLIT = re.compile(r",? and (?=\S)|, (?=\S)| & (?=\S)|; (?:and )?(?=\S)|,? plus (?=\S)|,? or (?=\S)|,? with (?=[A-Z])")
_NOISE = re.compile(r",? \(?(?:aged? )?\d{1,3}(?: years old)?\)?(?=[,;. ]|$)|,? \((?:[RDI]|[A-Z][\w/. -]{0,20})\)|, (?:Jr|Sr|II|III|MD|PhD|[RDI]-[A-Z][\w.]*)\.?(?=,|;| and| –|$)")
_OTHERS = re.compile(r"(?:an?other|a (?:third|fourth|fifth|sixth) (?:man|woman|person|suspect|member)|(?P<n>[a-z]+|\d+) (?:others?|more|other [a-z]+|unnamed [a-z]+|unidentified [a-z]+))\b")
_COLLECTIVES = {"pair": 2, "duo": 2, "twosome": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6}
_COLLECTIVE = re.compile(r"\b(pair|duo|twosome|trio|threesome|quartet|foursome|quintet|sextet)\b(?=[:,(]| [–—(-]| of [A-Z])")
_BOTH = re.compile(r"\b[Bb]oth (?=[A-Z])")
_PLACES = frozenset("city town village place county suburb borough area port resort venue location site".split())


class NameList(NamedTuple):
    """A number and the list that it announces: `number` is where it stands, `said` what it says. The list has at least
    `least` and at most `most` members, as a name may hold “and”. `sure` is from 0 to 1."""

    number: Span
    said: int
    members: Span
    least: int
    most: int
    sure: float


class _Members(NamedTuple):
    least: int
    most: int
    end: int
    names: bool
    closed: bool


@analysis
def namelists(document: Document) -> tuple[NameList, ...]:
    """Every list whose length the copy tells."""
    found = [*_numbered(document), *_collectives(document), *_both(document)]
    return tuple(sorted(found))


def _numbered(document: Document) -> Iterator[NameList]:
    for quantity in quantities(document):
        if quantity.kind is not Kind.COUNT or not 2 <= quantity.value <= _MOST or quantity.value % 1 or quantity.top != quantity.value:
            continue
        if quantity.hedge is not Hedge.NONE:
            continue
        sentence = sentence_at(document, quantity.span.start)
        if sentence is not None:
            yield from _after(document, quantity, sentence.end)
            yield from _ahead(document, quantity, sentence.start, sentence.end)


def _after(document: Document, quantity: Quantity, limit: int) -> Iterator[NameList]:
    """“Three men were held: A, B and C”, “the three are A, B and C”."""
    text = document.text
    noun = counted(text, quantity.span.end, limit)
    definite = text[max(0, quantity.start - 4) : quantity.start].lower() == "the "
    if not noun.noun and not definite:
        return
    start = noun.end if noun.noun else quantity.span.end
    for opener in _OPENER.finditer(text, start, min(limit, start + 90)):
        between = text[start : opener.start()]
        if not _BETWEEN.fullmatch(between) or _SOME.search(text, start, opener.end()):
            return
        if quantities_within(document, Span(start, opener.start())):
            return
        if (opener["be"] and not definite) or (opener["way"] == ", " and (between or not is_person(noun.noun))):
            continue
        members = _members(text, opener.end(), _end_of_list(text, opener, limit), is_person(noun.noun))
        if members is None:
            if opener["way"]:
                return
            continue
        sure = _trust(opener, members, noun.noun, between, int(quantity.value))
        if sure:
            yield NameList(quantity.span, int(quantity.value), Span(opener.end(), members.end), members.least, members.most, sure)
        return


def _trust(opener: re.Match[str], members: _Members, noun: str, between: str, said: int) -> float:
    if noun in _PLACES and members.most == 2 * said:
        return 0.0
    if not members.names:
        return 0.7 if opener["way"] == ": " and not between and members.closed else 0.0
    if not is_person(noun) and members.least > said:
        return 0.75
    if opener["way"] == ", ":
        return 0.8 if members.closed else 0.0
    return 0.95 if members.closed else 0.75


def _end_of_list(text: str, opener: re.Match[str], limit: int) -> int:
    """Where the list must end: at the closing bracket or dash, or with the sentence."""
    way = opener["way"]
    if way is None or way == ": " or way.startswith(","):
        return limit
    end = text.find(")" if way == " (" else way.rstrip() if way.startswith(" ") else way, opener.end(), limit)
    return end if end >= 0 else limit


def _members(text: str, start: int, end: int, persons: bool = False) -> _Members | None:
    """The members of the list in text[start:end]; None where it isn't plainly a list of names or of single words.

    Where the members are `persons`, “and” never stands inside a name.
    """
    line = text[start:end].rstrip(" .;:")
    plain = _NOISE.sub("", line)
    if ";" in plain:
        count = len([part for part in plain.split(";") if part.strip()])
        return _Members(count, count, start + len(line), True, " and " in plain) if count > 1 and plain[:1].isupper() else None
    items = _items(plain, plain[:1].isupper())
    if items is None or len(items) < 2:
        return None
    total = sum(item.size for item in items)
    ands = [index for index, item in enumerate(items) if item.behind_and]
    inner = [index for index in ands if index < len(items) - 1]
    doubtful = [] if persons else [index for index in ands if " " not in items[index].name or " " not in items[index - 1].name]
    if len(items) == 2 and doubtful:
        return None
    least = total - len(doubtful) if inner else total
    return _Members(least, total, min(end, start + len(line)), plain[:1].isupper(), bool(ands))


class _Item(NamedTuple):
    name: str
    size: int
    behind_and: bool


def _items(line: str, names: bool) -> list[_Item] | None:
    """The items at the head of `line`, up to its end, or to where the sentence runs on behind the closing “and”."""
    items: list[_Item] = []
    at, behind_and = 0, False
    while True:
        read = _item(line, at, names)
        if read is None:
            return items if any(item.behind_and for item in items) and not behind_and else None
        name, size, at = read
        separator = _SPLIT.match(line, at)
        closed = behind_and or any(item.behind_and for item in items)
        if separator is None and line[at:] and not (behind_and and line[at] in " ,’'–"):
            return items if closed and not behind_and else None
        items.append(_Item(name, size, behind_and))
        if separator is None:
            return items
        at, behind_and = separator.end(), any(word in separator[0] for word in ("and", "&", "plus"))


def _item(line: str, at: int, names: bool) -> tuple[str, int, int] | None:
    """The name that begins at `at`, how many it stands for (“three others”), and where it ends."""
    others = _OTHERS.match(line, at)
    if others:
        size = small_number(others["n"]) if others["n"] else 1
        return (others[0], size, others.end()) if size else None
    match = (_NAME if names else _WORDS).match(line, at)
    return (match[0], 1, match.end()) if match else None


def _ahead(document: Document, quantity: Quantity, start: int, limit: int) -> Iterator[NameList]:
    """“A, B and C are the three …”, “A, B and C, the three …”."""
    text = document.text
    lead = re.search(r"(?:,| were| are| –| —) the \Z", text[max(start, quantity.start - 12) : quantity.start])
    if lead is None:
        return
    end = quantity.start - len(lead[0])
    members = _members(text, start, end)
    if members is None or not members.names or not members.closed or members.end < end - 1 or text[start:end].count(" ") > 40:
        return
    items = _items(_NOISE.sub("", text[start:end]), True) or []
    if text[start:end].endswith(items[-1].name) and counted(text, quantity.span.end, limit).noun:
        yield NameList(quantity.span, int(quantity.value), Span(start, end), members.least, members.most, 0.85)


def _collectives(document: Document) -> Iterator[NameList]:
    text = document.text
    for block in document.copy:
        for match in _COLLECTIVE.finditer(text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            opener = _COLLECTIVE_OPENER.match(text, match.end()) if sentence else None
            if opener is None or sentence is None:
                continue
            members = _members(text, opener.end(), _end_of_list(text, opener, sentence.end))
            if members and members.names and members.closed:
                yield NameList(Span(*match.span()), _COLLECTIVES[match[1]], Span(opener.end(), members.end), members.least, members.most, 0.75)


def _both(document: Document) -> Iterator[NameList]:
    """“Both A, B and C”."""
    text = document.text
    for block in document.copy:
        for match in _BOTH.finditer(text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            if sentence is None:
                continue
            listed = _three_names().match(text, match.end(), sentence.end)
            if listed:
                sure = 0.65 if listed[1] == ", and " else 0.8
                yield NameList(Span(match.start(), match.start() + 4), 2, Span(*listed.span()), 3, 3, sure)


def _three_names() -> re.Pattern[str]:
    name = rf"{_PART}(?: {_PART}){{0,3}}"
    return re.compile(rf"{name}, {name}(,? and ){name}(?![\w'’])")
