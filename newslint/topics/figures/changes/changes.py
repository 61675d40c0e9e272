"""Changes: what the copy says that something has risen or fallen by, or is more or less than something else.

A change is told as a share (“up 35%”, “by a third”), in percentage points, as a multiple (“doubled”, “twice the 80”) or as an amount
(“44 more than”, “a majority of six”).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from newslint.document import Document, analysis, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts
from newslint.story.quantity import Hedge, Kind
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import DIRECTIONS, HEDGES, NUMBER_WORDS, PLAIN_NUMBERS, UP_TO_TEN, alternatives
from newslint.topics.figures.vicinity import Share, rounding, shares_stated, table

COINS = frozenset(["penny", "cent"])
MEASURED = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.TIME])
_REACH = 7  # words between a change and what tells that it is one
_AGAIN = 3  # … and so many more where it’s told again in another unit: “a gain of $2 on the day, or 4 per cent”
_NOUNS = frozenset("change swing premium discount markup saving growth improvement".split())
# What makes an amount the distance between two others, before it and behind it.
_MOVES = r"(?:rise|increase|drop|decline|decrease|reduction|fall|jump|climb|leap|cut|saving|improvement)"
_GAPS = {
    "majority": r"\b(?:majority|margin|lead|gap|difference|deficit|surplus|shortfall|advantage) of (?:just |only |about )?\Z",
    "left": r"\b(?:leav(?:es|ing)|left)(?: (?:it|them|him|her|us|the [a-z]+) with)? (?:about |just |only |nearly )?\Z",
    "by": r"\bby (?:about |just |only |nearly )?\Z",
    "move-of": rf"\b(?:{_MOVES}|stand|partnership) of (?:about |just |only )?\Z",
    "won": r"\b(?:gain|loss) of (?:about |just |only )?\Z",
    "extra": r"\bextra (?:about |just |only )?\Z",
    "moved": rf"\b(?:{alternatives(DIRECTIONS)}) (?:another |about |just |only |nearly |some )?\Z",
}
_ANY_GAP = compiled("|".join(_GAPS.values()), re.I)
# … and right behind it: “the $4.3m decline”.
MOVE_BEHIND = compiled(rf"[ -](?:{_MOVES}|gain|shortfall)\b(?! of\b)")
# “Those with a meter pay £412, which is £56 less.”
_LESS = compiled(r" (?:less|fewer|higher|lower|cheaper|dearer|longer|shorter)(?=[.,;)]|\Z)")
# “From $38.40 to $41.20, or $3.80 more each month.”
_OR_MORE = compiled(r", or \Z")
_MORE = compiled(r" (?:more|less|fewer|extra)\b")
# “Fell below 2.5”, “rose above 30%”: a level that it reached, and no change.
_LEVEL = compiled(r"(?i)(?:below|above|under) ")
_SIDES = compiled(rf"(?: votes?)?(?: to |[-–])(?=\d|(?:{alternatives(PLAIN_NUMBERS)})\b)")
# What tells that a share is of these, and no change: 79 per cent of 4,730 patients, half the increase.
_OF_A_NUMBER = compiled(
    r" of \d| (?:of )?(?:his|her|their|its|my|your|our) (?:age|size|height|weight|length)\b|(?: of)? the (?:increase|rise|gain|fall|drop|decline|cut|reduction|loss|growth|change)\b"
)
# What an amount ends with, and what stands between it and how it differs from another: “£3.78, or nearly 15 per cent”.
BESIDE_AMOUNT = compiled(
    r"\d\w*(?: [a-z]+){0,3}(?:,|;| –| —| ?\() ?(?:(?:or|which (?:is|was)|that is) )?(?:(?:an?|about|just|only|nearly|some) )*\Z"
)
# “15 per cent below its issue price of £4.20”, and not “5 per cent above forecast”.
_AWAY_FROM = compiled(
    r" (above|below|short of) (?:(?:the|its|their) (?:[a-z]+ ){0,3}|an? )?(?=(?:[a-z]{1,3}[$£€]?|[$£€])? ?\d)"
)
# “The lower 95%” is lower than others, and didn’t fall.
_THE_LOWER = compiled(r"(?i)\bthe (?:lower|higher) \Z")
# “Down from the nine-point lead of May”: what it was.
_FROM = compiled(r"\bfrom (?:(?:an?|the|his|her|its|their) )?(?:[\w-]+[’']s? )?\Z")
_OF_ERROR = compiled(r"[ -](?:margins?|sampling) (?:of )?error\b")
_MORE_THAN = compiled(r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|greater) than\b")
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "half": 0.5, "halv": 0.5, "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0}  # fmt: skip
_THAT = "the|its|their|his|her|our|my|your|last|that|this|those|these|what|an?(?= [a-z]+[’'])"
_MULTIPLE = compiled(
    rf"\b(?:(?P<hedge>{alternatives(HEDGES)}) )?(?P<word>(?P<move>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es?)\b|(?:(?P<times>twice|double|triple|treble|half)"
    rf"|(?P<number>{alternatives(PLAIN_NUMBERS)}|\d{{1,2}}(?:\.\d)?) times)(?= (?:as [a-z]|(?:{_THAT})\b))"
    rf"|(?P<fold>{alternatives(UP_TO_TEN)}|\d{{1,2}}(?=-))-?fold\b)",
    re.I,
)


class Change(Row):
    """A change as the copy states it at `span`; `sort`: “share”, “points”, “multiple” or “amount”; `sign` is 1 for up, -1 for down,
    0 for either. `amount` is what states it, where that's a number. `cue` tells an amount from any other: “majority”, “by”, “more-than”.
    """

    value: float
    span: Span
    sort: str
    sign: int
    sentence: Sentence
    hedge: Hedge
    share: Share | None = None
    amount: Amount | None = None
    cue: str = ""

    @property
    def start(self) -> int:
        """Where it begins, with its hedge."""
        return self.amount.quantity.start if self.amount else self.span.start

    def of(self, step: Step) -> float:
        """What it would be for this step."""
        if self.sort == "share":
            return abs(step.size)
        if self.sort == "multiple":
            return step.after.value / step.before.value
        return abs(step.after.value - step.before.value) * self._coins(step)

    def _coins(self, step: Step) -> float:
        """How many of the change’s coins the unit of the step is: “up 12 cents, from $1.40”."""
        coin = self.amount is not None and self.amount.unit in COINS and step.before.unit not in COINS
        return 100.0 if coin else 1.0

    def allows(self, step: Step) -> bool:
        """Whether it may be told of this step, or, where it isn't plain which came first, of the step back."""
        found, lost = self.of(step), rounding(step.before, step.after)
        if self.share:
            lost *= (step.after.value / step.before.value) / max(1e-9, found)
            ways = [found]
            low, high = sorted((step.before.value, step.after.value))
            ways += [low / high] if step.way != "from-to" else []
            if not step.way:  # “98 of them, or 65 per cent, were for it and 53 against”: of both
                ways += [low / (low + high), high / (low + high)]
                ways += [] if self.sign else [(high - low) / step.after.value]
            return any(self.share.allows(way, lost) for way in ways)
        loose = 0.15 if self.hedge is not Hedge.NONE else 0.12 if self.sort == "multiple" else 0.0
        if self.sort == "multiple":
            found = found if self.value > 1 or step.way else min(found, 1 / found)
            more = 1.6 if self.hedge is Hedge.OVER else 1 + loose
            least = self.value * (0.99 if self.hedge is Hedge.OVER else 1 - loose - min(lost, 0.08))
            return least <= found <= self.value * (more + min(lost, 0.08))
        ends = (step.before.quantity, step.after.quantity)
        slack = sum(end.numeral.step / 2 if end.numeral.step != 1 else end.slack for end in ends) * self._coins(step)
        own = self.amount.quantity.slack if self.amount else 0.0
        half = self.cue == "majority" and self.value in (found / 2, step.after.value, step.before.value)
        return half or abs(found - self.value) <= slack + own + loose * found + 1e-6


