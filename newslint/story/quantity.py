"""A quantity: a number with what it measures, and what its printing allows."""

from __future__ import annotations

from enum import Enum
from math import inf

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import Numeral
from newslint.text.vocabulary import HEDGES


class Kind(Enum):
    """What sort of thing a number is."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    MEASURE = "measure"
    TIME = "length of time"
    AGE = "age"
    YEAR = "year"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    OTHER = "no quantity"

    __hash__ = object.__hash__  # quicker than Enum's own, which is written in Python


class Hedge(Enum):
    """How a number is loosened."""

    NONE = ""
    ABOUT = "about"
    OVER = "more than"
    NEARLY = "nearly"
    UNDER = "less than"

    __hash__ = object.__hash__


# What is hedged so is of this share of the number at least: “almost 200” is no 160, as “fewer than 200” may be.
LEAST = {Hedge.NEARLY: 0.87, Hedge.UNDER: 0.8}


class Quantity(Row):
    """A number as it's meant: `span` is what is printed of it, sign and unit included; `start` takes in its hedge.

    `value` is in `unit`s; a range (“10 to 12”) runs from `value` to `top`. `grain` and `step` are a Numeral's.
    """

    span: Span
    start: int
    value: float
    top: float
    kind: Kind
    unit: str
    hedge: Hedge
    numeral: Numeral

    @property
    def slack(self) -> float:
        """How far the true value may lie from the printed one: half of the last figure that is no rounding nought."""
        numeral = self.numeral
        fine = numeral.step / 2 if numeral.step != 1 or numeral.scale > 1 else 0.0
        round_number = numeral.scale == 1 and numeral.value >= 1000 and numeral.grain >= 100
        rough = min(numeral.grain / 2, 0.025 * self.value) if round_number else 0.0
        return max(fine, rough)

    @property
    def low(self) -> float:
        """The least that the copy allows."""
        if self.hedge in LEAST:
            return self.value * LEAST[self.hedge]
        return (self.value * 0.9 if self.hedge is Hedge.ABOUT else self.value) - self.slack

    @property
    def high(self) -> float:
        """The most that the copy allows."""
        if self.hedge is Hedge.OVER:
            return inf
        return (self.top * 1.1 if self.hedge is Hedge.ABOUT else self.top) + self.slack

    def within(self, share: float) -> tuple[float, float]:
        """The least and the most it may stand for where `share` of it may be lost in rounding a round number."""
        numeral = self.numeral
        slack = max(numeral.step / 2, min(numeral.grain / 2, share * abs(self.value)))
        if self.hedge is not Hedge.NONE:
            slack = max(slack, share * abs(self.value))
        return self.value - slack, self.top + slack

    @property
    def exact(self) -> bool:
        """Whether the number claims to be right to the last unit."""
        return self.hedge is Hedge.NONE and self.slack == 0 and self.top == self.value


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both may stand for one true value, as printed and hedged, or one be the other in round hundreds."""
    if a.low <= b.value <= a.high or b.low <= a.value <= b.high:
        return True
    if a.hedge is not Hedge.NONE and b.hedge is not Hedge.NONE and a.low <= b.high and b.low <= a.high:
        return True
    coarse, fine = (a, b) if a.numeral.grain > b.numeral.grain else (b, a)
    round_number = coarse.numeral.grain >= 100 and coarse.value >= 1000 and coarse.numeral.scale == 1
    return round_number and abs(coarse.value - fine.value) <= coarse.numeral.grain / 2


def written(value: float, like: Quantity) -> str:
    """`value` in the manner of `like`: with its currency sign, its scale and its unit, for a message."""
    sign = like.unit if like.kind is Kind.MONEY and not like.unit.isalpha() else ""
    scales = {1e12: "trillion", 1e9: "billion", 1e7: "crore", 1e6: "million", 1e5: "lakh"}
    if like.numeral.scale in scales and value >= like.numeral.scale / 10:
        return f"{sign}{value / like.numeral.scale:,.4g} {scales[like.numeral.scale]}"
    if like.kind is Kind.MONEY and like.numeral.step == 0.01:
        return f"{sign}{value:,.2f}"
    number = f"{value:,.0f}" if abs(value - round(value)) < 1e-6 or value >= 1000 else f"{value:,.4g}"
    return f"{sign}{number}{'%' if like.kind is Kind.PERCENT else ''}"


_HEDGES = {phrase: Hedge(way) for phrase, way in HEDGES.items()}
# What they end in: behind any other word a number stands as it is.
_ENDS = frozenset(phrase.split()[-1] for phrase in _HEDGES)
# What may stand between a hedge and its number: “nearly a third”, “nearly reached two-thirds”.
_BETWEEN = frozenset(["a", "an", "reach", "reaches", "reached", "hit", "hits"])
_LONGEST = max(len(phrase.split()) for phrase in _HEDGES)
_FARTHEST = 24
_COUNTS = frozenset("0123456789%")
_BEHIND = (
    ("+", Hedge.OVER),
    (" or so", Hedge.ABOUT),
    ("-odd", Hedge.ABOUT),
    (" or more", Hedge.OVER),
    (" or fewer", Hedge.UNDER),
    (" or less", Hedge.UNDER),
)


_NOUN_BEHIND = compiled(r" (?:[a-z-]{1,20} ){0,2}(?:[a-z-]{1,20}s|people|men|women|children|police)\b")


def counts_something(text: str, end: int) -> bool:
    """Whether a noun in the plural follows soon: “2000 people”."""
    return _NOUN_BEHIND.match(text, end) is not None


def hedge_of(text: str, start: int, end: int, limit: int) -> tuple[Hedge, int]:
    """How the number in text[start:end] is loosened, and where that begins; nothing before `limit` is looked at."""
    for sign, hedge in _BEHIND if text[end : end + 1] in ("+", "-", " ") else ():
        if text.startswith(sign, end):
            return hedge, start
    window = text[max(limit, start - _FARTHEST) : start]
    if not window[-1:].isspace():
        return (Hedge.ABOUT, start - 1) if window.endswith("~") else (Hedge.NONE, start)
    lower = window.lower()
    tail = lower.split()
    while len(tail) > 1 and tail[-1] in _BETWEEN:
        tail.pop()
    if not tail or tail[-1] not in _ENDS:
        return Hedge.NONE, start
    for length in range(min(_LONGEST, len(tail)), 0, -1):
        phrase = " ".join(tail[-length:])
        if phrase in _HEDGES:
            if length == 2 and tail[-1] == "than" and len(tail) > 2 and tail[-3][-1:] in _COUNTS:
                return Hedge.NONE, start  # “44 more than the 82” compares
            return _HEDGES[phrase], start - len(window) + lower.rindex(tail[-length])
    return Hedge.NONE, start
