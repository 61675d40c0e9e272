"""Moment pairs: two days, or two hours, that may be given to one thing; what each is worth, the judge says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.story.dates import LATEST, DateReference, moments, publication
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.story.times import clocks
from newslint.topics.dates.double_moments import doubles, years_within
from newslint.topics.dates.happening_words import HAPPENINGS
from newslint.topics.dates.moment_signs import Moment, day_of, hour_of, signs_of
from newslint.topics.dates.others import are_apart

_LIKELY = 0.5
_MOST = 60  # more of one form are a list, in which any may be meant


@analysis
def moment_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “moment”, in order."""
    return tuple(sorted((*_hours(document), *_days(document)), key=lambda pair: (pair.suspect, pair.other)))


def hours_told_otherwise(document: Document) -> Iterator[tuple[Pair, Verdict]]:
    """The pairs of hours that the judge takes for one hour given in two ways, the surest one of each suspect."""
    return _likeliest(_hours(document))


def days_told_otherwise(document: Document) -> Iterator[tuple[Pair, Verdict]]:
    """The pairs of days, months or years that the judge takes for one given in two ways, the surest one of each suspect."""
    return _likeliest(_days(document))


def _likeliest(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Verdict]]:
    best: dict[Span, tuple[Pair, Verdict]] = {}
    for pair in pairs:
        verdict = judged(pair.kind, pair.signs)
        known = best.get(pair.suspect)
        if verdict.probability >= _LIKELY and (known is None or verdict.probability > known[1].probability):
            best[pair.suspect] = pair, verdict
    yield from (best[span] for span in sorted(best))


@analysis
def _hours(document: Document) -> tuple[Pair, ...]:
    found = clocks(document)
    return tuple(_pairs(document, [hour_of(document, clock) for clock in found])) if 1 < len(found) <= _MOST else ()


@analysis
def _days(document: Document) -> tuple[Pair, ...]:
    own = publication(document)  # of which nothing is told
    found = [date for date in moments(document) if _is_told(date) and date != own]
    return tuple(_pairs(document, [day_of(document, date) for date in found])) if 1 < len(found) <= _MOST else ()


def _is_told(date: DateReference) -> bool:
    return date.month is not None or (date.year or 0) <= LATEST


def _pairs(document: Document, found: Sequence[Moment | None]) -> Iterator[Pair]:
    """Of each two moments those that may be one thing's: the suspect is the one that the copy has less often, or the later one."""
    told = [moment for moment in found if moment is not None]
    times = Counter(moment.value for moment in told)
    both: list[tuple[Moment, Moment, float]] = []
    best: dict[Span, float] = defaultdict(float)
    for earlier, later in combinations(told, 2):
        if earlier.differs(later) and _are_akin(earlier, later):
            rarer = times[earlier.value] < times[later.value]
            one, other = (earlier, later) if rarer else (later, earlier)
            common = len(one.stems & other.stems) + len(one.wide & other.wide) / 2
            best[one.span], best[other.span] = max(common, best[one.span]), max(common, best[other.span])
            apart = _are_of_two_years(document, earlier, later) or _are_of_a_course(earlier, later, told)
            if _may_be_one(earlier, later) and not apart:
                both.append((one, other, common))
    doubled = {frozenset((double.suspect.span, double.other.span)) for double in doubles(document)}
    for one, other, common in both:
        signs = {
            **signs_of(document, one, other, told),
            "best-both": common == best[one.span] == best[other.span],
            "doubled": frozenset((one.span, other.span)) in doubled,
        }
        yield Pair("moment", one.span, other.span, measured(signs))


def _are_of_two_years(document: Document, earlier: Moment, later: Moment) -> bool:
    """Whether one hour is of a year that the other's sentence doesn't name: the last train of 1977, and today's."""
    return earlier.clock and years_within(document, earlier.sentence) != years_within(document, later.sentence)


def _are_of_a_course(earlier: Moment, later: Moment, told: Sequence[Moment]) -> bool:
    """Whether a paragraph runs on from one hour to the other: “At 4.40 they led. By 4.50 it was 3-3. By 5.40 they were out.”"""
    if not earlier.clock or earlier.open != later.open:
        return False
    between = (each for each in told if each.block == later.block and earlier.span < each.span < later.span)
    return any((earlier.value[0] or 0) < (each.value[0] or 0) < (later.value[0] or 0) for each in between)


def _is_told_of(dated: Moment, other: Moment) -> bool:
    """Whether the other sentence speaks of what a day tells apart: “their Dec. 11 meeting” isn't of when the money ran out."""
    kinds = (
        kind for kind in dated.kinds & other.kinds if not HAPPENINGS[kind].daily
    )  # a hearing and a meeting are two
    return not dated.heads or bool(dated.heads & other.wide) or any(kinds)


def _are_akin(earlier: Moment, later: Moment) -> bool:
    """Whether two sentences tell of them, and have something in common."""
    return (
        earlier.sentence != later.sentence
        and (earlier.last is None) == (later.last is None)
        and bool(
            earlier.stems & later.wide
            or later.stems & earlier.wide
            or earlier.kinds & later.kinds
            or (earlier.edges == later.edges and len(earlier.edges) == 1)
        )
    )


def _may_be_one(earlier: Moment, later: Moment) -> bool:
    """Whether nothing sets the one against the other.

    Items that each begin with a day are of two, and so is what two people tell of themselves, and what each day tells apart from others
    (“the 2000 campaign”, “his 2008 run”). A line and a sentence have more in common than what happens (“Doors open: 7pm”).
    """
    return (
        not (are_apart(earlier.apart, later.apart) or (earlier.heads_block and later.heads_block))
        and not earlier.is_another_weekday(later)
        and not (earlier.teller and later.teller and earlier.teller != later.teller)
        and not (earlier.heads and later.heads and not earlier.heads & later.heads)
        and all(each.matter is None or each.matter & earlier.wide & later.wide for each in (earlier, later))
        and _is_told_of(earlier, later)
        and _is_told_of(later, earlier)
    )
