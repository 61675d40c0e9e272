"""Remainders: parts that the copy calls the rest of a total which stands a sentence or two before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import counted, is_person
from newslint.text.sentences import sentence_at
from newslint.topics.figures.amount_lists import NESTED, UNNUMBERED
from newslint.topics.figures.breakdown import REST, Breakdown, is_comparable
from newslint.topics.figures.patterns import Skeleton, skeleton

_OF_THOSE = compiled(r"\bof (?:the|these|those|them|that|whom|which)\b", re.I)


def remainders(document: Document) -> Iterator[Breakdown]:
    """“There were 60 houses. Of these, 48 … The remaining 10 …”."""
    text = document.text
    for quantity in quantities(document):
        if quantity.kind not in (Kind.COUNT, Kind.MONEY):
            continue
        before = text[max(0, quantity.start - 40) : quantity.start]
        if not ("rest" in before or "remain" in before or "other" in before or "balance" in before):
            continue
        if not compiled(REST).search(text, max(0, quantity.start - 40), quantity.start):
            continue
        window = _window(document, quantity)
        if window is None:
            continue
        amounts = [q for q in window.quantities if q.kind is quantity.kind and q.unit == quantity.unit]
        if len(amounts) != 3 or amounts[2] is not quantity or compiled(NESTED).search(_OF_THOSE.sub("", window.text)):
            continue
        if amounts[0].value > amounts[1].value and amounts[0].value > 2 and _are_of_one_sort(window, amounts, text):
            breakdown = Breakdown(amounts[0], tuple(amounts[1:]), closed=True, sure=0.85)
            if is_comparable(breakdown) and not compiled(UNNUMBERED).search(window.text):
                yield breakdown


def _are_of_one_sort(window: Skeleton, amounts: list[Quantity], text: str) -> bool:
    """Whether neither part counts what the total doesn't: “three votes … One question … the other three senators”."""
    whole, *parts = (counted(text, amount.span.end, window.span.end).noun for amount in amounts)
    return all(part in ("", whole) or not whole or (is_person(part) and is_person(whole)) for part in parts)


def _window(document: Document, quantity: Quantity) -> Skeleton | None:
    """The sentence of `quantity` with one or two before it in the same block, as far as three amounts need."""
    own, block = sentence_at(document, quantity.span.start), document.block_at(quantity.span.start)
    if own is None or block is None or own.end - own.start > 800:
        return None
    start = own.start
    for _ in range(2):
        before = sentence_at(document, start - 2)
        within = quantities_within(document, Span(start, own.end))
        if sum(q.kind is quantity.kind for q in within) >= 3 or before is None or before.start < block.start:
            break
        start = before.start
    within = quantities_within(document, Span(start, own.end))
    return skeleton(document.text, Span(start, own.end), within) if own.end - start < 800 else None
