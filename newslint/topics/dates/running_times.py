"""Running times: when something that starts at an hour and lasts so long is over, and who leaves at its end too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.times import DAY, Clock, Lapse, clocks, lapses

_BEGINS = compiled(
    r"(?i)\b(?:start(?:s|ed)?|beg[aiu]ns?|(?:kick(?:s|ed)|get[s]?|got) (?:off|under ?way)|curtain (?:up|rises)|opens?)(?: [a-z]+){0,3} \Z"
)
_LASTS = compiled(
    r"(?i)\b(?:runs?|running|ran|lasts?|lasted|goes on|went on|took|takes)(?: (?:for|time|to|of|is|just|all|on))*:? ?\Z"
)
_OVER = compiled(
    r"(?i)\b(?:out|over|home|end(?:s|ed)?|finish(?:es|ed)?|final (?:whistle|curtain)|full-time|curtain (?:falls|fell|down)|emerged?|left|done|close[sd]?|wound up|applause)"
    r"(?: [\w’'-]+){0,6}? (?:at|by|before|until) \Z"
)
# “out by 9.15”, of an hour that nothing else marks.
_OVER_AT = compiled(rf"{_OVER.pattern[:-2]}(?P<hour>1[0-2]|[1-9])[.](?P<minute>[0-5]\d)(?![\d%]|[.,]\d|\s?[ap]\.?m)")
_REACH = 60


class Overrun(Row):
    """The hour at `suspect`, too early for what began at `start` and lasts `lapse`; it's over at `true`."""

    suspect: Clock
    start: Clock
    lapse: Span
    true: int


@analysis
def overruns(document: Document) -> tuple[Overrun, ...]:
    """“It starts at 7.30pm and runs for two hours and a half; I was out by 9.15.”"""
    text = document.text
    found: list[Overrun] = []
    for lapse in lapses(document):
        block = document.block_at(lapse.span.start)
        if (
            block is None
            or lapse.loose
            or lapse.way
            or not _LASTS.search(text, max(block.start, lapse.span.start - _REACH), lapse.span.start)
        ):
            continue
        near = [clock for clock in clocks(document) if block.span.holds(clock.span)]
        found.extend(_overrun(text, block.start, block.end, lapse, near))
    return tuple(found)


def _overrun(text: str, first: int, last: int, lapse: Lapse, near: list[Clock]) -> Iterator[Overrun]:
    before = [(clock, text[max(first, clock.span.start - _REACH) : clock.span.start]) for clock in near]
    starts = [
        clock
        for clock, led in before
        if compiled(r"\b(?:at|from) \Z").search(led) and _BEGINS.search(compiled(r"(?:at|from) \Z").sub("", led))
    ]
    ends = [clock for clock, led in before if _OVER.search(led)]
    ends += [_bare(match) for match in _OVER_AT.finditer(text, first, last)]
    if len(starts) != 1 or len(ends) != 1 or starts == ends:
        return
    true = starts[0].minute + lapse.minutes
    turn = DAY // 2 if starts[0].open or ends[0].open else DAY
    if 0 < (true - ends[0].minute) % turn < lapse.minutes:
        yield Overrun(ends[0], starts[0], lapse.span, true)


def _bare(match: re.Match[str]) -> Clock:
    hour, minute = int(match["hour"]) % 12, int(match["minute"])
    return Clock(Span(match.start("hour"), match.end("minute")), 60 * hour + minute, open=True)
