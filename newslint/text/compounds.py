"""Compounds: one term written closed, with a hyphen or open (wildfire, wild-fire, wild fire)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.compoundkeys import Places, key_of, keys_of_neighbours, keys_of_words, plain
from newslint.text.ownership import in_name, is_own
from newslint.text.words import words

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
    return frozenset(_FILE.read_text("ascii").split())


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
