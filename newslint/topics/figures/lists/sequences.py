"""Sequences: sentences that count themselves, “First, … Second, … Finally, …”, behind what announces them."""

from __future__ import annotations

from bisect import bisect_right

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.prefilter import blocks_with_words
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
    rf"[“\"‘']?(?:(?:And|Then),? )?(?:finally|lastly|the last|last(?: of all)?)(?:,| (?:is|was|there|comes?|came|would|will|{_PAST})\b|:)|[“\"‘']?And (?:the )?(?:{alternatives(_RANKS)})\b",
    2,
)
# “A second followed at noon, and a third at two”: the next stands in the same sentence.
_NEXT = compiled(rf"(?:,|;| and|, and|; and) (?:the|a) (?P<rank>{alternatives(_RANKS)})\b", 2)
# So many sentences may tell of one item, and stand before the first.
_FAR, _BETWEEN = 9, 1
_FEWEST = 3  # that one sentence counts
_ORDERING = frozenset(["first", "firstly", "one"])
_ORDERED = compiled(r"\b(?:First|The first|Firstly|One)\b")


@analysis
def last_opening(document: Document) -> int:
    """Where the last word stands that may open such a sentence; -1 for nowhere."""
    blocks = reversed([*blocks_with_words(document, _ORDERING)])
    found = (match for block in blocks for match in _ORDERED.finditer(document.text, block.start, block.end))
    return max((match.start() for match in found), default=-1)


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
            ranks = _ranks_within(document, sentence, count + 1)
            last, count, since = sentence, count + 1 + len(ranks), 0
            closed = closed or (first is sentence and "and" in "".join(ranks[-1:]))
    if count < (2 if last is not first else _FEWEST):
        return None
    return Listed(Span(first.start, last.end), count, count, closed, True, float(count))


def _ranks_within(document: Document, sentence: Sentence, rank: int) -> list[str]:
    """What leads to the ranks behind the one that the sentence begins with: “; the”, “, and the”."""
    found: list[str] = []
    for match in _NEXT.finditer(document.text, *sentence.span):
        if ORDINALS[match["rank"].lower()] == rank + len(found) + 1:
            found.append(match[0])
    return found
