"""Ends: the days and the times of day that the copy names, laid on one line, between which a length of time may lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments, publication
from newslint.story.present import present
from newslint.story.times import DAY, Clock, clocks
from newslint.text.calendar import days_in
from newslint.text.prefilter import blocks_with_words
from newslint.text.vocabulary import MONTH_FORMS, MONTHS, alternatives

YEAR = 365.25
# A year without leap days, for dates that give none.
_ANY = 2001
# A month that neither a day nor a year stands beside: “in May”, “since March”.
_MONTH = compiled(
    rf"\b(?:in|since|until|till|by|from|to|and|between|last|next|this|early|late|mid|before|after|through|of)[ -](?P<month>{alternatives(MONTHS)})\b(?! \d)",
)
_NAMES = frozenset(map(str.lower, MONTHS))
_LEAD = compiled(r"(?P<word>[A-Za-z]+)(?: the| early| late| about)?[ (]*\Z")
_REACH = 24


class Gap(Row):
    """From how many to how many days may lie between two ends."""

    least: float
    most: float

    @property
    def days(self) -> float:
        """The days in the middle."""
        return (self.least + self.most) / 2


class End(Row):
    """Where something may begin or end: from `least` to `most`, in days, by what stands at `span`.

    `grain` is “clock”, “day”, “month” or “year”, or “now” for the draft's own date. `led` is the word that leads up to it. Of a `date`
    that gives no year `least` and `most` are those of any year; a `clock` that is open may be twelve hours later as well.
    """

    span: Span
    least: float
    most: float
    grain: str
    led: str = ""
    date: DateReference | None = None
    clock: Clock | None = None

    @property
    def yearless(self) -> bool:
        return self.date is not None and self.date.year is None

    def of(self, year: int) -> End:
        """The same day or month of that year."""
        end = _end(self.date, self.led, year) if self.date else None
        return end or self


@analysis
def ends(document: Document) -> tuple[End, ...]:
    """Every date, month, year and time of day that stands by itself, in order."""
    dated = (_end(moment, _led(document, moment.span)) for moment in (*moments(document), *_months(document)))
    timed = (
        End(clock.span, clock.minute / DAY, clock.minute / DAY, "clock", _led(document, clock.span), clock=clock)
        for clock in clocks(document)
    )
    return tuple(sorted((end for end in (*dated, *timed) if end is not None), key=lambda end: end.span))


@analysis
def starts_of_ends(document: Document) -> list[int]:
    """Where each of the `ends` begins."""
    return [end.span.start for end in ends(document)]


def ends_within(document: Document, span: Span) -> tuple[End, ...]:
    """The ends that stand in `span`."""
    starts = starts_of_ends(document)
    return ends(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _months(document: Document) -> Iterator[DateReference]:
    taken = {moment.span.start for moment in moments(document) if moment.month}
    for block in blocks_with_words(document, _NAMES):
        for match in _MONTH.finditer(document.text, block.start, block.end):
            if match.start("month") not in taken:
                yield DateReference(Span(*match.span("month")), None, MONTH_FORMS[match["month"].lower()])


def _led(document: Document, span: Span) -> str:
    found = _LEAD.search(document.text, max(0, span.start - _REACH), span.start)
    return str(found["word"]).lower() if found else ""


def _end(moment: DateReference, led: str, year: int | None = None) -> End | None:
    """The end that a date is, if there is such a day."""
    number = moment.year or year or _ANY
    month, last = moment.month or 1, moment.month or 12
    if not 0 < last <= 12 or not 0 < number < 3000 or (moment.day or 1) > days_in(month, number):
        return None
    least = date(number, month, moment.day or 1).toordinal()
    most = date(number, last, moment.day or days_in(last, number)).toordinal()
    grain = "day" if moment.day else "month" if moment.month else "year"
    known = moment if year is None else moment._replace(year=year)
    return End(moment.span, least, most, grain, led, known)


@analysis
def draft_day(document: Document) -> End | None:
    """The day on which the draft was written, or else its year, if that is known."""
    own = publication(document)
    day = _end(own, "") if own is not None else None
    if day is not None:
        return day._replace(grain="now")
    now = present(document)
    if now is None or now.least != now.most or now.told.year is None:
        return None
    return End(now.told.span, date(now.least, 1, 1).toordinal(), date(now.least, 12, 31).toordinal(), "now")


def gap(first: End, last: End) -> Gap | None:
    """The days from one end to a later one; of times of day, and of dates without a year, to the next such."""
    if (first.grain == "clock") != (last.grain == "clock"):
        return None
    if first.clock and last.clock:
        minutes = first.clock.to(last.clock)
        return Gap(minutes / DAY, minutes / DAY) if minutes else None
    lent = first.yearless or last.yearless
    first, last = _of_one_year(first, last)
    between = Gap(last.least - first.most, last.most - first.least)
    if between.days <= 0 and lent and "year" not in (first.grain, last.grain):
        between = Gap(between.least + YEAR, between.most + YEAR)
    return between if between.days > 0 else None


def _of_one_year(first: End, last: End) -> tuple[End, End]:
    """Both, with the year of the one for the other that gives none."""
    if first.yearless and not last.yearless:
        year = date.fromordinal(int(last.most)).year
        lent = first.of(year)
        return (lent if lent.least <= last.most else first.of(year - 1)), last
    if last.yearless and not first.yearless:
        return first, last.of(date.fromordinal(int(first.least)).year)
    return first, last
