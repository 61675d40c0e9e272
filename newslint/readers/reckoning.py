"""What newslint reckons itself of a reader's reason: sums, shares, changes, weekdays, and how many a list holds.

A model is poor at just this. Only what is surely wrong is dropped: rounding is allowed for, and what can't be read as a
reckoning is left to whoever reads the finding.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.readers.protocol import Claim
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.calendar import weekday_of
from newslint.text.vocabulary import WEEKDAYS

_Operation = Callable[[float, float], float]
_NOUNS = r"(?:\s+[a-z][\w’'-]*){0,2}?\s*"
# What parts the members of a list, and adds only where a word such as “make” says so.
_LIST = frozenset(["and", ",", ", and"])
_SIGNS: Mapping[str, _Operation] = {
    **dict.fromkeys(("+", "plus", *_LIST), operator.add),
    **dict.fromkeys(("-", "−", "–", "minus", "less"), operator.sub),
    **dict.fromkeys(("x", "×", "*", "times"), operator.mul),
    **dict.fromkeys(("/", "÷", "divided by"), operator.truediv),
}
_SIGN = compiled(rf"{_NOUNS}(\+|-|−|–|×|x|\*|/|÷|plus|minus|less|times|divided by|, and|and|,)\s*\Z")
# What may stand before the outcome.
_SUM = r"makes?|made|adds? up to|comes? to|totals?|totalling|sums? to|gives?"
_NO = r"(?:(?:does|do|did|is|are|was|were)(?:n[’']t| not)|cannot|can[’']t)\s+"
_OUTCOME = compiled(
    rf"{_NOUNS},?\s*(?P<no>{_NO}|≠|!=)?(?:(?P<sum>{_SUM})|=|equals?|is|are|was|be)?\s*(?:only|just|in all)?\s*\Z"
)
_SHARE = compiled(r"\s*of\s*(?:the\s*)?\Z")
_CHANGE = compiled(rf"{_NOUNS}(?:is|was|makes|means)\s+(?:an?\s+)?(?:\w+\s+of\s+|up\s+|down\s+|only\s+)?\Z")
_DAY = compiled(
    rf"(?:is|was|falls|fell|will be|would be)(?P<no>n[’']t| not)?\s+(?:in fact\s+)?(?:on\s+)?(?:an?\s+)?({'|'.join(WEEKDAYS)})\b"
)
_LISTED = compiled(r"(?:lists?|listed|names?|named|gives|given)\s+(?:only\s+|just\s+)?\Z")
_ARE_LISTED = compiled(r"(?:\s+\w+){0,2}\s+(?:is|are|was|were)\s+(?:listed|named|given)\b")
_ITEMS = compiled(r"\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")


def misreckoned(claim: Claim, document: Document) -> str:
    """What is wrong with the reckoning of `claim`, to be counted; "" where nothing is, or nothing is reckoned."""
    why = Document.of(claim.why)
    if any(not holds for holds in _equations(why)):
        return "wrong arithmetic"
    if any(not holds for holds in _weekdays(why, claim, document)):
        return "wrong weekday"
    return "wrong count" if any(not holds for holds in _counts(why, claim)) else ""


class _Range(Row):
    """The least and the most that a number may stand for."""

    low: float
    high: float

    def meets(self, other: _Range) -> bool:
        fine = 1e-9 * max(1.0, abs(self.high))
        return self.low <= other.high + fine and other.low <= self.high + fine

    def with_(self, sign: _Operation, other: _Range) -> _Range | None:
        """What comes of the two; None where something is divided by what may be nothing."""
        if sign is operator.truediv and other.low <= 0 <= other.high:
            return None
        ends = [sign(a, b) for a in self for b in other]
        return _Range(min(ends), max(ends))


def _range(quantity: Quantity) -> _Range:
    return _Range(quantity.value - quantity.slack, quantity.top + quantity.slack)


def _equations(why: Document) -> Iterator[bool]:
    """Whether each sum, product, share and change that `why` states holds."""
    found = [each for each in quantities(why) if each.hedge is not Hedge.ABOUT]
    gaps = [why.text[a.span.end : b.span.start].lower() for a, b in pairwise(found)]
    at = 0
    while at < len(gaps):
        verdict, at = _equation(why, found, gaps, at)
        if verdict is not None:
            yield verdict


def _equation(why: Document, found: Sequence[Quantity], gaps: Sequence[str], at: int) -> tuple[bool | None, int]:
    """Whether the reckoning that begins with number `at` holds, None where there's none; and where to go on."""
    if found[at].kind is Kind.PERCENT and _SHARE.match(gaps[at]) and at + 2 < len(found):
        return _share(found[at : at + 3], gaps[at + 1]), at + 1
    if at + 2 < len(found) and found[at + 2].kind is Kind.PERCENT and _is_change(why, found[at], gaps[at : at + 2]):
        return _change(*found[at : at + 3]), at + 2
    return _sum(found, gaps, at)


