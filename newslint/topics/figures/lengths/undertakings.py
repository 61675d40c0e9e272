"""Undertakings: how long a study or a fraud is said to have gone on, against the two days or months that the story gives it elsewhere, and
how long it or a jury took, told twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HEDGES, alternatives
from newslint.topics.figures.lengths.elapsed import Elapsed
from newslint.topics.figures.lengths.ends import End, Gap, ends, gap
from newslint.topics.figures.lengths.lengths import Length, lengths
from newslint.topics.figures.lengths.told_spans import are_joined, is_off, is_over

_STUDY = r"(?:study|trial|survey|experiment|fieldwork|research|sampling|monitoring|recordings?|investigation)"
_GATHERED = r"(?:recording|recordings|measurements?|data|observations?|fieldwork|filming|sampling|monitoring|study|research|testing)"
_FRAUD = r"(?:fraud|frauds|thefts?|scheme|scam|deception|embezzlement|offending|stealing|dishonesty|deceit)"
_CONTRACT = r"(?:contract|deal|agreement|franchise|concession|lease)"
_STOLE = (
    r"(?:stole|stolen|stealing|embezzled|defrauded|siphoned|pocketed|skimmed|forged|(?:helped|paid) (?:him|her)self)"
)
_WENT_ON = r"(?:,? (?:which|that))? (?:had )?(?:ran|run|lasted|went on|gone on|continued|spanned|took)(?: [a-z]+)?(?: for| over)? "
# Another one, or one to come.
_OTHER = compiled(
    r"(?i)\b(?:an?other|other|next|new|further|planned|propos\w+|previous|earlier|second|separate|similar|will|would|could|should|than|each|every|phase|pilot)\b"
)
_BEHIND, _AHEAD = 40, 60  # code points in which a length is said to be that of the undertaking
_NEXT = 30  # code points behind a length in which it may be said to be of another one
_HALF = 0.45  # of a unit
_MOST = 200  # ends: more are a chronicle


class _Sort(Row):
    """A sort of undertaking: by which words a sentence with two ends tells of it, and how a length is said to be its whole.

    What is `gathered` in so long a time, and whoever is `followed` for it, takes no longer than the undertaking, but may take less. Of some
    a story has `several`.
    """

    told: str
    whole_behind: str
    whole_ahead: str
    gathered: str
    followed: str
    several: bool = False


_SORTS = (
    _Sort(
        rf"(?i)\b(?:{_STUDY}|followed|tracked|tested|recorded|measured|weighed|filmed|watched|monitored|surveyed|collected|gathered|carried out|conducted|observed|sampled|released|covers?|covered)\b",
        rf"(?i)(?:[- ](?:[a-z]+ )?| of the ){_STUDY}\b|(?: that| which)? (?:it|the {_STUDY}) (?:had )?(?:lasted|ran)\b",
        rf"(?i)\b{_STUDY}{_WENT_ON}\Z",
        rf"(?i) of {_GATHERED}\b|[- ]follow-up\b",
        r"(?i)\b(?:followed|tracked|monitored|studied)\b[^.;:]{0,50} for \Z",
    ),
    _Sort(
        rf"(?i)\b(?:{_FRAUD}|{_STOLE}|took|transferred|drew)\b",
        rf"(?i)[- ](?:[a-z]+ )?{_FRAUD}\b",
        rf"(?i)\b(?:{_FRAUD}{_WENT_ON}|{_STOLE}(?:(?!jailed|sentenced)[^.;:\d]){{0,40}} (?:for|over)(?: an?(?: period of)?)? |over a period of )\Z",
        r"(?!)",
        r"(?!)",
    ),
    _Sort(
        rf"(?i)\b(?:{_CONTRACT}|runs?|starts?|begins?)\b",
        rf"(?i)[- ](?:[a-z]+ )?{_CONTRACT}\b",
        r"(?!)",
        r"(?!)",
        r"(?!)",
        several=True,
    ),
    _Sort(
        r"(?!)",
        r"(?i) of deliberations?\b",
        rf"(?i)\b(?:deliberat(?:ed|ing)(?: for)? |deliberations?{_WENT_ON}|jur(?:y|ors) [^.;:]{{0,30}}\b(?:was|were|been) out (?:for )?)(?:(?:{alternatives(HEDGES)}) )?\Z",
        r"(?!)",
        r"(?!)",
    ),
)


class _Course(Row):
    """From one end to the other, in a sentence that tells of an undertaking."""

    first: End
    last: End
    between: Gap


@analysis
def undertakings_told_otherwise(document: Document) -> tuple[Elapsed, ...]:
    """Every length of the story's one study, or its one fraud, that isn't the one between the two ends it is given."""
    courses = [(course, sort) for course in _courses(document) for sort in _SORTS if _tells_of(document, course, sort)]
    return tuple(
        found
        for sort in _SORTS
        if (its_own := [course for course, of in courses if of is sort]) and _are_one(its_own)
        for length in lengths(document)
        if length.unit in ("week", "month", "year") and length.value > 1
        for found in _clash(document, length, its_own[0], sort)
    )


@analysis
def undertakings_in_two_ways(document: Document) -> tuple[Elapsed, ...]:
    """The length of a study, a fraud or a jury's talks that the story has otherwise elsewhere, where it has but the two."""
    kinds = ((sort, form) for sort in _SORTS if not sort.several for form in (_is_whole, _is_within))
    known = [length for length in lengths(document) if length.unit != "day" and not _is_other(document, length)]
    told = ([length for length in known if form(document, length, sort)] for sort, form in kinds)
    return tuple(
        Elapsed(later.span, first.span, first.span, document[first.span])
        for first, later in (each for each in told if len(each) == 2)
        if first.of_clock == later.of_clock and first.sentence != later.sentence and _differ(first, later)
    )


