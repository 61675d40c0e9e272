"""Told lengths: the lengths of time that the ends around them don't bear out, as the judge is asked about them."""

from __future__ import annotations

from bisect import bisect_left

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.same import Pair, measured
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import STRONG_PASTS, alternatives
from newslint.topics.figures.lengths.ends import End, ends, ends_within, starts_of_ends
from newslint.topics.figures.lengths.length_signs import signs
from newslint.topics.figures.lengths.lengths import Claim, Length, claims, unborne

_TO = compiled(r" (?P<way>before|after) (?:[^.;:,()“”\"]{0,60}?(?:in|on|of) )?")
# “Sang for 11 years and joined the mill in 2015”: of two deeds that are told together the first comes first.
_AND_THEN = compiled(
    rf"[^.;:()“”\"\d]{{0,60}}?,? (?:and|then|but)(?:, (?:in|on) | (?:then |later )?(?:[a-z]+ed|{alternatives(STRONG_PASTS)})\b(?:[^.;:()“”\"\d]{{0,60}}? (?:in|on))? )"
)
_FOR = compiled(r"\bfor \Z")
_THEN = compiled(r"\bafter \Z")
_RIGHT_BEHIND = compiled(r",? ?(?:\(|or |just |only |about |exactly |and )?")
# What ends or begins a life or a marriage, and what says that a length is of one or counts from it.
_OF_A_LIFE = compiled(r"(?i)\b(?:born|died|dies|death|married|wed|widowed|divorced)\b[^.;]*\Z")
_LIFE = compiled(
    r"(?i)\b(?:li(?:fe|ved?|ves|ving)|age|aged|old|marriage|married|wives|wife|husband|widow(?:er|ed)?|couple|together|reign\w*|alone|died|death|outlived|later|after|before|since|until|till)\b"
)
_LATER = compiled(r",? later\b")
_AFTER = compiled(r",? after (?:[a-z]+ ){0,2}")


@analysis
def length_pairs(document: Document) -> tuple[Pair, ...]:
    """Every length with every two ends that may be its own, and don't bear it out."""
    return tuple(
        Pair("length", length, first, measured(signs(document, claim, around)), (last,))
        for (length, first, last), (claim, around) in _unborne(document).items()
    )


def right_length(document: Document, pair: Pair) -> str:
    """The length between the ends of `pair`, one of `length_pairs`, in its own unit: “3 years”."""
    claim, _ = _unborne(document)[pair.suspect, pair.other, pair.also[0]]
    count = round(claim.between.days / claim.length.unit_days)
    return f"{count} {claim.length.unit}{'' if count == 1 else 's'}"


@analysis
def _unborne(document: Document) -> dict[tuple[Span, Span, Span], tuple[Claim, tuple[Claim, ...]]]:
    """Each claim that doesn't hold, by its places, beside all the claims of its length."""
    return {
        (claim.length.span, claim.first.span, claim.last.span): (claim, around)
        for around in claims(document)
        for told in [_bound(document, around[0].length)]
        for claim in unborne(around)
        if not any(_is_parted(document, claim.length, end) for end in (claim.first, claim.last))
        and _agrees(claim, told)
        and not _is_of_a_life(document, claim)
    }


def _is_of_a_life(document: Document, claim: Claim) -> bool:
    """Whether other sentences tell the ends, one of them of a life or a marriage, and the length is told of something else: “She married in 1957; he died in 1999”."""
    own = claim.length.sentence
    told = [sentence_at(document, end.span.start) for end in (claim.first, claim.last)]
    if own in told or _LIFE.search(document.text, *own.span):
        return False
    return any(
        each and _OF_A_LIFE.search(document.text, each.start, end.span.start)
        for each, end in zip(told, (claim.first, claim.last), strict=True)
    )


def _agrees(claim: Claim, told: tuple[End | None, End | None]) -> bool:
    """Whether a claim has the ends that the copy gives its length."""
    return all(
        given is None or given.span == end.span for given, end in zip(told, (claim.first, claim.last), strict=True)
    )


def _bound(document: Document, length: Length) -> tuple[End | None, End | None]:
    """The first end and the last that the words right beside a length give it: “in 1991 after 43 years”, “15 days before the vote on 1 May”."""
    text, known = document.text, ends(document)
    at = bisect_left(starts_of_ends(document), length.span.start)
    ahead, behind = (known[at - 1] if at else None), (known[at] if at < len(known) else None)
    way = _TO.fullmatch(text, length.span.end, min(behind.span.start, length.sentence.end)) if behind else None
    if way:
        return (behind, None) if way["way"] == "after" else (None, behind)
    here = length.sentence.span
    after = behind and _FOR.search(text, here.start, length.span.start) and here.holds(behind.span)
    if after and behind and _AND_THEN.fullmatch(text, length.span.end, behind.span.start):
        return None, behind
    later = _LATER.match(text, length.span.end) and not (behind and here.holds(behind.span))
    if later and ahead and not _RIGHT_BEHIND.fullmatch(text, ahead.span.end, length.span.start):
        return ahead, None  # “It was 9.52pm. Twelve minutes later …”
    then = _THEN.search(text, max(here.start, length.span.start - 8), length.span.start)
    if then and ahead and here.holds(ahead.span) and not (behind and here.holds(behind.span)):
        return None, ahead  # “left at 10.05 and turned back after 25 minutes”: when that was nobody tells
    closes = ahead and _AFTER.fullmatch(text, ahead.span.end, length.span.start)
    return None, ahead if closes else None


def _is_parted(document: Document, length: Length, end: End) -> bool:
    """Whether a semicolon stands between the length and an end in its own sentence: another clause tells of that."""
    if not length.sentence.span.holds(end.span):
        return False
    first, last = sorted((length.span, end.span))
    counted = _LATER.match(document.text, length.span.end)  # “opens on May 3; closes on June 7, five weeks later”
    at = document.text.find(";", first.end, last.start)
    if at < 0 or counted:
        return False
    here = Span(at, length.sentence.end) if first != length.span else Span(length.sentence.start, at)
    return any((other.grain == "clock") == length.of_clock for other in ends_within(document, here))
