"""Lifelines: the day on which the one person of a story was born or died, told twice with all but one part the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates
from newslint.story.families import RELATIVES
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

_VERB = compiled(
    r"\b(?P<verb>[Bb]orn|[Dd]ied)(?: (?:peacefully|suddenly|at home))?:?(?: (?:in|at) [A-Z][\w’-]+(?:,? (?:of |in |the )?[A-Z][\w’-]+){0,4})?,?(?: on)?,? \Z"
)
_NAME = compiled(r"\b[A-Z][\w’-]+")
_KIN = compiled(rf"(?i)\b(?:{RELATIVES}|twins?|whose|husband|wife|partner)\b")
_REACH = 70
_MOST = 12


class Day(Row):
    """The day of a birth or a death, with the capitalised words before it; none where a pronoun stands for the name."""

    date: DateReference
    verb: str
    names: frozenset[str]


class Lifeline(Row):
    """A birth or death dated at `suspect` and otherwise at `other`."""

    suspect: Span
    other: Span


@analysis
def lifelines(document: Document) -> tuple[Lifeline, ...]:
    """“She was born on 9 May 1932”, and at the foot “Ann Moor, weaver, born 19 May 1932; died 3 June 2025”."""
    if "orn " not in document.text and "ied " not in document.text:
        return ()
    told = list(_days(document))
    pairs = combinations(told, 2) if len(told) <= _MOST else ()
    twice = {key for key, times in Counter(map(_key, told)).items() if times > 1}
    return tuple(
        Lifeline(later.date.span, earlier.date.span)
        for earlier, later in pairs
        # A day that stands twice is one person’s already.
        if _are_one(earlier, later) and (earlier.names & later.names or not {_key(earlier), _key(later)} & twice)
    )


def _key(day: Day) -> tuple[object, ...]:
    return day.verb, day.date.year, day.date.month, day.date.day


def _days(document: Document) -> Iterator[Day]:
    text = document.text
    for date in dates(document):
        sentence = sentence_at(document, date.span.start)
        if sentence is None or not date.day or date.last_day or in_quotation(document, date.span.start):
            continue
        start = max(sentence.start, date.span.start - _REACH)
        start = max(start, text.rfind(";", start, date.span.start) + 1)
        match = _VERB.search(text, start, date.span.start)
        if match is not None and not _KIN.search(text, start, match.start()):
            names = frozenset(map(str, _NAME.findall(text, start, match.start()))) - {
                "He",
                "She",
                "They",
                "It",
                "Born",
                "Died",
            }
            yield Day(date, match["verb"].lower(), names)


def _are_one(earlier: Day, later: Day) -> bool:
    """Whether two days of one verb differ in one part alone, and no name tells two people."""
    if earlier.verb != later.verb or (earlier.names and later.names and not earlier.names & later.names):
        return False
    a, b = earlier.date, later.date
    if earlier.verb == "died" and not (a.year and b.year and (earlier.names or later.names)):
        return False
    parts = ((a.day, b.day), (a.month, b.month), (a.year, b.year))
    return None not in (a.year, b.year) and sum(one != other for one, other in parts) == 1
