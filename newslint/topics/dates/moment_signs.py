"""Signs of moments: what speaks for and against two days, or two hours, being one thing’s."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within
from newslint.story.rare_words import rare_roots
from newslint.story.times import DAY, Clock
from newslint.story.voices import voices
from newslint.text.calendar import weekday_of
from newslint.text.content_words import root, roots_within
from newslint.text.layouts import is_item
from newslint.text.quotations import Quote, quotes
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from newslint.topics.dates.happening_words import HAPPENINGS
from newslint.topics.dates.others import words_of_others
from newslint.topics.dates.tellings import CALENDAR, ZONE, clause_around, kinds_told, names_between

_LISTED = frozenset([Role.LIST_ITEM, Role.TABLE_CELL])
# “See 3.21pm” is where to read on, not when.
_SEE = compiled(r"(?i)\bsee (?:at )?\Z")
_DEFINITE = compiled(r"\b(?i:the|that|this|its|his|her|their) (?:(?P<noun>[a-z]+) (?:of|on|at|in|from) )?\Z")
# In somebody's own words these tell of who speaks.
_ONESELF = compiled(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
# “At 4:12 of the first”, “7:45 into overtime”: the minutes of play of each part of a game.
_OF_A_PART = compiled(r"(?<=\d:\d\d) (?:of|into) (?:the )?(?P<part>[a-z]+)\b")
_FOLLOWING = compiled(r" ([A-Za-z][\w’'-]*)")
_BOUNDS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_REACH = 40  # letters before a moment, in which stands how it's led up to
_OPENING = 10  # letters before a moment that heads its block
_NEAR = 2  # days
# What begins on a day, and what ends.
_EDGES = {
    "start": compiled(
        r"\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|begin(?:s|ning)?|began|begun|launch(?:es|ed)?|resum(?:es|ed|ing)|return(?:s|ed)?|first|kick(?:s|ed)? off"
        r"|com(?:es|ing) in(?:to force)?|takes? effect|from)\b",
        re.I,
    ),
    "end": compiled(
        r"\b(?:clos(?:es|ed|ing|ure)|end(?:s|ed|ing)?|finish(?:es|ed)?|last|final|deadline|until|till|by|complet(?:es|ed|ion)|expir(?:es|ed|y))\b",
        re.I,
    ),
}
# “Annual meeting, Ayle: Friday, May 2”
_BEHIND_COLON = compiled(r":[ *_|]*(?:(?:on|at|from) )?\Z")
_HALF = 30  # minutes: people speak of the full hour and the half one loosely


class Moment(Row):
    """A day or an hour at `span`, and what is told of it.

    `value` is year, month and day, None where the copy doesn't say, or the minute from midnight. `stems` and `names` are those of its
    clause, `wide` and `wide_names` of its sentence; `kinds` are what happens in the clause. `heads` are the stems of what the moment
    tells apart, where the copy is `definite` about it. `block` is where its block begins, which it may head. `apart` are the words that set it
    against others of its kind. `weekday` is the one that the copy gives it. `teller` is who tells it of himself or herself, if anybody does. `last` is the day with which a span of days ends; `edges` says
    whether the clause tells of what starts or ends (“start”, “end”). `matter` are the stems of a line, without what happens (“Doors open: 7pm”).
    """

    span: Span
    value: tuple[int | None, ...]
    open: bool
    sentence: Sentence
    stems: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    wide_names: frozenset[str]
    kinds: frozenset[str]
    heads: frozenset[str]
    role: Role
    block: int
    definite: bool
    heads_block: bool
    apart: frozenset[str]
    last: int | None
    edges: frozenset[str]
    weekday: int | None
    teller: str = ""
    matter: frozenset[str] | None = None

    @property
    def clock(self) -> bool:
        """Whether it's an hour."""
        return len(self.value) == 1

    def differs(self, other: Moment) -> bool:
        """Whether the two can't be one moment, as far as both say."""
        if self.clock:
            turn = DAY // 2 if self.open or other.open else DAY
            return _gap(self, other) % turn != 0
        if self.last and other.last and self.last != other.last:
            return True
        return any(a is not None and b is not None and a != b for a, b in zip(self.value, other.value, strict=True))

    def is_another_weekday(self, other: Moment) -> bool:
        """Whether each has a weekday of its own, and some calendar has both: of a day that is a slip the weekday would be another."""
        if None in (self.weekday, other.weekday) or self.weekday == other.weekday:
            return False
        return any(_has_weekdays(year, self, other) for year in _CALENDARS)


# Seven years that begin on each weekday, none of them a leap year.
_CALENDARS = (2005, 2006, 2007, 2009, 2010, 2013, 2014)


