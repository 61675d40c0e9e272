"""Elapsed time: a length of time against the days, hours and years that the story gives elsewhere, or against itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations, pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years, dates, dates_within
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.story.times import Clock, Lapse, clocks, lapses
from newslint.text.calendar import days_in
from newslint.text.content_words import stems_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences
from newslint.text.vocabulary import NUMBER_WORDS, ORDINALS, alternatives
from newslint.topics.figures.durations import years_within

# More times of day or years than these are a list, in which something always fits.
_MOST = 6
_MOST_YEARS = 40


class Elapsed(Row):
    """The length at `span` isn’t what `first` and `last` make it, which is `right` in words."""

    span: Span
    first: Span
    last: Span
    right: str


@analysis
def elapsed(document: Document) -> tuple[Elapsed, ...]:
    """Every length that can’t be: of days between, of hours spent, of years gone by, of one thing told twice."""
    found = (
        _days_between(document),
        _hours_spent(document),
        _years_gone(document),
        _taken_up(document),
        _minutes_taken_up(document),
        _terms(document),
        _shows(document),
        _runs(document),
    )
    return tuple(each for some in found for each in some)


_BETWEEN = compiled(r"(?i)\bin the (?P<days>\d{1,2}|" + alternatives(NUMBER_WORDS) + r") days between\b")


def _days_between(document: Document) -> Iterator[Elapsed]:
    """“In the three days between”, where no two days of the story lie three days apart."""
    for match in _BETWEEN.finditer(document.text) if "days between" in document.text else ():
        said = int(match["days"]) if match["days"].isdigit() else NUMBER_WORDS[match["days"].lower()]
        days = sorted({(_day(date), date.span) for date in dates(document) if date.day and date.month})
        pairs = [(b[0] - a[0], a[1], b[1]) for a, b in combinations(days[:_MOST_YEARS], 2) if a[0] != b[0]]
        if pairs and not any(abs(gap - said) < 2 for gap, _, _ in pairs):
            gap, first, last = min(pairs, key=lambda pair: abs(pair[0] - said))
            if gap < 31:
                yield Elapsed(Span(match.start(), match.end()), first, last, f"{gap} days")


def _day(date: DateReference) -> int:
    return 366 * (date.year or 0) + sum(days_in(month) for month in range(1, date.month or 1)) + (date.day or 0)


_SPENT = compiled(r"(?i)\b(?:spent|lasted|waited)(?: a| an| the)? \Z")


def _hours_spent(document: Document) -> Iterator[Elapsed]:
    """“Spent almost six hours at anchor”, where no two of the story’s few times of day lie so far apart."""
    told = clocks(document)
    if not 1 < len(told) <= _MOST or any(clock.open for clock in told):
        return
    for lapse in lapses(document):
        before = document.text[max(0, lapse.span.start - 16) : lapse.span.start]
        if lapse.minutes < 60 or lapse.way or not _SPENT.search(before) or in_quotation(document, lapse.span.start):
            continue
        gaps = [(one.to(other), one, other) for one, other in combinations(told, 2) if one.minute < other.minute]
        if gaps and not any(_may_be(lapse, gap) for gap, _, _ in gaps):
            yield from _against_the_likeliest(document, lapse, gaps)


def _may_be(lapse: Lapse, minutes: int) -> bool:
    slack = max(10, 0.15 * minutes) if lapse.loose else 5
    return abs(lapse.minutes - minutes) <= slack or (
        minutes % 60 == lapse.minutes % 60 == 0 and minutes == lapse.minutes
    )


def _against_the_likeliest(document: Document, lapse: Lapse, gaps: list[tuple[int, Clock, Clock]]) -> Iterator[Elapsed]:
    """Two times of one sentence, such as those when it began and ended."""
    beside = [
        gap
        for gap in gaps
        if sentence_at(document, gap[1].span.start) == sentence_at(document, gap[2].span.start)
        and 0.5 * gap[0] < lapse.minutes < 2 * gap[0]
        and not _TO.fullmatch(document.text, gap[1].span.end, gap[2].span.start)
    ]
    if len(beside) == 1:
        gap, one, other = beside[0]
        hours, minutes = divmod(gap, 60)
        right = f"{hours} hours" + (f" and {minutes} minutes" if minutes else "")
        yield Elapsed(lapse.span, one.span, other.span, right)


_GONE = compiled(r"(?i)\b(?:after|in|for) (?:a |his |her |their |its )?\Z")
_OF_A_TERM = compiled(r"(?i)[ -]years?(?:[ -]old| of age| in (?:prison|jail)| later| ago| before| after| sentence)")


def _years_gone(document: Document) -> Iterator[Elapsed]:
    """“When she sold up in 1991 after 43 years”, where the story has 1958 and no 1948."""
    years = {year.year: year.span for year in reversed(bare_years(document)) if year.year}
    if not 1 < len(years) <= _MOST_YEARS:
        return
    for length in quantities(document):
        if length.kind is not Kind.TIME or length.unit != "year" or length.value < 10 or length.hedge is not Hedge.NONE:
            continue
        end = _year_of(document, length)
        if end is None or end.year is None:
            continue
        gaps = {abs(end.year - year): year for year in years if year != end.year}
        said = int(length.value)
        slips = [gap for gap in gaps if gap > 9 and _is_a_slip(gap, said)]
        if len(slips) == 1 and not any(abs(gap - said) < 2 for gap in gaps):
            first, last = sorted((gaps[slips[0]], end.year))
            yield Elapsed(length.span, years[first], years.get(last, end.span), f"{slips[0]} years")


def _year_of(document: Document, length: Quantity) -> DateReference | None:
    """The one year of the sentence, right before “after 43 years”."""
    text, sentence = document.text, sentence_at(document, length.span.start)
    if sentence is None or in_quotation(document, length.start) or _OF_A_TERM.match(text, length.numeral.end):
        return None
    if not _GONE.search(text, max(sentence.start, length.start - 14), length.start):
        return None
    within = years_within(document, sentence)
    near = len(within) == 1 and 0 < length.start - within[0].span.end < 30
    return within[0] if near else None


def _is_a_slip(one: int, other: int) -> bool:
    """33 and 43, 34 and 43."""
    a, b = str(one), str(other)
    return a != b and (a == b[::-1] or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1))


_THOSE = compiled(
    r"(?i)\b(?:those|these|his|her|its|their|all|over the|for the|in the) (?:next |last |full |long |whole )?\Z"
)
_OWN_TERM = compiled(
    r"(?i)[ -]years? (?:in (?:prison|jail)|of age|old|ago|later|before|after|to|sentence|contract|deal|term)\b"
)
_BACK = 4  # sentences in which the two years stand that a length takes up


def _taken_up(document: Document) -> Iterator[Elapsed]:
    """“She started in 2003. She stayed until 2021. Her memoir of those 15 years”: a length takes up the years just told."""
    if len(bare_years(document)) < 2:
        return
    for length in quantities(document):
        if length.kind is not Kind.TIME or length.unit != "year" or length.value < 5 or length.hedge is not Hedge.NONE:
            continue
        said = int(length.value)
        years = _years_before(document, length) if _is_taken_up(document, length) else []
        gaps = [((last.year or 0) - (first.year or 0), first, last) for first, last in pairwise(years)]
        every = [abs((one.year or 0) - (other.year or 0)) for one, other in combinations(years, 2)]
        likely = [gap for gap in gaps if 0.5 * said < gap[0] < 2 * said]
        if len(likely) == 1 and not any(abs(gap - said) < 2 for gap in every):
            gap, one, other = likely[0]
            yield Elapsed(length.span, one.span, other.span, f"{gap} years")


def _is_taken_up(document: Document, length: Quantity) -> bool:
    """Whether it's a definite length, such as “those 15 years”."""
    text, here = document.text, sentence_at(document, length.start)
    if here is None or not _THOSE.search(text, max(here.start, length.start - 24), length.start):
        return False
    return not (_OWN_TERM.match(text, length.numeral.end) or in_quotation(document, length.start))


