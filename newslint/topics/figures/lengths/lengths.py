"""Lengths: how long something lasted, held against the days and hours that the copy names around it.

A length is proposed with every two ends near it that don't bear it out, where no two do; the judge says whether it is theirs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import permutations

from newslint.document import DISPLAY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, hedge_of
from newslint.story.times import DAY, lapses
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import NUMBER_IN_WORDS
from newslint.topics.figures.amounts.amount_signs import rare_families
from newslint.topics.figures.lengths.ends import YEAR, End, Gap, draft_day, ends, gap

_DAYS = {
    "minute": 1 / DAY,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": YEAR / 12,
    "year": YEAR,
    "decade": 10 * YEAR,
}
# So many sentences before a length, and behind it, stand the ends that it may have.
_BACK, _FORTH = 4, 1
# Of more ends than these any two may lie so far apart.
_MOST = 14
# What leads the end where something else begins: “He died four years later. She kept a shop from 1953.”
OPENING = frozenset(["from", "between", "since"])
# In so short a story the headline's length may be that of any two ends.
_FEW = 12
# In a list of ends nothing that stands far off is meant.
_LIST = 40
_TOO_MANY = 1000
_FARTHEST, _LIFETIMES = 4.0, 250 * YEAR
# How many times itself a hedged length may be, at least and at most.
_ROOM = {
    Hedge.NONE: (1.0, 1.0),
    Hedge.OVER: (0.98, 1.34),
    **dict.fromkeys((Hedge.NEARLY, Hedge.UNDER), (0.74, 1.02)),
    Hedge.ABOUT: (0.82, 1.18),
}
# How much of its unit a length may be off, downwards and upwards: “three years” are told of two and a half, and of nearly four.
_LOOSE = {"minute": (2.0, 2.0), "hour": (0.6, 0.6), "day": (1.01, 1.01)}
_LOOSELY = (0.6, 0.95)
_HEDGED = (0.25, 0.25)  # what hedges it, says how loosely it's told

_Told = tuple[Span, float, float, str, Hedge, float]
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_IN_WORDS}|an?)"
_MORE = compiled(
    rf"(?i)\b(?P<number>{_NUMBER}) (?P<unit>year|month|week|day|decade)s? and "
    rf"(?:a half|(?P<more>{_NUMBER}) (?P<smaller>month|week|day)s?)\b"
)
# One of these stands wherever the pattern matches.
_AND_MORE = tuple(f"{unit}{s} and " for unit in ("year", "month", "week", "day", "decade") for s in ("", "s"))
# “42 hours a week” is what several days make together, “19 days on which it froze” how many there were.
_EACH = compiled(r" (?:an?|per|each|every) (?:week|fortnight|month|year)\b| on which\b")
_AVERAGE = compiled(r"(?i)\bon average\b|\ban average of\b|\baverag(?:es|ed|ing)\b")


class Length(Row):
    """A length of time: so many of `unit`, or up to `top` of them. `grain` is the fineness to which it is given, in units."""

    span: Span
    value: float
    top: float
    unit: str
    hedge: Hedge
    grain: float
    sentence: Sentence
    role: Role
    quoted: bool

    @property
    def days(self) -> float:
        return self.value * self.unit_days

    @property
    def unit_days(self) -> float:
        """How many days its unit has."""
        return _DAYS[self.unit]

    @property
    def of_clock(self) -> bool:
        """Whether it is told in hours and minutes."""
        return self.unit in ("hour", "minute")

    def is_fine_for(self, first: End, last: End) -> bool:
        """Whether two ends say as much as a length in this unit needs."""
        grains = {first.grain, last.grain}
        if self.of_clock or "clock" in grains:
            return self.of_clock and grains == {"clock"}
        if self.unit in ("day", "week"):
            return grains <= {"day", "now"}
        return self.unit != "month" or self.value >= 24 or "year" not in grains

    def fits(self, between: Gap) -> bool | None:
        """Whether the copy may give this length to so many days; None where it can't be told."""
        unit = self.unit_days
        down, up = _LOOSE.get(self.unit, _LOOSELY) if self.hedge is Hedge.NONE else _HEDGED
        fine = min(1.0, self.grain) * unit if self.unit != "minute" else unit
        least, most = _ROOM[self.hedge]
        round_number = 0.06 * self.days if self.grain >= 10 and self.hedge is Hedge.NONE else 0.0
        least = least * self.days - down * fine - round_number
        most = most * self.top * unit + up * fine + round_number
        if least <= between.days <= most:
            return True
        near = abs(between.days - self.days) <= 1.3 * unit and self.unit in _LOOSELY_TOLD and self.hedge is Hedge.NONE
        return None if near or (between.least <= most and between.most >= least) else False


