"""Tallies: lists of labels and numbers that end in their total: “Ayle: 12 / Borth: 9 / Total: 21”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analysis.breakdown import Breakdown
from newslint.analysis.quantities import quantities_within
from newslint.analysis.quantity import Kind, Quantity
from newslint.document import Document
from newslint.expressions import compiled
from newslint.source import Span

# “- Ayle: 12”, “Ayle … 12”, “| Ayle | 12”: a label and one number, and nothing behind it.
_LINE = compiled(r"[ \t]*[-*•|]?[ \t]*([^\d\n]{1,60}?)[ \t]*(?:[:|=–—-]|\.{2,}|…|\t)[ \t]*[$£€]?[\d,.]+[^\n]{0,20}")
_TOTAL = compiled(r"(?:grand |in )?totals?|sum|overall|all(?: told)?", re.I)
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.OTHER])
_MOST = 40


def tallies(document: Document) -> Iterator[Breakdown]:
    """Every list whose last line is the total of those above it."""
    if "otal" not in document.text and "TOTAL" not in document.text:
        return
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


def _lines(document: Document) -> Iterator[Span]:
    """The lines of the copy, block by block."""
    for block in document.copy:
        at = block.start
        for line in document.text[block.start : block.end].split("\n"):
            if line.strip():
                yield Span(at, at + len(line))
            at += len(line) + 1