def _sum(found: Sequence[Quantity], gaps: Sequence[str], at: int) -> tuple[bool | None, int]:
    """The same for a row of numbers with signs between them and an outcome behind."""
    total = _range(found[at])
    signs: set[str] = set()
    for index in range(at, len(gaps)):
        outcome = _OUTCOME.match(gaps[index])
        if outcome and gaps[index].strip() and signs and (outcome["sum"] or not signs & _LIST):
            return total.meets(_range(found[index + 1])) is not bool(outcome["no"]), index + 1
        sign = _SIGN.match(gaps[index])
        made = sign and total.with_(_SIGNS[sign[1]], _range(found[index + 1]))
        if not (sign and made):
            break
        signs.add(sign[1])
        total = made
    return None, at + 1


def _share(numbers: Sequence[Quantity], gap: str) -> bool | None:
    """Whether so many percent of a number are the third."""
    outcome = _OUTCOME.match(gap)
    if not outcome or not gap.strip():
        return None
    share = _range(numbers[0]).with_(operator.mul, _range(numbers[1]))
    made = share and share.with_(operator.truediv, _Range(100, 100))
    return None if made is None else made.meets(_range(numbers[2])) is not bool(outcome["no"])


def _is_change(why: Document, first: Quantity, gaps: Sequence[str]) -> bool:
    led = why.text[: first.span.start].lower().rstrip().endswith("from")
    return led and gaps[0].strip().endswith("to") and bool(_CHANGE.match(gaps[1]))


def _change(before: Quantity, after: Quantity, percent: Quantity) -> bool | None:
    """Whether a rise or fall from one number to another is so many percent."""
    ratio = _range(after).with_(operator.truediv, _range(before))
    if ratio is None:
        return None
    ends = sorted(abs(end - 1) * 100 for end in ratio)
    # A share in whole percent may be rounded; what is asked is whether it can be meant.
    half = percent.numeral.step / 2
    return _Range(ends[0] - half, ends[1] + half).meets(_range(percent))


def _weekdays(why: Document, claim: Claim, document: Document) -> Iterator[bool]:
    """Whether each weekday that `why` says a date has, or hasn't, is so."""
    named = dates(why)
    for said in _DAY.finditer(why.text):
        before = [each for each in named if each.span.start < said.start() and said.start() <= each.span.end + 2]
        reference = before[-1] if before else _only_date(claim)
        right = _weekday(reference, document) if reference else None
        if right is not None:
            yield (WEEKDAYS[right] == said[2]) is not bool(said["no"])


def _only_date(claim: Claim) -> DateReference | None:
    """The one full date that the claim's own words hold."""
    found = [each for each in dates(Document.of(claim.words, claim.other)) if each.full]
    return found[0] if len(found) == 1 else None


def _weekday(reference: DateReference, document: Document) -> int | None:
    """The weekday of a date; one without a year has that which the draft gives that day, if it's only one."""
    if reference.day is None or reference.month is None:
        return None
    day = reference.month, reference.day
    years = {each.year for each in dates(document) if each.full and (each.month, each.day) == day}
    year = reference.year or (years.pop() if len(years) == 1 else None)
    return weekday_of(year, *day) if year else None


def _counts(why: Document, claim: Claim) -> Iterator[bool]:
    """Whether the list that one of the places is has as many members as `why` says, and not as many as the other place."""
    if claim.kind != "figures":
        return
    for listed, counted in ((claim.words, claim.other), (claim.other, claim.words)):
        length = _length(listed)
        if length < 3:
            continue
        of_other = quantities(Document.of(counted))
        if len(of_other) == 1 and of_other[0].kind is Kind.COUNT and _length(counted) < 3:
            yield of_other[0].value != length
        for stated in quantities(why):
            text, (start, end) = why.text, stated.span
            if _LISTED.search(text[:start]) or _ARE_LISTED.match(text, end):
                yield stated.value == length


def _length(words: str) -> int:
    """How many members a list has; 0 for what is no list of words."""
    if "," not in words or re.search(r"\d", words):
        return 0
    return len([item for item in _ITEMS.split(words.strip(" .;:")) if item.strip()])
