"""Occurrences: the day by which the copy calls an event, told twice otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from newslint.document import BODY, Block, Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, dates
from newslint.text.nouns import singular
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences
from newslint.text.vocabulary import SPOKE, STRONG_PASTS, WEEKDAYS, alternatives
from newslint.topics.dates.others import may_be_several
from newslint.topics.dates.tellings import clause_around

_DAY = rf"(?P<day>{alternatives(WEEKDAYS)})"
_WEEKDAY = compiled(rf"\b{_DAY}\b")
# What one sits through, fights, wins or loses once on its day.
_EVENT = (
    "vote|meeting|hearing|match|game|race|fire|blaze|crash|collision|accident|attack|verdict|ruling|march|protest|rally|"
    "concert|performance|final|derby|win|victory|defeat|loss|draw|storm|earthquake|quake|blast|explosion|raid|launch|funeral|wedding|parade|"
    "walkout|summit|session|sitting|inquest|sentencing|auction|shooting|stabbing|robbery|landslide|flood|decision|announcement|outage|sailing|rescue"
)
_OF_A_DAY = compiled(
    rf"\b{_DAY}(?: (?:morning|afternoon|evening|night))?[’']s (?:[a-z-]+ ){{0,2}}(?P<event>{_EVENT})\b"
)
# One of these ends what the event is of: “Wednesday’s vote”, “Wednesday night’s vote”.
_OWNERS = tuple(f"{end}{mark}s " for end in ("day", "morning", "noon", "evening", "night") for mark in "’'")
_OTHER = compiled(r"(?i)\b(?:next|last|previous|another|every|each|earlier|following|coming|this coming) \Z")
_AHEAD = compiled(r"(?i)\b(?:will|tomorrow|due|expected|scheduled|set to|to be|ahead of)\b")
_UNTIL = compiled(r"(?i)\b(?:until|till|by|before|next|from|since|last|every|each) (?:\w+ )?\Z")
_SPOKEN = compiled(rf"(?i)\b(?:{alternatives(SPOKE)}|reported|told|asked)(?: [\w’'-]+){{0,3}} (?:on |late |early )*\Z")
_PAST = compiled(rf"\b(?:{alternatives(STRONG_PASTS)}|was|were|had|[a-z]+ed)\b")
_TOP = 7
_MOST = 60  # more days than these are a list, in which any may be meant


@analysis
def events_of_a_day(document: Document) -> tuple[TwoPlaces, ...]:
    """“Wednesday’s vote” where nothing else is of a Wednesday and the story’s first day, of what it reports, is a Tuesday."""
    blocks = list(blocks_with(document, *_OWNERS))
    first = _day_of_the_story(document) if blocks else None
    if first is None:
        return ()
    days = [match for block in document.copy for match in _WEEKDAY.finditer(document.text, block.start, block.end)]
    return tuple(_events(document, blocks, [match["day"] for match in days], first))


def _events(document: Document, blocks: Sequence[Block], days: list[str], first: Span) -> Iterator[TwoPlaces]:
    text = document.text
    for block in blocks:
        for match in _OF_A_DAY.finditer(text, block.start, block.end):
            day, sentence = match["day"], sentence_at(document, match.start())
            if (
                days.count(day) > 1
                or text.startswith(day, first.start)
                or sentence is None
                or match.start() < first.end
            ):
                continue
            if _OTHER.search(text, max(0, match.start() - 20), match.start()) or in_quotation(document, match.start()):
                continue
            if not _AHEAD.search(text, sentence.start, sentence.end):
                yield TwoPlaces(Span(match.start(), match.end()), first)


def _day_of_the_story(document: Document) -> Span | None:
    """The first weekday that says when something happened: neither what is to come nor when somebody spoke of it."""
    text = document.text
    top = [sentence for sentence in sentences(document) if _is_body(document, sentence.start)][:_TOP]
    for sentence in top:
        for match in _WEEKDAY.finditer(text, sentence.start, sentence.end):
            if text[match.end() : match.end() + 2] in ("’s", "'s") or _AHEAD.search(text, sentence.start, sentence.end):
                return None
            if _UNTIL.search(text, max(sentence.start, match.start() - 20), match.start()):
                return None
            if not _PAST.search(text, *sentence.span):
                return None  # “The band plays on Monday.”
            if _SPOKEN.search(text, sentence.start, match.start()):
                continue
            return Span(*match.span())
    return None


def _is_body(document: Document, start: int) -> bool:
    block = document.block_at(start)
    return block is not None and block.role in BODY


# “the Dec. 31 closing”, “the Jan. 29 meeting”: a day that says which one is meant.
_BY_ITS_DAY = compiled(r" (?P<event>[a-z]{4,})\b")
_STEM = 4


@analysis
def named_days(document: Document) -> tuple[TwoPlaces, ...]:
    """A day by which a thing is called, and that stands nowhere else, where the thing's own word stands with one other day."""
    told = [date for date in dates(document) if date.day and date.last_day is None]
    counts = Counter((date.month, date.day) for date in told)
    if len(told) > _MOST:
        return ()
    return tuple(
        TwoPlaces(date.span, other.span)
        for date in told
        if counts[date.month, date.day] == 1 and (other := _other_day(document, date, told)) is not None
    )


