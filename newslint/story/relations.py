"""Relations: whose brother, wife or niece somebody is, and how many children somebody has, where the copy says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.people import people
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentences_with
from newslint.text.vocabulary import FUNCTION, KIN, PLAIN_NUMBERS, alternatives
from newslint.text.words import mixed_words, occurrences, words

# Each word for a relative by what it says: one's generation against the other's, the sex, and the line.
_PLAIN = {
    "mom": "mother", "mum": "mother", "dad": "father", "widow": "wife", "widower": "husband", "partner": "spouse",
    "fiancé": "husband", "fiance": "husband", "fiancée": "wife", "fiancee": "wife", "grandma": "grandmother",
    "grandpa": "grandfather", "granny": "grandmother", "granddad": "grandfather", "grandniece": "great-niece",
    "grandnephew": "great-nephew", "granduncle": "great-uncle", "grandaunt": "great-aunt",
}  # fmt: skip
WOMEN = frozenset(
    "mother sister wife daughter aunt niece granddaughter grandmother stepmother stepdaughter stepsister".split()
)
MEN = frozenset("father brother husband son uncle nephew grandson grandfather stepfather stepson stepbrother".split())
# What says less than another word, and may be said of the same relative.
_WIDE = {
    "twin": {"brother", "sister"},
    "sibling": {"brother", "sister"},
    "child": {"son", "daughter"},
    "parent": {"mother", "father"},
    "spouse": {"wife", "husband"},
    "grandchild": {"grandson", "granddaughter"},
    "cousin": set(),
}
_CONVERSE = {
    frozenset(pair)
    for pair in (
        ("father", "son"), ("father", "daughter"), ("mother", "son"), ("mother", "daughter"), ("wife", "husband"),
        ("uncle", "nephew"), ("uncle", "niece"), ("aunt", "nephew"), ("aunt", "niece"), ("brother", "sister"),
        ("grandfather", "grandson"), ("grandmother", "granddaughter"), ("grandfather", "granddaughter"),
        ("grandmother", "grandson"),
    )
}  # fmt: skip
_SIBLINGS = frozenset(["brother", "sister"])
_RELATIVES = frozenset([*WOMEN, *MEN, *_WIDE, *_PLAIN])
_WORDS = alternatives(_RELATIVES)
_KIN = rf"(?i:(?:(?:half|great|ex|step)-)?(?:{_WORDS})(?:-in-law)?)"
_NAME = r"[A-Z][a-zÀ-ž’'-]+(?: [A-Z][a-zÀ-ž’'-]+){0,2}"
_OWNER = r"(?:(?P<owner>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our|(?:[A-Z][a-zÀ-ž-]+ ){0,2}[A-Z][a-zÀ-ž’'-]*['’]s?|[Tt]he (?:[a-z]+ )?[a-z]+['’]s?)|[Tt]he|[Aa]n?) "
_MODIFIERS = r"(?:(?!(?:and|or|of|his|her|their|whose|my|our|your|that|who|the|an?)\b)[a-z]+(?:-[a-z]+)*,? ){0,2}"
# “her brother Ben Moor”, “Moor’s niece, Carla”
_BEFORE = compiled(
    rf"(?:{_OWNER})?{_MODIFIERS}\b(?P<kin>{_KIN})(?: of the (?P<of>[a-z]+))?,? (?:(?:\d{{1,2}}|[a-z]+)-year-old )?(?P<name>{_NAME})"
)
# “the aunt who built it, Nora”
_WHO = compiled(
    rf"(?:{_OWNER})?{_MODIFIERS}\b(?P<kin>{_KIN}) (?:who|that) [a-z][^,.;:“”\"]{{2,40}}, (?P<name>{_NAME})(?=[,.])"
)
# “Ben Moor, her brother,” and “Ben is her brother”
_BEHIND = compiled(
    rf"(?P<name>{_NAME})(?:,| is| was|,? who is|,? who was)(?: also)? (?:{_OWNER})?{_MODIFIERS}(?P<kin>{_KIN})\b(?!,? [A-Z])(?:,? of (?P<of>{_NAME}))?"
)
# “brothers Ann and Ben”, “two daughters, Ruth, Eve and Ann Moor”
_SEVERAL = compiled(rf"(?:{_OWNER})?{_MODIFIERS}\b(?P<kin>{_KIN})s,? (?P<names>{_NAME}(?:, {_NAME})*,? and {_NAME})")
# “three grandchildren, among them Ann Moor”, “two sons, one of whom, Ben Moor,”
_AMONG = compiled(
    rf"(?:{_OWNER})?{_MODIFIERS}\b(?P<kin>{_KIN}|(?:grand|step)?child)(?:s|ren),? (?:among them|including|of whom one|one of whom|one of them)(?:,| is| was)? (?P<name>{_NAME})"
)
_EACH = compiled(_NAME)
# “Ann Moor said that her son”: she's a parent; “she married Ben Moor”
_OF_A_CHILD = compiled(
    rf"(?P<name>{_NAME}) (?:said|says|told|thanked|called|remembered)(?: \w+){{0,2}} (?P<owner>his|her) (?:son|daughter)\b(?!-)"
)
_MARRIED = compiled(rf"\bmarried (?P<name>{_NAME})")
# The words in which one of these patterns finds its own: every match lies within a sentence with one of them.
_TOLD_BY = frozenset([*_RELATIVES, *(f"{word}s" for word in _RELATIVES), "children", "grandchildren", "married"])
_TOLD_IN = compiled(rf"\b(?:(?:{_WORDS})(?:s|ren)?|married)\b")
# For speed: what is quickly looked for, and without which the pattern finds nothing.
_NEEDED = {
    _AMONG: compiled(r"among them|including|of whom|one of them"),
    _OF_A_CHILD: compiled(r" h(?:is|er) (?:son|daughter)"),
    _WHO: compiled(rf"\b(?:{_WORDS}) (?:who|that) "),
}
_BEFORE_NAMES, _ELSEWHERE = (_BEFORE, _SEVERAL), (_BEHIND, _OF_A_CHILD, _MARRIED, _AMONG, _WHO)
_NAMED = compiled(r",? (?:[a-z\d]+-year-old )?[A-Z]")
_COUNTED = "sons daughters children brothers sisters siblings grandchildren great-grandchildren boys girls".split()
_CHILDREN = frozenset(["sons", "daughters"])
_PARENTS = frozenset(["mother", "father"])
_PARENT_IN = compiled(r"\A(?:mother|father)-of-")
_COUNTED_IN = compiled(rf"\A(?:{'|'.join(_COUNTED)})\b")
_COUNT = compiled(
    r"(?P<link>\b(?:had|has|have|having|leaves?|left|raised|survived by|(?:mother|father|parent|grandmother|grandfather|sister|"
    r"brother) (?:of|to)|[Hh]is|[Hh]er|[Tt]heir|[Tt]he couple[’']s|the) )(?:(?:his|her|their) )?(?:\w+ (?:and|,) )?(?P<number>"
    + alternatives(PLAIN_NUMBERS[:12])
    + rf"|\d{{1,2}}) (?:[a-z-]+ )?(?P<kin>{'|'.join(_COUNTED)})\b"
)
_IT = ("It ", " it ")
_AND_GROWN = compiled(rf" and (?:{alternatives(PLAIN_NUMBERS)}|\d+) (?:men|women|adults)\b")
# “… and two daughters”, behind sons
_AND_MORE = compiled(
    rf"(?:, [^,.;]{{2,30}},)? and (?P<number>a|{alternatives(PLAIN_NUMBERS[:12])}) (?P<kin>sons?|daughters?)\b"
)
# “the mother-of-two”, “a father of three, who”; “the father of six from Ayle” is somebody else
_PARENT = compiled(
    rf"\b(?P<link>[Mm]other|[Ff]ather)[ -]of[ -](?P<number>{alternatives(PLAIN_NUMBERS[:12])})\b(?! [a-z]+s\b| from [A-Z])"
)


class Relation(Row):
    """`name` is told to be somebody's `kin`. `owner` is the possessive before it, in lower case, "" where there's none.

    `named` is where the name stands, and `place` spans it with the word for the relative. `rank` is 1 for who is older than the other, or the oldest, -1 for who is
    younger, 0 where nothing says so.
    """

    name: str
    named: Span
    place: Span
    kin: str
    owner: str
    quoted: bool
    rank: int = 0


class Count(Row):
    """Somebody is said to have `number` of `kin`, a plural. `link` is the word that says so.

    `whole`: no such word says how many children there are, but “a mother of three”, “two sons and a daughter”.
    """

    number: int
    kin: str
    place: Span
    link: str
    quoted: bool
    whole: bool = False


@analysis
def relations(document: Document) -> tuple[Relation, ...]:
    """Every relative who is named, in order."""
    found: dict[Span, Relation] = {}
    keys = [*occurrences(document).keys() & _TOLD_BY, *filter(_TOLD_IN.search, mixed_words(document))]
    for sentence, indexes in sentences_with(document, keys):
        named = any(_NAMED.match(document.text, words(document).span(index).end) for index in indexes)
        for relation in _told(document, sentence, (*_BEFORE_NAMES, *_ELSEWHERE) if named else _ELSEWHERE):
            found.setdefault(relation.place, relation)
    return tuple(found[place] for place in sorted(found))


def _told(document: Document, sentence: Sentence, patterns: Iterable[re.Pattern[str]]) -> Iterator[Relation]:
    text = document.text
    for pattern in patterns:
        if pattern in _NEEDED and not _NEEDED[pattern].search(text, *sentence):
            continue
        for match in pattern.finditer(text, *sentence):
            parts = match.groupdict()
            owner = (parts.get("of") or "").split()[-1:] or (parts.get("owner") or "").split()[-1:] or [""]
            kin = "parent" if pattern is _OF_A_CHILD else "spouse" if pattern is _MARRIED else match["kin"].lower()
            names = (
                [each.span() for each in _EACH.finditer(text, *match.span("names"))]
                if pattern is _SEVERAL
                else [match.span("name")]
            )
            for begin, end in names:
                if text.endswith(("'s", "’s"), begin, end) or (pattern is _BEFORE and _is_subject(text, begin, end)):
                    continue
                if pattern is _BEHIND and kin == "partner" and not owner[0]:
                    continue  # of a firm or a team: “She was a training partner”
                start = _without_opening(text, begin, end)
                told = match.span("kin") if parts.get("kin") else match.span()
                rank, first = _ranked(text, told[0])
                place = Span(min(start, first), max(end, told[1]))
                yield Relation(
                    _unpossessed(text[start:end]),
                    Span(start, end),
                    place,
                    _PLAIN.get(kin, kin),
                    _unpossessed(owner[0].lower()),
                    in_quotation(document, place.start),
                    rank,
                )


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether a comma parts a name from the relative before it, and what the name does follows: “cheering his brother, Ben has”."""
    return text.endswith(", ", 0, start) and _DOES.match(text, end) is not None


