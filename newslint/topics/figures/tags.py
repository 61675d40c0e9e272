"""Tags: numbers that name a thing in a series, “Edition 10”, “the 9th edition”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import numerals

SERIES = frozenset(["edition", "issue", "episode", "instalment", "installment", "volume", "newsletter"])
_ORDINAL = compiled(r"(?:st|nd|rd|th|\s+(?:st|nd|rd|th))\s+([A-Za-z]+)")
_BEFORE = compiled(r"([A-Za-z]+)\s+(?:No\.? |#)?\Z")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
        ],
        1,
    )
}
_WRITTEN = (*SERIES, *(noun.capitalize() for noun in SERIES))
_SPELLED = compiled(r"\b([a-z]{5,10}) (edition|issue|episode|instalment|installment|volume|newsletter)\b", re.I)


class Tag(Row):
    """`number` of the series called `noun`; `ordinal` for “the 9th edition”. `span` is the number's own."""

    span: Span
    noun: str
    number: int
    ordinal: bool


@analysis
def tags(document: Document) -> tuple[Tag, ...]:
    """Every number of a series of publications, in order."""
    text = document.text
    if not any(map(text.__contains__, _WRITTEN)):
        return ()
    found: list[Tag] = []
    for numeral in numerals(document):
        if numeral.spelled or numeral.value % 1 or numeral.value > 5000:
            continue
        behind, before = (
            _ORDINAL.match(text, numeral.end),
            _BEFORE.search(text[max(0, numeral.start - 20) : numeral.start]),
        )
        span = Span(numeral.start, numeral.end)
        if behind and behind[1].lower() in SERIES:
            found.append(Tag(span, behind[1].lower(), int(numeral.value), ordinal=True))
        elif before and before[1].lower() in SERIES:
            found.append(Tag(span, before[1].lower(), int(numeral.value), ordinal=False))
    found.extend(_spelled(document))
    return tuple(sorted(found))


def _spelled(document: Document) -> Iterator[Tag]:
    """“The ninth edition”."""
    for block in document.copy:
        for match in _SPELLED.finditer(document.text, block.start, block.end):
            number = _ORDINALS.get(match[1].lower())
            if number:
                yield Tag(Span(*match.span(1)), match[2].lower(), number, ordinal=True)
