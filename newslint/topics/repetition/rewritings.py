"""Rewritings: sentences that stood before in nearly the same words, left where a paragraph was moved and rewritten."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.text.passages import Pair, Passage, plain_sentences
from newslint.text.words import repeated

_LONG = 12
# So great a part of both must be the same words in the same order, or of the shorter where it's all but a part of the longer.
_SAME = 0.75
_WITHIN = 0.9
_TOP = 2  # paragraphs
_SHORT = 3  # letters
_RUN = bytes([True] * 5)
_WORD = compiled(r"[^\W_]+")

_Words = tuple[str, ...]


@analysis
def rewritten_sentences(document: Document) -> tuple[Pair, ...]:
    """Every sentence that stood before but for some words, none of which is a name or a figure.

    Where more than one differs, a paragraph stands between the two: side by side they may be said alike on purpose.
    """
    holders: dict[_Words, Passage] = {}
    again = frozenset(repeated(document))
    middles = frozenset([word for word in again if len(word) > _SHORT])
    found = []
    for passage in plain_sentences(document):
        if len(passage.words) < _LONG or not passage.ended:
            continue
        runs = _runs(passage.words, again, middles)
        first = None
        if shared := holders.keys() & runs:
            likely = _most_shared(holders, shared)
            first = next((one for one in likely if _is_rewritten(document, one, passage)), None)
        if first is None:
            holders.update(dict.fromkeys(runs, passage))
        else:
            found.append(Pair(first, passage, exact=False))
    return tuple(found)


def _runs(words: _Words, again: frozenset[str], middles: frozenset[str]) -> set[_Words]:
    """Every five words in a row that may stand elsewhere too, each of them being one of `again`, and the third of `middles`."""
    found = set()
    kept = bytes(map(again.__contains__, words))
    start = kept.find(_RUN)
    while start >= 0:
        if words[start + 2] in middles:
            found.add(words[start : start + len(_RUN)])
        start = kept.find(_RUN, start + 1)
    return found


def _most_shared(holders: dict[_Words, Passage], shared: set[_Words]) -> list[Passage]:
    """The earlier sentences that hold the runs of words `shared`, those that hold most first."""
    return [first for first, _ in Counter(map(holders.__getitem__, shared)).most_common(3)]


def _is_rewritten(document: Document, first: Passage, second: Passage) -> bool:
    a, b = first.words, second.words
    if a == b:
        return False
    if _is_part(*sorted((a, b), key=len)):
        return _far_apart(document, first, second) and not _sums_up(document, first)
    lost, won = (Counter(a) - Counter(b)), (Counter(b) - Counter(a))
    if min(len(a) - lost.total(), len(b) - won.total()) < _LONG - 2 or _tells_apart(document, first, second, lost, won):
        return False
    if max(lost.total(), won.total()) == 1 and abs(len(a) - len(b)) < 2:
        return _in_one_place(a, b)
    return _far_apart(document, first, second) and _is_mostly(a, b)


def _tells_apart(document: Document, first: Passage, second: Passage, lost: Counter[str], won: Counter[str]) -> bool:
    """Whether a name or a figure stands in one of the two alone."""
    texts = [*_WORD.findall(document[first.span])[1:], *_WORD.findall(document[second.span])[1:]]
    named = {text.lower() for text in texts if not text.islower()}
    return any(not word.isalpha() or word in named for word in (*lost, *won))


def _in_one_place(a: _Words, b: _Words) -> bool:
    """Whether the two agree up to one place and behind it."""
    start = next(
        (index for index, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b))
    )
    rest = max(len(a), len(b)) - start - 1
    return rest == 0 or a[-rest:] == b[-rest:]


def _is_mostly(a: _Words, b: _Words) -> bool:
    """Whether most of both is the same words in the same order, or nearly all of one is a part of the other."""
    from difflib import SequenceMatcher

    blocks = [block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()]
    short, long = sorted((len(a), len(b)))
    return sum(blocks) >= _SAME * long or max(blocks) >= _WITHIN * short


def _is_part(short: _Words, long: _Words) -> bool:
    """Whether all of one stands word for word in the other."""
    spots = (at for at, word in enumerate(long) if word == short[0])
    return len(short) < len(long) and any(long[at : at + len(short)] == short for at in spots)


def _far_apart(document: Document, first: Passage, second: Passage) -> bool:
    """Whether a paragraph stands between the two."""
    starts = _paragraph_starts(document)
    return bisect_right(starts, second.span.start) - bisect_right(starts, first.span.start) > 1


def _sums_up(document: Document, sentence: Passage) -> bool:
    """Whether a sentence stands at the top of the story, where it gives in short what is told below."""
    starts = _paragraph_starts(document)
    return sentence.span.start < starts[min(_TOP, len(starts) - 1)]


@analysis
def _paragraph_starts(document: Document) -> list[int]:
    return [block.start for block in document.copy if block.role in (Role.PARAGRAPH, Role.BLOCK_QUOTE)]


__all__ = ["rewritten_sentences"]
