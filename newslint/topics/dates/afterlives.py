"""Afterlives: what somebody is told to have done in a year after the one in which the draft has him die or be buried."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import dates_within
from newslint.story.families import OF_KIN
from newslint.story.lives import date_behind
from newslint.story.numerals import small_number
from newslint.story.references import Reference, references, references_within
from newslint.text.lexicon import MAN, WOMAN, entry
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import BE, HAVE, PLAIN_NUMBERS, STRONG_PASTS, alternatives
from newslint.topics.dates.substitutions import namesakes

_SIGNS = ("died", "death", "drowned", "buried", "funeral")
_NAME = r"[A-Z][\w’'-]*[a-z]"
_DIED = r"(?:had )?(?:died|drowned|passed away)|(?:was|had been) (?:buried|drowned|killed)"
# “Moor, the miller, died in 1998”, “Moor’s funeral, in 1998”, “He had been buried at Ayle in 1998”.
_DIES = compiled(
    rf"\b(?P<who>He|She|{_NAME})(?:(?:,? who|, [^.,;:“”\"]{{2,60}},)? (?:{_DIED})\b|(?<=[a-z])[’']s (?:death|funeral|burial)\b,?)"
)
_PAST = rf"(?!(?:{alternatives(BE | HAVE)}|died|drowned)\b)(?:[a-z]+ed|{alternatives(STRONG_PASTS)})\b"
_DOES = compiled(
    rf"(?:,? who|, [^.,;:“”\"]{{2,90}},)? (?:ever |never |himself |herself )?(?:{_PAST}|was [a-z]+ing\b|had to\b)"
)
# “had written” tells of the time that the date names where this opens the sentence, and somebody else's word at most comes between.
_HAD = compiled(r" had (?!been\b)[a-z]+(?:ed|n|t)\b")
_OPENS = compiled(
    r", (?:(?:[\w’'-]+ ){1,4}(?:told|said|heard|recalled|wrote)(?: [a-z]+){0,3}, )?(?:[A-Z][\w.’'-]+ )*\Z"
)
# How much later than the time told last: “three winters later”.
_LATER = compiled(
    rf" (?P<number>a|{alternatives(PLAIN_NUMBERS)}|\d{{1,2}}) (?:years?|winters?|summers?|springs?|autumns?) (?:later|afterwards)\b"
)
_KIN = compiled(OF_KIN)


class Death(Row):
    """Somebody has died by the end of `year`; `place` says so."""

    place: Span
    year: int


class Afterlife(Row):
    """A deed at `suspect`, told of the later year at `when`, of somebody whose death is told at `death`."""

    suspect: Span
    when: Span
    death: Span


@analysis
def afterlives(document: Document) -> tuple[Afterlife, ...]:
    """Every such deed, in order: “Moor died in 1998. … In 2001 Moor carried the lamp up himself.”"""
    return tuple(
        sorted({found for name, death in _deaths(document).items() for found in _deeds(document, name, death)})
    )


@analysis
def _deaths(document: Document) -> Mapping[str, Death]:
    """The names of everyone whose death the draft puts into one year, as far as nobody else bears them."""
    told: dict[str, set[Death]] = {}
    for block in blocks_with(document, *_SIGNS):
        for match in _DIES.finditer(document.text, *block.span):
            death = None if in_quotation(document, match.start()) else _dated(document, block, match)
            if death is not None:
                for name in _dead(document, block, match):
                    told.setdefault(name, set()).add(death)
    shared = namesakes(document) | _shared_givens(document)
    return {name: min(of) for name, of in told.items() if len({each.year for each in of}) == 1 and name not in shared}


def _dated(document: Document, block: Block, match: re.Match[str]) -> Death | None:
    """The death with its year, or that of so long after the last date of its paragraph: “He died three winters later”."""
    later = _LATER.match(document.text, match.end())
    told = dates_within(document, Span(block.start, match.start())) if later else ()
    if later and told and told[-1].year:
        return Death(Span(match.start(), later.end()), told[-1].year + small_number(later["number"]))
    date = None if later else date_behind(document, match.end())
    return Death(Span(match.start(), date.span.end), date.year) if date and date.year else None


def _dead(document: Document, block: Block, match: re.Match[str]) -> tuple[str, ...]:
    """The names of who dies: for “he” and “she” of the only one whom the paragraph has named before."""
    pronoun, before = match["who"], Span(block.start, match.start())
    if pronoun not in ("He", "She"):
        return (pronoun,)
    here = references_within(document, before)
    named = {each.surname for each in here}
    if len(named) != 1 or _KIN.search(document[before]):
        return ()
    givens = _givens(here) or _givens(each for each in references(document) if each.surname in named)
    other = WOMAN if pronoun == "He" else MAN
    return (*named, *givens) if all(entry(given).given != other for given in givens) else ()


def _givens(of: Iterable[Reference]) -> set[str]:
    return {each.givens[0] for each in of if each.givens}


@analysis
def _shared_givens(document: Document) -> set[str]:
    """The given names of several people."""
    bearers = {(each.givens[0], each.surname) for each in references(document) if each.givens}
    return {name for name, number in Counter(given for given, _ in bearers).items() if number > 1}


def _deeds(document: Document, name: str, death: Death) -> Iterator[Afterlife]:
    for block in blocks_with(document, name.lower()):
        for match in compiled(rf"\b{re.escape(name)}\b").finditer(document.text, *block.span):
            deed = None if in_quotation(document, match.start()) else _deed(document, match)
            when = _late(document, deed, death.year) if deed is not None else None
            if deed is not None and when is not None:
                yield Afterlife(deed, when, death.place)


def _deed(document: Document, name: re.Match[str]) -> Span | None:
    """The name with what it's said to do."""
    text = document.text
    verb = _DOES.match(text, name.end()) or (_HAD.match(text, name.end()) if _is_had(document, name) else None)
    return Span(name.start(), verb.end()) if verb else None


def _is_had(document: Document, name: re.Match[str]) -> bool:
    """Whether the sentence opens with the date of which “had” behind the name tells."""
    sentence = sentence_at(document, name.start())
    dates = dates_within(document, sentence.span) if sentence else ()
    ahead = [date.span.end for date in dates if date.span.end <= name.start()]
    return (
        bool(dates and len(ahead) == len(dates))
        and _OPENS.fullmatch(document.text, ahead[-1], name.start()) is not None
    )


def _late(document: Document, deed: Span, year: int) -> Span | None:
    """The last date of the sentence, or of the paragraph down to there where it has none, if all of them lie behind `year`."""
    sentence, block = sentence_at(document, deed.start), document.block_at(deed.start)
    spans = (sentence.span, Span(block.start, sentence.start)) if sentence and block else ()
    told = next((dates for span in spans if (dates := dates_within(document, span))), ())
    return told[-1].span if told and all(date.year and date.year > year for date in told) else None
