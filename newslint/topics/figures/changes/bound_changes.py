"""Bound changes: those whose own words bind them to two amounts: “5.8, against 4.0 then, a rise of 45%”, “410, up seventy on the 340”.

The change stands in apposition (“…, a drop of 27”), takes up what was said (“That is a fall of 22”, “the rise of five points”, “so that it
rose by 2.2 metres”) or names the amount that it is counted from (“down by a quarter on last year's 4,200”, “three times the 80”). What it leads from and to are
then the only two of their unit there, and no judge is needed.
"""

from __future__ import annotations

import re
from functools import cache
from math import log

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem
from newslint.story.quantity import Kind
from newslint.text.vocabulary import DIRECTIONS, HEDGES, alternatives
from newslint.topics.figures.changes.changes import (
    BESIDE_AMOUNT,
    MEASURED,
    MOVE_BEHIND,
    Change,
    Step,
    change_within,
    changes,
    gap_cue,
)
from newslint.topics.figures.changes.steps import divides, is_of_sort, is_pronoun, share_a_unit, step_between, turned
from newslint.topics.figures.vicinity import near, order, rounding

# Beyond this ratio of what is said to what is reckoned nobody slipped: something else is meant.
_FAR = log(2)
_AHEAD = 90  # letters
_BACK = 2  # sentences
_MOVES = "rise increase fall drop jump climb leap improvement decrease decline reduction gain loss swing growth slump cut saving surge dip hike".split()
_A = r"(?:an? )?"
_MOVE = rf"(?:[a-z-]+ )?(?:{alternatives(_MOVES)}) of {_A}\Z"
_IS = r"(?:is|was|means|meant|makes|made|marks|marked|represents|represented|gives|gave)"
_LAST_YEAR = "last (?:year|season|month|week|time|quarter)"
# Behind a change: which way it goes from what it's counted from, and that.
_MORE_THAN = r"(?:up on|down on|above|below|short of|(?:more|less|fewer|higher|lower|cheaper|dearer) than)"
_WAY_BEHIND = compiled(rf",? {_MORE_THAN}\b")
_ON = compiled(
    rf",? (?:on|from|over|against|{_MORE_THAN}) (?:(?:the|its|their) (?:[a-z]+ ){{0,3}}|an? |{_LAST_YEAR}(?:['’]s)? )?"
)
# … what it's counted from where no amount says that, how often it is, and what else is reckoned in.
_OTHERWISE = compiled(
    r"(?i),? (?:(?:on|from|over|than|against|compared|versus|since|per|each|every|annual\w*|yearly|monthly|year[- ]on[- ]year|or)\b|a (?:year|month|week|day)\b)"
)
_REAL = compiled(
    r"(?i)\b(?:real terms|inflation|constant (?:currenc|exchange)|like[- ]for[- ]like|underlying|organic|annuali[sz]ed|seasonal\w*|excluding|average annual)\b"
)
# “An increase of $9.50 a month, or $114 a year”: the move once more.
_MOVE_AGAIN = compiled(rf"\b(?:{alternatives(_MOVES)}) of [^;,.]?[\d.,]*(?: [a-z]+){{0,3}}, or \Z")
_TO_HERE = compiled(r",? to [$£€\d]")
# What stands before and behind a length of time that tells when something was, and not how long it took.
_WITHIN = compiled(r"(?i)\b(?:in|over|past|last|first|next|within|the|after)(?: (?:the|last|past))? \Z")
_AGO = compiled(r",? (?:ago|earlier|later|before|after|previously|to|ended|ending)\b")
# “Among the remaining 608”: a whole, and no end.
_AMONG = compiled(r"(?i)\b(?:among|(?<!instead )of (?:the|all|those|these)|\A(?:out )?of)(?: [a-z]+){0,2} \Z")


