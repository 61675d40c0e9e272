"""Honorifics: Mr for one who is Ms elsewhere, and Mr now and then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.people import Reference, people, references
from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit, Note
from newslint.document import Document
from newslint.expressions import compiled

_MEN = frozenset({"mr", "sir", "lord"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame"})
_COUPLE = compiled(r"\b(?:wife|husband|widow|widower|married|couple|mother|father|daughter|son|sister|brother)\b", re.I)


@dataclass(frozen=True)
class Honorific:
    """Finds a person who is addressed as a man here and as a woman there."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        bearers = [person.surname for person in people(document)]
        by_surname: dict[str, list[tuple[str, Reference]]] = {}
        for reference in references(document):
            honorific = _honorific(reference)
            if honorific and not in_quotation(document, reference.name.start):
                by_surname.setdefault(reference.surname, []).append((honorific, reference))
        for surname, rows in by_surname.items():
            if bearers.count(surname) < 2:
                yield from _hits(document, rows)


def _honorific(reference: Reference) -> str:
    words = [title.rstrip(".").lower() for title in reference.titles]
    return next((word for word in words if word in _MEN | _WOMEN), "")


def _hits(document: Document, rows: list[tuple[str, Reference]]) -> Iterator[Hit]:
    men = [reference for honorific, reference in rows if honorific in _MEN]
    women = [reference for honorific, reference in rows if honorific in _WOMEN]
    if not men or not women:
        return
    fewer, more = sorted((men, women), key=lambda side: (len(side), -side[0].name.start))
    suspect, other = fewer[0], more[0]
    if len(fewer) > 1 and len(more) < 2 * len(fewer):
        return  # both are in use: a couple
    if _COUPLE.search(document.text[max(0, suspect.name.start - 120) : suspect.name.end + 120]):
        return
    words = {"surname": suspect.surname, "honorific": suspect.titles[0], "other": other.titles[0]}
    yield Hit(suspect.name, words, (Note(other.name, f"“{other.titles[0]}” here"),), confidence=0.75)


_: type[Check] = Honorific
