"""Lists that a number announces: “three men: A, B and C”, “both A and B”, “the trio – A, B and C –”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.nouns import counted, is_person
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import (
    NAME_PARTICLES,
    NAME_SUFFIXES,
    ORDINALS,
    PLAIN_NUMBERS,
    POSSESSIVES,
    alternatives,
    wordlist,
)
from newslint.text.words import occurrences, words

_LONGEST = 1000
PART = r"[A-Z0-9][\w'’.\-]*"
# “of”, “for” and “the” stand inside the names of bodies.
_PARTICLE = rf"(?:{alternatives(NAME_PARTICLES, ['of', 'the', 'for'])})"
NAME = rf"(?:(?:the|\d+-year-old) )?{PART}(?: {PART}| {_PARTICLE} {PART}| {_PARTICLE} {_PARTICLE} {PART}){{0,7}}"
_WORDS = r"(?!and\b|or\b)[a-z][\w'’-]*(?: (?!and\b|or\b)[a-z][\w'’-]*){0,2}"
_SPLIT = r",? and (?=\S)|, (?=\S)| & (?=\S)|; (?:and )?(?=\S)|,? plus (?=\S)|,? or (?=\S)|,? with (?=[A-Z])"
# Ages, parties and the like, which stand between commas and are no members.
_NOISE = (
    rf",? \(?(?:aged? )?\d{{1,3}}(?: years old)?\)?(?=[,;. ]|$)|,? \((?:[RDI]|[A-Z][\w/. -]{{0,20}})\)|, (?:{alternatives(NAME_SUFFIXES)}|MD|PhD|[RDI]-[A-Z][\w.]*)\.?(?=,|;| and| –|$)"
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
_OTHERS = rf"(?:an?other|a (?:{alternatives(word for word, number in ORDINALS.items() if number > 2)}) (?:man|woman|person|suspect|member)|(?P<n>[a-z]+|\d+) (?:others?|more|other [a-z]+|unnamed [a-z]+|unidentified [a-z]+))\b"


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


_MOST = 20
_OPENER = r"(?P<way>: | – | — | -- | - |–|—| \(|, (?:named|identified|listed) as |, )|(?P<be> (?:were|are|was|is)(?: named as| identified as|:)? |,? namely | as )"
_COLLECTIVE_OPENER = compiled(r"(?P<way>: | – | — | -- | - |–|—| \(|, )| of (?=[A-Z])")
_PASSIVE = compiled(r" (?:were|are) \w+(?:ed|en|[nu]ng|n|t)")
_NAMED = compiled(r"\b(?:named|identified|listed|names?|identif(?:y|ies)) the \Z", re.I)
_BETWEEN = compiled(r"(?: [\w'’-]+){0,9}?")
_SOME = r"(?i)\b(?:includ\w+|such as|among|like|example|eg|e\.g|mainly|mostly|chiefly|especially|notably|not|than|other|according|per|each|every)\b"
# “ATTACKER:” in a table that was pasted as running copy, and “three of the four”, where the list is of three.
_LABEL = r"\b[A-Z]{3,}:"
_OF_SO_MANY = rf"(?i)\b(?:{alternatives(PLAIN_NUMBERS)}|\d+|some|most|several|many|all|few|half) (?:out )?of (?:{alternatives(POSSESSIVES)}|the|these|those|what [a-z]+) (?:[a-z-]+ ){{0,2}}\Z"
_COLLECTIVES = {
    "pair": 2,
    "duo": 2,
    "couple": 2,
    "twosome": 2,
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
    "quintet": 5,
    "sextet": 6,
}
_ONE_NAME = rf"{PART}(?: {PART}){{0,3}}"
_APPOSED = rf"{_ONE_NAME}(?:, {_ONE_NAME}){{0,18}},? and {_ONE_NAME}, [a-z]"
_NEITHER = rf"{_ONE_NAME}, (?:nor )?(?=[A-Z]){_ONE_NAME} n?or (?=[A-Z]){_ONE_NAME}(?![\w'’])"
# “Both Ayle, Mass., and Ayle, Md.”
_PLACED = r"\.,? and "
_THREE_NAMES = rf"{_ONE_NAME}, {_ONE_NAME}(,? and ){_ONE_NAME}(?![\w'’])"
_APPOSITION = rf"{_ONE_NAME}(?:, {_ONE_NAME}){{0,18}} and {_ONE_NAME}, (?!both|all|each|of|from|and|with)[a-z]"
_PLACES = wordlist(
    """
    city town village place county suburb borough area port resort venue location site
    """
)


class NameList(Row):
    """A number and the list that it announces: `number` is where it stands, `said` what it says. The list has at least
    `least` and at most `most` members, as a name may hold “and”. `sure` is from 0 to 1.
    """

    number: Span
    said: int
    members: Span
    least: int
    most: int
    sure: float


@analysis
def namelists(document: Document) -> tuple[NameList, ...]:
    """Every list whose length the copy tells."""
    found = [*_numbered(document), *_announced(document)]
    return tuple(sorted(found))


def _numbered(document: Document) -> Iterator[NameList]:
    for quantity in quantities(document):
        if (
            quantity.kind is not Kind.COUNT
            or not 2 <= quantity.value <= _MOST
            or quantity.value % 1
            or quantity.top != quantity.value
        ):
            continue
        if quantity.hedge is not Hedge.NONE:
            continue
        sentence = sentence_at(document, quantity.span.start)
        if sentence is not None:
            yield from _after(document, quantity, min(sentence.end, quantity.span.end + _LONGEST))
            yield from _ahead(document, quantity, max(sentence.start, quantity.start - _LONGEST), sentence.end)


def _after(document: Document, quantity: Quantity, limit: int) -> Iterator[NameList]:
    """“Three men were held: A, B and C”, “the three are A, B and C”."""
    text = document.text
    noun = counted(text, quantity.span.end, limit)
    definite = text[max(0, quantity.start - 4) : quantity.start].lower() == "the "
    before = text[max(0, quantity.start - 60) : quantity.start]
    if (not noun.noun and not definite) or compiled(_OF_SO_MANY).search(before):
        return
    start = noun.end if noun.noun else quantity.span.end
    for opener in compiled(_OPENER).finditer(text, start, min(limit, start + 90)):
        between = text[start : opener.start()]
        if not _BETWEEN.fullmatch(between) or compiled(_SOME).search(text, start, opener.end()):
            return
        if quantities_within(document, Span(start, opener.start())) or compiled(_LABEL).search(
            text, start, opener.start() + 1
        ):
            return
        if opener["be"] and not (definite and (opener["be"] != " as " or _are_named(text, quantity, between))):
            continue
        if opener["way"] == ", " and between:
            continue
        end = _end_of_list(text, opener, limit)
        members = members_of(text, opener.end(), end, is_person(noun.noun), bracketed=end < limit)
        if members is None:
            if opener["way"]:
                return
            continue
        sure = _trust(opener, members, noun.noun, between, int(quantity.value))
        if sure:
            yield NameList(
                quantity.span, int(quantity.value), Span(opener.end(), members.end), members.least, members.most, sure
            )
        return


def _trust(opener: re.Match[str], members: Members, noun: str, between: str, said: int) -> float:
    if (noun in _PLACES and members.most == 2 * said) or (not members.closed and members.most < said):
        return 0.0
    if not members.names:
        plain = not between or _PASSIVE.fullmatch(between)
        return 0.7 if opener["way"] == ": " and plain and members.closed else 0.0
    if opener["way"] == ", " and not is_person(noun):
        return _trust_in_apposition(opener, members, said)
    if not is_person(noun) and members.least > said:
        return 0.75
    if opener["way"] == ", ":
        return 0.8 if members.closed and (members.most > said or _is_apposed(opener, members)) else 0.0
    return 0.95 if members.closed else 0.75


def _trust_in_apposition(opener: re.Match[str], members: Members, said: int) -> float:
    """“Two counties, Marlshire, Tolland and Northmere, have agreed”: the list must end as an apposition does."""
    alone = members.least == members.most and abs(members.least - said) <= 2
    return 0.75 if alone and compiled(_APPOSED).match(opener.string, opener.end(), members.end) else 0.0


def _is_apposed(opener: re.Match[str], members: Members) -> bool:
    """Whether the list surely says who they are: “the four, A and B, were freed”, not “the four guards, A, and B”."""
    return bool(compiled(_APPOSITION).match(opener.string, opener.end(), members.end + 1))


def _are_named(text: str, quantity: Quantity, between: str) -> bool:
    """“Police named the four men as”."""
    return not between and bool(_NAMED.search(text[max(0, quantity.start - 20) : quantity.start]))


def _end_of_list(text: str, opener: re.Match[str], limit: int) -> int:
    """Where the list must end: at the closing bracket or dash, or with the sentence."""
    way = opener["way"]
    if way is None or way == ": " or way.startswith(","):
        return limit
    end = text.find(")" if way == " (" else way.rstrip() if way.startswith(" ") else way, opener.end(), limit)
    return end if end >= 0 else limit


def _ahead(document: Document, quantity: Quantity, start: int, limit: int) -> Iterator[NameList]:
    """“A, B and C are the three …”, “A, B and C, the three …”."""
    text = document.text
    lead = compiled(r"(?:,| were| are| –| —) the \Z").search(text[max(start, quantity.start - 12) : quantity.start])
    if lead is None:
        return
    end = quantity.start - len(lead[0])
    members = members_of(text, start, end)
    if (
        members is None
        or not members.names
        or not members.closed
        or members.end < end - 1
        or text[start:end].count(" ") > 40
    ):
        return
    items = items_of(without_asides(text[start:end]), True)
    if items and text[start:end].endswith(items[-1].name) and counted(text, quantity.span.end, limit).noun:
        yield NameList(quantity.span, int(quantity.value), Span(start, end), members.least, members.most, 0.85)


def _announced(document: Document) -> Iterator[NameList]:
    """Lists behind “both” and behind nouns such as “trio”."""
    listed, places = words(document), occurrences(document)
    announcing = (*_COLLECTIVES, "both", "neither")
    for index in sorted(index for word in announcing for index in places.get(word, ())):
        text, span = listed.texts[index], listed.span(index)
        if text in _COLLECTIVES:
            yield from _collective(document, span)
        elif text in ("both", "Both"):
            yield from _both(document, span)
        elif text in ("neither", "Neither"):
            yield from _neither(document, span)


def _collective(document: Document, noun: Span) -> Iterator[NameList]:
    """“The trio – A, B and C –”, “the duo of A and B”."""
    text, sentence = document.text, sentence_at(document, noun.start)
    opener = _COLLECTIVE_OPENER.match(text, noun.end)
    couple = document[noun] == "couple"
    if opener is None or sentence is None or (couple and not _is_the_couple(text, noun, opener["way"])):
        return
    listed = members_of(text, opener.end(), _end_of_list(text, opener, sentence.end))
    if listed and listed.names and listed.closed:
        said, span = _COLLECTIVES[document[noun]], Span(opener.end(), listed.end)
        yield NameList(noun, said, span, listed.least, listed.most, 0.75)


def _is_the_couple(text: str, noun: Span, way: str | None) -> bool:
    """Whether it's two people, and they are named in apposition: not “a couple of”."""
    return way is not None and text[max(0, noun.start - 4) : noun.start].lower() == "the "


def _neither(document: Document, word: Span) -> Iterator[NameList]:
    """“Neither A, B nor C”."""
    sentence = sentence_at(document, word.start)
    listed = compiled(_NEITHER).match(document.text, word.end + 1, sentence.end) if sentence else None
    if listed:
        yield NameList(word, 2, Span(*listed.span()), 3, 3, 0.6)


def _both(document: Document, word: Span) -> Iterator[NameList]:
    """“Both A, B and C”."""
    sentence = sentence_at(document, word.start)
    listed = compiled(_THREE_NAMES).match(document.text, word.end + 1, sentence.end) if sentence else None
    if listed and not compiled(_PLACED).search(listed[0]) and not document.text.startswith(", ", listed.end()):
        sure = 0.65 if listed[1] == ", and " else 0.8
        yield NameList(word, 2, Span(*listed.span()), 3, 3, sure)
