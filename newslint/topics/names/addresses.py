"""Addresses: houses with their numbers; one number in two streets that are nearly one is one house, and one of the streets a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import classes, normal
from newslint.text.prefilter import matches_at
from newslint.text.sentences import sentence_at
from newslint.text.words import digits

# “300 Quay Street”, “14 N. Mill Rd”; no sum of money.
_ADDRESS = compiled(
    r"(?<![\w.,$£€#-])(?P<number>[1-9]\d{0,4}[A-Za-z]?) (?P<street>(?:[NSEW]\.? )?(?:[A-Z][\w’'-]+|\d+(?:st|nd|rd|th))(?: [A-Z][\w’'-]+){1,3})"
)
_LONG = 3  # digits: two streets of one draft hardly share a number with so many
_MOST = 8  # more streets with one number are a list of doors
_STREETS = classes("street")
# Short forms that stand for something else in other names: St Mary’s, Dr Lowe.
_SHORT = {"st": "street", "dr": "drive", "ct": "court", "pl": "place"}


class Address(Row):
    """A house: its number, its street’s name and kind (“quay”, “street”) as they are compared, and where the street stands."""

    number: str
    name: tuple[str, ...]
    kind: str
    street: Span


@analysis
def addresses(document: Document) -> tuple[Address, ...]:
    """Every house number with its street, in order."""
    found = matches_at(document, (start for start, _ in digits(document)), _ADDRESS)
    told = (_address(match["number"], match["street"], match.start("street")) for match in found)
    return tuple(address for address in told if address)


def _address(number: str, street: str, start: int) -> Address | None:
    """The address up to the last word that is a kind of street; a street has a name in front of it."""
    words = street.split(" ")
    for size in range(len(words), 1, -1):
        last = normal(words[size - 1])
        kind = _SHORT.get(last, last)
        if classes(kind) & _STREETS:
            end = start + len(" ".join(words[:size]))
            return Address(number.lower(), tuple(map(normal, words[: size - 1])), kind, Span(start, end))
    return None


def one_house(document: Document) -> Iterator[tuple[Address, Address, int]]:
    """Every two streets that one house is said to stand in: the rarer or later of the two, the other and how often that stands."""
    houses: dict[str, dict[tuple[tuple[str, ...], str], list[Address]]] = defaultdict(lambda: defaultdict(list))
    for address in addresses(document):
        houses[address.number][address.name, address.kind].append(address)
    for streets in houses.values():
        for first, second in combinations(streets.values(), 2) if len(streets) <= _MOST else ():
            if _may_be_one(first[0], second[0]) and not _beside(document, first, second):
                suspects, others = (first, second) if len(first) < len(second) else (second, first)
                yield suspects[0], others[0], len(others)


def _may_be_one(one: Address, other: Address) -> bool:
    """Whether the two streets have one name, or are of one kind and share so long a number."""
    return one.name == other.name or (one.kind == other.kind and len(one.number) >= _LONG)


def _beside(document: Document, ones: Sequence[Address], others: Sequence[Address]) -> bool:
    """Whether a sentence names both, and so knows them for two."""
    known = {sentence_at(document, each.street.start) for each in ones}
    return any(sentence_at(document, each.street.start) in known for each in others)
