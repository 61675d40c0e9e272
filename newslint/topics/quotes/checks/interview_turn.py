"""An answer under the label of the one who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LABEL = compiled(r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=: )|[QA](?=\. ))")
# Two who speak at least so often each are those of an interview.
_TURNS = 4


class Turn(Row):
    """A paragraph of an interview, by who speaks it: `label` as it's written, at `span`."""

    label: str
    span: Span


@check
class InterviewTurn:
    """Finds the one turn of an interview that breaks the change of speakers: three running have one label."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        turns = _turns(document)
        if not turns or len(_breaks(turns)) != 2:
            return
        first, second = _breaks(turns)
        if second != first + 1 or not 0 < first < len(turns) - 3:
            return
        before, odd, behind = turns[first : first + 3]
        other = turns[first - 1].label
        notes = (Note(before.span, "who speaks here"), Note(behind.span, "and here"))
        yield Hit(odd.span, {"other": other}, notes, (Change(odd.span, other),), confidence=0.9)


@analysis
def _turns(document: Document) -> tuple[Turn, ...]:
    """The turns of an interview, in order; none where more than two speak, or one of them seldom."""
    found = []
    for block in document.copy:
        if label := _LABEL.match(document.text, block.start, block.end):
            found.append(Turn(label[0], Span(*label.span())))
    often = [label for label, count in Counter(turn.label for turn in found).items() if count >= _TURNS]
    return tuple(found) if len(often) == 2 else ()


def _breaks(turns: tuple[Turn, ...]) -> list[int]:
    """Where the speaker of a turn speaks the next one, too."""
    return [index for index, (turn, other) in enumerate(pairwise(turns)) if turn.label == other.label]


_: type[Check] = InterviewTurn
