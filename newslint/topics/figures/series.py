"""Misnumberings: things that the headline numbers otherwise than the story: Week 12 and Week 11, edition 10 and the 9th."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newslint.document import BODY, DISPLAY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import amounts
from newslint.story.dates import DateReference, dates
from newslint.story.numerals import Ordinal, numerals, ordinals
from newslint.text.content_words import stems_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import MONTHS, ORDINALS, alternatives, wordlist
from newslint.topics.figures.identifiers import Label, labels
from newslint.topics.figures.vicinity import are_near

SERIES = frozenset(["edition", "issue", "episode", "instalment", "installment", "volume", "newsletter"])
_ORDINAL = compiled(r"(?:st|nd|rd|th|\s+(?:st|nd|rd|th))\s+([A-Za-z]+)")
_BEFORE = compiled(r"([A-Za-z]+)\s+(?:No\.? |#)?\Z")
_WRITTEN = (*SERIES, *(noun.capitalize() for noun in SERIES))
_SPELLED = compiled(r"\b([a-z-]{5,}) (edition|issue|episode|instalment|installment|volume|newsletter)\b", re.I)


class Tag(Row):
    """`number` of the series called `noun`; `ordinal` for “the 9th edition”. `span` is the number's own."""

    span: Span
    noun: str
    number: int
    ordinal: bool


@analysis
def tags(document: Document) -> tuple[Tag, ...]:
    """Every number of a series of publications, in order."""
    text = document.text
    if not any(map(text.__contains__, _WRITTEN)):
        return ()
    found: list[Tag] = []
    for numeral in numerals(document):
        if numeral.spelled or numeral.value % 1 or numeral.value > 5000:
            continue
        behind, before = (
            _ORDINAL.match(text, numeral.end),
            _BEFORE.search(text[max(0, numeral.start - 20) : numeral.start]),
        )
        span = Span(numeral.start, numeral.end)
        if behind and behind[1].lower() in SERIES:
            found.append(Tag(span, behind[1].lower(), int(numeral.value), ordinal=True))
        elif before and before[1].lower() in SERIES:
            found.append(Tag(span, before[1].lower(), int(numeral.value), ordinal=False))
    found.extend(_spelled(document))
    return tuple(sorted(found))


def _spelled(document: Document) -> Iterator[Tag]:
    """“The ninth edition”."""
    for block in document.copy:
        for match in _SPELLED.finditer(document.text, block.start, block.end):
            number = ORDINALS.get(match[1].lower())
            if number:
                yield Tag(Span(*match.span(1)), match[2].lower(), number, ordinal=True)


_DATELINE = compiled(r"[A-Z]{3,}[^.]{0,30},|[A-Z][\w ]{2,30}\(")
# A day that no month has, and that is no year either.
_NO_DAY = rf"\b({alternatives(MONTHS)}) (3[2-9]|[4-9]\d|\d{{3}})\b(?![.,]\d| \w+s\b)"
_WAYS = frozenset(["by", "until", "till", "for", "from", "since", "before", "after", "to", "between", "and", "of"])
# A day that a thing was put off from; the beginning of what the headline has end.
_PUT_OFF = r"(?i)\b(?:put (?:it )?off|postponed|delayed|moved|brought forward|rescheduled|original(?:ly)?|was to|were to|had been|until)\b"
_END = r"(?i)\b(?:ends?|ending|clos(?:es?|ing)|finish(?:es)?|stops?|over)\b"
_BEGIN = r"(?i)\b(?:beg[aiu]ns?|start(?:s|ed)?|open(?:s|ed)?|launch(?:es|ed)?)\b"
# What articles are lists of.
_LISTED = wordlist(
    """
    thing way reason tip fact question step takeaway lesson idea rule sign story place book film song word photo
    """
)


class Misnumbering(Row):
    """`suspect` is said in the `place` named, where `other` is what stands at `told`. `sure` is from 0 to 1."""

    suspect: Span
    place: str
    other: str
    told: Span
    sure: float


