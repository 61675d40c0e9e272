"""Additions: a total, and the amounts near it that may be its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.same import Pair
from newslint.topics.figures.qualifiers import is_held_against
from newslint.topics.figures.sums.addends import (
    WINDOW,
    addends,
    all_addable,
    is_explained,
    is_made,
    is_part_itself,
    may_be_added,
)
from newslint.topics.figures.sums.chains import chained_sums, chains, settled_chains
from newslint.topics.figures.sums.partitions import closed_run, is_slip_for
from newslint.topics.figures.sums.sum_signs import NEAR, are_parallel, is_in_one_manner, signs
from newslint.topics.figures.sums.sum_words import CUES, OF_TOTAL, OPENERS
from newslint.topics.figures.sums.sums import Sum, is_compared, leaves_a_rest
from newslint.topics.figures.vicinity import near, order, slipped

_PARTS = 8  # more are a table
# A sum that misses its total by more than this share is of other things.
_FAR = 0.35
_GREATEST = 0.9  # of a total, for a part of it
_LONGEST_JOINT = 50  # letters between a part and one that goes on with the list
_CHANCE = 20  # sums up to this are often chance
# “… and £2 for the bus: £10 in all”
_MADE = compiled(r"(?:: | [–—-] |[–—])(?:[a-z]+ ){0,2}\Z")
_EACH = compiled(r"(?: [a-z]+)? each\b")  # “two by the town and one each by Moor and Hill”
_A_FURTHER = compiled(r"\b(?:a further|another|an additional) \Z", re.I)
_JOINT = compiled(r"[^;:.()–—]{0,80}?(?:,|;|\band\b|\bplus\b|\bwith\b|\bwhile\b|\bbut\b|&)[^;:.()–—]{0,40}\Z")
# What stands ahead of a number that adds nothing to the one before it.
_NO_ADDENDS = compiled(
    r"\b(?:or|among (?:them|whom|which)|including|(?:none|neither|any|not one) of) (?:[^,;:.]|,(?=\d)){0,20}\Z"
)
# What leads a list of numbers that are names: of a lottery, of buses, of pages.
_NUMBERS = compiled(
    r"(?i)\b(?:numbers|nos\.?|routes|pages|wards|articles|chapters|lots|platforms|junctions|rooms|holes|questions)(?: [a-z]+)?(?: are| were)?:? \Z"
)
_GOES_ON = compiled(r"\s+(?:The|Its|Their) (?:remaining|remainder|rest|other|balance)(?:,| of)?(?: [a-z]+)? ")
_HOLDS = compiled(r"\b[A-Z][\w’'-]+ (?:(?:had|has|got|took|won|polled|received|scored) )?\Z")
_ITS_OWN = compiled(r"(?i)\b(?:it|they|he|she|we|I) (?:now )?(?:had|has|have) \Z")
# What counts a part of the part before it: “25 are dug, 12 of them by pupils”.
_OF_THEM = compiled(r"(?: [a-z]+)? of (?:them|whom|which|those|these)\b", re.I)


@analysis
def sum_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “sum”: a total that its parts don’t make, nearly; also the rest of the parts."""
    every = all_addable(document)
    found = {}
    announced = [each for total in every for each in _announced(document, total)]
    spelled_out = (each for each in announced if not each.holds and each.off < 1)
    proposed = (*_beside(document, every), *_series(every), *_closed_by_total(document, every), *spelled_out)
    closed = [each for each in settled_chains(document, every) if each.chain == "rest"]
    fitting = _by_amounts(each for each in announced if each.is_rounded or each.made == each.total.value)
    added = _added_up(every)
    for each in (*proposed, *chained_sums(document, every)):
        if each.total.span in added or any(_settles(each, other) for other in fitting.get(each.total.span, ())):
            continue
        if (
            each.is_rounded
            or not each.is_one_sort
            or each.has_a_whole
            or any(_is_left_otherwise(each, made) for made in closed)
        ):
            continue  # the rest is what is left of another total, or is reckoned otherwise
        if (
            leaves_a_rest(document, each)
            or _are_parts(document, each)
            or _are_no_addends(document.text, each)
            or is_compared(document.text, each)
            or _are_cut_from_a_list(document, each, every)
            or _have_their_own(each, every)
            or _are_two_of_several(document.text, each)
            or _make_their_own(document, each)
            or _count_the_same_again(document.text, each)
            or any(is_held_against(document, part) or _EACH.match(document.text, part.span.end) for part in each.parts)
        ):
            continue
        pair = _pair(document, each)
        found[pair.suspect, pair.other, pair.also[-1]] = pair
    return tuple(found[key] for key in sorted(found))


