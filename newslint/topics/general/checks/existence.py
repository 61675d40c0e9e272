"""Words and phrases that shouldn't be in the copy."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.ownership import blocks, meant
from newslint.text.terms import cover, terms


@check
class Existence:
    """Finds each of `terms` (words and phrases as they are) and of `patterns` (regular expressions).

    Whole words only, unless `nonword`; capitals don't count, unless `ignorecase` is false. What stands inside one of
    `exceptions` stays, and what stands in quotation marks stays unless `quotations`.
    """

    terms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = True
    nonword: bool = False
    quotations: bool = False
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.terms and not self.patterns:
            raise ValueError("“existence” needs “terms” or “patterns”")
        for pattern in self.patterns:
            compiled(pattern, self.ignorecase, self.nonword)

    def __call__(self, document: Document) -> Iterator[Hit]:
        allowed = cover(document, self.exceptions) if self.exceptions else None
        for span in self._spans(document):
            if meant(document, span, self.scope, self.quotations) and not (allowed and allowed.holds(span)):
                yield Hit(span)

    def _spans(self, document: Document) -> Iterator[Span]:
        if self.terms:
            for each in terms(self.terms, self.ignorecase, self.nonword).find(document):
                yield each.span
        search = Search()
        for block in blocks(document, self.scope) if self.patterns else ():
            text = document.text[block.start : block.end]
            for pattern in self.patterns:
                for match in search.matches(compiled(pattern, self.ignorecase, self.nonword), text):
                    if match.end() > match.start():
                        yield Span(block.start + match.start(), block.start + match.end())


_: type[Check] = Existence
