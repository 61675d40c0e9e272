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
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts, meets, stem, support
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair, Verdict, judged
from newslint.text.content_words import content
from newslint.text.sentences import Sentence, sentences
from newslint.text.vocabulary import WEEKDAYS
from newslint.topics.figures.alignment import fits, rounds
from newslint.topics.figures.claims import facts
from newslint.topics.figures.contradictions import APART
from newslint.topics.figures.qualifiers import are_framed_apart

_DISPLAY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CAPTION, Role.PULL_QUOTE])
_TOLD = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE, Role.STANDFIRST, Role.CROSSHEAD])
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.OTHER])
# What tells of the one who isn't counted: “the only survivor”, “two men and a boy”.
_ONE_MORE = r"(?i)\b(?:sole|lone|only) survivor|\bsurvived\b|\band an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child|baby|teenager|driver|pilot)\b"
LIKELY = 0.5
_DAYS = frozenset(day.lower() for day in WEEKDAYS)
# A key that more amounts share says nothing of any two of them.
_MOST = 14
# So many amounts are held against one that is spoken of as known, or stands in the display.
_PARTNERS = 10
# Beyond this ratio nobody takes one amount for the other, but for noughts.
_FAR = 3.0
# Numbers up to this stand in most stories by chance.
_CHANCE = 20
# A draft of so many amounts is a table, whatever it's set as.
_TABLE = 3000


