"""Counterparts: the figure of the story that a figure of the headline, the standfirst or a caption speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict

from newslint.document import BODY, DISPLAY, Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.dates import dates
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.nouns import is_person
from newslint.text.vocabulary import DIRECTIONS, SCALES
from newslint.topics.figures.claims import Fact, agree, are_near, facts

# So many points may lie between a percentage and a fraction that stands for it.
_POINTS = 3


def is_slip(a: Quantity, b: Quantity) -> bool:
    """Whether one may be mistyped for the other: a nought more or less, two figures turned, one figure another."""
    one, two = f"{a.numeral.value:.0f}", f"{b.numeral.value:.0f}"
    if is_close(a, b):
        return True
    if {a.numeral.scale, b.numeral.scale} == {1e6, 1e9}:
        return a.value / a.numeral.scale == b.value / b.numeral.scale
    if min(len(one.rstrip("0")), len(two.rstrip("0"))) < 2:
        return False
    if len(one) == len(two) > 3 and sum(x != y for x, y in zip(one, two, strict=True)) == 1:
        return True
    return one.rstrip("0") == two.rstrip("0") or (len(one) > 2 and sorted(one) == sorted(two))


def is_close(a: Quantity, b: Quantity) -> bool:
    """Whether the display's figure is a little off a coarser one: 70,020 for 70,000. Displays round; they never refine."""
    fine = a.numeral.grain < b.numeral.grain or (a.numeral.grain == b.numeral.grain == 1 and a.value > 200)
    return fine and a.value >= 100 and (a.kind, a.unit) == (b.kind, b.unit) and abs(a.value - b.value) <= 0.02 * b.value


