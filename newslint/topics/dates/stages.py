"""Stages: what one life has in one order only (met, then married; one degree, then the next), told in sentences far apart with years that turn it round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.dates.successions import is_later

_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:couple|pair|two)(?: of them)?)"
_EARNED = r"(?:took|earned|completed|gained|finished|received|got|was awarded)\b[^.;]{0,40}?\b"
# In order: no stage comes before those above it.
_LADDERS = (
    (
        ("met", compiled(rf"\b{_WHO} (?:had )?(?:first )?met\b(?! (?:with|by|every|in secret)\b)")),
        ("married", compiled(rf"\b(?:{_WHO} (?:were |was |had )?(?:married|wed)\b|[Tt]heir wedding\b)")),
    ),
    (
        ("the first degree", compiled(rf"\b{_EARNED}(?:first degree|bachelor[’']s|undergraduate degree)\b")),
        ("the master’s degree", compiled(rf"\b{_EARNED}master[’']s\b")),
        ("the doctorate", compiled(rf"\b{_EARNED}(?:doctorate|[Pp][Hh]\.?[Dd]|D\.?Phil)\b")),
    ),
)
_SIGNS = (
    " met",
    "married",
    " wed",
    "degree",
    "bachelor",
    "master’s",
    "master's",
    "doctorate",
    "phd",
    "ph.d",
    "d.phil",
    "dphil",
)
# Where the date isn't the stage's, or not the first one's.
_APART = compiled(r"[;:]|\b(?:after|before|since|when|who|until|where|again|and|but|while)\b")
_NEAR = 110  # code points between a stage and its date


class Stage(Row):
    """A stage of a life with its date."""

    name: str
    date: DateReference


class Disorder(Row):
    """The dates of two stages, `second` told behind `first`; `later` can only come behind `earlier`, and is dated before it."""

    second: Span
    first: Span
    earlier: str
    later: str


@analysis
def disorders(document: Document) -> tuple[Disorder, ...]:
    """Every two stages whose years are turned round, where the story dates each of them but once."""
    if next(blocks_with(document, "met ", "bachelor", "degree"), None) is None:
        return ()
    return tuple(found for ladder in _LADDERS for found in _turned(_stages(document, ladder)))


def _turned(stages: list[Stage]) -> Iterator[Disorder]:
    for one, other in combinations(stages, 2):
        if is_later(one.date, other.date):
            first, second = sorted((one.date.span, other.date.span))
            yield Disorder(second, first, one.name, other.name)


def _stages(document: Document, ladder: tuple[tuple[str, re.Pattern[str]], ...]) -> list[Stage]:
    """The stages of a ladder that the story dates once, in the ladder’s order."""
    found = []
    for name, words in ladder:
        told = [stage for match in _told(document, words) if (stage := _dated(document, match, name)) is not None]
        found += told if len(told) == 1 else []
    return found


def _told(document: Document, words: re.Pattern[str]) -> Iterator[re.Match[str]]:
    blocks = blocks_with(document, *_SIGNS)
    return (match for block in blocks for match in words.finditer(document.text, *block.span))


def _dated(document: Document, match: re.Match[str], name: str) -> Stage | None:
    """The stage with the one date of its sentence, if no other clause stands between them."""
    sentence = sentence_at(document, match.start())
    dates = dates_within(document, sentence.span) if sentence else ()
    if sentence is None or len(dates) != 1 or not dates[0].year or in_quotation(document, match.start()):
        return None
    date = dates[0]
    gap = Span(min(match.end(), date.span.end), max(match.start(), date.span.start))
    apart = len(document[gap]) > _NEAR or _APART.search(document.text, *gap)
    return None if apart else Stage(name, date)
