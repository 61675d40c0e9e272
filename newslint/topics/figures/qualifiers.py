"""Framings: what the words around a figure say of it: that it's of another time, of a plan, of room, of somebody's reckoning."""

from __future__ import annotations

import re
from operator import attrgetter

from newslint.document import Document, kept_by
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount
from newslint.story.quantities import quantities_within
from newslint.text.vocabulary import DIRECTIONS, SAY, SPEECH_NOUNS, SPOKE, alternatives

# What stands right before a figure of another time: “up from 48”, “against last year’s 48”, “below the May level of 48”.
_THAN = compiled(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|than|(?:level|record|high|low|peak|average|target) of)"
    r"(?: (?:an?|the|just|only|about|last|its|some|earlier|previous|year|month|week|quarter|adjusted|revised|restated|[a-z]+ly|[\w.]+['’]s))* ?\Z"
    r"|\b(?:against|versus|vs\.?|compared (?:with|to)) (?:[a-z]+ )?[$£€]?\d[^;]{0,36} and \Z",
    re.I,
)
# Ways to tell of a figure that isn't the one that holds; looked for before it in its clause, in small letters.
_AHEAD = {
    "before": r"\b(?:(?:had|was|were) (?:been )?(?:previously|earlier|initially|originally|first|wrongly)|(?:previous|former|old|earlier|initial|prior|last) "
    r"(?:record|best|high|low|count|counts|tally|toll|figures?|estimates?|reports?|total)|put (?:it|them|the [a-z]+(?: of [a-z]+)?) (?:at|as)|as of|by (?:late |early |the )?(?:[a-z]+day|noon|midnight|night|nightfall|evening|morning|dawn|dusk|afternoon|then|now|end))\b",
    "meant": r"\b(?:plan(?:s|ned|ning)?|propos(?:e|es|ed|al)|intend(?:s|ed)?|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|budget(?:ed)?|target(?:ed|s)?|expect(?:s|ed)?|project(?:s|ed)|"
    r"forecasts?|predict(?:s|ed)?|supposed|meant to|due to|scheduled|would have|could have|wants?|asked for|sought|seeks?|needs?|need(?:ed)? (?:to|for)|if|next (?:year|month|week))\b",
    "will": r"\b(?:will|would|is to|are to|[’']ll)\b",
    "may": r"\b(?:might|could)\b",
    "open": r"\bopen(?:ed|s|ing)?\b",
    "close": r"\b(?:clos(?:ed|es|ing)|settled)\b",
    "room": r"\b(?:room|space|capacity|seats|seating|can|could|able to|licen[cs]ed|built|designed|equipped) (?:for|of|[a-z]+)(?: [a-z]+)? ?\Z",
    "less": r"\b(?:all but|but|other than|except(?: for)?|excluding|apart from|not|besides) ?\Z",
    "usual": r"\b(?:on average|an average|averag(?:es?|ing|ed)|typically|usually|normally|generally|annually|each|every|per)\b",
    "other": r"\b(?:another|elsewhere|other|separate(?:ly)?|different|unrelated|similar|rival|second)\b",
}
_BEHIND = {
    "before": r"\b(?:(?:an?|one|two|three|the|\d+) (?:day|night|week|month|year|decade)s? (?:before|earlier|ago|later|after|previous)|(?:previously|earlier|originally|initially)|as of|so far|to date|at the time|at (?:its|their|the) (?:height|peak))\b",
    "all": r"\b(?:in all|in total|altogether|all told)\b",
    "other": r"\b(?:elsewhere|(?:in|at|by|from|on) (?:an? )?(?:another|other|unrelated|separate|different|similar))\b",
    "usual": r"\A(?:\W+\w+){0,3} (?:on average|each|every|per|a (?:day|week|month|year))\b",
}  # fmt: skip
_MAY = compiled(r"\bmay\b")  # no month
_CLAUSE = compiled(r"[;:.–—]|, (?:and|but|while)\b")
_REACH = 70
# A source need not speak for itself: a court heard.
_SAYS = rf"(?:{alternatives(SPOKE, SAY - SPEECH_NOUNS, ['claim', 'claims'])}|heard|reckon(?:s|ed)?|estimat(?:es?|ed)|believ(?:es?|ed)|disput(?:es?|ed))"
_SOURCE = compiled(
    r"\b(?:according to|by the count of) (?:the |its |an? |their )?(?:[\w’'-]+(?: [\w’'-]+){0,2}?)(?=[,.;]|\Z)"
    rf"|, (?:the |its |an? |their )?(?:[\w’' -]{{2,40}}?) {_SAYS}\b|\A(?:The |Its |An? |Their )?(?:[\w’'-]+(?: [\w’'-]+){{0,3}}?) {_SAYS}\b",
)
# Those whose figures are theirs alone.
_PARTISANS = compiled(
    r"\b(?:opponents?|critics?|campaigners?|organi[sz]ers?|supporters?|rivals?|opposition|unions?|lawyers?|defen[cs]e|prosecut\w+|relatives|residents|activists|rebels|witness(?:es)?|"
    r"protesters|strikers|disput\w+|den(?:y|ies|ied)|claim(?:s|ed)?)\b",
    re.I,
)
_PURPOSE = compiled(r" (?:[a-z]+ )?to ([a-z]+)\b")
_PLACE = compiled(r"(?:In|At|Near|Across) (?:the )?([A-Z]\w+)")


