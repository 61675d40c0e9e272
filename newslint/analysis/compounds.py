"""Compounds: one term written closed, with a hyphen or open (wildfire, wild-fire, wild fire)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import add
from pathlib import Path

from newslint.analysis.usage import in_name, is_own
from newslint.analysis.words import lowered, mixed_words, occurrences, words
from newslint.document import Document, Role, analysis
from newslint.expressions import compiled
from newslint.row import Row
from newslint.source import Span

CLOSED, HYPHENED, OPEN = "closed", "hyphened", "open"
_FILE = Path(__file__).parent.parent / "data" / "compounds.txt"
_DIGITS = compiled(r"\d+(?:[.,]\d+)*")
# A range of numbers (70-80mph), and a letter that is a grade or a shape (an A-list, a U-turn): their hyphens are no matter of taste.
_OTHER_HYPHEN = compiled(r"\d-\d|\A[a-z]-[a-z]{3}")
_DECIMALS = compiled(r"\d[\d.,]*[.,]\Z")
_YEAR = compiled(r"(?:19|20)\d\d\Z")
_HYPHENS = "-‑‐"
_SHORTEST = 4
_DISPLAY = frozenset([Role.HEADLINE, Role.CROSSHEAD])
_PREFIXES = frozenset(
    "anti bi co counter cyber de e extra hyper inter macro mega micro mid mini multi non over post pre pro re semi sub "
    "super trans ultra un under".split()
)
_ENDING = compiled(r"(?:at(?:ions?|ed?|es|ing|ors?|ive)|ions?|e[drs]|ors?|ing|ive|ments?|e)\Z")

Places = dict[str, list[int]]


class Use(Row):
    """One place where a compound stands; `first` and `last` are indexes into `words`.

    `own` tells the writer's own copy from quoted matter.
    """

    form: str
    span: Span
    first: int
    last: int
    own: bool


@cache
def one_word() -> frozenset[str]:
    """Terms that dictionaries and style books write now closed, now open or hyphened, and always in one sense."""
    return frozenset(_FILE.read_text("ascii").split())


@analysis
def compounds(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """Every compound that the copy writes in more than one form: a key -> its uses in order, without names."""
    solid, hyphened = _single_words(document)
    opened = _neighbours(document, frozenset((*solid, *hyphened)))
    found = {}
    uneven = _uneven(document, hyphened)
    for key in sorted(opened.keys() | (solid.keys() & hyphened.keys()) | uneven):
        uses = [
            *_uses(document, CLOSED, ((index, index) for index in solid.get(key, ()))),
            *_uses(document, HYPHENED, ((index, index) for index in hyphened.get(key, ()))),
            *_uses(document, OPEN, opened.get(key, ())),
        ]
        if len({use.form for use in uses}) > 1 or key in uneven:
            found[key] = tuple(sorted(uses, key=lambda use: use.span))
    return found


def _uneven(document: Document, hyphened: Places) -> set[str]:
    """The keys of compounds that have a hyphen more here than there: 49-year-old, 42-yearold."""
    texts = words(document).texts
    return {
        key
        for key, indexes in hyphened.items()
        if len(indexes) > 1 and len({texts[index].count("-") for index in indexes}) > 1
    }


def _single_words(document: Document) -> tuple[Places, Places]:
    """The words by their keys, those without a hyphen and those with one."""
    hyphened: Places = {}
    prefixed: dict[str, str] = {}
    listed = occurrences(document)
    solid: Places = {
        word: indexes
        for word, indexes in listed.items()
        if len(word) >= _SHORTEST and word[-1] != "s" and word.isalpha() and word.isascii()
    }
    for word in [word for word in listed if word not in solid and len(word) >= _SHORTEST]:
        indexes = listed[word]
        if word.isascii() and word.isalpha():
            key = _singular(word)
            solid[key] = solid[key] + indexes if key in solid else indexes
            continue
        plain = _plain(word)
        key = key_of(plain)
        if not key.strip("#") or _means_more(plain):
            continue
        if "-" in plain and plain.partition("-")[0] in _PREFIXES:
            key = prefixed.setdefault(_stem(key), key)
        side = hyphened if "-" in plain else solid
        side[key] = side.get(key, []) + indexes
    if prefixed:
        _join_inflections(solid, prefixed)
    return solid, hyphened


def _means_more(plain: str) -> bool:
    """Whether the hyphen in a word says something that leaving it out wouldn't: 70-80mph, an A-list actor."""
    return _OTHER_HYPHEN.search(plain) is not None and not plain.startswith("e-")


def _join_inflections(solid: Places, prefixed: Mapping[str, str]) -> None:
    """Bring reopened under the key of re-opening: a prefix is joined in the same way before every inflection."""
    beginnings = tuple(prefixed)
    for key in [key for key in solid if key.startswith(beginnings)]:
        home = prefixed.get(_stem(key), key)
        if home != key:
            solid[home] = solid.get(home, []) + solid[key]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def _plain(word: str) -> str:
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    return word if word.isascii() else word.replace("‑", "-").replace("‐", "-")


