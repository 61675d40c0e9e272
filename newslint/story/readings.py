"""Readings: what sort of thing a number is, and in which unit."""

from __future__ import annotations

import re

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.agereadings import is_age, is_age_of_a_name, word_before
from newslint.story.numerals import Numeral
from newslint.story.quantity import Kind
from newslint.story.units import opens_phrase, time_unit, unit
from newslint.text.nouns import is_plural
from newslint.text.wordlists import wordlist

_MONEY_WORDS = {
    "dollar": "$", "dollars": "$", "dlr": "$", "dlrs": "$", "stg": "£", "euro": "€", "euros": "€", "pence": "penny", "cents": "cent", "cent": "cent",
    "rupees": "₹", "yen": "¥", "yuan": "yuan", "pesos": "peso", "francs": "franc", "rubles": "rouble",
    "roubles": "rouble", "rand": "rand", "kronor": "krona", "kroner": "krone", "shekels": "shekel",
}  # fmt: skip
_PERCENT = frozenset(["percent", "per cent", "pc", "per-cent", "pct"])
_POINTS = frozenset(["percentage point", "percentage points", "percent points"])
_MONTHS = wordlist(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
)
# Words that make a number a name: Flight 370, Section 230, No 10.
_DESIGNATORS = wordlist(
    """
    section article flight route interstate highway chapter proposition prop no nos number page pages room title act
    rule order resolution bill channel season episode day week phase tier level grade year class matchday gameweek district ward lane
    terminal gate platform figure fig table volume vol part book psalm step game round stage heat row seat type
    category version windows model apollo formula amendment area unit apartment apt suite box block zone line track
    chromosome verse scene point item question q lot exhibit clause paragraph schedule appendix hole lap junction exit
    pier dock berth ring size radio bbc group war covid under catch fortune forbes ftse nasdaq russell stoxx cac dax
    euro super edition issue vols magnitude kilometre mile iphone ipad galaxy playstation xbox boeing airbus
    """
)
_DESIGNATORS_IN_LOWER_CASE = frozenset(
    ["page", "section", "article", "chapter", "grade", "level", "tier", "matchday", "gameweek", "version"]
)
# Units only where they stand at the figure: 5in, 12st, 30m.
_CLOSE_UNITS = frozenset(["in", "st", "cl", "pt", "ps", "kn", "gal", "g", "m", "nm", "cal"])
_BEFORE_YEARS = wordlist(
    "in since by from until till of around circa to and through during between before after early late mid the ("
)
_SIGN = compiled(r"(?:\b(?:US|AU|CA|NZ|HK|A|C))?[$£€¥₹] ?\Z|\bRs\.? ?\Z|(?<![\w.])R\Z")
_SIGN_ENDS = frozenset("$£€¥₹Rs.")
_TAIL = compiled(
    r"([ \u00a0]|[-‑])?([°º]?[A-Za-z%′″]+[²³23]?(?:/hr?)?)(?:([ \u00a0-])([A-Za-z]+))?(?:[ -]([A-Za-z]+))?"
)
_COUNTED = compiled(r" (?:[a-z-]{1,20} ){0,2}(?:[a-z-]{1,20}s|people|men|women|children|police)\b")
_ORDINAL = compiled(r"(?:st|nd|rd|th)\b")
_CLOCK = compiled(r":\d\d|\s?[ap]\.?m\b|\s?o['’]clock")


class Reading(Row):
    """A number's kind and unit, and where it begins and ends with its signs; `numeral` is the number itself (5m is 5 million)."""

    kind: Kind
    unit: str
    start: int
    end: int
    numeral: Numeral


def reading(text: str, numeral: Numeral, start: int, limit: int) -> Reading:
    """How the number is meant, by what stands around it in text[start:limit]."""
    sign = _sign(text, numeral.start, start)
    if sign is not None:
        return _money(text, numeral, sign, limit)
    kind, name, end, numeral = _plain(text, numeral, start, limit)
    return Reading(kind, name, numeral.start, end, numeral)


def counts_something(text: str, end: int) -> bool:
    """Whether a noun in the plural follows soon: “2000 people”."""
    return _COUNTED.match(text, end) is not None


def _sign(text: str, at: int, start: int) -> re.Match[str] | None:
    if at <= start or text[max(start, at - 2) : at].rstrip(" ")[-1:] not in _SIGN_ENDS:
        return None
    return _SIGN.search(text, max(start, at - 5), at)


def _money(text: str, numeral: Numeral, sign: re.Match[str], limit: int) -> Reading:
    mark = sign[0].strip().removeprefix("US")
    name = {"Rs": "₹", "Rs.": "₹", "R": "rand"}.get(mark, mark)
    numeral = _short_million(text, numeral, limit)
    return Reading(Kind.MONEY, name, sign.start(), numeral.end, numeral)


def _short_million(text: str, numeral: Numeral, limit: int) -> Numeral:
    """“£5m” and “$5M”; “$5b” and “$5B”."""
    letter, behind = text[numeral.end : numeral.end + 1], text[numeral.end + 1 : numeral.end + 2]
    if numeral.scale != 1 or numeral.end >= limit or letter not in "mMbB" or behind.isalnum():
        return numeral
    factor = 1e6 if letter in "mM" else 1e9
    value, grain, step = (amount * factor for amount in (numeral.value, numeral.grain, numeral.step))
    return numeral._replace(end=numeral.end + 1, value=value, grain=grain, step=step, scale=factor)


