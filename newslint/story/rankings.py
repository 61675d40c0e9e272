"""Rankings: numbers in brackets that go down from name to name, and so are results and no ages."""

from __future__ import annotations

from itertools import pairwise

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.text.sentences import sentence_at

_RESULT = compiled(r"[A-Z][\w’'-]* \((\d{1,3})\)")
_RANKED = 4  # such results in a sentence, each below the last


def is_ranked(document: Document, offset: int) -> bool:
    """Whether what stands at `offset` is one of several: “Moor (88), Hill (51), Lane (34) and Dale (9)”."""
    sentence = sentence_at(document, offset)
    told = _RESULT.findall(document.text, sentence.start, sentence.end) if sentence else []
    numbers = [int(number) for number in told]
    return len(numbers) >= _RANKED and all(one > other for one, other in pairwise(numbers))
