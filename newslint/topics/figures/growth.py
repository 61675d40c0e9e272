"""Growth: what a change is said to be, and the two amounts that it leads from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts, stem
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair
from newslint.text.vocabulary import DIRECTIONS
from newslint.topics.figures.vicinity import Share, near, order, rounding, shares_stated, slipped

_BACK, _ON = 2, 1
_PAIRS = 6
_FARTHEST = 12  # sentences between “from X to Y” and what is said of it elsewhere
_LONG = 120
_CLOSE = 25  # letters between an amount and what is said to be its change
_REACH = 7  # words between a change and what tells that it is one
_FAR = log(3)
_MEASURED = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT])
_TO = compiled(r"(?: [a-z]+){0,3},? to (?:about |nearly |more than |just |an? |the )?\Z")
_FROM_BEFORE = compiled(r"\bfrom (?:about |nearly |more than |just |an? |the )?\Z", re.I)
_FROM = compiled(r"(?:[^.;]{0,40})?\bfrom (?:about |nearly |more than |just |an? |the )?\Z")
_AGAINST = compiled(r"\b(?:against|compared (?:with|to)|versus|than|up on|down on)\b", re.I)
_THEN = compiled(
    r"\b(?:last (?:year|month|week|season|quarter|time|autumn|spring|summer|winter)|(?:an?|one|the|two|three|five|ten) (?:years?|months?|weeks?|decades?) "
    r"(?:earlier|ago|before|previously)|previous(?:ly)?|in (?:19|20)\d\d)\b",
    re.I,
)
_BY_TIME = compiled(r"\b(?:a|per|each|every) (?:year|month|week|day|quarter)\b|\bannual|\byearly|\baverage", re.I)
_NOUNS = frozenset("change swing premium discount markup saving growth".split())


class Step(Row):
    """From one amount to another; `way` is “from-to”, “to-from”, “against” or ""."""

    before: Amount
    after: Amount
    way: str

    @property
    def size(self) -> float:
        """The change as a share of what was there before."""
        return (self.after.value - self.before.value) / self.before.value


@analysis
def change_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “change”: a change as it's stated, and two amounts between which it is another."""
    found: list[Pair] = []
    for share, sign in _changes(document):
        steps = _possible(document, share)
        fitting = [step for step in steps if _fits(share, step)]
        if not any(
            step.way in ("from-to", "to-from") and step.after.sentence == share.amount.sentence for step in fitting
        ):
            found += _misfits(
                document, share, sign, [step for step in steps if step not in fitting], explained=bool(fitting)
            )
    return tuple(found)


