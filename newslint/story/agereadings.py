"""Age readings: which numbers are ages, told by the words around them."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.story.numerals import Numeral
from newslint.text.nouns import is_plural

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
    before = text[max(start, numeral.start - 10) : numeral.start] if word == "of" else ""
    if before.endswith((" age of ", "ages of ")):
        return True
    if before.endswith((" man of ", " woman of ", " boy of ", " girl of ")):
        behind = text[numeral.end : numeral.end + 20].split(None, 1)
        return not (behind and is_plural(behind[0]))  # not “a man of 100 faces”
    return bool(_AGE_TAIL.match(text, numeral.end))


def is_age_of_a_name(text: str, numeral: Numeral, start: int) -> bool:
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
