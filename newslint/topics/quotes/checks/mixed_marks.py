"""Quotation marks of two kinds in one draft, or in one pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Document, Role
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.quotation_marks import Mark
from newslint.text.quotations import Quote, excerpt, mark_pairs, quotes
from newslint.text.wording import times

_CURLY = {"“": "”", "‘": "’"}
_STRAIGHT = {'"': '"', "'": "'"}
_STRAIGHTENED = {"“": '"', "”": '"', "‘": "'", "’": "'", '"': '"', "'": "'"}
_APOSTROPHE = compiled(r"(?<=[A-Za-z])['’](?=[A-Za-z])")
_WORD = compiled(r"[\w'’-]+")
_LONGEST = 40
# A quotation of fewer words may be a phrase that a house sets in other marks than speech.
_SPEECH = 4
# So many places of each kind make a mixture, not a slip.
_MIXED = 2


class _Fault(Row):
    """A pair of marks that don't fit each other: the one at fault, its fellow, and what should stand there."""

    mark: Span
    fellow: Span
    replacement: str

    @property
    def quotation(self) -> Span:
        """The quotation from mark to mark."""
        return Span(min(self.mark.start, self.fellow.start), max(self.mark.end, self.fellow.end))


@check
class MixedMarks:
    """Finds pairs whose two marks don't fit, doubles inside doubles, and drafts that mix kinds of marks: each once a draft."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        faults = list(_faults(document))
        if faults:
            yield _faulty(document, faults)
        nested = list(_nested(quotes(document)))
        if nested:
            yield _doubled(document, nested)
        if not faults:
            yield from _mixture(document)


def _faults(document: Document) -> Iterator[_Fault]:
    curly = _is_curly(document)
    for pair in mark_pairs(document).pairs:
        opening, closing = pair.opening, pair.closing
        if not opening or not closing or closing.weak or not _misfit(opening, closing):
            continue
        yield _fault(opening, closing, curly)


def _misfit(opening: Mark, closing: Mark) -> bool:
    """Whether the two are of different form (not of different weight), or both curl the same way."""
    a, b = opening.character, closing.character
    if a not in _STRAIGHTENED or b not in _STRAIGHTENED or _STRAIGHTENED[a] != _STRAIGHTENED[b]:
        return False
    return _CURLY.get(a, _STRAIGHT.get(a)) != b


def _fault(opening: Mark, closing: Mark, curly: bool) -> _Fault:
    """The mark at fault is the one that isn't as most of the draft's are."""
    plain = _STRAIGHTENED[opening.character]
    wanted = {'"': "“”", "'": "‘’"}[plain] if curly else plain * 2
    spans = Span(opening.start, opening.end), Span(closing.start, closing.end)
    if opening.character != wanted[0]:
        return _Fault(spans[0], spans[1], wanted[0])
    return _Fault(spans[1], spans[0], wanted[1])


def _is_curly(document: Document) -> bool:
    """Whether most double marks of the draft are curly, in pairs that fit."""
    text = document.text
    return text.count("“") + text.count("”") + text.count("’") >= text.count('"') + text.count("'")


def _faulty(document: Document, faults: Sequence[_Fault]) -> Hit:
    first = faults[0]
    words = {"fault": _complaint(document, first), "near": excerpt(document, first.quotation)}
    related = [
        Note(first.fellow, "the other mark of the two"),
        *(Note(fault.quotation, "so too here") for fault in faults[1:]),
    ]
    changes = tuple(Change(fault.mark, fault.replacement) for fault in faults)
    return Hit(first.mark, words, tuple(related), changes, confidence=0.8, safe=True)


def _complaint(document: Document, fault: _Fault) -> str:
    opening, closing = (document[mark] for mark in sorted((fault.mark, fault.fellow)))
    if opening in _CURLY.values():
        return f"This quotation opens with {opening}, which closes one"
    if closing in _CURLY:
        return f"This quotation closes with {closing}, which opens one"
    return f"This quotation opens with a {_form(opening)} mark and closes with a {_form(closing)} one"


def _form(mark: str) -> str:
    return "straight" if mark in _STRAIGHT else "curly"


def _nested(found: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Quotations right inside others in the same marks."""
    around: list[Quote] = []
    for quote in found:
        while around and around[-1].span.end <= quote.span.start:
            around.pop()
        outer = around[-1] if around else None
        if outer and outer.opening == quote.opening and quote.opening in _STRAIGHTENED and quote.closing:
            yield outer, quote
        around.append(quote)


def _doubled(document: Document, nested: Sequence[tuple[Quote, Quote]]) -> Hit:
    outer, inner = nested[0]
    span = Span(inner.span.start, inner.span.start + len(inner.opening))
    words = {
        "fault": "This quotation inside another opens with the same marks as that",
        "near": excerpt(document, inner.span),
    }
    related = [Note(Span(outer.span.start, outer.span.start + len(outer.opening)), "the outer quotation opens here")]
    related += [Note(Span(quote.span.start, quote.span.start + 1), "so too here") for _, quote in nested[1:]]
    return Hit(span, words, tuple(related), confidence=0.65)


def _mixture(document: Document) -> Iterator[Hit]:
    """One finding for the marks that the draft uses less, straight or curly, single or double."""
    spoken = [quote for quote in quotes(document) if not quote.level and quote.opening in _STRAIGHTENED]
    doubles = [quote.span for quote in spoken if quote.opening in '"“']
    curly = [span for span in doubles if document.text[span.start] == "“"]
    straight = [span for span in doubles if document.text[span.start] == '"']
    hit = _minority(document, curly, straight) or _outer(document, spoken) or _apostrophes(document)
    if hit:
        yield hit


def _minority(document: Document, one: Sequence[Span], other: Sequence[Span]) -> Hit | None:
    """The first of the fewer, beside the first of the more."""
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return None
    span, first = Span(fewer[0].start, fewer[0].start + 1), Span(more[0].start, more[0].start + 1)
    fault = f"{document[span]} here, {document[first]} {times(len(more))}"
    words = {"fault": fault, "near": excerpt(document, fewer[0])}
    return Hit(span, words, (Note(first, "the draft's other mark"),), confidence=0.7, minor=True)


def _outer(document: Document, spoken: Sequence[Quote]) -> Hit | None:
    """Speech in single marks and in double ones, in the body."""
    speech = [
        quote
        for quote in spoken
        if (block := document.block_at(quote.span.start)) is not None
        and block.role is Role.PARAGRAPH
        and len(document[quote.inner].split()) >= _SPEECH
    ]
    single = [quote.span for quote in speech if quote.opening in "'‘"]
    double = [quote.span for quote in speech if quote.opening in '"“']
    return _minority(document, single, double)


def _apostrophes(document: Document) -> Hit | None:
    """Straight apostrophes among curly ones."""
    if min(document.text.count("'"), document.text.count("’")) < _MIXED:
        return None
    found: dict[str, list[Span]] = {"'": [], "’": []}
    for block in document.copy:
        for match in _APOSTROPHE.finditer(document.text, block.start, block.end):
            found[match[0]].append(Span(*match.span()))
    if min(len(spans) for spans in found.values()) < _MIXED:
        return None
    hit = _minority(document, found["'"], found["’"])
    if hit is None:
        return None
    near = next(
        word[0]
        for word in _WORD.finditer(document.text, max(0, hit.span.start - _LONGEST))
        if word.end() > hit.span.start
    )
    return Hit(hit.span, {**hit.words, "near": near}, hit.related, confidence=0.7, minor=True)


_: type[Check] = MixedMarks