def altered_change_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each change that does fit had a slip: what true pairs look like, for bench/fit.py."""
    found: list[Pair] = []
    for share, sign in _changes(document):
        steps = _possible(document, share)
        fitting = [step for step in steps if _fits(share, step)]
        if len(fitting) == 1:
            wrong = share._replace(value=slipped(share.value, share.span))
            others = [step for step in steps if not _fits(wrong, step)]
            places = {*(fitting[0].before.span, fitting[0].after.span)}
            pairs = _misfits(document, wrong, sign, others, explained=len(others) < len(steps))
            found += [pair for pair in pairs if {pair.other, *pair.also} == places]
    return tuple(found)


def _possible(document: Document, share: Share) -> list[Step]:
    """The steps that the change may be of."""
    around = [a for a in near(document, share.span.start, _BACK, _ON) if not share.span.holds(a.span)]
    steps = list(_steps(document, share, around))
    known = {(step.before.span, step.after.span) for step in steps}
    points = share.amount.quantity.kind is Kind.POINTS
    steps += [
        step
        for step in _plain_steps(document)
        if (step.before.quantity.kind is Kind.PERCENT) == points
        and (step.before.span, step.after.span) not in known
        and abs(order(document, step.before.span.start) - order(document, share.span.start)) <= _FARTHEST
        and not share.span.holds(step.before.span)
    ]
    return [step for step in steps if not _is_of_another(document, share, step)]


def _misfits(document: Document, share: Share, sign: int, steps: list[Step], *, explained: bool) -> Iterator[Pair]:
    """The change with each of these steps, the likeliest first."""
    steps = sorted(
        steps, key=lambda step: (not step.way, abs(step.after.span.start - share.span.start), step.before.span)
    )
    for step in steps[:_PAIRS]:
        off = abs(log(max(1e-6, _reckoned(share, step)) / share.value))
        if off < _FAR:
            signs = _signs(document, share, sign, step, off) | {"explained": explained, "steps": log(len(steps))}
            plain = {name: float(value) for name, value in signs.items() if value}
            first, second = sorted((step.before.span, step.after.span))
            yield Pair("change", share.span, first, plain, (second,))


@analysis
def _plain_steps(document: Document) -> tuple[Step, ...]:
    """Every “from X to Y” of the copy."""
    found = []
    for one, other in pairwise(amounts(document)):
        if one.unit == other.unit and one.value != other.value and one.sentence == other.sentence:
            step = _step(document, one, other)
            if step.way in ("from-to", "to-from") and one.value and other.value and one.quantity.kind in _MEASURED:
                found.append(step)
    return tuple(found)


def _changes(document: Document) -> Iterator[tuple[Share, int]]:
    """The shares that are said to be changes, points too, each with 1 for up, -1 for down, 0 for either."""
    points = [
        Share(amount, amount.value / 100, amount.span)
        for amount in amounts(document)
        if amount.quantity.kind is Kind.POINTS and amount.value > 0
    ]
    text = document.text
    for share in (*shares_stated(document), *points):
        sentence = share.amount.sentence
        before = text[max(sentence.start, share.span.start - 60) : share.span.start].lower().split()[-_REACH:]
        behind = text[share.span.end : min(sentence.end, share.span.end + 50)].lower().split()[:4]
        ways = [DIRECTIONS[word] for word in _plain((*behind, *before)) if word in DIRECTIONS]
        if share.value > 0 and (ways or _NOUNS.intersection(_plain((*before, *behind)))):
            yield share, ways[-1] if ways else 0


def _plain(listed: tuple[str, ...]) -> list[str]:
    return [word.strip(".,;:()“”\"'") for word in listed]


def _steps(document: Document, share: Share, around: list[Amount]) -> Iterator[Step]:
    """Every two amounts of one unit nearby, as a step from one to the other."""
    points = share.amount.quantity.kind is Kind.POINTS
    plain = [a for a in around if a.quantity.kind in _MEASURED and a.value > 0 and a.span != share.span]
    plain = [a for a in plain if (a.quantity.kind is Kind.PERCENT) == points]
    following = {one.span: other.span for one, other in pairwise(plain)}
    for one, other in combinations(plain, 2):
        if (
            one.unit == other.unit
            and one.value != other.value
            and order(document, other.span.start) - order(document, one.span.start) < 3
        ):
            step = _step(document, one, other)
            yield step if following[one.span] == other.span else step._replace(way="")


def _step(document: Document, one: Amount, other: Amount) -> Step:
    """The step between an amount and one behind it."""
    text = document.text
    between = text[one.span.end : other.quantity.start]
    ahead = text[max(one.sentence.start, one.quantity.start - 20) : one.quantity.start]
    if len(between) < 40 and _FROM_BEFORE.search(ahead) and _TO.search(between):
        return Step(one, other, "from-to")
    if len(between) < 70 and _FROM.search(between) and one.sentence == other.sentence:
        return Step(other, one, "to-from")
    behind = text[other.span.end : min(other.sentence.end, other.span.end + 40)]
    if len(between) < 90 and one.sentence == other.sentence and (_AGAINST.search(between) or _THEN.search(behind)):
        return Step(other, one, "against")
    earlier = text[one.span.end : min(one.sentence.end, one.span.end + 40)]
    first = _THEN.search(earlier) or _THEN.match(text, one.sentence.start)
    second = _THEN.search(behind) or _THEN.match(text, other.sentence.start)
    if second and not first:
        return Step(other, one, "then")
    return Step(one, other, "then" if first and not second else "")


def _reckoned(share: Share, step: Step) -> float:
    if share.amount.quantity.kind is Kind.POINTS:
        return abs(step.after.value - step.before.value) / 100
    return abs(step.size)


def _fits(share: Share, step: Step) -> bool:
    """Whether the change may be told of this step, or, where it isn't plain which came first, of the step back."""
    lost = rounding(step.before, step.after)
    if share.amount.quantity.kind is Kind.POINTS:
        slack = (
            share.amount.quantity.numeral.step / 200
            + (step.before.quantity.numeral.step + step.after.quantity.numeral.step) / 200
        )
        return abs(_reckoned(share, step) - share.value) <= slack + 0.001
    lost = lost * (step.after.value / step.before.value) / max(1e-9, abs(step.size))
    ways = [abs(step.size)]
    if not step.way:
        ways.append(abs(step.before.value - step.after.value) / step.after.value)
    low, high = sorted((step.before.value, step.after.value))
    ways += [low / high] if step.way != "from-to" else []
    return any(share.allows(way, lost) for way in ways)


