"""Quantities: numbers that count or measure something, wherever the copy has them."""

from __future__ import annotations

import re
from bisect import bisect_left

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.innings import with_innings
from newslint.story.joined_quantities import joined
from newslint.story.lent_units import with_lent_units
from newslint.story.money import currency_behind, in_millions, sign_of_money
from newslint.story.numerals import BEFORE_YEARS, Numeral, is_counted, numerals
from newslint.story.quantity import Hedge, Kind, Quantity, counts_something, hedge_of
from newslint.story.units import opens_phrase, time_unit, unit
from newslint.text.lexicon import entry
from newslint.text.nouns import is_person, is_plural, singular
from newslint.text.vocabulary import MONTH_FORMS, OF_AN_AGE, wordlist

_PERCENT = frozenset(["percent", "per cent", "pc", "per-cent", "pct"])
_POINTS = frozenset(["percentage point", "percentage points", "percent points"])
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
_CLOSE_UNITS = frozenset(["in", "st", "cl", "pt", "ps", "kn", "gal", "nm", "cal"])
# Units of one letter, which stand apart, too: 4,210 m, 250 g.
_LETTERS = frozenset(["g", "m"])
_BEFORE_YEARS = BEFORE_YEARS | {"of", "the"}
_TAIL = compiled(
    r"([ \u00a0]|[-‑])?([°º]?[A-Za-z%′″]+[²³23]?(?:/hr?)?)(?:([ \u00a0-])([A-Za-z]+))?(?:[ -]([A-Za-z]+))?"
)
_FIGURES = frozenset("0123456789x")  # 4.2.1, 4.x
_BORNE = compiled(r"\b(?:at|in|on|from|of|since|by|to|near) ([A-Z][a-z]+) \Z")
_THOUSAND = 1000
_OF_ONE = compiled(r" (?:of )?an? ([a-z]+(?: points?\b)?)\b")
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
    sign = sign_of_money(text, numeral, start, limit)
    if sign is not None:
        return Reading(Kind.MONEY, sign.currency, sign.start, sign.numeral.end, sign.numeral)
    kind, name, end, numeral = _plain(text, numeral, start, limit)
    return Reading(kind, name, numeral.start, end, numeral)


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
    if (numeral.fraction or numeral.value < 1) and (measured := _part_of_unit(text, end, limit)):
        return *measured, numeral
    if short := _short_money(text, tail, numeral, limit):
        return short
    if _is_short_million(tail):
        return Kind.COUNT, "", end + 1, in_millions(text, numeral, limit)
    measured = _share(tail, numeral) or _measure(tail) or _time(text, tail, numeral, start)
    if measured:
        return *measured, numeral
    if not tail[1] or (tail[2].lower() in MONTH_FORMS and tail[2][0].isupper()):
        return Kind.OTHER, "", end, numeral
    return _bare(text, numeral, start), "", end, numeral


def _part_of_unit(text: str, end: int, limit: int) -> tuple[Kind, str, int] | None:
    """“Half an inch”, “three-quarters of a mile”, “0.7 of a percentage point”."""
    found = _OF_ONE.match(text, end, limit)
    if found and f"{found[1]}s" in _POINTS:
        return Kind.POINTS, "points", found.end()
    known = unit(found[1]) if found else None
    return (Kind.MEASURE, known.name, found.end()) if found and known else None


def _short_money(text: str, tail: re.Match[str], numeral: Numeral, limit: int) -> tuple[Kind, str, int, Numeral] | None:
    """“110m cedis”, “5b Hong Kong dollars”: millions of what a currency names behind them, no metres."""
    figure = in_millions(text, numeral, limit) if tail[3] else numeral
    behind = _TAIL.match(text, figure.end, limit) if figure.end > numeral.end else None
    named = currency_behind(behind[2], behind[4] or "", behind[5] or "", apart=bool(behind[1])) if behind else None
    return (Kind.MONEY, named[0], behind.end((2, 4, 5)[named[1]]), figure) if behind and named else None


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
    named = currency_behind(tail[2], tail[4] or "", tail[5] or "", apart=bool(tail[1]))
    return (Kind.MONEY, named[0], tail.end((2, 4, 5)[named[1]])) if named else None


def _measure(tail: re.Match[str]) -> tuple[Kind, str, int] | None:
    """Units of up to three words, the longest first."""
    words = [tail[2], tail[4] or "", tail[5] or ""]
    for length, group in ((3, 5), (2, 4), (1, 2)) if opens_phrase(tail[2]) else ((1, 2),):
        if tail[group] and (length > 1 or _is_unit_word(tail)):
            known = unit(" ".join(words[:length]))
            if known is not None:
                return Kind.MEASURE, known.name, tail.end(group)
    if tail[2] in ("C", "F") and not tail[1]:
        return Kind.MEASURE, "degree Celsius" if tail[2] == "C" else "degree Fahrenheit", tail.end(2)
    if tail[2].lower() == "degrees" or tail[2][0] in "°º":
        return Kind.MEASURE, "degree", tail.end(2)
    return None


def _is_unit_word(tail: re.Match[str]) -> bool:
    word, apart = tail[2], tail[1]
    if word.lower() in _CLOSE_UNITS:
        return not apart and word.islower()
    if word.lower() in _LETTERS:
        # “3 m copies” are millions.
        return word.islower() and not (apart and is_plural(tail[4] or ""))
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
    if before == "[" and after[:1] == "]" and not text[at - 2].isspace():
        return True  # a reference: “co-design[6],[22]”
    if (after[:1] in (":", "/", "_", "@") and after[1:].isalnum()) or (after[:1] == "." and after[1:] in _FIGURES):
        return True
    if after in ("s ", "s,", "s.", "’s", "'s") or _CLOCK.match(text, end, limit):
        return True
    word = word_before(text, at, start).strip("“\"'‘(").rstrip(".")
    return word.lower() in MONTH_FORMS and word[:1].isupper() and numeral.value <= 31


