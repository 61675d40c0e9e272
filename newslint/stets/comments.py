"""Stet: what the writer says shall stand, said in the draft itself as a Markdown or HTML comment.

`<!-- stet: names/spelling, “Jon” is how he spells it -->` covers the next block, `stet-file` the whole draft, and
`stet-begin` all up to `stet-end`. Before the reason stand the rules or packs that are meant; without them all are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Protocol, TypeVar

from newslint.document import Document
from newslint.finding import Finding, Severity, fingerprint
from newslint.source import Location, Source, Span
from newslint.startup.row import Row

# Compiled where a draft has comments at all.
_WORDS = r"\s*(stet(?:-file|-begin|-end)?)(?=[\s:,]|\Z)[ \t]*:?"
_RULE = r"[a-z0-9-]+(?:/[a-z0-9-]+)?"


class Covering(Protocol):
    """Anything that lets findings stand; `path` and `line` say where it's written."""

    @property
    def rules(self) -> tuple[str, ...]: ...
    @property
    def reason(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...

    def covers(self, finding: Finding) -> bool:
        """Whether the writer lets `finding` stand by this."""
        ...


S = TypeVar("S", bound=Covering)


class Stet(Row):
    """A comment that lets findings of `rules` (all, where it names none) stand.

    It covers what begins from offset `first` to `last` (exclusive) of the draft at `path`; the comment itself stands
    from `start` to `end`. `kind` is stet, stet-file or stet-begin.
    """

    kind: str
    rules: tuple[str, ...]
    reason: str
    path: str
    start: Location
    end: Location
    text: str
    first: int
    last: int

    @property
    def line(self) -> int:
        return self.start.line

    def covers(self, finding: Finding) -> bool:
        """Whether the writer lets `finding` stand by this."""
        inside = self.path == finding.path and self.first <= finding.start.offset < self.last
        return inside and finding.is_of(self.rules)


class _Comment(Row):
    kind: str
    rules: tuple[str, ...]
    reason: str
    span: Span
    offset: int


def suppressions_in(document: Document) -> tuple[Stet, ...]:
    """The stets that the draft itself holds, in order."""
    return tuple(_stets(document)) if document.comments else ()


def _stets(document: Document) -> Iterator[Stet]:
    source = document.source
    begun = _Begun()
    for comment in _comments(document):
        if comment.kind == "stet-begin":
            begun.add(comment)
        elif comment.kind == "stet-end":
            partner = begun.closed_by(comment)
            if partner:
                yield _stet(source, partner, partner.span.end, comment.span.start)
        elif comment.kind == "stet-file":
            yield _stet(source, comment, 0, len(source.text) + 1)
        else:
            yield _stet(source, comment, *_block(document, comment.offset))
    for comment in begun.open.values():
        yield _stet(source, comment, comment.span.end, len(source.text) + 1)


def _comments(document: Document) -> Iterator[_Comment]:
    for text, span, offset in document.comments:
        match = re.match(_WORDS, text)
        if match:
            rules, reason = _parted(text[match.end() :])
            yield _Comment(match[1], rules, reason, span, offset)


def _parted(words: str) -> tuple[tuple[str, ...], str]:
    """The rules at the beginning of a comment, and the reason that follows."""
    parts = words.split(",")
    rules: list[str] = []
    for part in parts:
        if not re.fullmatch(_RULE, part.strip()):
            break
        rules.append(part.strip())
    return tuple(rules), " ".join(",".join(parts[len(rules) :]).split())


class _Begun:
    """The begins that nothing has closed yet, in order, and by their rules."""

    def __init__(self) -> None:
        self.open: dict[int, _Comment] = {}
        self._numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, begin: _Comment) -> None:
        self._numbers[begin.rules].append(begin.span.start)
        self.open[begin.span.start] = begin

    def closed_by(self, end: _Comment) -> _Comment | None:
        """Take the innermost begin that `end` closes: one of the same rules, or the last where `end` names none."""
        rules = end.rules or (next(reversed(self.open.values())).rules if self.open else ())
        numbers = self._numbers[rules]
        return self.open.pop(numbers.pop()) if numbers else None