@analysis
def amount_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “amount”, in order."""
    told = [
        amount for amount in amounts(document) if amount.quantity.kind in _KINDS and amount.role in _TOLD | _DISPLAY
    ]
    if len(told) > _TABLE:
        return ()
    draft = Draft(document, told)
    found = {}
    for one, other in (*_mistyped(told), *_known(draft), *_displayed(draft)):
        if _shown(document, one, other):
            continue
        if one.span != other.span and one.sentence != other.sentence and not meets(one, other):
            suspect, right = draft.ordered(one, other)
            found[suspect.span, right.span] = (suspect, right)
    return tuple(
        Pair("amount", one.span, other.span, draft.signs(one, other)) for one, other in _sorted(found.values())
    )


@analysis
def told_twice(document: Document) -> tuple[tuple[Pair, Verdict], ...]:
    """The pairs that the judge takes for one amount given in two ways, the surest one of each suspect; none shares a place."""
    found = [(pair, judged(pair.kind, pair.signs)) for pair in amount_pairs(document)]
    likely = [(pair, verdict) for pair, verdict in found if verdict.probability >= LIKELY]
    taken: set[Span] = set()
    kept = []
    for pair, verdict in sorted(likely, key=lambda each: (-each[1].probability, each[0].suspect, each[0].other)):
        if not taken & {pair.suspect}:
            taken |= {pair.suspect}
            kept.append((pair, verdict))
    return tuple(sorted(kept, key=lambda each: each[0].suspect))


def is_display(document: Document, span: Span) -> bool:
    """Whether the place is of headline, standfirst, caption or pull quote."""
    block = document.block_at(span.start)
    return block is not None and block.role in _DISPLAY


def _shown(document: Document, one: Amount, other: Amount) -> bool:
    """Whether one is the other as a display rounds it, or all that the sentence of the other adds up to."""
    if one.unit == "score" or (one.role in _DISPLAY) is (other.role in _DISPLAY):
        return False
    said, told = (one, other) if one.role in _DISPLAY else (other, one)
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


def _displayed(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of headline, standfirst or caption that the story doesn't have, with those that they may stand for."""
    for amount in draft.told:
        stands = (amount.unit, amount.value) in draft.body
        chance = amount.unit == "count" and amount.value <= _CHANCE and not draft.stands(amount)
        if amount.role in _DISPLAY and (not stands or chance) and not _is_tag(draft.document, amount):
            others = [*draft.alike(amount, _TOLD), *draft.leading(amount)]
            yield from ((amount, other) for other in others if other.role not in _DISPLAY)


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
        self.body: dict[tuple[str, float], list[Amount]] = defaultdict(list)
        self.heads: dict[tuple[str, str], list[Amount]] = defaultdict(list)
        self.values: dict[str, set[float]] = defaultdict(set)
        self.sentences: dict[Sentence, list[Amount]] = defaultdict(list)
        for amount in told:
            if amount.role not in _DISPLAY:
                self.body[amount.unit, amount.value].append(amount)
            self.sentences[amount.sentence].append(amount)
            self.values[amount.unit].add(amount.value)
            for key in {*amount.close, "@person" if amount.persons else f"@{amount.head}"}:
                self.heads[amount.unit, key].append(amount)
        self.ladders = {unit: sorted(values) for unit, values in self.values.items()}
        self.first = first = next((amount.block for amount in told if amount.role is Role.PARAGRAPH), -1)
        self.lead = [amount for amount in told if first <= amount.block <= first + 1 and amount.role is Role.PARAGRAPH]
        self.facts = {fact.quantity.span: fact for fact in facts(document)}
        self.order = {sentence: number for number, sentence in enumerate(sentences(document))}

    def alike(self, amount: Amount, roles: frozenset[Role]) -> list[Amount]:
        """The amounts that count the same, or have a word beside them in common; the nearest in size first."""
        found = {}
        for key in {*amount.close, "@person" if amount.persons else f"@{amount.head}"}:
            group = self.heads[amount.unit, key]
            for other in group if len(group) <= 2 * _MOST else ():
                if other.role in roles and other.value != amount.value and _is_in_reach(amount, other):
                    found[other.span] = other
        near = sorted(found.values(), key=lambda other: (abs(log(_ratio(amount, other))), other.span))
        return near[:_PARTNERS]

    def stands(self, amount: Amount) -> bool:
        """Whether the story has the display's number of the same thing, or of nothing that's named."""
        equal = self.body.get((amount.unit, amount.value), ())
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
                amount.role not in _DISPLAY,
                self.times[amount.unit, amount.value] > 1,
                not amount.determiner,
                -amount.span.start,
            )

        return (one, other) if rank(one) <= rank(other) else (other, one)

    def signs(self, one: Amount, other: Amount) -> dict[str, float]:
        """What speaks for and against both being one amount."""
        signs = {
            **_printed(one, other),
            **_counted(one, other),
            **_framed(one, other),
            **self._placed(one, other),
            **self._said(one, other),
        }
        return {name: float(value) for name, value in signs.items() if value}

    def _are_parallel(self, one: Amount, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether both sentences say the same but for a word or two in each: two things told in one manner."""
        common, left, right = len(mine & theirs), len(mine - theirs), len(theirs - mine)
        return one.role not in _DISPLAY and min(left, right) > 0 and common >= max(left, right)

    def _are_framed_apart(self, one: Amount, other: Amount) -> bool:
        """Whether the clauses of both say that they're of another time, a plan, room, or somebody's reckoning."""
        mine, theirs = self.facts.get(one.span), self.facts.get(other.span)
        return bool(mine and theirs and are_framed_apart(mine, theirs))

    def _placed(self, one: Amount, other: Amount) -> dict[str, float]:
        block = abs(one.block - other.block)
        apart = abs(self.order[one.sentence] - self.order[other.sentence])
        caption = Role.CAPTION in (one.role, other.role)
        return {
            "headline": one.role is Role.HEADLINE,
            "headline-lead": one.role is Role.HEADLINE and other.block <= self.first + 1,
            "far": log(1 + block) / 2,
            "standfirst": Role.STANDFIRST in (one.role, other.role),
            "caption": caption,
            "list": Role.LIST_ITEM in (one.role, other.role),
            "both-lists": one.role is other.role is Role.LIST_ITEM,
            "same-block": one.block == other.block,
            "next-sentence": apart == 1,
            "lead": other.block == self.first,
            "later": one.span.start > other.span.start,
        }

    def _said(self, one: Amount, other: Amount) -> dict[str, float]:
        times = self.times[one.unit, one.value] > 1, self.times[other.unit, other.value] > 1
        mine, theirs = content(self.document, one.sentence), content(self.document, other.sentence)
        families = {word[:5] for word in mine.words} & {word[:5] for word in theirs.words}
        gap = abs(one.value - other.value)
        values = self.values[one.unit]
        alone = _near(one, self.ladders[one.unit])
        return {
            "suspect-recurs": times[0] and not times[1],
            "other-recurs": times[1] and not times[0],
            "both-recur": all(times),
            "shared-words": min(4, len(families)) / 2,
            "shared-names": bool(mine.names & theirs.names),
            "names-apart": bool(mine.names and theirs.names and not mine.names & theirs.names),
            "adds-up": gap in values or one.value + other.value in values,
            "sole-rival": alone == 2,
            "crowd": log(len(values)),
            "covered": one.role in _DISPLAY and len(families) / max(1, len(mine.words)),
            "near-names-apart": bool(one.names and other.names and not one.names & other.names),
            "near-names-shared": bool(one.names & other.names),
            "near-names-new": bool(one.names - theirs.names and other.names - mine.names),
            "parallel": self._are_parallel(one, mine.words, theirs.words),
            "other-figures": _differ_in_more(self.sentences[one.sentence], self.sentences[other.sentence]),
            "own-close-words": min(3, len(one.close - families), len(other.close - families)),
            "apart-words": bool((mine.words ^ theirs.words) & APART),
            "framed-apart": self._are_framed_apart(one, other),
            "in-a-row": _is_in_a_row(self.document, one) or _is_in_a_row(self.document, other),
            "one-told": abs(one.value - other.value) == 1
            and any(compiled(_ONE_MORE).search(self.document[each.sentence]) for each in (one, other)),
            "days-apart": _days(mine.words) != _days(theirs.words),
        }


def _is_in_a_row(document: Document, amount: Amount) -> bool:
    """“$97/$110/$124”, “082 373 5950”: one of several numbers, or a part of one that counts nothing."""
    text, span = document.text, amount.span
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return "/" in (before[-1:], behind[:1]) or (
        amount.unit == "count" and (before[:1].isdigit() or behind[1:].isdigit())
    )


def _differ_in_more(one: list[Amount], other: list[Amount]) -> bool:
    """Whether two figures or more differ, one for one: two things told in one manner, not one thing told twice."""
    return sum(a.value != b.value and a.unit == b.unit for a, b in zip(one, other, strict=False)) > 1


def _days(said: frozenset[str]) -> frozenset[str]:
    return said & _DAYS


def _ratio(one: Amount, other: Amount) -> float:
    return max(one.value, 1e-9) / max(other.value, 1e-9)


def _is_in_reach(one: Amount, other: Amount) -> bool:
    return 1 / _FAR <= _ratio(one, other) <= _FAR


def _near(amount: Amount, ladder: list[float]) -> int:
    """How many of the values in order are within reach of the amount's own."""
    value = max(amount.value, 1e-9)
    return bisect_right(ladder, value * _FAR) - bisect_left(ladder, value / _FAR)


def _printed(one: Amount, other: Amount) -> dict[str, float]:
    """How the numbers themselves are alike."""
    a, b = one.figures, other.figures
    plain = not (one.quantity.numeral.spelled or other.quantity.numeral.spelled)
    same_form = plain and one.quantity.numeral.scale == other.quantity.numeral.scale and len(a) == len(b)
    turned = same_form and sorted(a) == sorted(b) and a != b and one.unit != "score"
    wrong = sum(x != y for x, y in zip(a, b, strict=False)) if same_form else 0
    core = len(a.rstrip("0"))
    long = len(a.replace("0", "")) > 2
    alike = (bool(one.head) and stem(one.head) == stem(other.head)) or (one.persons and other.persons)
    small = max(one.value, other.value) <= 12 and one.unit == "count"
    nought = plain and a.rstrip("0") == b.rstrip("0") and core > 1
    return {
        "turned": turned,
        "turned-long": turned and long,
        "swapped": turned and wrong == 2,
        "turned-known": turned and bool(one.determiner),
        "turned-alike": turned and (alike or len(one.close & other.close) > 1),
        "known-alike": bool(one.determiner) and alike and not turned,
        "small-known": small and bool(one.determiner),
        "small-headline": small and one.role is Role.HEADLINE,
        "turned-percent": turned and one.unit == "%",
        "one-digit": same_form and wrong == 1 and len(a) > 2,
        "one-digit-long": same_form and wrong == 1 and len(a) > 3,
        "nought": nought,
        "scale": nought and one.quantity.numeral.scale != other.quantity.numeral.scale,
        "ratio": min(2.0, abs(log(_ratio(one, other)))),
        "by-one": abs(one.value - other.value) == 1,
        "small": small,
        "great": min(3.0, log(max(1.0, min(one.value, other.value) / 100))) if one.unit == "count" else 0.0,
        "exact": one.quantity.numeral.grain == other.quantity.numeral.grain == 1 and one.value > 20,
        "coarser": one.quantity.numeral.grain > other.quantity.numeral.grain,
    }


def _counted(one: Amount, other: Amount) -> dict[str, float]:
    """Whether both are of one sort of thing."""
    headed = bool(one.head and other.head)
    alike = headed and stem(one.head) == stem(other.head)
    persons = one.persons and other.persons
    shared = len(one.close & other.close)
    return {
        "same-head": alike,
        "persons": persons and not alike,
        "other-head": headed and not alike and not persons,
        "one-head": bool(one.head) != bool(other.head),
        "close-words": min(3, shared),
        "no-close-word": not shared,
        "money": one.quantity.kind is Kind.MONEY,
        "percent": one.quantity.kind is Kind.PERCENT,
        "measure": one.quantity.kind is Kind.MEASURE,
        "score": one.unit == "score",
        "one-compound": one.compound != other.compound,
        "both-compound": one.compound and other.compound,
    }


def _framed(one: Amount, other: Amount) -> dict[str, float]:
    """How the words around either put it."""
    hedges = {one.quantity.hedge, other.quantity.hedge}
    differ = {f"{frame}-apart": 1.0 for frame in one.frames ^ other.frames}
    both = {f"{frame}-both": 1.0 for frame in one.frames & other.frames}
    return differ | both | {
        "definite": bool(one.determiner), "of": one.determiner == "of",
        "owned": one.determiner in ("’s", "its", "his", "her", "their", "our", "my", "your"),
        "the": one.determiner in ("the", "these", "those", "this"),
        "all": one.determiner in ("all", "both"),
        "both-definite": bool(one.determiner and other.determiner),
        "other-definite": bool(other.determiner and not one.determiner),
        "hedged": hedges != {Hedge.NONE}, "hedged-apart": len(hedges) == 2,
        "range": one.quantity.top != one.value or other.quantity.top != other.value,
        "one-quoted": one.quoted != other.quoted, "both-quoted": one.quoted and other.quoted,
    }  # fmt: skip
