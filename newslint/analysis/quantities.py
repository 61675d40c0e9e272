"""Quantities: numbers that count or measure something, with what their printing allows."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from math import inf
from typing import NamedTuple

from newslint.analysis.counted import is_plural
from newslint.analysis.numerals import Numeral, numerals
from newslint.analysis.units import time_unit, unit
from newslint.document import Document, analysis
from newslint.source import Span


class Kind(Enum):
    """What sort of thing a number is."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    MEASURE = "measure"
    TIME = "length of time"
    AGE = "age"
    YEAR = "year"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    OTHER = "no quantity"


class Hedge(Enum):
    """How a number is loosened."""

    NONE = ""
    ABOUT = "about"
    OVER = "more than"
    UNDER = "less than"


class Quantity(NamedTuple):
    """A number as it's meant: `span` is what is printed of it, sign and unit included; `start` takes in its hedge.

    `value` is in `unit`s; a range (“10 to 12”) runs from `value` to `top`. `grain` and `step` are a Numeral's.
    """

    span: Span
    start: int
    value: float
    top: float
    kind: Kind
    unit: str
    hedge: Hedge
    numeral: Numeral

    @property
    def slack(self) -> float:
        """How far the true value may lie from the printed one: half of the last figure that is no rounding nought."""
        numeral = self.numeral
        fine = numeral.step / 2 if numeral.step != 1 or numeral.scale > 1 else 0.0
        round_number = numeral.scale == 1 and numeral.value >= 1000 and numeral.grain >= 100
        rough = min(numeral.grain / 2, 0.025 * self.value) if round_number else 0.0
        return max(fine, rough)

    @property
    def low(self) -> float:
        """The least that the copy allows."""
        if self.hedge is Hedge.UNDER:
            return self.value * 0.8
        return (self.value * 0.9 if self.hedge is Hedge.ABOUT else self.value) - self.slack

    @property
    def high(self) -> float:
        """The most that the copy allows."""
        if self.hedge is Hedge.OVER:
            return inf
        return (self.top * 1.1 if self.hedge is Hedge.ABOUT else self.top) + self.slack

    def within(self, share: float) -> tuple[float, float]:
        """The least and the most it may stand for where `share` of it may be lost in rounding a round number."""
        numeral = self.numeral
        slack = max(numeral.step / 2, min(numeral.grain / 2, share * abs(self.value)))
        if self.hedge is not Hedge.NONE:
            slack = max(slack, share * abs(self.value))
        return self.value - slack, self.top + slack

    @property
    def exact(self) -> bool:
        """Whether the number claims to be right to the last unit."""
        return self.hedge is Hedge.NONE and self.slack == 0 and self.top == self.value


