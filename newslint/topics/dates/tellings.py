"""Tellings: what a clause says happened, of whom or what, and the hour, the day or the weekday that it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates, moments
from newslint.story.times import Clock, clocks
from newslint.text.content_words import stems_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import (
    DAYS_AND_MONTHS,
    NUMBER_WORDS,
    PLAIN_NUMBERS,
    SHORT_MONTHS,
    SPOKE,
    WEEKDAY_FORMS,
    WEEKDAYS,
    alternatives,
)

_BEFORE, _BEHIND = 110, 60  # how far a clause reaches to both sides of its moment


class Happening(NamedTuple):
    """The words for one thing that happens: its nouns, its verbs, and whether they say by themselves what it is.

    `thing` are words for what it must happen to, where the verb says too little (what leaves: a boat, a train).
    """

    nouns: str
    verbs: str
    alone: bool = False
    thing: str = ""


_VESSEL = (
    "ferr(?:y|ies)|boats?|ships?|trains?|bus(?:es)?|coach(?:es)?|trams?|flights?|planes?|jets?|aircraft|service|steamers?|launch|"
    "vessels?|minibus|shuttle|sailing|crossing|convoy|hovercraft|catamaran"
)
_ALARM = "warnings?|orders?|ordered|alerts?|alarms?|advisor(?:y|ies)|notices?|evacuations?|mayday|all-clear|curfew"
# One row for each thing that befalls a thing once, or once a day.
HAPPENINGS = {
    "high tide": Happening("high (?:water|tide)", "", alone=True),
    "low tide": Happening("low (?:water|tide)", "", alone=True),
    "kick-off": Happening(
        "kick-?offs?|tip-?off|throw-?in|bully-off|push-?back|first pitch|opening whistle", "kick(?:s|ed) off|tip(?:s|ped) off", alone=True
    ),
    "alarm": Happening(
        "", "issue[sd]?|went out|goes out|put out|sent(?: out)?|declared?|gave|given|raised|upgraded|triggered|ordered|announced", thing=_ALARM
    ),
    "departure": Happening(
        "departure|sailing|crossing", "lea(?:ves?|ving)|left|depart(?:s|ed)?|sail(?:s|ed)?|went|goes|set(?:s)? (?:off|out|sail)", thing=_VESSEL
    ),
    "arrival": Happening("arrival", "arrive[sd]?|land(?:s|ed)?|dock(?:s|ed)?|berth(?:s|ed)?|gets? in|got in", thing=_VESSEL),
    "blast": Happening("explosion|blast|detonation|eruption", "explode[sd]?|blew up|went off|erupt(?:s|ed)?|detonated"),
    "crash": Happening("crash|collision|derailment|smash|pile-up|accident", "crash(?:es|ed)|collided?|derailed"),
    "fire": Happening("fire|blaze|inferno", "(?:fire|blaze) (?:broke out|started|began|took hold)"),
    "quake": Happening("earthquake|quake|tremor", "(?:earth)?quake (?:struck|hit)"),
    "strike": Happening("strike", "struck|strikes", thing="lightning|bolt|strike"),
    "collapse": Happening("collapse", "collapse[sd]?|caved in|gave way|fell down"),
    "shooting": Happening("shooting|stabbing|attack|murder|killing", "(?:was|were) (?:shot|stabbed|attacked|murdered|killed)"),
    "robbery": Happening("robbery|raid|burglary|break-in|heist|theft", "(?:was|were) (?:robbed|raided|burgled|burglarized|stolen)"),
    "rescue": Happening("rescue", "(?:was|were) (?:rescued|winched|airlifted)"),
    "arrest": Happening("arrest", "(?:was|were) (?:arrested|detained)|taken into custody"),
    "charge": Happening("", "(?:was|were) (?:charged|indicted)"),
    "verdict": Happening("verdict|conviction", "(?:was|were) (?:convicted|found guilty|acquitted|cleared)"),
    "sentence": Happening("sentencing", "(?:was|were) (?:sentenced|jailed|imprisoned)"),
    "suit": Happening("suit|lawsuit", "sued|(?:suit|lawsuit|claim|complaint|case) was (?:filed|lodged|brought)|filed (?:suit|the suit|a suit|a lawsuit|its lawsuit|the lawsuit)"),
    "vote": Happening("vote|ballot|referendum", ""),
    "declaration": Happening("declaration|result", "(?:was|were) declared|(?:came|come) through", alone=True, thing="results?|figures|winner|declaration|seat|count"),
    "meeting": Happening("meeting|session|sitting|hearing", "(?:will )?meets?|met|convene[sd]?"),
    "reading": Happening("(?:first|second|third|final|last) reading", "", alone=True),
    "wedding": Happening("wedding|marriage", "(?:were|was|got) married|married|wed"),
    "funeral": Happening("funeral|burial", "(?:was|were) buried"),
    "swearing-in": Happening(
        "mayor-making|inauguration|swearing-in|coronation|installation|investiture|enthronement",
        "(?:be|was|were|been) (?:installed|sworn in|inaugurated|crowned|enthroned)|takes? office|took office", alone=True,
    ),
    "publication": Happening("publication", "(?:was|were|been|be) (?:published|released|issued)|published|came out|come out|appear(?:s|ed)|went on sale"),
    "opening": Happening("opening|launch|premiere|debut|unveiling", "open(?:s|ed)|(?:was|were|been|be) (?:opened|launched|unveiled)|launche[sd]|premiere[sd]|debut(?:s|ed)"),
    "closing": Happening(
        "deadline|closing date|cut-off",
        "close[sd]?|(?:was|were|be|been) due|expire[sd]?|shut",
        thing="submissions?|entries|entry|applications?|nominations?|consultation|comments?|comment period|voting|ballot|polls?|registrations?|bids?|tenders?|bidding|auction|booking|bookings|sale|orders|window|call|petition|survey|exhibition|show|inquiry|review",
    ),
    "founding": Happening("founding|first meeting|first rehearsal", "founded|established|(?:was|were) (?:formed|set up|started|created)|set up|started the|began the"),
    "discovery": Happening("discovery|find", "discovered|unearthed|dug up|came across"),
    "illness": Happening("onset", "fell ill|fell sick|(?:became|got) (?:ill|sick)|developed (?:a |the )?(?:fever|symptoms|rash|cough)|beg[au]n (?:running|to run) a fever|showed symptoms|took ill"),
    "outbreak": Happening("outbreak", "first case"),
    "resignation": Happening("resignation", "resign(?:s|ed)|stepped down|stood down|quit"),
    "appointment": Happening("appointment", "(?:was|were|been) (?:appointed|named|hired)"),
    "victory": Happening("victory|triumph|win", ""),
    "signing": Happening("signing", "(?:was|were) signed"),
    "death": Happening("death", "died|(?:was|were) pronounced dead|passed away"),
    "start": Happening(
        "start|beginning",
        "start(?:s|ed)?|beg[iau]ns?|(?:gets?|got) under ?way|commence[sd]?|(?:takes?|took) place|(?:is|are|was|were|be|been) (?:held|due|set|scheduled|at|on)",
    ),
    "end": Happening("finish", "end(?:s|ed)?|finish(?:es|ed)?|conclude[sd]?"),
}  # fmt: skip

# Verbs of speech by which something is done.
_DEEDS = frozenset(["declared", "declares", "announced", "announces", "asked", "told", "posted"])
# What ends a clause, to the left of a moment and to its right.
_EDGE = compiled(
    rf"[;:—–()“”\"•|]|\s-\s|,? (?:and|but|or|who|whom|which|where|while|as|after|before|since|until|because|if|although|though|when|so|then|than|"
    rf"including|{alternatives(SPOKE - _DEEDS)})\b"
    # a conjunction, not “her book about that journey”
    r"|(?<! about)(?<! of)(?<! in)(?<! for)(?<! at)(?<! on)(?<! by)(?<! with)(?<! from)(?<! to) that\b"
)
_EDGE_OR_COMMA = compiled(rf",|{_EDGE.pattern}")
_OPENING = 8  # “ On the ”
_DETERMINED = compiled(r"(?i)\b(?:the|his|her|its|their|our|an?|that|this|[A-Z][\w-]+[’']s?) \Z")
_ATTRIBUTED = compiled(r"(?:[’']s? | |-)(?:[a-z]+[ -]){0,2}[a-z][a-z-]+")
_WEEKDAY = compiled(rf"\b({alternatives(WEEKDAYS)})\b(?! [A-Z])")
_WHEN = compiled(
    r":[ \t]+|(?: (?:night|morning|evening|afternoon))?,? (?:the (?:year|day|month|week|night|morning|evening|afternoon|moment) "
    r"(?:that |when |in which |on which )?|when )"
)
# Hours by another clock: 8am Eastern is 7am Central.
_ZONE = compiled(
    r" (?:\(?(?:[A-Z]{1,2}[SD]?T\b|GMT|UTC)|(?:local|Eastern|Central|Mountain|Pacific|[A-Z][a-z]+) [Tt]ime|Eastern\b|Pacific\b)"
)
_NAME = compiled(r"\b[A-Z][\w’-]+")
_NAMES = tuple(HAPPENINGS)
_BE = (
    "is due",
    "are due",
    "was due",
    "were due",
    "be due",
    "is set",
    "are set",
    "was set",
    "were set",
    "is sched",
    "are sched",
    "was sched",
    "were sched",
)
_NEXT = 12
_CALENDAR = frozenset(word[:5] for word in (*DAYS_AND_MONTHS, *SHORT_MONTHS)) | {
    "morning"[:5],
    "after"[:5],
    "eveni",
    "night",
    "today",
    "yeste",
    "tomor",
    "local",
    "time",
    "gmt",
    "p.m.",
    "a.m.",
    "pm",
    "am",
}


class Telling(Row):
    """What happened (`kinds`, each with the place of its words) at `span`, and what else its clause names (`things`).

    One of `clock`, `date` and `weekday` says when. `names` are the words with a capital; `loose` says by how many years
    the moment may be another, where it is counted from another one.
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
    loose: int = 0