def _block(document: Document, offset: int) -> tuple[int, int]:
    """The block that a comment at `offset` stands in or before; none where there's no copy after it."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.end)
    if index == len(document.blocks):
        return 0, 0
    place = document.place(document.blocks[index].span)
    return place.span.start, place.span.end


def _stet(source: Source, comment: _Comment, first: int, last: int) -> Stet:
    start, end = source.location(comment.span.start), source.location(comment.span.end)
    return Stet(comment.kind, comment.rules, comment.reason, source.name, start, end, source[comment.span], first, last)


def apply(
    stets: Sequence[S], findings: Iterable[Finding]
) -> tuple[list[Finding], list[tuple[Finding, Covering]], list[S]]:
    """The findings that remain, those that a stet covers, and the stets that cover none."""
    found = list(findings)
    if not stets:
        return found, [], []
    kept: list[Finding] = []
    stetted: list[tuple[Finding, Covering]] = []
    used = set()
    for finding, number in zip(found, _coverings(stets, found), strict=True):
        if number is None:
            kept.append(finding)
        else:
            stetted.append((finding, stets[number]))
            used.add(id(stets[number]))
    return kept, stetted, [stet for stet in stets if id(stet) not in used]


def _coverings(stets: Sequence[Covering], findings: Sequence[Finding]) -> list[int | None]:
    """For each finding the first of `stets` that covers it: its number."""
    of_comments = _first_comments(stets, findings)
    others = [(number, stet) for number, stet in enumerate(stets) if not isinstance(stet, Stet)]
    covering: list[int | None] = []
    for finding, comment in zip(findings, of_comments, strict=True):
        other = next((number for number, stet in others if stet.covers(finding)), len(stets))
        first = min(comment, other)
        covering.append(first if first < len(stets) else None)
    return covering


def _first_comments(stets: Sequence[Covering], findings: Sequence[Finding]) -> list[int]:
    """For each finding the number of the first comment that covers it, `len(stets)` for none.

    The findings are gone through as they stand, with the comments that have begun by their rules: a draft may hold
    thousands of both.
    """
    ahead: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for number, stet in ((number, stet) for number, stet in enumerate(stets) if isinstance(stet, Stet)):
        for rule in stet.rules or ("",):
            ahead[stet.path, rule].append((stet.first, number, stet.last))
    for rows in ahead.values():
        rows.sort(reverse=True)
    begun: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    first = [len(stets)] * len(findings)
    for number in sorted(range(len(findings)), key=lambda number: findings[number].start) if ahead else ():
        finding = findings[number]
        at = finding.start.offset
        for key in {(finding.path, rule) for rule in ("", finding.rule, finding.rule.partition("/")[0])} & ahead.keys():
            while ahead[key] and ahead[key][-1][0] <= at:
                _, stet_number, last = ahead[key].pop()
                heappush(begun[key], (stet_number, last))
            while begun[key] and begun[key][0][1] <= at:
                heappop(begun[key])
            if begun[key]:
                first[number] = min(first[number], begun[key][0][0])
    return first


def in_scope(stet: Covering, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    """Whether everything that `stet` speaks of was asked for, so that covering nothing means that it's of no use."""
    if not stet.rules:
        return not select
    wanted = all(_meets(rule, select) for rule in stet.rules) if select else True
    return wanted and not any(_meets(rule, ignore) for rule in stet.rules)


def _meets(rule: str, words: Iterable[str]) -> bool:
    """Whether one of `words` is `rule`, its pack, or a rule of it."""
    return any(rule == word or rule == word.partition("/")[0] or rule.partition("/")[0] == word for word in words)


def unused(stet: Stet, severity: Severity) -> Finding:
    """The finding that a comment of the draft covers nothing."""
    about = f" for {', '.join(stet.rules)}" if stet.rules else ""
    return _of_stet(stet, "stet/unused", severity, f"this stet{about} covers nothing")


def unreasoned(stet: Stet) -> Finding:
    """The finding that a comment of the draft gives no reason where one is required."""
    return _of_stet(stet, "stet/reason", Severity.ERROR, "a stet needs a reason here, so this one doesn't count")


def _of_stet(stet: Stet, rule: str, severity: Severity, message: str) -> Finding:
    said = " ".join([rule, stet.kind, *stet.rules, stet.reason])
    return Finding(
        stet.path, rule, severity, 1.0, message, stet.text, stet.start, stet.end, (), None, fingerprint(said)
    )
