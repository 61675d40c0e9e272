"""Honorifics: Mr for one who is Ms elsewhere, Mr for one who is Dr, and Mr left out once or put in once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.people import Reference, people, references
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import BE, DO, HAVE, HONORIFICS, KIN, MODALS, PLAIN_HONORIFICS, SPOKE, alternatives
from newslint.topics.names.surnames import stands_for_its_person

_MEN = frozenset(word for word, honorific in HONORIFICS.items() if honorific.sex == "man")
_WOMEN = frozenset(word for word, honorific in HONORIFICS.items() if honorific.sex == "woman")
# A professor is a doctor as a rule, and both in one story.
_LEARNED = frozenset({"dr", "doctor"})
_COUPLE = compiled(
    rf"\b(?:{alternatives(KIN)}|married|couples?|famil(?:y|ies))\b",
    re.I,
)
_HIS = alternatives(map(str.capitalize, _MEN | _LEARNED))
_HERS = alternatives(map(str.capitalize, _WOMEN | _LEARNED))
_PAIR = rf"\b(?:{_HIS})\.? (?:and|&) (?:{_HERS})\.? (\w+)(?: (\w+))?|\b(?:Messrs|Misses)\.? (\w+)"

# A surname acts, or is spoken of: where it's before a noun (“the Okafor comparisons”), it's no person's.
_ACTS = compiled(rf",? (?:{alternatives(SPOKE, BE, HAVE, DO, MODALS)}|who|himself|herself|[a-z]{{2,}}ed)\b")
_SPOKEN_OF = compiled(
    rf"\b(?:{alternatives(SPOKE)}|pressed|urged|joined|met|and|by|with|to|from|against|for|under|[a-z]{{3,}}ed) \Z"
)
_ENDS = compiled(r"[.,;]|\s(?:and|to|in|on|at|as|of|with|for|over|after|before|that|but)\b")

# So near, in code points, a word for a relative tells whose honorific it is.
_NEAR = 120
# A writer who uses or leaves out the honorific of one person as often as this means to.
_HABIT = 4

_Row = tuple[str, Reference]


@check
class Honorific:
    """Finds a person who is addressed as a man here and as a woman there, as a doctor now and then, or once otherwise than
    always.
    """

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield from _mixed(document)
        yield from _now_and_then(document)


def _mixed(document: Document) -> Iterator[Hit]:
    """Of each person who is given two honorifics."""
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


def _now_and_then(document: Document) -> Iterator[Hit]:
    """Of each person whose honorific is left out once, or put in once, in the writer's own words."""
    used = sum(_honorific(reference) in PLAIN_HONORIFICS for reference in references(document) if reference.titles)
    for person in people(document) if used else ():
        own = [reference for reference in person.references if _is_plainly_named(document, reference)]
        with_one = [reference for reference in own if _honorific(reference) in PLAIN_HONORIFICS]
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
    usual = other.with_titles(document)
    return Hit(
        suspect.with_titles(document), {"other": document[usual]}, (Note(usual, "as ever here"),), confidence=0.6
    )


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
    plain = [reference for honorific, reference in rows if honorific in PLAIN_HONORIFICS]
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
    # Mrs says by itself that there's a Mr.
    bearers = fewer + more if any(_honorific(reference) == "mrs" for reference in fewer + more) else fewer[:1]
    if any(_is_beside_kin(document, reference) for reference in bearers):
        return
    usual = other.with_titles(document)
    note = Note(usual, f"“{other.titles[0]}” here")
    yield Hit(suspect.with_titles(document), {"other": document[usual]}, (note,), confidence=confidence)


def _is_beside_kin(document: Document, reference: Reference) -> bool:
    """Whether the paragraph speaks of a relative near the name."""
    before = document.text[max(0, reference.name.start - _NEAR) : reference.name.start].rpartition("\n")[2]
    behind = document.text[reference.name.end : reference.name.end + _NEAR].partition("\n")[0]
    return _COUPLE.search(before) is not None or _COUPLE.search(behind) is not None


_: type[Check] = Honorific
