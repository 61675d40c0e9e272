"""Results: how a match ended, in the headline and in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from newslint.document import DISPLAY, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import amounts
from newslint.text.sentences import sentence_at
from newslint.topics.figures.series import Misnumbering

# What says of a score that it is how it ended.
_ENDED = compiled(
    r"(?i)\b(?:beat|beats|beaten|beating|defeat\w*|wins?|won|winning|victor\w+|lost|loss|losing|edged?|sank|sink|sunk|past|triumph\w*|thrash\w*"
    r"|draw|drew|overcame|outlast\w*|downed|hammered|final score|full[- ]time)\b"
)
# “Thornley Vale 29 Marsh End 24”, in a line of its own.
_LINE = compiled(r"[A-Z][\w.'’&/ -]{2,40}? (\d{1,3}),? [A-Z][\w.'’&/ -]{2,40}? (\d{1,3})(?: \([^()]*\))?")
# “AYLE 3 (Moor 34)”, “BORTH 2 (Hill 12, Lane 68)”
_SIDE = r"[A-Z][\w.'’&/ -]{2,40}? (\d{1,3})(?: \([^()\n]*\))?"
_TWO_LINES = compiled(rf"{_SIDE}\n+{_SIDE}")
# Of a part of the match, or of other ones.
_PARTLY = compiled(r"(?i)\b(?:half|quarter|period|set|inning|series|season|last year|league)\b")


class Result(Row):
    """The `score` at `span`, the greater number first."""

    span: Span
    score: tuple[int, int]


def misresults(document: Document) -> Iterator[Misnumbering]:
    """The one score of the headline that the story hasn't got, where the result that it tells differs by one of its two numbers."""
    shown, told = _scores(document)
    if len({result.score for result in shown}) != 1 or any(result.score == shown[0].score for result in told):
        return
    final = _final(document, told)
    if final is not None and sum(one == other for one, other in zip(final.score, shown[0].score, strict=True)) == 1:
        block = document.block_at(shown[0].span.start)
        place = block.role.value if block else "headline"
        line = document[final.span]
        other = line if "\n" not in line else "-".join(map(str, final.score))
        yield Misnumbering(shown[0].span, place, other, final.span, 0.85)


@analysis
def _scores(document: Document) -> tuple[list[Result], list[Result]]:
    """The scores of the display, and those of the story with its lines of results."""
    shown: list[Result] = []
    told: list[Result] = []
    for amount in amounts(document):
        if amount.unit == "score":
            high, low = sorted((int(amount.value), int(amount.quantity.top)), reverse=True)
            (shown if amount.role in DISPLAY else told).append(Result(amount.span, (high, low)))
    for match in _lines(document):
        high, low = sorted((int(match[1]), int(match[2])), reverse=True)
        told.append(Result(Span(*match.span()), (high, low)))
    return shown, told


def _lines(document: Document) -> Iterator[re.Match[str]]:
    """The results that stand in a line of their own, or in two, one for each side."""
    for block, behind in zip_longest(document.copy, document.copy[1:]):
        line = _LINE.fullmatch(document.text, *block.span)
        if line is None and behind is not None:
            line = _TWO_LINES.fullmatch(document.text, block.start, behind.end)
        if line is None:
            line = _TWO_LINES.fullmatch(document.text, *block.span)
        if line is not None:
            yield line


def _final(document: Document, told: list[Result]) -> Result | None:
    """The greatest score of which the copy says that it’s how the match ended."""
    ends = [each for each in told if "\n" in document[each.span] or _is_told_as_result(document, each)]
    ends += [each for each in told if _LINE.fullmatch(document[each.span])]
    return max(ends, key=lambda result: (sum(result.score), -result.span.start), default=None)


def _is_told_as_result(document: Document, result: Result) -> bool:
    sentence = sentence_at(document, result.span.start)
    said = document[sentence.span] if sentence else ""
    return _ENDED.search(said) is not None and not _PARTLY.search(said)