class Framing(Row):
    """The `ways` in which a figure is set apart, whether who gives it is `partisan`, and what the amount is to do (`purpose`:
    “£5m to build it”), or "".
    """

    ways: frozenset[str]
    partisan: bool
    purpose: str


@kept_by(attrgetter("span"))
def framing(document: Document, amount: Amount) -> Framing:
    """What stands around the amount in its clause, and who gives it."""
    text = document.text
    sentence, start, end = amount.sentence, amount.quantity.start, amount.span.end
    ahead = _CLAUSE.split(text[max(sentence.start, start - _REACH) : start])[-1] or ""
    behind = text[end : min(sentence.end, end + _REACH)]
    low, low_behind = ahead.lower(), behind.lower()
    ways = {name for name, way in _AHEAD.items() if compiled(way).search(low)}
    ways |= {name for name, way in _BEHIND.items() if compiled(way).search(low_behind)}
    if _MAY.search(ahead):
        ways.add("may")
    if _THAN.search(text, max(sentence.start, start - _REACH), start):
        ways.add("than")
    ways |= _way(ahead)
    source = _SOURCE.search(text[sentence.start : sentence.end])
    partisan = bool(source and _PARTISANS.search(source[0])) or "dispute" in text[sentence.start : start]
    purpose = _PURPOSE.match(text, end, sentence.end)
    return Framing(frozenset(ways), partisan, purpose[1] if purpose else "")


def _way(ahead: str) -> set[str]:
    """“Up” or “down” where the figure is what something went to: “fell 68 cents to 48”."""
    moved = ahead.rstrip().endswith(" to") and [w for w in ahead.lower().split()[-8:] if w in DIRECTIONS]
    return {"up" if DIRECTIONS[moved[-1]] > 0 else "down"} if moved else set()


def framed_apart(document: Document, one: Amount, other: Amount) -> dict[str, float]:
    """The signs of words that set two amounts apart, however alike their sentences are."""
    a, b = framing(document, one), framing(document, other)
    return {
        "ways-apart": min(2, len(a.ways ^ b.ways)),
        "partisan-apart": a.partisan is not b.partisan,
        "two-purposes": bool(a.purpose and b.purpose) and a.purpose != b.purpose,
        "placed-apart": _is_placed(document, one, other) or _is_placed(document, other, one),
        "holds-the-other": _holds(document, one, other) or _holds(document, other, one),
    }


def is_held_against(document: Document, part: Amount) -> bool:
    """Whether it's only what another amount is held against: £3.1m, up from £2.7m."""
    start = part.quantity.start
    return _THAN.search(document.text, max(0, start - _REACH), start) is not None


def _is_placed(document: Document, amount: Amount, rival: Amount) -> bool:
    """Whether the sentence begins with a place or a month that the other doesn't name: “In Borth, …”."""
    place = _PLACE.match(document.text, amount.sentence.start)
    return place is not None and place[1] not in document[rival.sentence.span]


def _holds(document: Document, amount: Amount, rival: Amount) -> bool:
    """Whether the sentence of one gives the other's figure, too: “62 houses, up from 48”."""
    within = quantities_within(document, amount.sentence.span)
    return any(
        q.value == rival.value and (q.kind, q.unit) == (rival.quantity.kind, rival.quantity.unit) for q in within
    )
