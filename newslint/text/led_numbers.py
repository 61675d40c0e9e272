"""Led numbers: behind which words numbers stand, so that a pattern like “aged 43” is tried in no other paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from newslint.document import Block, Document, analysis
from newslint.text.prefilter import blocks_at
from newslint.text.vocabulary import NUMBER_WORDS
from newslint.text.words import lowered, mixed_words, occurrences, words


def blocks_with_numbers_behind(document: Document, *leads: str) -> Iterator[Block]:
    """The story's own blocks in which a number stands, in digits or in words, with one of `leads` and a space before it."""
    led = _led(document)
    return blocks_at(document, sorted(start for lead in leads for start in led.get(lead, ())))


@analysis
def _led(document: Document) -> Mapping[str, list[int]]:
    """The letters right before each number, in small ones (he’s 43: s), and where it starts."""
    text, table, low = document.text, words(document), lowered(document)
    found: dict[str, list[int]] = {}
    for index in _numbers(document):
        start, before = table.starts[index], low[index - 1] if index else ""
        if before and text.startswith(f"{table.texts[index - 1]} ", start - len(before) - 1):
            found.setdefault(before.replace("'", "’").rpartition("’")[2], []).append(start)
    return found


def _numbers(document: Document) -> Iterable[int]:
    """The indexes of the words that are numbers, or begin with one: 43-year-old."""
    places = occurrences(document)
    keys = [key for key in mixed_words(document) if key[0].isdigit() or key.partition("-")[0] in NUMBER_WORDS]
    return chain.from_iterable(places[key] for key in (*(NUMBER_WORDS.keys() & places.keys()), *keys))
