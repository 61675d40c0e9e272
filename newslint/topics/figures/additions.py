"""Additions: totals and the parts beside them, and what is left between two amounts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from math import log

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts, stem
from newslint.story.quantity import Hedge
from newslint.story.same import Pair
from newslint.topics.figures.vicinity import near, order, slipped

# A total stands so many sentences before or behind its parts at most; so many parts are a table.
_BACK, _ON = 3, 4
_PARTS = 8
_WINDOW = 16
# A sum that misses its total by more than this share is of other things.
_FAR = 0.35
_NEAR = 0.15
_TABLE = 3000
_GREATEST = 0.9  # of a total, for a part of it
_CHANCE = 20  # sums up to this are often chance
_CUES = {
    "total": r"\b(?:a |in |the |grand |combined |overall )?total(?:s|led|ling|ing)?\b",
    "together": r"\b(?:together|combined|in all|altogether|all told|between them|add(?:s|ed|ing)? up|added up|sum|overall|a combined|made up of|comprising|consist\w*|bringing|brings?)\b",
    "divided": r"\b(?:split|divided|shared|broken down|breakdown|of which|of whom|namely)\b",
    "votes": r"\b(?:votes?|voted|seats?|ballots?|members|councillors|legislature|board|house|parliament|jury)\b",
}  # fmt: skip
_FROM = compiled(r"\b(?:from|of) (?:all |the |its |their )?(?:two|three|four|five|six|seven|eight|\d)\b", re.I)
_DIFFERENCES = compiled(
    r"\b(?:majority|margin|lead|gap|difference|swing|deficit|surplus|shortfall|advantage|ahead|behind|short of|more than|fewer than|less than|"
    r"remain(?:s|ed|ing|der)?|left|leaves|leaving|rest|balance|premium|extra|saving|win|won|victory|beat)\b",
    re.I,
)


_STATED = compiled(
    r"\b(?:majority|margin|lead|gap|difference|deficit|surplus|shortfall|advantage) of (?:just |only |about )?\Z", re.I
)


# What counts a part of the part before it: “25 are dug, 12 of them by pupils”.
_OF_THEM = compiled(r"(?: [a-z]+)? of (?:them|whom|which|those|these)\b", re.I)


class Sum(Row):
    """A total, or a difference (`left`), and what it's reckoned from; `made` is what they make."""

    total: Amount
    parts: tuple[Amount, ...]
    made: float
    left: bool


@analysis
def sum_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “sum”: a total that its parts don’t make, nearly; also the rest of the parts."""
    every = _addable(document)
    if len(every) > _TABLE:
        return ()
    found = {}
    for each in (*_beside(document, every), *_series(every), *_differences(document, every)):
        pair = _pair(document, each)
        found[pair.suspect, pair.other, pair.also[-1]] = pair
    return tuple(found[key] for key in sorted(found))


def altered_sum_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each total that its parts make had a slip: what true pairs look like, for bench/fit.py."""
    found = []
    for total in _addable(document):
        around = [a for a in near(document, total.span.start, _BACK, _ON) if _may_be_added(total, a)]
        for each in _sums(document, total, around) if len(around) > 1 else ():
            if each.made == total.value and not each.left and _is_no_chance(document, each):
                value = float(round(slipped(total.value, total.span) * 0.2 + total.value * 0.8))
                wrong = total._replace(quantity=total.quantity._replace(value=value, top=value))
                if value != total.value and not _is_made(wrong, around):
                    found.append(_pair(document, each._replace(total=wrong)))
    return tuple(found)


def _is_no_chance(document: Document, each: Sum) -> bool:
    """Whether so many amounts hardly make so great a total by chance, or the copy says that they do."""
    sentence = each.total.sentence
    said = any(
        compiled(_CUES[cue], re.I).search(document.text, sentence.start, sentence.end) for cue in ("total", "together")
    )
    return said or each.total.value > 5 * _CHANCE or (len(each.parts) > 2 and each.total.value > _CHANCE)


def _addable(document: Document) -> list[Amount]:
    return [a for a in amounts(document) if addable(a) and a.role is not Role.TABLE_CELL]


