"""Deaths: when someone died, and at what age the copy says they did."""

from __future__ import annotations

import re

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.bearers import KIN
from newslint.story.dates import DateReference, moments
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at

_VERBS = ("died", "dies", "was killed", "passed away")
_DIED = compiled(r"\b(?:died|dies|was killed|passed away)\b")
_AT_AGE = compiled(
    r"\b(?:aged|at the age of|at age|at|age) (?:just |only )?(\d{1,3})(?=\s?[.,;:)]|\s*\Z| (?:in|on|after|from|of|following|when)\b)"
)
_WAS_WHEN = compiled(r"\bwas (?:just |only )?(\d{1,3}) when (?:he|she) (?:died|was killed)\b")
_WAS = compiled(r"\s*(?:He|She) was (\d{1,3})(?: years old)?(?=[.,;])")
_LIFE = compiled(r"\((?:1\d\d\d|20\d\d)(?:-|–| to )\Z")
_NEAR = 60
_KIN = rf"(?i)\b(?:(?:his|her|their|whose|an?|\w+['’]s) (?:[a-z-]+ ){{0,2}}{KIN})\b"


class Death(Row):
    """A death told in `sentence` by the verb at `at`: its `date`, with a year, and the age `said`, at `age`."""

    sentence: Sentence
    at: int
    date: DateReference
    age: Span
    said: int


@analysis
def deaths(document: Document) -> tuple[Death, ...]:
    """Every death with a year and an age, in the sentence or, for “He was 74”, in the next; none of a relative’s."""
    found: list[Death] = []
    if not any(word in document.text for word in _VERBS):
        return ()
    told: set[int] = set()
    verbs: dict[int, re.Match[str] | None] = {}
    for moment in moments(document):
        sentence = sentence_at(document, moment.span.start) if moment.year else None
        if sentence is None or sentence.start in told or in_quotation(document, moment.span.start):
            continue
        if sentence.start not in verbs:
            verbs[sentence.start] = _DIED.search(document.text, sentence.start, sentence.end)
        verb = verbs[sentence.start]
        if verb and _is_of(document, moment, verb) and (age := _age(document, sentence, verb)):
            told.add(sentence.start)
            found.append(Death(sentence, verb.start(), moment, Span(*age.span(1)), int(age[1])))
    return tuple(found)


def _is_of(document: Document, moment: DateReference, verb: re.Match[str]) -> bool:
    """Whether the date is that of the death: it follows the verb closely, or closes a life in brackets before it."""
    text = document.text
    if moment.span.start > verb.end():
        gap = text[verb.end() : min(moment.span.start, verb.end() + _NEAR)]
        return len(gap) < _NEAR and not compiled(r"[;.]|\b(?:after|since|when|who|born|from|before)\b").search(gap)
    stranger = compiled(r"\bwho\b(?! was \d)|[A-Z][a-z]+ [A-Z]").search(
        text, moment.span.end, max(moment.span.end, verb.start())
    )
    return stranger is None and bool(_LIFE.search(text[max(0, moment.span.start - 14) : moment.span.start]))


def _age(document: Document, sentence: Sentence, verb: re.Match[str]) -> re.Match[str] | None:
    if compiled(_KIN).search(document.text, sentence.start, verb.start()):
        return None
    inside = _AT_AGE.search(document.text, verb.end(), sentence.end)
    block = document.block_at(sentence.start)
    behind = _WAS.match(document.text, sentence.end, block.end) if block else None
    return inside or _WAS_WHEN.search(document.text, sentence.start, sentence.end) or behind
