"""Pairs of amounts that may be one amount given twice, with what speaks for and against it.

A pair is proposed where one number may be mistyped for the other, where an amount that is spoken of as known (“the 63
households”) stands nowhere else, and where the display has an amount that the story doesn't. What it's worth, the judge says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import log

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.story.amounts import Amount, amounts, meets, stem, support
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind
from newslint.story.same import Pair, Verdict, measured
from newslint.text.content_words import content
from newslint.topics.figures.amount_signs import DISPLAYED, counted, framed, printed, ratio, told
from newslint.topics.figures.rounding import fits, rounds
from newslint.topics.figures.vicinity import likeliest, order, table

_TOLD = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE, Role.STANDFIRST, Role.CROSSHEAD])
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.TIME, Kind.OTHER])
# A key that more amounts share says nothing of any two of them.
_MOST = 14
# So many amounts are held against one that is spoken of as known, or stands in the display.
_PARTNERS = 10
# Beyond this ratio nobody takes one amount for the other, but for noughts.
_FAR = 3.0
# Numbers up to this stand in most stories by chance.
_CHANCE = 20


@analysis
def amount_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “amount”, and of kind “retold” where two sentences say nearly the same, in order."""
    if table(document):
        return ()
    roles = _TOLD | DISPLAYED
    draft = Draft(document, [a for a in amounts(document) if a.quantity.kind in _KINDS and a.role in roles])
    found = {}
    for one, other in (*_mistyped(draft.told), *_known(draft), *_said_again(draft), *_displayed(draft)):
        if _shown(document, one, other):
            continue
        if one.span != other.span and one.sentence != other.sentence and not meets(one, other):
            suspect, right = draft.ordered(one, other)
            found[suspect.span, right.span] = (suspect, right)
    return tuple(_pair(draft, one, other) for one, other in _sorted(found.values()))


def _pair(draft: Draft, one: Amount, other: Amount) -> Pair:
    signs = draft.signs(one, other)
    return Pair("retold" if signs.get("said-again") else "amount", one.span, other.span, signs)


@analysis
def told_twice(document: Document) -> tuple[tuple[Pair, Verdict], ...]:
    """The pairs that the judge takes for one amount given in two ways, the surest one of each suspect."""
    return tuple(likeliest(amount_pairs(document)))


def is_display(document: Document, span: Span) -> bool:
    """Whether the place is of headline, standfirst, caption or pull quote."""
    block = document.block_at(span.start)
    return block is not None and block.role in DISPLAYED


def _shown(document: Document, one: Amount, other: Amount) -> bool:
    """Whether one is the other as a display rounds it, or all that the sentence of the other adds up to."""
    if one.unit == "score" or (one.role in DISPLAYED) is (other.role in DISPLAYED):
        return False
    said, told = (one, other) if one.role in DISPLAYED else (other, one)
    within = quantities_within(document, told.sentence)
    alike = sum(q.value for q in within if (q.kind, q.unit) == (told.quantity.kind, told.quantity.unit))
    if alike == said.value:
        return True  # “12 dead”: ten workers and two firemen
    return rounds(said.quantity, told.quantity) or fits(said.quantity, told.quantity)


def _sorted(pairs: Iterable[tuple[Amount, Amount]]) -> list[tuple[Amount, Amount]]:
    return sorted(pairs, key=lambda pair: (pair[0].span, pair[1].span))


