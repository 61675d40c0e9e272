"""Others: the words by which a clause sets a moment against others of its kind: “the next meeting”, “again on May 3”, “every Monday”."""

from __future__ import annotations

import re

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.vocabulary import WEEKDAYS, alternatives

_ANOTHER = (
    r"(?i)\b(?:also|another|other|again|usually|normally|daily|originally|previous(?:ly)?|next|earlier|later|second|third|"
    r"(?:week|month|quarter|year|half|period|season),? (?:end(?:ed|ing|s)|beg[aiu]n\w*|start\w*)|following|anniversary|last (?:year|week|month|time|season)|a year|would have|should have|not|forecast|propos(?:e[sd]?|al|als|ing)|"
    rf"(?:each|every) (?:other )?(?:day|night|morning|evening|afternoon|week|weekday|weekend|month|year|hour|{alternatives(WEEKDAYS)})|"
    r"(?:was|were|had been) (?:due|scheduled|expected|supposed|set|meant|timed|planned|to))\b"
)
_WORDS = compiled(_ANOTHER)
# “Both hearings”, “the annual meeting”: it may be one of several.
_SEVERAL = compiled(rf"{_ANOTHER}|\b(?:two|both|annual(?:ly)?)\b")
# “Trains start again on Monday”: what starts again was no other before.
_RESUMES = compiled(
    r"(?i)\b(?:start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|(?:re)?open(?:s|ed|ing)?|run(?:s|ning)?|resum(?:es?|ed|ing)) \Z"
)
_HAND = compiled(r" hand\b")
# “On 3 May last year”, “from 1 July of next year”: the year of the moment itself.
_OF_ITS_YEAR = compiled(r",? (?:of )?(?=(?:last|next) year\b)")
_REACH = 12
# What is called so twice may be the same: “the next meeting”.
_WHICH = frozenset([frozenset(["next"]), frozenset(["second"]), frozenset(["third"])])


def words_of_others(text: str, clause: Span, moment: Span) -> frozenset[str]:
    """The words in the clause of a moment that set it against others."""
    return frozenset(found[0].lower() for found in _WORDS.finditer(text, *clause) if _sets_apart(text, found, moment))


def may_be_several(text: str, clause: Span, moment: Span) -> bool:
    """Whether words in the clause of a moment set it against others, or say that there are several."""
    return any(_sets_apart(text, found, moment) for found in _SEVERAL.finditer(text, *clause))


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of two moments set either against others, and don't call both the same."""
    return bool(one or other) and not (one == other and one in _WHICH)


def _sets_apart(text: str, found: re.Match[str], moment: Span) -> bool:
    word = found[0].lower()
    if word == "again":
        return _RESUMES.search(text, max(0, found.start() - _REACH), found.start()) is None
    if word == "other":
        return _HAND.match(text, found.end()) is None
    if word in ("next", "last year"):
        own = _OF_ITS_YEAR.match(text, moment.end)
        return own is None or own.end() != found.start()
    return True
