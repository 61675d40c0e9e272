"""Relative days: “two days later, on Thursday” behind a Monday, “the next day, Wednesday” behind a Monday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import NUMBER_WORDS, WEEKDAY_FORMS, WEEKDAYS, alternatives

# How far before it the day stands that another is counted from, in code points.
_REACH = 300
_NUMBER = rf"\d{{1,2}}|{alternatives(NUMBER_WORDS)}|a"
_DAY = rf"(?P<day>{alternatives(WEEKDAYS)})\b"
_OTHER = compiled(r"(?i)\b(?:every|each|until|by|next|last|following|previous|or|and|to) \Z")
_WEEK_ON = compiled(r"(?i)\b(?:weeks?|months?|years?|weekend)\b")


class RelativeDay(Row):
    """The weekday at `span`, said to be `apart` days from the one at `base` by the words at `words`; `right` is the true one."""

    span: Span
    base: Span
    words: Span
    right: int
    named: int


@cache
def _relative() -> re.Pattern[str]:
    return compiled(
        rf"(?i:\b(?:(?P<number>{_NUMBER}) days? (?P<way>later|earlier|before that|after that)|(?P<next>the (?:next|following) day|the day after)"
        rf"|(?P<before>the (?:day before|previous day)))),? (?:on )?{_DAY}(?!['’])"
    )


@analysis
def relative_days(document: Document) -> tuple[RelativeDay, ...]:
    """Each weekday with its distance from the last one before it, where the two don’t fit."""
    return tuple(_relative_days(document))


def _relative_days(document: Document) -> Iterator[RelativeDay]:
    text = document.text
    for block in blocks_with(document, " day"):
        for match in _relative().finditer(text, block.start, block.end):
            base = _last_day(text, max(block.start, match.start() - _REACH), match.start())
            if base is None or in_quotation(document, match.start()):
                continue
            named, right = _weekday(match["day"]), (_weekday(base[0]) + _days(match)) % 7
            if named != right:
                words = Span(match.start(), match.start("day"))
                yield RelativeDay(Span(*match.span("day")), Span(*base.span()), words, right, named)


def _last_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The one weekday before; None where there are two, or where weeks go by."""
    found = list(compiled(rf"\b{_DAY}(?!['’])").finditer(text, start, end))
    if len(found) != 1 or _OTHER.search(text, max(start, found[0].start() - 12), found[0].start()):
        return None
    return None if _WEEK_ON.search(text, found[0].end(), end) else found[0]


def _weekday(name: str) -> int:
    return WEEKDAY_FORMS[name.lower()]


def _days(match: re.Match[str]) -> int:
    if match["next"] or match["before"]:
        return 1 if match["next"] else -1
    word = match["number"].lower()
    number = int(word) if word.isdigit() else NUMBER_WORDS.get(word, 1)
    return number if match["way"].lower() in ("later", "after that") else -number
