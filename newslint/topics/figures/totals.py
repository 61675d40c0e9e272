"""Breakdowns: a total and the parts that the copy gives of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from math import prod

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import counted, is_person
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import POSSESSIVES, SCALES_IN_PLURAL, alternatives
from newslint.topics.figures.amount_lists import (
    CUMULATIVE,
    ELLIPTIC,
    NESTED,
    OVERLAPPING,
    SEPARATOR,
    UNCOUNTED,
    UNNUMBERED,
    UNNUMBERED_BEHIND,
    amounts_listed,
    are_elliptic,
    are_nested,
    are_of_the_total,
    divides,
    following,
)
from newslint.topics.figures.breakdown import REST, Breakdown, is_comparable
from newslint.topics.figures.patterns import Skeleton, pattern, skeleton, skeletons
from newslint.topics.figures.tallies import tallies

_OF_THOSE = compiled(r"\bof (?:the|these|those|them|that|whom|which)\b", re.I)


def remainders(document: Document) -> Iterator[Breakdown]:
    """“There were 60 houses. Of these, 48 … The remaining 10 …”."""
    text = document.text
    for quantity in quantities(document):
        if quantity.kind not in (Kind.COUNT, Kind.MONEY):
            continue
        before = text[max(0, quantity.start - 40) : quantity.start]
        if not ("rest" in before or "remain" in before or "other" in before or "balance" in before):
            continue
        if not compiled(REST).search(text, max(0, quantity.start - 40), quantity.start):
            continue
        window = _window(document, quantity)
        if window is None:
            continue
        amounts = [q for q in window.quantities if q.kind is quantity.kind and q.unit == quantity.unit]
        if len(amounts) != 3 or amounts[2] is not quantity or compiled(NESTED).search(_OF_THOSE.sub("", window.text)):
            continue
        if amounts[0].value > amounts[1].value and amounts[0].value > 2 and _are_of_one_sort(window, amounts, text):
            breakdown = Breakdown(amounts[0], tuple(amounts[1:]), closed=True, sure=0.85)
            if is_comparable(breakdown) and not compiled(UNNUMBERED).search(window.text):
                yield breakdown


def _are_of_one_sort(window: Skeleton, amounts: list[Quantity], text: str) -> bool:
    """Whether neither part counts what the total doesn't: “three votes … One question … the other three senators”."""
    whole, *parts = (counted(text, amount.span.end, window.span.end).noun for amount in amounts)
    return all(part in ("", whole) or not whole or (is_person(part) and is_person(whole)) for part in parts)


def _window(document: Document, quantity: Quantity) -> Skeleton | None:
    """The sentence of `quantity` with one or two before it in the same block, as far as three amounts need."""
    own, block = sentence_at(document, quantity.span.start), document.block_at(quantity.span.start)
    if own is None or block is None or own.end - own.start > 800:
        return None
    start = own.start
    for _ in range(2):
        before = sentence_at(document, start - 2)
        within = quantities_within(document, Span(start, own.end))
        if sum(q.kind is quantity.kind for q in within) >= 3 or before is None or before.start < block.start:
            break
        start = before.start
    within = quantities_within(document, Span(start, own.end))
    return skeleton(document.text, Span(start, own.end), within) if own.end - start < 800 else None


_THE = rf"(?:(?:{alternatives(POSSESSIVES)}|the|these|those|all|a total of|total|some|an estimated) )*"
# What a part of what was just counted stands behind: “15 pupils, 41 of them”.
_PART_OF = r"(?:,|\(|;| –| —)(?: and| with| but| at least| including| some)? ?\Z"
# “Dozens of plays in 20 countries, 30 of them …”: “them” may be what isn't counted.
_UNTOLD = compiled(
    rf"\b(?:{alternatives(SCALES_IN_PLURAL)}|scores|many|several|numerous|some|more|most|all|few)\b", re.I
)