_CURRENCIES = {"$": "$", "£": "£", "€": "€", "¥": "¥", "₹": "₹"}
_MONEY_WORDS = {
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pence": "penny", "cents": "cent", "cent": "cent",
    "rupees": "₹", "yen": "¥", "yuan": "yuan", "pesos": "peso", "francs": "franc", "rubles": "rouble",
    "roubles": "rouble", "rand": "rand", "kronor": "krona", "kroner": "krone", "shekels": "shekel", "won": "",
}  # fmt: skip
_PERCENT = {"%", "percent", "per cent", "pc", "per-cent", "percentage"}
_POINTS = {"percentage point", "percentage points", "percent points", "point", "points", "pp", "pts"}
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
# Words that make a number a name: Flight 370, Section 230, No 10.
_DESIGNATORS = frozenset(
    "section article flight route interstate highway chapter proposition prop no nos number page pages room title act "
    "rule order resolution bill channel season episode day week phase tier level grade year class district ward lane "
    "terminal gate platform figure fig table volume vol part book psalm step game round stage heat row seat type "
    "category version windows model apollo formula amendment area unit apartment apt suite box block zone line track "
    "chromosome verse act scene point item question q lot exhibit clause paragraph schedule schedule appendix hole lap "
    "junction exit pier dock berth ring size radio bbc group g7 war covid under catch fortune forbes ftse nasdaq "
    "russell stoxx cac dax euro super edition issue vols magnitude kilometre mile iphone ipad galaxy playstation xbox "
    "boeing airbus".split()
)
_HEDGES = {
    "about": Hedge.ABOUT, "around": Hedge.ABOUT, "some": Hedge.ABOUT, "roughly": Hedge.ABOUT,
    "approximately": Hedge.ABOUT, "estimated": Hedge.ABOUT, "approx": Hedge.ABOUT, "circa": Hedge.ABOUT,
    "nearly": Hedge.UNDER, "almost": Hedge.UNDER, "under": Hedge.UNDER, "below": Hedge.UNDER, "maximum": Hedge.UNDER,
    "just under": Hedge.UNDER, "less than": Hedge.UNDER, "fewer than": Hedge.UNDER, "up to": Hedge.UNDER,
    "as many as": Hedge.UNDER, "as much as": Hedge.UNDER, "at most": Hedge.UNDER, "not quite": Hedge.UNDER,
    "close to": Hedge.UNDER, "shy of": Hedge.UNDER, "nearing": Hedge.UNDER, "approaching": Hedge.UNDER,
    "maximum of": Hedge.UNDER, "virtually": Hedge.ABOUT, "somewhere around": Hedge.ABOUT, "average of": Hedge.ABOUT,
    "more than": Hedge.OVER, "over": Hedge.OVER, "at least": Hedge.OVER, "no fewer than": Hedge.OVER,
    "no less than": Hedge.OVER, "not less than": Hedge.OVER, "just over": Hedge.OVER, "upwards of": Hedge.OVER,
    "minimum": Hedge.OVER, "minimum of": Hedge.OVER, "greater than": Hedge.OVER, "above": Hedge.OVER,
    "north of": Hedge.OVER, "exceeding": Hedge.OVER, "beyond": Hedge.OVER, "well over": Hedge.OVER,
    "past": Hedge.OVER, "excess of": Hedge.OVER, "surpassing": Hedge.OVER, "exceeds": Hedge.OVER, "topped": Hedge.OVER,
    "tops": Hedge.OVER, "exceeded": Hedge.OVER,
}  # fmt: skip
_BEFORE = re.compile(r"(\S+)\s+\Z")
_TAIL_WORDS = re.compile(r"([ \u00a0]|[-‑])?([°º]?[A-Za-z%′″]+[²³23]?(?:/hr?)?)(?:([ \u00a0-])([A-Za-z]+))?(?:[ -]([A-Za-z]+))?")
_RANGE = re.compile(r"[-–—‑]| to ")
_COUNTED = re.compile(r" (?:[a-z-]{1,20} ){0,2}(?:[a-z-]{1,20}s|people|men|women|children|police)\b")
_NO_RANGE = frozenset([Kind.YEAR, Kind.ORDINAL, Kind.OTHER, Kind.FRACTION])
_AGE_TAIL = re.compile(r"[- ](?:year|month|week|day)s?[- ]olds?\b|[- ]years? of age")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_TIME_TAIL = re.compile(r":\d\d|\s?[ap]\.?m\b|\s?o['’]clock|[.]\d\d\s?[ap]\.?m\b")


@analysis
def quantities(document: Document) -> tuple[Quantity, ...]:
    """Every quantity of the story's own blocks, in order; numbers that are none (dates, names, scores) are OTHER."""
    text, found = document.text, []
    all_numerals = numerals(document)
    ends = {block.start: block.end for block in document.copy}
    limits = iter(sorted(ends.items()))
    start, limit = next(limits, (0, 0))
    for numeral in all_numerals:
        while numeral.start >= limit:
            start, limit = next(limits)
        found.append(_quantity(text, numeral, start, limit))
    return tuple(_ranges(text, found))


def _quantity(text: str, numeral: Numeral, start: int, limit: int) -> Quantity:
    hedge, begin = _hedge(text, numeral.start, start, limit, numeral.end)
    sign = _currency(text, begin if hedge is Hedge.NONE else numeral.start, start)
    if sign:
        return _money(text, numeral, sign, start, limit)
    kind, unit_name, end, numeral = _read(text, numeral, start, limit)
    if kind is Kind.YEAR and hedge is not Hedge.NONE and _COUNTED.match(text, end):
        kind = Kind.COUNT  # “more than 2000 people”
    return Quantity(Span(numeral.start, end), begin, numeral.value, numeral.value, kind, unit_name, hedge, numeral)