@cache
def _words() -> re.Pattern[str]:
    """Each happening in a group of its own: its number is its place."""
    forms = []
    for happening in HAPPENINGS.values():
        both = "|".join(filter(None, (happening.nouns, happening.verbs)))
        forms.append(f"({both})")
    return compiled(rf"(?i)\b(?:{'|'.join(forms)})\b(?![’'-])")


@analysis
def tellings(document: Document) -> tuple[Telling, ...]:
    """Everything that is told with its hour, its day or its weekday, in order; not what is quoted."""
    found: list[Telling] = []
    for clock in clocks(document):
        if not _ZONE.match(document.text, clock.span.end):
            found.extend(_telling(document, clock.span, clock=clock))
    for moment in moments(document):
        if moment.last_day is None:
            found.extend(_telling(document, moment.span, date=moment))
        found.extend(_counted(document, moment))
    for span, weekday in _weekdays(document):
        found.extend(_telling(document, span, weekday=weekday))
    return tuple(sorted(found, key=lambda telling: telling.span))


_YEARS_FROM = compiled(
    rf"(?i),? (?:just |exactly |only )?(?P<number>an?|{alternatives(PLAIN_NUMBERS)}|\d{{1,2}}) years? (?P<way>after|before) "
)


def _counted(document: Document, moment: DateReference) -> Iterator[Telling]:
    """“in 1977, a year after her book came out”: the book's own year, give or take one."""
    behind = _YEARS_FROM.match(document.text, moment.span.end)
    if behind is None or moment.year is None:
        return
    number = behind["number"].lower()
    years = 1 if number in ("a", "an") else int(number) if number.isdigit() else NUMBER_WORDS[number]
    date = DateReference(moment.span, moment.year - years if behind["way"].lower() == "after" else moment.year + years)
    right = _EDGE.search(document.text, behind.end(), behind.end() + _BEFORE)
    sentence = sentence_at(document, moment.span.start)
    end = min(right.start() if right else behind.end() + _BEFORE, sentence.end if sentence else behind.end())
    yield from _telling(
        document, Span(moment.span.start, behind.end("way")), date=date, at=Span(behind.end(), end), loose=1
    )