def _plain(text: str, numeral: Numeral, start: int, limit: int) -> tuple[Kind, str, int, Numeral]:
    end = numeral.end
    if _is_part_of_a_name_or_time(text, numeral, start, limit):
        return Kind.OTHER, "", end, numeral
    if _ORDINAL.match(text, end):
        return Kind.ORDINAL, "", end + 2, numeral
    if is_age(text, numeral, start):
        return Kind.AGE, "", end, numeral
    tail = _TAIL.match(text, end, limit)
    if tail is None:
        is_percent = text[end : end + 1] in ("%", "\u066a")
        return (Kind.PERCENT, "%", end + 1, numeral) if is_percent else (_bare(text, numeral, start), "", end, numeral)
    if _is_short_million(tail):
        return Kind.COUNT, "", end + 1, _short_million(text, numeral, limit)
    measured = _share(tail, numeral) or _measure(tail) or _time(text, tail, numeral, start)
    if measured:
        return *measured, numeral
    if not tail[1] or (tail[2].lower() in _MONTHS and tail[2][0].isupper()):
        return Kind.OTHER, "", end, numeral
    return _bare(text, numeral, start), "", end, numeral


def _is_short_million(tail: re.Match[str]) -> bool:
    """“3m jobs”, not the “3m wall”; “3M signed up”."""
    if tail[1] or tail[3] != " ":
        return False
    return (tail[2] == "m" and is_plural(tail[4])) or (tail[2] == "M" and (tail[4].islower() or is_plural(tail[4])))


def _share(tail: re.Match[str], numeral: Numeral) -> tuple[Kind, str, int] | None:
    """Percentages, points and money in words."""
    one, two = tail[2].lower(), f"{tail[2]} {tail[4]}".lower()
    if two in _POINTS:
        return Kind.POINTS, "points", tail.end(4)
    if one in ("point", "points", "pts") and not numeral.fraction:
        return Kind.POINTS, "points", tail.end(2)
    if one.startswith("%"):
        return Kind.PERCENT, "%", tail.start(2) + 1
    if one in _PERCENT or two in _PERCENT:
        return Kind.PERCENT, "%", tail.end(2 if one in _PERCENT else 4)
    currency = _MONEY_WORDS.get(one if tail[2].isupper() else tail[2])
    if currency is not None:
        return Kind.MONEY, currency, tail.end(2)
    return None


def _measure(tail: re.Match[str]) -> tuple[Kind, str, int] | None:
    """Units of up to three words, the longest first."""
    words = [tail[2], tail[4] or "", tail[5] or ""]
    for length, group in ((3, 5), (2, 4), (1, 2)) if opens_phrase(tail[2]) else ((1, 2),):
        if tail[group] and (length > 1 or _is_unit_word(tail[2], apart=bool(tail[1]))):
            known = unit(" ".join(words[:length]))
            if known is not None:
                return Kind.MEASURE, known.name, tail.end(group)
    if tail[2] in ("C", "F") and not tail[1]:
        return Kind.MEASURE, "degree Celsius" if tail[2] == "C" else "degree Fahrenheit", tail.end(2)
    if tail[2].lower() == "degrees" or tail[2][0] in "°º":
        return Kind.MEASURE, "degree", tail.end(2)
    return None


def _is_unit_word(word: str, *, apart: bool) -> bool:
    if word.lower() in _CLOSE_UNITS:
        return not apart and word.islower()
    return word.lower() != "no"


def _time(text: str, tail: re.Match[str], numeral: Numeral, start: int) -> tuple[Kind, str, int] | None:
    name = time_unit(tail[2]) if tail[1] else ""
    if not name:
        return None
    if (
        1900 <= numeral.value <= 2099
        and _is_year(text, numeral, start)
        and word_before(text, numeral.start, start).lower() in _BEFORE_YEARS
    ):
        return Kind.YEAR, "", numeral.end
    return Kind.TIME, name, tail.end(2)


def _is_part_of_a_name_or_time(text: str, numeral: Numeral, start: int, limit: int) -> bool:
    at, end = numeral.start, numeral.end
    if numeral.spelled:
        return False
    before = text[at - 1] if at > start else " "
    if before.isalnum() or before in "#@_&/.'’:" or (before in "-‑" and at - 1 > start and text[at - 2].isalpha()):
        return True
    after = text[end : end + 2]
    if (after[:1] in (":", "/", "_", "@") and after[1:].isalnum()) or (after[:1] == "." and after[1:].isdigit()):
        return True
    if after in ("s ", "s,", "s.", "’s", "'s") or _CLOCK.match(text, end, limit):
        return True
    word = word_before(text, at, start).strip("“\"'‘(").rstrip(".,")
    return word.lower() in _MONTHS and word[:1].isupper() and numeral.value <= 31


def _bare(text: str, numeral: Numeral, start: int) -> Kind:
    """The kind of a number with no unit."""
    if numeral.fraction:
        return Kind.FRACTION
    if _is_year(text, numeral, start):
        return Kind.YEAR
    if is_age_of_a_name(text, numeral, start):
        return Kind.AGE
    return Kind.OTHER if is_designator(word_before(text, numeral.start, start)) else Kind.COUNT


def is_designator(word: str) -> bool:
    """Whether `word`, as it stands, makes the number behind it a name: “Flight”, “Article”, “page”."""
    lower = word.rstrip(".").lower()
    return (
        lower in _DESIGNATORS and not word.endswith(",") and (word[0].isupper() or lower in _DESIGNATORS_IN_LOWER_CASE)
    )


def _is_year(text: str, numeral: Numeral, start: int) -> bool:
    printed = text[numeral.start : numeral.end]
    if not (len(printed) == 4 and printed.isdigit() and 1100 <= numeral.value <= 2199):
        return False
    if 1900 <= numeral.value <= 2099:
        return True
    before = word_before(text, numeral.start, start).lower()
    return before in _BEFORE_YEARS or before in _MONTHS or not counts_something(text, numeral.end)