def _currency(text: str, at: int, start: int) -> str:
    before = text[max(start, at - 4) : at].rstrip()
    if before.endswith("Rs") or before.endswith("Rs."):
        return "₹"
    if before.endswith("R") and not before[-2:-1].isalpha() and text[at - 1 : at] == "R":
        return "rand"
    sign = before[-1:]
    if sign in _CURRENCIES:
        prefix = before[:-1]
        return ("A" if prefix.endswith("A") else "C" if prefix.endswith("C") else "") + sign
    return ""


def _money(text: str, numeral: Numeral, sign: str, start: int, limit: int) -> Quantity:
    begin = numeral.start
    while begin > start and (text[begin - 1] in "$£€¥₹ RsACUNZ"):
        begin -= 1
        if text[begin] in "$£€¥₹":
            break
    hedge, earliest = _hedge(text, begin, start, limit, numeral.end)
    numeral = _short_million(text, numeral, limit)
    return Quantity(
        Span(begin, numeral.end), earliest, numeral.value, numeral.value, Kind.MONEY, sign, hedge, numeral
    )


def _short_million(text: str, numeral: Numeral, limit: int) -> Numeral:
    """“£5m” and “$5M”; “$5b” and “$5B”."""
    letter = text[numeral.end : numeral.end + 2]
    if numeral.scale != 1 or numeral.end >= limit or letter[:1] not in "mMbB" or letter[1:2].isalnum():
        return numeral
    factor = 1e6 if letter[0] in "mM" else 1e9
    return numeral._replace(
        end=numeral.end + 1, value=numeral.value * factor, grain=numeral.grain * factor, step=numeral.step * factor, scale=factor
    )


def _hedge(text: str, at: int, start: int, limit: int, end: int) -> tuple[Hedge, int]:
    """How the number at `at` is loosened, and where that begins."""
    if text[end : end + 1] == "+":
        return Hedge.OVER, at
    if text.startswith(" or so", end) or text.startswith("-odd", end):
        return Hedge.ABOUT, at
    if text.startswith(" or more", end) or text.startswith(" or fewer", end):
        return Hedge.OVER, at
    window = text[max(start, at - 24) : at]
    tail = window.lower().split()
    if not tail or not window[-1].isspace():
        return (Hedge.ABOUT, at - 1) if window.endswith("~") else (Hedge.NONE, at)
    if tail[-1] in ("a", "an", "the") and len(tail) > 1:
        tail.pop()
    for length in (3, 2, 1):
        phrase = " ".join(tail[-length:])
        if len(tail) >= length and phrase in _HEDGES:
            return _HEDGES[phrase], at - len(window) + window.lower().rindex(tail[-length])
    return Hedge.NONE, at


def _read(text: str, numeral: Numeral, start: int, limit: int) -> tuple[Kind, str, int, Numeral]:
    """The kind and unit of a number that isn't money, where it ends, and the number itself (5m is 5 million)."""
    end = numeral.end
    if _is_part_of_a_name_or_time(text, numeral, start, limit):
        return Kind.OTHER, "", end, numeral
    if _ORDINAL.match(text, end):
        return Kind.ORDINAL, "", end + 2, numeral
    if text[max(start, numeral.start - 8) : numeral.start] in (" age of ", "ages of ") or _AGE_TAIL.match(text, end) or _before(text, numeral.start, start) in ("aged", "age", "ages"):
        return Kind.AGE, "", end, numeral
    tail = _TAIL_WORDS.match(text, end, limit)
    if tail is not None:
        return _with_tail(text, numeral, tail, start, limit)
    if text[end : end + 1] in ("%", "\u066a"):
        return Kind.PERCENT, "%", end + 1, numeral
    return _bare(text, numeral, start), "", end, numeral


