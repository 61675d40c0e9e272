"""What a short form stands for, said otherwise elsewhere: units of tidal activity (UTAs), units of tidal attendance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.abbreviations import Definition, definitions
from newslint.text.similarity import edits, inflected, same_stem
from newslint.text.words import lowered, occurrences, words

_FEWEST, _MOST = 3, 8  # words of a longer name
_SHORTEST = 4  # letters of the word that differs
_SLIP = 2  # so many letters apart it's a slip of the hand, which others tell
_OFTEN = 200  # places of a word that are looked at


class Restated(Row):
    """A definition, and a place where its words stand with one of them changed, and the same initials."""

    definition: Definition
    span: Span


def restated(document: Document) -> Iterator[Restated]:
    """Every place where the long form of an explained short form stands in small letters with another word of that initial."""
    told = definitions(document)
    for definition in told:
        if definition.fits and not document[definition.long].istitle():
            known = _words_of(document, definition.long)
            if _FEWEST <= len(known) <= _MOST:
                places = _places(document, known)
                yield from (
                    Restated(definition, span) for span in places if not any(span.meets(one.long) for one in told)
                )


def _words_of(document: Document, span: Span) -> range:
    """The words of a stretch, as indexes."""
    starts = words(document).starts
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _places(document: Document, known: range) -> Iterator[Span]:
    """Where the words of `known` stand again, one of them changed."""
    low, table = lowered(document), words(document)
    said = [low[index] for index in known]
    for changed in range(len(said)):
        # Any other word leads there; the last is as good as any, and the first where the last is changed.
        anchor = len(said) - 1 if changed < len(said) - 1 else 0
        for index in occurrences(document).get(said[anchor], ())[:_OFTEN]:
            first = index - anchor
            there = low[first : first + len(said)] if first >= 0 else []
            if len(there) == len(said) and first not in known and _is_restated(said, there, changed):
                span = Span(table.span(first).start, table.span(first + len(said) - 1).end)
                if document[span].islower() and "\n" not in document[span]:
                    yield span


def _is_restated(said: Sequence[str], there: Sequence[str], changed: int) -> bool:
    """Whether all words are the same but this one, which is another of the same initial."""
    if any(one != other for at, (one, other) in enumerate(zip(said, there, strict=True)) if at != changed):
        return False
    one, other = said[changed], there[changed]
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    return not (inflected(one, other) or same_stem(one, other)) and edits(one, other, _SLIP) > _SLIP
