"""Vicinity: the amounts near an amount, the shares that the copy states, and whether arithmetic explains a number.

What is reckoned with are the printed values, with a little allowed for: half of the last figure, a twenty-fifth of a share,
and what rounding of its operands may do, but no more than a twelfth of the result.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, amounts
from newslint.story.quantities import quantities_within
from newslint.story.quantity import LEAST, Hedge, Kind
from newslint.story.same import Pair, Verdict, judged
from newslint.text.sentences import sentences
from newslint.text.vocabulary import AUXILIARIES, NUMBER_WORDS, PREPOSITIONS, STRONG_PASTS, alternatives

# Below this probability nothing is said at all.
LIKELY = 0.5
# More amounts than these are a table, not a passage.
_MOST = 24
_TABLE = 3000
_NEAR = 0.1
_SIZE = 1.34
# “Less than a third” may be as little as this much of it; nearly a third may not.
_BOUNDED = 0.5
_STRICT = 0.02  # of a share: so far people go over a bound that they name
# Beyond this nobody says “one in so many” of a share that could be reckoned; so many letters stand between, without a noun and with one.
_FEW, _GAP, _NOUN_GAP = 20, 20, 40
_IN = compiled(r",? (?:(?:in|out of)(?: every| each)?|of (?:every|each)) \Z")
# “One farm in three”: what is counted stands between, and nothing behind it; so many wins in five are of five matches.
_NOUN_IN = compiled(r"(?: [a-z-]+){0,2} (?P<noun>[a-z-]+),? (?:(?:in|out of)(?: every| each)?|of (?:every|each)) \Z")
_PLAYED = frozenset(
    "goal goals win wins victory victories defeat defeats draw draws loss losses game games match matches point points"
    " try tries title titles cup cups time times wicket wickets century centuries start starts appearance appearances".split()
)
_NOUN_BEHIND = compiled(
    rf"[.,;:!?)”\"’'–—]| [–—-] | (?:{alternatives(PREPOSITIONS, AUXILIARIES, STRONG_PASTS)}|says?|and|or|but|which|who|that|now|still|[a-z]+ed|[a-z]+ing)\b|\Z"
)
# The second half of a match and the last quarter of a year are no shares.
_PERIOD = compiled(
    r"(?i)\b(?:first|second|third|fourth|opening|closing|final|last|latter|next|this|each|either|the other) \Z"
)
_AS_MANY = compiled(
    r" (?:as|again|an? (?:hour|dozen|day|mile|century|million|decade|year|billion))\b|-?(?:hours?|centur|back|way|term)"
)
# “One-in-four”, as one word.
_JOINED_IN = compiled(r"[-‑](?:in|out-of)[-‑]([a-z]+|\d{1,2})\b")


# What takes up all that was said before: “…, which is a third”, “That makes one in four”.
TAKEN_UP = compiled(
    r"(?:(?:(?:,|[–—-]) (?:which|that)|[.;][”\"’']? [“\"‘']?(?:that|this|it|they|these|those))(?:['’]s| (?:is|are|was|were|makes?|made|means?|meant|represents?|represented|amounts?(?:ed)? to|comes? to|came to|"
    r"works? out (?:at|as)|accounts? for|equals?|translates? (?:in)?to|equates? to|puts? the (?:rate|share|proportion) at))\b"
    r"|[.;][”\"’']? (?:that|this|the) (?:proportion|share|ratio|rate|fraction|percentage|figure)(?:,|[:–—-]|['’]s| (?:is|was|of))|[.;,–—-][”\"’']? (?:put another way|in other words),"
    r"|[,;–—-] (?:an? (?:[a-z-]+ )?(?:share|proportion|rate|fraction|ratio|turnout) of|making|equal to|equivalent to|which makes|meaning(?: that)?|so)\b)(?P<more>(?:(?! (?:because|since|as|when|if|what|why|how|where|after|given|for)\b)[^,;.]){0,30})\Z",
    re.I,
)


class Share(Row):
    """A part of a whole as the copy states it: `value` is from 0 to 1 for a part, and above for what is more than the whole.

    `amount` is the percentage or the fraction; of “one in five” the one. `span` is all of it.
    """

    amount: Amount
    value: float
    span: Span

    @property
    def percent(self) -> bool:
        return self.amount.quantity.kind is Kind.PERCENT

    @property
    def _is_round(self) -> bool:
        """Whether it's a share that much may be told as, hedged: “more than half”, “nearly 40%”; “nearly 17%” is 16-odd."""
        return not self.percent or self.amount.quantity.value % 5 == 0

    def allows(self, found: float, rounding: float = 0.0, *, exact: bool = False) -> bool:
        """Whether `found` may be told as this share; `rounding` is how much of it its operands may owe to theirs.

        Of a part and a whole that are told together it is `exact`, but for a hedge.
        """
        quantity = self.amount.quantity
        printed = quantity.numeral.step / 200 if self.percent else 0.06 * self.value
        loose = quantity.hedge is not Hedge.NONE
        usual = 0.01 if exact else 0.04
        slack = printed + (0.1 if loose else usual) * self.value + min(rounding, 0.08) * abs(found)
        most, least = (1.6, 0.7) if self._is_round else (1.15, 0.85)
        # Of a part and a whole that are told together “more than half” isn't less, nor “nearly half” more.
        strict = _STRICT * self.value + min(rounding, 0.08) * abs(found) if exact else slack
        if quantity.hedge is Hedge.OVER:
            return self.value - strict <= found <= most * self.value
        if quantity.hedge in LEAST:
            least = _BOUNDED if quantity.hedge is Hedge.UNDER else least
            return least * self.value <= found <= self.value + strict
        top = quantity.top / 100 if self.percent else self.value
        return self.value - slack <= found <= top + slack


