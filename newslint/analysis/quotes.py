"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from newslint.document import Document, analysis
from newslint.source import Span

_QUOTED = re.compile(r"“([^“”]*)(?:”|\Z)|\"([^\"]*)\"")


class Quote(NamedTuple):
    """A quotation: `span` with its marks, `inner` without them."""

    span: Span
    inner: Span


@analysis
def quotes(document: Document) -> tuple[Quote, ...]:
    """Every quotation in double marks, in order."""
    found = []
    for block in document.copy:
        for match in _QUOTED.finditer(document.text[: block.end], block.start):
            inner = Span(*match.span(1)) if match[1] is not None else Span(*match.span(2))
            found.append(Quote(Span(*match.span()), inner))
    return tuple(found)


@analysis
def _quote_starts(document: Document) -> list[int]:
    return [quote.span.start for quote in quotes(document)]


def in_quotation(document: Document, offset: int) -> bool:
    """Whether `offset` stands inside quotation marks: somebody's own words, which stand as they are."""
    index = bisect_right(_quote_starts(document), offset) - 1
    return index >= 0 and offset < quotes(document)[index].span.end