def _bare(text: str, numeral: Numeral, start: int) -> Kind:
    """The kind of a number with no unit."""
    if numeral.fraction:
        return Kind.FRACTION
    if _is_year(text, numeral, start):
        return Kind.YEAR
    if is_age_of_a_name(text, numeral, start):
        return Kind.AGE
    named = is_designator(word_before(text, numeral.start, start)) or _is_borne(text, numeral, start)
    return Kind.OTHER if named else Kind.COUNT


def _is_borne(text: str, numeral: Numeral, start: int) -> bool:
    """Whether a common noun with a capital bears the number as its name: “at Sale 17”, “from Barn 4”."""
    if numeral.spelled or numeral.value >= _THOUSAND:
        return False
    borne = _BORNE.search(text, max(start, numeral.start - 30), numeral.start)
    known = entry(borne[1]) if borne else None
    return known is not None and known.word > 0 and not known.proper and not counts_something(text, numeral.end)


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
    if is_counted(text, numeral.start, numeral.end):
        return False
    if 1900 <= numeral.value <= 2099:
        return True
    before = word_before(text, numeral.start, start).lower()
    return before in _BEFORE_YEARS or before in MONTH_FORMS or not counts_something(text, numeral.end)


# “Kerr (52, 88), Laird (71)”: when they scored.
_AROUND = 60  # letters
_MINUTES = compiled(r"\(\d{1,3}(?:, ?\d{1,3})+\)|\(\d{1,3},? pen\)")
_TWO_AGES = compiled(r"\d\d? (?:and|or) \d\d?[,.;:)]")
# “— Ann Moor, 34”: who said it, under a quotation that stands alone, or behind it.
_SAID_BY = compiled(r"[—–-] ?(?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]*, \Z")
_AGE_TAIL = compiled(r"[- ](?:[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay)s?[- ][Oo]lds?\b|[- ]years? of age")


def word_before(text: str, at: int, start: int) -> str:
    """The word in front of `at`, if white space parts them."""
    if not text[max(start, at - 1) : at].isspace():
        return ""
    words = text[max(start, at - 24) : at].rsplit(None, 1)
    return words[-1] if words else ""


def is_age(text: str, numeral: Numeral, start: int) -> bool:
    """“Aged 34”, “the age of 34”, “34-year-old”, “a man of 34”; `start` is where the sentence starts."""
    word = word_before(text, numeral.start, start)
    if word in ("aged", "age", "ages"):
        return True
    noun = text[max(start, numeral.start - 24) : numeral.start].split()[-2:-1] if word == "of" else []
    if noun in (["age"], ["ages"]):
        return True
    if noun and noun[0] in OF_AN_AGE:
        behind = text[numeral.end : numeral.end + 20].split(None, 1)
        return not (behind and is_plural(behind[0]))  # not “a man of 100 faces”
    return bool(_AGE_TAIL.match(text, numeral.end))


def is_age_of_a_name(text: str, numeral: Numeral, start: int) -> bool:
    """“Ann Moor, 34, …” and “Ann Moor (34)”; also “two sons, 19 and 22, …”."""
    if not 0 < numeral.value < 116 or numeral.value % 1:
        return False
    window = text[max(start, numeral.start - 24) : numeral.start]
    if window.endswith(", ") and _TWO_AGES.match(text, numeral.start):
        return any(is_plural(noun) and is_person(singular(noun)) for noun in window[:-2].split()[-1:])
    if window.endswith("(") and text[numeral.end : numeral.end + 1] == ")":
        if _MINUTES.search(text, max(start, numeral.start - _AROUND), numeral.end + _AROUND):
            return False
        word = window[:-1].split()[-1:]
    elif window.endswith(", ") and text[numeral.end : numeral.end + 1] in (",", ".", ";", ":", ")", ""):
        word = window[:-2].split()[-1:]
    else:
        return _is_of_who_said(text, numeral, start)
    return bool(word) and word[0][0].isupper()


def _is_of_who_said(text: str, numeral: Numeral, start: int) -> bool:
    ahead = max(start, numeral.start - _AROUND), numeral.start
    return text.startswith("\n", numeral.end) and _SAID_BY.search(text, *ahead) is not None


@analysis
def quantities(document: Document) -> tuple[Quantity, ...]:
    """Every quantity of the story's own blocks, in order; numbers that are none (dates, names, scores) are OTHER."""
    text = document.text
    found: list[Quantity] = []
    blocks = iter(document.copy)
    start, limit = 0, 0
    for numeral in numerals(document):
        while numeral.start >= limit:
            _, start, limit, *_ = next(blocks)
        if not found or numeral.start >= found[-1].span.end:  # the 2 of m2 is no number
            found.append(_quantity(text, numeral, start, limit))
    return tuple(with_innings(document, joined(text, with_lent_units(text, found))))


def _quantity(text: str, numeral: Numeral, start: int, limit: int) -> Quantity:
    read = reading(text, numeral, start, limit)
    hedge, begin = hedge_of(text, read.start, read.numeral.end, start)
    kind = read.kind
    if kind is Kind.YEAR and hedge is not Hedge.NONE and counts_something(text, read.end):
        kind = Kind.COUNT  # “more than 2000 people”
    value = read.numeral.value
    return Quantity(Span(read.start, read.end), begin, value, value, kind, read.unit, hedge, read.numeral)


@analysis
def _starts(document: Document) -> list[int]:
    return [quantity.span.start for quantity in quantities(document)]


def quantities_within(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities that begin within `span`."""
    starts = _starts(document)
    return quantities(document)[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
