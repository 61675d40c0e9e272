"""One event with two dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments
from newslint.story.events import (
    STARTS,
    Deed,
    Occasion,
    around,
    deeds,
    may_lead_to_one,
    occasions,
    passages,
)
from newslint.text.content_words import root
from newslint.text.quotations import in_quotation
from newslint.topics.dates.births_and_deaths import lives_told_twice
from newslint.topics.dates.boxes import days_in_boxes
from newslint.topics.dates.double_moments import PUT_OFF, doubles
from newslint.topics.dates.headline_dates import misdatings
from newslint.topics.dates.last_days import last_days_told_otherwise
from newslint.topics.dates.moment_pairs import days_told_otherwise
from newslint.topics.dates.occurrences import retold
from newslint.topics.dates.own_dates import stale_dates

# Words that set two years against each other on purpose.
_CONTRAST = compiled(
    r"\b(?:and|or|both|between|next|last|previous\w*|again|since|than|unlike|compar\w+|earlier|later|upcoming|future|will|anniversary"
    r"|years?|instead|similar|like|versus|vs|ahead|also|another|re-?election)\b",
    re.I,
)
_OTHER_TIME = compiled(
    r"\b(?:anniversary|years? (?:later|after|earlier|ago|before|since)|annual\w*|every|each|again|another)\b", re.I
)


@check
class DateConflict:
    """Finds an event with two years or two days, where more than the date says that it is one event.

    `recurring` are the words for events that come round again, `single` those for events that don't, `once` the verbs
    for what happens to a thing one time only.
    """

    recurring: tuple[str, ...] = ("election", "edition")
    single: tuple[str, ...] = ("attack", "treaty")
    once: tuple[str, ...] = ("founded", "collapsed")

    def __call__(self, document: Document) -> Iterator[Hit]:
        return first_at_each_place(_with_judged(document, self._hits(document)))

    def _hits(self, document: Document) -> Iterator[Hit]:
        yield from self._two_years(document)
        yield from self._done_twice(document)
        yield from _two_passages(document)
        for found in misdatings(document):
            yield _hit(found.span, document[found.span], document[found.told], found.told, found.sure)
        for told, first in lives_told_twice(document):
            yield _hit(told.span, document[told.span], document[first.span], first.span, 0.85)
        for twin in (*retold(document), *days_in_boxes(document), *last_days_told_otherwise(document)):
            yield _hit(twin.suspect, document[twin.suspect], document[twin.other], twin.other, 0.8)
        for stale in stale_dates(document):
            yield _hit(stale.suspect, document[stale.suspect], document[stale.own], stale.own, 0.8)
        yield from _told_twice(document)

    def _two_years(self, document: Document) -> Iterator[Hit]:
        """“overturn the 2022 election” once, beside “overturn the 2020 election” and more of it."""
        for head, group in self._by_head(document).items():
            years: dict[int, list[_Event]] = defaultdict(list)
            for event in group:
                years[event.occasion.year].append(event)
            few, many = sorted(years.values(), key=len) if len(years) == 2 else ([], [])
            if len(few) == 1:
                yield from _odd_one(document, few[0], many, head not in self.single)

    def _done_twice(self, document: Document) -> Iterator[Hit]:
        """“The bridge collapsed on 12 March”, and “the bridge collapsed on 13 March”."""
        first: dict[tuple[str, str], Deed] = {}
        once = {root(verb) for verb in self.once}
        for deed in deeds(document):
            if deed.root not in once or len(deed.subject) < 3 or (deed.named and deed.subject not in self.single):
                continue
            starts = deed.verb in STARTS and deed.date.day is not None
            for kind in ("starts", deed.root) if starts else (deed.root,):
                earlier = first.setdefault((deed.subject, kind), deed)
                if _are_one(document, deed, earlier):
                    here, there = deed.date.span, earlier.date.span
                    told = (f"{deed.verb} {document[here]}", f"{earlier.verb} {document[there]}")
                    # A suggestion, but for what begins: a deed is as often done twice, or put off.
                    yield _hit(here, *told, there, 0.7, minor=kind != "starts")

    def _by_head(self, document: Document) -> dict[str, list[_Event]]:
        found: dict[str, list[_Event]] = defaultdict(list)
        heads = {*self.recurring, *self.single}
        for occasion in occasions(document):
            for index, word in enumerate(occasion.following):
                head = word if word in heads else word.removesuffix("s")
                if head in heads and not in_quotation(document, occasion.span.start):
                    span = Span(occasion.span.start, occasion.ends[index])
                    found[head].append(_Event(occasion, span, occasion.following[:index]))
                    break
        return found


def _with_judged(document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits, and what the judge takes for one day given twice where none of them is of either place."""
    told = set()
    for hit in hits:
        told |= {hit.span, *(note.span for note in hit.related)}
        yield hit
    for pair, verdict in days_told_otherwise(document):
        if told.isdisjoint((pair.suspect, pair.other)):
            words = {"found": document[pair.suspect], "other": document[pair.other]}
            note = Note(pair.other, f"{document[pair.other]} here")
            yield Hit(pair.suspect, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


def _are_one(document: Document, deed: Deed, earlier: Deed) -> bool:
    """Whether two deeds of one kind are one deed with two dates."""
    here, there = deed.date.span, earlier.date.span
    if not _differ(deed.date, earlier.date) or (deed.named and earlier.named):
        return False  # “the March 3 raid” and “the March 15 raid” are two
    if deed.lead and earlier.lead and not may_lead_to_one(earlier.lead, deed.lead):
        return False
    if any(PUT_OFF.search(document[around(document, span)]) for span in (here, there)):
        return False
    return not _OTHER_TIME.search(document[around(document, here, 60)])


def _told_twice(document: Document) -> Iterator[Hit]:
    """“Submissions closed on 30 May”, and “two days before submissions closed on 13 June”."""
    for double in doubles(document):
        if not double.suspect.clock:
            here, there = double.suspect.span, double.other.span
            yield _hit(here, document[here], document[there], there, 0.75)


class _Event(Row):
    """A year with its event: `span` holds both, `between` the words that part them."""

    occasion: Occasion
    span: Span
    between: tuple[str, ...]


def _hit(span: Span, found: str, other: str, place: Span, confidence: float, minor: bool = False) -> Hit:
    words = {"found": found, "other": other}
    return Hit(span, words, (Note(place, f"{other} here"),), confidence=confidence, minor=minor)


def _odd_one(document: Document, odd: _Event, many: list[_Event], recurring: bool) -> Iterator[Hit]:
    if _CONTRAST.search(document[around(document, odd.span, 30)]):
        return
    governed = [other for other in many if _governed_alike(odd.occasion, other.occasion)]
    year = odd.occasion.year
    alone = not any(moment.year == year and moment.span.start != odd.span.start for moment in moments(document))
    if recurring:
        likely = len(many) > (1 if governed else 3 if alone else 5) and bool(governed or odd.between == ())
        likely = likely and bool(governed or document[odd.span].endswith("edition"))
    else:
        same = [other for other in many if other.between == odd.between and (other.between or governed)]
        likely = bool(same) and alone and abs(year - many[0].occasion.year) < 10
    if likely:
        other = (governed or many)[0]
        yield _hit(odd.span, document[odd.span], document[other.span], other.span, 0.65)


def _governed_alike(one: Occasion, other: Occasion) -> bool:
    """Whether the nearest word before one of them (“overturn the”) stands before the other, too."""
    return bool(one.governors) and one.governors[0].islower() and one.governors[0] in other.governors


def _two_passages(document: Document) -> Iterator[Hit]:
    """“A law from 1996” that “was passed in 1995”."""
    passed = [passage for passage in passages(document) if not passage.named]
    if len({law.year for law in passed}) != 1:
        return
    other = passed[0]
    named = [passage for passage in passages(document) if passage.named]
    near = [law for law in named if abs(law.year - other.year) <= 1]
    if len({law.year for law in near}) == 1 and near[0].year != other.year:
        one = near[0]
        yield _hit(one.span, f"a law of {one.year}", f"passed in {other.year}", other.span, 0.65)


def _differ(a: DateReference, b: DateReference) -> bool:
    """Whether the two can't be one day, as far as both say."""
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return any(one is not None and other is not None and one != other for one, other in pairs)


_: type[Check] = DateConflict