# “On May 14, two weeks after the vote”: the day that the length stands behind closes it, or opens it.
_BESIDE = compiled(r"(?:,| –| —| \() ?(?:about |just |some |only |exactly |nearly |more than )?\Z")
_AFTER, _BEFORE = compiled(r" (?:after|later|on from)\b"), compiled(r" (?:before|earlier|ahead of)\b")

_LATER = compiled(r",? later\b")
_BEFORE_THAT = compiled(r" before (?:the|its|his|her|their|that) ")

_LOOSELY_TOLD = frozenset(["week", "month", "year", "decade"])


class Claim(Row):
    """A length held against two ends that don't bear it out. `last` may be the draft's own day."""

    length: Length
    first: End
    last: End
    between: Gap

    @property
    def is_within(self) -> bool:
        """Whether both ends stand in the sentence of the length, before it."""
        within, told = self.length.sentence.span, (self.first.span, self.last.span)
        return self.last.grain != "now" and all(within.holds(end) and end < self.length.span for end in told)

    @property
    def is_of_one_size(self) -> bool:
        """Whether the length may be a slip for the one between the ends."""
        return 1 / _FARTHEST < self.length.days / self.between.days < _FARTHEST


@analysis
def lengths(document: Document) -> tuple[Length, ...]:
    """Every length of time, in order."""
    found: dict[int, Length] = {}
    for quantity in quantities(document):
        if quantity.kind is Kind.TIME and quantity.unit in _DAYS and quantity.value > 0:
            grain = quantity.numeral.grain
            _add(document, found, (quantity.span, quantity.value, quantity.top, quantity.unit, quantity.hedge, grain))
    known = sorted(found)
    for told in (*_of_clock(document), *_with_more(document)):
        # “An hour and 12 minutes”: the number that goes on with another is a part of it.
        span, value, _, unit, *_ = told
        at = bisect_left(known, span.start)
        near = known[max(0, at - 1) : at + 2]
        inner = [start for start in near if span.start <= start < span.end and start in found]
        if not inner or abs(found[inner[0]].days - value * _DAYS[unit]) * DAY > 0.5:
            for start in inner:
                del found[start]
            _add(document, found, told)
    return tuple(found[start] for start in sorted(found))


def _of_clock(document: Document) -> Iterator[_Told]:
    """The lengths in hours and minutes."""
    for lapse in lapses(document):
        if lapse.minutes:
            unit = "hour" if lapse.minutes >= 60 else "minute"
            value = lapse.minutes / (60 if unit == "hour" else 1)
            yield lapse.span, value, value, unit, lapse.hedge, 1.0 if value == int(value) else 1 / 60


def _with_more(document: Document) -> Iterator[_Told]:
    """“A year and eight months”, “two years and a half”."""
    for block in blocks_with(document, *_AND_MORE):
        for match in _MORE.finditer(document.text, block.start, block.end):
            unit, smaller = match["unit"].lower(), match["smaller"]
            part = _DAYS[smaller.lower()] / _DAYS[unit] if smaller else 0.5
            value = (small_number(match["number"]) or 1) + part * (small_number(match["more"] or "") or 1)
            hedge, _ = hedge_of(document.text, *match.span(), block.start)
            yield Span(*match.span()), value, value, unit, hedge, part


def _add(document: Document, found: dict[int, Length], told: _Told) -> None:
    span = told[0]
    sentence, block = sentence_at(document, span.start), document.block_at(span.start)
    if sentence is None or block is None or _EACH.match(document.text, span.end):
        return
    if not _AVERAGE.search(document.text, *sentence.span):
        found[span.start] = Length(*told, sentence, block.role, in_quotation(document, span.start))


@analysis
def _starts(document: Document) -> list[int]:
    return [sentence.start for sentence in sentences(document)]


def order(document: Document, span: Span) -> int:
    """The number of the sentence in which something stands."""
    return bisect_right(_starts(document), span.start) - 1


