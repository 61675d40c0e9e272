"""Boxes: a line of a list, a table or a box of facts that tells what a sentence of the story tells, with another day or hour.

A line has few words, so what it tells is known by these: it and the sentence share rarer ones with each other than with any other
place that has a moment. Where the two moments differ in one figure only, and neither
stands on the other side as well, one of them is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import stem
from newslint.story.dates import dates, publication
from newslint.story.rare_words import weight_of
from newslint.story.times import clocks
from newslint.text.content_words import content
from newslint.text.layouts import LINE, is_item
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import WEEKDAYS, alternatives
from newslint.topics.dates.others import may_be_several
from newslint.topics.dates.tellings import CALENDAR, clause_around

_MOST = 60  # more lines or sentences with moments are a list of their own, in which any may be meant
_FEWEST = 2  # words that both have: one may be chance
_OPENING = 10  # code points before a moment that heads its block
_LEADS = compiled(r"[ *_]*(?:[:–—|]|- )")
_WEEKDAY = compiled(rf"\b(?:{alternatives(WEEKDAYS)})\b")
_STOPPED = compiled(r"[.!?][”’\"')\]]*\s*\Z")


class _Told(Row):
    """A moment at `span`: its `figures`, None where the copy doesn't say, the words of its line or sentence, and whether it's set `apart` from others."""

    span: Span
    figures: tuple[int | None, ...]
    words: frozenset[str]
    apart: bool

    def common(self, other: _Told) -> list[tuple[int, int]]:
        """The figures that both give."""
        return [(a, b) for a, b in zip(self.figures, other.figures, strict=True) if a is not None and b is not None]


@analysis
def days_in_boxes(document: Document) -> tuple[TwoPlaces, ...]:
    """Every line with a day or a month that the story gives otherwise."""
    own = publication(document)
    told = [(date.span, (date.year, date.month, date.day)) for date in dates(document) if date != own]
    return tuple(_retold(document, told))


@analysis
def hours_in_boxes(document: Document) -> tuple[TwoPlaces, ...]:
    """Every line with an hour that the story gives otherwise; an hour that heads its line is that of an entry."""
    told = [(clock.span, (clock.minute // 60 % 12, clock.minute % 60)) for clock in clocks(document)]
    retold = _retold(document, [each for each in told if not _heads(document, each[0])])
    return tuple(twin for twin in retold if not _are_of_two_days(document, twin))


def _are_of_two_days(document: Document, twin: TwoPlaces) -> bool:
    """Whether the sentence of each names a weekday, and they share none: “Sunday: fair opens, noon”, “Monday: judging at the fair, 2 p.m.”"""
    told = [sentence_at(document, place.start) for place in (twin.suspect, twin.other)]
    first, second = (set(_WEEKDAY.findall(document[sentence.span])) if sentence else set() for sentence in told)
    return bool(first and second) and first.isdisjoint(second)


def _heads(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and span.start - block.start < _OPENING


# A moment with its figures, the sentences that tell what it's of, and its own.
_Moment = tuple[Span, tuple[int | None, ...], Sequence[Sentence], Sentence]


def _retold(document: Document, moments: Iterable[tuple[Span, tuple[int | None, ...]]]) -> Iterator[TwoPlaces]:
    *sides, neither = _sides(document, moments)
    if not all(0 < len(side) <= _MOST for side in sides):  # for speed
        return
    lines, story, others = ([_told(document, *moment) for moment in side] for side in (*sides, neither))
    for line, sentence in _closest(document, lines, story):
        stands = _stands(line, [*story, *others]) or _stands(sentence, [*lines, *others])
        if _is_slip(line, sentence) and not stands:
            yield TwoPlaces(line.span, sentence.span)


def _is_slip(line: _Told, sentence: _Told) -> bool:
    """Whether the two differ in one figure, agree in another, and nothing sets the one against the other."""
    both = line.common(sentence)
    return len(both) > 1 and sum(a != b for a, b in both) == 1 and not (line.apart or sentence.apart)


def _stands(one: _Told, others: list[_Told]) -> bool:
    """Whether any of the others may be the same moment."""
    return any((both := one.common(other)) and all(a == b for a, b in both) for other in others)


def _sides(
    document: Document, moments: Iterable[tuple[Span, tuple[int | None, ...]]]
) -> tuple[list[_Moment], list[_Moment], list[_Moment]]:
    """The moments of lines, those of the story's sentences, and those of neither."""
    lines: list[_Moment] = []
    story: list[_Moment] = []
    neither: list[_Moment] = []
    for span, figures in moments:
        block, sentence = document.block_at(span.start), sentence_at(document, span.start)
        if block is None or sentence is None:
            continue
        if _is_line(document, block, span):
            lines.append((span, figures, _of_row(document, block), sentence))
        elif not _heads(document, span):
            side = story if _is_told(document, block) else neither
            side.append((span, figures, [sentence], sentence))
    return lines, story, neither


def _is_line(document: Document, block: Block, span: Span) -> bool:
    """Whether the block is a cell or an item, headed by its moment (“May 2017: …”), or short and no sentence (“Forms due: May 2”)."""
    if is_item(document, block):
        return True
    if block.role is not Role.PARAGRAPH or block.end - block.start > LINE:
        return False
    headed = _heads(document, span) and _LEADS.match(document.text, span.end, block.end)
    return bool(headed) or not _ends_a_sentence(document, block)


def _is_told(document: Document, block: Block) -> bool:
    """Whether the block is of the story, and no line or item that's too long to be one."""
    return block.role is not Role.LIST_ITEM and (block.role is not Role.PARAGRAPH or _ends_a_sentence(document, block))


def _ends_a_sentence(document: Document, block: Block) -> bool:
    return _STOPPED.search(document.text, block.start, block.end) is not None


def _told(
    document: Document, span: Span, figures: tuple[int | None, ...], of: Sequence[Sentence], sentence: Sentence
) -> _Told:
    text = document.text
    words = frozenset().union(*(_words(document, each) for each in of))
    apart = may_be_several(text, clause_around(text, sentence, span), span)
    return _Told(span, figures, words, apart)


def _of_row(document: Document, block: Block) -> list[Sentence]:
    """The sentences of the block, or of all cells of its row."""
    return _by_row(document)[block.row if block.role is Role.TABLE_CELL else -block.start]


@analysis
def _by_row(document: Document) -> dict[int, list[Sentence]]:
    """The sentences of each row of a table, and of each other block, which goes by its start."""
    found: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences(document):
        block = document.block_at(sentence.start)
        if block is not None:
            found[block.row if block.role is Role.TABLE_CELL else -block.start].append(sentence)
    return found


def _words(document: Document, sentence: Sentence) -> frozenset[str]:
    return frozenset(map(stem, content(document, sentence).words)) - CALENDAR


def _closest(document: Document, lines: list[_Told], story: list[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Each line and sentence that share rarer words with each other than either does with any of the other side."""
    alike = {(line, sentence): _likeness(document, line, sentence) for line in lines for sentence in story}
    best: dict[_Told, float] = defaultdict(float)
    for (line, sentence), value in alike.items():
        best[line], best[sentence] = max(value, best[line]), max(value, best[sentence])
    return (pair for pair, value in alike.items() if 0 < value == best[pair[0]] == best[pair[1]])


def _likeness(document: Document, line: _Told, sentence: _Told) -> float:
    """What the words that both have say together; 0 where these are too few."""
    shared = line.words & sentence.words
    return weight_of(document, shared) if len(shared) >= _FEWEST else 0
