"""Dates: every day, month and year that the copy names, in the forms that British and American papers use."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import is_counted
from newslint.text.vocabulary import MONTH_FORMS, WEEKDAY_FORMS, WEEKDAYS, alternatives
from newslint.text.words import digits

# How far to the left of a month its day and weekday can stand, in code points.
_REACH = 64

# Patterns begin with what they find, not with what must stand before it: so they are many times as fast.
# In headings and on posters in capitals: “FRIDAY, MAY 23”.
_MONTH = compiled(rf"(?:{alternatives(map(str.capitalize, MONTH_FORMS), map(str.upper, MONTH_FORMS))})\b")
_WEEKDAY = rf"\b(?:{alternatives(map(str.capitalize, WEEKDAY_FORMS), map(str.upper, WEEKDAYS))})\b(?!['’])\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—/&]\s?|\s(?:to|and|or|until|till|through)\s(?:the\s)?)"
_BARE_YEAR = compiled(r"[12](?<![\w$£€.,:/#+@’'].)(?<![A-Za-z]-.)\d{3}(?![\w%]|[.,:/]\d|[-–]\w*[A-Za-z])")

_CAPITALISED = compiled(r"[A-Z]\w* \Z")


class DateReference(Row):
    """A date as the copy gives it; what it doesn't say is None.

    `weekday` counts from 0, a Monday; `month` from 1. `last_day` and `last_weekday` close a range within
    one month (“March 21-23”). `lent` says that the year stands at the date that this one is joined to.
    """

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    last_weekday: int | None = None
    lent: bool = False

    @property
    def full(self) -> bool:
        """Whether day, month and year are all known."""
        return self.day is not None and self.month is not None and self.year is not None


# A later year that stands without a month is a number.
LATEST = 2100


class NumericDate(Row):
    """A date in figures (2018-03-21, 21/03/2018). `first` and `second` are day and month in either order."""

    span: Span
    year: int
    first: int
    second: int
    year_first: bool
    weekday: int | None = None


@analysis
def dates(document: Document) -> tuple[DateReference, ...]:
    """Every date with a month's name, in order; a bare “May” or “March” is none."""
    found: list[DateReference] = []
    text = document.text
    for block in document.copy:
        for month in _MONTH.finditer(text, block.start, block.end):
            if month.start() == block.start or not text[month.start() - 1].isalnum():
                found.extend(_dates_at(text, block, month))
    return tuple(_with_lent_years(text, found))


@analysis
def bare_years(document: Document) -> tuple[DateReference, ...]:
    """Every year that stands without a month, in order: whole numbers from 1000 to 2999 that can be one."""
    taken = {reference.span.end for reference in dates(document) if reference.year}
    return tuple(
        DateReference(Span(*match.span()), int(match[0]))
        for start, block in digits(document)
        if (match := _BARE_YEAR.match(document.text, start, block.end))
        and match.end() not in taken
        and not is_counted(document.text, *match.span())
    )


@analysis
def moments(document: Document) -> tuple[DateReference, ...]:
    """Dates and bare years together, in order."""
    return tuple(sorted((*dates(document), *bare_years(document))))


@analysis
def _starts(document: Document) -> list[int]:
    return [moment.span.start for moment in moments(document)]


