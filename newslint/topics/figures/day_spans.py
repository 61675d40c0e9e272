"""Day spans: two days and how many days, weeks or months the copy says it is from one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.calendar import days_in
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import MONTHS

_TO = compiled(r",?(?: ?[–—-] ?| (?:to|through|until|till) (?:the )?)\Z")
# “opens June 3 and ends June 9”
_OPENS = compiled(r"(?i)\b(?:open(?:s|ed|ing)?|beg[ai]n(?:s|ning)?|start(?:s|ed|ing)?) (?:on )?\Z")
_ENDS = compiled(r",? and (?:will )?(?:end(?:s|ed|ing)?|clos(?:e|es|ed|ing)|finish(?:es|ed|ing)?) (?:on )?\Z")
_AND = compiled(r" and \Z")
_LENGTHS = {"day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4}
_SMALL = r"(?:of|after|before|ago|later|earlier|into|in|at|to|with|without|than|more|since|for|as|by|and|or|old|was|were|is|list|notice|pass|ticket|supply|plan|limit|average|forecast|outlook|permit|visa|rule|contract|deadline|policy)"
_NOUN = rf"(?:[ -](?!{_SMALL}\b)[a-z]+(?: (?!{_SMALL}\b)[a-z]+){{0,2}})?"
_RUNS = r"(?: (?:which|that|to|will|would|is|was|are|were|be|runs?|ran|running|held|lasts?|lasted|took place|takes place|taking place|set|scheduled|due|opens?|opened|opening|begins?|began|beginning|starts?|started|starting))*"
# “the 12-day fair, which runs from” and “lasted 12 days, from”
_AHEAD = compiled(rf"(?P<noun>{_NOUN}),?{_RUNS},?(?: \(| (?:from |between |on )?(?:the )?)")
# “…, a 12-day fair” and “…, 12 days in all.”
_BEHIND = compiled(
    r"(?:,| [–—]|;) (?:an? |a (?:period|stretch|span|total) of |lasting |or |in all |(?:is|was|will be) an? )?\Z"
)
_WHOLE = compiled(r"(?: in all| altogether)?\s*(?:[.,;:)]|\Z)")
_WHOLE_THING = compiled(r"(?: [a-z][\w’'-]*){1,2}\s*(?:[.,;:)]|\Z)")
# “… and June 10 to June 12”, “…, with weekends off”
_GOES_ON = compiled(
    r",? (?:(?:and|or|then|plus)(?: again)?(?: on| from)? (?=[A-Z\d])|(?:with|without|except|excluding|but|not)\b)"
)
_NARROWED = compiled(r"\b(?:first|last|next|another|final|of|only|other|every|each|per|within|than) (?:the )?\Z")


class DaySpan(Row):
    """From `start` to `end` it is `days` days, both ends not counted twice; the copy says `length`.

    `whole` tells that it can’t be meant of a part of them; `first` and `last` name the two days.
    """

    start: Span
    end: Span
    first: str
    last: str
    days: int
    length: Quantity
    whole: bool

    @property
    def said(self) -> float:
        """The days that the copy gives."""
        return self.length.value * _LENGTHS[self.length.unit]


@analysis
def dayspans(document: Document) -> tuple[DaySpan, ...]:
    """Every range of days that stands with its length in days, weeks or months."""
    return tuple(found for one, other in _ranges(document) for found in _told(document, one, other))


def _ranges(document: Document) -> Iterator[tuple[DateReference, DateReference]]:
    """The first and the last day of each range."""
    last: DateReference | None = None
    for date in dates(document):
        if date.day and date.last_day and date.last_day > date.day:
            yield date, date._replace(day=date.last_day)
        elif last is not None and _is_range(document, last, date) and _days_between(last, date):
            yield last, date
        last = date


def _is_range(document: Document, one: DateReference, other: DateReference) -> bool:
    if not (one.day and other.day) or one.last_day or other.last_day:
        return False
    gap = document.text[one.span.end : other.span.start]
    between = document.text[max(0, one.span.start - 9) : one.span.start] == " between "
    if _ENDS.match(gap):
        return bool(_OPENS.search(document.text[max(0, one.span.start - 14) : one.span.start]))
    return len(gap) < 14 and bool(_TO.match(gap) or (between and _AND.match(gap)))


def _days_between(one: DateReference, other: DateReference) -> int:
    """The days from one to the other, at most a year; 0 where that can’t be told."""
    if one.year and other.year and one.year != other.year and one.year + 1 != other.year:
        return 0
    first, last = (
        sum(days_in(month) for month in range(1, date.month or 1)) + (date.day or 0) for date in (one, other)
    )
    later = one.year and other.year and one.year < other.year
    return last - first + (366 if later or last < first else 0)


def _told(document: Document, one: DateReference, other: DateReference) -> Iterator[DaySpan]:
    sentence = sentence_at(document, one.span.start)
    if sentence is None or in_quotation(document, one.span.start):
        return
    for length in quantities_within(document, Span(sentence.start, sentence.end)):
        if length.kind is Kind.TIME and length.unit in _LENGTHS and length.top == length.value:
            whole = _is_whole(document, length, Span(one.span.start, other.span.end), sentence)
            if whole is not None:
                first, last = (f"{MONTHS[(date.month or 1) - 1]} {date.day}" for date in (one, other))
                yield DaySpan(one.span, other.span, first, last, _days_between(one, other), length, whole)


def _is_whole(document: Document, length: Quantity, range_: Span, sentence: Sentence) -> bool | None:
    """Whether the length can be no part of the range; None where it isn’t that of the range at all."""
    text, (start, end) = document.text, range_
    if _GOES_ON.match(text, end):
        return None
    if _NARROWED.search(text[max(sentence.start, length.start - 16) : length.start]):
        return None
    if length.span.end < start:
        gap = _AHEAD.fullmatch(text, length.span.end, start)
        return None if gap is None else not gap["noun"]
    if not (end <= length.start <= end + 24 and _BEHIND.match(text[end : length.start])):
        return None
    form = _WHOLE_THING if "-" in document[length.span] else _WHOLE
    return True if form.match(text, length.span.end, sentence.end) else None