def rounds(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure is the story's with fewer decimals: 12% for 11.8%, $532K for $532,410, $55m for $55.7m."""
    step = said.numeral.step
    off = told.value - said.value
    return told.numeral.step < step != 10 and -step * (1 if said.hedge.value else 0.5) <= off < step


def fits(said: Quantity, told: Quantity) -> bool:
    """Whether the display's figure may stand for the story's, rounded as displays are."""
    if said.numeral.grain < told.numeral.grain and is_close(said, told):
        return False
    coarse = max(said.numeral.grain, 1.0)
    if said.hedge is told.hedge is Hedge.OVER and said.numeral.grain >= said.value / 12:
        rounder = said.numeral.grain > told.numeral.grain
        return said.value == told.value or (rounder and said.value <= told.value <= 2 * said.value)
    if said.hedge is Hedge.OVER:
        return said.value <= told.value <= said.value * (2 if coarse >= 10 else 1.15) and (
            coarse >= 10 or told.hedge is Hedge.NONE
        )
    if told.hedge is Hedge.UNDER and 0.9 * told.value <= said.value <= told.value:
        return True  # an “11-year wait” of nearly 12 years
    if said.hedge is Hedge.UNDER and coarse >= 10:
        return 0.8 * said.value <= told.value <= said.value
    if coarse >= 10 and said.value >= 100 and abs(told.value - said.value) <= min(coarse / 2, 0.15 * said.value):
        return True
    return told.hedge is Hedge.NONE and agree(said, told)


def is_finer(said: Quantity, told: Quantity) -> bool:
    """Whether the story has a long number of the display's in full, be its noun far off: 10.572m acres, 10,572,402 more acres."""
    step = said.numeral.step
    return said.value >= 100 * step and step > told.numeral.step and 0 < abs(told.value - said.value) <= step / 2


def is_fraction(said: Quantity, told: Quantity) -> bool:
    """Whether the story has the display's percentage in words: 20%, a fifth."""
    return said.kind is Kind.PERCENT and told.kind is Kind.FRACTION and abs(said.value - 100 * told.value) <= _POINTS


# What headlines call shortly, and stories at length.
_SYNONYMS = {
    "firm": "company", "business": "company", "home": "house", "property": "house", "worker": "staff", "employee": "staff",
    "post": "job", "kid": "child", "cop": "officer", "jail": "prison", "nation": "country", "state": "country",
}  # fmt: skip


def is_of_one_noun(fact: Fact, other: Fact) -> bool:
    """Whether both figures count things of one noun, or people whom the same befell."""
    if fact.event and fact.event == other.event:
        return True
    nouns = {fact.noun, other.noun}
    if nouns == {""}:
        return _word_behind(fact) == _word_behind(other) == "times"
    if "" in nouns:
        return False
    return (
        len({_SYNONYMS.get(noun, noun) for noun in nouns}) == 1
        or fact.noun in other.modifiers
        or ("person" in nouns and all(is_person(noun) for noun in nouns))
    )


def _word_behind(fact: Fact) -> str:
    end = fact.quantity.span.end
    return fact.document.text[end : end + 6].strip(" .,:;")


_MEASURED = frozenset([Kind.PERCENT, Kind.MONEY, Kind.MEASURE])
_YEARS = frozenset([Kind.TIME, Kind.AGE])
# Words of numbers and of their units, which say nothing of what is counted.
_SCALES = SCALES.keys() | {"year", "month", "week", "day", "hour", "minute", "percent"}
# What keeps two amounts apart though they're of one noun: “250,000 additional visitors”.
_APART = frozenset(["additional", "other", "further", "more", "extra", "remaining", "new", "first", "last", "next"])
# How much of two words must be alike for them to count as one: retires, retiring.
_STEM = 5
# A number from here on is hardly ever in a story for two things.
_RARE = 1000
# Amounts that headlines give without their currency: “Loss put at 900m”.
_SUM = 1e6
# A length of time of so many units is no common one.
_LONG = 10
_EACH = frozenset(["each", "apiece"])
# So many words in common make one thing of two, whatever it's called: 20 raids, 20 strikes.
_MANY = 4


class Rival(Row):
    """A figure of the story that may be the display's own; `score` tells how much speaks for it."""

    score: int
    fact: Fact


class Body(Row):
    """The story's figures below the display, in the ways they're asked for."""

    facts: list[Fact]
    printed: list[Quantity]
    times: Counter[tuple[Kind, str, float]]
    values: dict[tuple[Kind, str], set[float]]
    nouns: dict[str, set[float]]
    lead: int


@analysis
def body(document: Document) -> Body:
    """What the story says in figures, apart from its display."""
    told = [fact for fact in facts(document) if fact.role in BODY]
    days = {q.span.start for date in dates(document) if date.day for q in quantities_within(document, date.span)}
    printed = [
        quantity
        for quantity in quantities(document)
        if quantity.span.start not in days and not _is_display(document, quantity.span)
    ]
    values: dict[tuple[Kind, str], set[float]] = defaultdict(set)
    nouns: dict[str, set[float]] = defaultdict(set)
    for fact in told:
        values[fact.quantity.kind, fact.quantity.unit].add(fact.quantity.value)
        nouns[fact.noun].add(fact.quantity.value)
    times = Counter((fact.quantity.kind, fact.quantity.unit, fact.quantity.value) for fact in told)
    return Body(told, printed, times, values, nouns, told[0].sentence.start if told else 0)


def _is_display(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is None or block.role in DISPLAY


def stands(fact: Fact, told: Body) -> bool:
    """Whether the story has the display's number, and not only of another thing."""
    kinds = _MEASURED & {fact.quantity.kind} or frozenset(Kind)
    value, bare = fact.quantity.value, fact.quantity.numeral.value
    if any(is_finer(fact.quantity, q) or is_fraction(fact.quantity, q) for q in told.printed):
        return True
    equal = [q for q in told.printed if q.kind in kinds and (value in (q.value, q.top) or bare == q.numeral.value)]
    if not equal:
        return False
    if value >= _RARE:
        return True  # so great a number isn't another thing's by chance: 40,000 condoms, 40,000 items
    others = {other.quantity.span for other in told.facts if _is_of_another(fact, other)}
    return any(quantity.span not in others for quantity in equal)


def _is_of_another(fact: Fact, other: Fact) -> bool:
    if fact.event and not fact.noun and other.noun and other.event != fact.event:
        return not is_person(other.noun)  # “Three rescued” isn't borne out by three boats
    return bool(other.noun and fact.noun) and not may_be_one(fact, other)


def may_be_one(fact: Fact, other: Fact) -> bool:
    """Whether both figures can count one thing, by their kinds, units and nouns."""
    a, b = fact.quantity, other.quantity
    if (a.kind, a.unit) == (b.kind, b.unit):
        if a.kind is not Kind.COUNT or not fact.noun or not other.noun:
            return True
        return is_of_one_noun(fact, other) or is_slip(a, b) or len(_stems(fact) & _stems(other)) >= _MANY
    if a.kind is Kind.AGE or b.kind is Kind.AGE:
        return {a.kind, b.kind} <= _YEARS and {a.unit, b.unit} <= {"", "year"}
    if a.kind is not Kind.COUNT or fact.noun:
        return False
    return (b.kind in _YEARS and b.unit in ("", "year")) or (b.kind is Kind.MONEY and a.numeral.scale >= _SUM)


def evidence(fact: Fact, other: Fact) -> int:
    """How much of what is said of one figure is said of the other, whatever their sizes."""
    return len(_stems(fact) & _stems(other)) + 3 * is_of_one_noun(fact, other)


def rivals(fact: Fact, told: Body) -> list[Rival]:
    """The figures of the story that the display's may stand against, best first."""
    if _is_tag(fact):
        return []
    possible = [
        other for other in told.facts if may_be_one(fact, other) and not _is_tag(other) and not _is_apiece(fact, other)
    ]
    found = [Rival(_score(fact, other, told), other) for other in possible]
    return sorted(found, key=lambda rival: (-rival.score, rival.fact.quantity.span.start))


def _is_apiece(fact: Fact, other: Fact) -> bool:
    """Whether the story's figure is that of one of several, and the display's isn't: “at a cost of £250m each”."""
    each = [f.document.text[f.quantity.span.end : f.sentence.end].split()[:4] for f in (fact, other)]
    return not _EACH.isdisjoint(word.strip(",.;") for word in each[1]) and _EACH.isdisjoint(each[0])


def _is_tag(fact: Fact) -> bool:
    """“(Moor 31, Hill 90)”: a number that stands behind a name and counts nothing that's said."""
    if fact.quantity.kind is not Kind.COUNT or fact.noun or fact.event:
        return False
    text, span = fact.document.text, fact.quantity.span
    before = text[max(0, span.start - 24) : span.start].split()
    return text[span.end : span.end + 1] in tuple("),;+") and bool(before) and before[-1].lstrip("(")[:1].isupper()


def _score(fact: Fact, other: Fact, told: Body) -> int:
    """How much speaks for both figures being of one thing."""
    a, b = fact.quantity, other.quantity
    shared = min(3, len(_stems(fact) & _stems(other)) + _move_alike(fact, other))
    near = are_near(a.value, b.value)
    slip = is_slip(a, b)
    steady = _is_alone(fact, other, told) and told.times[b.kind, b.unit, b.value] > 1 and a.unit == b.unit != ""
    if (not shared and not fact.event and not near and not slip and not steady) or (
        _APART & {*other.modifiers} - {*fact.modifiers}
    ):
        return 0
    covered = shared > 2 and _stems(fact) <= _stems(other)
    score = shared + covered + 2 * (is_of_one_noun(fact, other) or _same_unit(a, b)) - (a.kind is not b.kind)
    if slip and (shared or abs(a.value - b.value) <= 0.005 * b.value):
        score += 3 + (not shared)
    elif near:
        score += 1
    elif not 0.05 < a.value / max(b.value, 1e-9) < 20:
        score -= 2
    alone = _is_alone(fact, other, told) * (2 if a.kind is b.kind is Kind.AGE else 1)
    return score + alone + steady + (other.sentence.start == told.lead) + _is_sole_in_lead(fact, other, told)


def _is_sole_in_lead(fact: Fact, other: Fact, told: Body) -> bool:
    """Whether headline and first sentence have one amount of money each, of one scale, or one percentage."""
    a, b = fact.quantity, other.quantity
    if (
        other.sentence.start != told.lead
        or a.kind not in (Kind.MONEY, Kind.PERCENT)
        or a.kind is not b.kind
        or a.numeral.scale != b.numeral.scale
    ):
        return False
    block = fact.document.block_at(a.span.start)
    within = (quantities_within(fact.document, span) for span in (block.span if block else a.span, other.sentence.span))
    return all(sum(q.kind is a.kind for q in found) == 1 for found in within)


def _move_alike(fact: Fact, other: Fact) -> bool:
    """Whether both are percentages by which something rises, or falls: “up 7%”, “rose by 5%”."""
    if not fact.quantity.kind is other.quantity.kind is Kind.PERCENT:
        return False
    ways = []
    for each in (fact, other):
        near = each.document.text[max(each.sentence.start, each.quantity.start - 25) : each.quantity.span.end + 12]
        ways.append({DIRECTIONS[word] for word in near.lower().split() if word in DIRECTIONS})
    return len(ways[0]) == 1 and ways[0] == ways[1]


def are_alike(fact: Fact, other: Fact) -> bool:
    """Whether more than the number's size says that both are one: noun, unit, what befell them, or a slip."""
    return (
        is_of_one_noun(fact, other)
        or _same_unit(fact.quantity, other.quantity)
        or is_slip(fact.quantity, other.quantity)
    )


def is_sole_length(fact: Fact, other: Fact, told: Body) -> bool:
    """Whether `other` is the story's one length of time in its unit, near the display's, with two words in common."""
    a, b = fact.quantity, other.quantity
    sole = len(told.values[b.kind, b.unit]) == 1 and a.kind is b.kind is Kind.TIME and a.unit == b.unit
    if not sole or min(a.value, b.value) < _LONG or not are_near(a.value, b.value) or other.years:
        return False
    return len(_stems(fact) & _stems(other)) > 1


def _same_unit(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and (a.kind is Kind.MEASURE or (a.kind is Kind.TIME and a.unit not in ("year", "day")))


def _is_alone(fact: Fact, other: Fact, told: Body) -> bool:
    """Whether the story has but this figure of the noun or, where there's none, of the unit."""
    if fact.noun and fact.noun == other.noun:
        return len(told.nouns[other.noun]) == 1
    return other.quantity.kind is not Kind.COUNT and len(told.values[other.quantity.kind, other.quantity.unit]) == 1


def _stems(fact: Fact) -> set[str]:
    return {word[:_STEM] for word in fact.words - _SCALES - {fact.noun}}
