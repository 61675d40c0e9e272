"""Familiarity: how usual each of two forms is in the world, and what that says beside how their letters differ.

A form that nobody writes, one slip from a name that many write, is that name misspelled, as good as always. The same form
three letters away is likely a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.text.lexicon import Entry, entry, folded
from newslint.text.similarity import edits
from newslint.text.web_words import written
from newslint.topics.names.context import WELL_KNOWN

# A word of the dictionary from this rank on, and below this frequency, is hardly meant.
_RARE = 6
_SELDOM = 16
# A word up to this rank is an ordinary one.
_ORDINARY = 4
# More edits than these are no slip of the hand.
_SLIP = 2


def familiarity(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """The signs that lie in what the lists know of the two, and in how often each stands on the web."""
    a, b = entry(suspect), entry(right)
    yield from _of_suspect(a)
    yield from _of_other(b)
    yield from _of_both(a, b)
    yield from _usage(suspect, right)


def _of_suspect(a: Entry) -> Iterator[tuple[str, float]]:
    """A form that no list has is likelier to be a slip."""
    if a == Entry():
        yield "the suspect is unknown", 1.6
    elif not a.frequency and not a.word and not a.proper:
        yield "the suspect is a rare surname", 0.9 - 0.25 * a.surname
    elif a.word >= _RARE and a.frequency < _SELDOM and not (a.proper or a.surname or a.given or a.place):
        yield "the suspect is a rare word, which has no capital", 0.5
    else:
        yield "the suspect is known", -1.2 - 0.08 * max(0, a.frequency - 10) - 0.1 * a.surname
    if 0 < a.word <= 5 and a.frequency > 16:
        yield "the suspect is a common word", -0.8


def _of_other(b: Entry) -> Iterator[tuple[str, float]]:
    if 0 < b.word <= 5 and b.frequency > 22 and not (b.given or b.place) and b.surname < 5:
        yield "the other is a common word", -1.2
    elif b.frequency > WELL_KNOWN:
        yield "the other is well known", 0.3


def _of_both(a: Entry, b: Entry) -> Iterator[tuple[str, float]]:
    if a != Entry() and b != Entry():
        yield "both are in the lists", -1.0
    if a.given and b.given:
        yield "both are given names", -1.0


def _usage(suspect: str, right: str) -> Iterator[tuple[str, float]]:
    """How usual each is, beside how their letters differ: one slip of the hand, or a name misremembered."""
    often, others = written(suspect), written(right)
    a, b = folded(suspect), folded(right)
    distance = edits(a, b)
    if not often:
        longer = a.startswith(b) or b.startswith(a)
        if distance == 1 and not longer:
            yield "one slip apart, and nobody writes the suspect", 1.0
            yield "one slip from a name that many write", others / 20
        elif distance > _SLIP:
            yield "misremembered, and nobody writes the suspect", -1.0
        if not others:
            yield "nobody writes either", 1.0
    elif not others:
        yield "a usual form beside one that nobody writes", 1.0
    else:
        yield "how usual the rarer of the two is", -min(often, others) / 20
        yield "how much more usual the other is", (others - often) / 10
    known = entry(right)
    if distance > _SLIP and (known.place or 0 < known.word <= _ORDINARY):
        yield "misremembered for a place or an ordinary word", -2.0
