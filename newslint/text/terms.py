"""Words and phrases of a list, found in the copy: one pass over the text serves every list.

The pass notes where each word stands (`tokens`). A list then asks only for the words that it and the draft share,
so a list of thousands costs little more than one of ten, and a hundred lists cost one pass.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_TOKEN = compiled(r"\w+")
_PLAIN = str.maketrans("’‘‑‐\u00a0\u202f\n\r\t", "''--     ")


def folded(text: str) -> str:
    """`text` without capitals, with straight apostrophes and plain spaces, of the same length."""
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(_lower(character) for character in plain)


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


@analysis
def folded_text(document: Document) -> str:
    """The document's text, folded."""
    return folded(document.text)


@analysis
def tokens(document: Document) -> Mapping[str, list[int]]:
    """Where each word, or part of a hyphenated word, begins in the story's own copy, by the folded word."""
    places: dict[str, list[int]] = {}
    text = folded_text(document)
    for block in document.copy:
        for match in _TOKEN.finditer(text, block.start, block.end):
            places.setdefault(match[0], []).append(match.start())
    return places


class Term(Row):
    """A word or phrase of a list. `parts` are its folded words; `lead` is how far its first word is from its start."""

    text: str
    parts: tuple[str, ...]
    lead: int
    whole: bool


class Occurrence(Row):
    """A term where it stands in the copy."""

    term: str
    span: Span


class Terms:
    """A list of words and phrases, ready to be found.

    Finds whole words ("cat" isn't in "catalogue", but is in "cat's" and "cat-flap"), unless `nonword`; capitals
    count only where `ignorecase` is False. Of two terms in one place the longer one is found.
    """

    def __init__(self, terms: Iterable[str], *, ignorecase: bool = True, nonword: bool = False) -> None:
        self.ignorecase = ignorecase
        self.by_token: dict[str, list[Term]] = {}
        self.literal: list[Term] = []
        for text in terms:
            term = _term(text, whole=not nonword)
            token = None if nonword else _TOKEN.search(term.parts[0]) if term.parts else None
            if token is None:
                self.literal.append(term)
            else:
                self.by_token.setdefault(token[0], []).append(term)

    def find(self, document: Document) -> list[Occurrence]:
        """Every occurrence, in order; none overlaps another."""
        found = sorted(self._candidates(document), key=lambda each: (each.span.start, -each.span.end))
        kept: list[Occurrence] = []
        for each in found:
            if not kept or each.span.start >= kept[-1].span.end:
                kept.append(each)
        return kept

    def _candidates(self, document: Document) -> Iterator[Occurrence]:
        text = folded_text(document)
        places = tokens(document) if self.by_token else {}
        for token in self.by_token.keys() & places.keys():
            for term in self.by_token[token]:
                for start in places[token]:
                    yield from self._at(document, text, term, start - term.lead)
        for term in self.literal:
            yield from self._literally(document, text, term)

    def _literally(self, document: Document, text: str, term: Term) -> Iterator[Occurrence]:
        if not term.parts:
            return
        for block in document.copy:
            start = text.find(term.parts[0], block.start, block.end)
            while start >= 0:
                yield from self._at(document, text, term, start)
                start = text.find(term.parts[0], start + 1, block.end)

    def _at(self, document: Document, text: str, term: Term, start: int) -> Iterator[Occurrence]:
        end = _end(text, term.parts, start) if start >= 0 else -1
        if end < 0 or (term.whole and not _stands_alone(text, start, end)):
            return
        if not self.ignorecase and " ".join(document.text[start:end].split()) != term.text:
            return
        yield Occurrence(term.text, Span(start, end))


@cache
def terms(words: tuple[str, ...], ignorecase: bool = True, nonword: bool = False) -> Terms:
    """The list of `words`, made ready once in a run."""
    return Terms(words, ignorecase=ignorecase, nonword=nonword)


def _term(text: str, *, whole: bool) -> Term:
    parts = tuple(folded(text).split())
    token = _TOKEN.search(parts[0]) if parts else None
    return Term(" ".join(text.split()), parts, token.start() if token and whole else 0, whole)


def _end(text: str, parts: tuple[str, ...], start: int) -> int:
    """Where the phrase that begins at `start` ends, or -1; white space between its words may be of any length."""
    at = start
    for index, part in enumerate(parts):
        if index:
            gap = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at == gap:
                return -1
        if not text.startswith(part, at):
            return -1
        at += len(part)
    return at


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is no part of a longer word, an address or a handle."""
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if text[start].isalnum() and before and (before[-1].isalnum() or before[-1] in "_@#"):
        return False
    if len(before) == 2 and before[0].isalnum() and before[1] == "'":
        return False
    if not text[end - 1].isalnum() or not after:
        return True
    if after[0].isalnum() or after[0] in "_@":
        return False
    return not (after[0] == "'" and after[1:2].isalnum()) or (after[1] == "s" and not after[2:].isalnum())


class Cover:
    """Spans to ask whether they hold another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def holds(self, span: Span) -> bool:
        """Whether any of the spans holds `span`."""
        index = bisect_right(self.starts, span.start)
        return any(other.holds(span) for other in self.spans[max(0, index - 4) : index])


def cover(document: Document, exceptions: tuple[str, ...]) -> Cover:
    """The places of the phrases in `exceptions`: what stands inside one isn't meant."""
    return Cover(each.span for each in terms(exceptions).find(document))
