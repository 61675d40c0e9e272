"""Twins: two figures of the story that look like one, mistyped once: 1,253 and 1,235, $5.2 million and $5.2 billion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.quantity import Kind, Quantity
from newslint.text.content_words import stems_within
from newslint.topics.figures.claims import Fact, facts

_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT])
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.STANDFIRST, Role.CAPTION, Role.BLOCK_QUOTE])
# How far from a figure the words stand that say what it is of, in code points.
_REACH = 60
# More figures that look alike than these make a table.
_MOST = 8


class Twins(Row):
    """Two facts whose figures may be one. `slip` says how: “turned”, “other”, “nought” or “scale”; `digits` is how many
    figures they have without noughts at the ends; `shared` are the words around both, `apart` those around one alone.
    `crowd` is how many figures of that sort and scale the story has: the more, the likelier two are alike by chance.
    """

    one: Fact
    other: Fact
    slip: str
    digits: int
    shared: frozenset[str]
    apart: tuple[frozenset[str], frozenset[str]]
    crowd: int

    @property
    def near(self) -> bool:
        """Whether they are of one size, too."""
        a, b = self.one.quantity.value, self.other.quantity.value
        return max(a, b) <= 1.34 * min(a, b)


@analysis
def twins(document: Document) -> tuple[Twins, ...]:
    """Every pair of figures in two sentences of which one may be mistyped for the other, in order."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    crowds: dict[tuple[Kind, str, float], set[float]] = defaultdict(set)
    for fact in facts(document):
        if fact.role in _PROSE and fact.quantity.kind in _KINDS and not _is_in_a_row(document, fact.quantity):
            crowds[_sort(fact)].add(fact.quantity.value)
            for key in _keys(fact):
                groups[key].append(fact)
    found = {}
    for key, group in groups.items():
        if len({fact.quantity.value for fact in group}) > 1 and len(group) <= _MOST:
            for one, other in combinations(group, 2):
                slip = _slip(key[0], one.quantity, other.quantity)
                if slip and one.sentence != other.sentence:
                    crowd = len(crowds[_sort(one)])
                    found[one.quantity.span, other.quantity.span] = _compared(document, one, other, slip, crowd)
    return tuple(found[spans] for spans in sorted(found))


def _sort(fact: Fact) -> tuple[Kind, str, float]:
    return fact.quantity.kind, fact.quantity.unit, fact.quantity.numeral.scale


def _is_in_a_row(document: Document, quantity: Quantity) -> bool:
    """“$97/$110/$124”, “082 373 5950”, “10-12”: figures of several, or parts of a number that counts nothing."""
    text, span = document.text, quantity.span
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if quantity.top != quantity.value or "/" in (before[-1:], behind[:1]):
        return True
    return quantity.kind is Kind.COUNT and (before[:1].isdigit() or behind[1:].isdigit())


def _digits(quantity: Quantity) -> str:
    """The figures of the number as it's printed, without its point and its scale."""
    return f"{quantity.numeral.value / quantity.numeral.scale:.10g}".replace(".", "")


def _keys(fact: Fact) -> Iterator[tuple[str, ...]]:
    """What a figure shares with those that it may be mistyped for."""
    quantity = fact.quantity
    digits = _digits(quantity)
    core = digits.strip("0")
    if quantity.numeral.spelled or "e" in digits or not core:
        return
    sort, scale = (quantity.kind.value, quantity.unit), f"{quantity.numeral.scale:g}"
    if scale != "1":
        yield ("scale", *sort, digits)
    if len(core) < 2:
        return
    yield ("nought", *sort, scale, digits.rstrip("0"))
    yield ("turned", *sort, scale, "".join(sorted(digits)))
    for index in range(len(digits) if len(core) > 2 else 0):
        yield ("other", *sort, scale, f"{digits[:index]}*{digits[index + 1 :]}")


def _slip(name: str, a: Quantity, b: Quantity) -> str:
    """The slip's name again, if it's a slip: two neighbouring figures turned, a nought, millions for billions."""
    if a.value == b.value:
        return ""
    one, two = _digits(a), _digits(b)
    if name == "turned":
        wrong = [index for index, (x, y) in enumerate(zip(one, two, strict=False)) if x != y]
        return name if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and _step(a) == _step(b) else ""
    if name == "other":
        return name if _step(a) == _step(b) else ""
    if name == "nought":
        return name if abs(len(one) - len(two)) == 1 and max(a.value, b.value) == 10 * min(a.value, b.value) else ""
    same = a.value / a.numeral.scale == b.value / b.numeral.scale  # not 33 million for 3.3 billion
    return name if same and {a.numeral.scale, b.numeral.scale} in ({1e6, 1e9}, {1e9, 1e12}) else ""


def _step(quantity: Quantity) -> float:
    return quantity.numeral.step / quantity.numeral.scale


def _compared(document: Document, one: Fact, other: Fact, slip: str, crowd: int) -> Twins:
    left, right = _frame(document, one), _frame(document, other)
    shared = left & right
    digits = max(len(_digits(fact.quantity).strip("0")) for fact in (one, other))
    return Twins(one, other, slip, digits, shared, (left - shared, right - shared), crowd)


def _frame(document: Document, fact: Fact) -> frozenset[str]:
    """What the words around the figure have in common with their inflections."""
    span, sentence = fact.quantity.span, fact.sentence
    start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    return stems_within(document, Span(start, span.start)) | stems_within(document, Span(span.end, end))