class Step(Row):
    """From one amount to another; `way` is “from-to”, “to-from”, “against”, “then”, “score” or ""."""

    before: Amount
    after: Amount
    way: str

    @property
    def size(self) -> float:
        """The change as a share of what was there before."""
        return (self.after.value - self.before.value) / self.before.value


@analysis
def changes(document: Document) -> tuple[Change, ...]:
    """Every change that the copy states, in order of sorts."""
    return () if table(document) else tuple(_changes(document))


def _changes(document: Document) -> Iterator[Change]:
    text = document.text
    for share in shares_stated(document):
        sign = _direction(text, share.span, share.amount.sentence)
        if share.value > 0 and sign is not None and not _OF_A_NUMBER.match(text, share.span.end):
            yield _of_amount(share.amount, share.value, share.span, "share", sign)._replace(share=share)
    for amount in amounts(document):
        if amount.quantity.kind is Kind.POINTS and amount.value > 0 and not _OF_ERROR.match(text, amount.span.end):
            sign = _direction(text, amount.span, amount.sentence)
            if sign is not None and not _FROM.search(text, amount.sentence.start, amount.quantity.start):
                yield _of_amount(amount, amount.value, amount.span, "points", sign)
        elif amount.quantity.kind in MEASURED - {Kind.PERCENT} and is_told(amount):
            cue = gap_cue(document, amount)
            if cue:
                sign = _direction(text, amount.span, amount.sentence) or 0
                yield _of_amount(amount, amount.value, amount.span, "amount", sign)._replace(cue=cue)
    yield from _multiples(document)