@analysis
def shares_stated(document: Document) -> tuple[Share, ...]:
    """Every share of the copy, in order: “20%”, “a third”, “one in five”."""
    found, text, every = [], document.text, amounts(document)
    for number, amount in enumerate(every):
        quantity = amount.quantity
        if quantity.kind is Kind.PERCENT:
            found.append(Share(amount, quantity.value / 100, amount.span))
        elif (
            quantity.kind is Kind.FRACTION
            and not _AS_MANY.match(text, amount.span.end)
            and not _is_period(text, amount.span)
        ):
            found.append(Share(amount, quantity.value, amount.span))
        elif quantity.kind in (Kind.COUNT, Kind.MEASURE, Kind.MONEY):
            share = _one_in_so_many(text, amount, every[number + 1 : number + 2])
            found += [share] if share else []
    return tuple(found)


@analysis
def numbers_of_shares(document: Document) -> frozenset[Span]:
    """The two numbers of every “one in three”, which count nothing by themselves."""
    told = (share for share in shares_stated(document) if share.amount.quantity.kind is Kind.COUNT)
    return frozenset(quantity.span for share in told for quantity in quantities_within(document, share.span))


def _is_period(text: str, span: Span) -> bool:
    """Whether a fraction is a part of a match or a year: “the second half”, “in that half”; but “he said that half of the crop” is a share."""
    that = text.endswith("that ", 0, span.start) and text[span.start : span.end].isalpha()
    plain = that and not text.startswith(" of ", span.end)
    return plain or _PERIOD.search(text, max(0, span.start - 12), span.start) is not None


def _one_in_so_many(text: str, amount: Amount, following: Sequence[Amount]) -> Share | None:
    """“One in five”, “one farm in three”, “four of every ten”, “one-in-four”, if the amount begins it."""
    quantity = amount.quantity
    joined = _JOINED_IN.match(text, quantity.numeral.end)
    many = 0.0
    if joined:
        many, end = float(NUMBER_WORDS.get(joined[1], 0) or (joined[1].isdigit() and joined[1]) or 0), joined.end()
    elif following and following[0].quantity.kind is Kind.COUNT:
        whole = following[0]
        gap, many, end = text[quantity.numeral.end : whole.span.start], whole.value, whole.span.end
        if not (len(gap) < _GAP and _IN.match(gap)) and not _is_noun_in(text, gap, end):
            return None
    if not 0 < quantity.value < many <= _FEW:
        return None
    return Share(amount, quantity.value / many, Span(amount.span.start, end))