def _singular(word: str) -> str:
    if word[-1:] != "s" or len(word) <= _SHORTEST or word[-2] in "su":
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > _SHORTEST + 2 else word[:-1]


def key_of(word: str) -> str:
    """`word` (in lower case) without hyphens and the ending of the plural, and with every number alike."""
    key = _singular(word.replace("-", ""))
    if key.isalpha():
        return key
    return _DIGITS.sub("#", key) if key[-1].isalpha() else "#"


def _neighbours(document: Document, wanted: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
    """Words parted by one space that together make one of the keys `wanted`: two, or three behind a number."""
    odd = [key for key in wanted if not key.isalpha()]
    ends = {"s", *(key[-1] for key in odd)}  # of the keys with a number, and of plurals
    low = lowered(document)
    found: dict[str, list[tuple[int, int]]] = {}
    together = list(map(add, low, low[1:]))
    for index in _likely(document, together, wanted, frozenset("".join(odd))):
        joined = together[index]
        numbered = joined[0].isdigit()
        if numbered and (low[index + 1][0].isdigit() or _YEAR.match(low[index])):
            continue  # two numbers, or a year before its noun
        if not numbered or joined[-1] in ends:
            key = key_of(_plain(joined))
            if key in wanted and _spaced(document, index):
                found.setdefault(key, []).append((index, index + 1))
        if numbered and index + 2 < len(low) and "-" not in joined and low[index + 2][-1] in ends:
            key = key_of(_plain(joined + low[index + 2]))
            if key in wanted and _spaced(document, index) and _spaced(document, index + 1):
                found.setdefault(key, []).append((index, index + 2))
    return found


def _likely(document: Document, together: list[str], wanted: frozenset[str], marks: frozenset[str]) -> list[int]:
    """Where two words may make a key: their letters are one or its plural, or they hold more than letters.

    `marks` are what the keys hold beside letters; what a word holds of other marks keeps it out of them.
    """
    places = occurrences(document)
    whole = wanted.intersection(together)
    likely = {index for index, joined in enumerate(together) if joined in whole} if whole else set()
    plurals = [index - 1 for word, indexes in places.items() if word[-1] == "s" for index in indexes if index]
    likely.update(index for index in plurals if together[index][:-1] in wanted or together[index][-3:] == "ies")
    for word in mixed_words(document):
        indexes = places[word]
        if word[-1].isalpha() and _marks_of(_plain(word)) <= marks:  # no compound ends in a figure
            likely.update(index - 1 for index in indexes)
        if _marks_of(word) <= marks:
            likely.update(indexes)
    return sorted(likely - {-1, len(together)})


def _marks_of(word: str) -> set[str]:
    """What a word holds beside letters and hyphens; # for a figure, as in the keys."""
    return {"#" if mark.isdecimal() else mark for mark in word if not (mark.isalpha() or mark in _HYPHENS)}


def _spaced(document: Document, index: int) -> bool:
    """Whether one space alone parts word `index` from the next."""
    texts, starts = words(document)
    end = starts[index] + len(texts[index])
    return starts[index + 1] - end == 1 and document.text[end] in " \u00a0"


def _uses(document: Document, form: str, places: Iterable[tuple[int, int]]) -> Iterator[Use]:
    listed = words(document)
    for first, last in places:
        span = Span(_whole_number(document, listed.starts[first]), listed.span(last).end)
        parts = listed.texts[first : last + 1]
        if _is_term(document, parts, listed.span(first)) or (
            key_of(_plain("".join(parts).lower())) in one_word() and not _in_longer_name(document, span)
        ):
            own = is_own(document, span, name=True)
            if own or is_own(document, span, name=True, quoted=True):
                yield Use(form, span, first, last, own)


def _whole_number(document: Document, start: int) -> int:
    """Where the number begins whose last digits are the word at `start`: 57.4, 5,000."""
    text = document.text
    if text[start - 1 : start] not in {".", ","} or not text[start].isdigit():
        return start
    begun = _DECIMALS.search(text, max(0, start - 20), start)
    return begun.start() if begun else start


_NAME_BEFORE = compiled(r"[A-Z][\w’'.-]*(?: (?:of|for|and|the))* \Z")
_NAME_AFTER = compiled(r" (?:(?:of|for|and|the|&) )*[A-Z]")


def _in_longer_name(document: Document, span: Span) -> bool:
    """Whether words with capitals stand beside the compound: the Cybersecurity and Infrastructure Agency."""
    text = document.text
    before = _NAME_BEFORE.search(text, max(0, span.start - 30), span.start)
    return before is not None or _NAME_AFTER.match(text, span.end) is not None


def _is_term(document: Document, parts: list[str], first: Span) -> bool:
    """Whether the capitals, if any, are those of a sentence's first word or of a headline, not of a name."""
    if all(part.islower() or not part[0].isalpha() for part in parts):
        return True
    block = document.block_at(first.start)
    if block is not None and block.role in _DISPLAY:
        return True
    if not all(part.islower() for part in parts[1:]):
        return False
    if not set(parts[0]) & set("'’") and (len(parts) > 1 or parts[0].rpartition("-")[2].islower()):
        return True  # London-based, London based
    return parts[0][1:].islower() and not in_name(document, first)
