"""Successions: what is said to come after something else, and is dated before it: “in 1999, two years after the fire in 2001”."""

from __future__ import annotations

from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import PLAIN_NUMBERS, alternatives

_LAPSE = rf"(?:an?|{alternatives(PLAIN_NUMBERS)}|\d{{1,2}}|some|several) (?:years?|months?|weeks?|days?|decades?)"
# “1999, two years after the fire of 2001”: the words between the two.
_AFTER = compiled(
    rf",? (?:(?:just|only|barely|nearly|almost|about) )?{_LAPSE} (?P<way>after|before) [^.;:()“”\"]{{1,80}}? (?:in|of|on) \Z"
)
# “… in 2004. Three years afterwards, in 2001, …”: what stands before the second.
_LATER = compiled(rf"\b{_LAPSE} (?:later|afterwards?|after that),? (?:and )?(?:in|on) \Z")
# What leads back to a time before, or to somebody else's life.
_BACK = compiled(r"\b(?:had|earlier|before|previous\w*|originally|first|born|back)\b")
_FAR = 260  # code points between the two


class Succession(Row):
    """What happened at `suspect` is said to have come after what happened at `other`, which is the later time."""

    suspect: Span
    other: Span


@analysis
def successions(document: Document) -> tuple[Succession, ...]:
    """Every two times that stand in the wrong order, in order."""
    if next(blocks_with(document, "after", "before", "later"), None) is None:
        return ()
    found = (_backward(document, first, second) for first, second in pairwise(moments(document)))
    return tuple(sorted(filter(None, found)))


def _backward(document: Document, first: DateReference, second: DateReference) -> Succession | None:
    between = document.text[first.span.end : second.span.start]
    if len(between) > _FAR or "\n" in between or in_quotation(document, first.span.start):
        return None
    counted = _AFTER.fullmatch(between)
    if counted and counted["way"] == "after":
        return Succession(first.span, second.span) if is_later(second, first) else None
    told = counted or (_LATER.search(between) and not _BACK.search(between))
    return Succession(second.span, first.span) if told and is_later(first, second) else None


def is_later(first: DateReference, second: DateReference) -> bool:
    """Whether `first` lies after `second`, as far as both say."""
    if first.year is None or second.year is None:
        return (
            first.year is None
            and second.year is None
            and first.month == second.month
            and (first.last_day or first.day or 0) > (second.day or 99)
        )
    if first.year != second.year:
        return first.year > second.year
    if first.month is None or second.month is None:
        return False
    if first.month != second.month:
        return first.month > second.month
    return (first.day or 0) > (second.day or 99)
