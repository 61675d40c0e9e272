"""Speech: quotations of what was said aloud, which the story's writer spells, and of what was written and stays so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from newslint.analysis.quotes import quotes
from newslint.document import Document, analysis
from newslint.expressions import compiled
from newslint.source import Span

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
def _sources(document: Document) -> tuple[list[Span], list[bool], list[bool]]:
    """The quotations that stand in no other: their spans, which are of speech, and which of something written."""
    spans = [quote.span for quote in quotes(document) if not quote.level]
    around = [_around(document, span) for span in spans]
    written = [compiled(_WRITTEN).search(text) is not None for text in around]
    said = [
        not copied and compiled(_SAID).search(text) is not None for text, copied in zip(around, written, strict=True)
    ]
    return spans, said, written


def in_speech(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of what somebody said, by the words around it."""
    spans, said, _ = _sources(document)
    return _holds(spans, said, offset)


def in_writing(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of a letter, a report or a post, by the words around it."""
    spans, _, written = _sources(document)
    return _holds(spans, written, offset)


def is_copied(document: Document, places: Iterable[Span]) -> bool:
    """Whether some of the quotations at `places` are of something written, and not all are of one paragraph."""
    found = list(places)
    if len({document.block_at(place.start) for place in found}) < 2:
        return False
    return any(in_writing(document, place.start) for place in found)


def _holds(spans: list[Span], wanted: list[bool], offset: int) -> bool:
    index = bisect_right(spans, offset, key=_start) - 1
    return index >= 0 and wanted[index] and offset < spans[index].end


def _start(span: Span) -> int:
    return span.start


def _around(document: Document, span: Span) -> str:
    """The words of the same block on both sides of a quotation."""
    block = document.block_at(span.start)
    start, end = (block.start, block.end) if block else span
    before = document.text[max(start, span.start - _REACH) : span.start]
    after = document.text[span.end : min(end, span.end + _REACH)]
    return f"{before.rpartition('”')[2]} … {after.partition('“')[0]}"
