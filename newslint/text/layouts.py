"""Live pages: a story told hour by hour, each report under the time when it was written."""

from __future__ import annotations

import re

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled

_TIME = compiled(
    r"\W{0,3}(?:\d{1,2}[.:]\d\d ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: ?(?:GMT|BST|E[SD]?T|P[SD]?T|CET|local time))?\W{0,3}\Z",
    re.I,
)
_LONGEST = 24
_FEWEST = 3


@analysis
def is_live(document: Document) -> bool:
    """Whether several lines of the copy are a time of day and nothing else."""
    lines = (document[block.span] for block in document.copy if block.end - block.start < _LONGEST)
    return sum(_TIME.match(line) is not None for line in lines) >= _FEWEST
