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
# What follows one that stands for its person: a mark, a small word, a verb by its ending.
_GOES_ON = compiled(
    r"[’']s?\b|[,.;:!?)”\"—–]|\Z|\s[—–(]|\s(?:[a-z]+(?:ed|ly|s)|said|told|was|is|has|had|have|will|would|could|can|did|does|may|"
    r"might|must|should|and|or|but|who|whose|whom|in|on|at|to|for|from|with|by|of|as|if|when|while|because|after|before|over|"
    r"about|against|than|that|this|last|not|never|also|then|made|won|lost|left|led|took|went|came|gave|got|met|ran|saw|spoke|"
    r"held|kept|put|set|sent|became|began|knew|thought|wrote|stood|sat|up|out|so|now|again|into|during|through|under|since|until)\b"
)
# Before a surname that is part of a longer name, or of a list of them.
_PART = compiled(r"(?:[&@#/]|\b(?:the|The|a|an|A|An))\s?\Z")

# Titles that may stand before a surname alone at its first place.
_SUFFICIENT = frozenset(
    "mr mrs ms miss mx dr sir lord lady dame president queen king prince princess pope cardinal archbishop bishop "
    "sen rep gov senator representative governor secretary judge justice chancellor premier minister".split()
)

# A standfirst is no longer than this, and the person is introduced within so many paragraphs of it.
_STANDFIRST_WORDS = 35
_LEAD = 5
# A paragraph of fewer words may be a crosshead.
_PROSE = 6


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
    body = [reference for reference in person.references if _in_body(document, reference)]
    full = next((reference for reference in body if reference.full), None)
    if full is None or not body or body[0] is full:
        return
    first = body[0]
    introduced_above = any(reference.full and reference.name < first.name for reference in person.references)
    if introduced_above or _in_standfirst(document, first, full) or not _known_person(full):
        return
    if any(title.rstrip(".").lower() in _SUFFICIENT for title in first.titles):
        return
    if in_quotation(document, first.name.start) or not _stands_for_its_person(document, first):
        return
    name = document[full.name]
    yield Hit(first.name, {"name": name}, (Note(full.name, "introduced only here"),), confidence=0.7)


def _in_body(document: Document, reference: Reference) -> bool:
    """Whether the person is named in a paragraph of prose, not in a crosshead that looks like one."""
    block = document.block_at(reference.name.start)
    if block is None or reference.role is not Role.PARAGRAPH or reference.titled:
        return False
    return len(document[block.span].split()) >= _PROSE


def _in_standfirst(document: Document, first: Reference, full: Reference) -> bool:
    """Whether the surname stands in a paragraph that sums the story up, and the story's first ones introduce the person."""
    body = [block for block in document.copy if block.role is Role.PARAGRAPH][:_LEAD]
    if not body or not body[0].span.holds(first.name):
        return False
    follows = next((number for number, block in enumerate(body) if block.span.holds(full.name)), _LEAD)
    return follows == 1 or (follows < _LEAD and len(document[body[0].span].split()) <= _STANDFIRST_WORDS)


def _known_person(full: Reference) -> bool:
    known = entry(full.surname)
    return entry(full.givens[0]).given > 0 and (not 0 < known.word <= 3 or known.surname >= 3)


def _stands_for_its_person(document: Document, reference: Reference) -> bool:
    before = document.text[max(0, reference.name.start - 5) : reference.name.start]
    goes_on = _GOES_ON.match(document.text, reference.name.end)
    return bool(goes_on) and not _THING.match(document.text, reference.name.end) and not _PART.search(before)


_: type[Check] = FirstReference