def _count_the_same_again(text: str, each: Sum) -> bool:
    """Whether a part counts once more what one of the same owner did: “It had 12 boys and five men. Within a year it had 24 boys.”"""
    return any(
        one.head == other.head != ""
        and one.sentence != other.sentence
        and _ITS_OWN.search(text, other.sentence.start, other.quantity.start)
        for one, other in combinations(each.parts, 2)
    )


def _added_up(every: Sequence[Amount]) -> frozenset[Span]:
    """The amounts of sentences that add them up at their end, rightly: “county £1,722; police £279; borough £220; total £2,221”."""
    found: set[Span] = set()
    for _, listed in groupby(every, key=lambda amount: (amount.sentence, amount.unit)):
        *parts, total = listed
        if len(parts) > 2 and sum(part.value for part in parts) == total.value:
            found.update(part.span for part in parts)
    return frozenset(found)


def _is_left_otherwise(each: Sum, closed: Sum) -> bool:
    """Whether one of its parts is the rest of a total that is told: then that rest is of no other, by itself or with its fellows."""
    rest = closed.parts[-1] in each.parts
    return rest and (each.total in (closed.total, *closed.parts) or {*each.parts} <= {*closed.parts})


def altered_sum_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each total that its parts make had a slip: what true pairs look like, for bench/fit.py."""
    every, found = all_addable(document), []
    for each in (each for each in chains(document, every) if each.holds):
        value = float(round(slipped(each.total.value, each.total.span) * 0.2 + each.total.value * 0.8))
        wrong = each.total._replace(quantity=each.total.quantity._replace(value=value, top=value))
        found.append(_pair(document, each._replace(total=wrong)))
    for total in every:
        beside = addends(document, total)
        for each in (*_sums(document, total, beside), *_announced(document, total)) if len(beside) > 1 else ():
            if each.made == total.value and _is_no_chance(document, each):
                value = float(round(slipped(total.value, total.span) * 0.2 + total.value * 0.8))
                wrong = total._replace(quantity=total.quantity._replace(value=value, top=value))
                if value != total.value and not is_made(wrong, beside):
                    found.append(_pair(document, each._replace(total=wrong)))
    return tuple(found)


def _is_no_chance(document: Document, each: Sum) -> bool:
    """Whether so many amounts hardly make so great a total by chance, or the copy says that they do."""
    sentence = each.total.sentence
    said = each.opener or any(
        compiled(CUES[cue], re.I).search(document.text, sentence.start, sentence.end) for cue in ("total", "together")
    )
    return bool(said) or each.total.value > 5 * _CHANCE or (len(each.parts) > 2 and each.total.value > _CHANCE)


def _pair(document: Document, each: Sum) -> Pair:
    first, *rest = (part.span for part in each.parts)
    return Pair("sum", each.total.span, first, signs(document, each), tuple(rest))


def _beside(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """For each amount the amounts around it that make it nearly, but for those that something makes exactly."""
    for total in every:
        beside = addends(document, total)
        if total.value > 2 and len(beside) > 1 and not is_explained(document, total):
            yield from sorted(_sums(document, total, beside), key=lambda each: (each.off, each.parts))[:2]


def _closed_by_total(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """Three amounts or more of a sentence with the total that stands behind them, and what they make is told by a mark: “£4, £3 and £2: £10 in all”."""
    for _, listed in groupby(every, key=lambda amount: (amount.sentence, amount.unit)):
        *parts, total = listed
        if len(parts) in range(3, _PARTS + 1) and _MADE.search(document.text, parts[-1].span.end, total.quantity.start):
            each = Sum(total, tuple(parts))
            if each.off <= NEAR and not each.holds:
                yield each


def _series(every: Sequence[Amount]) -> Iterator[Sum]:
    """Three amounts or more that a sentence lists, with the totals that they nearly make, wherever these stand."""
    by_unit: dict[str, list[Amount]] = defaultdict(list)
    for amount in every:
        by_unit[amount.unit].append(amount)
    for of_unit in by_unit.values():
        totals = sorted(of_unit, key=lambda amount: amount.value)
        values = [amount.value for amount in totals]
        for _, listed in groupby(of_unit, key=lambda amount: amount.sentence):
            parts = tuple(listed)
            made = sum(part.value for part in parts)
            if 3 <= len(parts) <= _PARTS and max(part.value for part in parts) <= _GREATEST * made:
                at = bisect_left(values, made)
                near_it = [t for t in totals[max(0, at - 3) : at + 3] if abs(t.value - made) <= NEAR * made]
                if values[at : at + 1] != [made]:
                    yield from (Sum(t, parts) for t in near_it if t not in parts and not _is_some_of(t, parts))


def _is_some_of(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the first or the last of the parts make the total by themselves: £1.3m and £200,000, £50,000 of it for the town."""
    values = [part.value for part in parts]
    return any(total.value in (sum(values[:n]), sum(values[-n:])) for n in range(2, len(values)))


