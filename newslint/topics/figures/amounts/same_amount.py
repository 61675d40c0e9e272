"""Pairs of amounts that may be one amount given twice, with what speaks for and against it.

A pair is proposed where one number may be mistyped for the other, where an amount that is spoken of as known (“the 63
households”) stands nowhere else, where two sentences speak of one thing, and where the display has an amount that the story
doesn't. What it's worth, the judge says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, pairwise, starmap

from newslint.document import Document, Role, analysis
from newslint.packs.rule import WARNED
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, amounts, meets, support
from newslint.story.quantities import word_before
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.text.content_words import content
from newslint.text.nouns import is_person
from newslint.text.vocabulary import FUNCTION
from newslint.topics.figures.amounts.amount_signs import DISPLAYED, rare_families
from newslint.topics.figures.amounts.rounding import fits, rounds
from newslint.topics.figures.amounts.slips import slips
from newslint.topics.figures.amounts.told_amounts import MOST, Draft, is_in_reach, sort_of, standfirsts
from newslint.topics.figures.amounts.two_amounts import are_two_things, is_broken
from newslint.topics.figures.vicinity import (
    amount_at,
    likeliest,
    numbers_of_shares,
    shares_stated,
    table,
)

_TOLD = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE, Role.STANDFIRST, Role.CROSSHEAD])
_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.TIME, Kind.OTHER])
# Numbers up to this stand in most stories by chance.
_CHANCE = 20
_OTHERS = compiled(r" (?:other|rival)s?\b")
# “… and its driver”
_AND_ONE = compiled(r"[^,.;:()]{3,40}? and (?:the|a|an|its|his|her|their) (?P<one>(?:[a-z-]+ ){1,3})")


@analysis
def amount_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “amount”, of kind “shown” where one stands in the display, and of kind “retold” where two sentences say
    nearly the same, in order.
    """
    return () if table(document) else _pairs(_draft(document))


def altered_shown_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “shown” that there would be if the display's amount had a slip: what true pairs look like, for bench/fit.py."""
    return () if table(document) else tuple(_altered(_draft(document)))


def _altered(draft: Draft) -> Iterator[Pair]:
    for right, wrong in slips(draft.told):
        told = [wrong if each.span == wrong.span else each for each in draft.told]
        times = draft.times - Counter([(wrong.unit, right.value)]) + Counter([(wrong.unit, wrong.value)])
        for pair in _pairs(Draft(draft.document, told, times)):
            if pair.kind == "shown" and {pair.suspect, pair.other} == {wrong.span, right.span}:
                yield pair


def _draft(document: Document) -> Draft:
    lines, shares, borne = standfirsts(document), numbers_of_shares(document), versions(document)
    told = [
        a
        for a in amounts(document)
        if a.quantity.kind in _KINDS
        and a.role in _TOLD | DISPLAYED
        and a.span not in shares
        and not (is_broken(a) and a.value in borne)
    ]
    told = [a._replace(role=Role.STANDFIRST) if a.block in lines else a for a in told]
    return Draft(document, told, support(document))


@analysis
def versions(document: Document) -> set[float]:
    """The broken numbers that a name bears, and no unit: “openSUSE 12.1”."""
    return {amount.value for amount in amounts(document) if is_broken(amount) and _is_borne(document, amount)}


def _is_borne(document: Document, amount: Amount) -> bool:
    """Whether a name stands before the number, and behind it nothing that it counts."""
    word = word_before(document.text, amount.quantity.start, amount.sentence.start)
    return not amount.head and word[-1:].isalnum() and word.lower() != word and word.lower() not in FUNCTION


def _pairs(draft: Draft) -> tuple[Pair, ...]:
    # The cheap questions first, and what several ways propose is asked of once.
    proposed = chain(
        _mistyped(draft), _known(draft), _said_again(draft), _of_one_thing(draft), _displayed(draft)
    )  # fmt: skip
    differing = [(a, b) for a, b in proposed if a.sentence != b.sentence and not meets(a, b)]
    pairs = {(one.span, other.span): (one, other) for one, other in starmap(draft.ordered, differing)}
    found = {spans: pair for spans, pair in pairs.items() if not are_two_things(draft.document, *pair)}
    kin = {spans: draft.kinship(*pair) for spans, pair in found.items()}
    most: dict[Span, int] = defaultdict(int)
    for (place, _), number in kin.items():
        most[place] = max(most[place], number)
    return tuple(
        _pair(draft, one, other, kin[one.span, other.span] < most[one.span]) for one, other in _sorted(found.values())
    )


