"""The latest of the dead: “a fifth death”, “the third person to die”, against how many the display has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import BODY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts
from newslint.story.fates import fate
from newslint.story.numerals import Ordinal, ordinal_number
from newslint.story.quantity import Hedge, Kind
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import OF_AN_AGE, ORDINALS, alternatives
from newslint.topics.figures.series import Misnumbering

# What is counted from elsewhere or from before, or hasn't happened: “the third death in two years”, “a fourth person may have died”.
_OF_OTHERS = compiled(
    r"(?i)\b(?:this|last|of the|in the|each|every|per|a|in (?:as many|[\w-]+)) (?:[a-z]+ )?(?:year|decade|month|week|season|winter|spring|summer|autumn|fall)s?\b"
    r"|\b(?:since|ever|if|would|could|may|might|fear\w*|possible|possibly|suspected|anniversary|not|never|no)\b"
)
_SHOWN = frozenset([Role.HEADLINE, Role.STANDFIRST])
_SURE = 0.8


@analysis
def outdated_tolls(document: Document) -> tuple[Misnumbering, ...]:
    """Every number of dead in headline or standfirst that isn't the latest's of the story, where the story counts no further."""
    latest = max(_ranks(document), key=lambda rank: rank.number, default=None)
    return tuple(_told_otherwise(document, latest)) if latest else ()


def _told_otherwise(document: Document, latest: Ordinal) -> Iterator[Misnumbering]:
    counts = [a for a in amounts(document) if a.quantity.kind is Kind.COUNT]
    told = [a for a in counts if a.role in BODY]
    for said in counts:
        if said.role not in _SHOWN or said.quantity.hedge is not Hedge.NONE or not _is_of_dead(document, said):
            continue
        counted_on = any(a.value > latest.number and (_is_of_dead(document, a) or a.value == said.value) for a in told)
        if said.value != latest.number and not counted_on:
            yield Misnumbering(said.span, said.role.value, document[latest.span], latest.span, _SURE)


def _is_of_dead(document: Document, amount: Amount) -> bool:
    nobody_else = amount.persons or not amount.head
    return nobody_else and fate(document.text, amount.span, amount.sentence) == "dead"


def _ranks(document: Document) -> Iterator[Ordinal]:
    """The dead whom the story numbers, those of other times and places left out."""
    for block in blocks_with(document, " death", " fatality", " to die", " to be killed", " to have died"):
        for match in _rank().finditer(document.text, block.start, block.end) if block.role in BODY else ():
            sentence = sentence_at(document, match.start())
            if sentence and not _OF_OTHERS.search(document.text, *sentence.span):
                yield Ordinal(Span(*match.span()), ordinal_number(match["rank"]), "death")


@cache
def _rank() -> re.Pattern[str]:
    persons = alternatives([*OF_AN_AGE, "person"])
    return compiled(
        rf"\b(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{alternatives(ORDINALS)}) "
        rf"(?:(?:confirmed )?(?:death|fatality)|(?:{persons}) (?:known |confirmed )?to (?:die|be killed|have died))\b",
        re.I,
    )