def _mistyped(told: list[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Amounts whose figures are turned, or differ in one figure or by a nought."""
    groups: dict[tuple[object, ...], list[Amount]] = defaultdict(list)
    for amount in told:
        for key in _keys(amount):
            groups[key].append(amount)
    for group in groups.values():
        if len(group) <= _MOST:
            yield from ((a, b) for a, b in combinations(group, 2) if a.value != b.value)


def _keys(amount: Amount) -> Iterator[tuple[object, ...]]:
    figures, numeral = amount.figures, amount.quantity.numeral
    core = figures.strip("0")
    if numeral.spelled or "e" in figures or not core:
        return
    if amount.unit == "score":
        yield "score", amount.quantity.value
        yield "score", amount.quantity.top
        return
    if numeral.scale > 1:
        yield "scale", amount.unit, figures
    if len(core) < 2:
        return
    yield "turned", amount.unit, numeral.scale, numeral.step, "".join(sorted(figures))
    yield "nought", amount.unit, numeral.scale, figures.rstrip("0")
    for index in range(len(figures) if len(core) > 2 else 0):
        yield "digit", amount.unit, numeral.scale, numeral.step, f"{figures[:index]}*{figures[index + 1 :]}"


def _known(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts spoken of as known whose value stands nowhere else, with those that they may take up."""
    for amount in draft.told:
        if amount.determiner and draft.times[amount.unit, amount.value] < 2:
            yield from ((amount, other) for other in draft.alike(amount, _TOLD))


def _said_again(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts that count the same in two sentences of the story that say nearly the same."""
    for (_, key), group in draft.heads.items():
        if key[:1] == "@" and 1 < len(group) <= 2 * _MOST:
            words = [content(draft.document, amount.sentence).words for amount in group]
            for a, b in combinations(range(len(group)), 2):
                one, other, common = group[a], group[b], words[a] & words[b]
                alike = len(common) > 2 and min(len(words[a] - common), len(words[b] - common)) < 2
                if alike and one.value != other.value and DISPLAYED.isdisjoint((one.role, other.role)):
                    yield one, other


def _displayed(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of headline, standfirst or caption that the story doesn't have, with those that they may stand for."""
    for amount in draft.told:
        stands = bool(draft.equal[amount.unit, amount.value])
        chance = amount.unit == "count" and amount.value <= _CHANCE and not draft.stands(amount)
        if amount.role in DISPLAYED and (not stands or chance) and not _is_tag(draft.document, amount):
            others = [*draft.alike(amount, _TOLD), *draft.leading(amount)]
            yield from ((amount, other) for other in others if other.role not in DISPLAYED)


def _is_tag(document: Document, amount: Amount) -> bool:
    """“(Moor 31, Hill 90)”: a number that stands behind a name and counts nothing that’s said."""
    before = document.text[max(0, amount.span.start - 24) : amount.span.start].split()
    bare = (
        amount.unit == "count"
        and not amount.head
        and document.text[amount.span.end : amount.span.end + 1] in tuple("),;+")
    )
    return bare and bool(before) and before[-1].lstrip("(")[:1].isupper()


class Draft:
    """The amounts of one draft in the ways they're asked for."""

    def __init__(self, document: Document, told: list[Amount]) -> None:
        self.document, self.told = document, told
        self.times = support(document)
        self.equal: dict[tuple[str, float], list[Amount]] = defaultdict(list)
        self.heads: dict[tuple[str, str], list[Amount]] = defaultdict(list)
        self.values: dict[str, set[float]] = defaultdict(set)
        for amount in told:
            self.values[amount.unit].add(amount.value)
            if amount.role not in DISPLAYED:
                self.equal[amount.unit, amount.value].append(amount)
            for key in {*amount.close, "@person" if amount.persons else f"@{amount.head}"}:
                self.heads[amount.unit, key].append(amount)
        self.ladders = {unit: sorted(values) for unit, values in self.values.items()}
        first = next((amount.block for amount in told if amount.role is Role.PARAGRAPH), -1)
        self.lead = [amount for amount in told if first <= amount.block <= first + 1 and amount.role is Role.PARAGRAPH]
        self.first = first

    def alike(self, amount: Amount, roles: frozenset[Role]) -> list[Amount]:
        """The amounts that count the same, or have a word beside them in common; the nearest in size first."""
        found = {}
        for key in {*amount.close, "@person" if amount.persons else f"@{amount.head}"}:
            group = self.heads[amount.unit, key]
            for other in group if len(group) <= 2 * _MOST else ():
                if other.role in roles and other.value != amount.value and _is_in_reach(amount, other):
                    found[other.span] = other
        near = sorted(found.values(), key=lambda other: (abs(log(ratio(amount, other))), other.span))
        return near[:_PARTNERS]

    def stands(self, amount: Amount) -> bool:
        """Whether the story has the display's number of the same thing, or of nothing that's named."""
        equal = self.equal[amount.unit, amount.value]
        return any(not a.head or stem(a.head) == stem(amount.head) or (a.persons and amount.persons) for a in equal)

    def leading(self, amount: Amount) -> list[Amount]:
        """The amounts of the story's first paragraphs that may be the display's."""
        return [
            other
            for other in self.lead
            if other.unit == amount.unit and other is not amount and _is_in_reach(amount, other)
        ][:_PARTNERS]

    def ordered(self, one: Amount, other: Amount) -> tuple[Amount, Amount]:
        """The one to report first: the display's, the rarer, the one that takes up the other, the later."""

        def rank(amount: Amount) -> tuple[object, ...]:
            return (
                amount.role not in DISPLAYED,
                self.times[amount.unit, amount.value] > 1,
                not amount.determiner,
                -amount.span.start,
            )

        return (one, other) if rank(one) <= rank(other) else (other, one)

    def signs(self, one: Amount, other: Amount) -> dict[str, float]:
        """What speaks for and against both being one amount."""
        document = self.document
        signs = {
            **printed(one, other),
            **counted(document, one, other),
            **framed(document, one, other),
            **told(document, one, other),
            **self._placed(one, other),
            **self._supported(one, other),
        }
        return measured(signs)

    def _placed(self, one: Amount, other: Amount) -> dict[str, float]:
        """Where the two stand."""
        apart = abs(order(self.document, one.span.start) - order(self.document, other.span.start))
        return {
            "headline": one.role is Role.HEADLINE,
            "headline-lead": one.role is Role.HEADLINE and other.block <= self.first + 1,
            "far": log(1 + abs(one.block - other.block)) / 2,
            "standfirst": Role.STANDFIRST in (one.role, other.role),
            "caption": Role.CAPTION in (one.role, other.role),
            "list": Role.LIST_ITEM in (one.role, other.role),
            "both-lists": one.role is other.role is Role.LIST_ITEM,
            "same-block": one.block == other.block,
            "next-sentence": apart == 1,
            "lead": other.block == self.first,
            "later": one.span.start > other.span.start,
        }

    def _supported(self, one: Amount, other: Amount) -> dict[str, float]:
        """Whether either value stands again, and how many there are that it may be confused with."""
        again = self.times[one.unit, one.value] > 1, self.times[other.unit, other.value] > 1
        values, ladder = self.values[one.unit], self.ladders[one.unit]
        value = max(one.value, 1e-9)
        rivals = bisect_right(ladder, value * _FAR) - bisect_left(ladder, value / _FAR)
        return {
            "suspect-recurs": again[0] and not again[1],
            "other-recurs": again[1] and not again[0],
            "both-recur": all(again),
            "adds-up": abs(one.value - other.value) in values or one.value + other.value in values,
            "sole-rival": rivals == 2,
            "sole-two": len(values) == 2,
            "crowd": log(len(values)),
        }


def _is_in_reach(one: Amount, other: Amount) -> bool:
    return 1 / _FAR <= ratio(one, other) <= _FAR
