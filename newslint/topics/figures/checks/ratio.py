"""A share that isn't the part of the whole that stands beside it, or isn't the fraction that it's also given as."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.text.wording import inside
from newslint.topics.figures.shares.equivalents import equivalent_pairs
from newslint.topics.figures.shares.named_ratios import named_ratios
from newslint.topics.figures.shares.proportions import apposed_shares, share_pairs, tied_shares
from newslint.topics.figures.shares.totals import named_shares
from newslint.topics.figures.vicinity import amount_at, likeliest, shares_stated

# How sure it is of a share with its whole beside it, of one with its part, and of one that is told by its name.
_BESIDE, _TIED, _NAMED = 0.9, 0.85, 0.85


@check
class Ratio:
    """Finds shares that their part and whole don't bear out, and fractions and percentages said to be one proportion that aren't."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        hits = (*_bound(document), *_judged(document))
        return first_at_each_place(sorted(hits, key=lambda hit: -hit.confidence))


def _bound(document: Document) -> Iterator[Hit]:
    for told, sure in (
        (apposed_shares(document), _BESIDE),
        (tied_shares(document), _TIED),
        (named_shares(document), _TIED),
    ):
        for part, whole in told:
            right, notes = _of_whole(document, part.amount.span, whole.span)
            yield Hit(part.share.span, _words(document, part.share.span, right), notes, confidence=sure)
    for wrong in named_ratios(document):
        right, notes = _of_whole(document, wrong.part.span, wrong.whole.span)
        yield Hit(wrong.share.span, _words(document, wrong.share.span, right), notes, confidence=_NAMED)


def _judged(document: Document) -> Iterator[Hit]:
    for pair, verdict in likeliest(share_pairs(document), equivalent_pairs(document)):
        if pair.kind == "share":
            right, notes = _of_whole(document, pair.also[0], pair.other)
        else:
            value = next(share.value for share in shares_stated(document) if share.span == pair.other)
            right, notes = f"that is {100 * value:.3g}%", (Note(pair.other, "the same proportion"),)
        words = _words(document, pair.suspect, right)
        yield Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


def _words(document: Document, said: Span, right: str) -> dict[str, str]:
    """What the message says: what it is in truth, and the share as the draft has it, a fraction with its article."""
    article = "a " if document.text.endswith((" a ", "A "), 0, said.start) else ""
    return {"right": right, "found": article + inside(document[said])}


def _of_whole(document: Document, part: Span, whole: Span) -> tuple[str, tuple[Note, ...]]:
    """What share the part is in truth, and the notes at both."""
    share = 100 * amount_at(document, part).value / amount_at(document, whole).value
    right = f"{document[part]} of {inside(document[whole])} is {share:.3g}%"
    return right, (Note(part, "the part"), Note(whole, "of this"))


_: type[Check] = Ratio