@analysis
def misnumberings(document: Document) -> tuple[Misnumbering, ...]:
    """Every number of the display that names or orders a thing otherwise than the story does."""
    return (
        *_named(document),
        *_days(document),
        *_impossible_days(document),
        *_series(document),
        *_ordinals(document),
        *_listed(document),
    )


def _named(document: Document) -> Iterator[Misnumbering]:
    """“Week 20” above a story of Week 11, “G21” above one of the G20, “62fps” above one of 60fps."""
    found = labels(document)
    for said in found:
        if said.role not in DISPLAY:
            continue
        rivals = [told for told in found if told.role not in DISPLAY and told.word == said.word]
        if not rivals or any(told.number == said.number for told in rivals) or _heads_an_item(document, said):
            continue
        near = rivals if _usual(rivals) else [told for told in rivals if are_near(said.number, told.number)]
        usual = _usual(near)
        if usual and not _is_spelled_out(document, said):
            yield Misnumbering(said.span, said.role.value, document[usual.span], usual.span, 0.7)


def _usual(found: list[Label]) -> Label | None:
    """The first label of the number that nearly all of them have; None where there's no such number."""
    for number, count in Counter(label.number for label in found).most_common(1):
        if 4 * count >= 3 * len(found):
            return next(label for label in found if label.number == number)
    return None


def _heads_an_item(document: Document, said: Label) -> bool:
    """“Day 3: …” over an item of its own, or “Day 3” alone over a part of a diary that speaks of other days."""
    block = document.block_at(said.span.start)
    if block and len(document[block.span].split()) < 3 and not said.glued:
        return True
    if said.role is Role.HEADLINE and (said.glued or said.word in ("article", "section")):
        return False
    return document.text.startswith(":", said.span.end)


def _is_spelled_out(document: Document, said: Label) -> bool:
    """Whether the story has the number in words, as a name may be: the G7, the Group of Seven."""
    return said.number <= 20 and any(numeral.spelled and numeral.value == said.number for numeral in numerals(document))


def _days(document: Document) -> Iterator[Misnumbering]:
    """“on February 18” above a story that has the thing on February 27, and that day alone of February."""
    found = [date for date in dates(document) if date.day and date.month and date.last_day is None]
    for said in found:
        if _role(document, said.span) is not Role.HEADLINE:
            continue
        rivals = [date for date in found if date.month == said.month and date.span.start > said.span.end]
        rivals = [date for date in rivals if not _is_dateline(document, date.span) and date.year in (None, said.year)]
        if any(date.day == said.day for date in rivals):
            continue
        lead = _of_the_lead(document, rivals)
        if len({date.day for date in rivals}) != 1:
            rivals = lead
        spans = [date.span for date in rivals if _are_of_one_thing(document, said.span, date.span, date in lead)]
        if spans:
            yield Misnumbering(said.span, Role.HEADLINE.value, document[spans[0]], spans[0], 0.7)


def _impossible_days(document: Document) -> Iterator[Misnumbering]:
    """“on February 270” above a story of February 27."""
    text = document.text
    for block in document.copy:
        for match in compiled(_NO_DAY).finditer(text, block.start, block.end) if block.role is Role.HEADLINE else ():
            days = [date for date in dates(document) if date.day and date.month == MONTHS.index(match[1]) + 1]
            days = [date for date in days if not _is_dateline(document, date.span)]
            days = _of_the_lead(document, days) or days
            if len({date.day for date in days}) == 1:
                told = days[0].span
                yield Misnumbering(Span(*match.span(2)), Role.HEADLINE.value, document[told], told, 0.8)


def _is_dateline(document: Document, span: Span) -> bool:
    """“LEEDS, March 3 (Agency) –”: the day of the report, not of the thing."""
    block = document.block_at(span.start)
    return block is None or (span.start - block.start < 40 and bool(_DATELINE.match(document.text, block.start)))


