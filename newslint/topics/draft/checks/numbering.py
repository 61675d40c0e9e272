"""A numbered list that skips a number or has one twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Block, Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_NUMBER = compiled(r"\(?(\d{1,3})([.)/:]?)\Z")
# Numbers that the writer set as text: (1) Boil it, Step 1: Boil it, #1 Boil it, 1 – Boil it.
_WRITTEN = compiled(
    r"((?:(?:Step|Tip|Rule|Reason|Lesson|Point|Task|Stage|Item|Question|No|Number) ?)?[#(]?)(\d{1,3})([.:)/]| ?[-–—](?= )|(?= ))(?:(?=\s)|(?<=[.)])(?=[A-Z][a-z]))"
)
# A list within a sentence: (1) the price, (2) the weather, b) schools.
_INLINE = compiled(r"(?<!\S)(\(?)([1-9]|[a-h])\)(?=\s[a-z])")


_FEWEST = 3
_LETTERED = "a)"


class _Item(Row):
    number: int
    style: str
    span: Span


@check
class Numbering:
    """Finds the item at which a list's numbers go wrong. Lists may restart, count down, and share a rank."""

    widest_gap: int = 2

    def __call__(self, document: Document) -> Iterator[Hit]:
        for items in _lists(document):
            if len(items) >= _FEWEST and items[0].number <= 1:
                yield from self._faults(document, items)

        for block in document.copy:
            yield from self._faults_within(document, block)

    def _faults_within(self, document: Document, block: Block) -> Iterator[Hit]:
        if document.text.count(") ", block.start, block.end) < _FEWEST:  # for speed: few blocks hold such a list
            return
        styles: dict[tuple[str, bool], list[_Item]] = {}
        for match in _INLINE.finditer(document.text, block.start, block.end):
            digit = match[2].isdigit()
            number = int(match[2]) if digit else ord(match[2]) - ord("a") + 1
            styles.setdefault((match[1], digit), []).append(
                _Item(number, match[1] if digit else _LETTERED, Span(*match.span()))
            )
        for items in styles.values():
            steps = [later.number - item.number for item, later in pairwise(items)]
            if len(items) >= _FEWEST and items[0].number == 1 and steps.count(1) == len(steps) - 1:
                yield from self._faults(document, items)

    def _faults(self, document: Document, items: list[_Item]) -> Iterator[Hit]:
        for index in range(1, len(items)):
            before, item = items[index - 1], items[index]
            step = item.number - before.number
            if step == 0 and not _shared_rank(items, index):
                problem = f"“{document[item.span]}” stands twice in the list"
            elif 2 <= step <= self.widest_gap + 1 and not _shared_rank(items, index):
                problem = f"“{document[item.span]}” follows “{document[before.span]}”: {_missing(before, item)}"
            else:
                continue
            related = [Note(before.span, "the item before")]
            related += [Note(later.span, "counted on from there") for later in items[index + 1 :]]
            yield Hit(item.span, {"problem": problem}, tuple(related), confidence=0.85)


def _missing(before: _Item, item: _Item) -> str:
    numbers = [
        chr(ord("a") + number - 1) if item.style == _LETTERED else str(number)
        for number in range(before.number + 1, item.number)
    ]
    return f"{numbers[0]} is missing" if len(numbers) == 1 else f"{numbers[0]} and {numbers[-1]} are missing"


def _shared_rank(items: list[_Item], index: int) -> bool:
    """Whether the numbers are ranks: two share the second place, and the next has the fourth."""
    numbers = [item.number for item in items]
    first = index
    while first > 0 and numbers[first - 1] == numbers[index if numbers[index] == numbers[index - 1] else index - 1]:
        first -= 1
    last = first
    while last + 1 < len(numbers) and numbers[last + 1] == numbers[first]:
        last += 1
    return last > first and last + 1 < len(numbers) and numbers[last + 1] == numbers[first] + (last - first + 1)


def _lists(document: Document) -> Iterator[list[_Item]]:
    """The numbered items, list by list: a list ends where the numbers start again or are written otherwise."""
    open_lists: dict[str, list[_Item]] = {}
    for block in document.copy:
        item = _item(document, block)
        if item is None:
            continue
        current = open_lists.get(item.style)
        if current is not None and current[-1].number <= item.number and item.number > 1:
            current.append(item)
        else:
            if current is not None:
                yield current
            open_lists[item.style] = [item]
    yield from open_lists.values()


def _item(document: Document, block: Block) -> _Item | None:
    """The number at the head of the block, as the parser found it or as the writer set it."""
    if block.marker:
        match = _NUMBER.match(document[block.marker].strip())
        return _Item(int(match[1]), match[2], block.marker) if match else None
    match = _WRITTEN.match(document.text, block.start, block.end)
    if match is None or not (match[1] or match[3].strip()):
        return None
    return _Item(int(match[2]), match[1] + match[3], Span(block.start, match.end()))


_: type[Check] = Numbering
