"""Honours: the letters behind a name, against the honour that the copy says was given: “She was made an MBE”, “Ann Moor OBE”."""

from __future__ import annotations

import re

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.story.references import references_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import KIN_IN_SINGULAR, alternatives
from newslint.text.words import occurrences

_LETTERS = ("OBE", "MBE", "CBE", "BEM", "KBE", "DBE")
_HONOUR = compiled(rf"\b(?:{'|'.join(_LETTERS)})\b")
# “made an MBE”, “his MBE, which”
_GIVEN = compiled(
    r"\b(?:made|appointed|awarded|created|received|collected|given|got|gets|[Hh]is|[Hh]er|the|an?) (?:an? |the |his |her )?\Z"
)
_LEAD = 24  # code points
_KIN = compiled(rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR)})\b")


@analysis
def other_honours(document: Document) -> tuple[TwoPlaces, ...]:
    """The letters behind a name that no sentence says were given, with the ones that were, where there's but one of each."""
    if occurrences(document).keys().isdisjoint(map(str.lower, _LETTERS)):  # for speed
        return ()
    found = [match for match in _HONOUR.finditer(document.text) if not in_quotation(document, match.start())]
    borne = [match for match in found if _bearer(document, match)]
    given = [match for match in found if match not in borne]
    letters = [{match[0] for match in group} for group in (borne, given)]
    bearers = {_bearer(document, match) for match in borne}
    if [len(letters[0]), len(letters[1]), len(bearers)] != [1, 1, 1] or letters[0] == letters[1]:
        return ()
    if not all(_is_given(document, match, bearers) for match in given):
        return ()
    first, later = sorted((Span(*given[0].span()), Span(*borne[0].span())))
    return (TwoPlaces(later, first),)


def _bearer(document: Document, match: re.Match[str]) -> str:
    """The surname of whom a name right before the letters names; "" for nobody."""
    named = references_within(document, Span(max(0, match.start() - _LEAD), match.start()))
    between = document.text[named[-1].name.end : match.start()] if named else "-"
    return named[-1].surname if between in (" ", ", ") else ""


def _is_given(document: Document, match: re.Match[str], bearers: set[str]) -> bool:
    """Whether the sentence tells that the honour was given, and neither of a relative's nor of anybody else."""
    sentence = sentence_at(document, match.start())
    if sentence is None or _KIN.search(document.text, sentence.start, match.start()):
        return False
    others = (each for each in references_within(document, Span(sentence.start, match.start())) if each.full)
    given = _GIVEN.search(document.text, max(0, match.start() - _LEAD), match.start())
    return given is not None and all(each.surname in bearers for each in others)