def _pair(document: Document, each: Sum) -> Pair:
    around = [a for a in near(document, each.total.span.start, _BACK, _ON) if _may_be_added(each.total, a)]
    signs = _signs(document, each, around)
    plain = {name: float(value) for name, value in signs.items() if value}
    first, *rest = (part.span for part in each.parts)
    return Pair("sum", each.total.span, first, plain, tuple(rest))


def _beside(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """For each amount the amounts around it that make it nearly, but for those that something makes exactly."""
    for total in every:
        around = [a for a in near(document, total.span.start, _BACK, _ON) if _may_be_added(total, a)]
        if total.value > 2 and len(around) > 1 and not _is_made(total, around):
            best = sorted(_sums(document, total, around), key=lambda each: (_miss(total, each.made), each.parts))
            yield from best[:2]


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
                first, last = bisect_left(values, made * (1 - _NEAR)), bisect_right(values, made * (1 + _NEAR))
                near_it = sorted(totals[first:last], key=lambda total: (abs(total.value - made), total.span))
                if made not in values:
                    yield from (Sum(total, parts, made, left=False) for total in near_it[:3] if total not in parts)


def _differences(document: Document, every: Sequence[Amount]) -> Iterator[Sum]:
    """What is said to be between two amounts, wherever these stand side by side: “a majority of 1,370”."""
    for total in every:
        before = document.text[max(total.sentence.start, total.quantity.start - 24) : total.quantity.start]
        if total.value > 2 and _STATED.search(before):
            for first, one in enumerate(every):
                for other in every[first + 1 : first + 3]:
                    made = abs(one.value - other.value)
                    if one.unit == other.unit == total.unit and total not in (one, other) and _is_slip(total, made):
                        yield Sum(total, (one, other), made, left=True)


def _is_slip(total: Amount, made: float) -> bool:
    """Whether what is made may be a slip of the total: near, with its figures turned, or with one other figure."""
    one, other = f"{total.value:.0f}", f"{made:.0f}"
    if made == total.value or min(total.value, made) < 3:
        return False
    turned = sorted(one) == sorted(other) and len(one) > 1
    return turned or _miss(total, made) < 0.1 or (len(one) == len(other) > 2 and sum(map(str.__ne__, one, other)) == 1)


def _stands_there(total: Amount, around: Sequence[Amount]) -> bool:
    return any(amount.value == total.value for amount in around)


def _may_be_added(total: Amount, part: Amount) -> bool:
    return part.span != total.span and addable(part) and part.unit == total.unit and part.role is not Role.TABLE_CELL


def _miss(total: Amount, made: float) -> float:
    return abs(made - total.value) / total.value


def _is_made(total: Amount, around: Sequence[Amount]) -> bool:
    """Whether the total stands there again, or any of the amounts make it by addition, one by subtraction or multiplication."""
    values = [amount.value for amount in around]
    slack = max(total.quantity.slack, 0.0) + 1e-6
    for one, other in combinations(values, 2):
        if (
            min(abs(one + other - total.value), abs(abs(one - other) - total.value), abs(one * other - total.value))
            <= slack
        ):
            return True
    sums = {0.0}
    for value in sorted(values, reverse=True)[:_WINDOW]:
        sums |= {made + value for made in sums if made + value <= total.value + slack} if len(sums) < 4000 else set()
        if any(abs(made - total.value) <= slack for made in sums):
            return True
    return False


def _sums(document: Document, total: Amount, around: Sequence[Amount]) -> Iterator[Sum]:
    """Runs of neighbouring amounts that nearly make the total, and differences that nearly are it."""
    sides = (
        [a for a in around if a.span.start > total.span.start],
        [a for a in around if a.span.start < total.span.start],
    )
    for side in sides:
        smaller = [
            a for a in side if a.value <= _GREATEST * total.value and not _OF_THEM.match(document.text, a.span.end)
        ]
        for first in range(len(smaller)):
            made = 0.0
            for last in range(first, min(len(smaller), first + _PARTS)):
                made += smaller[last].value
                parts = tuple(smaller[first : last + 1])
                if len(parts) > 1 and _miss(total, made) <= _FAR:
                    yield Sum(total, parts, made, left=False)
                if made > 2 * total.value:
                    break
    text, sentence = document.text, total.sentence
    window = text[max(sentence.start, total.span.start - 60) : min(sentence.end, total.span.end + 40)]
    if _DIFFERENCES.search(window):
        for one, other in combinations(around, 2):
            made = abs(one.value - other.value)
            apart = abs(order(document, one.span.start) - order(document, other.span.start))
            if made and apart < 2 and min(one.value, other.value) > made and _miss(total, made) <= _FAR:
                yield Sum(total, (one, other), made, left=True)


def _signs(document: Document, each: Sum, around: Sequence[Amount]) -> dict[str, float]:
    """What speaks for these being all the parts of the total."""
    text, total, parts = document.text, each.total, each.parts
    sentence = total.sentence
    window = text[max(sentence.start, total.span.start - 80) : min(sentence.end, total.span.end + 60)].lower()
    numbers = [order(document, part.span.start) for part in parts]
    own = order(document, total.span.start)
    off = _miss(total, each.made)
    gap = abs(round(each.made - total.value))
    figures = str(gap).rstrip("0")
    turned = gap % 9 == 0 and sorted(f"{each.made:.0f}") == sorted(f"{total.value:.0f}")
    heads = {stem(part.head) for part in parts}
    joined = _are_parallel(text, parts)
    outside = sum(1 for a in around if a not in parts)
    return {
        **{f"cue-{name}": bool(compiled(way, re.I).search(window)) for name, way in _CUES.items()},
        "from-so-many": bool(_FROM.search(text, total.span.end, min(sentence.end, total.span.end + 30))),
        "left": each.left,
        "two-parts": len(parts) == 2,
        "parts": log(len(parts)),
        "off": min(1.0, 3 * off),
        "close": off < 0.06,
        "one-digit": len(figures) == 1 and total.value > 20 and off < 0.2,
        "turned": turned,
        "stands-again": _stands_there(total, around),
        "majority": each.left
        and bool(_STATED.search(text, max(sentence.start, total.quantity.start - 24), total.quantity.start)),
        "made": _is_made(total, around),
        "far": min(abs(number - own) for number in numbers) > _ON,
        "three-close": len(parts) > 2 and off < 0.06 and numbers[0] == numbers[-1],
        "one-precision": len({part.quantity.numeral.grain for part in (total, *parts)}) == 1,
        "rounder": total.quantity.numeral.grain > max(part.quantity.numeral.grain for part in parts),
        "small-parts": min(part.value for part in parts) < 0.02 * total.value,
        "great": min(2.0, log(max(1.0, total.value / 30)) / 3),
        "parallel": joined,
        "parallel-close": joined and off < 0.1,
        "same-sentence": own == numbers[0] == numbers[-1],
        "parts-together": numbers[0] == numbers[-1],
        "parts-behind": numbers[0] >= own,
        "next-to": min(abs(number - own) for number in numbers) <= 1,
        "one-head": len(heads) == 1 and heads == {stem(total.head)},
        "bare-parts": heads == {""},
        "other-heads": len(heads - {""}) > 1,
        "persons": total.persons and sum(part.persons for part in parts) > 1,
        "definite": bool(total.determiner),
        "all": total.determiner in ("all", "both"),
        "outside": log(1 + outside),
        "same-block": all(part.block == total.block for part in parts),
        "lists": all(part.role is Role.LIST_ITEM for part in parts),
        "money": total.unit != "count",
        "hedged": total.quantity.hedge is not Hedge.NONE,
        "hedged-part": any(part.quantity.hedge is not Hedge.NONE for part in parts),
        "rate": "rate" in total.frames or any("rate" in part.frames for part in parts),
        "nested": any("part" in part.frames for part in parts),
        "more": "more" in total.frames,
        "earlier": "earlier" in total.frames,
        "capacity": "capacity" in total.frames,
        "quoted": total.quoted != parts[0].quoted,
        "short": max(part.value for part in parts) > 0.9 * total.value,
    }


def _are_parallel(text: str, parts: Sequence[Amount]) -> bool:
    """Whether the parts are listed in one manner: a comma, a semicolon, “and” or a new line between each two, and little else."""
    gaps = [text[one.span.end : other.quantity.start] for one, other in pairwise(parts)]
    return all(len(gap) < 60 and compiled(r"[,;\n]| and | to ").search(gap) and "." not in gap for gap in gaps)
