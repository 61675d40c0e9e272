"""Honorifics: Mr for one who is Ms elsewhere, Mr for one who is Dr, and Mr left out once or put in once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.people import people
from newslint.story.references import Reference, references
from newslint.story.same import judged
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import BE, DO, HAVE, MODALS, PLAIN_HONORIFICS, SPOKE, alternatives
from newslint.topics.names.honorifics import honorific, honorific_pairs
from newslint.topics.names.misaddressed import misaddressed
from newslint.topics.names.surnames import stands_for_its_person

_TOLD = 0.5
# How often a form of address that doesn't fit the given name is a slip.
_SURE = 0.85

# A surname acts, or is spoken of: where it's before a noun (“the Okafor comparisons”), it's no person's.
_ACTS = compiled(rf",? (?:{alternatives(SPOKE, BE, HAVE, DO, MODALS)}|who|himself|herself|[a-z]{{2,}}ed)\b")
_SPOKEN_OF = compiled(
    rf"\b(?:{alternatives(SPOKE)}|pressed|urged|joined|met|and|by|with|to|from|against|for|under|[a-z]{{3,}}ed) \Z"
)
_ENDS = compiled(r"[.,;]|\s(?:and|to|in|on|at|as|of|with|for|over|after|before|that|but)\b")

# A writer who uses or leaves out the honorific of one person as often as this means to.
_HABIT = 4


@check
class Honorific:
    """Finds a person who is addressed as a man here and as a woman there, as a doctor now and then, or once otherwise than
    always.
    """

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield from _mixed(document)
        yield from _unfit(document)
        yield from _now_and_then(document)


def _mixed(document: Document) -> Iterator[Hit]:
    """Of each person who is given two honorifics, which no given name tells apart."""
    told = set(misaddressed(document))
    for pair in honorific_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= _TOLD and pair.suspect not in told:
            told.add(pair.suspect)
            other = document[pair.other]
            note = Note(pair.other, f"“{other}” here")
            yield Hit(pair.suspect, {"other": other}, (note,), confidence=verdict.probability, evidence=verdict.signs)


def _unfit(document: Document) -> Iterator[Hit]:
    """Of each person whose given name alone tells that the form of address isn't theirs."""
    for suspect, name in misaddressed(document).items():
        other = document[name]
        yield Hit(suspect, {"other": other}, (Note(name, f"“{other}” here"),), confidence=_SURE)


def _now_and_then(document: Document) -> Iterator[Hit]:
    """Of each person whose honorific is left out once, or put in once, in the writer's own words."""
    used = sum(honorific(reference) in PLAIN_HONORIFICS for reference in references(document) if reference.titles)
    bearers = Counter(person.surname for person in people(document)) if used else Counter[str]()
    for person in people(document) if used else ():
        if bearers[person.surname] > 1:
            continue  # the honorific tells husband and wife apart
        own = [reference for reference in person.references if _is_plainly_named(document, reference)]
        with_one = [reference for reference in own if honorific(reference) in PLAIN_HONORIFICS]
        bare = [reference for reference in own if not reference.titles]
        fewer, more = (bare, with_one) if len(bare) == 1 else (with_one, bare)
        once = len(fewer) == 1 and len(more) >= _HABIT and (fewer is bare or used == 1)
        if once and _is_surely_a_person(document, fewer[0]):
            yield _once(document, fewer[0], more[0])


def _is_plainly_named(document: Document, reference: Reference) -> bool:
    """Whether a surname stands for its person in the writer's prose."""
    if reference.full or reference.role is not Role.PARAGRAPH or reference.titled:
        return False
    return stands_for_its_person(document, reference) and not in_quotation(document, reference.name.start)


def _is_surely_a_person(document: Document, reference: Reference) -> bool:
    start, end = reference.with_titles(document)
    if _ACTS.match(document.text, end):
        return True
    before = _SPOKEN_OF.search(document.text, max(0, start - 16), start)
    return before is not None and _ENDS.match(document.text, end) is not None


def _once(document: Document, suspect: Reference, other: Reference) -> Hit:
    """A suggestion: in published copy it is as often a name in a headline that is cited, or address, as a slip."""
    usual = other.with_titles(document)
    note = Note(usual, "as ever here")
    return Hit(suspect.with_titles(document), {"other": document[usual]}, (note,), confidence=0.6, minor=True)


_: type[Check] = Honorific
