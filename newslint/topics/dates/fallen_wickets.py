"""Fallen wickets: the score at which each wicket of an innings fell; no score is lower than the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import ordinal_number, small_number
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import NUMBER_IN_WORDS

_LIST = compiled(r"\bFall(?: of (?:the )?wickets?)?: ?(?P<rows>[^\n]+)")
_ROW = compiled(r"\b(?P<first>\d{1,3})-(?P<second>\d{1,3})\b")
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
_SCORE = rf"(?:\d{{1,3}}|{NUMBER_IN_WORDS})"
# “the third wicket, at ninety-four”, “fourth out at 189”, “the fifth to fall, with the total 189”.
_TOLD = compiled(
    rf"\b(?P<wicket>{_ORDINAL}) (?:wicket(?: (?:fell|went|to fall))?|out|(?:man )?to (?:fall|go)),? (?:with the (?:score|total) (?:at |on )?|at |on )(?P<score>{_SCORE})\b(?!-|\.\d)"
    # as Australia has it: “run out at 5-196”, “with the score at 6-201”
    r"|\bat (?P<down>10|[1-9])-(?P<runs>\d{2,3})\b"
)
_SIGNS = ("wicket", " out ", " to fall", " to go", " at ")


class Fall(Row):
    """The wicket of that number fell at `score`."""

    wicket: int
    score: int
    span: Span


@analysis
def falls_turned(document: Document) -> tuple[TwoPlaces, ...]:
    """Every score that is lower than that of the wicket before, in order."""
    if next(blocks_with(document, "wicket"), None) is None:
        return ()
    innings = [_listed(document, block.span) for block in blocks_with(document, "fall")]
    innings += [_told(document, block.span) for block in blocks_with(document, *_SIGNS)]
    return tuple(sorted(found for falls in innings for found in _turned(falls)))


def _turned(falls: Iterator[Fall]) -> Iterator[TwoPlaces]:
    for one, other in pairwise(falls):
        if other.wicket == one.wicket + 1 and other.score < one.score:
            yield TwoPlaces(other.span, one.span)


def _listed(document: Document, span: Span) -> Iterator[Fall]:
    """What a line below a scorecard says, where its numbers count the wickets: “1-14, 2-61” or “14-1, 61-2”."""
    for line in _LIST.finditer(document.text, *span):
        rows = list(_ROW.finditer(document.text, *line.span("rows")))
        for wicket, score in (("first", "second"), ("second", "first")):
            if [int(row[wicket]) for row in rows] == list(range(1, len(rows) + 1)):
                yield from (Fall(int(row[wicket]), int(row[score]), Span(*row.span())) for row in rows)
                break


def _told(document: Document, span: Span) -> Iterator[Fall]:
    for match in _TOLD.finditer(document.text, *span):
        if not in_quotation(document, match.start()):
            yield _fall(match)


def _fall(match: re.Match[str]) -> Fall:
    if match["down"]:
        return Fall(int(match["down"]), int(match["runs"]), Span(match.start("down"), match.end()))
    wicket = 10 if match["wicket"] == "last" else ordinal_number(match["wicket"])
    return Fall(wicket, small_number(match["score"]), Span(*match.span("score")))
