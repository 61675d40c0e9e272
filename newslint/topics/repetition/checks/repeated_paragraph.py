"""A paragraph that stands in the story twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.layouts import are_filed_again, diff_pairs, is_live
from newslint.text.passages import Pair, first_paragraph, of_entries, repeated_paragraphs

_NOTE = compiled(r"[*†(\[]?\s?(?:NB|N\.B\.|Notes?|NOTES?|Source|SOURCE)\b ?[:.–—*-]")
_SURE = 0.95
_LIKELY = 0.8
_NOTED = 0.4
_LONG = 25  # words
_NEAR = 8  # blocks
_BETWEEN = 2  # blocks


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
        ]
        entries = {pair.again.span for pair in pairs if of_entries(document, pair)}
        often = Counter(pair.first.span for pair in pairs if pair.again.span not in entries)
        runs = [run for run in _runs(document, pairs) if not any(pair.again.span in entries for pair in run)]
        slips = []
        for run in runs:
            if _is_meant(document, run, often):
                yield _hit(document, [run], minor=True)
            else:
                slips.append(run)
        yield from (_hit(document, paste) for paste in _pastes(document, slips))


def _hit(document: Document, paste: list[list[Pair]], minor: bool = False) -> Hit:
    """One finding for a paste: at its first run, with the places of the others."""
    again, first = zip(*((_whole(run, "again"), _whole(run, "first")) for run in paste), strict=True)
    notes = [Note(first[0], "first here"), *(Note(span, "and this") for span in again[1:])]
    words = _words(document, [pair for run in paste for pair in run])
    return Hit(again[0], words, tuple(notes), confidence=_confidence(document, paste[0]), minor=minor)


def _whole(run: list[Pair], place: str) -> Span:
    """All of a run, where it stands first or again."""
    return Span(getattr(run[0], place).span.start, getattr(run[-1], place).span.end)


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
    first, again = run[0].first.span, run[0].again.span
    if are_filed_again(document, first, again):
        return True
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


def _pastes(document: Document, runs: list[list[Pair]]) -> Iterator[list[list[Pair]]]:
    """Runs between which in both places no more than a line or two stands, as where a picture was left out: one paste."""
    paste: list[list[Pair]] = []
    for run in runs:
        if paste and not all(
            _is_beside(document, _whole(paste[-1], place), _whole(run, place)) for place in ("first", "again")
        ):
            yield paste
            paste = []
        paste.append(run)
    if paste:
        yield paste


def _is_beside(document: Document, one: Span, other: Span) -> bool:
    if one.end > other.start:
        return False
    return sum(1 for line in document.text[one.end : other.start].split("\n\n") if line.strip()) <= _BETWEEN


def _follows(document: Document, last: Pair, pair: Pair) -> bool:
    return _next_to(document, last.again.span, pair.again.span) and _next_to(document, last.first.span, pair.first.span)


def _next_to(document: Document, first: Span, second: Span) -> bool:
    return first.end <= second.start and not compiled(r"\S").search(document.text, first.end, second.start)


_: type[Check] = RepeatedParagraph