@cache
def _bindings() -> re.Pattern[str]:
    """What stands right before a bound change, from the words that bind it."""
    that, moves = "(?:the|that|this|those)", rf"(?:{alternatives(DIRECTIONS)})"
    apposed = rf"(?:(?:[,;:(–—-] ?|\A|\b(?:and|or|but) )(?:an?|its) |\b{that} ){_MOVE}"
    taken_up = rf"\b(?:which|that|this|it)['’]?(?:s| (?:[a-z]+ )?{_IS})(?: (?:it|this|that|for))? (?:an?|the) {_MOVE}"
    so = rf"\b(?:so(?: that)?|(?:which|that|this) means(?: that)?|meaning(?: that)?)(?: [a-z’']+){{1,6}}? (?:by {_A}|{moves} |an? {_MOVE})\Z"
    putting = rf", (?:putting|pushing|taking|bringing|sending|driving) (?:[a-z]+ ){{0,4}}(?:up|down) (?:by )?{_A}\Z"
    extra = rf"\b{that} (?:extra|additional) \Z"
    return compiled(f"(?i){apposed}|{taken_up}|{so}|{putting}|{extra}")


# “The $4.3m decline”; “£412, which is £56 less”.
_THE = compiled(r"(?i)\b(?:the|that|this) \Z")
_WHICH_IS = compiled(r"(?i)\b(?:which|that) (?:is|was) \Z")
_UP_OR_DOWN = compiled(r"(?i)\b(?:up|down|higher|lower)(?: by)? (?:an? )?\Z")
# “Doubled”, “halves”, and no “twice”; what stands behind that and says what is multiplied.
_MOVED = compiled(r"(?i)[a-z]+(?:ed|ing|bles|ples|ves)")
_FROM_BASE = compiled(r" (?:as [a-z]+ as|(?!as\b|(?:increase|rise|growth|jump|leap|gain|fall|drop|cut)\b)[a-z’']+)\b")
# “4,650, twice the 2,325”; “36, or three times as many”, “64 and 139, so it more than doubled”.
_OF_THE = compiled(rf"(?: as (?:many|much|high|long) as)? (?:the|its|their|{_LAST_YEAR}['’]s) ")
_MULTIPLIED = compiled(
    rf"(?i)(?:, or|, an?|\b(?:which|that) is to say(?: that)?(?: [a-z’']+){{1,4}}?|(?:which|that|this|it)(?:['’]s| (?:is|was|makes|means))(?: (?:it|that|them|this))?|making (?:it|them|this)"
    rf"|(?:\bso(?: that)?|(?:which|that|this) means(?: that)?|meaning)(?: [a-z’']+){{1,4}}?) (?:(?:{alternatives(HEDGES)}) )?\Z"
)


@analysis
def bound_changes(document: Document) -> tuple[tuple[Change, Step], ...]:
    """The changes that the two amounts to which their words bind them don't bear out, in order."""
    found = []
    for change in changes(document):
        step = _step_of(document, change)
        if step and not _allows(change, step) and abs(log(_size(change, step) / change.value)) < _FAR:
            found.append((change, step))
    return tuple(found)


def _step_of(document: Document, change: Change) -> Step | None:
    """The two amounts to which the words of the change bind it."""
    text, start = document.text, change.start
    ahead = text[max(change.sentence.start, start - _AHEAD) : start]
    named = _is_named(text, change, ahead)
    from_base = _ON
    if change.sort == "multiple":
        named, from_base = _MULTIPLIED.search(ahead) is not None, _OF_THE
    elif not (named or _UP_OR_DOWN.search(ahead) or _is_beside(text, change)):
        return None
    if _REAL.search(text, *change.sentence.span):
        return None
    told = [each for each in near(document, change.span.start, _BACK, 0) if _may_be_end(document, change, each)]
    before = [each for each in told if each.span.end <= start]
    behind = [each for each in told if each.quantity.start >= change.span.end and each.sentence == change.sentence]
    if behind and from_base.fullmatch(text, change.span.end, behind[0].quantity.start):
        return _from_base(document, change, before, behind[0])
    if not named or _OTHERWISE.match(text, change.span.end) or _has_a_base(text, change):
        return None
    ends = _ends(document, change, before)
    return _towards(document, change, *ends) if ends else None


def _is_beside(text: str, change: Change) -> bool:
    """Whether it stands right behind an amount, and its way behind itself: “171p, or 8 per cent up on the 162p”."""
    way = _WAY_BEHIND.match(text, change.span.end)
    return way is not None and BESIDE_AMOUNT.search(text, change.sentence.start, change.start) is not None


