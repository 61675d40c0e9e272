"""Tenures: how long something has gone on till now, and the year in which it began: “in its 45 years” beside “set up in 1985”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.dates import moments
from newslint.story.present import Present, present
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.figures.elapsed import Elapsed

_FOUNDED = r"(?:opened|(?:was |were )?founded|(?:was |were )?set up|(?:was |were )?established|(?:was |were )?formed|(?:was |were )?launched|(?:was |were )?created|(?:was |were )?started|began)"
_CAME = r"(?:came|arrived|joined|moved (?:to|here|there|into|in)|started|began|took (?:over|on|up|charge|the)|became|was (?:appointed|hired|elected|made|named)|bought)"
_IN = r"\b[^.;:\d]{0,60}?\b(?:in|since) (?:(?:late|early|the|spring|summer|autumn|fall|winter|[A-Z][a-z]+)(?: of)? ){0,3}(?P<year>(?:1[6-9]|20)\d\d)\b"
_BEGINNINGS = {"founded": compiled(rf"\b{_FOUNDED}{_IN}"), "came": compiled(rf"\b{_CAME}{_IN}")}
# What stands in front of a length that lasts till now, and behind it, and the sort of beginning that it counts from.
_BEFORE = compiled(
    r"(?i)\b(?:in|over|during|throughout|through|for|across) (?:all )?(?P<whose>its|their|his|her) \Z|\b(?:in|over|for|during|through) (?:all )?the \Z|\bafter \Z"
)
_SINCE = compiled(
    r" (?:since|that have passed since) (?:(?P<thing>it|they|the [a-z]+) (?:was |were |first )?(?:opened|founded|set up|established|formed|launched|created|started|began)|(?P<person>I|he|she|they|we) (?:first )?(?:came|arrived|joined|moved|started|began|took|became|was|bought))\b"
)
_AT_WORK = compiled(r" (?:at|with|in charge|in the (?:job|post|role)|here|there|as)\b")
_ITS = compiled(r"(?: [A-Z]|,| it| they| the)")
# “…is marking its 40th anniversary this summer”
_ANNIVERSARY = compiled(
    r"(?:st|nd|rd|th)? (?:anniversary|birthday|year) (?:this (?:year|spring|summer|autumn|fall|winter|month|week)|on \w+day)\b"
)
_SHORTEST = 3
_FARTHEST = 2.5  # times


@analysis
def tenures(document: Document) -> tuple[Elapsed, ...]:
    """Every length till now that the one beginning of its sort, or another such length, doesn't bear out."""
    told = [(length, sort) for length in quantities(document) if (sort := _sort(document, length))]
    now = present(document)
    off = tuple(_off(document, now, told)) if now is not None else ()
    return off or tuple(_apart(document, told))


def _apart(document: Document, told: list[tuple[Quantity, str]]) -> Iterator[Elapsed]:
    """The later of two lengths from one beginning."""
    for sort in _BEGINNINGS:
        lengths = [length for length, own in told if own == sort]
        if len(lengths) == 2 and _begun(document, sort) is not None:
            first, last = lengths
            small, great = sorted((first.value, last.value))
            if small + 1 < great < _FARTHEST * small:
                yield Elapsed(last.span, first.span, first.span, document[first.span])


def _off(document: Document, now: Present, told: list[tuple[Quantity, str]]) -> Iterator[Elapsed]:
    """The lengths that the present year doesn't bear out, and no other year of the story explains."""
    for length, sort in told:
        begun = _begun(document, sort)
        if begun is not None and not _is_borne_out(document, length.value, now):
            year = int(document[begun])
            gap = now.least - year
            over = gap > length.value + 1
            short = now.least == now.most and gap < length.value - 1
            if gap > 0 and (over or short) and 1 / _FARTHEST < gap / length.value < _FARTHEST:
                yield Elapsed(
                    length.span,
                    begun,
                    now.told.span,
                    f"{gap} years" if now.least == now.most else f"{gap} years at least",
                )


def _sort(document: Document, length: Quantity) -> str:
    """The sort of beginning that the length counts from; "" where it's no length till now."""
    text = document.text
    if length.value < _SHORTEST or length.top != length.value or length.hedge is not Hedge.NONE:
        return ""
    sentence = sentence_at(document, length.start)
    if sentence is None or in_quotation(document, length.start):
        return ""
    if length.kind is Kind.ORDINAL:
        return "founded" if _ANNIVERSARY.match(text, length.span.end) else ""
    if length.kind is not Kind.TIME or length.unit != "year":
        return ""
    before = _BEFORE.search(text, max(sentence.start, length.start - 30), length.start)
    if before is None:
        return ""
    since = _SINCE.match(text, length.span.end)
    if since is not None:
        return "founded" if since["thing"] else "came"
    if before["whose"] in ("its", "their"):
        return "founded" if _ITS.match(text, length.span.end) else ""
    own = before["whose"] or before[0].lower().startswith("after")
    return "came" if own and _AT_WORK.match(text, length.span.end) else ""


def _begun(document: Document, sort: str) -> Span | None:
    """The one year in which something of that sort began."""
    found = {match["year"]: Span(*match.span("year")) for match in _BEGINNINGS[sort].finditer(document.text)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_borne_out(document: Document, length: float, now: Present) -> bool:
    """Whether the story has another year so long ago."""
    years = {date.year for date in moments(document) if date.year}
    return any(abs(now.least - year - length) <= 1 for year in years)
