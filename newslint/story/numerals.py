"""Numerals: what a number in digits or in words is worth, and how finely it's printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.nouns import singular
from newslint.text.vocabulary import FRACTIONS, NUMBER_WORDS, ORDINALS, SCALES, SHORT_SCALES, alternatives, wordlist
from newslint.text.words import digits, mixed_words, occurrences, words

# Thousands may be parted by spaces, “1 240”, where no third number stands beside them: “082 373 5950” is a telephone's.
_SPACED = r"(?<!\d)(?<!\d[ \u00a0])[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?(?!,?\d|[ \u00a0]\d)"
_DIGITS = compiled(rf"{_SPACED}|[0-9,]+(?:\.[0-9]+)?(?:[\u00a0\u2009\u202f ]000(?![\d,]))*")
_GROUPING = str.maketrans("", "", ", \u00a0\u2009\u202f")
_SCALE = compiled(rf"(?:[ \u00a0-])?({alternatives(SCALES, SHORT_SCALES)})(?P<crore> crore)?\b", re.I)
_FACTORS = SCALES | SHORT_SCALES
_AGENCY_SCALES = frozenset(["mln", "bln"])  # “three mln barrels”
_HALVES = compiled(r"[- ]([1-9]\d?)/([1-9]\d?)(?![\d/])")  # “10-1/2 pct”, “4 1/2 hours”
_VULGAR = {
    "¼": 1 / 4,
    "½": 1 / 2,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}  # “4½in”
# What a number in words can begin with; “a dozen” begins at its second word.
_OPENERS = NUMBER_WORDS.keys() | SCALES.keys()
_HEADS = frozenset(form for word in (*_OPENERS, *FRACTIONS) for form in (word, word.capitalize(), word.upper()))
# “A full third”, “a good half”: they say no less than the fraction itself.
_FULL = frozenset("full good whole solid clear mere".split())
# What tells that four figures without a comma are no year: “1764 of the 2100, or 84%”, “the 1950 who stayed”.
BEFORE_YEARS = wordlist(
    "in since by from until till to through during between before after early late mid around circa and ("
)
_COUNTED = compiled(r" (?:of (?:the|them|those|these|its|our|his|her|their|all)|who|whose)\b")
# “No one”, “this one”: somebody or something, and no number.
_BEFORE_ONE = wordlist("no any every this another")
_ALL_OF_THEM = wordlist("the all its their those these our")


class Numeral(Row):
    """A number: `grain` is the place value of its last digit that isn't a rounding nought, `step` that of its last digit.

    1.2 million has a step of 100,000; 12,000 has a step of 1 and a grain of 1,000.
    """

    start: int
    end: int
    value: float
    grain: float
    step: float
    spelled: bool = False
    fraction: bool = False
    scale: float = 1.0


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the number from `start` to `end` counts what was told of, by what stands beside it."""
    before = text[max(0, start - 12) : start].split()
    word = before[-1].lower() if before else ""
    if word in BEFORE_YEARS:
        return False
    return _COUNTED.match(text, end) is not None or (word in _ALL_OF_THEM and text[end : end + 1] in tuple(",.;:)"))


def whole(value: float) -> float:
    """`value` without the dust of binary fractions."""
    near = round(value)
    return near if abs(value - near) < 1e-6 * max(1.0, abs(value)) * 1e-3 else round(value, 9)


@analysis
def numerals(document: Document) -> tuple[Numeral, ...]:
    """Every number of the story's own blocks, in order, of whatever kind: years and telephone numbers too."""
    found = [*_in_digits(document), *_in_words(document)]
    found.sort()
    return tuple(_merged(document.text, found))


def _merged(text: str, found: list[Numeral]) -> list[Numeral]:
    """“3.5 million”, “half a million”, “two and a half” and “two and a half million” are one number each."""
    merged: list[Numeral] = []
    for numeral in found:
        before = merged[-1] if merged else None
        if before is None or numeral.start - before.end > 7:
            merged.append(numeral)
        elif numeral.start >= before.end:
            gap = text[before.end : numeral.start]
            scale = text[numeral.start : numeral.end].lower() in SCALES and numeral.value >= 1000
            dozens = before.fraction and gap == " a " and numeral.value >= 12 and numeral.spelled
            if dozens or (scale and before.spelled and gap in (" ", " of a ")):
                value = whole(before.value * numeral.value)
                merged[-1] = Numeral(before.start, numeral.end, value, value / 5, value / 5, spelled=True)
            elif numeral.fraction and gap in (" and a ", "-and-a-", " and ") and before.value % 1 == 0:
                value = before.value + numeral.value
                merged[-1] = Numeral(before.start, numeral.end, value, 0.25, 0.25, spelled=True)
            else:
                merged.append(numeral)
    return merged


