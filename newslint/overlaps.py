"""Overlaps: one fault is one finding, though several rules may see it.

“Cooper’s Row”, which is Cutler’s Row elsewhere, is also a Cooper whom nobody introduces; a total with a slip fits neither its
parts nor the headline. Of findings of one pack that overlap, the writer is shown the surest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from newslint.finding import Finding

# The packs whose rules hold places of a story against each other. What lists of words find is each a fault of its own.
_PACKS = frozenset(["captions", "dates", "draft", "figures", "headlines", "names", "quotes"])


def surest(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings of one pack that overlap, the surest, with what the others are held against; all in the order of a report."""
    kept: list[Finding] = []
    taken: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for finding in sorted(findings, key=_rank):
        pack = finding.rule.partition("/")[0]
        told = _place(taken[finding.path, pack], finding, len(kept)) if pack in _PACKS else None
        if told is None:
            kept.append(finding)
        else:
            kept[told] = _with_places(kept[told], finding)
    return sorted(kept, key=lambda finding: finding.order)


def _rank(finding: Finding) -> tuple[object, ...]:
    """The surest first; of equally sure ones that with more places to show, then the longer."""
    length = finding.end.offset - finding.start.offset
    return -finding.severity, -finding.confidence, -len(finding.related), -length, finding.order


def _place(taken: list[tuple[int, int, int]], finding: Finding, number: int) -> int | None:
    """The number of a finding whose stretch, of those in order in `taken`, overlaps this one; else the stretch is taken by `number`."""
    start, end = finding.start.offset, finding.end.offset
    at = bisect_left(taken, (start, end))
    for first, last, told in taken[max(0, at - 1) : at + 1]:
        if first < end and start < last:
            return told
    taken.insert(at, (start, end, number))
    return None


def _with_places(finding: Finding, other: Finding) -> Finding:
    """The finding with the place that the other one is held against, if it's one; the parts of a sum would drown its own."""
    own = {(finding.start, finding.end), *((place.start, place.end) for place in finding.related)}
    more = [place for place in other.related if (place.start, place.end) not in own]
    return finding._replace(related=(*finding.related, *more)) if len(more) == 1 else finding
