"""Turns: the paragraphs of an interview that is printed as questions and answers, by who speaks them."""

from __future__ import annotations

from collections import Counter

from newslint.document import Document, analysis
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


@analysis
def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of an interview, in order; none where more than two speak, or one of them seldom."""
    found = []
    for block in document.copy:
        if label := _LABEL.match(document.text, block.start, block.end):
            found.append(Turn(label[0], Span(*label.span())))
    often = [label for label, count in Counter(turn.label for turn in found).items() if count >= _TURNS]
    return tuple(found) if len(often) == 2 else ()
