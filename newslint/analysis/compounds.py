"""Compounds: one term written closed, with a hyphen or open (wildfire, wild-fire, wild fire)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.usage import in_name, is_own
from newslint.analysis.words import occurrences, words
from newslint.document import Document, Role, analysis
from newslint.source import Span

CLOSED, HYPHENED, OPEN = "closed", "hyphened", "open"
_FILE = Path(__file__).parent.parent / "data" / "compounds.txt"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SHORTEST = 4
_DISPLAY = frozenset([Role.HEADLINE, Role.CROSSHEAD])
_PREFIXES = frozenset(
    "anti bi co counter cyber de e extra hyper inter macro mega micro mid mini multi non over post pre pro re semi sub "
    "super trans ultra un under".split()
)
_ENDING = re.compile(r"(?:at(?:ions?|ed?|es|ing|ors?|ive)|ions?|e[drs]|ors?|ing|ive|ments?|e)\Z")

Places = dict[str, list[tuple[int, int]]]


class Use(NamedTuple):
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
    opened = _neighbours(document, solid.keys() | hyphened.keys())
    found = {}
    for key in sorted(opened.keys() | (solid.keys() & hyphened.keys())):
        forms = ((CLOSED, solid), (HYPHENED, hyphened), (OPEN, opened))
        uses = [use for form, places in forms for use in _uses(document, form, places.get(key, ()))]
        if len({use.form for use in uses}) > 1:
            found[key] = tuple(sorted(uses, key=lambda use: use.span))
    return found


def _single_words(document: Document) -> tuple[Places, Places]:
    """The words by their keys, those without a hyphen and those with one."""
    solid: Places = {}
    hyphened: Places = {}
    prefixed: dict[str, str] = {}
    for word, indexes in occurrences(document).items():
        if len(word) < _SHORTEST:
            continue
        plain = _plain(word)
        key = key_of(plain)
        if not key.strip("#"):
            continue
        if "-" in plain and plain.partition("-")[0] in _PREFIXES:
            key = prefixed.setdefault(_ENDING.sub("", key), key)
        side = hyphened if "-" in plain else solid
        side.setdefault(key, []).extend((index, index) for index in indexes)
    if prefixed:
        _join_inflections(solid, prefixed)
    return solid, hyphened


def _join_inflections(solid: Places, prefixed: Mapping[str, str]) -> None:
    """Bring reopened under the key of re-opening: a prefix is joined in the same way before every inflection."""
    for key in list(solid):
        home = prefixed.get(_ENDING.sub("", key), key)
        if home != key:
            solid.setdefault(home, []).extend(solid[key])


def _plain(word: str) -> str:
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    return word if word.isascii() else word.replace("‑", "-").replace("‐", "-")


def key_of(word: str) -> str:
    """`word` (in lower case) without hyphens and the ending of the plural, and with every number alike."""
    key = word.replace("-", "")
    if key[-1:] == "s" and len(key) > _SHORTEST and key[-2] not in "su":
        key = key[:-1]
    if key.isalpha():
        return key
    return _DIGITS.sub("#", key) if key[-1].isalpha() else "#"


def _neighbours(document: Document, wanted: Iterable[str]) -> Places:
    """Words parted by one space that together make one of the keys `wanted`: two, or three behind a number."""
    texts, starts = words(document)
    wanted = frozenset(wanted)
    found: Places = {}
    lowered = [word.lower() for word in texts]
    for index in range(len(texts) - 1):
        if starts[index + 1] - starts[index] - len(texts[index]) != 1:
            continue
        joined = lowered[index] + lowered[index + 1]
        key = key_of(_plain(joined))
        if key in wanted and _spaced(document, index):
            found.setdefault(key, []).append((index, index + 1))
        if joined[0].isdigit() and index + 2 < len(texts) and "-" not in joined:
            key = key_of(_plain(joined + lowered[index + 2]))
            if key in wanted and _spaced(document, index) and _spaced(document, index + 1):
                found.setdefault(key, []).append((index, index + 2))
    return found


def _spaced(document: Document, index: int) -> bool:
    """Whether one space alone parts word `index` from the next."""
    texts, starts = words(document)
    end = starts[index] + len(texts[index])
    return starts[index + 1] - end == 1 and document.text[end] in " \u00a0"


def _uses(document: Document, form: str, places: Iterable[tuple[int, int]]) -> Iterator[Use]:
    listed = words(document)
    for first, last in places:
        span = Span(listed.starts[first], listed.span(last).end)
        if _is_term(document, listed.texts[first : last + 1], listed.span(first)):
            own = is_own(document, span, name=True)
            if own or is_own(document, span, name=True, quoted=True):
                yield Use(form, span, first, last, own)


def _is_term(document: Document, parts: list[str], first: Span) -> bool:
    """Whether the capitals, if any, are those of a sentence's first word or of a headline, not of a name."""
    if all(part.islower() or not part[0].isalpha() for part in parts):
        return True
    block = document.block_at(first.start)
    if block is not None and block.role in _DISPLAY:
        return True
    if not all(part.islower() for part in parts[1:]):
        return False
    return parts[0][1:].islower() and not in_name(document, first)
