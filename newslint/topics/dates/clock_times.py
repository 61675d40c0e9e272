"""Clock times that don’t lie as far apart as the copy says: half an hour before the robbery, nineteen minutes later, put back by twenty."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge
from newslint.story.times import DAY, Clock, Lapse, clocks, clocks_within, lapses
from newslint.text.content_words import roots_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import WEEKDAYS, alternatives
from newslint.topics.dates.tellings import CALENDAR, clause_around

# A story of more times of day is a list, in which any may be meant.
_MOST = 12
_CROWD = 60  # but by what it counts from one may be found among so many
# How far two times lie apart that are told as one: of full and half hours people speak loosely.
_NEAR = 5
_PARAGRAPHS = 5  # breaks of lines between two times of one course of events, at most
_DAY_NAMED = compiled(rf"\b(?:{alternatives(WEEKDAYS)}|day|night|morning|yesterday|tomorrow)\b")
_AGAIN = compiled(
    r"(?i)\b(?:the (?:next|following|previous|same) (?:day|morning|night|evening)|the day before|daily|every|each)\b"
)
_PUT_OFF = compiled(r"\b(?:put back|pushed back|delayed|held up|postponed)(?: by| for)? \Z")
_LATE = compiled(r" (?:late|behind schedule)\b")
_REACH = 24
# What a time counts from: “after the ferry hit”, “before high water”.
_WORD = compiled(r"[\w’'-]+")
_EVENT = compiled(r" (?:[\w’'-]+ ?){1,5}")
_BESIDE = (", ", " – ", " — ", " (")
_CLOSES = compiled(r"\s*(?:[.,;:)–—]|\Z)")
# How many times itself a length may be, at least and at most: of minutes people speak loosely.
_ROOM = {
    Hedge.NONE: (1.0, 1.0),
    Hedge.NEARLY: (0.8, 1.02),
    Hedge.UNDER: (0.0, 1.02),
    Hedge.OVER: (0.98, 1.5),
    Hedge.ABOUT: (0.5, 1.5),
}
_LONGEST = 3 * 60  # minutes that a start is put off
# What takes so long, and when it’s over; and an hour that isn’t read as one: “the curtain is at 8”.
_TAKES = compiled(r"(?i)\b(?:takes?|took|runs?|ran|lasts?|lasted)(?: for)? \Z")
_OVER = compiled(
    r"(?i)\b(?:back|out|over|up|done|home|ashore|alongside|there|through|finish\w*|end(?:s|ed)?|clos\w+|arriv\w+|land\w*|return\w*)\b"
)
_NEXT_DAY = compiled(r"(?i)\b(?:the (?:next|following|previous) |the day before|tomorrow|overnight)")
_UNREAD = compiled(r"(?i)\b(?:at|from|until|till|by) (?:\d{1,2}|[a-z]+)(?:,|\.| and\b| for\b)|\bhour\b")
_BEHIND_END = 30
_HOUR, _NEAR_HOURS = 60, 20  # minutes: of whole hours people speak loosely


class Clash(Row):
    """The time at `suspect` against the one at `other`; `true` is what the words make of it, in minutes from midnight."""

    suspect: Clock
    other: Clock
    lapse: Lapse
    true: int


@analysis
def reckoned_clashes(document: Document) -> tuple[Clash, ...]:
    """Each time that stands so many minutes before or after something, where no time of the story is the one reckoned."""
    told = clocks(document)
    if not 1 < len(told) <= _CROWD:
        return ()
    reckonings = (
        _reckoned(document, lapse, told) or _put_off(document, lapse, told) or _taken(document, lapse, told)
        for lapse in lapses(document)
    )
    return tuple(clash for clash in reckonings if clash is not None)


def _reckoned(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Clash | None:
    sentence = sentence_at(document, lapse.span.start)
    if sentence is None or not lapse.way or _AGAIN.search(document.text, *sentence.span):
        return None
    here = list(clocks_within(document, sentence))
    if lapse.way in ("before", "after"):
        return _from_an_event(document, lapse, here, told)
    return _from_the_last(document, lapse, here, told) or _from_the_one_before(document, lapse, told)


def _from_an_event(document: Document, lapse: Lapse, here: list[Clock], told: tuple[Clock, ...]) -> Clash | None:
    """“At 5.20pm, half an hour before the robbery”, which another sentence has at 4.50pm."""
    if len(here) != 1 or abs(here[0].span.start - lapse.span.start) > 60:
        return None
    others = [clock for clock in told if _apart(clock, here[0], 0) > 0]
    sign = 1 if lapse.way == "before" else -1
    true = (here[0].minute + sign * lapse.minutes) % DAY
    its_own = _clock_of_event(document, lapse, others)
    if its_own is not None and _apart(its_own, here[0], 0) <= _LONGEST:
        return Clash(here[0], its_own, lapse, true) if _off(its_own, here[0], lapse, sign) > _NEAR else None
    if lapse.loose or len(told) > _MOST:
        return None
    if any(_apart(clock, here[0], sign * lapse.minutes) <= _NEAR for clock in (*others, here[0])):
        return None
    # No word says which time is the event's, but one lies just so far off the other way.
    turned = [clock for clock in others if _apart(clock, here[0], -sign * lapse.minutes) <= _NEAR]
    return Clash(here[0], turned[0], lapse, true) if len(turned) == 1 else None


def _clock_of_event(document: Document, lapse: Lapse, others: list[Clock]) -> Clock | None:
    """The one time that another clause gives what a time counts from: “three minutes after the ferry hit”, which “hit the reef at 7.15am”."""
    event = _EVENT.match(document.text, lapse.span.end)
    words = list(_WORD.finditer(document.text, *event.span())) if event else []
    # What happened is its last word: “after the ferry hit”, “before the robbery”.
    last = next((stems for word in words[::-1] if (stems := roots_within(document, Span(*word.span())))), frozenset())
    its_own = [clock for clock in others if (last - CALENDAR) & _stems_around(document, clock)]
    return its_own[0] if len({clock.minute for clock in its_own}) == 1 else None


def _stems_around(document: Document, clock: Clock) -> frozenset[str]:
    sentence = sentence_at(document, clock.span.start)
    clause = clause_around(document.text, sentence, clock.span) if sentence else None
    return roots_within(document, clause) if clause else frozenset()


def _apart(clock: Clock, base: Clock, minutes: int) -> int:
    """How far `clock` lies from `base` and so many minutes, the shorter way round."""
    turn = DAY // 2 if clock.open or base.open else DAY
    gap = (clock.minute - base.minute - minutes) % turn
    return min(gap, turn - gap)


def _off(clock: Clock, base: Clock, lapse: Lapse, sign: int) -> float:
    """By how many minutes `clock` lies farther from `base` than so long before or after it, or less far; 0 where it may be told so."""
    turn = DAY // 2 if clock.open or base.open else DAY
    gap = sign * (clock.minute - base.minute) % turn
    least, most = _bounds(lapse)
    return 0 if least <= gap <= most else min((gap - most) % turn, (least - gap) % turn)


def _bounds(lapse: Lapse) -> tuple[float, float]:
    """From how many minutes to how many a length of time may be meant: “nearly three hours”, “more than three hours”."""
    least, most = _ROOM[lapse.hedge]
    return least * lapse.minutes, most * lapse.minutes


def _from_the_last(document: Document, lapse: Lapse, here: list[Clock], told: tuple[Clock, ...]) -> Clash | None:
    """“The alarm went at 9.52am. Nineteen minutes later, at 10.21am, the roof fell.”"""
    if len(told) > _MOST:
        return None
    behind = [clock for clock in here if 0 <= clock.span.start - lapse.span.end < 12]
    before = [clock for clock in told if clock.span.end <= lapse.span.start]
    if len(behind) != 1 or not before or not _goes_on(document, before[-1], behind[0], lapse):
        return None
    sign = 1 if lapse.way == "later" else -1
    if _off(behind[0], before[-1], lapse, sign) <= _NEAR:
        return None
    return Clash(behind[0], before[-1], lapse, (before[-1].minute + sign * lapse.minutes) % DAY)


def _from_the_one_before(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Clash | None:
    """“The concert begins at 8pm. Doors open at 8.30, half an hour earlier”: from the time told right before, in its paragraph."""
    block, before = document.block_at(lapse.span.start), [clock for clock in told if clock.span.end <= lapse.span.start]
    if block is None or len(before) < 2 or before[-2].span.start < block.start:
        return None
    base, clock = before[-2:]
    beside = document.text[clock.span.end : lapse.span.start] in _BESIDE
    if not beside or not _CLOSES.match(document.text, lapse.span.end):
        return None
    sign = 1 if lapse.way == "later" else -1
    if any(_off(clock, each, lapse, sign) <= _NEAR for each in before[:-1]):
        return None
    return Clash(clock, base, lapse, (base.minute + sign * lapse.minutes) % DAY)


def _put_off(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Clash | None:
    """“Fixed for 3pm, it was put back by 20 minutes, and it was 3.40pm before it began”: the first time behind it, in its paragraph."""
    text, block = document.text, document.block_at(lapse.span.start)
    late = _LATE.match(text, lapse.span.end) or _PUT_OFF.search(
        text, max(0, lapse.span.start - _REACH), lapse.span.start
    )
    if block is None or lapse.loose or not late or len(told) > _MOST:
        return None
    here = [clock for clock in told if block.start <= clock.span.start < block.end]
    before = [clock for clock in here if clock.span.end <= lapse.span.start]
    behind = [clock for clock in here if clock.span.start >= lapse.span.end]
    if not before or not behind:
        return None
    base = before[-1]
    if any(_apart(clock, base, lapse.minutes) < _NEAR for clock in behind) or not 0 < base.to(behind[0]) <= _LONGEST:
        return None
    return Clash(behind[0], base, lapse, (base.minute + lapse.minutes) % DAY)


def _taken(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Clash | None:
    """“The boat sails at 7.15am and takes 55 minutes; by 8.40am it’s there”: what takes so long begins and ends in one paragraph."""
    text, block = document.text, document.block_at(lapse.span.start)
    if (
        block is None
        or lapse.loose
        or not _TAKES.search(text, max(block.start, lapse.span.start - _REACH), lapse.span.start)
    ):
        return None
    here = [clock for clock in told if block.start <= clock.span.start < block.end]
    before = [clock for clock in here if clock.span.end <= lapse.span.start]
    behind = [clock for clock in here if clock.span.start >= lapse.span.end]
    if not before or not behind:
        return None
    start, end = before[-1], behind[0]
    sentence = sentence_at(document, end.span.start)
    over = sentence and _OVER.search(
        text, max(lapse.span.end, sentence.start), min(sentence.end, end.span.end + _BEHIND_END)
    )
    if (
        not over
        or _UNREAD.search(text, start.span.end, end.span.start)
        or _NEXT_DAY.search(text, start.span.start, end.span.end)
    ):
        return None
    near = _NEAR if lapse.minutes % _HOUR else _NEAR_HOURS
    off = _apart(end, start, lapse.minutes)
    return Clash(end, start, lapse, (start.minute + lapse.minutes) % DAY) if near < off <= _LONGEST else None


def _goes_on(document: Document, base: Clock, clock: Clock, lapse: Lapse) -> bool:
    """Whether a time counts from the last one told: in one paragraph, or where it lies on the wrong side of it."""
    between = document.text[base.span.end : lapse.span.start]
    if document.block_at(base.span.start) == document.block_at(lapse.span.start):
        return True
    wrong = (clock.minute < base.minute) == (lapse.way == "later")
    return wrong and between.count("\n") <= _PARAGRAPHS and not (base.open or clock.open or _DAY_NAMED.search(between))


def printed(minute: int) -> str:
    """A time of day in words that any paper reads: 4.50pm."""
    hour, rest = divmod(minute % DAY, 60)
    return f"{hour % 12 or 12}{f'.{rest:02}' if rest else ''}{'pm' if hour >= 12 else 'am'}"
