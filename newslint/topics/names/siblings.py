"""Siblings: a brother, a sister, a child or a spouse of somebody who has none, the copy says.

“She was born in Ayle, the only child of a miller.” … “Her younger brother, Carl, put in the plumbing.” So it is with the younger
sister of the youngest, with the daughter of who had no children, and with the wife of who never married.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import person_of, subject_of_clause
from newslint.story.references import number_from, references
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentences_with
from newslint.text.vocabulary import FUNCTION, SPOKE, alternatives
from newslint.text.words import occurrences
from newslint.topics.names.households import MARRIED_AGAIN, STEP
from newslint.topics.names.owners import POSSESSIVE, whose

_ELDER, _YOUNGER = "elder eldest older oldest big", "younger youngest little baby kid"
_SIBLINGS = "brother sister brothers sisters twin"
# Who isn't there, by the noun of “the only …”, and of “the youngest …”: the only son has no brother.
_OF_NOUN = {
    **dict.fromkeys(("child", "children", "siblings"), _SIBLINGS),
    **dict.fromkeys(("girl", "girls", "daughter", "daughters", "sisters"), "sister sisters"),
    **dict.fromkeys(("boy", "boys", "son", "sons", "brothers"), "brother brothers"),
}
_RANKS = {**dict.fromkeys(("eldest", "oldest"), _ELDER), "youngest": _YOUNGER}
_CHILDREN = "son sons daughter daughters grandson grandsons granddaughter granddaughters grandchild grandchildren"
_SPOUSES = "wife husband widow widower"
# “, the only child of a miller”, “She was an only child.”, “, the third of five children and the only girl.”
_ONLY = compiled(
    r"(?:, |\b(?:is|was|as|been|and) )(?P<told>(?:an|the|their) only (?P<noun>child|girl|boy|son|daughter))(?=[,.;]| (?:of|born|after)\b)"
)
# “, the youngest of a miller’s six children”
_LAST = compiled(
    rf"(?:, |\b(?:is|was|as|been|and) )(?P<told>the (?P<rank>{alternatives(_RANKS)}) (?:of (?:the |(?:an?|the) (?:[\w-]+ )?[\w-]+['’]s )?(?:[a-z]+ )?)?(?P<noun>{alternatives(_OF_NOUN)}))\b(?! (?:in|on|at|to|who)\b)"
)
_NONE = compiled(
    r"\b(?P<told>(?:ha[sd]|were) no children|never (?:had children|married))\b(?=[,.;]| of (?:his|her|their) own\b| and\b)"
)
_WHO = compiled(r", (?:aged )?(?:\d\d, )?(?:an?|the) [^,.;:“”\"]{2,60} who (?:[^,.;:“”\"]{2,80} )?")
_TOLD_BY = frozenset([*_OF_NOUN, "married"])
_RELATED = f"{_SIBLINGS} {_CHILDREN} {_SPOUSES}".split()
# “her elder sister, Una”, “Moor’s granddaughter said”; no sister paper
_OWN = compiled(
    rf"{POSSESSIVE} (?P<which>(?:(?!(?:{alternatives(FUNCTION)})\b)[a-z]+ )?)(?P<kin>{alternatives(_RELATED)})\b"
    rf"(?=,|[.;]| [A-Z]| (?:{alternatives(FUNCTION)}|{alternatives(SPOKE)}|[a-z]+ed)\b)"
)
_NOT_BORN = frozenset("half step foster adopted adoptive screen stage fictional twin".split())


class Lack(Row):
    """At `place` the copy says that the person with the number `who` has none of `kin`, or none who are called `ranks` besides."""

    who: int
    kin: frozenset[str]
    ranks: frozenset[str]
    place: Span


class Relative(Row):
    """At `place` the copy tells of a relative of the person with the number `who`: the words `which` and `kin`."""

    who: int
    kin: str
    which: str
    place: Span


@analysis
def unborn_relatives(document: Document) -> tuple[TwoPlaces, ...]:
    """The first relative who speaks against each thing said of whom somebody doesn't have."""
    lacks = list(_lacks(document))
    if not lacks or STEP.search(document.text):
        return ()
    if MARRIED_AGAIN.search(document.text):
        lacks = [each for each in lacks if not each.kin.isdisjoint(_SIBLINGS.split())]
    told: dict[int, list[Relative]] = defaultdict(list)
    for relative in _relatives(document):
        told[relative.who].append(relative)
    found = []
    for lack in lacks:
        against = next((each for each in told[lack.who] if _speaks_against(each, lack)), None)
        if against is not None:
            first, later = sorted((lack.place, against.place))
            found.append(TwoPlaces(later, first))
    return tuple(found)


def _speaks_against(relative: Relative, lack: Lack) -> bool:
    return relative.kin in lack.kin and (not lack.ranks or relative.which in lack.ranks)


def _lacks(document: Document) -> Iterator[Lack]:
    for sentence, _ in sentences_with(document, _TOLD_BY & occurrences(document).keys()):
        for pattern in (_ONLY, _LAST, _NONE):
            for match in pattern.finditer(document.text, *sentence):
                place = Span(*match.span("told"))
                who = subject_of_clause(document, *place)
                who = _described(document, place) if who is None else who
                if who is not None and not in_quotation(document, place.start):
                    yield Lack(who, *_missing(match), place)


def _described(document: Document, place: Span) -> int | None:
    """Of whom a description tells it: “Ann Moor, a retired cook who had no children,”."""
    every = references(document)
    at = number_from(document, place.start)
    described = (
        each for each in every[max(0, at - 1) : at] if _WHO.fullmatch(document.text, each.name.end, place.start)
    )
    return next((person_of(document, each) for each in described), None)


def _missing(match: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Whom somebody doesn't have of whom this is said: words for relatives, and the words before them."""
    parts = match.groupdict()
    if "noun" not in parts:
        return frozenset((_SPOUSES if match["told"].endswith("married") else _CHILDREN).split()), frozenset()
    ranks = _RANKS[match["rank"]] if "rank" in parts else ""
    return frozenset(_OF_NOUN[match["noun"]].split()), frozenset(ranks.split())


def _relatives(document: Document) -> Iterator[Relative]:
    """The relatives whose they are nobody can doubt, in the writer's own words."""
    for sentence, _ in sentences_with(document, occurrences(document).keys() & frozenset(_RELATED)):
        for match in _OWN.finditer(document.text, *sentence):
            which = match["which"].strip()
            who = whose(document, match) if which not in _NOT_BORN else None
            if who is not None and not in_quotation(document, match.start()):
                yield Relative(who, match["kin"], which, Span(*match.span()))
