"""A surname alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.lexicon import entry
from newslint.analysis.people import Person, Reference, people
from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit, Note, check
from newslint.document import Document, Role
from newslint.expressions import compiled

# What follows a surname that stands for a campaign, a tower or a family.
_THING = compiled(
    r"[’']s?, (?:the|a|an|its)\b|[-’'/]?\s?(?:[A-Z&]|(?:\w+-)?(?:admin\w*|advis\w+|aides?|allies|ally|associates?|attorney|attorneys|backers|brand|building|business|cabinet|camp|"
    r"campaigns?|case|clan|company|delegates?|doctrine|email|emails|era|estate|event|events|family|fans|fortune|foundation|"
    r"government|household|impeachment|lawyer|lawyers|loyalists?|machine|movement|name|nomination|official|officials|"
    r"organi[sz]ation|phenomenon|plan|presidency|rallies|rally|regime|spokes\w+|staffers?|style|supporters?|surrogates?|team|"
    r"ticket|tweet|tweets|vote|voters?|white|years?)\b)"
)
# Before a surname that is part of a longer name, or of a list of them.
_PART = compiled(r"(?:[&@#/]|\b(?:the|The|a|an|A|An))\s?\Z")

# Titles that may stand before a surname alone at its first place.
_SUFFICIENT = frozenset(
    "mr mrs ms miss mx dr sir lord lady dame president queen king prince princess pope cardinal archbishop bishop "
    "judge justice chancellor premier minister".split()
)


@check
class FirstReference:
    """Finds people who are introduced in full only after they were mentioned by their surname."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        met: set[str] = set()
        for person in people(document):
            # A surname alone belongs to the first who is introduced with it.
            if person.surname not in met:
                yield from _hits(document, person)
            met.add(person.surname)


def _hits(document: Document, person: Person) -> Iterator[Hit]:
    body = [reference for reference in person.references if reference.role is Role.PARAGRAPH and not reference.titled]
    full = next((reference for reference in body if reference.full), None)
    if full is None or not body or body[0] is full:
        return
    first = body[0]
    introduced_above = any(reference.full and reference.name < first.name for reference in person.references)
    if _heads_the_lead(document, first, full) or not _known_person(full):
        return
    if introduced_above or any(title.rstrip(".").lower() in _SUFFICIENT for title in first.titles):
        return
    if not _stands_for_its_person(document, first):
        return
    name = document[full.name]
    quoted = in_quotation(document, first.name.start)
    yield Hit(
        first.name, {"name": name}, (Note(full.name, "introduced only here"),), confidence=0.55 if quoted else 0.7
    )


def _heads_the_lead(document: Document, first: Reference, full: Reference) -> bool:
    """Whether the surname stands in a standfirst and the introduction in the paragraph after it."""
    body = [block for block in document.copy if block.role is Role.PARAGRAPH][:2]
    return len(body) == 2 and body[0].span.holds(first.name) and body[1].span.holds(full.name)


def _known_person(full: Reference) -> bool:
    known = entry(full.surname)
    return entry(full.givens[0]).given > 0 and (not 0 < known.word <= 3 or known.surname >= 3)


def _stands_for_its_person(document: Document, reference: Reference) -> bool:
    before = document.text[max(0, reference.name.start - 5) : reference.name.start]
    return not _THING.match(document.text, reference.name.end) and not _PART.search(before)


_: type[Check] = FirstReference
