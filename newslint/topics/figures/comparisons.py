"""Comparisons: two figures held against each other, and by how much: “117, 44 more than the 82”, “52-48, a majority of six”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.topics.figures.change import Change
from newslint.topics.figures.patterns import Skeleton, pattern

_THE = r"(?:the|its|their|his|her|last (?:year|month|week|season)['’]s|an? year (?:ago|earlier)['’]s|[\w.]+['’]s?)"
_LEAD = r"(?: [a-z'’-]+){0,4}?(?:,| –| —| \()"
# “117 shops, 44 more than the 82 it had”
_MORE = rf"<a>{_LEAD} (?:or )?(<any>) (?:[a-z]+ )?(more|fewer|less|higher|lower) than {_THE} <a>"
# “240 boats, twice the 80 of last year”, “three times the 80”
_TIMES = rf"<a>{_LEAD} (?:which is |or )?(?:(twice|double|triple|treble|half)|<n> times)(?: as (?:many|much|high) as)? {_THE} <a>"
# “by 52 votes to 48, a majority of six”, “52-48, a margin of six”
_VOTES = (
    r"\bby <n>(?: votes?)? to <n>(?: votes?)?(?:,| –| —) (?:with )?an? (?:majority|margin|lead) of (?:just |only )?<n>"
)
_SCORE = r"\b(?:vot|pass|approv|reject|defeat|back|carri|won|win|los|lead|led)[a-z]* (?:[a-z]+ ){0,4}?<any>(?: [a-z]+){0,4}?, (?:with )?an? (?:majority|margin|lead) of (?:just |only )?<n>"
_FACTORS = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "half": 0.5}
_SCORED = compiled(r"\d+[-–]\d+\Z")


def comparisons(document: Document, sentence: Skeleton) -> Iterator[Change]:
    """Every pair of figures in the sentence whose difference or quotient it tells."""
    text = sentence.text
    if " than " in text:
        yield from _differences(sentence)
    if (
        "twice" in text
        or "double" in text
        or "triple" in text
        or "treble" in text
        or "half" in text
        or " times" in text
    ):
        yield from _multiples(sentence)
    if " majority of" in text or " margin of" in text or " lead of" in text:
        yield from _majorities(document, sentence)


def _differences(sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_MORE).finditer(sentence.text):
        after, said, before = (sentence.at[match.start(group)] for group in (1, 2, 5))
        if not _are_alike(before, after) or said.kind not in (after.kind, Kind.PERCENT):
            continue
        direction = 1 if match[4].lower() in ("more", "higher") else -1
        yield Change(before, after, said, (0, 0), direction, 0.85)


def _multiples(sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_TIMES).finditer(sentence.text):
        after, before = sentence.at[match.start(1)], sentence.at[match.start(4)]
        if not _are_alike(before, after):
            continue
        times = sentence.at[match.start(3)] if match[3] else None
        factor = times.value if times else _FACTORS[match[2].lower()]
        loose = after.hedge is not Hedge.NONE or (times is not None and times.hedge is not Hedge.NONE)
        slack = 0.25 if loose else 0.12
        yield Change(before, after, None, (factor * (1 - slack), factor * (1 + slack)), 0, 0.8)


def _majorities(document: Document, sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_VOTES).finditer(sentence.text):
        won, lost, said = (sentence.at[match.start(group)] for group in (1, 2, 3))
        yield from _majority(won, lost, said)
    for match in pattern(_SCORE).finditer(sentence.text):
        score, said = sentence.at[match.start(1)], sentence.at[match.start(2)]
        if score.kind is Kind.OTHER and _SCORED.search(document[score.span]):
            dash = score.span.start + len(document[score.span].split("–")[0].split("-")[0])
            won = score._replace(top=score.value, span=Span(score.span.start, dash))
            lost = score._replace(value=score.top, span=Span(dash + 1, score.span.end))
            yield from _majority(won, lost, said)


def _majority(won: Quantity, lost: Quantity, said: Quantity) -> Iterator[Change]:
    gap = abs(won.value - lost.value)
    if said.value not in (gap / 2, won.value) and won.exact and lost.exact:  # counted from the half, or by heads
        yield Change(lost, won, said, (0, 0), 0, 0.8)


def _are_alike(a: Quantity, b: Quantity) -> bool:
    return (a.kind, a.unit) == (b.kind, b.unit) and a.top == a.value > 0 and b.top == b.value > 0
