"""Successions: what is said to come after something else, and is dated before it (“in 1999, two years after the fire in 2001”); or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments
from newslint.story.times import DAY, clocks
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import PLAIN_NUMBERS, STRONG_PASTS, alternatives

_FOLLOWING = (
    "followed",
    "answered",
    "replied",
    "responded",
    "retaliated",
    "equalised",
    "equalized",
    "levelled",
    "leveled",
)
_LAPSE = rf"(?:an?|{alternatives(PLAIN_NUMBERS)}|\d{{1,2}}|some|several) (?:years?|months?|weeks?|days?|decades?)"
# “1999, two years after the fire of 2001”: the words between the two.
_AFTER = compiled(
    rf",? (?:(?:just|only|barely|nearly|almost|about) )?{_LAPSE} (?P<way>after|before) [^.;:()“”\"]{{1,80}}? (?:in|of|on) \Z"
)
# “… in 2004. Three years afterwards, in 2001, …”: what stands before the second.
_LATER = compiled(rf"\b{_LAPSE} (?:later|afterwards?|after that),? (?:and )?(?:in|on) \Z")
# “Harker followed at 9:50”, “Larsen answered from the left with 2:31 to play”: what leads from the first to the second.
_FOLLOWED = compiled(rf"[^“”\"]*\b(?:{alternatives(_FOLLOWING)})\b[^.;:“”\"]{{0,80}}? (?:in|on|at|with) \Z")
# What is left of a game: it runs backwards.
_LEFT = compiled(r"\bwith (?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d) (?:left|remaining|to (?:play|go))\b")
_HOURS = 3 * 60  # in so many minutes one follows another; and half the dial
_DIAL = DAY // 2
# What leads back to a time before, or to somebody else's life; a child is born years later.
_BACK = compiled(rf"\b(?:had|earlier|before|previous\w*|originally|first|born(?! {_LAPSE} later)|back)\b")
# “They had met in …”: a sentence in the past perfect tells of a time before the one that the sentence ahead of it has reached.
_PARTICIPLE = rf"(?:\w+(?:ed|en|wn)|{alternatives(STRONG_PASTS)}|been|gone|come|become|begun|run)"
_HAD = compiled(
    rf"[^“”\"]*[.!?] [A-Z][\w’'-]*(?: [\w’'-]+){{0,5}} had (?:(?:first|already|only|just|also) )?{_PARTICIPLE}(?:[^.,;:“”\"]{{0,60}} |,? )(?:in|on) (?:the (?:\w+ )?of )?\Z"
)
_TWO_EARLIER = compiled(r"\b(?:born|[Hh]aving|died|dies)\b")
_FAR = 260  # code points between the two


class Succession(Row):
    """What happened at `suspect` is said to have come after what happened at `other`, which is the later time; or before it, which is the earlier."""

    suspect: Span
    other: Span
    before: bool = False


@analysis
def successions(document: Document) -> tuple[Succession, ...]:
    """Every two times that stand in the wrong order, in order."""
    if next(blocks_with(document, "after", "before", "later", "had", *_FOLLOWING), None) is None:
        return ()
    found = (_backward(document, first, second) for first, second in pairwise(moments(document)))
    return tuple(sorted((*filter(None, found), *_hours(document), *_countdowns(document))))


def _hours(document: Document) -> Iterator[Succession]:
    """An hour that is said to follow another and comes before it, as far as the dial tells."""
    for first, second in pairwise(clocks(document)):
        back = (first.minute - second.minute) % _DIAL
        if 0 < back <= _HOURS and _follows(document, first.span, second.span):
            yield Succession(second.span, first.span)


def _countdowns(document: Document) -> Iterator[Succession]:
    """What is left of a game, where it's said to follow a time when less was left."""
    left = [
        match for block in blocks_with(document, *_FOLLOWING) for match in _LEFT.finditer(document.text, *block.span)
    ]
    for first, second in pairwise(left):
        more = int(second["minutes"]) * 60 + int(second["seconds"]) > int(first["minutes"]) * 60 + int(first["seconds"])
        one, other = Span(*first.span()), Span(second.start("minutes"), second.end())
        if more and _follows(document, one, other):
            yield Succession(other, one)


def _follows(document: Document, first: Span, second: Span) -> bool:
    """Whether the words between two times of one paragraph say that the second's came after the first's."""
    between = document.text[first.end : second.start]
    if len(between) > _FAR or "\n" in between or in_quotation(document, first.start):
        return False
    return _FOLLOWED.fullmatch(between) is not None and not _BACK.search(between)


def _backward(document: Document, first: DateReference, second: DateReference) -> Succession | None:
    between = document.text[first.span.end : second.span.start]
    if len(between) > _FAR or "\n" in between or in_quotation(document, first.span.start):
        return None
    counted = _AFTER.fullmatch(between)
    if counted and counted["way"] == "after":
        return Succession(first.span, second.span) if is_later(second, first) else None
    if _goes_back(document, first, between):
        return Succession(second.span, first.span, before=True) if is_later(second, first) else None
    told = (
        counted or (_LATER.search(between) and not _BACK.search(between)) or _follows(document, first.span, second.span)
    )
    return Succession(second.span, first.span) if told and is_later(first, second) else None


def _goes_back(document: Document, first: DateReference, between: str) -> bool:
    """Whether the sentence behind that of `first` is in the past perfect, and that of `first` tells of one time."""
    sentence = sentence_at(document, first.span.start) if " had " in between and _HAD.fullmatch(between) else None
    return sentence is not None and not _TWO_EARLIER.search(document[sentence.span])


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
