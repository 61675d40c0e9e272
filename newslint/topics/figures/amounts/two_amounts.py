"""Two amounts: what, by its own words or by what stands beside it, isn’t another one told again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.document import Document, Role
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem
from newslint.story.fates import fate
from newslint.story.quantities import quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import counted as noun_behind
from newslint.topics.figures.amounts.amount_signs import DISPLAYED, fate_of, way
from newslint.topics.figures.amounts.rounding import fits, rounds

_ADDED_BEFORE = compiled(
    r"(?i)\b(?:another|an? (?:further|additional|extra)|further|additional|the (?:other|remaining)) \Z"
)
_ADDED_BEHIND = compiled(
    r"(?i) (?:(?:more|others?|further|additional)\b(?! than)"
    r"|(?:[a-z]+ )?(?:who|that|which) (?:(?:are|were|is|was|do|did|have|had)n['’]t|(?:are|were|is|was|do|did|have|had) not)\b)"
)
_SINCE = compiled(r" (?:on|ago|later|since)\b")
_THEN_HAD = compiled(
    r"\b(?:[Ww]hen (?:it|they|he|she) [a-z]+ed, (?:the |it |they |he |she )(?:[a-z]+ ){0,2}had|, when (?:the|it|they|he|she) (?:[a-z]+ ){0,2}had) (?:only |just )?\Z"
)
_GREAT = 100  # counts from here on are hardly the same by chance
_FROM = compiled(r" (?:[a-z-]+ ){0,2}(?:from|across|in|of) (?:the |its |their |all )?")
_BARE = compiled(r"[.;]|,? (?:and|but)\b")
_BY = compiled(r"(?i)\bby (?:just |only |a )?\Z")
_YEAR_BEFORE = compiled(r"\((?:19|20)\d\d: \Z")
# How a match stood on its way.
_STOOD = compiled(
    r"(?i)\b(?:(?:puts?|putting|pull\w*|edg\w+|went|go|going)(?: [\w’'&-]+){0,3}? (?:up|ahead|in front)|to make it|(?:tied|level)(?: it)?)(?: at)? \Z"
)
_APPOSED_MOVE = compiled(r"[,(–—] ?(?:up|down) (?:by )?\Z")
_Quantities = Sequence[Quantity]
_SEXED = frozenset(["man", "woman", "boy", "girl"])
_OF_BOTH = compiled(r" (?:wo)?m[ae]n (?:and|or) (?:wo)?men\b| (?:boys|girls) (?:and|or) (?:boys|girls)\b")


def are_two_things(document: Document, one: Amount, other: Amount) -> bool:
    """Whether one of them, by its own words, isn't the other told again."""
    if is_broken(one) != is_broken(other) and (one.persons or other.persons):
        return True  # three girls, and a magnitude of 3.1
    if _is_of_then(document, one) != _is_of_then(document, other):
        return True
    if _is_of_a_year(document, one) != _is_of_a_year(document, other) or _are_of_two_sexes(document.text, one, other):
        return True
    if _heads_what_was(document, one) or _heads_what_was(document, other):
        return True
    if _is_move_of_level(document, one, other) or _is_move_of_level(document, other, one):
        return True
    if (one.role in DISPLAYED) is (other.role in DISPLAYED):
        return _is_added(document, one) or _is_added(document, other)
    said, told = (one, other) if one.role in DISPLAYED else (other, one)
    if said.compound and not told.compound and said.head and told.head and stem(said.head) != stem(told.head):
        return True  # a three-alarm fire, and five people
    return _are_apart(document, said, told) or _is_told_fully(document, said, told)


def is_broken(amount: Amount) -> bool:
    """Whether it's no whole number of things: a rate, a mark or a version."""
    return amount.unit == "count" and amount.value % 1 > 0


def _is_of_a_year(document: Document, amount: Amount) -> bool:
    """Whether the year stands right before it that it's of: “profit: £17.1m (2023: £18.9m)”."""
    start = amount.quantity.start
    return _YEAR_BEFORE.search(document.text, max(0, start - 8), start) is not None


def _is_of_then(document: Document, amount: Amount) -> bool:
    """Whether it's how many there were when something had come to pass: “When it closed, the mill had 231”, “when the county had five”."""
    return _THEN_HAD.search(document.text, amount.sentence.start, amount.quantity.start) is not None


def _are_of_two_sexes(text: str, one: Amount, other: Amount) -> bool:
    """Whether one counts men and the other women, or all: “the 11,640 women” of “the 20,614 candidates”, not “1,480 men and women”."""
    ends = (one, other)
    sexes = {end.head if end.head in _SEXED and not _OF_BOTH.match(text, end.span.end) else "" for end in ends}
    return len(sexes) > 1 and all(end.persons and end.head for end in ends)


def _is_added(document: Document, amount: Amount) -> bool:
    """“Another 12 people”, “12 more people”, “the seven who didn’t”: those that were told of before aren't meant."""
    text = document.text
    ahead = _ADDED_BEFORE.search(text, max(amount.sentence.start, amount.quantity.start - 20), amount.quantity.start)
    return ahead is not None or _ADDED_BEHIND.match(text, amount.span.end) is not None