def _with_tail(
    text: str, numeral: Numeral, tail: re.Match[str], start: int, limit: int
) -> tuple[Kind, str, int, Numeral]:
    words = [tail[2], tail[4] or "", tail[5] or ""]
    two, three = f"{words[0]} {words[1]}".lower(), " ".join(words).lower()
    one = words[0].lower()
    if one == "m" and not tail[1] and text[tail.end(2) : tail.end(2) + 1] == " " and words[1] and is_plural(words[1]):
        return Kind.COUNT, "", numeral.end + 1, _short_million(text, numeral, limit)
    if two in _POINTS or (one in ("point", "points", "pts") and not numeral.fraction):
        return Kind.POINTS, "points", tail.end(4) if two in _POINTS else tail.end(2), numeral
    if one.startswith("%") or one in _PERCENT or two in _PERCENT:
        return Kind.PERCENT, "%", numeral.end + 1 if one[0] == "%" else tail.end(4 if one == "per" else 2), numeral
    if words[0] in _MONEY_WORDS and _MONEY_WORDS[words[0]]:
        return Kind.MONEY, _MONEY_WORDS[words[0]], tail.end(2), numeral
    for phrase, group in ((three, 5), (two, 4), (one, 2)):
        known = unit(phrase) if group != 2 or _is_unit_word(words[0], bool(tail[1])) else None
        if known is not None and tail[group]:
            return Kind.MEASURE, known.name, tail.end(group), numeral
    if time_unit(one) and tail[1]:
        if _bare(text, numeral, start) is Kind.YEAR and 1900 <= numeral.value <= 2099:
            return Kind.YEAR, "", numeral.end, numeral
        return Kind.TIME, time_unit(one), tail.end(2), numeral
    if one.startswith(("c", "f")) and len(one) == 1 and words[0].isupper() and not tail[1]:
        return Kind.MEASURE, "degree Celsius" if one == "c" else "degree Fahrenheit", tail.end(2), numeral
    if one == "degrees" or one.startswith(("°", "º")):
        return Kind.MEASURE, "degree", tail.end(2), numeral
    if not tail[1] and numeral.end == tail.start(2):
        return Kind.OTHER, "", numeral.end, numeral
    if one in _MONTHS and words[0][0].isupper():
        return Kind.OTHER, "", numeral.end, numeral
    return _bare(text, numeral, start), "", numeral.end, numeral


def _is_unit_word(word: str, apart: bool) -> bool:
    """“in”, “st” and single letters are units only where they stand at the figure: 5in, 12st, 30m."""
    lower = word.lower()
    if lower in ("in", "st", "cl", "pt", "ps", "kn", "gal", "g", "m", "nm", "cal"):
        return not apart and word.islower()
    return lower not in ("no", "cable")


def _before(text: str, at: int, start: int) -> str:
    match = _BEFORE.search(text[max(start, at - 24) : at])
    return match[1] if match else ""


def _is_part_of_a_name_or_time(text: str, numeral: Numeral, start: int, limit: int) -> bool:
    at, end = numeral.start, numeral.end
    if numeral.spelled:
        return False
    before = text[at - 1 : at] if at > start else " "
    if before.isalnum() or before in "#@_&/.'’:" or (before in "-‑" and at - 1 > start and text[at - 2].isalpha()):
        return True
    after = text[end : end + 2]
    if after[:1] in ":/_@" and after[1:].isalnum():
        return True
    if after[:1] == "." and after[1:].isdigit():
        return True
    if after in ("s ", "s,", "s.", "’s", "'s") or _TIME_TAIL.match(text, end, limit):
        return True
    word = _before(text, at, start).strip("“\"'‘(").rstrip(".,")
    return word.lower() in _MONTHS and word[:1].isupper() and numeral.value <= 31


def _bare(text: str, numeral: Numeral, start: int) -> Kind:
    if numeral.fraction:
        return Kind.FRACTION
    if _is_year(text, numeral, start):
        return Kind.YEAR
    if _is_age_of_a_name(text, numeral, start):
        return Kind.AGE
    before = _before(text, numeral.start, start)
    if before.rstrip(".").lower() in _DESIGNATORS and not before.endswith(","):
        if before[0].isupper() or before.lower() in ("page", "section", "article", "chapter", "grade", "level", "tier"):
            return Kind.OTHER
    return Kind.COUNT


_BEFORE_YEARS = frozenset("in since by from until till of around circa to and through during between before after early late mid the (".split())