def is_told(amount: Amount) -> bool:
    """Whether it's no “one” or “two” that may count anything."""
    return amount.value > 2 or (amount.quantity.kind is not Kind.COUNT and amount.value > 0)


def change_within(document: Document, start: int, end: int, but: Change | None = None) -> bool:
    """Whether a change, other than this one, is stated first behind `start` and before `end`."""
    stated = _places(document)
    at = bisect_left(stated, start, key=_begin)
    return at < len(stated) and stated[at].start < end and not (but and stated[at] == but.span)


@analysis
def _places(document: Document) -> tuple[Span, ...]:
    """Where a change is stated, in order."""
    return tuple(sorted(change.span for change in changes(document)))


def _begin(span: Span) -> int:
    return span.start


def _of_amount(amount: Amount, value: float, span: Span, sort: str, sign: int) -> Change:
    return Change(value, span, sort, sign, amount.sentence, amount.quantity.hedge, amount=amount)


def _direction(text: str, span: Span, sentence: Sentence) -> int | None:
    """Whether the words around say up or down, or 0 where they only say that it moves; None where they don't."""
    before = text[max(sentence.start, span.start - 60) : span.start].lower().split()
    before = before[-(_REACH + _AGAIN if "or" in before[-2:] else _REACH) :]
    if _THE_LOWER.search(text, max(0, span.start - 12), span.start):
        return None
    if any(word[-1] == ":" and word[:-1] in NUMBER_WORDS for word in before):
        return None  # “from seven down to three: 12%, 25% and 35%”
    following = text[span.end : min(sentence.end, span.end + 50)].lower()
    if "respectively" in following:
        return None  # of each of two things, and not from one to the other
    level = _AWAY_FROM.match(following)
    if level and BESIDE_AMOUNT.search(text, sentence.start, span.start):
        return 1 if level[1] == "above" else -1
    behind = following.split()[:4]
    plain = [word.strip(".,;:()“”\"'") for word in (*behind, *before)]
    ways = [DIRECTIONS[word] for word in plain if word in DIRECTIONS]
    return ways[-1] if ways else 0 if _NOUNS.intersection(plain) else None


@kept_by(attrgetter("span"))
def gap_cue(document: Document, amount: Amount) -> str:
    """What tells that the amount is the distance between two others, or ""."""
    text = document.text
    if _MORE_THAN.match(text, amount.span.end):
        return "more-than"
    if _LEVEL.match(text, amount.quantity.start):
        return ""
    before = text[max(amount.sentence.start, amount.quantity.start - 30) : amount.quantity.start]
    if _SIDES.match(text, amount.span.end):
        return ""  # “by 52 votes to 48”
    if MOVE_BEHIND.match(text, amount.span.end):
        return "move"
    if _LESS.match(text, amount.span.end):
        return "less"
    if _OR_MORE.search(before) and _MORE.match(text, amount.span.end):
        return "less"
    if not _ANY_GAP.search(before):
        return ""  # for speed
    return next((name for name, way in _GAPS.items() if compiled(way, re.I).search(before)), "")


def _multiples(document: Document) -> Iterator[Change]:
    """“Doubled”, “more than halved”, “three times the”."""
    text = document.text
    blocks = blocks_with(document, *_MULTIPLES, " times", "fold")
    for match in chain.from_iterable(_MULTIPLE.finditer(text, block.start, block.end) for block in blocks):
        sentence = sentence_at(document, match.start())
        if sentence is None:
            continue
        word = (match["move"] or match["times"] or "").lower()
        number = (match["number"] or match["fold"] or "").lower()
        value = _MULTIPLES.get(word) or NUMBER_WORDS.get(number) or float(number or 0)
        name = HEDGES.get((match["hedge"] or "").lower(), "")
        if value and value != 1:
            yield Change(value, Span(*match.span("word")), "multiple", 1 if value > 1 else -1, sentence, Hedge(name))