def _weekdays(document: Document) -> Iterator[tuple[Span, int]]:
    """The weekdays that belong to no date."""
    taken = [date.span for date in dates(document)]
    ends = [span.end for span in taken]
    for block in document.copy:
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
    at: Span | None = None,
    loose: int = 0,
) -> Iterator[Telling]:
    sentence = sentence_at(document, span.start)
    if sentence is None or in_quotation(document, span.start):
        return
    clause = at or _clause(document.text, sentence, span)
    kinds = _kinds(document.text, clause, span)
    if not kinds:
        return
    if tuple(kinds) == ("start",) and document.text[clause.start : clause.end].strip() == "start":
        kinds = {"kick-off": kinds["start"]}  # “before the 3.40pm start”
    bounds = [clause.start, *(end for place in kinds.values() for end in place), clause.end]
    parts = [Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    things = frozenset(stem for part in parts for stem in stems_within(document, part)) - _CALENDAR
    names = frozenset(
        str(name)
        for part in parts
        for name in _NAME.findall(document.text, max(part.start, sentence.start + 1), part.end)
    )
    names = frozenset(name for name in names if name.lower() not in DAYS_AND_MONTHS)
    yield Telling(span, kinds, things, names, clause, sentence, clock, date, weekday, loose)


def _kinds(text: str, clause: Span, moment: Span) -> dict[str, Span]:
    """What happens in the clause, and where it says so."""
    kinds: dict[str, Span] = {}
    for match in _words().finditer(text, clause.start, clause.end):
        kind = _NAMES[(match.lastindex or 1) - 1]
        needed = HAPPENINGS[kind].thing
        if (
            match[0][0].isupper()
            and match.start() > clause.start + 4
            and text[match.start() - 2 : match.start() - 1] not in ".:"
        ):
            continue  # a name: the Moor Foundation
        if match[0].lower().startswith(_BE) and not 0 <= moment.start - match.end() < _NEXT:
            continue  # “is due to speak on Friday”
        if not needed or compiled(rf"(?i)\b(?:{needed})\b").search(text, clause.start, clause.end):
            kinds.setdefault(kind, Span(*match.span()))
    return kinds


def _clause(text: str, sentence: Sentence, span: Span) -> Span:
    """The clause around a moment; “the 3.40pm start” is one by itself, and so is “1974, the year she began”."""
    determined = _DETERMINED.search(text, max(sentence.start, span.start - 30), span.start)
    owned = text.startswith(("’s ", "'s "), span.end)
    attributed = _ATTRIBUTED.match(text, span.end, sentence.end) if determined or owned else None
    if attributed is not None:
        inner = _EDGE.search(text, span.end, attributed.end())
        return Span(span.end, inner.start() if inner else attributed.end())
    high = min(sentence.end, span.end + _BEHIND)
    if when := _WHEN.match(text, span.end, sentence.end):
        right = _EDGE.search(text, when.end(), high + _BEHIND)
        return Span(when.end(), right.start() if right else min(sentence.end, high + _BEHIND))
    start = max(sentence.start, span.start - _BEFORE)
    for edge in _EDGE.finditer(text, start, span.start):
        start = edge.end()
    # What happened before its moment is told; behind a comma comes something else.
    edge = _EDGE_OR_COMMA if span.start - start > _OPENING else _EDGE
    right = edge.search(text, span.end, high)
    return Span(start, right.start() if right else high)
