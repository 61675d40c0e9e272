"""What a reader tells beside what newslint tells by itself: the same thing is one finding, with one sign more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.finding import Finding, Related
from newslint.startup.row import Row


class Joined(Row):
    """newslint's own findings, some with a sign more, and what only the reader tells."""

    own: tuple[Finding, ...]
    new: tuple[Finding, ...]


def joined(own: Sequence[Finding], told: Sequence[Finding]) -> Joined:
    """`told` by a reader, given to those of newslint's `own` findings that say the same of the same draft."""
    places = sorted(
        (place.start.offset, place.end.offset, number) for number, each in enumerate(own) for place in _places(each)
    )
    longest = max((end - start for start, end, _ in places), default=0)
    signed = list(own)
    new: list[Finding] = []
    for finding in told:
        near = sorted({number for place in _places(finding) for number in _touching(places, longest, place)})
        same = next((number for number in near if _say_the_same(own[number], finding)), None)
        if same is None:
            new.append(finding)
        else:
            signed[same] = signed[same]._replace(evidence=(*signed[same].evidence, *finding.evidence))
    return Joined(tuple(signed), tuple(new))


def _places(finding: Finding) -> list[Finding | Related]:
    """Its own place, and the others of the same draft."""
    return [finding, *(other for other in finding.related if other.path == finding.path)]


def _touching(places: list[tuple[int, int, int]], longest: int, place: Finding | Related) -> Iterator[int]:
    """The numbers of the findings with a place that shares a letter with `place`."""
    first = bisect_left(places, (place.start.offset - longest,))
    for index in range(first, len(places)):
        start, end, number = places[index]
        if start >= place.end.offset:  # for speed
            return
        if end > place.start.offset:
            yield number


def _say_the_same(own: Finding, told: Finding) -> bool:
    """Whether newslint's place and one that it clashes with are the reader's two places, or their words stand there."""
    a, b = _places(told)
    rest = _places(own)[1:]
    return any(_are(own, other, a, b) or _are(other, own, a, b) for other in rest)


def _are(first: Finding | Related, second: Finding | Related, a: Finding | Related, b: Finding | Related) -> bool:
    """Whether `first` is said in `a` and `second` in `b`, one of them at this very place."""
    meet = _meet(first, a), _meet(second, b)
    return any(meet) and (meet[0] or _is_said_in(first, a)) and (meet[1] or _is_said_in(second, b))


def _meet(one: Finding | Related, other: Finding | Related) -> bool:
    return one.start.offset < other.end.offset and other.start.offset < one.end.offset


def _is_said_in(one: Finding | Related, other: Finding | Related) -> bool:
    """Whether the words of one place stand whole in the other."""
    at = other.text.find(one.text)
    if at < 0 or not one.text:
        return False
    around = (other.text[at - 1 : at], other.text[at + len(one.text) :][:1])
    return not any(map(str.isalnum, around))