def _are_parts(document: Document, each: Sum) -> bool:
    """Whether the total and its parts, or the first of these, make a greater amount near by together, and so are all parts of that."""
    whole = each.total.value + each.made
    together = len(each.parts) > 1 and any(a.value == whole for a in addends(document, each.total))
    return together or is_part_itself(document, each.total, each.parts)


def _are_cut_from_a_list(document: Document, each: Sum, every: Sequence[Amount]) -> bool:
    """Whether the parts are some of a list that a sentence without the total tells to its end: “£9m, £4m, £2m and the other £1m”."""
    sentence = each.parts[0].sentence
    if each.total.sentence == sentence or each.parts[-1].sentence != sentence:
        return False
    behind = next((a for a in every if a.span > each.parts[-1].span and a.unit == each.total.unit), None)
    if behind and behind not in each.parts and _GOES_ON.fullmatch(document.text, sentence.end, behind.quantity.start):
        return True  # “… and £84,300 on the house. The remaining £53,150 could not be traced.”
    items = [
        a for a in every if a.sentence == sentence and a.unit == each.total.unit and a.value < _GREATEST * each.made
    ]
    run = closed_run(document, items)
    return len(run) > len(each.parts) > 1 and {*each.parts} <= {*run}


def _are_two_of_several(text: str, each: Sum) -> bool:
    """Whether others may have had the rest: “of 59,397 votes Moor had 41,462 and Hill 16,971”, where no slip of a figure parts the sum from the total."""
    if len(each.parts) > 2 or each.made > each.total.value or is_slip_for(each.total, each.parts):
        return False
    holders = [_HOLDS.search(text, max(0, part.quantity.start - 30), part.quantity.start) for part in each.parts]
    return all(holders)


def _have_their_own(each: Sum, every: Sequence[Amount]) -> bool:
    """Whether two parts of one sentence stand there with another total, told before them: “59,397 votes, with 41,462 for Moor and 16,971 for Hill”."""
    first, last = each.parts[0], each.parts[-1]
    if len(each.parts) > 2 or first.sentence != last.sentence or each.total.sentence == first.sentence:
        return False
    ahead = (a for a in every if a.sentence == first.sentence and a.unit == each.total.unit and a.span < first.span)
    return any(abs(each.made - a.value) <= NEAR * a.value for a in ahead)


def _make_their_own(document: Document, each: Sum) -> bool:
    """Whether the parts make another amount of their sentence, all of them: “£2.3m from the reserve, which drops from £11.4m to £9.1m”."""
    beside = near(document, each.parts[-1].span.start, 0, 0)
    others = (a for a in beside if a.unit == each.total.unit and a not in (each.total, *each.parts))
    return any(a.value == each.made for a in others)


def _are_no_addends(text: str, each: Sum) -> bool:
    """Whether one part is told instead of another, or as some of another: “90 kilos to Ayle or 40 to Borth”, “ten clerks, among them six women”.

    Numbers that are names make nothing either.
    """
    gaps = [(one.span.end, other.quantity.start) for one, other in pairwise(each.parts)]
    first = each.parts[0].quantity.start
    named = _NUMBERS.search(text, max(0, first - 40), first)
    return named is not None or any(_NO_ADDENDS.search(text, *gap) for gap in gaps)


def _by_amounts(sums: Iterable[Sum]) -> Mapping[Span, list[Sum]]:
    """Sums by the place of each of their amounts."""
    found: dict[Span, list[Sum]] = defaultdict(list)
    for each in sums:
        for amount in (each.total, *each.parts):
            found[amount.span].append(each)
    return found


def _settles(each: Sum, fitting: Sum) -> bool:
    """Whether a sum that does hold makes another one idle: it has the same total, or nothing besides its amounts."""
    return each.total == fitting.total or {each.total, *each.parts} <= {fitting.total, *fitting.parts}


