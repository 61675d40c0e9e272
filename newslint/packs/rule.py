"""A stanza of a pack made live: the check it names, and the words for what that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from newslint.document import Document
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity, fingerprint
from newslint.hit import Check, Hit
from newslint.source import Location, Source, Span
from newslint.startup.dataclass import dataclass, field
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

# Below this confidence a contradiction is likely, not certain, and so a warning at most.
CERTAIN = 0.9
# Where signs were weighed, the confidence is measured: an error is right 95 times in 100, a warning 80.
_ERROR, WARNED = 0.95, 0.8
# What XML, HTML or JSON may write otherwise.
_SIGNS = frozenset("&<>\"'\\\n\r\t")
# How much copy around a finding goes into its fingerprint, in code points.
_NEIGHBOURHOOD = 60
_WORD = compiled(r"\w+")


@dataclass(frozen=True)
class Example:
    """A piece of copy that shows what a rule does. `[[…]]` marks what it must find.

    `good` alone must stay silent; `bad` must be found where it is marked, and, where the rule offers
    a fix, becomes `good` by it; `known_false_positive` is what the rule is known to get wrong. `desk` is what the
    desk's configuration says in this example (names, terms, language), `reader` the rows that a second reader gives.
    """

    bad: str = ""
    good: str = ""
    known_false_positive: str = ""
    format: str = "plain"
    line: int = 0
    desk: Mapping[str, Any] = field(default_factory=dict)
    reader: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True)
class Citation:
    """Where a rule comes from: a book or an authority, with a page or an address."""

    name: str
    url: str = ""
    page: str = ""


@dataclass(frozen=True)
class Stanza:
    """A rule as data, checked but without its check. `path` and `line` say where it is written."""

    pack: str
    name: str
    check: str
    message: str
    why: str
    severity: Severity = Severity.WARNING
    options: Mapping[str, Any] | None = None
    scope: tuple[str, ...] = ()
    source: Citation | None = None
    exceptions: str = ""
    in_quotations: bool = False
    together: bool = True
    enabled: bool = True
    examples: Sequence[Example] = ()
    path: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """The rule's full name: `pack/rule`."""
        return f"{self.pack}/{self.name}" if self.pack else self.name

    @property
    def check_made(self) -> Check | None:
        """The check that the stanza brings itself, where it names none of a registry's."""
        return None

    @property
    def rule(self) -> type[Rule]:
        """The class that makes this stanza live."""
        return Rule


@dataclass(frozen=True)
class Rule:
    """A stanza with its check; calling it yields the findings in a document.

    `roles` gives another severity in blocks of some roles; None there means silence.
    """

    stanza: Stanza
    check: Check
    severity: Severity
    min_confidence: float = 0.5
    plugin: str = "newslint"
    roles: Mapping[str, Severity | None] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.stanza.id

    @property
    def highest(self) -> Severity:
        """The gravest that a finding of this rule can be."""
        return max([self.severity, *(severity for severity in self.roles.values() if severity is not None)])

    def __call__(self, document: Document) -> Iterator[Finding]:
        scope = self.stanza.scope
        for hit in self.check(document):
            if hit.confidence < self.min_confidence and not hit.unmeasured:
                continue
            if scope or self.roles:
                block = document.block_at(hit.span.start)
                role = block.role.value if block else ""
                if (scope and role not in scope) or self.roles.get(role, self.severity) is None:
                    continue
            yield self.finding(hit, document)

    def finding(self, hit: Hit, document: Document) -> Finding:
        """The only maker of findings: gives a hit this rule's words and the draft's own places."""
        at = cache(partial(_located, document))  # a place is told and mended: each once in memory
        source, text, start, end = at(hit.span)
        words = {"found": document[hit.span], **hit.words}
        return Finding(
            path=source.name,
            rule=self.id,
            severity=self._severity(hit, document),
            confidence=round(hit.confidence, 2),
            message=self.stanza.message.format_map(words),
            text=text,
            start=start,
            end=end,
            related=tuple(_related(at(note.span), note.message) for note in hit.related),
            fix=self._fix(hit, document, at),
            fingerprint=_fingerprint(self.id, document, hit.span),
            evidence=hit.evidence,
        )

    def _severity(self, hit: Hit, document: Document) -> Severity:
        if hit.minor:
            return Severity.SUGGESTION
        severity = self.severity
        if self.roles:
            block = document.block_at(hit.span.start)
            severity = (block and self.roles.get(block.role.value)) or severity
        return severity if hit.unmeasured else min(severity, _earned(hit))

    def _fix(self, hit: Hit, document: Document, at: Callable[[Span], _Located]) -> Fix | None:
        edits = _edits(hit, document, at)
        return Fix(edits, self._safety(hit, document)) if edits else None

    def _safety(self, hit: Hit, document: Document) -> Safety:
        if not self.stanza.in_quotations and any(_quoted(change.span, document) for change in hit.changes):
            return Safety.SUGGESTION  # somebody's own words, which no program changes unasked
        return Safety.SAFE if hit.safe else Safety.UNSAFE


def _earned(hit: Hit) -> Severity:
    """The gravest that a hit of this confidence can be."""
    if not hit.evidence:
        return Severity.ERROR if hit.confidence >= CERTAIN else Severity.WARNING
    if hit.confidence >= _ERROR:
        return Severity.ERROR
    return Severity.WARNING if hit.confidence >= WARNED else Severity.SUGGESTION


def _quoted(span: Span, document: Document) -> bool:
    from newslint.text.quotations import in_quotation

    return in_quotation(document, span.start) or in_quotation(document, max(span.start, span.end - 1))


def _edits(hit: Hit, document: Document, at: Callable[[Span], _Located]) -> tuple[Edit, ...]:
    """The hit's changes as edits of its draft; none where not all can be made there."""
    home = at(hit.span).source
    edits = []
    for change in hit.changes:
        source, text, start, end = at(change.span)
        if source is not home or text != document[change.span]:
            return ()  # in another draft, or with markup inside: not certain enough to write
        if source.elements and not _SIGNS.isdisjoint(change.replacement):
            return ()  # a structured file would write it otherwise, and each of its fields in its own way
        edits.append(Edit(start, end, change.replacement))
    return tuple(sorted(edits))


class _Located(Row):
    """What stands at a span of a document in the draft that this was made of, and from where to where."""

    source: Source
    text: str
    start: Location
    end: Location


def _located(document: Document, span: Span) -> _Located:
    source, place = document.place(span)
    return _Located(source, source[place], source.location(place.start), source.location(place.end))


def _related(place: _Located, message: str) -> Related:
    return Related(place.source.name, message, place.text, place.start, place.end)


def _fingerprint(rule: str, document: Document, span: Span) -> str:
    text = document.text
    block = document.block_at(span.start) or span  # the words of other blocks may come and go
    before = _WORD.findall(text[max(block.start, span.start - _NEIGHBOURHOOD) : span.start])[-3:]
    after = _WORD.findall(text[span.end : min(block.end, span.end + _NEIGHBOURHOOD)])[:3]
    said = "\x1f".join([rule, *before, "\x1e", *_WORD.findall(document[span]), "\x1e", *after])
    return fingerprint(said)
