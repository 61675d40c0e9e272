"""Misnumberings: things that the headline numbers otherwise than the story: Week 12 and Week 11, edition 10 and the 9th."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.facts import are_near, facts
from newslint.analysis.ordinals import Ordinal, ordinals
from newslint.analysis.quantities import quantities
from newslint.analysis.quantity import Kind, Quantity
from newslint.analysis.tags import SERIES, tags
from newslint.analysis.wordlists import wordlist
from newslint.document import Document, Role, analysis
from newslint.expressions import compiled
from newslint.source import Span

DISPLAY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CAPTION])
BODY = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])
# A number with a word at one of its sides.
_WORD_BEFORE = compiled(r"\b([A-Z][a-z]+) \Z")
_SUFFIX = compiled(r"[a-z]{2,5}\b")
_ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th"])
_MONTHS = wordlist(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec
    """
)
# What articles are lists of.
_LISTED = wordlist(
    """
    thing way reason tip fact question step takeaway lesson idea rule sign story place book film song word photo
    """
)


class Misnumbering(NamedTuple):
    """`suspect` is said in the `place` named, where `other` is what stands at `told`. `sure` is from 0 to 1."""

    suspect: Span
    place: str
    other: str
    told: Span
    sure: float


@analysis
def misnumberings(document: Document) -> tuple[Misnumbering, ...]:
    """Every number of the display that names or orders a thing otherwise than the story does."""
    return (*_named(document), *_series(document), *_ordinals(document), *_listed(document))


def _named(document: Document) -> Iterator[Misnumbering]:
    """“Week 20” above a story of Week 11, “62fps” above one of 60fps."""
    names = [quantity for quantity in quantities(document) if quantity.kind is Kind.OTHER]
    roles = [_role(document, quantity.span) for quantity in names]
    for said, role in zip(names, roles, strict=True):
        word = _word_beside(document, said) if role in DISPLAY and said.top == said.value else ""
        if not word:
            continue
        rivals = [
            told
            for told, place in zip(names, roles, strict=True)
            if place not in DISPLAY and _word_beside(document, told) == word
        ]
        if any(told.value == said.value for told in rivals):
            continue
        near = [told for told in rivals if len(rivals) == 1 or are_near(said.value, told.value)]
        if len({told.value for told in near}) == 1:
            told = near[0].span
            yield Misnumbering(said.span, role.value if role else "", document[told], told, 0.7)


def _role(document: Document, span: Span) -> Role | None:
    block = document.block_at(span.start)
    return block.role if block else None


def _word_beside(document: Document, quantity: Quantity) -> str:
    text = document.text
    suffix = _SUFFIX.match(text, quantity.span.end)
    if suffix:
        return "" if suffix[0] in _ORDINAL_ENDINGS else suffix[0]
    if text.startswith(":", quantity.span.end):
        return ""  # the label of an item of its own
    before = _WORD_BEFORE.search(text[max(0, quantity.span.start - 20) : quantity.span.start])
    return before[1] if before and before[1] not in _MONTHS else ""


def _series(document: Document) -> Iterator[Misnumbering]:
    """“The 9th edition” under “Edition 10”."""
    display = " ".join(document[block.span] for block in document.copy if block.role in DISPLAY).lower()
    if not any(noun in display for noun in SERIES):
        return
    found = tags(document)
    for noun in sorted({tag.noun for tag in found}):
        plain = [tag for tag in found if tag.noun == noun and not tag.ordinal]
        numbers = {tag.number for tag in plain}
        counted = [tag for tag in found if tag.noun == noun and tag.ordinal]
        if len(numbers) != 1 or not counted or any(tag.number in numbers for tag in counted):
            continue
        said, odd = plain[0], counted[0]
        if _role(document, said.span) in DISPLAY and abs(said.number - odd.number) <= 2:
            yield Misnumbering(odd.span, "story", f"{said.number} in the headline", said.span, 0.8)


def _ordinals(document: Document) -> Iterator[Misnumbering]:
    """“Third title” above a story of their fourth."""
    for block in document.copy:
        for said in ordinals(document.text, block.span) if block.role is Role.HEADLINE else ():
            rivals = [told for told in _ordinals_of_body(document) if told.noun == said.noun]
            numbers = {told.number for told in rivals}
            if len(numbers) == 1 and said.number not in numbers and _near(said, rivals[0]):
                told = rivals[0].span
                yield Misnumbering(said.span, block.role.value, document[told], told, 0.65)


def _ordinals_of_body(document: Document) -> Iterator[Ordinal]:
    for block in document.copy:
        if block.role in BODY:
            yield from ordinals(document.text, block.span)


def _near(said: Ordinal, told: Ordinal) -> bool:
    return abs(said.number - told.number) <= 2 or sorted(str(said.number)) == sorted(str(told.number))


def _listed(document: Document) -> Iterator[Misnumbering]:
    """“10 things to know” above a list that is numbered from 1 to 9."""
    markers = [block.marker for block in document.copy if block.marker is not None]
    numbers = [document[marker].rstrip(".)/ ") for marker in markers]
    if len(numbers) < 3 or numbers != [str(number) for number in range(1, len(numbers) + 1)]:
        return
    for fact in facts(document):
        if fact.role is Role.HEADLINE and fact.noun in _LISTED and fact.quantity.value != len(numbers):
            yield Misnumbering(fact.quantity.span, "headline", str(len(numbers)), markers[-1], 0.7)
