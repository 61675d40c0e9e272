"""Turned figures: two numbers that are alike but for two neighbouring figures, which change places (1,284 and 1,248).

In copy that has few numbers so printed, chance hardly makes two of them turned: they are one number, and one of them has a slip, unless
what stands around them says that they are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from newslint.document import Document, Role, analysis
from newslint.packs.rule import WARNED
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts, support
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair, Verdict
from newslint.topics.figures.amounts.amount_signs import DISPLAYED, ratio, told
from newslint.topics.figures.amounts.same_amount import told_twice, versions
from newslint.topics.figures.amounts.told_amounts import MOST
from newslint.topics.figures.amounts.two_amounts import are_two_things, is_broken
from newslint.topics.figures.qualifiers import framed_apart, framing
from newslint.topics.figures.vicinity import Share, amount_at, explained, near, order, shares_stated, table

_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE])  # percentages are all of one size, and so meet by chance
_LEAST = 3  # figures
_CHANCE = 1 / 20  # how many turned pairs chance may make in the draft
_FAR = 3.0
# How the words around a figure say that it's another than the one that holds.
_OTHERWISE = frozenset(["before", "meant", "usual", "other", "room"])
_TRADING = frozenset(["open", "close"])
_BOUNDS = frozenset([Hedge.OVER, Hedge.NEARLY, Hedge.UNDER])
_PERIOD = compiled(
    r"\b(?:last|previous|next) (?:year|season|term|month|week|quarter|spring|summer|autumn|fall|winter)\b"
)
_LABEL = compiled(r"[^:.!?\n]{2,60}: ")
_YEAR = compiled(r"\b(?:[Ii]n|[Bb]y|[Ss]ince) (?:19|20)\d\d\b")


class Turning(Row):
    """Two places, one of which is the other with two figures turned: the one to report, and the one that it's held against."""

    suspect: Span
    told: Span


@analysis
def turned_figures(document: Document) -> tuple[Turning, ...]:
    """Every two amounts that are one but for two figures, which change places, each once; none that the judge warns of."""
    if table(document):  # for speed
        return ()
    warned = {_value(document, pair.suspect) for pair, sure in told_twice(document) if sure.probability >= WARNED}
    found: dict[Span, Turning] = {}
    for each in _turnings(document):
        if warned.isdisjoint(_value(document, place) for place in each):
            found.setdefault(each.suspect, each)
    return tuple(sorted(found.values()))


def _value(document: Document, place: Span) -> tuple[str, float]:
    amount = amount_at(document, place)
    return amount.unit, amount.value


@analysis
def weighed_figures(document: Document) -> tuple[tuple[Pair, Verdict], ...]:
    """What the judge says of amounts that are told twice, but for suspects that are turned figures."""
    turned = {place for each in turned_figures(document) for place in each}
    return tuple((pair, sure) for pair, sure in told_twice(document) if pair.suspect not in turned)


def _turnings(document: Document) -> Iterator[Turning]:
    for group in _printed_alike(document):
        many = len({amount.value for amount in group})
        for one, other in _turned(document, group):
            if _made_by_chance(many, _significant(document, one, other)) <= _CHANCE and _is_one(document, one, other):
                yield _ordered(document, one, other)


def _printed_alike(document: Document) -> list[list[Amount]]:
    """The amounts, those together that are of one unit and have equally many figures, and as many behind the point."""
    groups: dict[tuple[object, ...], list[Amount]] = defaultdict(list)
    for amount in amounts(document):
        numeral = amount.quantity.numeral
        if amount.quantity.kind in _KINDS and not (is_broken(amount) and amount.value in versions(document)):
            key = (amount.unit, numeral.scale, numeral.step, len(_figures(document, amount)))
            groups[key].append(amount)
    return list(groups.values())


def _figures(document: Document, amount: Amount) -> str:
    numeral = amount.quantity.numeral
    return "".join(filter(str.isdigit, document.text[numeral.start : numeral.end]))


