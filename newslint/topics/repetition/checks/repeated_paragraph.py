"""A paragraph that stands in the story twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.layouts import diff_pairs, is_live
from newslint.text.passages import Pair, close_entries, first_paragraph, repeated_paragraphs

_NOTE = compiled(r"[*†(\[]?\s?(?:NB|N\.B\.|Notes?|NOTES?|Source|SOURCE)\b ?[:.–—*-]")
_SURE = 0.95
_LIKELY = 0.8
_NOTED = 0.4
_LONG = 25  # words
_NEAR = 8  # blocks


@check
class RepeatedParagraph:
    """Finds paragraphs of at least `words` words pasted twice, also where a word or two differs.

    What opens the copy, as a page gives its summary, is minor; so is what comes a third time or on a live page.
    """

    words: int = 12

    def __call__(self, document: Document) -> Iterator[Hit]:
        compared = {new.end for _, new in diff_pairs(document)}  # of which another rule tells
        pairs = [
            pair
            for pair in repeated_paragraphs(document)
            if pair.again.span.end not in compared
            and len(pair.again.words) >= self.words
            and (pair.exact or not _is_quotation(document, pair.first.span))
            and not close_entries(document, pair)
        ]
        often = Counter(pair.first.span for pair in pairs)
        for run in _runs(document, pairs):
            span = Span(run[0].again.span.start, run[-1].again.span.end)
            first = Span(run[0].first.span.start, run[-1].first.span.end)
            minor = _is_meant(document, run, often)
            yield Hit(
                span,
                _words(document, run),
                (Note(first, "first here"),),
                confidence=_confidence(document, run),
                minor=minor,
            )


def _words(document: Document, run: list[Pair]) -> dict[str, str]:
    """What the message has of it: how many paragraphs they are, how they open, how much of them is the same."""
    return {
        "what": f"These {len(run)} paragraphs" if len(run) > 1 else "This paragraph",
        "opening": " ".join(document[run[0].again.span].split()[:6]),
        "stand": "stand" if len(run) > 1 else "stands",
        "how": "word for word" if all(pair.exact for pair in run) else "almost word for word",
    }


def _confidence(document: Document, run: list[Pair]) -> float:
    """A note under a table comes back under the next; what a page gives on top, it may have from the story."""
    if _NOTE.match(document.text, run[0].again.span.start):
        return _NOTED
    block = document.block_at(run[0].first.span.start)
    if block is not None and block.role is Role.STANDFIRST:
        closes = any(run[-1].again.span.end == last.end for last in document.copy[-2:])
        return _NOTED if closes else _LIKELY  # on top and at the end a page speaks of itself
    if len(run) > 1:
        return _SURE
    return _SURE if run[0].exact and block != first_paragraph(document) else _LIKELY


def _is_meant(document: Document, run: list[Pair], often: Counter[Span]) -> bool:
    """Whether a page says it again by design: a live page what goes on, any page its notices and its authors' lives."""
    first = run[0].first.span
    goes_on = is_live(document) and not _is_pasted_near(document, run[0])
    return len(run) == 1 and (goes_on or often[first] > 1 or _is_summary(document, run[0]))


def _is_pasted_near(document: Document, pair: Pair) -> bool:
    """Whether a long paragraph comes back word for word a few paragraphs on: too soon for a page to say how things stand."""
    if not pair.exact or len(pair.again.words) < _LONG:
        return False
    between = [block for block in document.copy if pair.first.span.end <= block.start < pair.again.span.start]
    return len(between) <= _NEAR


def _is_summary(document: Document, pair: Pair) -> bool:
    """Whether the first of the two is a page's standfirst, which takes from the story, or the paragraph in its place."""
    block = document.block_at(pair.first.span.start)
    return block is not None and (block.role is Role.STANDFIRST or block == first_paragraph(document))


def _is_quotation(document: Document, span: Span) -> bool:
    """Whether a paragraph is but a quotation, which rules of its own look after."""
    return document.text[span.start] in '“"' and document.text[span.end - 1] in '”"'


def _runs(document: Document, pairs: list[Pair]) -> Iterator[list[Pair]]:
    """Neighbouring paragraphs that repeat neighbouring ones: one paste."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not _follows(document, run[-1], pair):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _follows(document: Document, last: Pair, pair: Pair) -> bool:
    return _next_to(document, last.again.span, pair.again.span) and _next_to(document, last.first.span, pair.first.span)


def _next_to(document: Document, first: Span, second: Span) -> bool:
    return first.end <= second.start and not compiled(r"\S").search(document.text, first.end, second.start)


_: type[Check] = RepeatedParagraph