def _has_weekdays(year: int, *days: Moment) -> bool:
    return all(day.value[2] and weekday_of(year, day.value[1] or 0, day.value[2]) == day.weekday for day in days)


def hour_of(document: Document, clock: Clock) -> Moment | None:
    """What is told of the hour; None outside of sentences, for another zone's, and for a reference to another entry."""
    text, span = document.text, clock.span
    if ZONE.match(text, span.end) or _SEE.search(text, max(0, span.start - _REACH), span.start):
        return None
    return _moment(document, span, (clock.minute,), is_open=clock.open)


def day_of(document: Document, date: DateReference) -> Moment | None:
    """What is told of the date; None outside of sentences."""
    value = (date.year, date.month, date.day)
    return _moment(document, date.span, value, date.last_day, weekday=date.weekday)


def _moment(
    document: Document,
    span: Span,
    value: tuple[int | None, ...],
    last: int | None = None,
    is_open: bool = False,
    weekday: int | None = None,
) -> Moment | None:
    sentence, block = sentence_at(document, span.start), document.block_at(span.start)
    if sentence is None or block is None:
        return None
    text = document.text
    clause, told = _told_of(document, block, sentence, span)
    kinds = kinds_told(text, clause, span)
    line = _BEHIND_COLON.search(text, sentence.start, span.start) is not None
    by_it = _DEFINITE.search(text, max(sentence.start, span.start - _REACH), span.start)
    heads = frozenset(_heads(text, span, by_it is not None))
    called = bool(by_it and by_it["noun"] and root(by_it["noun"]) not in CALENDAR)
    named = Span(by_it.start(), span.end) if by_it and called else None  # “again at the letter of 19 May”
    return Moment(
        span,
        value,
        is_open,
        sentence,
        roots_within(document, clause) - CALENDAR,
        roots_within(document, told.span) - CALENDAR,
        names_between(text, max(clause.start, told.start + 1), clause.end),
        names_between(text, told.start + 1, told.end),
        frozenset(kinds),
        heads,
        block.role,
        block.start,
        bool(heads) or called,
        span.start - block.start < _OPENING,
        words_of_others(text, named or (told.span if line else clause), span),
        last,
        frozenset(name for name, way in _EDGES.items() if way.search(text, *clause)),
        weekday,
        _who_tells(document, span) if _ONESELF.search(text, *clause) else "",
        _matter(document, told, span, kinds),
    )


def _told_of(document: Document, block: Block, sentence: Sentence, span: Span) -> tuple[Span, Sentence]:
    """The clause and the sentence that tell what a moment is of: those around it, or where it stands alone, the rest of its line
    (“Annual meeting, Ayle: Friday, May 2”), or what it heads (“Friday, May 2. The annual meeting …”).
    """
    clause = clause_around(document.text, sentence, span)
    if roots_within(document, clause) - CALENDAR:
        return clause, sentence
    if _BEHIND_COLON.search(document.text, sentence.start, span.start):
        return sentence.span, sentence
    if roots_within(document, sentence.span) - CALENDAR:
        return clause, sentence
    headed = sentence_at(document, sentence.end + 1)
    if (
        headed is None
        or headed == sentence
        or headed.start > block.end
        or len(dates_within(document, sentence.span)) > 1
    ):
        return clause, sentence
    return headed.span, headed


def _matter(document: Document, told: Sentence, span: Span, kinds: Mapping[str, Span]) -> frozenset[str] | None:
    """What a line is of that has a moment behind its colon: the roots of its words, but for what happens; None for any other sentence."""
    if not _BEHIND_COLON.search(document.text, told.start, span.start):
        return None
    done = (roots_within(document, place) for place in kinds.values())
    return roots_within(document, told.span) - CALENDAR - frozenset().union(*done)


def _who_tells(document: Document, span: Span) -> str:
    """The surname of whoever says what stands at `span`; "" where it's the story's own or nobody can tell."""
    quotes = _own_words(document)
    at = bisect_right(quotes, span, key=attrgetter("span")) - 1
    voice = voices(document).get(quotes[at].span.start) if at >= 0 and quotes[at].span.holds(span) else None
    return voice.surname if voice else ""


@analysis
def _own_words(document: Document) -> list[Quote]:
    return [quote for quote in quotes(document) if not quote.level]


def _heads(text: str, span: Span, is_definite: bool) -> Iterator[str]:
    """The stems of what a moment tells apart: “the 1972 album”, “the 11.15am start”, and of what part of a game it is."""
    part = _OF_A_PART.match(text, span.end)
    if part is not None:
        yield root(part["part"])
    if not is_definite:
        return
    end = span.end
    for _ in range(3):
        word = _FOLLOWING.match(text, end)
        if word is None or word[1].lower() in _BOUNDS:
            return
        end = word.end()
        if (own := root(word[1])) not in CALENDAR:
            yield own