def excesses(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“15 of the 12 jurors”, “15 pupils, 41 of them girls”, “of the 43, 62 were freed”."""
    if "of " not in sentence.text.lower():
        return
    yield from _more_of_those(sentence)
    yield from _out_of_fewer(document, sentence)
    for match in pattern(
        r"<n>(?:,? or <%>,?)? (?:out )?of (?:the|its|their|these|those|his|her|our) <n>(?= [a-z])"
    ).finditer(sentence.text):
        part, total = sentence.at[match.start(1)], sentence.at[match.start(3)]
        if part.exact and total.exact and total.value > 1 and not _age_or_rank(sentence.text, match.start()):
            yield from [Breakdown(total, (part,), closed=False, sure=0.9)] if part.value > total.value else ()


def _more_of_those(sentence: Skeleton) -> Iterator[Breakdown]:
    """“15 pupils, 41 of them girls”: more than any number that “them” can stand for."""
    for match in pattern(r"<n> of (?:them|whom|which)\b").finditer(sentence.text):
        part = sentence.at[match.start(1)]
        wholes = [quantity for at, quantity in sentence.at.items() if at < match.start()]
        counts = [whole for whole in wholes if whole.kind is Kind.COUNT and whole.exact]
        if not counts or len(counts) < len(wholes) or not compiled(_PART_OF).search(sentence.text, 0, match.start()):
            continue
        if 1 < prod(whole.value for whole in counts) < part.low and not _UNTOLD.search(sentence.text[: match.start()]):
            yield Breakdown(counts[-1], (part,), closed=False, sure=0.9 if len(counts) == 1 else 0.7)


def _out_of_fewer(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“Of the 43, 62 were freed”: the part must leave its noun out."""
    for match in pattern(rf"(?:^|[;“] ?)(?:of|out of) {_THE}<n>(?: [\w'’-]+){{0,6}}, <n>(?=( [a-z]+))").finditer(
        sentence.text
    ):
        total, part = sentence.at[match.start(1)], sentence.at[match.start(2)]
        own = counted(document.text, part.span.end, sentence.span.end).noun
        elliptic = compiled(ELLIPTIC).match(sentence.text, match.end(2)) or match[3].endswith("ed")
        if not own and elliptic and part.exact and total.exact and part.value > total.value > 1:
            yield Breakdown(total, (part,), closed=False, sure=0.9)


def _age_or_rank(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].rstrip().lower().endswith(("top", "age", "number", "no", "no."))


# What says that the parts are all there are.
_CLOSED = r"\b(?:ma[dk](?:e|ing) up|account(?:ed|ing)? for|constitut(?:ed|ing)|represent(?:ed|ing)|were|was|being|are) the (?:rest|remainder|others|balance)\b|\bthere (?:are|were|is|was) no (?:others?|more)\b"
_LEAD = r"(?:(?:a further|another|the remaining|the other|a|an additional|additional|and|with|with another|with a further|the rest|some|in all|a total of) )?"
_ASIDE = compiled(r" [–—-] |[(–—]")
_OPENERS = r"(: |; | – | — | - |–|—| \(|, with |, (?:comprising|made up of|consisting of|split between|divided between|comprised of) | (?:comprising|made up of|consisting of|composed of) |, )"


# What every sentence that brings its parts to a total has one of: a quick look before the close one.
_TOTALS = (
    *("total", "overall", "tally", "combined", "sum", "toll", "figure", "number", "count"),
    *("add", "amount", "in all", "altogether", "all told", "mak", "mad"),
)


@analysis
def breakdowns(document: Document) -> tuple[Breakdown, ...]:
    """Every total with its parts, in one sentence or in neighbouring ones."""
    found: list[Breakdown] = []
    for sentence in skeletons(document):
        first = next(_in_sentence(document, sentence), None)
        if first is not None:
            found.append(first)
    taken = {breakdown.parts[-1].span for breakdown in found}
    found.extend(b for b in remainders(document) if b.parts[-1].span not in taken)
    found.extend(b for b in tallies(document) if is_comparable(b) and b.parts[-1].span not in taken)
    return tuple(found)


def _in_sentence(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    found = chain(
        excesses(document, sentence),
        _of_the_total(sentence),
        _brought_to(sentence),
        _including(document, sentence),
        _listed(document, sentence),
    )
    return (breakdown for breakdown in found if is_comparable(breakdown))


def _of_the_total(sentence: Skeleton) -> Iterator[Breakdown]:
    """“Of the 60, 48 … and the remaining 12 …”, “48 of the 60 … and the other 12 …”."""
    if "of " not in sentence.text.lower() or len(sentence.at) < 3:
        return
    of = pattern(rf"(?:^|[,;“] ?|\bthat )(?:of|out of|among) {_THE}<a>")
    part_of = pattern(rf"<a>(?:<gap>{{1,40}})? (?:out )?of {_THE}<a>")
    for match, own in [
        *((m, False) for m in of.finditer(sentence.text)),
        *((m, True) for m in part_of.finditer(sentence.text)),
    ]:
        total_at = match.end() - 1
        after = following(sentence, total_at)
        parts = [quantity for _, quantity in after]
        if own:
            parts.insert(0, sentence.at[match.start(1)])
        if not 2 <= len(parts) <= 5 or not after:
            continue
        stretch = sentence.text[total_at + 1 : after[-1][0]]
        closes = compiled(REST).search(sentence.text, 0, after[-1][0]) or compiled(_CLOSED).search(
            sentence.text, after[-1][0]
        )
        if closes and not (
            compiled(NESTED).search(stretch) or compiled(UNNUMBERED).search(stretch) or _ASIDE.search(stretch)
        ):
            yield Breakdown(sentence.at[total_at], tuple(parts), closed=True, sure=0.95)


def _brought_to(sentence: Skeleton) -> Iterator[Breakdown]:
    """“48 in A and 12 in B bring the total to 60”, “…, 60 in all”."""
    if len(sentence.at) < 3 or not any(map(sentence.text.lower().__contains__, _TOTALS)):
        return
    total = pattern(
        r"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took|ma[dk](?:es?|ing)|giv(?:es?|ing)|gave|push(?:es|ing|ed)?|for|put(?:s|ting)?|equals?)\b"
        r"<gap>{0,40}\b(?:total|overall|tally|combined|sum|toll|figure|number|count)\b<gap>{0,30}<a>"
    )
    summed = pattern(
        r"(?:\ba total of|\btotall?ing|\badd(?:s|ed|ing)? up to|\bamounting to|\ba combined|\bin total,?|\bin all,?|\baltogether,?|\bma[dk](?:e|es|ing)) <a>"
    )
    behind = pattern(r"<a>(?: [a-z]{1,20}){0,2},? (?:in total|in all|altogether|all told|combined)\b")
    for match in [*total.finditer(sentence.text), *summed.finditer(sentence.text), *behind.finditer(sentence.text)]:
        at = match.start(1)
        parts = [(place, quantity) for place, quantity in sentence.at.items() if place < at]
        if not 2 <= len(parts) <= 4 or following(sentence, at) or compiled(CUMULATIVE).search(sentence.text):
            continue
        stretch = sentence.text[parts[0][0] : match.start()]
        joined = all(compiled(SEPARATOR).match(sentence.text, a + 1, b) for (a, _), (b, _) in pairwise(parts))
        if joined and not compiled(NESTED).search(stretch) and not compiled(UNNUMBERED).search(stretch):
            yield Breakdown(sentence.at[at], tuple(quantity for _, quantity in parts), closed=True, sure=0.9)


def _including(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“60 houses, including 48 in A and a further 10 in B”: no more than the total; just as many where they're said to be all."""
    if "includ" not in sentence.text and "among them" not in sentence.text:
        return
    for match in pattern(rf"<a><gap>{{1,80}}?,? (?:including|among them|includ(?:ed|es)) {_LEAD}<a>").finditer(
        sentence.text
    ):
        total, first = match.start(1), match.start(2)
        listed = amounts_listed(sentence, first)
        if listed is None:
            continue
        parts = tuple(sentence.at[at] for at in listed)
        rest = compiled(REST).search(sentence.text, 0, listed[-1]) or compiled(_CLOSED).search(
            sentence.text, listed[-1]
        )
        if rest and len(parts) > 1 and not compiled(UNNUMBERED).search(sentence.text[first:]):
            yield Breakdown(sentence.at[total], parts, closed=True, sure=0.95)
        elif are_of_the_total(document, sentence, total, listed):
            yield Breakdown(
                sentence.at[total],
                parts,
                closed=False,
                sure=0.9 if len(parts) == 1 or are_elliptic(sentence, listed) else 0.6,
            )


def _listed(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“60 houses: 48 in A and 12 in B”, “five people – two women and three men –”."""
    if len(sentence.at) < 3:
        return
    for match in pattern(rf"<a>((?:[ \u00a0][\w'’/-]+){{0,8}}){_OPENERS}{_LEAD}<a>").finditer(sentence.text):
        total, opener, first = match.start(1), match[3], match.start(4)
        listed = amounts_listed(sentence, first)
        if listed is None or len(listed) < 2 or compiled(UNNUMBERED).search(sentence.text[match.start(3) : listed[-1]]):
            continue
        if sentence.at[total].kind is Kind.MEASURE and opener == ", ":
            continue
        if compiled(UNCOUNTED).search(sentence.text, listed[-1]) or are_nested(sentence, listed):
            continue
        if compiled(UNNUMBERED_BEHIND).match(sentence.text, listed[-1] + 1):
            continue
        sure = _trust(document, sentence, total, listed, opener)
        if sure:
            yield Breakdown(sentence.at[total], tuple(sentence.at[at] for at in listed), closed=True, sure=sure)


def _trust(document: Document, sentence: Skeleton, total: int, listed: list[int], opener: str) -> float:
    """How sure it is that the list is of all the parts."""
    ratio = sum(sentence.at[at].value for at in listed) / max(1, sentence.at[total].value)
    near, nearer = 0.6 <= ratio <= 1.6, 0.75 <= ratio <= 1.34
    alike = are_of_the_total(document, sentence, total, listed)
    said = compiled(r"\b(?:total|altogether|in all)\b", re.I).search(sentence.text[: listed[0]])
    if opener == ": ":
        return 0.95 if near and (alike or said) else 0.85 if nearer else 0.0
    if opener == "; ":
        # Where they make less, there may be more of them than the copy tells.
        all_told = len(listed) > 2 and 0.88 <= ratio <= 1.34 and divides(document, sentence, total, listed)
        return (0.7 if ratio > 1 else 0.6) if all_told else 0.0
    if opener.strip() in ("–", "—", "-", "("):
        return 0.9 if near and (alike or said) else 0.7 if nearer and len(listed) > 2 else 0.0
    if opener in (", ", ", with "):
        sure = 0.6 if opener != ", " else 0.9 if said else 0.8
        apart = _is_item(sentence, total, listed[0]) or not divides(document, sentence, total, listed)
        apart = apart or bool(compiled(OVERLAPPING).search(sentence.text, listed[0], listed[-1]))
        return sure if near and alike and not apart else 0.0
    return 0.9 if near else 0.0


def _is_item(sentence: Skeleton, total: int, first: int) -> bool:
    """Whether the “total” is but the first of the list: “42 for Moor, 18 for Hill and 16 for Lane”."""
    preposition = compiled(ELLIPTIC).match(sentence.text, first + 1)
    if preposition and preposition[0] + " " in sentence.text[total + 1 : first]:
        return True
    before = [at for at in sentence.at if at < total]
    return bool(before) and bool(compiled(SEPARATOR).match(sentence.text, before[-1] + 1, total))
