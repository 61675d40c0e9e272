"""Clock times that don’t fit: half an hour before the robbery, one time told of one thing as two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.times import DAY, Clock, Lapse, clocks, clocks_within, lapses
from newslint.text.sentences import sentence_at, sentences

# A story of more times of day is a list, in which any may be meant.
_MOST = 12
# How far two times lie apart that are told as one: of full and half hours people speak loosely.
_NEAR = 5
_LOOSE = 12
_BACK = 8  # sentences in which the time stands that “an hour later” counts from
_HALF_A_NIGHT = 6 * 60
_DEED_REACH = 60
_DONE = compiled(r"\b(?:was|were|police|officers|he|she|they) (?:[a-z]+ ){0,3}(?:at|about|around) \Z")
_LOOKED_BACK = compiled(r"(?i)\b(?:had|earlier|before|since|between|from|last|reported|previous)\b")
_AGAIN = compiled(
    r"(?i)\b(?:the (?:next|following|previous|same) (?:day|morning|night|evening)|the day before|daily|every|each)\b"
)


class Clash(Row):
    """The time at `suspect` against the one at `other`; `true` is what the words make of it, in minutes from midnight."""

    suspect: Clock
    other: Clock
    lapse: Lapse
    true: int


class Twins(Row):
    """Two times told of one thing."""

    suspect: Clock
    other: Clock


@analysis
def reckoned_clashes(document: Document) -> tuple[Clash, ...]:
    """Each time that stands so many minutes before or after something, where no time of the story is the one reckoned."""
    told = clocks(document)
    if not 1 < len(told) <= _MOST:
        return ()
    return tuple(clash for lapse in lapses(document) if (clash := _reckoned(document, lapse, told)) is not None)


def _reckoned(document: Document, lapse: Lapse, told: tuple[Clock, ...]) -> Clash | None:
    sentence = sentence_at(document, lapse.span.start)
    if sentence is None or not lapse.way or lapse.loose or _AGAIN.search(document.text, *sentence.span):
        return None
    here = list(clocks_within(document, sentence))
    if lapse.way in ("before", "after"):
        return _from_an_event(lapse, here, told)
    return _from_the_last(document, lapse, here, told)


def _from_an_event(lapse: Lapse, here: list[Clock], told: tuple[Clock, ...]) -> Clash | None:
    """“At 5.20pm, half an hour before the robbery”, which another sentence has at 4.50pm."""
    if len(here) != 1 or abs(here[0].span.start - lapse.span.start) > 60:
        return None
    others = [clock for clock in told if _apart(clock, here[0], 0) > 0]
    sign = 1 if lapse.way == "before" else -1
    true = (here[0].minute + sign * lapse.minutes) % DAY
    if not others or any(_apart(clock, here[0], sign * lapse.minutes) <= _NEAR for clock in (*others, here[0])):
        return None
    nearest = min(others, key=lambda clock: (_apart(clock, here[0], 0), clock.span.start))
    if not 0 < sign * nearest.to(here[0]) % DAY <= _HALF_A_NIGHT // 3:
        return None  # before what it’s said to be before, though not so long
    return Clash(here[0], nearest, lapse, true)


def _lies_back(document: Document, clock: Clock, lapse: Lapse) -> bool:
    """Whether more sentences lie between the two than one keeps in mind."""
    told = sentences(document)
    return bisect_right(told, lapse.span) - bisect_right(told, clock.span) > _BACK


@analysis
def early_deeds(document: Document) -> tuple[Twins, ...]:
    """“9:20 p.m. Officers were sent to a bar. A man was arrested at 8:55 p.m.”: an entry that ends before it begins."""
    return tuple(_early(document, clocks(document)))


def _early(document: Document, told: tuple[Clock, ...]) -> Iterator[Twins]:
    opening: dict[int, Clock] = {}
    for clock in told:
        block = document.block_at(clock.span.start)
        if block is None:
            continue
        if not document.text[block.start : clock.span.start].strip(" *•–-"):
            opening[block.start] = clock
        elif first := opening.get(block.start):
            before = document.text[max(block.start, clock.span.start - _DEED_REACH) : clock.span.start]
            late = 0 < clock.to(first) < _HALF_A_NIGHT and not clock.open
            if late and _DONE.search(before) and not _LOOKED_BACK.search(before):
                yield Twins(clock, first)


def _apart(clock: Clock, base: Clock, minutes: int) -> int:
    """How far `clock` lies from `base` and so many minutes, the shorter way round."""
    turn = DAY // 2 if clock.open or base.open else DAY
    gap = (clock.minute - base.minute - minutes) % turn
    return min(gap, turn - gap)


def _from_the_last(document: Document, lapse: Lapse, here: list[Clock], told: tuple[Clock, ...]) -> Clash | None:
    """“The alarm went at 9.52am. Nineteen minutes later, at 10.21am, the roof fell.”"""
    behind = [clock for clock in here if 0 <= clock.span.start - lapse.span.end < 12]
    before = [clock for clock in told if clock.span.end <= lapse.span.start]
    if (
        len(behind) != 1
        or not before
        or document.block_at(before[-1].span.start) != document.block_at(lapse.span.start)
    ):
        return None
    sign = 1 if lapse.way == "later" else -1
    if _apart(behind[0], before[-1], sign * lapse.minutes) <= _NEAR:
        return None
    return Clash(behind[0], before[-1], lapse, (before[-1].minute + sign * lapse.minutes) % DAY)


def printed(minute: int) -> str:
    """A time of day in words that any paper reads: 4.50pm."""
    hour, rest = divmod(minute % DAY, 60)
    return f"{hour % 12 or 12}{f'.{rest:02}' if rest else ''}{'pm' if hour >= 12 else 'am'}"


# “the 7.20am sailing”: a time that says which one is meant.
_WHICH = compiled(r"\b[Tt]he \Z")
_THING = compiled(r" (?P<noun>[a-z]{5,})\b")
_STEM = 4


@analysis
def clock_twins(document: Document) -> tuple[Twins, ...]:
    """Times of one thing, by the thing’s own word (“sailed at 7.40am”, “the 7.20am sailing”) or by turned figures."""
    told = clocks(document)
    if not 1 < len(told) <= _MOST:
        return early_deeds(document)
    alone = [clock for clock in told if sum(_apart(clock, other, 0) == 0 for other in told) == 1]
    return (*_named(document, told, alone), *_turned(document, alone), *early_deeds(document))


def _named(document: Document, told: tuple[Clock, ...], alone: list[Clock]) -> Iterator[Twins]:
    text = document.text
    for clock in alone:
        thing = _THING.match(text, clock.span.end)
        if thing is None or not _WHICH.search(text, max(0, clock.span.start - 4), clock.span.start):
            continue
        others = [
            other
            for other in told
            if other is not clock
            and (home := sentence_at(document, other.span.start)) is not None
            and thing["noun"][:_STEM] in text[home.start : home.end].lower()
        ]
        if len(others) == 1 and 0 < _apart(others[0], clock, 0) < 60:
            yield Twins(clock, others[0])


def _turned(document: Document, alone: list[Clock]) -> Iterator[Twins]:
    """“7:30 of the third” and “3:07 of the third”: one phrase behind two times of the same figures."""
    keyed: dict[tuple[str, str], Clock] = {}
    for clock in alone:
        figures = "".join(sorted(character for character in document[clock.span] if character.isdigit()))
        behind = document.text[clock.span.end : clock.span.end + 13]
        if len(figures) < 3 or len(set(figures)) < 3 or not behind.startswith(" ") or "." in behind:
            continue
        first = keyed.setdefault((figures, behind), clock)
        if first is not clock:
            yield Twins(clock, first)
