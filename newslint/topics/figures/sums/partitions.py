"""Partitions: a whole that the copy says it divides up, and its parts, in the same sentence or the next: “of the 44 on board seven died, 12 …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.quantity import Hedge
from newslint.text.sentences import Sentence
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.sum_signs import NEAR, is_in_one_manner
from newslint.topics.figures.sums.sum_words import OF_TOTAL, OPEN
from newslint.topics.figures.sums.sums import Sum

_FEWEST, _MOST = 3, 8  # parts
_OF = r"(?:which|whom|these|those|them)"
# What stands between two parts, and between the last two.
_GAP = compiled(r"(?=[^:.()“”\"–—]*(?:[,;]| and ))[^:.()“”\"–—]{2,110}\Z")
_LAST = compiled(r"\band [^;]*\Z|\b(?:the|its|their) (?:other|remaining|last|final|rest),? (?:of )?\Z", re.I)
CLOSES = compiled(r";|\b(?:and|while|with|plus|besides|as well as) [^,;]*\Z")
# What leads from the whole to its first part.
_OF_WHICH = compiled(rf"[^:.()“”\"–—]{{0,80}}?,? of {_OF},? (?:[\w’'-]+ ){{0,4}}\Z")
_OF_THEM = compiled(rf"(?: [a-z]+)? of {_OF}\b")
_NESTED = compiled(r", of wh(?:ich|om)\b")
_MARK = compiled(r"[^:.()“”\"–—]{0,140}?(?::| [–—]) (?:[\w’'-]+ ){0,4}\Z")
_AND_THEN = compiled(r"[^:.()“”\"–—]{0,140}, (?:[\w’'-]+ ){0,8}\Z")
_BESIDE = compiled(r"(?: [a-z-]+)? of (?:the|its|their|his|her|all) (?:[\w’'-]+ )?\Z")
_OF_THESE = compiled(r"[\"”’']?(?:Of|Among) (?:these|those|them|this|that)\b(?: [a-z]+){0,5},? (?:[\w’'-]+ ){0,4}\Z")
# What leaves a list open, or holds its items against others.
_OPEN = compiled(rf"(?i)\b(?:{OPEN}|up from|down from|compared|another)\b")
_MARKS = compiled(r"[,:;]")
_AHEAD = 40  # letters before the first part that may say so
_EACH = compiled(r"(?: [\w-]+){0,2} (?:each|apiece)\b")


def partitions(document: Document) -> Iterator[Sum]:
    """Every whole that its parts don’t make, in order."""
    before: list[Amount] = []
    for sentence, group in groupby(all_addable(document), key=lambda amount: amount.sentence):
        own = list(group)
        for unit in dict.fromkeys(amount.unit for amount in own):
            told = [amount for amount in own if amount.unit == unit]
            yield from _within(document, sentence, told)
            wholes = [amount for amount in before if amount.unit == unit]
            yield from _of_the_sentence_before(document, sentence, told, wholes)
        before = own


def _within(document: Document, sentence: Sentence, told: Sequence[Amount]) -> Iterator[Sum]:
    for at, whole in enumerate(told):
        parts = listed(document, told[at + 1 :])
        if at and parts and _BESIDE.fullmatch(document.text, told[at - 1].span.end, whole.quantity.start):
            if sum(part.value for part in parts) == told[at - 1].value:
                continue  # “sold six of its 14 boats: three in May, two in June and one in July”: the list is of the six
            parts = [told[at - 1], *parts]
        elif not (parts and _is_led_to(document, sentence, whole, parts[0])):
            continue
        yield from _made(document, [whole, *reversed(told[:at])], parts)


def _is_led_to(document: Document, sentence: Sentence, whole: Amount, first: Amount) -> bool:
    """Whether the words between the two say that parts of the whole follow."""
    text, lead = document.text, Span(whole.span.end, first.quantity.start)
    return bool(
        _OF_WHICH.fullmatch(text, *lead)
        or _OF_THEM.match(text, first.span.end)
        or _MARK.fullmatch(text, *lead)
        or (OF_TOTAL.search(text, sentence.start, whole.quantity.start) and _AND_THEN.fullmatch(text, *lead))
    )


def _of_the_sentence_before(
    document: Document, sentence: Sentence, told: Sequence[Amount], wholes: Sequence[Amount]
) -> Iterator[Sum]:
    parts = listed(document, told)
    if len(parts) < 2 or not wholes or wholes[-1].block != parts[0].block:
        return
    text, first = document.text, parts[0]
    bare = not first.head and first.quantity.start == sentence.start and is_in_one_manner(text, parts)
    if bare or _OF_THEM.match(text, first.span.end) or _OF_THESE.fullmatch(text, sentence.start, first.quantity.start):
        yield from _made(document, list(reversed(wholes)), parts)


def listed(document: Document, amounts: Sequence[Amount]) -> list[Amount]:
    """The first of the amounts, as far as they are listed: “and” leads to the last, or to one more “and”."""
    text, found, closed = document.text, list(amounts[:1]), False
    for one, other in pairwise(amounts):
        gap = Span(one.span.end, other.quantity.start)
        if not _GAP.fullmatch(text, *gap) or _NESTED.search(text, *gap):
            break
        last = CLOSES.search(text, *gap) is not None
        if closed and not last:
            break
        found.append(other)
        closed = last
    return found


def closed_run(document: Document, amounts: Sequence[Amount]) -> list[Amount]:
    """The first of the amounts, as far as they are listed, where that list is closed."""
    run = listed(document, amounts)
    return run if is_closed(document, run) else []


def _made(document: Document, wholes: Sequence[Amount], parts: Sequence[Amount]) -> Iterator[Sum]:
    """The whole that the parts nearly make, unless they, or the first of them, make one."""
    if not is_closed(document, parts):
        return
    if len(parts) < _FEWEST and not any(is_slip_for(whole, parts) for whole in wholes):
        return
    made = {sum(part.value for part in parts[:end]) for end in range(2, len(parts) + 1)}
    nearest = min((Sum(whole, tuple(parts)) for whole in wholes), key=lambda each: each.off)
    if made.isdisjoint(whole.value for whole in wholes) and nearest.off <= NEAR:
        yield nearest


def is_slip_for(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether one figure of a whole of four and more is another than in the sum of so few parts."""
    said, made = f"{whole.value:.0f}", f"{sum(part.value for part in parts):.0f}"
    return len(said) == len(made) > _FEWEST and sum(map(str.__ne__, said, made)) == 1


def is_closed(document: Document, parts: Sequence[Amount]) -> bool:
    """Whether “and” or “the other” closes the list of parts, and nothing in it may be counted twice or left out."""
    if not 1 < len(parts) <= _MOST:
        return False
    text, first, last = document.text, parts[0], parts[-1]
    start = max(first.sentence.start, first.quantity.start - _AHEAD)
    ahead = _MARKS.split(text[start : first.quantity.start])[-1]
    return bool(
        all(part.quantity.hedge is Hedge.NONE for part in parts)
        and _LAST.search(text, parts[-2].span.end, last.quantity.start)
        and not _OPEN.search(text, first.span.end, last.quantity.start)
        and not _OPEN.search(ahead)
        and not _EACH.match(text, last.span.end)
    )
