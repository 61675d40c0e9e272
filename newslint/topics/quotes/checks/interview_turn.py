"""An answer under the label of the one who asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.text.transcripts import Turn, interview


@check
class InterviewTurn:
    """Finds the one turn of an interview that breaks the change of speakers: three running have one label."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        found = interview(document)
        if not found or len(_breaks(found)) != 2:
            return
        first, second = _breaks(found)
        if second != first + 1 or not 0 < first < len(found) - 3:
            return
        before, odd, behind = found[first : first + 3]
        other = found[first - 1].label
        notes = (Note(before.span, "who speaks here"), Note(behind.span, "and here"))
        yield Hit(odd.span, {"other": other}, notes, (Change(odd.span, other),), confidence=0.9)


def _breaks(found: tuple[Turn, ...]) -> list[int]:
    """Where the speaker of a turn speaks the next one, too."""
    return [index for index, (turn, other) in enumerate(pairwise(found)) if turn.label == other.label]


_: type[Check] = InterviewTurn
