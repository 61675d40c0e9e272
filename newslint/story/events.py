"""Occasions: what a story says happened in a year or on a day (“the 2020 election”, “a law from 1996”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years, moments
from newslint.text.content_words import root
from newslint.text.lexicon import entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import (
    ADJECTIVAL,
    BE,
    CLAUSE_WORDS,
    DETERMINERS,
    HAVE,
    MONTHS,
    PREPOSITIONS,
    alternatives,
    wordlist,
)

_DETERMINERS = DETERMINERS - {"such", "whose", "which", "what"} | {"both"}
# Words that tell one of a kind from another.
_APART = wordlist(
    """
    new first second third fourth fifth next last other another original present current former replacement later
    previous earlier separate two three four several many similar different final follow-up subsequent latest
    """
)
_BOUNDS = CLAUSE_WORDS | (PREPOSITIONS - ADJECTIVAL) | BE | HAVE | {"said", "says", "then"}
_WORD = compiled(r"[\w’'-]+")
_SENTENCE = compiled(r"[.!?;:,—–()“”\"\n]")
_PLACED = compiled(rf"(?:\A|[\s,])[Ii]n (?!{alternatives(MONTHS)})[A-Z]")


class Lead(Row):
    """`determiner` in lower case (“ayle’s” too), the words behind it, and what the noun is `of` (“wing of the”)."""

    determiner: str
    modifiers: tuple[str, ...]
    of: str
    placed: bool


def lead(before: str, noun: str) -> Lead:
    """The lead of a `noun` that stands right behind `before`; a name needs no determiner."""
    clause = _SENTENCE.split(before)[-1]
    tokens = [str(token).lower() for token in _WORD.findall(clause)]
    modifiers: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token in _DETERMINERS or token.endswith(("’s", "'s", "s’", "s'")):
            further = (
                " ".join(tokens[max(0, at - 4) : at]) if at and tokens[at - 1] in _BOUNDS - {"that", "when"} else ""
            )
            return Lead(token, tuple(modifiers), further if further.endswith(" of") else "", _is_placed(before))
        if token in _BOUNDS:
            break
        modifiers.insert(0, token)
    named = noun[:1].isupper() and bool(clause.strip() or not entry(noun).word)
    return Lead("the" if named else "", tuple(modifiers), "", _is_placed(before))


def _is_placed(before: str) -> bool:
    """“In Ayle, the”."""
    return bool(_PLACED.search(compiled(r"[.!?]\s").split(before)[-1]))


def may_lead_to_one(first: Lead, second: Lead) -> bool:
    """Whether the later noun may be the earlier one again, and neither is told apart from others of its kind."""
    if second.determiner in {"a", "an", "each", "every", "another", "any", "some", "no", ""} or first.determiner == "":
        return False
    if first.determiner != second.determiner and not {first.determiner, second.determiner} & {"the", "this", "that"}:
        return False
    if _APART & {*first.modifiers, *second.modifiers} or first.of != second.of or first.placed != second.placed:
        return False
    return first.modifiers == second.modifiers or not first.modifiers or not second.modifiers


_NEXT_WORD = compiled(r" ([A-Za-z][\w'’-]*)")
_GOVERNOR = compiled(r"\b(?!(?:the|for|and|its|his|her|our|their|this|that|with|from|into|during)\b)[A-Za-z]{3,}")
STEM = 5
# How far before a year the words that govern it stand (“meddling in the results of the 2016 election”), in code points.
_GOVERNED = 36


class Occasion(Row):
    """A year as it qualifies what follows it (“the 2020 presidential election”).

    `following` are the next words in lower case and `ends` where each ends; `governors` are the stems of the
    words before but the small ones, nearest first.
    """

    span: Span
    year: int
    following: tuple[str, ...]
    ends: tuple[int, ...]
    governors: tuple[str, ...]


@analysis
def occasions(document: Document) -> tuple[Occasion, ...]:
    """Every year that words follow directly, in order."""
    return tuple(_occasions(document))


def _occasions(document: Document) -> Iterator[Occasion]:
    text = document.text
    for year in bare_years(document):
        block = document.block_at(year.span.start)
        if year.year is None or block is None or text[year.span.end : year.span.end + 1] != " ":
            continue
        following = list(_following(text, year.span.end, block.end))
        before = text[max(block.start, year.span.start - _GOVERNED) : year.span.start]
        before = before[before.rfind(". ") + 1 :]
        governors = tuple(word[:STEM] for word in reversed(_GOVERNOR.findall(before)))
        words = tuple(text[span.start : span.end].lower() for span in following)
        yield Occasion(year.span, year.year, words, tuple(span.end for span in following), governors)


def _following(text: str, start: int, end: int) -> Iterator[Span]:
    """The words behind `start` up to the first mark or conjunction, four at most."""
    for _ in range(4):
        match = _NEXT_WORD.match(text, start, end)
        if match is None or match[1] in {"to", "and", "or"}:
            return
        yield Span(*match.span(1))
        start = match.end()


def around(document: Document, span: Span, reach: int = 300) -> Span:
    """The sentence around `span`, cut off `reach` code points before and behind it."""
    sentence = sentence_at(document, span.start)
    if sentence is None:
        return span
    return Span(max(sentence.start, span.start - reach), min(sentence.end, span.end + reach))


class Deed(Row):
    """What is said to have been done at a date: the last word before the verb (“bridge”), the verb’s root and the verb.

    `named` tells “the June 17 crash”, which happened then; `lead` is what leads up to the subject (“the old”).
    """

    date: DateReference
    subject: str
    root: str
    verb: str
    named: bool = False
    lead: Lead | None = None


_DEED = compiled(
    r"(?P<subject>[\w'’-]+)(?:,)? (?:(?:was|were|is|are|will|would|to|be|due|set|expected|scheduled|had|been|which|that|who|first|officially|formally) )*"
    r"(?P<verb>[a-z]+)(?: (?:down|off|up|place|out))?(?: (?P<led>in|on))? \Z"
)
# “the June 17 crash”
_NAMED_BY_DAY = compiled(r" ([a-z]{4,})\b")


# What is said of the first day to come of anything.
STARTS = frozenset(["begin", "begins", "start", "starts", "open", "opens"])


@analysis
def deeds(document: Document) -> tuple[Deed, ...]:
    """Every date with a verb right before it (“the bridge collapsed on 12 March”), in order."""
    found = []
    for moment in moments(document):
        before = document.text[max(0, moment.span.start - 60) : moment.span.start]
        led = before.endswith((" in ", " on "))
        match = _DEED.search(before) if moment.last_day is None and (led or moment.day) else None
        if match and (match["led"] or (moment.day and match["verb"] in STARTS)):
            start = moment.span.start - len(before) + match.start("subject")
            leading = lead(document.text[max(0, start - 60) : start], match["subject"])
            subject = match["subject"].removesuffix("’s").lower()
            found.append(Deed(moment, subject, root(match["verb"]), match["verb"], lead=leading))
        elif named := _NAMED_BY_DAY.match(document.text, moment.span.end):
            before = document.text[max(0, moment.span.start - 4) : moment.span.start].lower()
            if moment.day and moment.last_day is None and before == "the ":
                found.append(Deed(moment, named[1], "happen", "of", named=True))
    return tuple(found)


class Passage(Row):
    """A year in which a law is said to have been made: `named` by it (“a law from 1996”) or passed in it."""

    span: Span
    year: int
    named: bool


@cache
def _law_of() -> re.Pattern[str]:
    return compiled(
        r"\b(?:law|act|statute|legislation|bill|ordinance)(?: (?:is|was))?(?: (?:from|of)| dat(?:es|ing) (?:from|back to|to)),? \Z",
        re.I,
    )


@cache
def _passed() -> re.Pattern[str]:
    return compiled(r"\b(?:passed|enacted|adopted|signed(?: into law)?|became law)(?: [a-z]+){0,3} in \Z")


@cache
def _law() -> re.Pattern[str]:
    return compiled(r"\b(?:law|laws|act|statute|legislation|bill|ordinance)\b", re.I)


@analysis
def passages(document: Document) -> tuple[Passage, ...]:
    """Every year that a law is named by or passed in."""
    found = []
    text = document.text
    if not bare_years(document) or not any(
        word in text for word in ("passed", "enacted", "adopted", "signed", "became law")
    ):
        return ()
    for year in bare_years(document):
        before = text[max(0, year.span.start - 60) : year.span.start]
        if year.year is None:
            continue
        if _law_of().search(before) or compiled(r" (?:state |federal |local )?(?:law|statute)\b").match(
            text[year.span.end :][:20]
        ):
            found.append(Passage(year.span, year.year, True))
        elif _passed().search(before) and _speaks_of_law(document, year):
            found.append(Passage(year.span, year.year, False))
    return tuple(found)


def _speaks_of_law(document: Document, year: DateReference) -> bool:
    start, _ = around(document, year.span)
    return bool(_law().search(document.text, start, year.span.start))
