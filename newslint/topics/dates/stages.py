"""Stages: what comes later in the life of a person, a building or a case, with a year or a month before what comes first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference
from newslint.story.families import RELATIVES
from newslint.text.sentences import sentences
from newslint.text.vocabulary import MONTHS, alternatives
from newslint.topics.dates.double_moments import head, is_apart, takes_up
from newslint.topics.dates.tellings import Telling, tellings

# What can only come after it, of one thing; and of one person, where a paragraph tells it of nobody else.
_OF_A_THING = {
    "building": ("opening", "demolition", "collapse"),
    "founding": ("closure", "demolition"),
    "opening": ("demolition",),
    "discovery": ("publication",),
    "suit": ("ruling",),
}
_OF_A_PERSON = {
    "graduation": ("doctorate",),
    "joining": ("retirement",),
    "wedding": ("divorce",),
    "arrest": ("verdict", "sentence"),
    "charge": ("verdict", "sentence"),
    "verdict": ("sentence",),
    "illness": ("death",),
}
_SENTENCES_APART = 2
_MOST = 60
_WHO = compiled(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
# Somebody else who acts: a name that no preposition leads to, or kin.
_ANOTHER = compiled(
    rf"(?<!\bto )(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bfrom )(?<!\bfor )(?<!\bthe )\b(?!(?:{alternatives(MONTHS)})\b)[A-Z][a-z]+"
)
_KIN = compiled(rf"(?i)\b{RELATIVES}\b")


class Stage(Row):
    """The later stage, dated at `suspect`, before the earlier one, at `other`."""

    suspect: Span
    other: Span


@analysis
def reversed_stages(document: Document) -> tuple[Stage, ...]:
    """“She took her first degree in 1962 and, in Ayle, completed her doctorate in 1960.”"""
    told = [telling for telling in tellings(document) if telling.date and not telling.loose and telling.date.year]
    if len(told) > _MOST:
        return ()
    order = {sentence.start: number for number, sentence in enumerate(sentences(document))}
    return tuple(_reversed(document, told, order))


def _reversed(document: Document, told: list[Telling], order: dict[int, int]) -> Iterator[Stage]:
    for pair in combinations(told, 2):
        if any(is_apart(document, telling, *pair) for telling in pair):
            continue
        for first, then in (pair, pair[::-1]):
            if (
                first.date
                and then.date
                and _is_before(then.date, first.date)
                and _are_stages(document, first, then, order)
            ):
                yield Stage(then.span, first.span)


def _is_before(one: DateReference, other: DateReference) -> bool:
    if one.year != other.year:
        return (one.year or 0) < (other.year or 0)
    return (one.month or 99) < (other.month or 0)


def _are_stages(document: Document, first: Telling, then: Telling, order: dict[int, int]) -> bool:
    if first.names and then.names and not first.names & then.names:
        return False
    for early in first.kinds:
        for late in then.kinds:
            if late in _OF_A_THING.get(early, ()) and _of_one_thing(document, early, first, late, then):
                return True
            if late in _OF_A_PERSON.get(early, ()) and _of_one_person(document, first, then, order):
                return True
    return False


def _of_one_thing(document: Document, early: str, first: Telling, late: str, then: Telling) -> bool:
    shared = first.things & then.things
    one, two = head(document, early, first, shared), head(document, late, then, shared)
    return bool(shared) and one is not None and two is not None and takes_up(two, one, bare=False)


def _of_one_person(document: Document, first: Telling, then: Telling, order: dict[int, int]) -> bool:
    """Whether one stands close behind the other and speaks of “him” or “her”, with no name between."""
    apart = order[then.sentence.start] - order[first.sentence.start]
    if not 0 <= apart <= _SENTENCES_APART or document.block_at(first.span.start) != document.block_at(then.span.start):
        return False
    start = then.sentence.start
    another = _ANOTHER.search(document.text, start + 1, then.span.start) or _KIN.search(
        document.text, start, then.span.start
    )
    return another is None and _WHO.search(document.text, start, then.span.start) is not None