def _moves_again(text: str, share: Span, first: Span, second: Span) -> bool:
    """Whether something is said to move between the change and the amounts, so that these may be of another move."""
    between = text[share.end : first.start] if share.end <= first.start else text[second.end : share.start]
    return any(word in DIRECTIONS for word in between.lower().split()[:-1]) and len(between) < _LONG


def _is_of_another(document: Document, share: Share, step: Step) -> bool:
    """Whether the change stands right behind an amount that is no end of the step: “made 1,198 cars, down 50 pct, Borth …”."""
    first, second = sorted((step.before.span, step.after.span))
    behind = document.text[share.span.end : second.start]
    if first.end <= share.span.start and compiled(r"(?:,|;| and) [A-Z][a-z]+ ").search(behind):
        return True  # “…, Borth 2,145”: the second is another's
    before = [a for a in near(document, share.span.start, 0, 0) if a.span.end <= share.span.start]
    close = before and share.span.start - before[-1].span.end < _CLOSE and before[-1].quantity.kind is not Kind.PERCENT
    return bool(close) and before[-1].span not in (step.before.span, step.after.span)


def _signs(document: Document, share: Share, sign: int, step: Step, off: float) -> dict[str, float]:
    """What speaks for the change being that of these two amounts."""
    text, sentence = document.text, share.amount.sentence
    first, second = sorted((step.before, step.after), key=lambda amount: amount.span.start)
    together = order(document, first.span.start) == order(document, second.span.start)
    apart = order(document, share.span.start) - order(document, second.span.start)
    grows = step.after.value > step.before.value
    inside = [a for a in near(document, share.span.start, 0, 0) if not share.span.holds(a.span)]
    between = Span(first.span.end, max(first.span.end, second.span.start))
    same_head = bool(first.head) and stem(first.head) == stem(second.head)
    return {
        **{f"way-{way}": step.way == way for way in ("from-to", "to-from", "against", "then")},
        "tight": step.way in ("from-to", "to-from") and together and apart == 0,
        "together": together,
        "back": step.before is second,
        "in-sentence": together and apart == 0,
        "sentence-before": apart == 1,
        "sentence-behind": apart < 0,
        "far": abs(apart) > _BACK,
        "way-agrees": sign != 0 and (sign > 0) == grows,
        "moves-against": sign != 0 and (sign > 0) != grows,
        "between": between.holds(share.span),
        "moves-again": _moves_again(text, share.span, first.span, second.span),
        "off": off,
        "near": off < 0.5,
        "points": share.amount.quantity.kind is Kind.POINTS,
        "fraction": not share.percent and share.amount.quantity.kind is not Kind.POINTS,
        "hedged": share.amount.quantity.hedge is not Hedge.NONE,
        "hedged-operand": first.quantity.hedge is not Hedge.NONE or second.quantity.hedge is not Hedge.NONE,
        "others": log(1 + max(0, len(inside) - 2 * (apart == 0))),
        "by-time": bool(_BY_TIME.search(text, sentence.start, sentence.end)),
        "same-head": same_head,
        "other-head": bool(first.head and second.head) and not same_head and not (first.persons and second.persons),
        "close-words": min(3, len(first.close & second.close)),
        "share-words": min(3, len(share.amount.close & (first.close | second.close))),
        "money": first.quantity.kind is Kind.MONEY,
        "coarse": min(1.0, 5 * rounding(first, second)),
        "small": max(first.value, second.value) <= 12,
        "one-quoted": share.amount.quoted != first.quoted,
        "planned": "planned" in share.amount.frames,
        "more": "more" in first.frames or "more" in second.frames,
    }  # fmt: skip