def dates_within(document: Document, span: Span) -> tuple[DateReference, ...]:
    """The dates and bare years in `span`."""
    starts = _starts(document)
    return moments(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


@cache
def _left() -> re.Pattern[str]:
    return compiled(
        rf"(?:(?P<earlier_weekday>{_WEEKDAY})(?:,?\s(?P<earlier>{_DAY}),?)?{_TO})?"
        rf"(?:(?P<weekday>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?,?\s\(?(?:the\s)?)?"
        rf"(?:(?<![\w.,:/$£€–-])(?P<first>{_DAY}){_TO})?"
        rf"(?:(?<![\w.,:/$£€])(?P<day>{_DAY})\s(?:day\s)?(?:of\s)?)?\Z"
    )


@cache
def _right() -> re.Pattern[str]:
    """What follows a month that no day stands before."""
    return compiled(
        rf"\.?\s(?:the\s)?(?P<day>{_DAY})(?!\w|[-–]?[A-Za-z]|[.,:/]\d|\s?%)"
        rf"(?:(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s|\sand\s(?={_DAY}[,.;:)]))"
        rf"(?P<last>{_DAY})(?=\s?[,.;:)—]|\Z|\s[a-z(]|\s\d{{4}}\b)(?![.,:]\d))?"
        rf"(?:,?\s(?P<year>\d{{4}})(?!\w|[.,]\d))?"
    )


@cache
def _year_behind() -> re.Pattern[str]:
    return compiled(r"\.?,?\s(?:of\s)?(?P<year>\d{4})(?!\w|[.,]\d|\s?%)")


@cache
def _weekday_behind() -> re.Pattern[str]:
    return compiled(
        rf"(?:\s\(|,?\s(?:which\s)?(?:was|is|will be|falls on|fell on)\s(?:an?\s)?|(?:,|\s[–—])\san?\s)(?P<weekday>{_WEEKDAY})"
    )


def _dates_at(text: str, block: Block, month: re.Match[str]) -> Iterator[DateReference]:
    before = text[max(block.start, month.start() - _REACH) : month.start()]
    if before.endswith(" of ") and _right().match(text, month.end(), block.end):
        before = ""  # “log 96 of October 27”: the month has its day
    left = _left().search(before)
    assert left is not None  # every part of it may be missing
    start = month.start() - (len(before) - left.start())
    day, last, year, end = _days_and_year(text, block, month, left)
    if day is None and year is None:
        return
    if left["day"] is None and (day is None or left["weekday"] is None):
        start = month.start()
    weekday, earlier = _weekday(left["weekday"]), _weekday(left["earlier_weekday"])
    if left["weekday"] == "Sun" and _CAPITALISED.search(before, 0, left.start("weekday")):
        weekday = None  # a newspaper
        start = month.start() - len(before) + (left.start("day") if left["day"] else len(before))
    number = MONTH_FORMS[month[0].lower()]
    if day is not None and left["earlier"]:
        ends = start + left.end("earlier") - left.start()
        yield DateReference(Span(start, ends), year, number, _number(left["earlier"]), earlier)
        start, earlier = start + max(left.start("weekday"), left.end("earlier") + 1) - left.start(), None
    if (
        weekday is None
        and day is not None
        and last is None
        and (behind := _weekday_behind().match(text, end, block.end))
    ):
        weekday, end = _weekday(behind["weekday"]), behind.end() - behind[0].endswith("day.")
    if "(" in text[start:end] and text.startswith(")", end):
        end += 1
    last_weekday = None
    if earlier is not None:  # “Monday to Friday, March 5-9”; of one date alone nobody can tell whose the days are
        weekday, last_weekday = (earlier, weekday) if last is not None else (None, None)
    yield DateReference(Span(start, end), year, number, day, weekday, last, last_weekday)


def _days_and_year(
    text: str, block: Block, month: re.Match[str], left: re.Match[str]
) -> tuple[int | None, int | None, int | None, int]:
    """Day, last day of a range, year, and where the date ends."""
    day, last, year, end = _number(left["day"]), None, None, month.end()
    if day is None:
        right = _right().match(text, end, block.end)
        if right:
            day, last, year, end = _number(right["day"]), _number(right["last"]), _number(right["year"]), right.end()
    elif left["first"]:
        day, last = _number(left["first"]), day
    if year is None and (behind := _year_behind().match(text, end, block.end)):
        year, end = int(behind["year"]), behind.end()
    return day, last, year, end


def _number(digits: str | None) -> int | None:
    return int(digits.rstrip("stndrh")) if digits else None


def _weekday(name: str | None) -> int | None:
    return WEEKDAY_FORMS[name.rstrip(".").lower()] if name else None


_JOINED = compiled(r",?(?:\s?[-–—]\s?|\s(?:to|and|or|until|till|through)\s)\Z")


def _with_lent_years(text: str, found: list[DateReference]) -> list[DateReference]:
    """“from March 5 to April 2, 2018”: the first date has the second's year."""
    for index in range(len(found) - 2, -1, -1):
        reference, following = found[index], found[index + 1]
        if reference.year is not None or following.year is None or reference.month is None:
            continue
        if (following.month or 0) < reference.month:
            continue  # “from November 5 to March 3, 2018” began in the year before
        gap = text[reference.span.end : following.span.start]
        if len(gap) < 12 and _JOINED.match(gap):
            found[index] = reference._replace(year=following.year, lent=True)
    return found


_NUMERIC = compiled(
    r"\d(?<![\w/.,:$£€-].)(?:(\d{3}-)\d{1,2}-\d{1,2}|\d?/\d{1,2}/\d{4}|\d\.\d\d\.(?:19|20)\d\d)(?![\w/-]|[.,:]\d)"
)


@analysis
def numeric_dates(document: Document) -> tuple[NumericDate, ...]:
    """Every date in figures alone with a year of four, in order."""
    return tuple(
        _numeric(document.text, block, match)
        for start, block in digits(document)
        if (match := _NUMERIC.match(document.text, start, block.end))
    )


def _numeric(text: str, block: Block, match: re.Match[str]) -> NumericDate:
    before = text[max(block.start, match.start() - 14) : match.start()]
    left = compiled(rf"({_WEEKDAY}),?\s\(?\Z").search(before)
    right = (
        None if left else compiled(rf"\s\(({_WEEKDAY})\)").match(text[match.end() : min(block.end, match.end() + 14)])
    )
    start = match.start() - (len(before) - left.start() if left else 0)
    figures = [int(figure) for figure in compiled(r"\d+").findall(match[0])]
    year, second, first = figures if match[1] else reversed(figures)
    weekday = _weekday(left[1]) if left else _weekday(right[1]) if right else None
    end = match.end() + (right.end() if right else 0)
    return NumericDate(Span(start, end), year, first, second, bool(match[1]), weekday)


_LABEL = compiled(
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified)|(?:publication |release |issue )?date|issued)\b[\w ]{0,12}:?\s*(?:on |at )?\Z",
    re.I,
)
# AYLE, Marle., 3 May 2025 — The mill …
_DATELINE_PLACE = compiled(r"[A-Z][A-Z .'’,-]{2,40}(?:[A-Z][a-z]+\.?,? ?)?(?:\([\w ]+\) ?)?,? ?\(?\Z")
# “Merrin Bridge, Thursday 14 August 2025”, a line by itself.
_PLACE = compiled(r"(?!(?:Born|Died)\b)(?:[A-Z][\w.'’-]*,? ){1,4}")
# A draft's own date stands near its top or in its last lines.
_TOP = 8
_SPAN_OF_LIFE = compiled(r"[\s(*_]*\0\s?(?:-|–|—|to)\s?\0[\s)*_.]*")
_YOUNG, _OLDEST = 15, 122  # years between the two dates of a life


