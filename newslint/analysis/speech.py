"""Speech: quotations of what was said aloud, which the story's writer spells, and not of what was written."""

from __future__ import annotations

from bisect import bisect_right

from newslint.analysis.quotes import Quote, quotes
from newslint.document import Document, analysis
from newslint.expressions import compiled

_REACH = 110
_SAID = (
    r"(?i)\b(?:says?|said|saying|told|tells|telling|asked|asks|added|adds|explain(?:s|ed)|recall(?:s|ed)|repl(?:ies|ied)|joked|"
    r"insist(?:s|ed)|argued|interview(?:ed)?|shouted|speech|speaking|quipped)\b"
)
_WRITTEN = (
    r"\b(?:wr[io]tes?|writing|written|[Tt]weet\w*|Twitter|posted|post|Facebook|Instagram|blog\w*|statements?|letters?|reports?|"
    r"e-?mail\w*|memos?|documents?|filings?|complaint|lawsuit|ruling|op-ed|essay|column|editorial|book|novel|article|release|"
    r"messaged?|texts?|texted|website|reads?|bill|resolution|manifesto|papers?|study|cables?|[Aa]ccording|page|sign|banners?|"
    r"placards?|slogans?)\b"
)


@analysis
def _spoken(document: Document) -> tuple[list[int], list[int]]:
    """Starts and ends of the quotations of speech."""
    found = [quote.span for quote in quotes(document) if not quote.level and _is_speech(document, quote)]
    return [span.start for span in found], [span.end for span in found]


def in_speech(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of what somebody said, by the words around it."""
    starts, ends = _spoken(document)
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < ends[index]


def _is_speech(document: Document, quote: Quote) -> bool:
    block = document.block_at(quote.span.start)
    if block is None:
        return False
    before = document.text[max(block.start, quote.span.start - _REACH) : quote.span.start]
    after = document.text[quote.span.end : min(block.end, quote.span.end + _REACH)]
    around = f"{before} … {after}"
    return compiled(_SAID).search(around) is not None and compiled(_WRITTEN).search(around) is None
