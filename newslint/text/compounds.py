"""Compounds: one term written closed, with a hyphen or open (wildfire, wild-fire, wild fire)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import add
from pathlib import Path

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.ownership import in_name, is_own
from newslint.text.words import lowered, mixed_words, occurrences, words

_DIGITS = compiled(r"\d+(?:[.,]\d+)*")
# A range of numbers (70-80mph), and a letter that is a grade or a shape (an A-list, a U-turn): their hyphens are no matter of taste.
_OTHER_HYPHEN = compiled(r"\d-\d|\A[a-z]-[a-z]{3}")
_YEAR = compiled(r"(?:19|20)\d\d\Z")
_HYPHENS = "-‑‐"
_SHORTEST = 4
_PREFIXES = frozenset(
    "anti bi co counter cyber de e extra hyper inter macro mega micro mid mini multi non over post pre pro re semi sub "
    "super trans ultra un under".split()
)
# Of what stands before its ending a word keeps four letters: related is no form of re-live.
_ENDING = compiled(r"(?<=[a-z]{4})(?:at(?:ions?|ed?|es|ing|ors?|ive)|ions?|e[drs]|ors?|ing|ive|ments?|e)\Z")

Places = dict[str, Sequence[int]]


class Keys(Row):
    """Each key with where its words stand (indexes into `words`): those without a hyphen, and those with one.

    `odd` are the keys that hold more than letters, `plurals` the words that end as plurals do.
    """

    solid: Places
    hyphened: Places
    odd: set[str]
    plurals: list[str]


def keys_of_words(document: Document) -> Keys:
    """The words of the copy, but the shortest, by their keys."""
    places = occurrences(document)
    plurals = [word for word in places if word[-1] == "s"]
    solid, accented = _plain_words(places, plurals)
    keys = Keys(solid, {}, set(), plurals)
    prefixed: dict[str, str] = {}
    for word in [word for word in (*mixed_words(document), *accented) if len(word) >= _SHORTEST]:
        written = plain(word)
        key = key_of(written)
        if not key.strip("#") or _means_more(written):
            continue
        if "-" in written and written.partition("-")[0] in _PREFIXES:
            key = prefixed.setdefault(_stem(key), key)
        if not key.isalpha():
            keys.odd.add(key)
        side = keys.hyphened if "-" in written else solid
        side[key] = [*side.get(key, ()), *places[word]]
    if prefixed:
        _join_inflections(solid, prefixed)
    return keys


def _plain_words(places: Mapping[str, Sequence[int]], plurals: list[str]) -> tuple[Places, list[str]]:
    """The words of nothing but plain letters by their keys, and those that have an accent."""
    accented = [word for word in places if not word.isascii() and word.isalpha()]
    solid: Places = {
        word: indexes
        for word, indexes in places.items()
        if len(word) >= _SHORTEST and word[-1] != "s" and word.isascii() and word.isalpha()
    }
    for word in plurals:
        if len(word) >= _SHORTEST and word.isalpha() and word.isascii():
            key = _singular(word)
            solid[key] = [*solid[key], *places[word]] if key in solid else places[word]
    return solid, accented


def _means_more(plain: str) -> bool:
    """Whether the hyphen in a word says something that leaving it out wouldn't: 70-80mph, an A-list actor."""
    return _OTHER_HYPHEN.search(plain) is not None and not plain.startswith("e-")


def _join_inflections(solid: Places, prefixed: Mapping[str, str]) -> None:
    """Bring reopened under the key of re-opening: a prefix is joined in the same way before every inflection."""
    beginnings = tuple(prefixed)
    for key in [key for key in solid if key.startswith(beginnings)]:
        home = prefixed.get(_stem(key), key)
        if home != key:
            solid[home] = [*solid.get(home, ()), *solid[key]]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def plain(word: str) -> str:
    """`word` (in lower case) without the ending of a possessive, and with plain hyphens."""
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    return word if word.isascii() else word.replace("‑", "-").replace("‐", "-")


def _singular(word: str) -> str:
    if word[-1:] != "s" or len(word) <= _SHORTEST or word[-2] in "su":
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > _SHORTEST + 2 else word[:-1]


def key_of(word: str) -> str:
    """`word` (in lower case) without hyphens and the ending of the plural, and with every number alike.

    Behind a hyphen an s is no ending: a high-s signature has a value called s.
    """
    solid = word.replace("-", "")
    key = solid if word.endswith("-s") else _singular(solid)
    if key.isalpha():
        return key
    return _DIGITS.sub("#", key) if key[-1].isalpha() else "#"


