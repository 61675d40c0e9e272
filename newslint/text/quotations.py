"""Quotations: what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_right

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.mark_pairs import Stray, mark_pairs
from newslint.text.paired_block import Pair

_DOUBLE = compiled(r"[“\"„]")
_EXCERPT = 8


class Quote(Row):
    """A quotation within one block: `span` with its marks, `inner` without them.

    `opening` and `closing` are the marks themselves, "" where the block has none. `level` is 0 for a
    quotation in the story's own words, 1 for one inside that, and so on. `closed` is false only where
    a closing mark is missing: a quotation that runs on over paragraphs `continues` in a later block,
    where its next part is `continued`.
    """

    span: Span
    inner: Span
    opening: str = "“"
    closing: str = "”"
    level: int = 0
    closed: bool = True
    continued: bool = False
    continues: bool = False


@analysis
def quotes(document: Document) -> tuple[Quote, ...]:
    """Every quotation, in order; one inside another comes after it."""
    pairs, strays = mark_pairs(document)
    found = [_quote(pair) for pair in pairs]
    found += [_unclosed(document, stray) for stray in strays if stray.opens and stray.mark.double]
    found.sort(key=lambda quote: (quote.span.start, -quote.span.end))
    return tuple(_levelled(found))


def _quote(pair: Pair) -> Quote:
    block, opening, closing, continued, continues, end = pair
    start, end = opening.start if opening else block.start, end or block.end
    span = Span(start, closing.end if closing else end)
    inner = Span(opening.end if opening else start, closing.start if closing else end)
    marks = opening.character if opening else "", closing.character if closing else ""
    return Quote(span, inner, *marks, continued=continued, continues=continues)


def _unclosed(document: Document, stray: Stray) -> Quote:
    """A quotation that nothing closes: it's taken to end before the next double mark, or with its block."""
    mark, text = stray.mark, document.text
    following = _DOUBLE.search(text, mark.end, stray.block.end)
    end = following.start() if following else stray.block.end
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return Quote(Span(mark.start, end), Span(mark.end, end), mark.character, "", closed=False)


def _levelled(found: list[Quote]) -> list[Quote]:
    ends: list[int] = []
    levelled = []
    for quote in found:
        while ends and ends[-1] <= quote.span.start:
            ends.pop()
        levelled.append(quote._replace(level=len(ends)) if ends else quote)
        ends.append(quote.span.end)
    return levelled


@analysis
def _outermost(document: Document) -> tuple[list[int], list[int]]:
    """Starts and ends of the quotations that stand in no other."""
    spans = [quote.span for quote in quotes(document) if not quote.level]
    return [span.start for span in spans], [span.end for span in spans]


def in_quotation(document: Document, offset: int) -> bool:
    """Whether `offset` stands inside quotation marks: somebody's own words, which stand as they are."""
    starts, ends = _outermost(document)
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < ends[index]


def excerpt(document: Document, span: Span, most: int = _EXCERPT) -> str:
    """The first words of `span`, for a message: at most `most` of them, with “…” where more follow."""
    said = document[span].split(maxsplit=most)
    return " ".join(said) if len(said) <= most else " ".join([*said[:most], "…"])
