"""Transcripts: copy that sets down what was said, turn by turn, with who says it before each turn and no quotation marks."""

from __future__ import annotations

from collections import Counter

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled

_LABEL = compiled(r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=: )|[QA](?=\. ))")
# A conversation has two speakers who speak at least so often each.
_SPEAKERS, _TURNS = 2, 3


@analysis
def _speeches(document: Document) -> frozenset[int]:
    """Where the blocks begin that are speech: the turns, and what stands between two of them."""
    blocks = document.copy
    labels = {at: label[0] for at, block in enumerate(blocks) if (label := _LABEL.match(document.text, block.start))}
    often = [label for label, count in Counter(labels.values()).items() if count >= _TURNS]
    turns = [at for at, label in labels.items() if label in often]
    return (
        frozenset(blocks[at].start for at in range(turns[0], turns[-1] + 1)) if len(often) >= _SPEAKERS else frozenset()
    )


def in_transcript(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a turn of a conversation that is set down as it was spoken."""
    block = document.block_at(offset)
    return block is not None and block.start in _speeches(document)
