"""Something that stands too often or too seldom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.hit import Check, Hit, Note
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.ownership import blocks
from newslint.text.sentences import sentences


@dataclass(frozen=True)
class Occurrence:
    r"""Counts what fits `token`, a regular expression, in each block, each sentence or the whole document (`per`).

    Finds the first one over `max`, and a place with fewer than `min`. `\\w+` counts words.
    """

    token: str = ""
    max: int | None = None
    min: int | None = None
    per: str = "block"
    ignorecase: bool = True
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.token or (self.max is None and self.min is None):
            raise ValueError("“occurrence” needs “token” and “max” or “min”")
        if self.per not in {"block", "sentence", "document"}:
            raise ValueError(f"“per” is block, sentence or document, not “{self.per}”")
        compiled(self.token, self.ignorecase)

    def __call__(self, document: Document) -> Iterator[Hit]:
        search = Search()
        token = compiled(self.token, self.ignorecase)
        for stretch in self._stretches(document):
            text = document.text[stretch.start : stretch.end]
            found = [
                Span(stretch.start + match.start(), stretch.start + match.end())
                for match in search.matches(token, text)
            ]
            words = {"count": len(found), "max": self.max, "min": self.min}
            if self.max is not None and len(found) > self.max:
                related = (Note(found[0], "the first of them"),) if self.max else ()
                yield Hit(found[self.max], words, related=related)
            elif self.min is not None and len(found) < self.min:
                yield Hit(stretch, words)

    def _stretches(self, document: Document) -> Iterator[Span]:
        within = blocks(document, self.scope)
        if self.per == "block":
            yield from (block.span for block in within)
        elif self.per == "sentence":
            starts = {block.start: block for block in within}
            for sentence in sentences(document):
                block = document.block_at(sentence.start)
                if block is not None and block.start in starts:
                    yield sentence.span
        elif within:
            yield Span(within[0].start, within[-1].end)


_: type[Check] = Occurrence
