"""What is marked in a block of copy, nested as HTML wants it: no element ends inside another that began later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from newslint.finding import Severity
from newslint.reporters.html.escaping import copy
from newslint.source import Span
from newslint.startup.row import Row


class Mark(Row):
    """A place of the finding `number`: its own where `other` is 0, else which of its other places, from 1.

    `span` is of the document's text; `first` is false for what goes on from an earlier block.
    """

    span: Span
    number: int
    severity: Severity
    other: int = 0
    first: bool = True

    @property
    def place(self) -> str:
        """The name of the place in the page."""
        return f"p{self.number}-{self.other}" if self.other else f"p{self.number}"


def within(marks: Iterable[Mark], span: Span) -> list[Mark]:
    """What of `marks` stands in `span`. A mark that has begun before it goes on in it."""
    return [
        mark._replace(
            span=Span(max(mark.span.start, span.start), min(mark.span.end, span.end)),
            first=mark.first and mark.span.start >= span.start,
        )
        for mark in marks
        if mark.span.meets(span) or (mark.span.start == mark.span.end and span.start <= mark.span.start <= span.end)
    ]


def marked(text: str, block: Span, marks: Iterable[Mark]) -> str:
    """The copy of `block` in `text` as HTML with `marks` in it. Those of the same place share an element.

    Where two cross, the later is parted at the end of the earlier one.
    """
    setting = _Setting(text, block.start)
    waiting = [_Element(span.start, -span.end, number, group) for number, (span, group) in enumerate(_grouped(marks))]
    heapify(waiting)
    while waiting:
        rest = setting.begin(heappop(waiting))
        if rest:
            heappush(waiting, rest)
    return setting.closed(block.end)


class _Element(Row):
    """What is to be opened next: sorted, the first to begin, and of these the last to end. What `goes_on` has begun before."""

    start: int
    minus_end: int
    number: int
    group: list[Mark]
    goes_on: bool = False


class _Setting:
    """A block that is being set, up to a place in it, with the elements that are open there, each with its end."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._html: list[str] = []
        self._open: list[tuple[int, list[Mark]]] = []

    def begin(self, element: _Element) -> _Element | None:
        """Begin `element`, all that ends before it closed; what is left of it where the one that it stands in ends sooner."""
        start, end = element.start, -element.minus_end
        while self._open and self._open[-1][0] <= start and not self._open[-1][0] == start == end:
            self._close()
        self._advance(start)
        self._html.append(_opening(element.group, not element.goes_on))
        room = self._open[-1][0] if self._open else end
        if room >= end:
            self._open.append((end, element.group))
            return None
        self._open.append((room, []))
        return element._replace(start=room, goes_on=True)

    def closed(self, end: int) -> str:
        """The whole block, which ends at `end`."""
        while self._open:
            self._close()
        self._advance(end)
        return "".join(self._html)

    def _close(self) -> None:
        end, group = self._open.pop()
        self._advance(end)
        self._html.append(_closing(group))

    def _advance(self, to: int) -> None:
        self._html.append(copy(self._text[self._at : to]))
        self._at = max(self._at, to)


def _grouped(marks: Iterable[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    groups: dict[Span, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.span, []).append(mark)
    yield from groups.items()


def _opening(group: list[Mark], first: bool) -> str:
    """The beginning of an element for the marks of one place, which look like the gravest."""
    main = [mark for mark in group if not mark.other]
    gravest = max(main or group, key=lambda mark: mark.severity).severity
    kind = f"{gravest}{'' if main else ' other'}"
    numbers = " ".join(dict.fromkeys(str(mark.number) for mark in group))
    own = f' data-own="{" ".join(str(mark.number) for mark in main)}"' if main else ""
    names = "".join(f'<span class="at" id="{mark.place}"></span>' for mark in group if first and mark.first)
    return f'{names}<mark class="{kind}" data-finding="{numbers}"{own}>'


def _closing(group: list[Mark]) -> str:
    """The end of an element, and behind it the numbers of the notes on its place."""
    numbers = "".join(_reference(mark) for mark in group if mark.first)
    return f"</mark>{numbers}"


def _reference(mark: Mark) -> str:
    kind = "other" if mark.other else str(mark.severity)
    word = "also of finding" if mark.other else "finding"
    untabbed = ' tabindex="-1"' if mark.other else ""
    label = f'aria-label="{word} {mark.number}"'
    return (
        f'<a class="number {kind}" href="#n{mark.number}" data-finding="{mark.number}" {label}{untabbed}>'
        f"{mark.number}</a>"
    )