def _of_the_lead(document: Document, found: list[DateReference]) -> list[DateReference]:
    """Those of the story's first paragraph, if they're of one day."""
    lead = next((block for block in document.copy if block.role in BODY), None)
    early = [date for date in found if lead is not None and lead.span.holds(date.span)]
    return early if len({date.day for date in early}) == 1 else []


def _are_of_one_thing(document: Document, one: Span, other: Span, in_lead: bool) -> bool:
    """Whether both days have one preposition (headlines drop “on”), and two words or more of what happened are the same;
    in the story's lead, one word that's no name.
    """
    ways = [_way(document, span) for span in (one, other)]
    places = [sentence_at(document, span.start) for span in (one, other)]
    stems = [stems_within(document, Span(place.start, place.end)) for place in places if place]
    if len(stems) < 2 or not places[0] or not places[1] or ways[0] != ways[1]:
        return False
    said, told = document[places[0].span], document[places[1].span]
    if compiled(_PUT_OFF).search(told) or (compiled(_END).search(said) and compiled(_BEGIN).search(told)):
        return False
    common = stems[0] & stems[1]  # the month's own name is one of them
    plain = {word[:5] for word in document[places[1].span].split() if word.islower()}
    return len(common) > 2 or (in_lead and bool(common & plain))


def _way(document: Document, span: Span) -> str:
    """How the day is meant: “by”, “until” …, or plainly, with “on” or no preposition."""
    before = document.text[max(0, span.start - 12) : span.start].lower().rstrip().rpartition(" ")[2]
    return before if before in _WAYS else "on"


def _role(document: Document, span: Span) -> Role | None:
    block = document.block_at(span.start)
    return block.role if block else None


def _series(document: Document) -> Iterator[Misnumbering]:
    """“The 9th edition” under “Edition 10”."""
    display = " ".join(document[block.span] for block in document.copy if block.role in DISPLAY).lower()
    if not any(noun in display for noun in SERIES):
        return
    found = tags(document)
    for noun in sorted({tag.noun for tag in found}):
        plain = [tag for tag in found if tag.noun == noun and not tag.ordinal]
        numbers = {tag.number for tag in plain}
        counted = [tag for tag in found if tag.noun == noun and tag.ordinal]
        if len(numbers) != 1 or not counted or any(tag.number in numbers for tag in counted):
            continue
        said, odd = plain[0], counted[0]
        if _role(document, said.span) in DISPLAY and abs(said.number - odd.number) <= 2:
            yield Misnumbering(odd.span, "story", f"{said.number} in the headline", said.span, 0.8)


def _ordinals(document: Document) -> Iterator[Misnumbering]:
    """“Third title” above a story of their fourth."""
    for block in document.copy:
        for said in ordinals(document.text, block.span) if block.role is Role.HEADLINE else ():
            rivals = [told for told in _ordinals_of_body(document) if told.noun == said.noun]
            numbers = {told.number for told in rivals}
            if len(numbers) == 1 and said.number not in numbers and _near(said, rivals[0]):
                told = rivals[0].span
                yield Misnumbering(said.span, block.role.value, document[told], told, 0.65)


def _ordinals_of_body(document: Document) -> Iterator[Ordinal]:
    for block in document.copy:
        if block.role in BODY:
            yield from ordinals(document.text, block.span)


def _near(said: Ordinal, told: Ordinal) -> bool:
    return abs(said.number - told.number) <= 2 or sorted(str(said.number)) == sorted(str(told.number))


def _listed(document: Document) -> Iterator[Misnumbering]:
    """“10 things to know” above a list that is numbered from 1 to 9."""
    markers = [block.marker for block in document.copy if block.marker is not None]
    numbers = [document[marker].rstrip(".)/ ") for marker in markers]
    if len(numbers) < 3 or numbers != [str(number) for number in range(1, len(numbers) + 1)]:
        return
    for amount in amounts(document):
        if amount.role is Role.HEADLINE and amount.head in _LISTED and amount.value != len(numbers):
            yield Misnumbering(amount.span, "headline", str(len(numbers)), markers[-1], 0.7)
