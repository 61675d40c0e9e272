"""Signs of lengths: what speaks for a length of time being the one between two ends, and what against."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import log
from operator import attrgetter

from newslint.document import DISPLAY, Document, kept_by
from newslint.startup.expressions import compiled
from newslint.story.quantity import Hedge
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.figures.amounts.amount_signs import rare_families
from newslint.topics.figures.lengths.durations import CLOSED, OPENED
from newslint.topics.figures.lengths.ends import End, ends, starts_of_ends
from newslint.topics.figures.lengths.lengths import OPENING, Claim, Length, order

# What the words around a length make of it, first those behind it, then those before it.
_BEHIND = (
    ("term", r"[- ](?:[a-z]+[- ])?(?:sentence|term|contract|mortgage|bond|loan|veteran|plan|ban|prison|jail|warranty|lease|supply|notice|suspended|imprisonment|probation|in (?:prison|jail)|of (?:age|experience|prison|jail|probation))\b"),
    ("age", r"[- ](?:old|older|younger)\b"),
    ("later", r",? (?:later|on)\b"),
    ("ago", r" (?:ago|before (?:now|today))\b"),
    ("after", r" after\b"),
    ("before", r" (?:before|earlier)\b"),
    ("since", r" since\b"),
    ("between", r" (?:between|from|separating)\b"),
)  # fmt: skip
_AHEAD = (
    (
        "term",
        r"\b(?:jailed|imprisoned|sentenced|banned|suspended|disqualified|exiled|leased|contracted|signed|hired)(?: [a-z]+)? (?:for|to) \Z",
    ),
    ("past", r"\b(?:last|past) \Z"),
    ("else", r"\b(?:next|first|every|another|each|per|within|than|an?) \Z"),
    ("those", r"\b(?:those|these) \Z"),
    ("own", r"\b(?:his|her|its|their|our|my|full|all)(?: [a-z]+)? \Z"),
    ("the", r"\bthe \Z"),
    ("then", r"\bafter \Z"),
    ("for", r"\bfor \Z"),
    ("in", r"\b(?:in|over|during|throughout) \Z"),
    ("lasted", r"\b(?:last\w+|took|taken|spen[dt]|served?|worked|ran|lived|was) \Z"),
    ("of", r"\bof \Z"),
)
_TAIL, _HEAD = 30, 24
_CLAUSE = 70
_JOINED = compiled(r"(?i),?\s*(?:to|until|till|and|-|–|through)(?: [a-z]+){0,2}\s*")
_CLOSING = frozenset(["to", "until", "till", "and", "by", "through"])


def signs(document: Document, claim: Claim, around: Sequence[Claim]) -> Mapping[str, float]:
    """Everything that is measured of a claim, beside the others with its length."""
    where, way = _where(document, claim), _way(document, claim.length)
    told = {
        **_printed(claim),
        **_framed(claim),
        **_told(document, claim),
        f"is-{way}": True,
        f"ends-{where}": True,
        f"{way}-{where}": True,
        "gaps": min(3.0, log(len(around))),
    }
    return {name: float(value) for name, value in told.items() if value}


def _printed(claim: Claim) -> dict[str, float]:
    """How the length that is told and the one that would be right are alike."""
    length, unit = claim.length, claim.length.unit_days
    right = round(claim.between.days / unit)
    said, true = f"{length.value:.0f}", f"{right}"
    off, same_form = abs(right - length.value), len(said) == len(true) > 1
    ratio = abs(log(length.days / claim.between.days))
    return {
        "ratio": ratio,
        "near-ratio": ratio < 0.5,
        "far-ratio": ratio > 1.1,
        "by-tens": off in (10, 20),
        "by-few": off <= 3 < length.value,
        "one-digit": same_form and sum(a != b for a, b in zip(said, true, strict=True)) == 1,
        "turned": same_form and said != true and sorted(said) == sorted(true),
        "great": min(3.0, log(max(1.0, length.value / 3))),
    }


def _framed(claim: Claim) -> dict[str, float]:
    """How the length is told, and how its ends are."""
    length, first, last = claim.length, claim.first, claim.last
    return {
        f"unit-{length.unit}": True,
        f"grain-{first.grain}": True,
        "grains-apart": first.grain != last.grain != "now",
        "hedged": length.hedge is not Hedge.NONE,
        "range": length.top != length.value,
        "round": length.grain >= 10,
        "quoted": length.quoted,
        "display": length.role in DISPLAY,
        "from": first.led in OPENING or first.led == "after",
        "until": last.grain != "now" and last.led in _CLOSING,
        "from-to": first.led in OPENING and last.led in _CLOSING,
    }


def _told(document: Document, claim: Claim) -> dict[str, float]:
    """What the sentences of the length and of its ends say."""
    length, first, last = claim.length, claim.first, claim.last
    opens, closes = _tells(document, first, OPENED), last.grain != "now" and _tells(document, last, CLOSED)
    return {
        "opens": opens,
        "closes": closes,
        "opens-and-closes": opens and closes,
        "rare-first": _rare(document, length, first),
        "rare-last": _rare(document, length, last),
        "quoted-apart": length.quoted != in_quotation(document, first.span.start),
        "one-paragraph": document.block_at(length.span.start) == document.block_at(first.span.start),
    }


def _tells(document: Document, end: End, form: str) -> bool:
    """Whether the words beside an end say that something begins then, or is over."""
    sentence = sentence_at(document, end.span.start)
    if sentence is None:
        return False
    start, stop = max(sentence.start, end.span.start - _CLAUSE), min(sentence.end, end.span.end + _CLAUSE)
    return compiled(form).search(document.text, start, stop) is not None


def _rare(document: Document, length: Length, end: End) -> int:
    """How many words that hardly another sentence has the sentences of the length and of an end share, two at most."""
    sentence = sentence_at(document, end.span.start)
    if end.grain == "now" or sentence is None or sentence == length.sentence:
        return 0
    return min(2, len(rare_families(document, length.sentence, sentence)))


def _where(document: Document, claim: Claim) -> str:
    """Where the ends stand: both in the sentence of the length, in the one before, the two told last before it …"""
    first, last = claim.first, claim.last
    here = order(document, claim.length.span)
    begun = order(document, first.span) - here
    if last.grain == "now":
        return "now-here" if begun == 0 else "now-last" if begun == -1 else "now-back"
    over = order(document, last.span) - here
    joined = _are_joined(document, first, last)
    if begun == over == 0:
        return "joined" if joined else "here-next" if _are_next(document, first, last) else "here"
    if over == 0 and begun < 0:
        where = "last-here" if begun == -1 else "back-here"
        return f"{where}-next" if _are_next(document, first, last) else where
    if max(last.span.end, first.span.end) <= claim.length.span.start:
        told_last = _are_next(document, max(first, last, key=_place), claim.length) and _are_next(document, first, last)
        return "told-last" if told_last else "told-back"
    return "first-here" if begun == 0 else "apart"


def _place(end: End) -> int:
    return end.span.start


def _are_next(document: Document, one: End, other: End | Length) -> bool:
    """Whether no other end of the sort stands between the two."""
    low, high = sorted((one.span, other.span))
    starts = starts_of_ends(document)
    between = ends(document)[bisect_left(starts, low.end) : bisect_left(starts, high.start)]
    return all((end.grain == "clock") != (one.grain == "clock") for end in between)


def _are_joined(document: Document, first: End, last: End) -> bool:
    """“From March to May”, “1914-18”."""
    return _JOINED.fullmatch(document.text, first.span.end, last.span.start) is not None


@kept_by(attrgetter("span"))
def _way(document: Document, length: Length) -> str:
    """What the words around a length make of it."""
    text, (start, end) = document.text, length.span
    tail, head = text[end : end + _TAIL], text[max(length.sentence.start, start - _HEAD) : start]
    for name, form in _BEHIND:
        if compiled(f"(?i){form}").match(tail):
            return name
    compound = tail[:1] in ("-", "‑") or "-" in document[length.span]
    if compound and compiled(r"(?i)\bthat \Z").search(head):
        return "those"  # “in that 11-year reign”
    for name, form in _AHEAD:
        if compiled(f"(?i){form}").search(head) and not (compound and name == "else"):
            return "compound" if compound and name in ("the", "of", "in", "for") else name
    return "compound" if compound else "plain"