def _in_digits(document: Document) -> Iterator[Numeral]:
    text = document.text
    behind = 0
    for start, block in digits(document):
        match = _DIGITS.match(text, start, block.end) if start >= behind else None
        if match:
            behind = match.end()
            numeral = _digits(text, start, behind, block.end)
            if numeral is not None:
                yield numeral


def _digits(text: str, start: int, end: int, limit: int) -> Numeral | None:
    while text[end - 1] == ",":
        end -= 1
    plain = text[start:end].translate(_GROUPING)
    if len(plain) > 18:
        return None
    value = float(plain)
    integer, _, decimals = plain.partition(".")
    step = 10.0 ** -len(decimals)
    grain = step if decimals else 10.0 ** (len(integer) - len(integer.rstrip("0")) if value else 0)
    part, behind = _part_behind(text, end, limit) if not decimals else (0.0, end)
    if part:
        value, grain, step, end = value + part, 0.1, 0.1, behind
    scale = _SCALE.match(text, end, limit)
    if scale is None:
        return Numeral(start, end, whole(value), grain, step)
    factor = _FACTORS[scale[1].lower()] * (SCALES["crore"] if scale["crore"] else 1)  # “1.2 lakh crore”
    return Numeral(start, scale.end(), whole(value * factor), grain * factor, step * factor, scale=factor)


def _part_behind(text: str, end: int, limit: int) -> tuple[float, int]:
    """The fraction that goes on with a whole number, and where it ends: “4½”, “10-1/2”; 0 where none does."""
    sign = text[end : min(end + 1, limit)]
    if sign in _VULGAR:
        return _VULGAR[sign], end + 1
    halves = _HALVES.match(text, end, limit) if sign in ("-", " ") else None
    if halves and int(halves[1]) < int(halves[2]):
        return int(halves[1]) / int(halves[2]), halves.end()
    return 0.0, end


def _heads(document: Document) -> list[int]:
    """The words in order that, whatever their capitals, may begin a number."""
    places = occurrences(document)
    heads = {*(places.keys() & _HEADS), *(key for key in mixed_words(document) if "-" in key)}
    return sorted(index for key in heads for index in places[key])


def _in_words(document: Document) -> Iterator[Numeral]:
    texts, starts = words(document)
    skip = -1
    for index in _heads(document):
        word = texts[index]
        if index >= skip and word.partition("-")[0] in _HEADS:
            read = _spelled(document.text, texts, starts, index)
            if read is not None:
                numeral, skip = read
                yield numeral


def _spelled(text: str, texts: list[str], starts: Sequence[int], index: int) -> tuple[Numeral, int] | None:
    """The number whose first word is word `index`, and the index of the first word behind it."""
    first = texts[index].lower()
    if first in FRACTIONS:
        return _fraction(text, texts, starts, index, 1)
    if first not in _OPENERS:
        return _hyphened(texts[index], starts[index], index)
    before = texts[index - 1].lower() if index else ""
    if (first == "hundred" and before[-1:].isdigit()) or (first == "one" and before in _BEFORE_ONE):
        return None
    total, current, last = 0.0, 0.0, index
    for at in range(index, min(index + 8, len(texts))):
        word = texts[at].lower()
        if at > index and not _joined(text, texts, starts, at):
            break
        if word in NUMBER_WORDS and (current == 0 or (current % 100 == 0 and current)):
            current += NUMBER_WORDS[word]
        elif (word in SCALES or word in _AGENCY_SCALES) and not (word == "hundred" and current > 20):
            factor = _FACTORS[word]
            total, current = (total, (current or 1) * factor) if factor < 1000 else (total + (current or 1) * factor, 0)
        elif not (word == "and" and at > index and texts[at - 1].lower() in SCALES and _is_opener(texts, at + 1)):
            if word in FRACTIONS and at == index + 1 and first in NUMBER_WORDS and word != "half":
                return _fraction(text, texts, starts, at, NUMBER_WORDS[first], starts[index])
            break
        else:
            continue
        last = at
    value = whole(total + current)
    end = starts[last] + len(texts[last])
    return Numeral(starts[index], end, value, _spelled_grain(value), 1.0, spelled=True), last + 1


