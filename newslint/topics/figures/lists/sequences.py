"""Sequences: sentences that count themselves, “First, … Second, … Finally, …”, behind what announces them."""

from __future__ import annotations

from bisect import bisect_right

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import Sentence, sentences
from newslint.text.vocabulary import ORDINALS, STRONG_PASTS, alternatives
from newslint.topics.figures.lists.items import Listed

_RANKS = tuple(ORDINALS)[:10]
_PAST = rf"[a-z]+ed|{alternatives(STRONG_PASTS)}"
_RANK = compiled(
    rf"[“\"‘']?(?:(?:And|But|Then),? )?(?:(?:The|A|His|Her|Its|Their|My|Our) )?(?P<rank>{alternatives(_RANKS)})(?:ly)?(?:,| (?:is|was|are|were|will|would|has|had|of|to|and|there|it|he|she|they|we|you|I|by|comes?|came|concerns?|involves?|{_PAST}|[a-z]+s)\b|:)",
    2,  # whatever the case
)
_LAST = compiled(
    rf"[“\"‘']?(?:And |Then )?(?:finally|lastly|the last|last(?: of all)?)(?:,| (?:is|was|there|comes?|came|would|will|{_PAST})\b|:)|[“\"‘']?And (?:the )?(?:{alternatives(_RANKS)})\b",
    2,
)
# So many sentences may tell of one item, and stand before the first.
_FAR, _BETWEEN = 9, 1


def sequence(document: Document, announced: Sentence) -> Listed | None:
    """The sentences behind `announced` that count themselves from the first on; None where fewer than two do."""
    told = sentences(document)
    at, count, since = bisect_right(told, announced), 0, 0
    first = last = announced
    closed = False
    for sentence in told[at : at + 10 * _FAR]:
        since += 1
        if since > _FAR or closed or (count == 0 and since > 1 + _BETWEEN):
            break
        rank = _RANK.match(document.text, sentence.start, sentence.end)
        closed = count > 1 and bool(_LAST.match(document.text, sentence.start, sentence.end))
        if closed or (rank is not None and ORDINALS[rank["rank"].lower()] == count + 1):
            first = sentence if count == 0 else first
            last, count, since = sentence, count + 1, 0
    if count < 2:
        return None
    return Listed(Span(first.start, last.end), count, count, closed, True, float(count))
