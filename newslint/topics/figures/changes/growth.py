"""Growth: a change that the copy states, and the two amounts that it leads from and to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts, stem
from newslint.story.quantity import Hedge, Kind, written
from newslint.story.same import Pair, measured
from newslint.text.vocabulary import AUXILIARIES, DIRECTIONS, STRONG_PASTS, alternatives
from newslint.topics.figures.changes.changes import MEASURED, Change, Step, change_within, changes, gap_cue, is_told
from newslint.topics.figures.changes.closings import closings
from newslint.topics.figures.changes.steps import divides, is_of_sort, is_pronoun, share_a_unit, step_between, turned
from newslint.topics.figures.vicinity import (
    TAKEN_UP,
    is_slip,
    near,
    order,
    rounding,
    slipped,
)

_BACK, _ON = 2, 1
_PAIRS = 6
_FARTHEST = 12  # sentences between “from X to Y” and what is said of it elsewhere
_LONG = 20  # words
_OWN = 4  # words before a change that tell that it is one: “a drop of a quarter”
# “The strike cut profit by $20m”: what one thing did, of several.
_CAUSED = compiled(
    r"\b(?:cut|cuts|reduc\w+|increas\w+|rais\w+|boost\w+|lift\w+|push\w+|knock\w+) (?!by\b)(?:[a-z]+ ){1,4}by \Z"
)
# “By 61, 72 and 83 per cent”: the changes that are listed with one.
_LISTED = compiled(r"(?:, \d[\d.]*)*,? (?:and|or) \d[\d.]* ?(?:%|per ?cent\b)")
# “Up 3.2 per cent from Monday’s close”: what the change is counted from, without its number.
_ON_ANOTHER = compiled(r",? (?:from|on|against|over|than) (?P<base>[A-Z][a-z]+[’']s [a-z]+)(?! of [$£€\d]|,? [$£€\d])")
# What joins one change told in two units, and stands behind it: “£4m, or 30%, more”.
_OR = compiled(r",? or (?:an? )?")
_MORE = compiled(r",? (?:more|less|fewer|higher|lower|cheaper|dearer|up|down)\b")
_TO_HERE = compiled(r",? to (?=[a-z ]{0,12}[£$€\d])")
_THAN = compiled(r" (?:more|less|fewer|higher|lower|cheaper|dearer) than (?:the )?")
_THAN_ANOTHER = compiled(r"(?: [a-z]+){1,2} than (?:the )?[A-Z][a-z]+\b")
_VERBS = alternatives(AUXILIARIES, STRONG_PASTS, DIRECTIONS)
# “Debt is £96m, up from £81m, and stock was £22m higher”: the change is of another thing.
_OF_NEXT_SUBJECT = compiled(
    rf"(?:,|;)? (?:and|but|while|whereas) (?:(?:the|its|his|her|their) )?(?!(?:it|that|this|they|these|which|so|{_VERBS}|[a-z]+ed)\b)"
    rf"(?P<subject>(?:[a-z-]+ ){{1,3}}?)(?:{_VERBS})(?: [a-z]+){{0,2}} \Z"
)
_NEXT = 14  # letters before an amount that say when it was
_CLOSE = 25  # letters between an amount and what is said to be its change

_FAR = log(3)


@analysis
def change_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “change”: a change as it's stated, and two amounts between which it is another."""
    return tuple(pair for pair, _ in _told(document))


def steps_of(document: Document) -> dict[tuple[Span, ...], Step]:
    """The step of each pair, by its places."""
    return {(pair.suspect, pair.other, *pair.also): step for pair, step in _told(document)}


@analysis
def _told(document: Document) -> tuple[tuple[Pair, Step], ...]:
    found: list[tuple[Pair, Step]] = []
    for change in changes(document):
        steps = _possible(document, change)
        fitting = [step for step in steps if change.allows(step)]
        if not any(step.before.sentence == step.after.sentence == change.sentence for step in fitting):
            others = [
                step for step in steps if step not in fitting and not (fitting and _is_anothers(document, change, step))
            ]
            found += _misfits(document, change, others, fitting)
    return tuple(found)


def _is_anothers(document: Document, change: Change, step: Step) -> bool:
    """Whether another change of the sentence is of this step: “20% and 15% off, so that £20 is £16 and £40 £34”."""
    if step.after.sentence != change.sentence:
        return False
    beside = (each for each in _by_sentence(document)[change.sentence.start] if each.span != change.span)
    return any(each.sort == change.sort and each.allows(step) for each in beside)