def keys_of_neighbours(document: Document, keys: Keys) -> dict[str, list[tuple[int, int]]]:
    """Words parted by one space that together make one of `keys`: the first and the last of two, or of three behind a number."""
    wanted = frozenset((*keys.solid, *keys.hyphened))
    ends = {"s", *(key[-1] for key in keys.odd)}  # of the keys with a number, and of plurals
    low = lowered(document)
    together = list(map(add, low, low[1:]))
    found: dict[str, list[tuple[int, int]]] = {}
    for index in _likely(document, together, wanted, keys):
        joined = together[index]
        numbered = joined[0].isdigit()
        if numbered and (low[index + 1][0].isdigit() or _YEAR.match(low[index])):
            continue  # two numbers, or a year before its noun
        if not numbered or joined[-1] in ends:
            key = key_of(plain(joined))
            if key in wanted and _spaced(document, index):
                found.setdefault(key, []).append((index, index + 1))
        if numbered and index + 2 < len(low) and "-" not in joined and low[index + 2][-1] in ends:
            key = key_of(plain(joined + low[index + 2]))
            if key in wanted and _spaced(document, index) and _spaced(document, index + 1):
                found.setdefault(key, []).append((index, index + 2))
    return found


def _likely(document: Document, together: list[str], wanted: frozenset[str], keys: Keys) -> list[int]:
    """Where two words may make a key: their letters are one or its plural, or they hold more than letters.

    What a word holds beside letters keeps it out of keys that hold nothing of that.
    """
    places = occurrences(document)
    marks = frozenset("".join(keys.odd))
    whole = wanted.intersection(together)
    likely = set(compress(count(), map(whole.__contains__, together))) if whole else set()
    plurals = [index - 1 for word in keys.plurals for index in places[word] if index]
    likely.update(index for index in plurals if together[index][:-1] in wanted or together[index][-3:] == "ies")
    for word in mixed_words(document):
        indexes = places[word]
        fits = _marks_of(word) <= marks
        if fits:
            likely.update(indexes)
        if word[-1].isalpha() and (fits or _marks_of(plain(word)) <= marks):  # no compound ends in a figure
            likely.update(index - 1 for index in indexes)
    return sorted(likely - {-1, len(together)})


def _marks_of(word: str) -> set[str]:
    """What a word holds beside letters and hyphens; # for a figure, as in the keys."""
    return {"#" if mark.isdecimal() else mark for mark in word if not (mark.isalpha() or mark in _HYPHENS)}


def _spaced(document: Document, index: int) -> bool:
    """Whether one space alone parts word `index` from the next."""
    texts, starts = words(document)
    end = starts[index] + len(texts[index])
    return starts[index + 1] - end == 1 and document.text[end] in " \u00a0"


CLOSED, HYPHENED, OPEN = "closed", "hyphened", "open"
_FILE = Path(__file__).parents[1] / "data" / "compounds.txt"
_DECIMALS = compiled(r"\d[\d.,]*[.,]\Z")
_DISPLAY = frozenset([Role.HEADLINE, Role.CROSSHEAD])


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
    return frozenset(_FILE.read_bytes().decode("ascii").split())


@analysis
def compounds(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """Every compound that the copy writes in more than one form: a key -> its uses in order, without names."""
    keys = keys_of_words(document)
    solid, hyphened = keys.solid, keys.hyphened
    opened = keys_of_neighbours(document, keys)
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


def _uses(document: Document, form: str, places: Iterable[tuple[int, int]]) -> Iterator[Use]:
    listed = words(document)
    for first, last in places:
        span = Span(_whole_number(document, listed.starts[first]), listed.span(last).end)
        parts = listed.texts[first : last + 1]
        if _is_in_figure(document.text, span):
            continue
        if _is_term(document, parts, listed.span(first)) or (
            key_of(plain("".join(parts).lower())) in one_word() and not _in_longer_name(document, span)
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


def _is_in_figure(text: str, span: Span) -> bool:
    """Whether the compound is cut out of a fraction or of a version's number: a 1-1/2 year wait, 3.2.0-beta.1."""
    return (text[span.start].isdigit() and text[span.start - 1 : span.start] == "/") or (
        text[span.end : span.end + 1] == "." and text[span.end + 1 : span.end + 2].isdigit()
    )


_BEFORE_REACH = 80
# A name, what is said of it in brackets, and its small words.
_NAME_BEFORE = compiled(r"[A-Z][\w’'.-]*(?: \([^()\n]{1,50}\))?(?: (?:of|for|and|the))* \Z")
_NAME_AFTER = compiled(r" (?:(?:of|for|and|the|&) )*[A-Z]")


def _in_longer_name(document: Document, span: Span) -> bool:
    """Whether words with capitals stand beside the compound: the Cybersecurity and Infrastructure Agency."""
    text = document.text
    before = _NAME_BEFORE.search(text, max(0, span.start - _BEFORE_REACH), span.start)
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
