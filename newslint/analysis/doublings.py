"""Doublings: small words said twice that a plain look at neighbours misses, such as "a an", "of the of" and "the, the"."""

from __future__ import annotations

from typing import NamedTuple

from newslint.analysis.grammar import FUNCTION
from newslint.analysis.quotes import in_quotation
from newslint.analysis.words import Words, lowered, occurrences, said_again, words
from newslint.document import Document, Role, analysis
from newslint.source import Span

_ARTICLES = frozenset(["a", "an", "the"])
_DETERMINING = frozenset("this these those his their our my your its".split())
_CLASHING = _ARTICLES | _DETERMINING  # no article can stand before these
_FRAMING = frozenset("of in to for on at by with from".split())
# Between articles some open an attribute (the on the record sources), others do so but seldom (the by the book way).
_LOOSE = frozenset("in by at".split())
_FIRM = frozenset("of to for with from".split()) | _LOOSE
# Words after which no clause can break off: behind a comma or a full stop they're begun anew.
_UNFINISHED = frozenset("the a an and or my our their your its every than because".split())
_IDIOMS = frozenset([("by", "the", "by"), ("for", "a", "for")])
_PROSE = frozenset([Role.PARAGRAPH, Role.CROSSHEAD, Role.STANDFIRST, Role.LIST_ITEM, Role.BLOCK_QUOTE])
_FEWEST = 6  # words of a line that was broken by mistake


class Doubling(NamedTuple):
    """Words at `span` that are one too many behind `first`; `fault` says why, `sure` how sure that is."""

    span: Span
    first: Span
    fault: str
    sure: float


@analysis
def doublings(document: Document) -> tuple[Doubling, ...]:
    """Every such place, in order of the words."""
    listed = words(document)
    found = (_doubling(document, listed, index) for index in sorted(_places(document)))
    return tuple(doubling for doubling in found if doubling is not None)


def _places(document: Document) -> set[int]:
    """The small words that stand again behind themselves or one other word, or behind an article that has no place there."""
    places, low = occurrences(document), lowered(document)
    near = said_again(document)
    again = {index for index in (*near[1], *near[2]) if low[index] in _SUSPECTS}
    behind = (index for word in _CLASHING for index in places.get(word, ()))
    return again.union(index for index in behind if index and low[index - 1] in _ARTICLES)


_SUSPECTS = _ARTICLES | _DETERMINING | _FRAMING | _UNFINISHED | FUNCTION


def _doubling(document: Document, listed: Words, index: int) -> Doubling | None:
    word, before = listed.texts[index], listed.texts[index - 1]
    first, span = listed.span(index - 1), listed.span(index)
    gap = document.text[first.end : span.start]
    if word == before.lower() and word.islower():
        sure = _parted(document, word, before, first, span, gap)
        return Doubling(span, first, "stands twice in a row", sure) if sure else None
    if gap != " " or not word.islower():
        return None
    quoted = in_quotation(document, span.start)
    if before.lower() in _ARTICLES and word in _CLASHING:
        return Doubling(span, first, f"after “{before}”: one of the two is too many", 0.55 if quoted else 0.92)
    third = listed.texts[index - 2] if index > 1 else ""
    if third == word and _frames(third, before, word):
        start = listed.span(index - 2)
        if document.text[start.end : first.start] == " ":
            sure = 0.7 if quoted else 0.75 if before in _LOOSE else 0.92
            return Doubling(span, Span(start.start, first.end), f"again after “{third} {before}”", sure)
    return None


def _frames(third: str, before: str, word: str) -> bool:
    """Whether the same small word stands on both sides of an article or a preposition: of the of, the in the."""
    if not before.islower() or (third, before, word) in _IDIOMS:
        return False
    return (word in _FRAMING and before in _ARTICLES) or (word in _ARTICLES and before in _FIRM)


def _parted(document: Document, word: str, before: str, first: Span, span: Span, gap: str) -> float:
    """How sure it is that a word that a mark or the end of a line parts from the same word is a slip."""
    if gap in (", ", ". ", "; ", " - ", " – ", " — "):
        unfinished = word in _UNFINISHED or (gap == ". " and word in FUNCTION and before == word)
        return 0.85 if unfinished and not in_quotation(document, span.start) else 0
    if "\n" not in gap or gap.strip() or before != word or word not in FUNCTION:
        return 0
    return 0.9 if _is_broken(document, first, span) else 0


def _is_broken(document: Document, first: Span, span: Span) -> bool:
    """Whether one sentence runs over the end of a block: its line was broken by hand."""
    one, other = document.block_at(first.start), document.block_at(span.start)
    if one is None or other is None or one == other or not {one.role, other.role} <= _PROSE:
        return False
    if document.text.count("\n", first.end, span.start) > 1 and one.role is not Role.PARAGRAPH:
        return False
    return one.end == first.end and other.start == span.start and len(document[one.span].split()) >= _FEWEST


__all__ = ["Doubling", "doublings"]