@analysis
def _by_sentence(document: Document) -> dict[int, list[Change]]:
    """The changes by where their sentences begin."""
    found: dict[int, list[Change]] = defaultdict(list)
    for change in changes(document):
        found[change.sentence.start].append(change)
    return found


def altered_change_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each change that does fit had a slip: what true pairs look like, for bench/fit.py."""
    found: list[Pair] = []
    for change in changes(document):
        steps = _possible(document, change)
        fitting = [step for step in steps if change.allows(step)]
        if len(fitting) == 1:
            value = slipped(change.value, change.span)
            share = change.share._replace(value=value) if change.share else None
            wrong = change._replace(value=value, share=share)
            others = [step for step in steps if not wrong.allows(step)]
            places = {fitting[0].before.span, fitting[0].after.span}
            pairs = _misfits(document, wrong, others, [step for step in steps if step not in others])
            found += [pair for pair, step in pairs if {step.before.span, step.after.span} == places]
    return tuple(found)


def _possible(document: Document, change: Change) -> list[Step]:
    """The steps that the change may be of."""
    around = near(document, change.span.start, _BACK, _ON)
    around = [a for a in around if not change.span.holds(a.span) and not is_pronoun(a)]
    steps = list(_steps(document, change, around))
    known = {(step.before.span, step.after.span) for step in steps}
    own, plain = order(document, change.span.start), _plain_steps(document)
    numbers = [number for number, _ in plain]
    steps += [
        step
        for _, step in plain[bisect_left(numbers, own - _FARTHEST) : bisect_right(numbers, own + _FARTHEST)]
        if is_of_sort(change, step.before)
        and (step.before.span, step.after.span) not in known
        and not change.span.holds(step.before.span)
        and not change.span.holds(step.after.span)
    ]
    steps = [step for step in steps if not _is_of_another(document, change, step)]
    steps += closings(document, change)
    return [*steps, *_sides(document, change)] if change.cue == "majority" else steps


def _sides(document: Document, change: Change) -> Iterator[Step]:
    """The two sides of a vote whose majority is told: “52-48, a margin of eight”, “Moor 9,412, Hill 8,105”."""
    around = near(document, change.span.start, _FARTHEST, _FARTHEST)
    for one, other in pairwise(around):
        if one.unit == "score" and one.sentence == change.sentence and one.quantity.top not in (0, one.value):
            yield Step(one._replace(quantity=one.quantity._replace(value=one.quantity.top)), one, "score")
        made = abs(one.value - other.value)
        if one.unit == other.unit and change.span not in (one.span, other.span) and is_slip(change.value, made):
            yield Step(other, one, "score") if one.value > other.value else Step(one, other, "score")


@analysis
def _plain_steps(document: Document) -> tuple[tuple[int, Step], ...]:
    """Every “from X to Y” of the copy, with the number of its sentence."""
    found = []
    for one, other in pairwise(amounts(document)):
        if one.unit == other.unit and one.value != other.value and one.sentence == other.sentence:
            step = step_between(document, one, other)
            if step.way in ("from-to", "to-from") and one.value and other.value and one.quantity.kind in MEASURED:
                found.append((order(document, one.span.start), step))
    return tuple(found)


def _steps(document: Document, change: Change, around: list[Amount]) -> Iterator[Step]:
    """Every two amounts of one unit nearby, as a step from one to the other."""
    plain = [
        a
        for a in around
        if a.quantity.kind in MEASURED
        and a.value > 0
        and is_of_sort(change, a)
        and not divides(document, a)
        and not _is_a_change(document, a)
    ]
    following = {one.span: other.span for one, other in pairwise(plain)}
    for one, other in combinations(plain, 2):
        if (
            share_a_unit(one, other)
            and one.value != other.value
            and "one-of" not in other.frames
            and not _count_other_things(change, one, other)
            and order(document, other.span.start) - order(document, one.span.start) < 3
        ):
            step = step_between(document, one, other)
            stands = step.way == "then" or following[one.span] == other.span
            yield step if stands and step.way else turned(step, change.sign)


def _is_a_change(document: Document, amount: Amount) -> bool:
    """Whether it's itself what something moved by: “a fall of 40 per cent”, a bare number in “up by 38 per cent, and his gas by 60”."""
    cue = gap_cue(document, amount)
    return cue == "move-of" or (cue == "by" and amount.unit == "count" and not amount.head)