def _turned(document: Document, group: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Those of the group that have the same figures, two of which change places."""
    same: dict[str, list[Amount]] = defaultdict(list)
    for amount in group if len(_figures(document, group[0])) >= _LEAST else ():
        same["".join(sorted(_figures(document, amount)))].append(amount)
    for alike in same.values():
        for one, other in combinations(alike, 2) if len(alike) <= MOST else ():  # for speed
            if _change_places(_figures(document, one), _figures(document, other)):
                yield one, other


def _change_places(one: str, other: str) -> bool:
    """Whether two neighbouring figures make all the difference."""
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1


def _significant(document: Document, one: Amount, other: Amount) -> int:
    """How many figures there are before the noughts at the end of both."""
    return max(len(_figures(document, each).rstrip("0")) for each in (one, other))


def _made_by_chance(many: int, figures: int) -> float:
    """How many turned pairs chance makes of so many numbers of so many figures."""
    turned = (figures - 1) / (9 * 10.0 ** (figures - 1))
    return many * (many - 1) / 2 * turned


def _is_one(document: Document, one: Amount, other: Amount) -> bool:
    """Whether nothing says that the two are two."""
    return not (
        not 1 / _FAR < ratio(one, other) < _FAR
        or not _BOUNDS.isdisjoint((one.quantity.hedge, other.quantity.hedge))
        or are_two_things(document, one, other)
        or _are_side_by_side(document, one, other)
        or _are_told_apart(document, one, other)
        or _are_reckoned(document, one, other)
    )


def _are_side_by_side(document: Document, one: Amount, other: Amount) -> bool:
    """Whether they stand in one table, one list, or in sentences that follow each other."""
    listed = one.role is other.role and one.role in (Role.TABLE_CELL, Role.LIST_ITEM)
    labels = [_label(document, each) for each in (one, other)]
    return (
        listed
        or (all(labels) and labels[0] != labels[1])
        or abs(order(document, one.span.start) - order(document, other.span.start)) < 2
    )


def _label(document: Document, amount: Amount) -> str:
    """What a line without a list's mark says the number is for: “Ayle South: 1,284”; "" in running copy."""
    start = document.text.rfind("\n", 0, amount.span.start) + 1
    label = _LABEL.match(document.text, start, amount.span.start)
    return label[0] if label else ""


def _are_told_apart(document: Document, one: Amount, other: Amount) -> bool:
    """Whether the words around them set them apart: another time, place or plan, or what is told of others in the same manner."""
    ways = framing(document, one).ways ^ framing(document, other).ways
    apart = framed_apart(document, one, other)
    return (
        not ways.isdisjoint(_OTHERWISE)
        or ways >= _TRADING
        or _periods(document, one) != _periods(document, other)
        or bool(apart["placed-apart"] or apart["holds-the-other"])
        or bool(told(document, one, other)["parallel"])
    )


def _periods(document: Document, amount: Amount) -> set[str]:
    """The times that its sentence names, and the years before the amount: “last season”, “In 2019 it had 412”."""
    text, sentence = document.text, amount.sentence
    seasons = _PERIOD.finditer(text, *sentence.span)
    years = _YEAR.finditer(text, sentence.start, amount.span.start)
    return {match[0].lower() for match in chain(seasons, years)}


def _are_reckoned(document: Document, one: Amount, other: Amount) -> bool:
    """Whether both stand again, the copy near either has their difference or what share one is of the other, or it bears out both."""
    times = support(document)
    mine, theirs = _around(document, one), _around(document, other)
    return (
        min(times[one.unit, one.value], times[other.unit, other.value]) > 1
        or any(each.value == abs(one.value - other.value) for each in (*mine, *theirs))
        or any(_are_share(document, each, (one, other)) for each in (one, other))
        or (_is_borne_out(document, one, mine) and _is_borne_out(document, other, theirs))
    )


def _around(document: Document, amount: Amount) -> list[Amount]:
    """The amounts of its unit in its sentence and those beside it."""
    return [each for each in near(document, amount.span.start, 1, 1) if each.unit == amount.unit]


def _is_borne_out(document: Document, amount: Amount, around: Sequence[Amount]) -> bool:
    """Whether two of those around make it, or one of them a share with it."""
    values = {each.value for each in around}
    made = any(amount.value - value in values or amount.value + value in values for value in values)
    return made or _are_share(document, amount, around)


def _are_share(document: Document, amount: Amount, others: Sequence[Amount]) -> bool:
    """Whether a share is told near the amount that it makes with one of the others."""
    return any(explained(share, (amount, other)) for share in _shares_around(document, amount) for other in others)


def _shares_around(document: Document, amount: Amount) -> list[Share]:
    """The shares of the amount's own sentence, and of those beside it."""
    here = order(document, amount.span.start)
    return [share for share in shares_stated(document) if abs(order(document, share.span.start) - here) < 2]


def _ordered(document: Document, one: Amount, other: Amount) -> Turning:
    """The two with the one first that the reader is to look at: the display's, the one that stands once, the later one."""
    times = support(document)

    def rank(amount: Amount) -> tuple[bool, bool, int]:
        return amount.role not in DISPLAYED, times[amount.unit, amount.value] > 1, -amount.span.start

    first, second = sorted((one, other), key=rank)
    return Turning(first.span, second.span)