def _has_a_base(text: str, change: Change) -> bool:
    """Whether a multiple says what it's counted from without its number: “twice as long as any before it”, “double the lead of last month”."""
    moves = _MOVED.fullmatch(text, *change.span)
    return change.sort == "multiple" and not moves and _FROM_BASE.match(text, change.span.end) is not None


def _is_named(text: str, change: Change, ahead: str) -> bool:
    """Whether words before the change, or on both its sides, bind it to what was said."""
    move = _THE.search(ahead) and MOVE_BEHIND.match(text, change.span.end)
    less = change.cue == "less" and _WHICH_IS.search(ahead)
    return bool(move or less or _bindings().search(ahead))


def _may_be_end(document: Document, change: Change, end: Amount) -> bool:
    """Whether the change can be from or to such an amount."""
    plain = end.quantity.kind in MEASURED and end.value > 0 and end.quantity.top == end.value
    return (
        plain
        and is_of_sort(change, end)
        and not _is_when(document.text, end)
        and not divides(document, end)
        and not _AMONG.search(document.text, end.sentence.start, end.quantity.start)
        and not is_pronoun(end)
        and not _is_a_move(document, end)
    )


def _is_a_move(document: Document, end: Amount) -> bool:
    """Whether it's itself what something moved by, or that for another time: “an increase of $9.50 a month, or $114 a year”."""
    again = _MOVE_AGAIN.search(document.text, end.sentence.start, end.quantity.start)
    return again is not None or gap_cue(document, end) in ("move-of", "move", "less")


def _is_when(text: str, end: Amount) -> bool:
    """Whether it's a length of time that tells when something was."""
    ahead = text[max(end.sentence.start, end.quantity.start - 20) : end.quantity.start]
    return end.quantity.kind is Kind.TIME and bool(_WITHIN.search(ahead) or _AGO.match(text, end.span.end))


def _from_base(document: Document, change: Change, before: list[Amount], base: Amount) -> Step | None:
    """The step from what the change is counted from to the last amount told before."""
    if _TO_HERE.match(document.text, base.span.end):
        return None  # “up by £30, from £95 to £115”
    after = [each for each in before[-1:] if share_a_unit(each, base)]
    if after and _count_other_things(after[0], base):
        return None  # “120 boats, 60 per cent more than its 90 members need”
    near_it = after and order(document, change.span.start) - order(document, after[0].span.start) < _BACK
    told = [
        Step(base, each, "from-to") for each in before if each.sentence == change.sentence and share_a_unit(each, base)
    ]
    borne_out = any(_allows(change, step) for step in told)  # “12 goals in 20 games, twice as many as the six”
    return Step(base, after[0], "from-to") if near_it and not borne_out else None


def _ends(document: Document, change: Change, before: list[Amount]) -> tuple[Amount, Amount] | None:
    """The only two amounts of their unit in the sentence of the change and as many before it as are needed to find them."""
    last = order(document, change.span.start)
    for back in range(_BACK + 1):
        told = [each for each in before if order(document, each.span.start) >= last - back]
        alike = [each for each in told if share_a_unit(each, told[-1])]
        if len(alike) > 1:
            return (alike[0], alike[1]) if len(alike) == 2 else None
    return None


def _towards(document: Document, change: Change, one: Amount, other: Amount) -> Step | None:
    """The step between the two, if it leads the way that the change does and both count one thing."""
    step = step_between(document, one, other)
    if not step.way or (change.sort == "multiple" and step.way == "then"):
        step = turned(step, change.sign)  # “Last year 2,912 came, in my first 140: that's 21 times as many”
    if _count_other_things(one, other) and step.way not in ("from-to", "to-from"):
        return None
    return None if change_within(document, one.span.end, other.quantity.start) else step


def _count_other_things(one: Amount, other: Amount) -> bool:
    apart = one.head and other.head and stem(one.head) != stem(other.head)
    return bool(apart) and not (one.persons and other.persons)


def _size(change: Change, step: Step) -> float:
    return max(1e-9, change.of(step))


def _allows(change: Change, step: Step) -> bool:
    """Whether the change may be told of this step, and of no share that is left or gone."""
    if change.share is None:
        return change.allows(step)
    lost = rounding(step.before, step.after) * (step.after.value / step.before.value) / _size(change, step)
    return change.share.allows(_size(change, step), lost)
