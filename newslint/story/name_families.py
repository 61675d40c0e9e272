"""Names of one family: what shows that two which are alike are two members of it, each a thing of its own.

A slip puts one word for a near one and leaves all else as it is. Of a family the copy shows more: a third member, a name that is longer
on one side only, short forms, which are names by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document import Document
from newslint.story.windows import Likeness, Use

_PLACES = 6  # of each name that are looked at
_FAMILY = 3  # members that make a family: the two and another


def family(document: Document, pair: Likeness) -> dict[str, float]:
    """The signs that the two names are members of one family."""
    uses = (pair.suspects[:_PLACES], pair.others[:_PLACES])
    first = [use for use, *_ in uses]
    shared = len(pair.suspect) == 2 and _is_acronym(document, pair.suspects[0], 1 - pair.at)
    return {
        "a third in their place": pair.values >= _FAMILY,
        "one name goes on": _goes_on_once(pair.at, uses),
        "all that they share is an acronym": shared,
        "a word in question is an acronym": any(_is_acronym(document, use, pair.at) for use in first),
    }


def _goes_on_once(at: int, uses: tuple[Sequence[Use], Sequence[Use]]) -> bool:
    """Whether one name always goes on beside the word in question, where the other never does: the Daily Echo, the Daily News Hour."""
    size = uses[0][0].behind - uses[0][0].first
    sides = [side for side, end in enumerate((0, size - 1)) if end == at]
    return any(
        all(_goes_on(use, side) for use in one) and not any(_goes_on(use, side) for use in other)
        for side in sides
        for one, other in (uses, uses[::-1])
    )


def _goes_on(use: Use, side: int) -> bool:
    """Whether another word of the name stands right before the window, or (at side 1) right behind it."""
    words = use.run.words
    if side == 0:
        return use.first > 0 and not words[use.first].joint
    return use.behind < len(words) and not words[use.behind].joint


def _is_acronym(document: Document, use: Use, at: int) -> bool:
    """Whether this word of the name is all capitals, and not all of the name or of its line is, as in a dateline."""
    word = use.run.words[use.first + at]
    text = document.text[word.start : word.end]
    loud = use.run.titled or document[use.span].isupper()
    return len(text) > 1 and text.isupper() and text.isalpha() and not loud
