"""What needs something else to stand in the draft too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.document import Document
from newslint.hit import Check, Hit, Note
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.ownership import blocks


@dataclass(frozen=True)
class Conditional:
    r"""Finds what fits `first` where nothing in the draft fits `second`; both are regular expressions.

    Where `second` has a group, it must have caught just what `first` found: `first: '\\b([A-Z]{3,5})\\b'` with
    `second: '\\(([A-Z]{3,5})\\)'` asks for each abbreviation to be given in brackets somewhere. One finding a word.
    """

    first: str = ""
    second: str = ""
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.first or not self.second:
            raise ValueError("“conditional” needs “first” and “second”")
        compiled(self.first, self.ignorecase)
        compiled(self.second, self.ignorecase)

    def __call__(self, document: Document) -> Iterator[Hit]:
        search = Search()
        second = compiled(self.second, self.ignorecase)
        given = [match for block in document.copy for match in search.matches(second, document[block.span])]
        if given and not second.groups:
            return
        known = {word for match in given for word in match.groups() if word} | set(self.exceptions)
        missing: dict[str, list[Span]] = {}
        for block in blocks(document, self.scope):
            for match in search.matches(compiled(self.first, self.ignorecase), document[block.span]):
                if match[0] not in known:
                    span = Span(block.start + match.start(), block.start + match.end())
                    missing.setdefault(match[0], []).append(span)
        for spans in missing.values():
            yield Hit(spans[0], {"count": len(spans)}, related=tuple(Note(span, "again here") for span in spans[1:]))


_: type[Check] = Conditional
