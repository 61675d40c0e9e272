"""Told lengths: the lengths of time that the ends around them don't bear out, as the judge is asked about them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.story.same import Pair, measured
from newslint.topics.figures.length_signs import signs
from newslint.topics.figures.lengths import Claim, claims, unborne


@analysis
def length_pairs(document: Document) -> tuple[Pair, ...]:
    """Every length with every two ends that may be its own, and don't bear it out."""
    return tuple(pair for around in claims(document) for pair in _pairs(document, around))


def _pairs(document: Document, around: tuple[Claim, ...]) -> Iterator[Pair]:
    for claim in unborne(around):
        told = measured(signs(document, claim, around))
        yield Pair("length", claim.length.span, claim.first.span, told, (claim.last.span,))


def right_length(document: Document, pair: Pair) -> str:
    """The length between the ends of `pair`, in words."""
    places = (pair.suspect, pair.other, *pair.also)
    every = (claim for around in claims(document) for claim in around)
    claim = next(each for each in every if (each.length.span, each.first.span, each.last.span) == places)
    unit = claim.length.days / claim.length.value
    count = round(claim.between.days / unit)
    return f"{count} {claim.length.unit}{'' if count == 1 else 's'}"
