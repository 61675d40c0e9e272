"""Honorifics: Mr for one who is Ms elsewhere, and Mr for one who is Dr."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.analysis.lexicon import entry
from newslint.analysis.people import Reference, people, references
from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit, Note, check
from newslint.document import Document
from newslint.expressions import compiled

_MEN = frozenset({"mr", "sir", "lord"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame"})
_LEARNED = frozenset({"dr", "doctor"})
_PLAIN = frozenset({"mr", "mrs", "ms", "miss"})
_COUPLE = compiled(r"\b(?:wife|husband|widow|widower|married|couple|mother|father|daughter|son|sister|brother)\b", re.I)
_PAIR = r"\b(?:Mr|Dr|Sir|Lord)\.? (?:and|&) (?:Mrs|Ms|Dr|Lady)\.? (\w+)(?: (\w+))?|\b(?:Messrs|Misses)\.? (\w+)"

_Row = tuple[str, Reference]


@check
class Honorific:
    """Finds a person who is addressed as a man here and as a woman there, or as a doctor now and then."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        by_surname: dict[str, list[_Row]] = {}
        for reference in references(document):
            honorific = _honorific(reference) if reference.titles else ""
            if honorific:
                by_surname.setdefault(reference.surname, []).append((honorific, reference))
        mixed = {surname: rows for surname, rows in by_surname.items() if len({honorific for honorific, _ in rows}) > 1}
        if not mixed:
            return
        couples, bearers = _couples(document), _bearers(document)
        for surname, rows in mixed.items():
            if surname not in couples:
                own = [row for row in rows if not in_quotation(document, row[1].name.start)]
                yield from _hits(document, own, bearers[surname])


def _couples(document: Document) -> set[str | None]:
    """The surnames of those who are named together: Mr and Mrs Barlow."""
    return {name for couple in compiled(_PAIR).finditer(document.text) for name in couple.groups()}


def _bearers(document: Document) -> dict[str, list[int]]:
    """By surname, for each person who is introduced, what the lists know of the given name (see Entry)."""
    found: dict[str, list[int]] = defaultdict(list)
    for person in people(document):
        found[person.surname].append(entry(person.given.split()[0]).given)
    return found


def _honorific(reference: Reference) -> str:
    words = [title.rstrip(".").lower() for title in reference.titles]
    return next((word for word in words if word in _MEN | _WOMEN | _LEARNED), "")


def _hits(document: Document, rows: list[_Row], bearers: list[int]) -> Iterator[Hit]:
    men = [reference for honorific, reference in rows if honorific in _MEN]
    women = [reference for honorific, reference in rows if honorific in _WOMEN]
    learned = [reference for honorific, reference in rows if honorific in _LEARNED]
    plain = [reference for honorific, reference in rows if honorific in _PLAIN]
    if men and women:
        if len(bearers) < 2 or set(bearers) == {1 if len(women) < len(men) else 2}:
            yield from _against(document, men, women, 0.75)
    elif learned and plain and len(bearers) < 2 and len(learned) + len(plain) > 2:
        yield from _against(document, learned, plain, 0.6)


def _against(document: Document, these: list[Reference], those: list[Reference], confidence: float) -> Iterator[Hit]:
    """The rarer side's first place, unless both are in use: then there are two people."""
    fewer, more = sorted((these, those), key=lambda side: (len(side), -side[0].name.start))
    suspect, other = fewer[0], more[0]
    if len(fewer) > 1 and len(more) < 2 * len(fewer):
        return
    if _COUPLE.search(document.text[max(0, suspect.name.start - 120) : suspect.name.end + 120]):
        return
    words = {"surname": suspect.surname, "honorific": suspect.titles[0], "other": other.titles[0]}
    note = Note(other.with_titles(document), f"“{other.titles[0]}” here")
    yield Hit(suspect.with_titles(document), words, (note,), confidence=confidence)


_: type[Check] = Honorific
