"""Words and phrases for which the desk has another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newslint.document import Document
from newslint.hit import Change, Check, Hit
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.lettercase import like
from newslint.text.ownership import blocks, meant
from newslint.text.terms import cover, terms


@dataclass(frozen=True)
class Substitution:
    r"""Finds each key of `swap` (a word or phrase) and of `patterns` (a regular expression), to be its value instead.

    A value may be a list of words to choose from, and then no fix is offered; in the value of a pattern, \\1 is what
    its first group caught. The replacement takes the capitals of what it replaces unless `keep-case`.
    """

    swap: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = True
    nonword: bool = False
    keep_case: bool = False
    quotations: bool = False
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.swap and not self.patterns:
            raise ValueError("“substitution” needs “swap” or “patterns”")
        for pattern in self.patterns:
            compiled(pattern, self.ignorecase, self.nonword)

    def __call__(self, document: Document) -> Iterator[Hit]:
        allowed = cover(document, self.exceptions) if self.exceptions else None
        for span, choices in self._found(document):
            found = document[span]
            if found in choices or not meant(document, span, self.scope, self.quotations):
                continue
            if not (allowed and allowed.holds(span)):
                yield self._hit(span, found, choices)

    def _hit(self, span: Span, found: str, choices: tuple[str, ...]) -> Hit:
        if not self.keep_case:
            choices = tuple(like(found, choice) for choice in choices)
        words = {"replacement": "” or “".join(choices)}
        changes = (Change(span, choices[0]),) if len(choices) == 1 and choices[0] != found else ()
        return Hit(span, words, changes=changes)

    def _found(self, document: Document) -> Iterator[tuple[Span, tuple[str, ...]]]:
        if self.swap:
            listed = terms(tuple(self.swap), self.ignorecase, self.nonword)
            by_term = {" ".join(key.split()): value for key, value in self.swap.items()}
            for each in listed.find(document):
                value = by_term[each.term]
                yield each.span, (value,) if isinstance(value, str) else value
        search = Search()
        for block in blocks(document, self.scope) if self.patterns else ():
            text = document.text[block.start : block.end]
            for pattern, value in self.patterns.items():
                for match in search.matches(compiled(pattern, self.ignorecase, self.nonword), text):
                    yield Span(block.start + match.start(), block.start + match.end()), (match.expand(value),)


_: type[Check] = Substitution
