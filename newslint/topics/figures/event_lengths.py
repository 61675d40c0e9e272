"""Event lengths: how long one event of the story lasted, told twice: “deliberated for eight hours”, “six hours of deliberation”."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HEDGES, NUMBER_WORDS, alternatives
from newslint.topics.figures.elapsed import Elapsed

# Events of which a story mostly tells of one, by every word that tells of their going on.
_EVENTS = {
    "deliberation": r"deliberat(?:ions?|ed|ing|es?)",
    "running": r"running[ -]times?",
    "trial": r"trials?",
    "inquest": r"inquests?",
    "siege": r"sieges?|stand-?offs?",
    "strike": r"strikes?|walkouts?|stoppages?",
    "search": r"search(?:es|ed|ing)?",
    "flight": r"flights?",
    "voyage": r"voyages?|crossings?|passages?",
    "restoration": r"restorations?|restored",
    "closure": r"closures?|shut|closed",
    "marriage": r"marriages?|married",
    "reign": r"reigns?|reigned",
    "operation": r"operations?|surger(?:y|ies)",
    "course": r"courses?",
    "occupation": r"occupations?|sit-ins?",
    "outage": r"outages?|blackouts?|power cuts?",
}
_MINUTES = {"minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "month": 43830.0, "year": 525960.0}
# Another event of the sort, or a length that it was not to have.
_ANOTHER = compiled(
    r"(?i)\b(?:last|previous\w*|first|second|third|other|another|earlier|longest|shortest|average|usually|typical\w*|normal\w*|up to|at least|maximum|expected|scheduled|planned|due|could|would|might|may|should|if|every|each|per|record|until|ago|later|before|since|than|rather|into|in (?:19|20)\d\d|more|maximum|minimum|plans?|proposed|will|can)\b"
)
_LOOSE, _HEDGED = 0.08, 0.2
_FARTHEST = 3.0  # times


class EventLength(Row):
    """The event called `what` is said at `span` to have lasted for so many `minutes`, `slack` more or less; `unit` tells how fine."""

    what: str
    span: Span
    minutes: float
    slack: float
    unit: str


@analysis
def events_of_two_lengths(document: Document) -> tuple[Elapsed, ...]:
    """The later of two lengths of one event that can’t be one, where no third is told of."""
    groups: dict[str, list[EventLength]] = defaultdict(list)
    for told in event_lengths(document):
        groups[told.what].append(told)
    pairs = [group for group in groups.values() if len(group) == 2 and _are_apart(*group)]
    return tuple(Elapsed(last.span, first.span, first.span, document[first.span]) for first, last in pairs)


def _are_apart(one: EventLength, other: EventLength) -> bool:
    fine = _MINUTES["year"] if one.unit == other.unit == "year" else 0.0  # both ends of a time may count
    slack = max(fine, one.slack + other.slack)
    if one.unit != other.unit:
        slack += _LOOSE * (one.minutes + other.minutes)
    small, great = sorted((one.minutes, other.minutes))
    return great - small > slack and great < _FARTHEST * small


@analysis
def event_lengths(document: Document) -> tuple[EventLength, ...]:
    """Every length of time that is told of an event, in order."""
    return tuple(
        told
        for block in blocks_with(document, "minute", "hour", "day", "week", "month", "year")
        for match in _length().finditer(document.text, block.start, block.end)
        if (told := _told(document, match)) is not None
    )


def _told(document: Document, match: re.Match[str]) -> EventLength | None:
    sentence = sentence_at(document, match.start())
    word = (match["behind"] or match["ahead"] or "").lower()
    if sentence is None or not word or in_quotation(document, match.start()):
        return None
    start, end = max(sentence.start, match.start() - 40), min(sentence.end, match.end() + 25)
    if _ANOTHER.search(document.text, start, end):
        return None
    what = next(name for name, words in _EVENTS.items() if compiled(words).fullmatch(word))
    unit = match["unit"].lower()
    value = _value(match["first"]) + (0.5 if match["half"] or match["halves"] else 0.0)
    minutes = _MINUTES[unit] * value + _MINUTES[(match["small"] or unit).lower()] * _value(match["more"] or "0")
    slack = minutes * _HEDGED if match["hedge"] else 0.0
    return EventLength(what, Span(match.start("first"), match.end("last")), minutes, slack, unit)


def _value(words: str) -> float:
    words = words.lower()
    if words in ("a", "an"):
        return 1.0
    return float(words) if words.isdecimal() else float(NUMBER_WORDS[words])


@cache
def _length() -> re.Pattern[str]:
    """A length behind or ahead of an event: “a six-week trial”, “the trial lasted six weeks”, “six weeks of trial”."""
    number = rf"\d{{1,3}}|an?|{alternatives(NUMBER_WORDS)}"
    event = "|".join(_EVENTS.values())
    units = "minute|hour|day|week|month|year"
    hedge = rf"(?P<hedge>{alternatives(HEDGES, ['just under', 'just over', 'the best part of', 'well over'])}) "
    ahead = rf"\b(?:(?P<ahead>{event})(?: had| has| was| which)*(?: lasted| took| taken| ran| went on| lasting| of| time| for|:){{1,2}}(?: for)? )"
    behind = rf"(?:s?(?:[’'])? of (?:the |their |its |her |his )?|[- ](?:long )?)(?P<behind>{event})\b"
    return compiled(
        rf"(?:{ahead}|\b)(?:{hedge})?(?P<last>(?P<first>{number})(?P<half> and a half)?[- ](?P<unit>{units})s?(?P<halves> and a half)?(?:,? and (?P<more>\d{{1,2}}|{alternatives(NUMBER_WORDS)}) (?P<small>{units})s?)?)(?(ahead)\b|{behind})",
        re.I,
    )