def _years_before(document: Document, length: Quantity) -> list[DateReference]:
    """The years of the sentence and of a few before it."""
    told = sentences(document)
    at = bisect_right(told, length.span)
    first = told[max(0, at - _BACK)].start if told else 0
    return [date for date in dates_within(document, Span(first, length.start)) if date.year and not date.month]


_WAIT = compiled(r"(?i)\b(?:the|that|those|her|his|their|its) \Z")


def _minutes_taken_up(document: Document) -> Iterator[Elapsed]:
    """“The 29-minute wait” where she called at 10:42 and it came at 11:01."""
    told = clocks(document)
    if not 1 < len(told) <= _MOST:
        return
    for lapse in lapses(document):
        start, end = lapse.span
        compound = "-" in document[lapse.span] and document.text[end : end + 1] == " "
        if not compound or lapse.loose or not _WAIT.search(document.text, max(0, start - 8), start):
            continue
        gaps = [(one.to(other), one, other) for one, other in pairwise(told)]
        if any(abs(one.to(other) - lapse.minutes) < 2 for one, other in combinations(told, 2)):
            continue
        slips = [gap for gap in gaps if gap[0] != lapse.minutes and _is_a_slip(gap[0], lapse.minutes)]
        if slips:
            gap, one, other = min(slips, key=lambda slip: abs(slip[0] - lapse.minutes))
            yield Elapsed(lapse.span, one.span, other.span, f"{gap} minutes")