def _count_other_things(change: Change, one: Amount, other: Amount) -> bool:
    """Whether change and ends count three things: “a class of 38 candidates may drop 50 places on one dose”."""
    heads = {stem(each.head) for each in (change.amount, one, other) if each is not None and each.head}
    return change.sort == "amount" and len(heads) == 3


def _is_anothers_base(document: Document, change: Change, end: Amount) -> bool:
    """Whether another change is counted from it, and this one from something else: “£5 less than the £85 in May and £9 more than the £71 in June”."""
    if not _THAN.match(document.text, change.span.end):
        return False
    beside = (each for each in _by_sentence(document)[change.sentence.start] if each.span != change.span)
    return any(_THAN.fullmatch(document.text, each.span.end, end.quantity.start) for each in beside)


def _is_of_another(document: Document, change: Change, step: Step) -> bool:
    """Whether the change stands right behind an amount that is no end of the step, “made 1,198 cars, down 50 pct, Borth …”; or an end
    of the step is what something grew by: “(+485bn)”.
    """
    text, ends = document.text, (step.before, step.after)
    if any(text[end.quantity.start - 1 : end.quantity.start] == "+" for end in ends):
        return True
    if _THAN_ANOTHER.match(text, change.span.end):
        return True  # “12 more than Borth”
    led = _TO_HERE.match(text, change.span.end)
    if led and not 0 <= step.after.span.start - led.end() < _NEXT:
        return True  # “up 0.6 points to 9.4 percent”
    if any(_is_the_change(text, change, end) or _is_anothers_base(document, change, end) for end in ends):
        return True
    base = _ON_ANOTHER.match(text, change.span.end)
    if base and _stems(text, step.before.sentence.start, step.before.span.start).isdisjoint(
        map(stem, base["base"].lower().split())
    ):
        return True
    if change.cue and any(gap_cue(document, end) == change.cue for end in ends):
        return True  # “Ayle by 5,100 votes and Borth by 3,900”: both are distances
    first, second = sorted(end.span for end in ends)
    behind = text[change.span.end : second.start]
    if first.end <= change.span.start and compiled(r"(?:,|;| and) [A-Z][a-z]+ ").search(behind):
        return True  # “…, Borth 2,145”: the second is another's
    if second.end <= change.start and _has_a_subject(
        text, ends[0].sentence.start, first, Span(second.end, change.start)
    ):
        return True
    if not step.way and any(not is_told(end) or _has_its_own(document, change, end) for end in ends):
        return True
    before = [a for a in near(document, change.span.start, 0, 0) if a.span.end <= change.span.start]
    before = [a for a in before if not is_pronoun(a)]
    close = before and change.span.start - before[-1].span.end < _CLOSE and is_of_sort(change, before[-1])
    return bool(close) and before[-1].span not in (first, second)


def _is_the_change(text: str, change: Change, end: Amount) -> bool:
    """“£4m, or 30%, more than last year”: the same change in two units, and no end of it; nor is what it’s listed with: “by 61, 72 and 83 per cent”."""
    listed = _LISTED.match(text, change.span.end)
    if listed and change.span.end <= end.span.start < listed.end():
        return True
    joined = end.span < change.span and _OR.fullmatch(text, end.span.end, change.start)
    return bool(joined) and _MORE.match(text, change.span.end) is not None


def _has_a_subject(text: str, start: int, first: Span, between: Span) -> bool:
    """Whether the words between the two amounts and the change say what that is of: not the move itself, nor what they are of."""
    match = _OF_NEXT_SUBJECT.search(text, *between)
    words = match["subject"].split() if match else []
    told = _stems(text, start, first.start)
    return bool(words) and told.isdisjoint(map(stem, words)) and words[-1] not in DIRECTIONS


def _stems(text: str, start: int, end: int) -> set[str]:
    return set(map(stem, text[start:end].lower().split()))


def _has_its_own(document: Document, change: Change, end: Amount) -> bool:
    """Whether another change stands right behind an amount, and is of that: “Ayle paid £410, up 8%, and Borth £440, up 12%”."""
    return change_within(document, end.span.end, min(end.span.end + _CLOSE, end.sentence.end), change)