def _spelled_grain(value: float) -> float:
    figures = str(int(value))
    return 10.0 ** (len(figures) - len(figures.rstrip("0"))) if value else 1.0


def _is_opener(texts: list[str], index: int) -> bool:
    return index < len(texts) and texts[index].lower() in _OPENERS


def _joined(text: str, texts: list[str], starts: Sequence[int], index: int) -> bool:
    return text[starts[index - 1] + len(texts[index - 1]) : starts[index]] in (" ", "\u00a0")


def _fraction(
    text: str, texts: list[str], starts: Sequence[int], index: int, above: int, start: int | None = None
) -> tuple[Numeral, int] | None:
    """“A third”, “two thirds”, “half”; “the third” is an ordinal and “a quarter” of a year is a time: not for here."""
    word = texts[index].lower()
    before = texts[index - 1].lower() if index and _joined(text, texts, starts, index) else ""
    if before in _FULL and index > 1 and _joined(text, texts, starts, index - 1):
        before = texts[index - 2].lower()
    if start is None and word != "half" and before not in ("a", "an", "one"):
        return None
    value = above / FRACTIONS[word]
    begin = starts[index] if start is None else start
    return Numeral(begin, starts[index] + len(word), value, 0.01, 0.01, spelled=True, fraction=True), index + 1


def _hyphened(word: str, start: int, index: int) -> tuple[Numeral, int] | None:
    """The number at the head of a compound: “three-year-old”, “two-thirds”, “twenty-one-gun”, “two-and-a-half-hour”; “twenty-first” is none."""
    if word.lower() in ORDINALS:
        return None
    parts = word.lower().split("-")
    for length in (2, 1):
        head = "-".join(parts[:length])
        if head in NUMBER_WORDS:
            if length < len(parts) and parts[length] in FRACTIONS and length == 1:
                value = NUMBER_WORDS[head] / FRACTIONS[parts[length]]
                end = start + len(head) + 1 + len(parts[length])
                return Numeral(start, end, value, 0.01, 0.01, spelled=True, fraction=True), index + 1
            value, more = NUMBER_WORDS[head], parts[length : length + 3]
            if more[:2] == ["and", "a"] and more[-1] in FRACTIONS:
                end = start + len("-".join([head, *more]))
                return Numeral(start, end, value + 1 / FRACTIONS[more[-1]], 0.25, 0.25, spelled=True), index + 1
            return Numeral(start, start + len(head), value, _spelled_grain(value), 1.0, spelled=True), index + 1
    return None


def small_number(word: str) -> int:
    """What “two”, “Twelve” or “12” is worth; 0 for what's no number."""
    return int(word) if word.isdigit() and word.isascii() and len(word) < 9 else NUMBER_WORDS.get(word.lower(), 0)


def ordinal_number(word: str) -> int:
    """What “third”, “Twelfth” or “12th” is worth. Raises ValueError for what's no ordinal."""
    return ORDINALS.get(word.lower()) or int(word[:-2])


# “First” and “second” stand for much besides a place in a row.
_ORDINALS = {word: number for word, number in ORDINALS.items() if number > 2}
_ORDINAL = rf"(?i)\b(?:(\d{{1,4}})(?:st|nd|rd|th)|({alternatives(_ORDINALS)})) ((?:[a-z]+ )?[a-z]{{3,}})\b"
# Parts of larger things, of which a story has several.
_PARTS = wordlist(
    """
    quarter day time place century half minute year month week district grade circuit floor street avenue amendment
    world person man woman party of largest biggest highest in and anniversary birthday
    """
)


class Ordinal(Row):
    """`number` as it stands at `span`, and the noun that it numbers, in the singular."""

    span: Span
    number: int
    noun: str


def ordinals(text: str, span: Span) -> Iterator[Ordinal]:
    """The ordinals from the third on in text[span]."""
    for match in compiled(_ORDINAL).finditer(text, span.start, span.end):
        number = int(match[1]) if match[1] else _ORDINALS[match[2].lower()]
        nouns = [singular(word) for word in match[3].split()]
        if number > 2 and not _PARTS.intersection(nouns):
            yield Ordinal(Span(match.start(), match.start(3) - 1), number, nouns[0])
            if len(nouns) > 1:
                yield Ordinal(Span(match.start(), match.start(3) - 1), number, nouns[1])