def _without_opening(text: str, start: int, end: int) -> int:
    """Where a name starts behind the words that open its sentence: “When Edmund, the cousin who …”."""
    first, _, rest = text[start:end].partition(" ")
    return _without_opening(text, end - len(rest), end) if rest and first.lower() in FUNCTION else start


_DOES = compiled(r" (?:has|had|have|is|was|were|will|would|could|did|does|said|says|told|[a-z]+ed)\b")
_RANK = compiled(r"\b(?:(?P<older>old(?:er|est)|eld(?:er|est)|big)|younger|youngest|little|baby) (?:half-|twin )?\Z")
_RANK_BEFORE = 20  # code points


def _ranked(text: str, kin: int) -> tuple[int, int]:
    """Whether the word right before that for the relative says who is older, and where the two begin."""
    ranked = _RANK.search(text, max(0, kin - _RANK_BEFORE), kin)
    return (0, kin) if ranked is None else (1 if ranked["older"] else -1, ranked.start())


def _unpossessed(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").rstrip("'’")


@analysis
def counts(document: Document) -> tuple[Count, ...]:
    """Every number of children, brothers or sisters that somebody is said to have, in order."""
    found = []
    keys = [*occurrences(document).keys() & _COUNTED, *filter(_COUNTED_IN.match, mixed_words(document))]
    for sentence, _ in sentences_with(document, keys):
        for match in _COUNT.finditer(document.text, *sentence):
            if _is_a_bodys(document.text, match):
                continue
            number = small_number(match["number"])
            place = Span(match.start("number"), match.end("kin"))
            quoted = in_quotation(document, place.start)
            link = match["link"].strip().lower()
            found.append(Count(number, match["kin"], place, link, quoted))
            more = _AND_MORE.match(document.text, place.end, sentence.end) if match["kin"] in _CHILDREN else None
            if more:
                number += 1 if more["number"] == "a" else small_number(more["number"])
                found.append(Count(number, "children", Span(place.start, more.end()), link, quoted, whole=True))
    parents = [*occurrences(document).keys() & _PARENTS, *filter(_PARENT_IN.match, mixed_words(document))]
    for sentence, _ in sentences_with(document, parents):
        for match in _PARENT.finditer(document.text, *sentence):
            quoted = in_quotation(document, match.start())
            number, place = small_number(match["number"]), Span(*match.span())
            found.append(Count(number, "children", place, match["link"].lower(), quoted, whole=True))
    return tuple(sorted(found, key=lambda each: each.place))


def _is_a_bodys(text: str, match: re.Match[str]) -> bool:
    """Whether those who are counted are a choir's or a team's, as it has no children: “it had 24 boys”, “12 boys and five men”."""
    return text.endswith(_IT, 0, match.start()) or _AND_GROWN.match(text, match.end()) is not None


@analysis
def bearers(document: Document) -> dict[str, int]:
    """How many people whom the copy names in full have each given name."""
    found: dict[str, int] = {}
    for person in people(document):
        given = person.given.split()[0]
        found[given] = found.get(given, 0) + 1
    return found


def may_be_one_relation(a: str, b: str) -> bool:
    """Whether two words for a relative can be said of one and the same: twin and brother, child and son, half-sister and sister.

    A great-aunt is often an aunt, but no great-grandson a grandson.
    """
    if a == b or b in _WIDE.get(a, ()) or a in _WIDE.get(b, ()):
        return True
    if any(word.startswith("great-grand") for word in (a, b)):
        return False
    plain = [word.rpartition("-")[2].removeprefix("step") for word in (a, b)]
    return plain[0] == plain[1] and "law" not in a + b


def are_one_by_marriage(a: str, b: str) -> bool:
    """Whether one may be both, to two who are married: his brother, her brother-in-law."""
    plain = {word.removesuffix("-in-law") for word in (a, b)}
    return len(plain) == 1 and a != b and plain <= _SIBLINGS


def are_two_generations(a: str, b: str) -> bool:
    """Whether two words for a relative are of two generations: sister-in-law and daughter."""
    one, other = KIN.get(a), KIN.get(b)
    return one is not None and other is not None and one.generation != other.generation


def are_converse(a: str, b: str) -> bool:
    """Whether one is what the other calls them: father and son."""
    return frozenset((a, b)) in _CONVERSE
