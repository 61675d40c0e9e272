"""Tallies: lists of labels and numbers that end in their total: “Ayle: 12 / Borth: 9 / Total: 21”, “Ayle 14 0 7 7 — 28”; tables are read as grids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.topics.figures.grids import MONEY
from newslint.topics.figures.sums.sum_words import CALLED_TOTAL

# “- Ayle: 12”, “Ayle … 12”, “| Ayle | 12”: a label and one number, and nothing behind it.
_LINE = compiled(
    rf"[ \t]*[-*•|]?[ \t]*([^\d\n]{{1,60}}?)[ \t]*(?:[:|=–—-]|\.{{2,}}|…|\t|,(?= ))[ \t]*{MONEY}?[\d,.]+[^\n]{{0,20}}"
)
# “O Moor run out 33”, in a list that ends in “Total (all out) 320”.
_SPACED = compiled(r"[ \t]*([^\d\n]{1,60}?(?: \([^()\n]{1,30}\))?)[ \t]+[$£€]?[\d,.]+")
# A total that more is said behind: “Total votes: 3,436. Spoilt papers: 19.”
_FIRST = compiled(r"[^\d\n]{1,40}: [^\n]*?\d(?=\. [A-Z])")
# What each period brought, and the score that they make.
_LINE_SCORE = compiled(r"[A-Z][^\d\n]{1,40}?:?(?P<parts>(?: +\d{1,3}){2,9}) ?[—–-]+ ?(?P<total>\d{1,3})")
_NUMBER = compiled(r"\d+")
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.OTHER])
_MOST = 40
_NEAR = 0.8


class Tally(Row):
    """A total as a list gives it, and the numbers above it that make it, or should."""

    total: Quantity
    parts: tuple[Quantity, ...]

    @property
    def is_one(self) -> bool:
        """Whether the parts are of the total's own sort and nearly make it: an average or a rate isn't added up."""
        total, made = self.total, sum(part.value for part in self.parts)
        alike = all((part.unit, part.kind) == (total.unit, total.kind) for part in self.parts)
        return alike and total.value > 0 and _NEAR <= made / total.value <= 1 / _NEAR

    @property
    def holds(self) -> bool:
        """Whether the parts make the total, as all are printed."""
        low, high = sum(part.low for part in self.parts), sum(part.high for part in self.parts)
        return low <= self.total.high + 1e-6 and high >= self.total.low - 1e-6


class LineScore(Row):
    """The points of each period and their total, as one line gives them."""

    total: Span
    parts: tuple[Span, ...]
    made: int


def wrong_line_scores(document: Document) -> Iterator[LineScore]:
    """Every line whose periods don't make its total, where those of another line do."""
    text = document.text
    numbered = (span for span in _lines(document) if text[span.end - 1].isdigit())
    lines = [match for span in numbered if (match := _LINE_SCORE.fullmatch(text, *span))]
    if len(lines) > 1:
        scores = [_line_score(document, match) for match in lines]
        wrong = [score for score in scores if score.made != int(document[score.total])]
        yield from wrong if len(wrong) < len(scores) else ()


def _line_score(document: Document, match: re.Match[str]) -> LineScore:
    parts = tuple(Span(*found.span()) for found in _NUMBER.finditer(document.text, *match.span("parts")))
    return LineScore(Span(*match.span("total")), parts, sum(int(document[part]) for part in parts))


def tallies(document: Document) -> Iterator[Tally]:
    """Every list whose last line is the total of those above it."""
    if not any(word in document.text for word in ("otal", "TOTAL", " cast")):
        return
    yield from (tally for tally in _lists(document) if tally.is_one)


def _lists(document: Document) -> Iterator[Tally]:
    parts: list[Quantity] = []
    marked = False  # whether the lines of the list have a mark between label and number
    for line in _lines(document):
        first = _FIRST.match(document.text, *line)
        span = Span(*first.span()) if first else line
        mark = _LINE.fullmatch(document.text, *span)
        if mark and not marked and len(parts) == 1:
            parts = []  # “Cases since October 23” heads the list
        marked = mark is not None
        match = mark or _SPACED.fullmatch(document.text, *span)
        numbers = quantities_within(document, Span(match.end(1), span.end)) if match else ()
        if match is None or len(numbers) != 1 or numbers[0].kind not in _KINDS:
            parts = []
        elif not CALLED_TOTAL.fullmatch(match[1].strip(" *_:|")):
            parts.append(numbers[0])
        else:
            if 1 < len(parts) <= _MOST:
                heads = len(parts) > 2 and sum(part.value for part in parts[1:]) == numbers[0].value
                yield Tally(numbers[0], tuple(parts[1:] if heads else parts))  # “Scores on day 2” heads the list
            parts = []


def _lines(document: Document) -> Iterator[Span]:
    """The lines of the copy, block by block."""
    for block in document.copy:
        at = block.start
        for line in document.text[block.start : block.end].split("\n"):
            if line.strip():
                yield Span(at, at + len(line))
            at += len(line) + 1
