"""Breakdowns: a total and the parts that the copy gives of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.counted import counted, is_person
from newslint.analysis.quantities import Kind, Quantity, quantities, quantities_within
from newslint.analysis.sentences import sentence_at, sentences
from newslint.analysis.skeletons import Skeleton, pattern, skeleton, skeletons
from newslint.document import Document, analysis
from newslint.source import Span

_THE = r"(?:(?:the|these|those|its|their|his|her|our|all|a total of|total|some|an estimated) )*"
# What says that the parts are all there are.
_REST = re.compile(r"\b(?:(?:remaining|remainder|rest,?|balance)(?: [^,;:.()]{0,25})?|the other) ?\Z", re.I)
_CLOSED = re.compile(
    r"\b(?:ma[dk](?:e|ing) up|account(?:ed|ing)? for|constitut(?:ed|ing)|represent(?:ed|ing)|were|was|being|are) the (?:rest|remainder|others|balance)\b"
)
_LEAD = r"(?:(?:a further|another|the remaining|the other|a|an additional|additional|and|with|with another|with a further|the rest|some|in all|a total of) )?"
_SEPARATOR = re.compile(
    r"[^,;:.()–—]{0,80}?(?:,? and|;|; and|,|,? plus|,? as well as|,? with|,? while|,? but| &) "
    r"(?:(?:a further|a|another|the remaining|the other|the rest[,:]?|the last|an additional|additional|then|with|the|only|just|all) ){0,2}\Z"
)
_NESTED = re.compile(
    r"\b(?:including|includes?|of (?:whom|which|them|these|those)|among (?:them|whom|which)|compared|up from|down from|(?:out )?of the|"
    r"per|each|every|minutes?|times|in addition|besides|apart from|except|than|versus|instead|rather)\b", re.I
)  # fmt: skip
# An item of a list that stands without a number: “a woman and two men”.
_UNNUMBERED = re.compile(
    r"(?:, |; | and |: |– |— |\()(?:an?|one|another|his|her|their|its|some|several|many|dozens|hundreds|both)\s(?!further|additional|total|combined|[^\x00-\udfff])",
    re.I,
)
_ASIDE = re.compile(r" [–—-] |[(–—]")
_OF_THOSE = re.compile(r"\bof (?:the|these|those|them|that|whom|which)\b", re.I)
_CUMULATIVE = re.compile(
    r"\b(?:new|more|additional|another|further|latest|since|previous(?:ly)?|so far|this year|career|season|already|increase|earlier)\b",
    re.I,
)
_OPENERS = re.compile(
    r"(: | – | — | - |–|—| \(|, with |, (?:comprising|made up of|consisting of|split between|divided between|comprised of) | (?:comprising|made up of|consisting of|composed of) |, )"
)
_ELLIPTIC = re.compile(r" (?:in|at|from|to|on|for|by|with|were|was|of them|near|under|aged|had|against)\b")


class Breakdown(NamedTuple):
    """`total` is said to consist of `parts`: of just these (`closed`), or of these among others. `sure` is from 0 to 1."""

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    sure: float


@analysis
def breakdowns(document: Document) -> tuple[Breakdown, ...]:
    """Every total with its parts, in one sentence or in neighbouring ones."""
    found: list[Breakdown] = []
    for sentence in skeletons(document):
        first = next(_in_sentence(document, sentence), None)
        if first is not None:
            found.append(first)
    taken = {breakdown.parts[-1].span for breakdown in found}
    found.extend(b for b in _over_sentences(document) if b.parts[-1].span not in taken)
    return tuple(found)


def _in_sentence(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    for find in (_more_than_all, _of_the_total, _brought_to, _including, _listed):
        for breakdown in find(document, sentence):
            if _comparable(breakdown):
                yield breakdown


def _comparable(breakdown: Breakdown) -> bool:
    total = breakdown.total
    if any(part.unit != total.unit or part.kind is not total.kind for part in breakdown.parts):
        return False
    made = sum(part.value for part in breakdown.parts)
    return not breakdown.closed or (total.value > 0 and 0.5 <= made / total.value <= 2)


def _following(sentence: Skeleton, offset: int) -> list[tuple[int, Quantity]]:
    return [(at, quantity) for at, quantity in sentence.at.items() if at > offset]


def _more_than_all(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“15 of the 12 jurors”."""
    for match in pattern(
        r"<n>(?:,? or <%>,?)? (?:out )?of (?:the|its|their|these|those|his|her|our) <n>(?= [a-z])"
    ).finditer(sentence.text):
        part, total = sentence.at[match.start(1)], sentence.at[match.start(3)]
        if part.exact and total.exact and total.value > 1 and not _age_or_rank(sentence.text, match.start()):
            yield from [Breakdown(total, (part,), closed=False, sure=0.9)] if part.value > total.value else ()


