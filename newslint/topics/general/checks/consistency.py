"""Two ways of writing one thing, in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.lettercase import like
from newslint.text.ownership import blocks, meant
from newslint.text.terms import cover, terms
from newslint.text.wording import times


@dataclass(frozen=True)
class Consistency:
    """Finds a word written in two ways: of each group of variants a draft should use one throughout.

    `variants` is one group, `groups` are several, `either` maps each word to its one variant. Variants are words and
    phrases; with `pattern` they are regular expressions. The form that stands most often is right, or `prefer` where
    the draft has it; of forms that stand equally often the later one is shown, without a fix.
    """

    variants: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    either: Mapping[str, str] = field(default_factory=dict)
    prefer: str = ""
    pattern: bool = False
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = True
    nonword: bool = False
    quotations: bool = False
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(group) < 2 for group in self.all_groups) or not self.all_groups:
            raise ValueError("“consistency” needs “variants”, “groups” or “either”, with two forms at least in each")
        seen: set[str] = set()
        for form in (form for group in self.all_groups for form in group):
            if form in seen:
                raise ValueError(f"“{form}” stands in the variants twice")
            seen.add(form)
            if self.pattern:
                compiled(form, self.ignorecase, self.nonword)

    @cached_property
    def all_groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups of variants, however they were given."""
        return (*((self.variants,) if self.variants else ()), *self.groups, *self.either.items())

    @cached_property
    def _group_of(self) -> dict[str, int]:
        return {" ".join(form.split()): index for index, group in enumerate(self.all_groups) for form in group}

    def __call__(self, document: Document) -> Iterator[Hit]:
        allowed = cover(document, self.exceptions) if self.exceptions else None
        found: dict[int, dict[str, list[Span]]] = {}
        for form, span in self._spans(document):
            if meant(document, span, self.scope, self.quotations) and not (allowed and allowed.holds(span)):
                found.setdefault(self._group_of[form], {}).setdefault(form, []).append(span)
        for forms in found.values():
            if len(forms) > 1:
                yield from self._hits(document, forms)

    def _spans(self, document: Document) -> Iterator[tuple[str, Span]]:
        if not self.pattern:
            listed = terms(tuple(self._group_of), self.ignorecase, self.nonword)
            yield from ((each.term, each.span) for each in listed.find(document))
            return
        search = Search()
        for block in blocks(document, self.scope):
            text = document.text[block.start : block.end]
            for form in self._group_of:
                for match in search.matches(compiled(form, self.ignorecase, self.nonword), text):
                    yield form, Span(block.start + match.start(), block.start + match.end())

    def _hits(self, document: Document, forms: dict[str, list[Span]]) -> Iterator[Hit]:
        for spans in forms.values():
            spans.sort()
        first = min(forms, key=lambda form: (form != self.prefer, -len(forms[form]), forms[form][0]))
        right = document[forms[first][0]]
        for form, spans in forms.items():
            if form == first:
                continue
            decided = first == self.prefer or len(spans) < len(forms[first])
            yield Hit(
                spans[0],
                {"first": right, "count": len(forms[first]), "times": times(len(forms[first]))},
                related=(
                    Note(forms[first][0], f"“{right}” here"),
                    *(Note(span, f"“{document[span]}” here too") for span in spans[1:]),
                ),
                changes=self._changes(document, first, spans) if decided else (),
            )

    def _changes(self, document: Document, first: str, spans: list[Span]) -> tuple[Change, ...]:
        if self.pattern:
            return ()
        return tuple(Change(span, like(document[span], first)) for span in spans)


_: type[Check] = Consistency