@analysis
def _placed(document: Document) -> dict[bool, tuple[list[int], list[End]]]:
    """The times of day (True), and the days, months and years, each with the number of their sentence."""
    found: dict[bool, tuple[list[int], list[End]]] = {True: ([], []), False: ([], [])}
    for end in ends(document):
        orders, placed = found[end.grain == "clock"]
        orders.append(order(document, end.span))
        placed.append(end)
    return found


def _near(document: Document, length: Length) -> list[End]:
    """The ends that may be those of a length: near it, or anywhere in a short story where it stands in the headline."""
    orders, every = _placed(document)[length.of_clock]
    if length.role in DISPLAY and len(every) <= _FEW:
        return every
    here = order(document, length.span)
    near = every[bisect_left(orders, here - _BACK) : bisect_right(orders, here + _FORTH)]
    near = sorted(near, key=lambda end: abs(end.span.start - length.span.start))[:_MOST]
    if len(every) > _LIST:
        return near
    return near + [end for end in every if end not in near and _is_akin(document, length, end)][: _MOST - len(near)]


def _is_akin(document: Document, length: Length, end: End) -> bool:
    """Whether the sentences of both share a word that hardly another sentence has."""
    sentence = sentence_at(document, end.span.start)
    return sentence is not None and bool(rare_families(document, length.sentence, sentence))


def gaps(document: Document, length: Length) -> Iterator[Claim]:
    """Every two ends near a length that it may lie between."""
    near = _near(document, length)
    now = draft_day(document) if near and not length.of_clock else None
    if now and _BEFORE_THAT.match(document.text, length.span.end):
        # “held it for 12 years before the merger”: till then, not till now
        near, now = [end for end in near if end.least != now.least], None
    pairs = (*permutations(near, 2), *((end, now) for end in near if now is not None))
    for first, last in _bound(document, length, near, pairs):
        between = gap(first, last) if length.is_fine_for(first, last) else None
        if between is not None and between.days < _LIFETIMES:
            yield Claim(length, first, last, between)


def _bound(
    document: Document, length: Length, near: list[End], pairs: Iterable[tuple[End, End]]
) -> Iterable[tuple[End, End]]:
    """Of the pairs those that keep to the day that the length is told from, where it's told so: “on May 14, two weeks after the vote”."""
    text, start = document.text, length.span.start
    day = next((end for end in near if _BESIDE.fullmatch(text, end.span.end, start)), None)
    if day is not None and _AFTER.match(text, length.span.end):
        return (pair for pair in pairs if pair[1].least == day.least)
    if day is not None and _BEFORE.match(text, length.span.end):
        return (pair for pair in pairs if pair[0].least == day.least)
    return pairs


@analysis
def claims(document: Document) -> tuple[tuple[Claim, ...], ...]:
    """The ends around each length that has some; none where there are more of them than any story has."""
    number = len(ends(document))
    found = (tuple(gaps(document, length)) for length in lengths(document)) if 0 < number <= _TOO_MANY else ()
    return tuple(each for each in found if each and not _is_borne_out_anywhere(document, each[0].length))


def _is_borne_out_anywhere(document: Document, length: Length) -> bool:
    """Whether some end of the copy is so long after the one told last: “The organ was mended in 1937. Twenty-one years later they married.”"""
    if not _LATER.match(document.text, length.span.end):
        return False
    told = ends(document)
    before = [end for end in told if end.span.end <= length.span.start and (end.grain == "clock") == length.of_clock]
    if not before:
        return False
    fine = (end for end in told if length.is_fine_for(before[-1], end))
    return any(length.fits(between) for between in (gap(before[-1], end) for end in fine) if between)


def unborne(around: tuple[Claim, ...]) -> list[Claim]:
    """Those of the claims of one length that don't hold; where others do, none but those whose ends stand in its sentence, alone."""
    fits = [(claim, claim.length.fits(claim.between)) for claim in around]
    borne_out = [claim for claim, fit in fits if fit]
    if borne_out and any(claim.is_within for claim in borne_out):
        return []
    wrong = (claim for claim, fit in fits if fit is False and claim.is_of_one_size and claim.last.led not in OPENING)
    return [claim for claim in wrong if claim.is_within or not borne_out]
