"""Mistypings: two figures that look like one, where enough is said of both in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import number_of
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.content_words import stems_within
from newslint.text.nouns import singular
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DAYS_AND_MONTHS, NUMBER_WORDS, WEEKDAYS, wordlist
from newslint.topics.figures.claims import Fact, agree, are_near, facts

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


DAYS = frozenset(map(str.lower, WEEKDAYS))
# Words that make a second figure one of another time, group or kind, where they stand in one of two sentences only.
APART = (
    DAYS_AND_MONTHS - DAYS
    | NUMBER_WORDS.keys()
    | wordlist(
        """
    other another further additional remaining previous previously later rose rise risen rising fell fall fallen
    falling grew grown increase increased decrease decreased dropped drop higher lower fewer less revised updated
    initially originally first second third fourth last next now far already since ago per each every average
    instead never n't new old only half north south east west northern southern eastern western current former male female black white men
    woman man boy girl today yesterday year month week day quarter annual annually compared than both neither either
    same different early late mid until earlier end beginning begin start final initial preliminary estimated
    estimate projected expected forecast predict predicted could might if
    """
    )
)


def resumed(told: Iterable[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
    """“The 14 victims” where there were 12; 14 killed where 12 had been. Only where the story has just these two figures."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in told:
        if fact.quantity.kind is Kind.COUNT and (fact.event or fact.noun) and fact.quantity.value > 2:
            event = fact.event or ("dead" if fact.noun == "victim" else "")
            if event:
                groups["event", event].append(fact)
            if fact.noun and fact.noun not in ("person", "man", "woman", "other", "time", "point"):
                groups["noun", fact.noun].append(fact)
    for (sort, _), group in groups.items():
        values = {fact.quantity.value for fact in group}
        if len(values) != 2 or any(fact.years for fact in group):
            continue
        first = group[0]
        rival = next(fact for fact in group if fact.quantity.value != first.quantity.value)
        taken_up = sort == "noun" and not _is_narrowed(first) and _may_be_one(rival, first, event=False)
        if _may_be_one(first, rival, sort == "event") or taken_up:
            yield first, rival, 0.65


def _is_narrowed(fact: Fact) -> bool:
    """Whether what follows makes the number one of some only: “the 442 mills working last season”."""
    behind = fact.document.text[fact.quantity.span.end : fact.sentence.end].partition(fact.noun)[2].split(maxsplit=2)
    return any(word.endswith("ing") for word in behind[:2])


def _may_be_one(first: Fact, rival: Fact, event: bool) -> bool:
    if (
        first.sentence == rival.sentence
        or agree(first.quantity, rival.quantity)
        or not are_near(first.quantity.value, rival.quantity.value)
    ):
        return False
    if first.words & DAYS and rival.words & DAYS and first.words & DAYS != rival.words & DAYS:
        return False
    if {first.quantity.hedge, rival.quantity.hedge} != {Hedge.NONE} or are_of_two_kinds(first, rival):
        return False
    if (first.words ^ rival.words) & (
        APART - {"first", "only", "could", "if", "same", "end", "start", "both"} - NUMBER_WORDS.keys()
    ):
        return False
    if event:
        return not (first.definite and rival.definite)  # the 14 in the car, the 12 in the van
    return (
        rival.definite and not first.definite and not (rival.modifiers and set(rival.modifiers) - set(first.modifiers))
    )


def are_of_two_kinds(one: Fact, other: Fact) -> bool:
    """Whether the nouns are told apart by what stands before them: senior officers, junior officers."""
    a, b = set(one.modifiers), set(other.modifiers)
    return bool(a - b) and bool(b - a)


def are_parallel(document: Document, one: Fact, other: Fact) -> bool:
    """Whether two figures or more differ: two things told in one manner, not one thing told twice."""
    left, right = ([q.value for q in quantities_within(document, fact.sentence.span)] for fact in (one, other))
    return sum(a != b for a, b in zip(left, right, strict=False)) > 1


_RUNNING = ("consecutive", "straight", "successive", "in a row")
_STREAK = r"\b((?:\d{1,3}(?:st|nd|rd|th)|[a-z]{5,11}))[ -](?:consecutive|straight|successive) ([a-z]+)"
# What speaks of a streak that isn't yet, or that was another's.
_OTHER = r"(?i)\b(?:could|would|might|may|if|hop\w+|seek\w*|chas\w+|bid|aim\w*|want\w*|next|after|before|previous\w*|last|earlier|then|against|for an?|from|when|until|since|another|also|now)\b"


class Streak(Row):
    """The `number` of a streak of what `noun` names, as it stands at `span`; `frame` are the words around it."""

    span: Span
    number: int
    noun: str
    frame: frozenset[str]


@analysis
def streaks(document: Document) -> tuple[tuple[Streak, Streak], ...]:
    """Every pair of streaks that are told in the same words but one apart: “third straight win”, “fourth straight win”."""
    text = document.text
    if not any(word in text for word in _RUNNING):
        return ()
    groups: dict[str, list[Streak]] = defaultdict(list)
    for block in document.copy:
        for match in compiled(_STREAK).finditer(text, block.start, block.end):
            number, sentence = number_of(match[1]), sentence_at(document, match.start())
            if (
                number
                and sentence
                and not compiled(_OTHER).search(text, max(sentence.start, match.start() - 40), match.start())
            ):
                start, end = max(sentence.start, match.start() - _REACH), min(sentence.end, match.end() + _REACH)
                frame = stems_within(document, Span(start, match.start())) | stems_within(
                    document, Span(match.end(), end)
                )
                groups[singular(match[2])].append(Streak(Span(*match.span(1)), number, singular(match[2]), frame))
    pairs = (_pair(group) for group in groups.values() if len({streak.number for streak in group}) == 2)
    return tuple(pair for pair in pairs if pair is not None)


def _pair(group: list[Streak]) -> tuple[Streak, Streak] | None:
    first = group[0]
    rival = next(streak for streak in group if streak.number != first.number)
    return (first, rival) if abs(first.number - rival.number) == 1 and len(first.frame & rival.frame) > 1 else None