def _misfits(document: Document, change: Change, steps: list[Step], fitting: list[Step]) -> Iterator[tuple[Pair, Step]]:
    """The change with each of these steps, the likeliest first."""
    steps = sorted(
        steps, key=lambda step: (not step.way, abs(step.after.span.start - change.span.start), step.before.span)
    )
    for step in steps[:_PAIRS]:
        off = abs(log(max(1e-6, change.of(step)) / change.value))
        if off < _FAR:
            stated, between = _stated(change, off), _between(document, change, step)
            # What stands beside its own ends is explained by no others but those of its sentence.
            plainly = [each for each in fitting if not between["tight"] or each.after.sentence == change.sentence]
            signs = {**stated, **between, "explained-plainly": any(each.way for each in plainly)}
            plain = measured(signs)
            first, second = sorted((step.before.span, step.after.span))
            yield Pair("change", change.span, first, plain, (second,)), step


def _stated(change: Change, off: float) -> dict[str, float]:
    """What kind of change is told, and how far off it is."""
    return {
        change.sort: True,
        f"cue-{change.cue}": bool(change.cue),
        "fraction": change.share is not None and not change.share.percent,
        "near": off < 0.5,
    }


def _between(document: Document, change: Change, step: Step) -> Mapping[str, float]:
    """What speaks for the change being that of these two amounts."""
    first, second = sorted((step.before, step.after), key=lambda amount: amount.span.start)
    together = order(document, first.span.start) == order(document, second.span.start)
    apart = order(document, change.span.start) - order(document, second.span.start)
    inside = [a for a in near(document, change.span.start, 0, 0) if not change.span.holds(a.span) and not is_pronoun(a)]
    same_head = bool(first.head) and stem(first.head) == stem(second.head)
    taken_up = apart == 1 and (together or step.way == "then") and _takes_up(document, change, step, second)
    own = change.amount.close if change.amount else frozenset()
    return {
        **{f"way-{way}": step.way == way for way in ("from-to", "to-from", "against", "then", "score")},
        "tight": taken_up or (step.way in ("from-to", "to-from") and together and apart == 0),
        "tight-multiple": change.sort == "multiple" and step.way in ("from-to", "to-from") and apart == 0,
        "in-sentence": taken_up or (together and apart == 0),
        "caused": _CAUSED.search(document.text, max(0, change.span.start - 60), change.span.start) is not None,
        "moves-again": _moves_again(document.text, change.span, first.span, second.span),
        "hedged-operand": first.quantity.hedge is not Hedge.NONE or second.quantity.hedge is not Hedge.NONE,
        "base-next": any(0 <= end.quantity.start - change.span.end < _CLOSE for end in _led_to(step, change)),
        "others": log(1 + max(0, len(inside) - 2 * (apart == 0))),
        "same-head": same_head,
        "other-head": bool(first.head and second.head) and not same_head and not (first.persons and second.persons),
        "share-words": min(3, len(own & (first.close | second.close))),
        "coarse": min(1.0, 5 * rounding(first, second)),
    }  # fmt: skip


def _led_to(step: Step, change: Change) -> tuple[Amount, ...]:
    """What may stand right behind the change: its base, or, where that stands before, what it led to: “stood at £2m, doubled to £3m”."""
    return (step.before, step.after) if step.way == "from-to" and step.before.span < change.span else (step.before,)


def _takes_up(document: Document, change: Change, step: Step, last: Amount) -> bool:
    """Whether the sentence of the change begins with what takes up the step right before it: “That is a rise of 12%”."""
    between = document.text[last.span.end : change.span.start]
    return step.way in ("from-to", "to-from", "against", "then") and TAKEN_UP.search(between[-200:]) is not None


def _moves_again(text: str, change: Span, first: Span, second: Span) -> bool:
    """Whether something is said to move between the change and the amounts, so that these may be of another move."""
    if change.end <= first.start:
        between = text[change.end : first.start].lower().split()[:-1]
    else:
        between = text[second.end : change.start].lower().split()[:-_OWN]
    return any(word in DIRECTIONS for word in between) and len(between) < _LONG


def sort_of(pair: Pair) -> str:
    """The sort of the change of a pair."""
    return next((sort for sort in ("points", "amount", "multiple") if pair.signs.get(sort)), "share")


def right(sort: str, step: Step) -> str:
    """What a change of this sort is in truth, for a message."""
    if sort in ("points", "amount"):
        moved = abs(step.after.value - step.before.value)
        points = step.after.quantity.kind is Kind.PERCENT
        return f"{moved:,.4g} points" if points else written(moved, step.after.quantity)
    if sort == "multiple":
        return f"{step.after.value / step.before.value:.2g} times as much"
    return f"{'down' if step.size < 0 else 'up'} {abs(100 * step.size):.3g}%"