def _age_or_rank(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].rstrip().lower().endswith(("top", "age", "number", "no", "no."))


def _of_the_total(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“Of the 60, 48 … and the remaining 12 …”, “48 of the 60 … and the other 12 …”."""
    of = pattern(rf"(?:^|[,;“] ?|\bthat )(?:of|out of|among) {_THE}<a>")
    part_of = pattern(rf"<a>(?:<gap>{{1,40}})? (?:out )?of {_THE}<a>")
    for match, own in [
        *((m, False) for m in of.finditer(sentence.text)),
        *((m, True) for m in part_of.finditer(sentence.text)),
    ]:
        total_at = match.end() - 1
        after = _following(sentence, total_at)
        parts = [quantity for _, quantity in after]
        if own:
            parts.insert(0, sentence.at[match.start(1)])
        if not 2 <= len(parts) <= 5 or not after:
            continue
        stretch = sentence.text[total_at + 1 : after[-1][0]]
        closes = _REST.search(sentence.text, 0, after[-1][0]) or _CLOSED.search(sentence.text, after[-1][0])
        if closes and not (_NESTED.search(stretch) or _UNNUMBERED.search(stretch) or _ASIDE.search(stretch)):
            yield Breakdown(sentence.at[total_at], tuple(parts), closed=True, sure=0.95)


def _brought_to(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“48 in A and 12 in B bring the total to 60”, “…, 60 in all”."""
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
        if not 2 <= len(parts) <= 4 or _following(sentence, at) or _CUMULATIVE.search(sentence.text):
            continue
        stretch = sentence.text[parts[0][0] : match.start()]
        joined = all(_SEPARATOR.match(sentence.text, a + 1, b) for (a, _), (b, _) in zip(parts, parts[1:]))
        if joined and not _NESTED.search(stretch) and not _UNNUMBERED.search(stretch):
            yield Breakdown(sentence.at[at], tuple(quantity for _, quantity in parts), closed=True, sure=0.9)


def _including(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“60 houses, including 48 in A and a further 10 in B”: no more than the total; just as many where they're said to be all."""
    for match in pattern(rf"<a><gap>{{1,80}}?,? (?:including|among them|includ(?:ed|es)) {_LEAD}<a>").finditer(
        sentence.text
    ):
        total, first = match.start(1), match.start(2)
        listed = _list(sentence, first)
        if listed is None:
            continue
        parts = tuple(sentence.at[at] for at in listed)
        rest = _REST.search(sentence.text, 0, listed[-1]) or _CLOSED.search(sentence.text, listed[-1])
        if rest and len(parts) > 1 and not _UNNUMBERED.search(sentence.text[first:]):
            yield Breakdown(sentence.at[total], parts, closed=True, sure=0.95)
        elif _alike(document, sentence, total, listed):
            yield Breakdown(
                sentence.at[total],
                parts,
                closed=False,
                sure=0.9 if len(parts) == 1 or _elliptic(sentence, listed) else 0.6,
            )


def _listed(document: Document, sentence: Skeleton) -> Iterator[Breakdown]:
    """“60 houses: 48 in A and 12 in B”, “five people – two women and three men –”."""
    for match in pattern(rf"<a>((?:[ \u00a0][\w'’/-]+){{0,8}}){_OPENERS.pattern}{_LEAD}<a>").finditer(sentence.text):
        total, opener, first = match.start(1), match[3], match.start(4)
        listed = _list(sentence, first)
        if listed is None or len(listed) < 2 or _UNNUMBERED.search(sentence.text[match.start(3) : listed[-1]]):
            continue
        if sentence.at[total].kind is Kind.MEASURE and opener == ", ":
            continue
        sure = _trust(document, sentence, total, listed, opener)
        if sure:
            yield Breakdown(sentence.at[total], tuple(sentence.at[at] for at in listed), closed=True, sure=sure)


def _trust(document: Document, sentence: Skeleton, total: int, listed: list[int], opener: str) -> float:
    """How sure it is that the list is of all the parts."""
    ratio = sum(sentence.at[at].value for at in listed) / max(1, sentence.at[total].value)
    near, nearer = 0.6 <= ratio <= 1.6, 0.75 <= ratio <= 1.34
    alike = _alike(document, sentence, total, listed)
    said = re.search(r"\b(?:total|altogether|in all)\b", sentence.text[: listed[0]], re.I)
    if opener == ": ":
        return 0.95 if near and (alike or said) else 0.85 if nearer else 0.0
    if opener.strip() in ("–", "—", "-", "("):
        return 0.9 if near and (alike or said) else 0.7 if nearer and len(listed) > 2 else 0.0
    if opener in (", ", ", with "):
        sure = 0.6 if opener != ", " else 0.9 if said else 0.8
        return sure if near and alike and not _is_item(sentence, total, listed[0]) else 0.0
    return 0.9 if near else 0.0


def _is_item(sentence: Skeleton, total: int, first: int) -> bool:
    """Whether the “total” is but the first of the list: “42 for Moor, 18 for Hill and 16 for Lane”."""
    preposition = _ELLIPTIC.match(sentence.text, first + 1)
    if preposition and preposition[0] + " " in sentence.text[total + 1 : first]:
        return True
    before = [at for at in sentence.at if at < total]
    return bool(before) and bool(_SEPARATOR.match(sentence.text, before[-1] + 1, total))


def _list(sentence: Skeleton, first: int) -> list[int] | None:
    """The offsets of a list's quantities from `first` on; None where more of their unit follow in another way."""
    unit, kind = sentence.at[first].unit, sentence.at[first].kind
    listed, after = [first], _following(sentence, first)
    stretch_end = len(sentence.text)
    for at, quantity in after:
        between = sentence.text[listed[-1] + 1 : at]
        if quantity.kind in (Kind.AGE, Kind.YEAR, Kind.OTHER, Kind.ORDINAL, Kind.TIME):
            return None
        if not _SEPARATOR.match(sentence.text, listed[-1] + 1, at) or _NESTED.search(between):
            stretch_end = at
            break
        if (quantity.unit, quantity.kind) != (unit, kind):
            return None
        listed.append(at)
    left = [quantity for at, quantity in after if at >= stretch_end and (quantity.unit, quantity.kind) == (unit, kind)]
    return None if left else listed


def _alike(document: Document, sentence: Skeleton, total: int, listed: list[int]) -> bool:
    """Whether the parts are of the total's own sort: elliptical, of the same noun, or people of people."""
    if sentence.at[total].kind is Kind.MONEY:
        return True
    whole = _noun(document, sentence, total)
    for at in listed:
        noun = _noun(document, sentence, at)
        if noun == whole or (_is_people(document, sentence, at, noun) and (is_person(whole) or not whole)):
            continue
        if noun and not _ELLIPTIC.match(sentence.text, at + 1):
            return False
        if not noun and not _ELLIPTIC.match(sentence.text, at + 1) and not _ends(sentence.text, at):
            return False
    return True


def _is_people(document: Document, sentence: Skeleton, at: int, noun: str) -> bool:
    """People by their noun, or by a name in the plural: Democrats, Swedes."""
    end = sentence.at[at].span.end
    return is_person(noun) or (bool(noun) and document.text[end : end + 2].strip().isupper())


def _ends(text: str, at: int) -> bool:
    return text[at + 1 : at + 2] in (".", ",", ")", "")


def _elliptic(sentence: Skeleton, listed: list[int]) -> bool:
    return all(_ELLIPTIC.match(sentence.text, at + 1) or at == listed[0] for at in listed)


def _noun(document: Document, sentence: Skeleton, at: int) -> str:
    return counted(document.text, sentence.at[at].span.end, sentence.span.end).noun


def _over_sentences(document: Document) -> Iterator[Breakdown]:
    """“There were 60 houses. Of these, 48 … The remaining 10 …”."""
    text = document.text
    for quantity in quantities(document):
        if quantity.kind not in (Kind.COUNT, Kind.MONEY):
            continue
        if not _REST.search(text, max(0, quantity.start - 40), quantity.start):
            continue
        window = _window(document, quantity)
        if window is None:
            continue
        amounts = [q for q in window.quantities if q.kind is quantity.kind and q.unit == quantity.unit]
        if len(amounts) != 3 or amounts[2] is not quantity or _NESTED.search(_OF_THOSE.sub("", window.text)):
            continue
        if amounts[0].value > amounts[1].value and amounts[0].value > 2:
            breakdown = Breakdown(amounts[0], tuple(amounts[1:]), closed=True, sure=0.85)
            if _comparable(breakdown) and not _UNNUMBERED.search(window.text):
                yield breakdown


def _window(document: Document, quantity: Quantity) -> Skeleton | None:
    """The sentence of `quantity` with one or two before it in the same block, as far as three amounts need."""
    own, block = sentence_at(document, quantity.span.start), document.block_at(quantity.span.start)
    if own is None or block is None:
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
