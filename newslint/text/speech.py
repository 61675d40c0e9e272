"""Speech: quotations of what was said aloud, which the story's writer spells, and of what was written and stays so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import quotes

_REACH = 110
_SAID = (
    r"(?i)\b(?:says?|said|saying|told|tells|telling|asked|asks|added|adds|explain(?:s|ed)|recall(?:s|ed)|repl(?:ies|ied)|joked|"
    r"insist(?:s|ed)|argued|interview(?:ed)?|shouted|speech|speaking|quipped)\b"
)
_WRITTEN = (
    r"\b(?:wr[io]tes?|writing|written|[Tt]weet\w*|Twitter|posted|post|Facebook|Instagram|blog\w*|statements?|letters?|reports?|"
    r"(?:an?|the|by|in|his|her|their) e-?mails?|e-?mailed|memos?|documents?|filings?|complaint|lawsuit|ruling|op-ed|essay|column|editorial|book|novel|article|release|"
    r"messaged?|texts?|texted|website|reads?|bill|resolution|manifesto|papers?|study|cables?|[Aa]ccording|page|sign|banners?|"
    r"placards?|slogans?)\b"
)


@analysis
def _outermost(document: Document) -> list[Span]:
    """The quotations that stand in no other."""
    return [quote.span for quote in quotes(document) if not quote.level]


def in_speech(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of what somebody said, by the words around it."""
    around = _told_of(document, offset)
    return compiled(_SAID).search(around) is not None and not compiled(_WRITTEN).search(around)


def in_writing(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of a letter, a report or a post, by the words around it."""
    return compiled(_WRITTEN).search(_told_of(document, offset)) is not None


def is_copied(document: Document, places: Iterable[Span]) -> bool:
    """Whether some of the quotations at `places` are of something written, and not all are of one paragraph."""
    found = list(places)
    if len({document.block_at(place.start) for place in found}) < 2:
        return False
    return any(in_writing(document, place.start) for place in found)


def _told_of(document: Document, offset: int) -> str:
    """What is told of the quotation in which `offset` stands; "" where it's in none."""
    spans = _outermost(document)
    index = bisect_right(spans, offset, key=_start) - 1
    return _around(document, spans[index]) if index >= 0 and offset < spans[index].end else ""


def _start(span: Span) -> int:
    return span.start


def _around(document: Document, span: Span) -> str:
    """The words of the same block on both sides of a quotation."""
    block = document.block_at(span.start)
    start, end = (block.start, block.end) if block else span
    before = document.text[max(start, span.start - _REACH) : span.start]
    after = document.text[span.end : min(end, span.end + _REACH)]
    return f"{before.rpartition('”')[2]} … {after.partition('“')[0]}"
