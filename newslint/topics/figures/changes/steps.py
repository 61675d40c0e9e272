"""Steps: two amounts as what something went from and what it went to, by the words that stand between and around them."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.amounts import ALIKE, Amount
from newslint.story.quantity import Kind
from newslint.topics.figures.changes.changes import COINS, MEASURED, Change, Step

_LONGEST = 60  # letters between “from X” and “to Y”
_NEXT = 14  # letters before an amount that say when it was
_DETERMINED = r"(?:about |nearly |more than |just |only |an? |the |its |their |last (?:year|month|week|season)['’]s )*"
_TO = compiled(
    rf"(?: [a-z]+){{0,3}}(?: per \d+ [a-z]+(?: [a-z]+){{0,3}})?,? to (?:reach |hit |total |stand at )?{_DETERMINED}\Z"
)
_FROM_BEFORE = compiled(rf"\b(?:from|(?:stood|had been|started|opened|began) at) {_DETERMINED}\Z", re.I)
_FROM = compiled(rf"\bfrom {_DETERMINED}\Z")
_AGAINST = compiled(r"\b(?:against|compared (?:with|to)|versus|than|up on|down on)\b", re.I)
_YEAR = compiled(r"\bin ((?:19|20)\d\d)\b")
_THEN = compiled(
    r"\b(?:last (?:year|month|week|season|quarter|time|autumn|spring|summer|winter)|(?:an?|one|the|two|three|five|ten) (?:years?|months?|weeks?|decades?) "
    r"(?:earlier|ago|before|previously)|previous(?:ly)?|in (?:19|20)\d\d)\b",
    re.I,
)
# “£52 now”, “now £52”; “will cost £65”.
_NOW = compiled(r"\b(?:now|currently|today|at present|at the moment)\b", re.I)
_WILL = compiled(r"\b(?:will|would|[’']ll|(?:is|are) (?:going )?to|to be)\b")


def is_of_sort(change: Change, end: Amount) -> bool:
    """Whether the change can be one of such amounts: points of percentages, £22m or 40p of pounds, 44 of what is counted, 32 tonnes of “the 115”."""
    if change.sort == "amount" and change.amount:
        if end.quantity.kind is Kind.MONEY and end.unit != change.amount.unit:
            return change.amount.unit in COINS  # money is never told without its coin: “attended by 78”, at “£8 a head”
        return share_a_unit(end, change.amount)
    return (end.unit == "%") == (change.sort == "points")


def share_a_unit(one: Amount, other: Amount) -> bool:
    """Whether both are of one unit, which need not be told again with what is counted beside it."""
    bare, full = (one, other) if one.unit == "count" else (other, one)
    told_once = bare.unit == "count" and not bare.head and full.quantity.kind in MEASURED - {Kind.COUNT}
    alike = 1 / ALIKE <= one.value / max(other.value, 1e-9) <= ALIKE
    return one.unit == other.unit or (told_once and alike)


def turned(step: Step, sign: int) -> Step:
    """The step the way that the change is said to go, where nothing else tells which of the two came first."""
    forth = sign * (step.after.value - step.before.value) >= 0
    return Step(step.before, step.after, "") if forth else Step(step.after, step.before, "")


def divides(document: Document, amount: Amount) -> bool:
    """“5.2 errors per 100 shifts”: what a rate is of."""
    return document.text.endswith((" per ", " every ", " each "), 0, amount.quantity.start)


def step_between(document: Document, one: Amount, other: Amount) -> Step:
    """The step between an amount and one behind it."""
    text = document.text
    between = text[one.span.end : other.quantity.start]
    ahead = text[max(one.sentence.start, one.quantity.start - 30) : one.quantity.start]
    if len(between) < _LONGEST and _FROM_BEFORE.search(ahead) and _TO.search(between):
        return Step(one, other, "from-to")
    if len(between) < 70 and _FROM.search(between) and one.sentence == other.sentence:
        return Step(other, one, "to-from")
    behind = text[other.span.end : min(other.sentence.end, other.span.end + 40)]
    years = _YEAR.findall(between), _YEAR.findall(behind)
    if one.sentence == other.sentence and all(years) and years[0][-1] < years[1][0]:
        return Step(one, other, "then")  # “40 in 2013 and 62 in 2023”
    if (
        len(between) < 90
        and one.sentence == other.sentence
        and _NOW.search(ahead[-_NEXT:] + between)
        and _WILL.search(between)
    ):
        return Step(one, other, "then")
    if len(between) < 90 and one.sentence == other.sentence and (_AGAINST.search(between) or _THEN.search(behind)):
        return Step(other, one, "against")
    earlier = text[one.span.end : min(one.sentence.end, one.span.end + 40)]
    first = _THEN.search(earlier) or _THEN.match(text, one.sentence.start)
    second = _THEN.search(behind) or _THEN.match(text, other.sentence.start)
    if second and not first:
        return Step(other, one, "then")
    return Step(one, other, "then" if first and not second else "")


def is_pronoun(amount: Amount) -> bool:
    """“The one that you have now”."""
    return amount.value == 1 and amount.quantity.numeral.spelled and not amount.head
