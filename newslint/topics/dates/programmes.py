"""Programmes: lists of what is on and when, against what the story says of one of their entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.times import Clock, clocks_within
from newslint.text.sentences import sentences
from newslint.text.vocabulary import DAYS_AND_MONTHS, FUNCTION, WEEKDAYS, alternatives
from newslint.topics.dates.timelines import opening_clock

_FEWEST = 4
_WEEKDAY = compiled(rf"\b(?:{alternatives(WEEKDAYS)})\b")
_LONGEST = 90
# “9.30pm: Ann Crowe”, by whose first words the entry goes.
_ENTRY = compiled(r"\s?[:–—|-] ?[“‘\"']?(?P<name>[A-ZĀ-Ž][\w’'-]+(?: [A-ZĀ-Ž][\w’'-]+)*)")
# What an entry of a programme does when its time has come.
_IS_ON = compiled(
    r"(?i)\b(?:starts?|begins?|plays?|sings?|is on|are on|set|on stage|performs?|opens?|appears?|headlines?|to (?:sing|play|perform|speak))\b"
)
_OTHER = compiled(
    r"(?i)\b(?:last year|next year|rehears\w+|sound ?check|arriv\w+|doors|queue|previous\w*|was moved|instead)\b"
)


class Entry(Row):
    """A line of a programme: its `clock`, the `day` of its heading in lower case or "", and the words that name it."""

    clock: Clock
    day: str
    words: frozenset[str]


class Moved(Row):
    """What the story says at `suspect` of what the programme has otherwise at `entry`."""

    suspect: Span
    entry: Span


@analysis
def entries(document: Document) -> tuple[Entry, ...]:
    """The entries of the programme, in order; none of a list of fewer than four."""
    day, found = "", []
    for block in document.copy:
        clock = opening_clock(document, block)
        if clock is not None:
            copy = document.text[clock.span.end : block.end]
            name = _ENTRY.match(copy)
            if name and len(copy) < _LONGEST:
                words = frozenset(map(str.lower, name["name"].split())) - FUNCTION
                found.append(Entry(clock, day, words))
        elif heading := _heading(document, block):
            day = heading
    return tuple(found) if len(found) >= _FEWEST else ()


def _heading(document: Document, block: Block) -> str:
    if block.role is not Role.CROSSHEAD and block.end - block.start > 40:
        return ""
    days = _WEEKDAY.findall(document.text, block.start, block.end)
    return str(days[0]).lower() if len(days) == 1 else ""


@analysis
def moved_entries(document: Document) -> tuple[Moved, ...]:
    """Each sentence that gives one entry, which a word of its own tells from all others, another hour or another day."""
    programme = entries(document)
    counts = Counter(word for entry in programme for word in entry.words)
    own = {
        word: entry
        for entry in programme
        for word in entry.words
        if counts[word] == 1 and word not in DAYS_AND_MONTHS and len(word) > 3
    }
    return tuple(_moved(document, programme, own)) if own else ()


def _moved(document: Document, programme: tuple[Entry, ...], own: dict[str, Entry]) -> Iterator[Moved]:
    text, lines = document.text, {entry.clock.span.start for entry in programme}
    for sentence in sentences(document):
        copy = text[sentence.start : sentence.end]
        told = clocks_within(document, sentence)
        days = {day.lower() for day in _WEEKDAY.findall(copy)}
        if any(clock.span.start in lines for clock in told) or not (told or days) or _OTHER.search(copy):
            continue
        named = {
            own[word]
            for word in map(str.lower, compiled(r"\w[\w’'-]*\w").findall(copy.replace("’s", "").replace("'s", "")))
            if word in own
        }
        if len(named) != 1 or not _IS_ON.search(copy):
            continue
        entry = named.pop()
        if len(told) == 1 and told[0].minute != entry.clock.minute and (told[0].to(entry.clock)) % 720:
            if not days or not entry.day or entry.day in days:
                yield Moved(told[0].span, entry.clock.span)
        elif not told and entry.day and len(days) == 1 and entry.day not in days:
            day = _WEEKDAY.search(text, sentence.start, sentence.end)
            if day:
                yield Moved(Span(*day.span()), entry.clock.span)
