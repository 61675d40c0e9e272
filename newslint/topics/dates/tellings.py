"""Tellings: what a clause says happened, of whom or what, and the hour, the day or the weekday that it gives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import stem
from newslint.story.dates import DateReference, dates, moments
from newslint.story.times import Clock, clocks
from newslint.text.content_words import root, roots_within
from newslint.text.prefilter import blocks_with_words
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import (
    DAYS_AND_MONTHS,
    SHORT_MONTHS,
    SPOKE,
    WEEKDAY_FORMS,
    WEEKDAYS,
    alternatives,
)
from newslint.topics.dates.happening_words import happening_words, is_noun, thing_of, told_by

_BEFORE, _BEHIND = 110, 60  # how far a clause reaches to both sides of its moment


# Verbs of speech by which something is done.
_DEEDS = frozenset(["declared", "declares", "announced", "announces", "asked", "told", "posted"])
# What ends a clause, to the left of a moment and to its right.
_EDGE = compiled(
    rf"[;:—–()“”\"•|]|\s-\s|,? (?:and|but|or|who|whom|where|while|as(?! an? )|after|before|since|until|because|if|although|though|when|so|then|than|"
    rf"including|{alternatives(SPOKE - _DEEDS)})\b"
    # a conjunction, not “her book about that journey”
    r"|(?<! about)(?<! of)(?<! in)(?<! for)(?<! at)(?<! on)(?<! by)(?<! with)(?<! from)(?<! to) that\b"
)
_EDGE_OR_COMMA = compiled(rf",|{_EDGE.pattern}")
_OPENING = 8  # “ On the ”
_DETERMINED = compiled(r"(?i)\b(?:the|his|her|its|their|our|an?|that|this|[A-Z][\w-]+[’']s?) \Z")
_ATTRIBUTED = compiled(r"(?:[’']s? | |-)(?:[a-z]+[ -]){0,2}[a-z][a-z-]+")
_WEEKDAY = compiled(rf"\b({alternatives(WEEKDAYS)})\b(?! [A-Z])")
_WEEKDAYS = frozenset(map(str.lower, WEEKDAYS))
_WHEN = compiled(
    r":[ \t]+|(?: (?:night|morning|evening|afternoon))?,? (?:the (?:year|day|month|week|night|morning|evening|afternoon|moment) "
    r"(?:that |when |in which |on which )?|when )"
)
# “open from 10am to 4pm” tells by its second hour when it closes.
_TO = compiled(r"(?:\b(?:to|until|till)|[-–—])\s?\Z")
_ENDS = {"opening": "closure", "start": "end", "gathering": "end"}
# Hours by another clock: 8am Eastern is 7am Central.
ZONE = compiled(
    r" (?:\(?(?:[A-Z]{1,2}[SD]?T\b|GMT|UTC)|(?:local|Eastern|Central|Mountain|Pacific|[A-Z][a-z]+) [Tt]ime|Eastern\b|Pacific\b)"
)
_NAME = compiled(r"\b[A-Z][\w’-]+")
_STANDS = compiled(r"(?i)(?:is|are|was|were|be|been|being|gets?|got) (?:due|set|scheduled|at|on)\Z")
# What is done but no more than happening: “the fire started”, “the suit was filed”.
_HAPPENS = (
    "started|expected|scheduled|planned|delayed|ended|opened|reported|happened|occurred|called|lasted|filed|lodged|issued|staged|signed|"
    "announced|delivered|published|launched|handed|confirmed|declared|need|red|bed|shed"
)
_OTHER_VERB = compiled(
    rf"(?i)\b(?!(?:{_HAPPENS})\b)\w+ed\b|\b(?:was|were|is|are|has|have|had|could|would|can|may|might) "
    rf"(?!(?:at|on|due|set|held|given|made|taken|to|still|now|back|put|be|been|also|{_HAPPENS})\b)"
)
_NEXT = 12
_TIMES = "morning after evening night today yesterday tomorrow local time".split()
# By roots, and by the first letters.
CALENDAR = frozenset(one(word) for word in (*DAYS_AND_MONTHS, *SHORT_MONTHS, *_TIMES) for one in (root, stem)) | {
    "gmt",
    "p.m.",
    "a.m.",
    "pm",
    "am",
}


class Telling(Row):
    """What happened (`kinds`, each with the place of its words) at `span`, and what else its clause names (`things`).

    One of `clock`, `date` and `weekday` says when. `names` are the words with a capital.
    """

    span: Span
    kinds: dict[str, Span]
    things: frozenset[str]
    names: frozenset[str]
    clause: Span
    sentence: Sentence
    clock: Clock | None = None
    date: DateReference | None = None
    weekday: int | None = None


@analysis
def tellings(document: Document) -> tuple[Telling, ...]:
    """Everything that is told with its hour, its day or its weekday, in order; not what is quoted."""
    found: list[Telling] = []
    for clock in clocks(document):
        if not ZONE.match(document.text, clock.span.end):
            found.extend(_telling(document, clock.span, clock=clock))
    for moment in moments(document):
        if moment.last_day is None:
            found.extend(_telling(document, moment.span, date=moment))
    for span, weekday in _weekdays(document):
        found.extend(_telling(document, span, weekday=weekday))
    return tuple(sorted(found, key=lambda telling: telling.span))


def _weekdays(document: Document) -> Iterator[tuple[Span, int]]:
    """The weekdays that belong to no date."""
    taken = [date.span for date in dates(document)]
    ends = [span.end for span in taken]
    for block in blocks_with_words(document, _WEEKDAYS):
        for match in _WEEKDAY.finditer(document.text, block.start, block.end):
            at = bisect_left(ends, match.end())
            if at == len(taken) or match.start() < taken[at].start:
                yield Span(*match.span()), WEEKDAY_FORMS[match[1].lower()]


def _telling(
    document: Document,
    span: Span,
    clock: Clock | None = None,
    date: DateReference | None = None,
    weekday: int | None = None,
) -> Iterator[Telling]:
    sentence = sentence_at(document, span.start)
    if sentence is None or in_quotation(document, span.start):
        return
    clause = clause_around(document.text, sentence, span)
    kinds = kinds_told(document.text, clause, span)
    if not kinds and (later := _clause_behind(document.text, sentence, span)) is not None:
        clause, kinds = later, kinds_told(document.text, later, span)
    if not kinds:
        return
    if clock and _TO.search(document.text, max(clause.start, span.start - 8), span.start):
        kinds = {_ENDS.get(kind, kind): place for kind, place in kinds.items()}
    if tuple(kinds) == ("start",) and document.text[clause.start : clause.end].strip() == "start":
        kinds = {"kick-off": kinds["start"]}  # “before the 3.40pm start”
    bounds = [clause.start, *(end for place in sorted({*kinds.values()}) for end in place), clause.end]
    parts = [Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    things = frozenset(stem for part in parts for stem in roots_within(document, part)) - CALENDAR
    inside = sentence.start + 1  # the word that begins it has a capital anyway
    names = frozenset(
        name for part in parts for name in names_between(document.text, max(part.start, inside), part.end)
    )
    yield Telling(span, kinds, things, names, clause, sentence, clock, date, weekday)


def names_between(text: str, start: int, end: int) -> frozenset[str]:
    """The words with a capital, but for days and months."""
    return frozenset(
        str(name) for name in _NAME.findall(text, start, end) if name.lower().removesuffix("s") not in DAYS_AND_MONTHS
    )


def kinds_told(text: str, clause: Span, moment: Span) -> dict[str, Span]:
    """What happens in the clause, and where it says so."""
    kinds: dict[str, Span] = {}
    copy = text[clause.start : clause.end + 1].lower()
    if len(copy) != len(text[clause.start : clause.end + 1]):
        return kinds  # a letter that has more in lower case
    for match in happening_words().finditer(copy, 0, clause.end - clause.start):
        place = Span(clause.start + match.start(), clause.start + match.end())
        if _is_named(text, clause, place) or (_STANDS.match(match[0]) and not 0 <= moment.start - place.end < _NEXT):
            continue  # the Moor Foundation; “is due to speak on Friday”
        verb = _OTHER_VERB.search(text, place.end, moment.start) if place.end < moment.start else None
        for kind in told_by(match[0]):
            if verb and is_noun(kind, match[0]):
                continue  # “the fire was out by 5am” is not when it was
            needed = thing_of(kind)
            if needed is None or needed.search(text, clause.start, clause.end):
                kinds.setdefault(kind, place)
    return kinds


def _is_named(text: str, clause: Span, place: Span) -> bool:
    """Whether the word has a capital that no sentence begins with."""
    return text[place.start].isupper() and place.start > clause.start + 4 and text[place.start - 2] not in ".:"


def clause_around(text: str, sentence: Sentence, span: Span) -> Span:
    """The clause around a moment; “the 3.40pm start” is one by itself, and so is “1974, the year she began”."""
    determined = _DETERMINED.search(text, max(sentence.start, span.start - 30), span.start)
    owned = text.startswith(("’s ", "'s "), span.end)
    attributed = _ATTRIBUTED.match(text, span.end, sentence.end) if determined or owned else None
    if attributed is not None:
        inner = _EDGE.search(text, span.end, attributed.end())
        return Span(span.end, inner.start() if inner else attributed.end())
    high = min(sentence.end, span.end + _BEHIND)
    start = max(sentence.start, span.start - _BEFORE)
    for edge in _EDGE.finditer(text, start, span.start):
        start = edge.end()
    # What happened before its moment is told; behind a comma comes something else.
    ends = _EDGE_OR_COMMA if span.start - start > _OPENING else _EDGE
    right = ends.search(text, span.end, high)
    return Span(start, right.start() if right else high)


def _clause_behind(text: str, sentence: Sentence, span: Span) -> Span | None:
    """The clause that says what a moment was: “since 1974, the year she began”, “22 May: mayor-making”."""
    when = _WHEN.match(text, span.end, sentence.end)
    if when is None:
        return None
    high = min(sentence.end, when.end() + _BEFORE)
    right = _EDGE.search(text, when.end(), high)
    return Span(when.end(), right.start() if right else high)