def signs_of(document: Document, one: Moment, other: Moment, told: Sequence[Moment]) -> Mapping[str, float]:
    """All signs of a pair, of which `one` is the suspect, among all moments that are `told`."""
    shared = one.stems & other.stems
    rare = rare_roots(document, shared)
    printed = _hours(one, other) if one.clock else _days(one, other)
    near = {"near-and-rare": bool(rare) and bool(printed.get("month-with-day") or _agree(one, other))}
    return {**printed, **near, **_told(document, one, other, shared), **_placed(document, one, other, told)}


def _gap(one: Moment, other: Moment) -> int:
    """How many minutes lie between two hours, the shorter way round."""
    between = (one.value[0] or 0) - (other.value[0] or 0)
    return min(between % DAY, -between % DAY)


def _agree(one: Moment, other: Moment) -> bool:
    """Whether two dates agree in two of day, month and year, or two hours in their minutes."""
    if one.clock:
        return (one.value[0] or 0) % 60 == (other.value[0] or 0) % 60 != 0
    return sum(a is not None and a == b for a, b in zip(one.value, other.value, strict=True)) == 2


def _hours(one: Moment, other: Moment) -> dict[str, float]:
    """How the two hours are alike as they're printed."""
    return {
        "clock-hour-apart": _gap(one, other) == 60,
        "clock-same-minutes": _agree(one, other),
        "clock-exact": (one.value[0] or 0) % _HALF != 0 and (other.value[0] or 0) % _HALF != 0,
    }


def _days(one: Moment, other: Moment) -> dict[str, float]:
    """How the two dates are alike as they're printed, and how much they say."""
    parts = list(zip(one.value, other.value, strict=True))
    wrong = [n for n, (a, b) in enumerate(parts) if a is not None and b is not None and a != b] or [2]
    a, b = one.value[wrong[0]] or 0, other.value[wrong[0]] or 0
    bare = [each.value[1] is None for each in (one, other)]
    years = wrong[0] == 0
    return {
        "year": wrong == [0],
        "several": len(wrong) > 1,
        "year-far": years and abs(a - b) > 10,
        "month-with-day": wrong == [1] and parts[2][0] is not None and parts[2][0] == parts[2][1],
        "digits-turned": wrong[0] != 1 and sorted(f"{a:02}") == sorted(f"{b:02}") and a != b,  # months are words
        "week-apart": wrong == [2] and abs(a - b) == 7,
        "other-weekday": one.weekday is None is not other.weekday,
        "own-weekday": other.weekday is None is not one.weekday,
        "days-near": wrong == [2] and abs(a - b) <= _NEAR,
        "day-by-ten": wrong == [2] and abs(a - b) == 10,
        "both-days": None not in parts[2],
        "one-bare-year": bare[0] != bare[1],
        "bare-unheaded": all(bare) and not (one.heads or other.heads),
    }


def _told(document: Document, one: Moment, other: Moment, shared: frozenset[str]) -> dict[str, float]:
    """What the words around both have in common, and what each says for itself."""
    crossed = one.stems & other.wide | other.stems & one.wide
    by_year = not one.clock and one.value[0] != other.value[0] and None not in (one.value[0], other.value[0])
    # What comes round each year has a day of each.
    kinds = frozenset(kind for kind in one.kinds & other.kinds if not (by_year and HAPPENINGS[kind].daily))
    return {
        "none-shared": not shared,
        "one-shared": len(shared) == 1,
        "rare-crossed-much": max(0, min(2, len(rare_roots(document, crossed)) - 1)),
        "one-happening": bool(kinds),
        "names-shared": bool(one.names & other.names),
        "wide-names-new": bool(one.wide_names and other.wide_names and not one.wide_names & other.wide_names),
        "definite": one.definite,
    }


def _placed(document: Document, one: Moment, other: Moment, told: Sequence[Moment]) -> dict[str, float]:
    """Where both stand, and whether the copy has either again."""
    earlier, later = sorted((one, other))
    return {
        "one-listed": _is_one_listed(document, one, other),
        "same-block": one.block == other.block,
        "next-sentence": later.sentence.start - earlier.sentence.end < 4,
        "other-again": sum(each.value == other.value for each in told) > 1,
    }


def _is_one_listed(document: Document, one: Moment, other: Moment) -> bool:
    """Whether one of them is in a line of a list, and the other in none."""
    listed = [moment for moment in (one, other) if moment.role in _LISTED]
    block = document.block_at(listed[0].span.start) if len(listed) == 1 else None
    return block is not None and is_item(document, block)
