"""One short form that is given for two names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.abbreviations import Definition, content, definitions


@check
class TwoExpansions:
    """Finds “(ICC)” behind the International Criminal Court, and again behind the International Cricket Council."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        first: dict[str, Definition] = {}
        for definition in definitions(document):
            if not definition.fits:
                continue
            earlier = first.setdefault(definition.short, definition)
            long, other = document[definition.long], document[earlier.long]
            if earlier is not definition and _another_name(content(long), content(other)):
                note = Note(earlier.long, f"“{definition.short}” stands for this here")
                yield Hit(
                    definition.span, {"found": definition.short, "long": long, "other": other}, (note,), confidence=0.85
                )


def _another_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names differ by more than the spelling of a word, or words that one of them leaves out."""
    if set(one) <= set(other) or set(other) <= set(one):
        return False
    return any(a[:4] != b[:4] for a, b in zip_longest(one, other, fillvalue=""))


_: type[Check] = TwoExpansions
