"""Transcripts: copy that sets down what was said, turn by turn, with who says it before each turn and no quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_LABEL = compiled(r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=: )|[QA](?=\. ))")
# A conversation has two speakers who speak at least so often each; those of an interview are two, who speak more often.
_SPEAKERS, _OFTEN, _OFTENER = 2, 3, 4


class Turn(Row):
    """A paragraph of a conversation, by who speaks it: `label` as it's written, at `span`."""

    label: str
    span: Span


@analysis
def _labelled(document: Document) -> tuple[Turn, ...]:
    """Every paragraph that may be a turn, in order."""
    labels = (_LABEL.match(document.text, block.start, block.end) for block in document.copy)
    return tuple(Turn(label[0], Span(*label.span())) for label in labels if label)


def _speakers(turns: Sequence[Turn], least: int) -> list[str]:
    """The labels of at least so many turns."""
    return [label for label, count in Counter(turn.label for turn in turns).items() if count >= least]


@analysis
def interview(document: Document) -> tuple[Turn, ...]:
    """The turns of an interview, in order; none where more than two speak often, or one of them seldom."""
    found = _labelled(document)
    return found if len(_speakers(found, _OFTENER)) == _SPEAKERS else ()


@analysis
def _conversation(document: Document) -> Span | None:
    """From the first turn of those who speak often to their last."""
    often = _speakers(_labelled(document), _OFTEN)
    places = [turn.span for turn in _labelled(document) if turn.label in often]
    return Span(places[0].start, places[-1].end) if len(often) >= _SPEAKERS else None


def in_transcript(document: Document, offset: int) -> bool:
    """Whether the paragraph at `offset`, in code points, stands in a conversation that is set down as it was spoken."""
    block, spoken = document.block_at(offset), _conversation(document)
    return block is not None and spoken is not None and spoken.start <= block.start < spoken.end