def _announced(document: Document, total: Amount) -> Iterator[Sum]:
    """The parts that follow a mark behind the total: “60 houses: 48 in A and 12 in B”, “48 of the 60 … and the other 12”."""
    text, own = document.text, near(document, total.span.start, 0, 0)
    at = own.index(total) if total in own else len(own)
    listed = _joined(document, own[at + 1 :], total)
    before = own[at - 1] if at else None
    if before and before.unit == total.unit and OF_TOTAL.search(text, before.span.end, total.quantity.start):
        listed = [before, *listed]
    listed = _made_of(total, listed)
    if len(listed) > 1:
        between = text[total.span.end : next(part for part in listed if part != before).quantity.start]
        found = (name for name, way in OPENERS.items() if compiled(way).fullmatch(between))
        opener = next(found, "")
        if opener and not (opener == "comma" and is_in_one_manner(text, (total, *listed))):
            yield Sum(total, tuple(listed), opener)
    elif listed:
        behind = [a for a in near(document, total.span.start, 0, 2)[:WINDOW] if a.span.start > total.span.end]
        parts = _joined(document, [a for a in behind if may_be_added(total, a)], total)
        if parts and behind and order(document, parts[0].span.start) > order(document, total.span.start):
            yield Sum(total, (*listed, *parts), "of")


def _made_of(total: Amount, listed: list[Amount]) -> list[Amount]:
    """The first of the amounts that make the total by themselves, or all of them."""
    ends = (end for end in range(2, len(listed) + 1) if Sum(total, tuple(listed[:end])).holds)
    return listed[: next(ends, len(listed))]


def _joined(document: Document, following: Sequence[Amount], total: Amount) -> list[Amount]:
    """The amounts that stand side by side from the first on; none where one is of another unit, or the total stands again."""
    listed: list[Amount] = []
    for amount in following[:_PARTS]:
        gap = document.text[listed[-1].span.end : amount.quantity.start] if listed else ""
        if listed and not _JOINT.match(gap):
            continue  # inside an item: “24 at half the income and 28 …”, “31 younger than 5, 17 …”
        if len(listed) > 1 and len(gap) > _LONGEST_JOINT:
            break
        if not may_be_added(total, amount) or amount.value == total.value:
            return []
        listed.append(amount)
    return listed


def _sums(document: Document, total: Amount, around: Sequence[Amount]) -> Iterator[Sum]:
    """Runs of neighbouring amounts, all before the total or all behind it, that nearly make it."""
    for side in (
        [a for a in around if a.span.start > total.span.start],
        [a for a in around if a.span.start < total.span.start],
    ):
        smaller = [
            a for a in side if a.value <= _GREATEST * total.value and not _OF_THEM.match(document.text, a.span.end)
        ]
        for first in range(len(smaller)):
            for last in range(first + 1, min(len(smaller), first + _PARTS)):
                each = Sum(total, tuple(smaller[first : last + 1]))
                if (
                    each.off <= _FAR
                    and not _is_of_two(each)
                    and not _goes_on(document, each)
                    and not _is_of_their_list(document, each, side)
                ):
                    yield each
                if each.made > 2 * total.value:
                    break


def _is_of_two(each: Sum) -> bool:
    """Whether the lesser of two parts is less than what they miss the total by: then that’s held against the greater one alone."""
    return len(each.parts) == 2 and min(part.value for part in each.parts) < abs(each.made - each.total.value)


def _is_of_their_list(document: Document, each: Sum, side: Sequence[Amount]) -> bool:
    """Whether the total is one item of a list with its parts: what five people lost, with others between or behind, or “1,140 in Ayle, 620 in Borth”."""
    text, total, first = document.text, each.total, each.parts[0]
    if first.span < total.span:
        return False
    skipped = [a for a in side if total.span < a.span < first.span]
    items = (total, *skipped, *each.parts)
    if are_parallel(text, items) and (skipped or is_in_one_manner(text, items)):
        return True
    if all(text[a.quantity.start - 1 : a.quantity.start] == "(" for a in items):
        return True  # “the stand ($6.2m), the road ($2.7m) and the roof ($1.9m)”
    return len(closed_run(document, [total, *(a for a in side if a.span > total.span)])) > len(items)


def _goes_on(document: Document, each: Sum) -> bool:
    """Whether the first part is “a further” one, so that the amount before it is a part, too."""
    first = each.parts[0]
    return (
        first.span.start > each.total.span.start
        and _A_FURTHER.search(document.text[max(0, first.quantity.start - 20) : first.quantity.start]) is not None
    )
