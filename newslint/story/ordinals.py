"""Ordinals with what they number: “third title”, “the 12th round”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.nouns import singular
from newslint.text.wordlists import wordlist

_WORDS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), 3)}
_ORDINAL = rf"(?i)\b(?:(\d{{1,4}})(?:st|nd|rd|th)|({'|'.join(_NUMBERS)})) ((?:[a-z]+ )?[a-z]{{3,}})\b"
# Parts of larger things, of which a story has several.
_PARTS = wordlist(
    """
    quarter day time place century half minute year month week district grade circuit floor street avenue amendment
    world person man woman party of largest biggest highest in and anniversary birthday
    """
)


class Ordinal(Row):
    """`number` as it stands at `span`, and the noun that it numbers, in the singular."""

    span: Span
    number: int
    noun: str


def ordinals(text: str, span: Span) -> Iterator[Ordinal]:
    """The ordinals from the third on in text[span]."""
    for match in compiled(_ORDINAL).finditer(text, span.start, span.end):
        number = int(match[1]) if match[1] else _NUMBERS[match[2].lower()]
        nouns = [singular(word) for word in match[3].split()]
        if number > 2 and not _PARTS.intersection(nouns):
            yield Ordinal(Span(match.start(), match.start(3) - 1), number, nouns[0])
            if len(nouns) > 1:
                yield Ordinal(Span(match.start(), match.start(3) - 1), number, nouns[1])


def number_of(word: str) -> int:
    """What “third” or “12th” is worth; 0 for other words, and for “first” and “second”."""
    return int(word[:-2]) if word[0].isdigit() else _NUMBERS.get(word.lower(), 0)
