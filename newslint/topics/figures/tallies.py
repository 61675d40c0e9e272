"""Tallies: lists of labels and numbers that end in their total: “Ayle: 12 / Borth: 9 / Total: 21”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.topics.figures.breakdown import Breakdown

# “- Ayle: 12”, “Ayle … 12”, “| Ayle | 12”: a label and one number, and nothing behind it.
_LINE = compiled(r"[ \t]*[-*•|]?[ \t]*([^\d\n]{1,60}?)[ \t]*(?:[:|=–—-]|\.{2,}|…|\t)[ \t]*[$£€]?[\d,.]+[^\n]{0,20}")
_TOTAL = compiled(r"(?:grand |in )?totals?|sum|overall|all(?: told)?", re.I)
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.OTHER])
_MOST = 40
_NUMBER = compiled(r"[$£€]?\d[\d,.]*[mk]?")
_NEAR = 0.8


def tallies(document: Document) -> Iterator[Breakdown]:
    """Every list whose last line is the total of those above it, and every column of a table whose last row is."""
    if "otal" not in document.text and "TOTAL" not in document.text:
        return
    yield from _lists(document)
    yield from _columns(document)


def _lists(document: Document) -> Iterator[Breakdown]:
    parts: list[Quantity] = []
    for span in _lines(document):
        match = _LINE.fullmatch(document.text, span.start, span.end)
        numbers = quantities_within(document, span)
        if match is None or len(numbers) != 1 or numbers[0].kind not in _KINDS:
            parts = []
        elif not _TOTAL.fullmatch(match[1].strip(" *_:|")):
            parts.append(numbers[0])
        else:
            if 1 < len(parts) <= _MOST:
                yield Breakdown(numbers[0], tuple(parts), closed=True, sure=0.85)
            parts = []


def _columns(document: Document) -> Iterator[Breakdown]:
    """The columns of a table: an average or a rate in them isn't added up, so that only what nearly fits counts."""
    above: list[tuple[Quantity, ...]] = []
    for label, numbers in _rows(document):
        if above and len(numbers) != len(above[0]):
            above = []
        if numbers and not _TOTAL.fullmatch(label):
            above.append(numbers)
            continue
        for total, *parts in zip(numbers, *above, strict=True) if len(above) > 1 else ():
            made = sum(part.value for part in parts)
            if total.kind in _KINDS and total.value > 0 and _NEAR <= made / total.value <= 1 / _NEAR:
                yield Breakdown(total, tuple(parts), closed=True, sure=0.7)
        above = []


def _rows(document: Document) -> Iterator[tuple[str, tuple[Quantity, ...]]]:
    """The rows of tables: a cell in words, and the numbers of the cells behind it."""
    label, numbers = "", []
    for block in document.copy:
        within = quantities_within(document, block.span) if block.role is Role.TABLE_CELL else ()
        if len(within) == 1 and label and _NUMBER.fullmatch(document.text, block.start, block.end):
            numbers.append(within[0])
            continue
        if label:
            yield label, tuple(numbers)
        label, numbers = (document[block.span] if block.role is Role.TABLE_CELL else ""), []
    if label:
        yield label, tuple(numbers)


def _lines(document: Document) -> Iterator[Span]:
    """The lines of the copy, block by block."""
    for block in document.copy:
        at = block.start
        for line in document.text[block.start : block.end].split("\n"):
            if line.strip():
                yield Span(at, at + len(line))
            at += len(line) + 1
