"""Opening days: the weekdays on which a place is open, and those on which it's said to be closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import WEEKDAY_FORMS, WEEKDAYS, alternatives

_DAY = rf"(?:{alternatives(WEEKDAYS)})s?"
_DAYS = rf"{_DAY}(?:(?:, (?:and )?| and | or | & ){_DAY})*"
_RANGE = rf"{_DAY}(?: to | through | until |[-–—]){_DAY}"
_OPEN = compiled(
    rf"(?i:\bopen(?:s|ing days)?\b)(?: to (?:the public|visitors|all))?(?: only)?(?: on| from| every|:)? (?P<days>{_RANGE}|{_DAYS}|daily|every day|seven days a week|all week)"
    r"(?! (?:night|morning|evening|afternoon))(?P<but>,? (?:except|but|apart from|bar)\b)?"
)
_CLOSED = compiled(
    rf"(?i:\b(?:closed|shut|closes|shuts|never open|not open))(?: all day)?(?: on| every|:)? (?P<days>{_RANGE}|{_DAYS})(?! (?:night|morning|evening|afternoon))"
)
_ONE = compiled(rf"\b({alternatives(WEEKDAYS)})")
_SEASON = compiled(
    r"(?i)\b(?:winter|summer|spring|autumn|season|holidays?|bank|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|used to|until|from now|will be|was|were|had|last|next|this)\b"
)
_OWNER = compiled(r"([a-z]+)(?:,? which)?,? (?:is |are |opens? ?|stays? |remains? )*\Z")
_MOST = 6  # a story of more places is a list of them


class OpenDays(Row):
    """The weekdays named at `span`: counted from 0, a Monday; `place` is the noun that is open, where one is."""

    span: Span
    days: frozenset[int]
    place: str
    habit: bool


class Unlike(Row):
    """Days at `suspect` that don't go with the days at `other`."""

    suspect: Span
    other: Span


@analysis
def days_unlike(document: Document) -> tuple[Unlike, ...]:
    """“Open from Wednesday to Sunday. Closed on Mondays and Wednesdays”; “open Thursday to Sunday”, and to Saturday."""
    if "open" not in document.text.lower():
        return ()
    opened = list(_told(document, _OPEN))
    closed = list(_told(document, _CLOSED))
    if len(opened) > _MOST or len(closed) > _MOST:
        return ()
    return (*_shut(document, opened, closed), *_two_weeks(opened))


def _shut(document: Document, opened: list[OpenDays], closed: list[OpenDays]) -> Iterator[Unlike]:
    for shut in closed:
        near = [one for one in opened if document.block_at(one.span.start) == document.block_at(shut.span.start)]
        if not near and shut.habit and len(opened) == len(closed) == 1:
            near = opened
        against = next((one for one in near if one.days & shut.days and _may_be_one(one, shut)), None)
        if against is not None:
            yield Unlike(shut.span, against.span)


def _two_weeks(opened: list[OpenDays]) -> Iterator[Unlike]:
    """Two weeks of one place, of which the shorter lies in the longer."""
    ranged = [one for one in opened if len(one.days) > 2]
    for one, other in combinations(ranged, 2):
        if one.days != other.days and len(ranged) == 2 and one.place == other.place and one.place:
            yield Unlike(other.span, one.span)


def _may_be_one(one: OpenDays, other: OpenDays) -> bool:
    return not one.place or not other.place or one.place == other.place


def _told(document: Document, form: re.Pattern[str]) -> Iterator[OpenDays]:
    text = document.text
    for block in document.copy:
        for match in form.finditer(text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            if sentence is None or match.groupdict().get("but") or _SEASON.search(text, *sentence.span):
                continue
            owner = _OWNER.search(text, sentence.start, match.start())
            habit = match["days"].endswith("s") or compiled(_RANGE).fullmatch(match["days"]) is not None
            yield OpenDays(Span(*match.span("days")), _days(match["days"]), owner[1] if owner else "", habit)


def _days(words: str) -> frozenset[int]:
    named = [WEEKDAY_FORMS[name.lower()] for name in _ONE.findall(words)]
    if not named:
        return frozenset(range(7))
    if len(named) == 2 and compiled(_RANGE).fullmatch(words):
        return frozenset((named[0] + step) % 7 for step in range((named[1] - named[0]) % 7 + 1))
    return frozenset(named)