@analysis
def publication(document: Document) -> DateReference | None:
    """The draft's own date, where a dateline or a line such as “Published 21 March 2018” gives it in full."""
    blocks = document.copy
    places = {block.start: block for block in (*blocks[:_TOP], *blocks[-3:])}
    for reference in dates(document):
        block = document.block_at(reference.span.start)
        if reference.full and block and block.start in places and _dates_the_draft(document, block, reference):
            return reference
    return None


@analysis
def lifespan(document: Document) -> tuple[DateReference, DateReference] | None:
    """The two days, months or years of a line near the top that gives nothing else: “3 May 1931 – 9 June 2025”, of whom it tells."""
    for block in document.copy[:_TOP]:
        within = dates_within(document, block.span)
        if len(within) == 2 and _SPAN_OF_LIFE.fullmatch(_without(document.text, block, within)):
            born, died = within
            if born.year and died.year and _YOUNG < died.year - born.year < _OLDEST:
                return born, died
    return None


def _without(text: str, block: Block, within: tuple[DateReference, ...]) -> str:
    """What stands in a block before, between and behind two dates, with a sign for each date."""
    first, last = (date.span for date in within)
    return f"{text[block.start : first.start]}\0{text[first.end : last.start]}\0{text[last.end : block.end]}"


def _dates_the_draft(document: Document, block: Block, reference: DateReference) -> bool:
    life = lifespan(document)
    if life is not None and reference in life:
        return False
    before = document.text[block.start : reference.span.start]
    behind = document.text[reference.span.end : block.end].strip(" .|–—-")
    if block.role is Role.DATELINE or _LABEL.match(before):
        return True
    if not before.strip():
        return len(behind) < 20 and not compiled("[a-z]{3}").search(behind)
    if (
        not behind
        and document.text[reference.span.end : block.end].strip() in ("", ".", "|")
        and _PLACE.fullmatch(before)
    ):
        return True
    return bool(_DATELINE_PLACE.match(before)) and document.text[reference.span.end : reference.span.end + 3].strip(
        ") "
    ).startswith(("—", "–", "-", "(", "/", ":"))