def _is_year(text: str, numeral: Numeral, start: int) -> bool:
    printed = text[numeral.start : numeral.end]
    if not (len(printed) == 4 and printed.isdigit() and 1100 <= numeral.value <= 2199):
        return False
    if 1900 <= numeral.value <= 2099:
        return True
    before = _before(text, numeral.start, start).lower()
    return before in _BEFORE_YEARS or before in _MONTHS or not _COUNTED.match(text, numeral.end)


def _is_age_of_a_name(text: str, numeral: Numeral, start: int) -> bool:
    """“Ann Moor, 34, …” and “Ann Moor (34)”."""
    if not 0 < numeral.value < 116 or numeral.value % 1:
        return False
    window = text[max(start, numeral.start - 24) : numeral.start]
    if window.endswith("(") and text[numeral.end : numeral.end + 1] == ")":
        word = window[:-1].split()[-1:]
    elif window.endswith(", ") and text[numeral.end : numeral.end + 1] in (",", ".", ";", ":", ")", ""):
        word = window[:-2].split()[-1:]
    else:
        return False
    return bool(word) and word[0][0].isupper()


_SMALLER = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("mile", "yard"): 1760, ("hour", "minute"): 60,
    ("metre", "centimetre"): 100, ("minute", "second"): 60, ("mile", "foot"): 5280, ("year", "month"): 12,
}  # fmt: skip


def _compound(a: Quantity, b: Quantity) -> Quantity:
    """“6ft 2in” as one quantity, in feet."""
    share = _SMALLER[a.unit, b.unit]
    value = a.value + b.value / share
    numeral = a.numeral._replace(grain=b.numeral.step / share, step=b.numeral.step / share, value=value)
    return a._replace(span=Span(a.span.start, b.span.end), value=value, top=value, numeral=numeral)


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join “10-12 people” and “10 to 12 miles” into ranges, “6ft 2in” into one; “2-1” alone is a score."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and 0 <= quantity.span.start - before.span.end <= 6:
            gap = text[before.span.end : quantity.span.start]
            if (before.unit, quantity.unit) in _SMALLER and gap in ("", " ", ", ", " and ", ",\u00a0", "\u00a0"):
                joined[-1] = _compound(before, quantity)
                continue
            if _RANGE.fullmatch(gap) and _can_range(text, before, quantity, gap):
                joined[-1] = _range(text, before, quantity, gap)
                continue
        joined.append(quantity)
    return joined


def _can_range(text: str, a: Quantity, b: Quantity, gap: str) -> bool:
    if not {a.kind, b.kind}.isdisjoint(_NO_RANGE) or a.top != a.value:
        return False
    if gap == " to " and (a.value >= b.value or text[max(0, a.start - 5) : a.start].lower().endswith(("from ", " by "))):
        return False
    return a.kind is Kind.COUNT or (a.kind, a.unit) == (b.kind, b.unit)


def _range(text: str, a: Quantity, b: Quantity, gap: str) -> Quantity:
    """A range, or a score where nothing is counted behind it."""
    low = a.value * (b.numeral.scale if a.numeral.scale == 1 < b.numeral.scale and a.value < b.value else 1)
    counted = gap == " to " or _COUNTED.match(text, b.span.end)
    score = (b.kind is Kind.COUNT and not counted) or low >= b.value
    kind = Kind.OTHER if score else b.kind
    # A reversed range keeps its unit, by which it's told from a score.
    return b._replace(span=Span(a.span.start, b.span.end), start=a.start, value=low, kind=kind, hedge=a.hedge)


@analysis
def _starts(document: Document) -> list[int]:
    return [quantity.span.start for quantity in quantities(document)]


def quantities_within(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities that begin within `span`."""
    starts = _starts(document)
    return quantities(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def written(value: float, like: Quantity) -> str:
    """`value` in the manner of `like`: with its currency sign, its scale and its unit, for a message."""
    sign = like.unit if like.kind is Kind.MONEY and not like.unit.isalpha() else ""
    scales = {1e12: "trillion", 1e9: "billion", 1e6: "million"}
    if like.numeral.scale in scales and value >= like.numeral.scale / 10:
        return f"{sign}{value / like.numeral.scale:,.4g} {scales[like.numeral.scale]}"
    number = f"{value:,.0f}" if abs(value - round(value)) < 1e-6 else f"{value:,.4g}"
    return f"{sign}{number}{'%' if like.kind is Kind.PERCENT else ''}"