def _is_noun_in(text: str, gap: str, end: int) -> bool:
    """Whether the gap between two numbers, the latter of which ends at `end`, is that of “one farm in three”."""
    named = _NOUN_IN.fullmatch(gap) if len(gap) < _NOUN_GAP else None
    return named is not None and named["noun"] not in _PLAYED and _NOUN_BEHIND.match(text, end) is not None


def table(document: Document) -> bool:
    """Whether the copy has so many amounts that it's a table or a page of results, whatever it's set as: only what a table says of itself is compared."""
    return len(amounts(document)) > _TABLE


@analysis
def _numbers(document: Document) -> list[int]:
    return [sentence.start for sentence in sentences(document)]


@analysis
def _by_start(document: Document) -> tuple[list[int], tuple[Amount, ...]]:
    """Where each amount begins, and the amounts."""
    found = amounts(document)
    return [amount.span.start for amount in found], found


def order(document: Document, offset: int) -> int:
    """The number of the sentence in which `offset` stands."""
    return bisect_right(_numbers(document), offset) - 1


def near(document: Document, offset: int, before: int, after: int) -> list[Amount]:
    """The amounts from so many sentences before that of `offset` to so many behind it, as far as they are few."""
    numbers, starts, found = _numbers(document), *_by_start(document)
    at = bisect_right(numbers, offset) - 1
    start = numbers[max(0, at - before)]
    end = numbers[at + after + 1] if at + after + 1 < len(numbers) else len(document.text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    own = bisect_left(starts, offset)
    told = found[max(first, own - _MOST) : min(last, own + _MOST // 2)]
    shares = numbers_of_shares(document)
    return [amount for amount in told if amount.span not in shares] if shares else list(told)


def amount_at(document: Document, span: Span) -> Amount:
    """The amount that stands at `span`. Raises LookupError where none does."""
    starts, found = _by_start(document)
    at = bisect_left(starts, span.start)
    if at == len(found) or found[at].span != span:
        raise LookupError(span)
    return found[at]


def likeliest(*readings: Iterable[Pair]) -> Iterator[tuple[Pair, Verdict]]:
    """The likeliest pair of each place, if the judge finds it likely at all, in order."""
    best: dict[Span, tuple[Pair, Verdict]] = {}
    for pair in chain(*readings):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= LIKELY and (
            pair.suspect not in best or verdict.probability > best[pair.suspect][1].probability
        ):
            best[pair.suspect] = pair, verdict
    for span in sorted(best):
        yield best[span]


def rounding(*operands: Amount) -> float:
    """How much of a ratio of these amounts may be owed to their rounding."""
    return sum(operand.quantity.slack / max(operand.value, 1e-9) for operand in operands)


def explained(share: Share, operands: Iterable[Amount]) -> bool:
    """Whether any two of the amounts make the share, as part and whole, as a change, or as what is left."""
    plain = [amount for amount in operands if addable(amount) and not share.span.holds(amount.span)]
    for one, other in combinations(plain, 2):
        if one.unit == other.unit and one.value != other.value:
            small, great = sorted((one.value, other.value))
            lost = rounding(one, other)
            if any(share.allows(way, lost) for way in (small / great, 1 - small / great, great / small - 1)):
                return True
    return False


def are_near(one: float, other: float) -> bool:
    """Whether one may be a slip for the other: of one size, or with a figure turned, or a nought more."""
    if min(one, other) <= 0:
        return False
    ratio = max(one, other) / min(one, other)
    return ratio <= _SIZE or abs(ratio - 10) < 1e-9 or sorted(f"{one:g}") == sorted(f"{other:g}")


def is_slip(said: float, made: float) -> bool:
    """Whether what is made may be a slip of what is said: near, with its figures turned, or with one other figure."""
    one, other = f"{said:.0f}", f"{made:.0f}"
    if made == said or min(said, made) < 3:
        return False
    turned = sorted(one) == sorted(other) and len(one) > 1
    near_it = abs(made - said) / said < _NEAR
    return turned or near_it or (len(one) == len(other) > 2 and sum(map(str.__ne__, one, other)) == 1)


def slipped(value: float, span: Span) -> float:
    """`value` with a slip, upwards or downwards by where it stands: for examples of what doesn't fit."""
    return value * (1.35 if span.start % 2 else 0.75)