def _other_day(document: Document, date: DateReference, told: list[DateReference]) -> DateReference | None:
    text = document.text
    thing = _BY_ITS_DAY.match(text, date.span.end)
    if thing is None or not text.endswith("the ", 0, date.span.start) or in_quotation(document, date.span.start):
        return None
    stems = _KIN.get(thing["event"], (thing["event"][:_STEM],))
    others = []
    for other in told:
        sentence = sentence_at(document, other.span.start)
        if other is date or sentence is None or sentence == sentence_at(document, date.span.start):
            continue
        near = text[max(sentence.start, other.span.start - 50) : other.span.start].lower()
        several = f" {singular(thing['event'])} " in f" {near}" and singular(thing["event"]) != thing["event"]
        if any(f" {stem}" in f" {near}" for stem in stems) and not several:  # “the Oct. 7 attacks” are no “attack”
            others.append(other)
    days = {(other.month, other.day) for other in others}
    if len(days) != 1 or others[0].year not in (None, date.year) or date.year is not None:
        return None
    return None if _is_apart(document, others[0]) else others[0]


def _is_apart(document: Document, date: DateReference) -> bool:
    """Whether its clause sets a day against others of its kind: “The next debate is on Dec. 15.”"""
    sentence = sentence_at(document, date.span.start)
    clause = clause_around(document.text, sentence, date.span) if sentence else None
    return clause is not None and may_be_several(document.text, clause, date.span)


# What is done at it, by the beginnings of its words.
_KIN = {
    "meeting": ("meet", "met", "vote"),
    "vote": ("vote",),
    "hearing": ("hear",),
    "trial": ("trial", "tried"),
    "sentencing": ("sentenc",),
    "deadline": ("deadline", "until", "due"),
    "closing": ("clos",),
}


_LED = compiled(r"\bthe (?P<words>[a-z]{4,} of) (?:the )?\Z")


@analysis
def led_alike(document: Document) -> tuple[TwoPlaces, ...]:
    """“On the evening of Friday, June 14”, and once “on the evening of June 16”; where one sentence tells of two evenings there are several."""
    told = [date for date in dates(document) if date.day and date.last_day is None]
    counts = Counter((date.month, date.day) for date in told)
    alike: dict[tuple[str, int | None], list[DateReference]] = defaultdict(list)
    for date in told:
        led = _LED.search(document.text, max(0, date.span.start - 40), date.span.start)
        if led is not None and not in_quotation(document, date.span.start):
            alike[led["words"].lower(), date.month].append(date)
    found = []
    for first, *others in alike.values():
        if len({sentence_at(document, date.span.start) for date in (first, *others)}) > len(others):
            found += [
                TwoPlaces(other.span, first.span)
                for other in others
                if other.day != first.day and 1 in (counts[other.month, other.day], counts[first.month, first.day])
            ]
    return tuple(sorted(found))


@analysis
def retold(document: Document) -> tuple[TwoPlaces, ...]:
    """Everything that the story tells of two days, and means of one."""
    found = (events_of_a_day, named_days, led_alike)
    return tuple(twin for each in found for twin in each(document))
