"""Framings: what the words around a figure say of it: that it's of another time, of a plan, of room, of somebody's reckoning."""

from __future__ import annotations

import re

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities_within
from newslint.text.content_words import run_in_common
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DIRECTIONS, SAY, SPEECH_NOUNS, SPOKE, alternatives
from newslint.topics.figures.claims import Fact

# What stands right before a figure of another time: “up from 48”, “against last year’s 48”, “below the May level of 48”.
_THAN = compiled(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|than|(?:level|record|high|low|peak|average|target) of)"
    r"(?: (?:an?|the|just|only|about|last|its|some|earlier|previous|year|month|week|quarter|adjusted|revised|restated|[a-z]+ly|[\w.]+['’]s))* ?\Z"
    r"|\b(?:against|versus|vs\.?|compared (?:with|to)) [^;]{1,40} and \Z",
    re.I,
)
# Ways to tell of a figure that isn't the one that holds; looked for before it in its clause.
_AHEAD = {
    "before": r"\b(?:(?:had|was|were) (?:been )?(?:previously|earlier|initially|originally|first|wrongly)|(?:previous|former|old|earlier|initial|prior|last) "
    r"(?:record|best|high|low|count|counts|tally|toll|figures?|estimates?|reports?|total)|put (?:it|them|the [a-z]+(?: of [a-z]+)?) (?:at|as)|as of|by (?:late |early |the )?(?:[a-z]+day|noon|midnight|night|nightfall|evening|morning|dawn|dusk|afternoon|then|now|end))\b",
    "meant": r"\b(?:plan(?:s|ned|ning)?|propos(?:e|es|ed|al)|intend(?:s|ed)?|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|budget(?:ed)?|target(?:ed|s)?|expect(?:s|ed)?|project(?:s|ed)|"
    r"forecasts?|predict(?:s|ed)?|supposed|meant to|due to|scheduled|would have|could have|wants?|asked for|sought|seeks?|needs?|need(?:ed)? (?:to|for)|if|next (?:year|month|week))\b",
    "will": r"\b(?:will|would|is to|are to|[’']ll)\b",
    "may": r"\b(?:might|could|(?-i:may))\b",
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
_CLAUSE = compiled(r"[;:.–—]|, (?:and|but|while)\b")
_REACH = 70
# So many words around two figures that are the same tell of one thing, whatever the sentence begins with.
_SAME = 8
# A source need not speak for itself: a court heard.
_SAYS = rf"(?:{alternatives(SPOKE, SAY - SPEECH_NOUNS, ['claim', 'claims'])}|heard|reckon(?:s|ed)?|estimat(?:es?|ed)|believ(?:es?|ed)|disput(?:es?|ed))"
_SOURCE = compiled(
    r"\b(?:according to|by the count of) (?:the |its |an? |their )?(?P<by>[\w’'-]+(?: [\w’'-]+){0,2}?)(?=[,.;]|\Z)"
    rf"|, (?:the |its |an? |their )?(?P<behind>[\w’' -]{{2,40}}?) {_SAYS}\b|\A(?:The |Its |An? |Their )?(?P<ahead>[\w’'-]+(?: [\w’'-]+){{0,3}}?) {_SAYS}\b",
)
# Those whose figures are theirs alone.
_PARTISANS = compiled(
    r"\b(?:opponents?|critics?|campaigners?|organi[sz]ers?|supporters?|rivals?|opposition|unions?|lawyers?|defen[cs]e|prosecut\w+|relatives|residents|activists|rebels|witness(?:es)?|"
    r"protesters|strikers|disput\w+|den(?:y|ies|ied)|claim(?:s|ed)?)\b",
    re.I,
)
_PURPOSE = compiled(r" (?:[a-z]+ )?to ([a-z]+)\b")
_PLACE = compiled(r"(?:In|At|Near|Across) (?:the )?([A-Z]\w+)")
_PRONOUNS = frozenset(["they", "it", "he", "she", "we", "i", "those", "these", "this", "both"])
_SUBJECT = compiled(r"(?:But |And )?[Tt]he ([a-z]+)\b")


class Framing(Row):
    """The `ways` in which a figure is set apart, whose figure it is (`source`, "" where nobody's), and whether that side is `partisan`;
    what the amount is to do (`purpose`: “£5m to build it”), or "".
    """

    ways: frozenset[str]
    source: str
    partisan: bool
    purpose: str


@analysis
def _known(_: Document) -> dict[Span, Framing]:
    """The framing of each figure that was asked for."""
    return {}


def framing(fact: Fact) -> Framing:
    """What stands around the figure in its clause, and who gives it."""
    known = _known(fact.document)
    span = fact.quantity.span
    if span not in known:
        known[span] = _framing(fact)
    return known[span]


def _framing(fact: Fact) -> Framing:
    text, sentence, quantity = fact.document.text, fact.sentence, fact.quantity
    ahead = _CLAUSE.split(text[max(sentence.start, quantity.start - _REACH) : quantity.start])[-1] or ""
    behind = text[quantity.span.end : min(sentence.end, quantity.span.end + _REACH)]
    ways = {name for name, way in _AHEAD.items() if compiled(way, re.I).search(ahead)}
    ways |= {name for name, way in _BEHIND.items() if compiled(way, re.I).search(behind)}
    if _THAN.search(text, max(sentence.start, quantity.start - _REACH), quantity.start):
        ways.add("than")
    ways |= _way(ahead)
    source = _SOURCE.search(text[sentence.start : sentence.end])
    named = source[source.lastgroup].split(" of ")[0].split()[-1].lower() if source and source.lastgroup else ""
    partisan = bool(source and _PARTISANS.search(source[0])) or "dispute" in text[sentence.start : quantity.start]
    purpose = _PURPOSE.match(text, quantity.span.end, sentence.end)
    return Framing(frozenset(ways), "" if named in _PRONOUNS else named, partisan, purpose[1] if purpose else "")


def _way(ahead: str) -> set[str]:
    """“Up” or “down” where the figure is what something went to: “fell 68 cents to 48”."""
    moved = ahead.rstrip().endswith(" to") and [w for w in ahead.lower().split()[-8:] if w in DIRECTIONS]
    return {"up" if DIRECTIONS[moved[-1]] > 0 else "down"} if moved else set()


def are_framed_apart(one: Fact, other: Fact) -> bool:
    """Whether the words around the figures keep them apart, however alike their sentences are."""
    a, b = framing(one), framing(other)
    if a.ways != b.ways or a.partisan is not b.partisan or (a.source and b.source and a.source != b.source):
        return True
    if a.purpose and b.purpose and a.purpose != b.purpose:
        return True
    placed = _is_placed(one, other) or _is_placed(other, one)
    return placed or _holds(one, other) or _holds(other, one) or _are_of_two_subjects(one, other)


def _is_placed(fact: Fact, rival: Fact) -> bool:
    """Whether the sentence begins with a place or a month that the other doesn't name: “In Borth, …”."""
    place = _PLACE.match(fact.document.text, fact.sentence.start)
    return place is not None and place[1] not in fact.document.text[rival.sentence.start : rival.sentence.end]


def _holds(fact: Fact, rival: Fact) -> bool:
    """Whether the sentence of `fact` gives the other's figure, too: “62 houses, up from 48”."""
    within = quantities_within(fact.document, fact.sentence.span)
    same = [q for q in within if q.value == rival.quantity.value and (q.kind.value, q.unit) == rival.key[:2]]
    return bool(same) and (rival.quantity.value > 12 or any(_THAN.search(_before(fact, q.start)) for q in same))


def _before(fact: Fact, at: int) -> str:
    return fact.document.text[max(fact.sentence.start, at - _REACH) : at]


def _are_of_two_subjects(one: Fact, other: Fact) -> bool:
    """Whether the sentences begin with a word that takes up what was said before them, and may be another thing each time."""
    openings = [fact.document.text[fact.sentence.start : fact.sentence.start + 40] for fact in (one, other)]
    first = [(opening.split(maxsplit=1) or [""])[0].lower() for opening in openings]
    if not _PRONOUNS.isdisjoint(first):
        if first[0] != first[1] and _PRONOUNS.issuperset(first):
            return True
        alike = run_in_common(one.document, one.surroundings, other.surroundings) >= _SAME
        return not alike and not one.names & other.names
    subjects = [_SUBJECT.match(opening) for opening in openings]
    if not subjects[0] or not subjects[1] or subjects[0][1] != subjects[1][1]:
        return False
    told = [_told_of(fact, subjects[0][1]) for fact in (one, other)]
    return "" not in told and told[0] != told[1]


def _told_of(fact: Fact, noun: str) -> str:
    """The word before `noun` in the sentence ahead, if there it has one: “The export index fell. The index …”."""
    start = fact.sentence.start
    ahead = sentence_at(fact.document, start - 1 - (4 - len(fact.document.text[start - 4 : start].rstrip())))
    found = re.search(rf"([\w’'-]+) {noun}\b", fact.document.text[ahead.start : ahead.end]) if ahead else None
    return found[1].lower() if found and found[1].lower() not in ("the", "its", "this") else ""
