"""Publications: a work that wins a prize, or makes its author known, in a year before the one in which the draft lets it come out."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates_within
from newslint.story.lives import date_behind
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

_OUT = compiled(r"\b(?:published|came out|released|appeared|premiered|reached (?:the|its) [a-z]+)\b")
_SIGNS = ("published", "came out", "released", "appeared", "premiered", "reached")
_SMALL = r"(?:of|the|and|in|on|for|to|an?|at|by|with|from|de|du|do|da|del|des|la|le|les|el|und|der|die|das)"
_TITLE = rf"[A-Z](?<![\w’'].)[\w’'-]*\w(?: (?:{_SMALL} ){{0,2}}[A-Z][\w’'-]*\w)*"
_TITLES = compiled(_TITLE)
# What a work does for its author, or its author is honoured for: it must be out.
_HONOURED = compiled(
    r"(?:\b(?:[Aa]wards?|[Aa]warded|[Pp]rize|[Mm]edal|[Hh]onou?r(?:s|ed)?)\b(?:(?! and )[^.;\n]){0,90}? for|\b(?:success|strength|reception|proceeds|sales|royalties) (?:of|from))"
    rf" (?:[^.;\n]{{0,40}}? )??[“\"‘*_]*(?P<title>{_TITLE})"
)
_HONOURS = "award prize medal honour honor success strength reception proceeds sales royalties".split()
_AGAIN = compiled(r"(?i)\b(?:re-?(?:issu|releas|publish)\w+|again|paperback|translat\w+|editions?|posthumous\w*)\b")
_CLAUSE = 110  # code points before the verb in which the title stands


class Publication(Row):
    """A work that is honoured at `suspect`, in a year before it comes out, at `other`."""

    suspect: Span
    other: Span
    title: str


@analysis
def publications(document: Document) -> tuple[Publication, ...]:
    """Every such work, in order."""
    out = _out(document)
    return tuple(_honoured(document, out)) if out else ()


def _out(document: Document) -> dict[str, DateReference]:
    """When each work comes out for the first time, by its title."""
    found: dict[str, DateReference] = {}
    for block in blocks_with(document, *_SIGNS):
        for match in _OUT.finditer(document.text, *block.span):
            date, sentence = date_behind(document, match.end()), sentence_at(document, match.start())
            if date is None or not date.year or sentence is None or _AGAIN.search(document.text, *sentence.span):
                continue
            titles = _TITLES.findall(document.text, max(sentence.start, match.start() - _CLAUSE), match.start())
            first = found.setdefault(titles[-1], date) if titles else date
            if titles and first.year and date.year < first.year:
                found[titles[-1]] = date
    return found


def _honoured(document: Document, out: dict[str, DateReference]) -> Iterator[Publication]:
    for block in blocks_with(document, *_HONOURS):
        for match in _HONOURED.finditer(document.text, *block.span):
            date, sentence = out.get(match["title"]), sentence_at(document, match.start())
            if date is None or sentence is None or in_quotation(document, match.start()):
                continue
            told = [each for each in dates_within(document, sentence.span) if each.year]
            years = [each.year or 0 for each in told]
            if told and max(years) < (date.year or 0):
                yield Publication(told[-1].span, date.span, match["title"])