_ORDINAL = rf"\d{{1,3}}(?:st|nd|rd|th)|{alternatives(ORDINALS)}"
_STREAK = compiled(
    rf"(?i)\b(?:(?P<number>\d{{1,3}}|{alternatives(NUMBER_WORDS)}) (?:straight|consecutive|successive) (?P<unit>[a-z]+?)s?"
    rf"|(?P<nth>{_ORDINAL}) (?:(?:straight|consecutive|successive) (?P<of>[a-z]+)|(?P<row>[a-z]+) (?:in a row|running)))\b"
)


def _runs(document: Document) -> Iterator[Elapsed]:
    """“The ninth month in a row that factory payrolls had shrunk”, and “seven straight months of factory losses”."""
    first: dict[str, tuple[int, Span]] = {}
    for match in _STREAK.finditer(document.text):
        unit = (match["unit"] or match["of"] or match["row"]).lower()
        word = (match["number"] or match["nth"]).lower()
        count = _value(word) if match["number"] else ORDINALS.get(word) or int(word[:-2])
        span, sentence = Span(*match.span()), sentence_at(document, match.start())
        if sentence is None:
            continue
        told, place = first.setdefault(unit, (count, span))
        home = sentence_at(document, place.start)
        if told != count and home and home != sentence:
            shared = stems_within(document, home.span) & stems_within(document, sentence.span)
            if shared - {unit[:5]}:
                yield Elapsed(span, place, place, document[place])


_NUMBER = rf"\d{{1,2}}|{alternatives(NUMBER_WORDS)}"
_TERM = compiled(rf"(?i)\b(?P<years>{_NUMBER})[ -]years?(?:,| and|, and)? (?P<months>{_NUMBER})[ -]months?\b")


def _terms(document: Document) -> Iterator[Elapsed]:
    """“Three years and two months”, and “the two-year, three-month sentence”."""
    first: dict[tuple[int, int], Span] = {}
    for match in _TERM.finditer(document.text) if "month" in document.text else ():
        years, months = _value(match["years"]), _value(match["months"])
        span = Span(match.start(), match.end())
        turned = first.get((months, years))
        if turned is not None and years != months and (years, months) not in first:
            yield Elapsed(span, turned, turned, document[turned])
        first.setdefault((years, months), span)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


_SHOW = compiled(r"(?i)\b(?:running time|runs? (?:to|for|at)|lasts?|clocks? in at)\b[^.;]{0,12}\Z")
_WITH_INTERVAL = compiled(r"(?i),? (?:with|including|plus)(?: (?:the|an|one))? interval\b")


def _shows(document: Document) -> Iterator[Elapsed]:
    """“Just under three hours with the interval”, and “Running time: two hours and 20 minutes”."""
    told = [lapse for lapse in lapses(document) if lapse.minutes >= 60 and _is_of_a_show(document, lapse)]
    if len({lapse.minutes for lapse in told}) == 2:
        one = told[0]
        other = next(lapse for lapse in told if lapse.minutes != one.minutes)
        if not (_may_be(one, other.minutes) or _may_be(other, one.minutes)):
            suspect, known = (one, other) if one.loose else (other, one)
            yield Elapsed(suspect.span, known.span, known.span, document[known.span])


def _is_of_a_show(document: Document, lapse: Lapse) -> bool:
    text, (start, end) = document.text, lapse.span
    return bool(_SHOW.search(text, max(0, start - 40), start) or _WITH_INTERVAL.match(text, end))


class Spread(Row):
    """Two times that open and close a stretch, and the length that the copy gives it, which they don’t have."""

    first: Clock
    last: Clock
    lapse: Lapse

    @property
    def minutes(self) -> int:
        """The true length."""
        return self.first.to(self.last)


_FROM = compiled(r"(?i)\b(?:from|between) (?:about )?\Z")
_TO = compiled(r"(?i) (?:to|until|till|and) (?:about )?\Z")
_LENGTH = compiled(
    r"(?i),? (?:(?:for|in|or|lasting|a total of|took|lasted|ran for|it took|which is|that is) )?(?:an? |the )?\Z"
)


@analysis
def spreads(document: Document) -> tuple[Spread, ...]:
    """Each pair of times joined by “from … to” with a length right behind that isn’t theirs."""
    return tuple(_spreads(document, clocks(document)))


def _spreads(document: Document, told: tuple[Clock, ...]) -> Iterator[Spread]:
    text = document.text
    starts = {lapse.span.start: lapse for lapse in lapses(document)}
    for first, last in pairwise(told):
        if not _TO.fullmatch(text, first.span.end, last.span.start):
            continue
        if not _FROM.search(text, max(0, first.span.start - 16), first.span.start):
            continue
        behind = next((start for start in range(last.span.end, last.span.end + 16) if start in starts), None)
        lapse = starts.get(behind or -1)
        if lapse is None or lapse.way or lapse.loose or abs(lapse.minutes - first.to(last)) < 2:
            continue
        if _LENGTH.fullmatch(text, last.span.end, lapse.span.start):
            yield Spread(first, last, lapse)
