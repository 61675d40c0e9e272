"""What the letters alone say of two forms of a name: how near they are, and by which slip of the hand or ear.

The weights are log-odds, see nameevidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.lexicon import Entry, entry, folded, may_be_one_romanised_name
from newslint.text.similarity import doubling, edits, same_letters, sound, turned, without_prefix
from newslint.topics.names.name_words import Form


def letter_signs(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """The signs that lie in the letters of the two."""
    a, b = folded(suspect), folded(right)
    distance = edits(a, b)
    if a[0] != b[0] or distance > 2:
        yield from _heads(suspect, right)
        distance = min(distance, 1)
    yield f"{distance} edits", -0.8 if distance == 1 else -4.2
    yield "length", 0.35 * max(-3, min(4, min(len(a), len(b)) - 6))
    if turned(a, b):
        yield "letters turned", 1.6
    elif same_letters(a, b):
        yield "letters out of order", 3.6
    elif doubling(a, b):
        yield "a letter doubled", 1.0
    elif sound(a) == sound(b) or may_be_one_romanised_name(a, b):
        yield "sounds alike", 0.8 if distance == 1 else 2.0


def _heads(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """Nearly every slip spares the first letter, so that what lacks or changes it must be no name that's known."""
    a, b = without_prefix(suspect), without_prefix(right)
    if {a, b} != {folded(suspect), folded(right)}:
        yield "a prefix dropped", -1.2 * edits(a, b)
    else:
        yield "another first letter", -1.2 if entry(suspect) == Entry() else -5.0


def few_letters(suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """Many words share all but one of few letters, and syllables of Chinese or Korean names all but one of any."""
    behind, before = suspect.after.keys() & right.after.keys(), suspect.before.keys() & right.before.keys()
    known = entry(right.text).word or right.text.isupper()
    sure = (behind and entry(right.text).given) or (known and (behind or before))
    yield "few letters, which many words share", -1.2 if sure else -3.5