def _differ(one: Length, other: Length) -> bool:
    """Whether nobody would give both to one time: they lie half of the coarser unit apart."""
    hedged = any(a.fits(Gap(b.days, b.days)) for a, b in ((one, other), (other, one)) if a.hedge is not Hedge.NONE)
    return not hedged and abs(one.days - other.days) > _HALF * max(one.unit_days, other.unit_days)


@analysis
def _courses(document: Document) -> tuple[_Course, ...]:
    known = [end for end in ends(document) if end.grain in ("day", "month")]
    pairs = pairwise(known) if len(known) <= _MOST else ()  # for speed
    joined = (
        (first, last) for first, last in pairs if are_joined(document, first, last) or is_over(document, first, last)
    )
    return tuple(_Course(first, last, between) for first, last in joined if (between := gap(first, last)) is not None)


def _tells_of(document: Document, course: _Course, sort: _Sort) -> bool:
    sentence = sentence_at(document, course.first.span.start)
    return (
        sentence is not None
        and compiled(sort.told).search(document.text, *sentence.span) is not None
        and not _OTHER.search(document.text, *sentence.span)
    )


def _are_one(courses: list[_Course]) -> bool:
    return len({(course.first.least, course.last.least) for course in courses}) == 1


def _clash(document: Document, length: Length, course: _Course, sort: _Sort) -> Iterator[Elapsed]:
    first, last = course.first, course.last
    if not length.is_fine_for(first, last) or _is_other(document, length):
        return
    over = length.days > course.between.days
    if is_off(length, course.between) and (
        _is_whole(document, length, sort) or (over and _is_within(document, length, sort))
    ):
        count = round(2 * course.between.days * length.value / length.days) / 2
        yield Elapsed(length.span, first.span, last.span, f"about {count:g} {length.unit}s")


def _is_other(document: Document, length: Length) -> bool:
    """Whether words before a length, or right behind it, say that it's of another undertaking."""
    until = min(length.sentence.end, length.span.end + _NEXT)
    return _OTHER.search(document.text, length.sentence.start, until) is not None


def _is_whole(document: Document, length: Length, sort: _Sort) -> bool:
    return _is_said(document, length, sort.whole_ahead, sort.whole_behind)


def _is_within(document: Document, length: Length, sort: _Sort) -> bool:
    return _is_said(document, length, sort.followed, sort.gathered)


def _is_said(document: Document, length: Length, ahead: str, behind: str) -> bool:
    """Whether the words right before a length, or right behind it, are these."""
    text, (start, end) = document.text, length.span
    low, high = max(length.sentence.start, start - _AHEAD), min(length.sentence.end, end + _BEHIND)
    return bool(compiled(behind).match(text, end, high) or compiled(ahead).search(text, low, start))
