"""Skeletons: sentences with one sign in place of each quantity, so that patterns speak of quantities, not of digits."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities
from newslint.story.quantity import Kind, Quantity
from newslint.story.times import clocks
from newslint.text.sentences import sentences

# A sign of the private use area for each kind; copy that uses them itself has no skeleton.
SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate(Kind)}
_ALL = f"{SIGNS[Kind.COUNT]}-{chr(0xE000 + len(Kind) - 1)}"
_AMOUNTS = "".join(SIGNS[kind] for kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE))
# Longer sentences, and those of more figures, are tables or worse.
_LONGEST = 1500
_MOST = 24
_NAMES = {
    "<n>": f"([{SIGNS[Kind.COUNT]}])",
    "<a>": f"([{_AMOUNTS}])",
    "<%>": f"([{SIGNS[Kind.PERCENT]}])",
    "<fraction>": f"([{SIGNS[Kind.FRACTION]}])",
    "<money>": f"([{SIGNS[Kind.MONEY]}])",
    "<points>": f"([{SIGNS[Kind.POINTS]}])",
    "<measure>": f"([{SIGNS[Kind.MEASURE]}])",
    "<year>": f"([{SIGNS[Kind.YEAR]}])",
    "<time>": f"([{SIGNS[Kind.TIME]}])",
    "<age>": f"([{SIGNS[Kind.AGE]}])",
    "<any>": f"([{_ALL}])",
    "<quiet>": f"[^{_AMOUNTS}{SIGNS[Kind.PERCENT]};:]",
    "<gap>": f"[^{_ALL};:.()]",
    "<text>": f"[^{_ALL}.]",
}


class Skeleton(Row):
    """A sentence as `text`, where each of its `quantities` is one sign, hedge and unit included.

    `at` leads from a sign's offset in `text` to its quantity; `span` is the sentence's own, in the document.
    """

    span: Span
    text: str
    at: dict[int, Quantity]
    origins: list[tuple[int, int]]

    @property
    def quantities(self) -> list[Quantity]:
        return list(self.at.values())

    def origin(self, offset: int) -> int:
        """Where an offset of `text` stands in the document."""
        index = bisect_left(self.origins, (offset + 1, -1)) - 1
        place, origin = self.origins[index]
        return origin + offset - place


@cache
def pattern(template: str, flags: int = re.I) -> re.Pattern[str]:
    """A pattern over skeletons: `<n>` is a count, `<a>` any amount that can be added up, `<%>` a percentage, `<gap>` one
    character of plain words. Each sign is a group of its own.
    """
    for name, signs in _NAMES.items():
        template = template.replace(name, signs)
    return compiled(template, flags)


@analysis
def skeletons(document: Document) -> tuple[Skeleton, ...]:
    """The sentences that hold two quantities or more, in order; “two o’clock” is none."""
    timed = {at for clock in clocks(document) for at in range(*clock.span)}
    made, found = [], tuple(each for each in quantities(document) if each.span.start not in timed)
    starts = [quantity.span.start for quantity in found]
    last = 0
    for sentence in sentences(document):
        first = bisect_left(starts, sentence.start, last)
        last = bisect_left(starts, sentence.end, first)
        if 2 <= last - first <= _MOST and sentence.end - sentence.start <= _LONGEST:
            made.append(skeleton(document.text, sentence.span, found[first:last]))
    return tuple(made)


def skeleton(text: str, span: Span, within: tuple[Quantity, ...]) -> Skeleton:
    """The skeleton of the copy in `span`, whose quantities are `within`."""
    parts: list[str] = []
    at: dict[int, Quantity] = {}
    origins: list[tuple[int, int]] = []
    length, last = 0, span.start
    for quantity in within:
        begin = max(last, quantity.start)
        plain = text[last:begin]
        origins.append((length, last))
        parts += [plain, SIGNS[quantity.kind]]
        length += len(plain)
        at[length] = quantity
        origins.append((length, quantity.span.start))
        length += 1
        last = quantity.span.end
    origins.append((length, last))
    parts.append(text[last : span.end])
    return Skeleton(span, "".join(parts), at, origins)