def _is_told_fully(document: Document, said: Amount, told: Amount) -> bool:
    """Whether what the display says is the other as a display rounds it, or something that the sentence of the other tells, too."""
    if said.unit == "score":
        return False
    within = quantities_within(document, told.sentence)
    return any(tells(document.text, within, said, told) for tells in _FULLY)


def _is_beside(_: str, within: _Quantities, said: Amount, __: Amount) -> bool:
    """“132 jobs”: “132 workers, and as many as 213 in June”; a small count may stand there by chance."""
    same = (said.value, said.quantity.kind, said.quantity.unit)
    return (said.value >= _GREAT or said.unit != "count") and any((q.value, q.kind, q.unit) == same for q in within)


def _is_bare_there(text: str, within: _Quantities, said: Amount, _: Amount) -> bool:
    """“Some will have five bins”: “most will have four containers and some will have five”."""
    return any(q.kind is Kind.COUNT and q.value == said.value and _BARE.match(text, q.span.end) for q in within)


def _is_difference_there(text: str, within: _Quantities, said: Amount, _: Amount) -> bool:
    """“Passed by eight votes”: by 24 to 16."""
    led = _BY.search(text, said.sentence.start, said.quantity.start)
    return led is not None and any(abs(one.value - other.value) == said.value for one, other in pairwise(within))


def _is_what_others_are_of(text: str, within: _Quantities, said: Amount, told: Amount) -> bool:
    """“Three people from two families”."""
    return any(q.value == said.value and _FROM.fullmatch(text, q.span.end, told.span.start) for q in within)


def _is_added_up_there(text: str, within: _Quantities, said: Amount, told: Amount) -> bool:
    """“12 dead”: ten workers and two firemen, but not “two are dead and one is missing”."""
    own = fate(text, told.span, told.sentence)
    sort = (told.quantity.kind, told.quantity.unit)
    alike = (q for q in within if (q.kind, q.unit) == sort and not text.endswith((" no ", "No "), 0, q.start))
    return said.value == sum(q.value for q in alike if not (own and fate(text, q.span, told.sentence) not in ("", own)))


def _is_more_of_it(_: str, within: _Quantities, said: Amount, told: Amount) -> bool:
    """“12 years”: ten years for theft and two for fraud."""
    return said.unit != "count" and any(q.kind is Kind.COUNT and q.value + told.value == said.value for q in within)


def _is_rounded(_: str, __: _Quantities, said: Amount, told: Amount) -> bool:
    return rounds(said.quantity, told.quantity) or fits(said.quantity, told.quantity)


# How the sentence of a number may tell the display's as well.
_FULLY = (
    _is_beside,
    _is_bare_there,
    _is_difference_there,
    _is_what_others_are_of,
    _is_added_up_there,
    _is_more_of_it,
    _is_rounded,
)


def _are_apart(document: Document, said: Amount, told: Amount) -> bool:
    """Whether the story's amount can't be the display's: a score on the way, “20 years on”, two dead and one missing, a part by its own words."""
    if _is_past_score(document.text, told) or (
        said.quantity.kind is Kind.TIME and _SINCE.match(document.text, said.span.end)
    ):
        return True
    ends = [fate_of(document, each) for each in (said, told)]
    if ends[0] != ends[1] and (all(ends) or (ends[1] and told.value < said.value)):
        return True
    return said.role is Role.CAPTION and said.value < told.value and _is_called_more(document, said, told)


def _is_called_more(document: Document, said: Amount, told: Amount) -> bool:
    """“Four hand looms” of “six looms”."""
    mine, theirs = (set(noun_behind(document.text, each.span.end, each.sentence.end).before) for each in (said, told))
    return said.head == told.head != "" and mine > theirs


def _is_past_score(text: str, amount: Amount) -> bool:
    """Whether it's how a match stood, or how another one ended: “as it was 24-24”, “a week before, 27-20”, “to put them up 68-66”."""
    if amount.unit != "score":
        return False
    return "earlier" in amount.frames or bool(_STOOD.search(text, amount.sentence.start, amount.quantity.start))


def _heads_what_was(document: Document, amount: Amount) -> bool:
    """Whether it heads what the paper told then: “25 years ago: May 4, 2000. The mill …”."""
    if not document.text.startswith(" ago:", amount.span.end):
        return False
    block = document.block_at(amount.quantity.start)
    return block is not None and block.start == amount.quantity.start


def _is_move_of_level(document: Document, one: Amount, other: Amount) -> bool:
    """Whether one is by how much something moved, and no word says that of the other: “closed at $1.32, up five cents”, “a dividend of four cents, up from three”."""
    start = one.quantity.start
    moved = _APPOSED_MOVE.search(document.text, max(one.sentence.start, start - 20), start) is not None
    return moved and (not way(document, other) or document.text.endswith(" from ", 0, other.quantity.start))
