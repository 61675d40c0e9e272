"""The surest hit of each place, where several readings tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.hit import Hit
from newslint.source import Span


def surest(*readings: Iterable[Hit]) -> Iterator[Hit]:
    """Of the hits at one place the one with the greatest confidence; the first of equals."""
    best: dict[Span, Hit] = {}
    for reading in readings:
        for hit in reading:
            if hit.span not in best or hit.confidence > best[hit.span].confidence:
                best[hit.span] = hit
    yield from best.values()
