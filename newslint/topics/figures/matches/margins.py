"""Margins: by how much a match is said to have been won, in the headline, in the story, and by the scores in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from newslint.document import DISPLAY, Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.prefilter import blocks_at, blocks_with, starts_of
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import NUMBER_IN_WORDS
from newslint.topics.figures.series import Misnumbering

_UNITS = ("run", "point", "goal", "wicket", "vote")
_ALL_OUT = 10  # wickets
_LONGEST = 120  # code points of a line of scores
_SURE = 0.85
# What says that it was won, or lost, and what was another time or a part of it.
_WON = r"beat\w*|won|wins?|winning|edged?|lost|losing|lifts?|lifted|home|victor\w+|triumph\w*|defeat\w*|prevail\w*|squeeze\w*|scrape\w*|take\w*|took"
_A_WIN = "(?:win|victory|triumph|success|defeat|loss)"
_FORMS = frozenset([*_UNITS, *(f"{unit}s" for unit in _UNITS)])
_OF_A_WIN = compiled(rf"(?i)[a-z]+[- ]{_A_WIN}\b")
_ANOTHER = compiled(
    r"(?i)\b(?:half|quarter|period|set|series|season|last|previous\w*|earlier|ago|since|never|had|would|could|lead|led|trail\w*|behind|ahead|down)\b"
)
_TOTAL = compiled(
    r"(?<![\d.-])(?P<made>\d{2,3})(?:[-/](?P<lost>\d)\b| all out\b| for (?P<for>\d|[a-z]{3,5})\b)(?![-/])"
)
# “Scores: India 287 and 268”
_LABEL = compiled(r"[A-Z][A-Za-z ]{2,20}: ")
# “13.9 (87) to 11.9 (75)”
_BRACKETED = compiled(r"\d \((\d{2,3})\)[^();\n]{1,40}?\d \((\d{2,3})\)")


class Margin(Row):
    """A margin at `span`: so many of `unit`."""

    span: Span
    value: int
    unit: str
    shown: bool


@cache
def _margin() -> re.Pattern[str]:
    number = rf"(?P<{{}}>{NUMBER_IN_WORDS}|\d{{{{1,3}}}})"
    return compiled(
        rf"(?i)\b(?:{_WON})\b[^.;\n]{{0,60}}? by (?:just |only )?{number.format('by')} (?P<units>{'|'.join(_UNITS)})s?\b"
        rf"|\b{number.format('of')}[- ](?P<unit>{'|'.join(_UNITS)})s?[- ]{_A_WIN}\b"
    )


def _blocks(document: Document) -> Iterator[Block]:
    """The blocks with a unit that have a number behind “by”, or a win behind the unit."""
    led = blocks_with_numbers_behind(document, "by", "just", "only")
    ends = (at for at in starts_of(document, _FORMS) if _OF_A_WIN.match(document.text, at))
    told = {block.start for block in chain(led, blocks_at(document, ends))}
    return (block for block in blocks_with(document, *_UNITS) if block.start in told)


@analysis
def margins(document: Document) -> tuple[Margin, ...]:
    """Every margin of the copy by which something was won, in order."""
    found = []
    for block in _blocks(document):
        for match in _margin().finditer(document.text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            shown = block.role in DISPLAY
            if not shown and (
                in_quotation(document, match.start()) or sentence is None or _ANOTHER.search(document[sentence.span])
            ):
                continue
            name = "by" if match["by"] else "of"
            value = int(match[name]) if match[name].isdigit() else small_number(match[name].lower())
            unit = (match["units"] or match["unit"]).lower()
            found.append(Margin(Span(*match.span(name)), value, unit, shown))
    return tuple(found)


def mismargins(document: Document) -> Iterator[Misnumbering]:
    """The margin of the headline that the story, or the scores, give otherwise, each in one way."""
    shown = [margin for margin in margins(document) if margin.shown]
    if not shown or len({(margin.value, margin.unit) for margin in shown}) != 1:
        return
    wrong = shown[0]
    told = [
        (margin.value, margin.span) for margin in margins(document) if not margin.shown and margin.unit == wrong.unit
    ]
    reckoned = list(_reckoned(document, wrong.unit))
    values = {value for value, _ in (*told, *reckoned)}
    if len(values) == 1 and wrong.value not in values:
        value, span = (*told, *reckoned)[0]
        block = document.block_at(wrong.span.start)
        other = document[span] if told else f"{value} by the scores"
        yield Misnumbering(wrong.span, block.role.value if block else "headline", other, span, _SURE)


def _reckoned(document: Document, unit: str) -> Iterator[tuple[int, Span]]:
    """The margin that the scores make, where the copy has one match: two totals in lines of their own, or a result in brackets."""
    if unit in ("point", "goal"):
        results = {match[0]: match for match in _BRACKETED.finditer(document.text)}
        if len(results) == 1:
            (match,) = results.values()
            yield abs(int(match[1]) - int(match[2])), Span(*match.span())
        return
    totals = [
        match
        for block in document.copy
        if _is_line(document, block)
        for match in _TOTAL.finditer(document.text, *block.span)
    ]
    if unit == "run" and len(totals) == 2:
        one, other = totals
        yield abs(int(one["made"]) - int(other["made"])), Span(one.start(), one.end())
    elif unit == "wicket" and 0 < len(totals) <= 2:
        best = max(totals, key=lambda match: int(match["made"]))
        lost = best["lost"] or best["for"] or ""
        number = int(lost) if lost.isdigit() else small_number(lost)
        if number:
            yield _ALL_OUT - number, Span(*best.span())


def _is_line(document: Document, block: Block) -> bool:
    """Whether the block is a line of scores: no sentence, or one behind a label."""
    line = document[block.span]
    plain = line[0].isupper() and not line.endswith((".", "”", '"'))
    return len(line) < _LONGEST and block.role not in DISPLAY and (plain or _LABEL.match(line) is not None)
