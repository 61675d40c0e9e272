"""Posthumous deeds: what a husband, a wife or the couple is told to have done in a year after one of the two had died."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Block, Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import dates_within
from newslint.story.lives import SEX_OF, date_behind
from newslint.story.relations import relations
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import BE, HAVE, STRONG_PASTS, alternatives

_HALVES = {"husband": "he", "wife": "she", "spouse": ""}
_HALF = r"(?:his wife|her husband)"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
# Who dies by the verb or the noun that ends here: “her husband, who kept bees, died”, “Walter died”, “until his death”.
_DIES = compiled(
    rf"(?:\b(?P<half>[Hh]is wife|[Hh]er husband)(?:,? {_NAME},?|, [^.;]{{0,80}},)?|\b(?P<pronoun>[Hh]e|[Ss]he)|\b(?P<name>{_NAME})),? (?:had )?"
    r"(?:died|passed away)\b"
    rf"|\b(?P<whose>[Hh]is|[Hh]er) death\b|\bdeath of (?P<of>{_HALF})\b(?:,? {_NAME},?)?"
)
_MARRIED = compiled(r"(?i)\b(?:marri(?:ed|age)|wed|husband|wife)\b")
# What tells of another marriage, before this one or behind it.
_AGAIN = compiled(
    r"(?i)\b(?:first|second|third|former|ex|new|future)[ -](?:husband|wife|marriage)|\bremarri|(?<!not )(?<!never )\bmarr(?:y|ied) again|\bdivorced"
)
# What only both of them do, each in the past.
_PAST = rf"(?!(?:{alternatives(BE | HAVE)})\b)(?:\w+ed|{alternatives(STRONG_PASTS)})\b"
_TOGETHER = compiled(
    rf"\b(?:[Tt]he couple|[Tt]he two of them|(?:[Ss]he|{_NAME}) and her husband|(?:[Hh]e|{_NAME}) and his wife)(?:, [^.;]{{0,80}},)? {_PAST}"
    rf"|\b(?:[Tt]hey|[Tt]he (?:couple|two)) {_PAST} (?:\w+ ){{0,3}}together\b"
)
_ONE = compiled(rf"\b(?:(?P<half>[Hh]is wife|[Hh]er husband)|(?P<name>{_NAME})) (?:{_PAST}|had to)")
_WITHOUT = compiled(
    rf"\b(?:[Aa]fter|[Ff]ollowing) (?:(?:the )?death of (?:{_HALF}|(?P<of>{_NAME}))|(?:(?P<name>{_NAME})[’']s|(?P<whose>[Hh]is|[Hh]er)(?: (?:husband|wife)[’']s)?) death)"
    rf"(?: in (?P<year>\d{{4}}))?,? (?P<deed>(?:the couple|the two of them) {_PAST})"
)


class Bereavement(Row):
    """One of a couple, him or her as `half` has it (“he”, “she”, "" where nothing tells it), died in `year`; `place` says so."""

    place: Span
    year: int
    half: str


@analysis
def posthumous_deeds(document: Document) -> tuple[TwoPlaces, ...]:
    """Every such deed, in order: “He died in 1998. In 2001 the couple sold the mill.”"""
    if next(blocks_with(document, "husband", "wife", "married"), None) is None:
        return ()
    found = tuple(sorted({*_of_a_later_year(document), *_after_the_death(document)}))
    return () if found and _AGAIN.search(document.text) else found


@analysis
def _bereavement(document: Document) -> Bereavement | None:
    """The death of the one husband or wife that the story speaks of, if it says when."""
    found = [each for block in blocks_with(document, "die", "death", "passed away") for each in _told(document, block)]
    return found[0] if len({(each.year, each.half) for each in found}) == 1 else None


def _told(document: Document, block: Block) -> Iterator[Bereavement]:
    for match in _DIES.finditer(document.text, *block.span):
        half = _half(document, match, block)
        date = date_behind(document, match.end()) if half is not None else None
        if half is not None and date is not None and date.year and not in_quotation(document, match.start()):
            yield Bereavement(Span(match.start(), date.span.end), date.year, half)


def _half(document: Document, match: re.Match[str], block: Block) -> str | None:
    """Which of a couple dies by these words, as a pronoun has it; None for anybody else."""
    kin = match["half"] or match["of"]
    if kin:
        return _HALVES[kin.split()[1]]
    if match["name"]:
        return _spouses(document).get(match["name"].split()[0])
    pronoun = SEX_OF[(match["pronoun"] or match["whose"]).lower()]
    return pronoun if _MARRIED.search(document.text, block.start, match.start()) else None


@analysis
def _spouses(document: Document) -> dict[str, str]:
    """The given names of the husbands and wives whom the story names, each with the pronoun, "" where nothing tells it."""
    return {each.name.split()[0]: _HALVES[each.kin] for each in relations(document) if each.kin in _HALVES}


def _of_a_later_year(document: Document) -> Iterator[TwoPlaces]:
    dead = _bereavement(document)
    for start in _deeds(document, dead) if dead else ():
        year = _later(document, start, dead.year) if dead else None
        if dead and year and not in_quotation(document, start):
            yield TwoPlaces(year, dead.place)


def _deeds(document: Document, dead: Bereavement) -> Iterator[int]:
    """Where the dead one does something, alone or with the other."""
    signs = ("couple", "the two", "husband", "wife", "together", *map(str.lower, _spouses(document)))
    for block in blocks_with(document, *signs):
        yield from (deed.start() for deed in _TOGETHER.finditer(document.text, *block.span))
        for deed in _ONE.finditer(document.text, *block.span):
            half = _HALVES[deed["half"].split()[1]] if deed["half"] else _spouses(document).get(deed["name"].split()[0])
            if half is not None and (not half or not dead.half or half == dead.half):
                yield deed.start()


def _later(document: Document, start: int, year: int) -> Span | None:
    """The first date of the sentence of `start`, or of the paragraph down to there where the sentence has none, if all of them lie behind `year`."""
    sentence, block = sentence_at(document, start), document.block_at(start)
    spans = (sentence.span, Span(block.start, sentence.start)) if sentence and block else ()
    told = next((dates for span in spans if (dates := dates_within(document, span))), ())
    return told[0].span if told and all(date.year and date.year > year for date in told) else None


def _after_the_death(document: Document) -> Iterator[TwoPlaces]:
    for block in blocks_with(document, "death"):
        for match in _WITHOUT.finditer(document.text, *block.span):
            named = match["name"] or match["of"]
            is_half = not named or named.split()[0] in _spouses(document) or _bereavement(document) is not None
            if is_half and not in_quotation(document, match.start()):
                yield TwoPlaces(Span(*match.span("deed")), Span(match.start(), match.start("deed")))
