"""Stages of a life that can't change places: a first degree comes before a master's degree, and that before a doctorate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

_STAGES = (
    r"(?:first|undergraduate) degree|bachelor[’']s(?: degree)?|bachelor of [A-Za-z]+",
    r"master[’']s(?: degree)?|master of [A-Za-z]+|MBA",
    r"doctorate|doctoral degree|Ph\.?D\.?|DPhil",
)
_WORDS = ("degree", "bachelor", "master", "doctor", "MBA", "Ph", "DPhil")
_ANY = "|".join(rf"(?P<stage{number}>{stage})" for number, stage in enumerate(_STAGES))
# “took a first degree in botany at Ayle in 1962”: nothing dated stands between.
_STAGE = compiled(
    rf"(?i)\b(?:an?|his|her) (?:{_ANY})(?![\w-])(?:(?!\b(?:and|then|before|after)\b)[^.;\d]){{0,80}}? in (?P<year>(?:19|20)\d\d)\b"
)
_OF_ONE = compiled(r"(?i)\b(?:he|she|him|his|her)\b")


class Stage(Row):
    """A degree, by its place among the stages, with its year; `span` is the year's and `words` what it’s called."""

    span: Span
    words: Span
    place: int
    year: int


class Reversed(Row):
    """The later stage, dated before the earlier one."""

    later: Stage
    earlier: Stage


@analysis
def reversed_stages(document: Document) -> tuple[Reversed, ...]:
    """Every two stages of one life, told in one paragraph, that time doesn't have in this order."""
    found = []
    for one, other in pairwise(stages(document)):
        earlier, later = sorted((one, other), key=lambda stage: stage.place)
        if earlier.place < later.place and later.year < earlier.year and _are_of_one(document, one, other):
            found.append(Reversed(later, earlier))
    return tuple(found)


@analysis
def stages(document: Document) -> tuple[Stage, ...]:
    """Every degree with the year in which it was taken, in order."""
    return tuple(_stages(document))


def _stages(document: Document) -> Iterator[Stage]:
    for block in blocks_with(document, *_WORDS):
        for match in _STAGE.finditer(document.text, block.start, block.end):
            place = next(number for number in range(len(_STAGES)) if match[f"stage{number}"])
            if not in_quotation(document, match.start()):
                yield Stage(Span(*match.span("year")), Span(*match.span(f"stage{place}")), place, int(match["year"]))


def _are_of_one(document: Document, one: Stage, other: Stage) -> bool:
    """Whether the later mention is of the person that the earlier one is of: in one sentence, or by a pronoun in the next ones."""
    if document.block_at(one.span.start) != document.block_at(other.span.start):
        return False
    home = sentence_at(document, other.words.start)
    same = home is not None and home.start <= one.words.start
    return same or (home is not None and bool(_OF_ONE.search(document.text, home.start, other.words.start)))