def _pair(draft: Draft, one: Amount, other: Amount, worse: bool) -> Pair:
    """The pair with its signs; `worse` is whether the sentence of the one has more in common with another's."""
    signs = draft.signs(one, other) | measured({"worse-match": worse})
    if signs.get("said-again"):
        kind = "retold"
    else:
        kind = "shown" if (one.role in DISPLAYED) is not (other.role in DISPLAYED) else "amount"
    return Pair(kind, one.span, other.span, signs)


@analysis
def told_twice(document: Document) -> tuple[tuple[Pair, Verdict], ...]:
    """The pairs that the judge takes for one amount given in two ways, the surest one of each suspect."""
    pairs = amount_pairs(document)
    retold = {_claim(document, pair) for pair in pairs if _is_told_best(pair)}
    return tuple(likeliest(pair for pair in pairs if _is_told_best(pair) or _claim(document, pair) not in retold))


def _claim(document: Document, pair: Pair) -> tuple[Span, float]:
    """What the pair says: that the suspect should be so much."""
    return pair.suspect, amount_at(document, pair.other).value


def _is_told_best(pair: Pair) -> bool:
    """Whether it's as sure as a warning is, and no other sentence tells the same rather: the reader is shown that one."""
    return not pair.signs.get("worse-match") and judged(pair.kind, pair.signs).probability >= WARNED


def is_display(document: Document, span: Span) -> bool:
    """Whether the place is of headline, standfirst, caption or pull quote."""
    block = document.block_at(span.start)
    return block is not None and block.role in DISPLAYED


def _sorted(pairs: Iterable[tuple[Amount, Amount]]) -> list[tuple[Amount, Amount]]:
    return sorted(pairs, key=lambda pair: (pair[0].span, pair[1].span))


def _mistyped(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts whose figures are turned, or differ in one figure or by a nought; none of the display that the story has."""
    groups: dict[tuple[object, ...], list[Amount]] = defaultdict(list)
    for amount in draft.told:
        borne_out = amount.role in DISPLAYED and amount.unit != "score" and _stands(draft, amount)
        for key in () if borne_out else _keys(amount):
            groups[key].append(amount)
    for group in groups.values():
        if len(group) <= MOST:
            yield from ((a, b) for a, b in combinations(group, 2) if a.value != b.value)


def _stands(draft: Draft, amount: Amount) -> bool:
    return draft.stands(amount) or _is_of_the_others(draft, amount)


def _keys(amount: Amount) -> Iterator[tuple[object, ...]]:
    figures, numeral = amount.figures, amount.quantity.numeral
    core = figures.strip("0")
    if not amount.has_figures or "e" in figures or not core:
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
        if amount.determiner and not draft.recurs(amount):
            yield from ((amount, other) for other in draft.alike(amount, _TOLD))


def _of_one_thing(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of one size in two sentences of the story, beside two words that both have, or one that hardly stands elsewhere."""
    for group in draft.heads.values():
        if 1 < len(group) <= MOST:
            told = [amount for amount in group if amount.role not in DISPLAYED]
            for one, other in combinations(told, 2):
                if (
                    one.value != other.value
                    and one.sentence != other.sentence
                    and is_in_reach(one, other)
                    and (
                        len(one.close & other.close) > 1 or rare_families(draft.document, one.sentence, other.sentence)
                    )
                ):
                    yield one, other


def _said_again(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts that count the same in two sentences of the story that say nearly the same."""
    for (_, key), group in draft.heads.items():
        if key[:1] == "@" and 1 < len(group) <= 2 * MOST:
            words = [content(draft.document, amount.sentence).words for amount in group]
            for a, b in combinations(range(len(group)), 2):
                one, other, common = group[a], group[b], words[a] & words[b]
                alike = len(common) > 2 and min(len(words[a] - common), len(words[b] - common)) < 2
                if alike and one.value != other.value and DISPLAYED.isdisjoint((one.role, other.role)):
                    yield one, other


def _displayed(draft: Draft) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of headline, standfirst or caption that the story doesn't have, with those that they may stand for."""
    beside = {(each.block, each.value, sort_of(each)) for each in draft.told if each.role in DISPLAYED}
    for amount in draft.told:
        stands = bool(draft.equal[amount.unit, amount.value])
        chance = amount.unit == "count" and 1 < amount.value <= _CHANCE and not draft.stands(amount)
        if (
            amount.role not in DISPLAYED
            or _is_tag(draft.document, amount)
            or (not stands and _is_rounded(draft, amount))
        ):
            continue
        if not stands or chance:
            others = [*draft.alike(amount, _TOLD), *draft.leading(amount)]
            for other in others:
                # “Three boys among five dead”: the five people of the story are the headline's five
                taken = (amount.block, other.value, sort_of(other)) in beside
                if other.role not in DISPLAYED and not taken:
                    yield amount, other


def _is_rounded(draft: Draft, amount: Amount) -> bool:
    """Whether the story has the display's amount in full, or in other words, or in two or three that follow each other."""
    return (
        _is_added_up(draft, amount)
        or _is_with_one_more(draft, amount)
        or _is_of_the_others(draft, amount)
        or _is_share(draft, amount)
        or any(
            rounds(amount.quantity, a.quantity) or fits(amount.quantity, a.quantity)
            for a in draft.told
            if a.unit == amount.unit and a.role not in DISPLAYED and amount.unit != "score"
        )
    )


def _is_share(draft: Draft, amount: Amount) -> bool:
    """Whether the story has the display's percentage as a fraction: “seven in ten”."""
    stated = shares_stated(draft.document) if amount.quantity.kind is Kind.PERCENT else ()
    plain = (share for share in stated if not share.percent and share.amount.quantity.hedge is Hedge.NONE)
    return any(share.allows(amount.value / 100) for share in plain if share.amount.role not in DISPLAYED)


def _is_added_up(draft: Draft, amount: Amount) -> bool:
    """Whether two or three items of a list, one behind the other, make the display's: 1.5m of 1,340,869 and 151,751."""
    such = [a for a in draft.heads[amount.unit, sort_of(amount)] if a.role not in DISPLAYED] if amount.head else []
    loose = amount.quantity.numeral.grain / 2
    runs = (such[at : at + many] for many in (2, 3) for at in range(len(such) - many + 1))
    sums = [sum(a.value for a in run) for run in runs if all(b.block - a.block == 1 for a, b in pairwise(run))]
    return amount.value > _CHANCE and any(abs(made - amount.value) <= loose for made in sums)


def _is_with_one_more(draft: Draft, amount: Amount) -> bool:
    """Whether the story has one person less and tells of another with them: “two passengers of the bus and its driver”."""
    text, less = draft.document.text, draft.equal[amount.unit, amount.value - 1] if amount.persons else ()
    joined = [_AND_ONE.match(text, a.span.end) for a in less if a.persons]
    return any(match is not None and any(map(is_person, match["one"].split())) for match in joined)


def _is_of_the_others(draft: Draft, amount: Amount) -> bool:
    """Whether the display counts the others of one more that the story has: “83 other projects” of its 84."""
    more = draft.equal[amount.unit, amount.value + 1]
    return bool(more) and _OTHERS.match(draft.document.text, amount.span.end) is not None


def _is_tag(document: Document, amount: Amount) -> bool:
    """“(Moor 31, Hill 90)”: a number that stands behind a name and counts nothing that’s said."""
    before = document.text[max(0, amount.span.start - 24) : amount.span.start].split()
    bare = (
        amount.unit == "count"
        and not amount.head
        and document.text[amount.span.end : amount.span.end + 1] in tuple("),;+")
    )
    return bare and bool(before) and before[-1].lstrip("(")[:1].isupper()
