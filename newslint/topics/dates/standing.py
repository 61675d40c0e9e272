"""Standing: what an entry of a live page tells as shut or open by its hour, and a later hour that the copy gives for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.times import clocks_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import CONJUNCTIONS, PREPOSITIONS, alternatives
from newslint.topics.dates.entries import FARTHEST, NOT_TODAY, Entry, entries, minutes_later

_STATES = {"closed": "shut", "shut": "shut", "open": "open", "opened": "open", "reopened": "open"}
_STATE = rf"(?P<state>{alternatives(_STATES)})"
_NOW = r"(?:(?:been|now|just|already|also|this minute|finally|completely|fully) )*"
# A name, and the common noun that it may have: “Carrow bridge”; no road that has but a number, which is shut in places.
_NAMED = rf"(?P<thing>(?:[A-Z][a-z’'-]+ ){{0,3}}[A-Z][a-z’'-]+(?: (?!(?:{alternatives(PREPOSITIONS, CONJUNCTIONS)}|has|have|is|are|was|were|this|now)\b)[a-z-]+)?)"
_DONE = compiled(
    rf"\b(?:has|have) {_NOW}{_STATE} (?:the )?{_NAMED}"
    rf"|\b{_NAMED.replace('thing', 'subject')} (?:(?:has|have) {_NOW}been|is|are) {_NOW}{_STATE.replace('state', 'stands')}\b"
)
# What is shut to some, or in part, may be shut to all at another hour.
_IN_PART = compiled(
    r"(?i)\b(?:part(?:ly|ially|s)?|half|one (?:lane|way|direction|side)|(?:north|south|east|west)bound|lorr(?:y|ies)|high-sided|cars?|cyclists?|pedestrians|again|re-?open\w*|until|between|except)\b"
)
_TO_ALL = compiled(r" to (?:all|everything|everybody|everyone|anyone|traffic)\b")
_TO_SOME = compiled(r" to [a-z]")
_CONTRARY = {
    "shut": compiled(r"(?i)\b(?:re-?)?open(?:s|ed|ing)?\b"),
    "open": compiled(r"(?i)\b(?:clos(?:es?|ed|ing|ure)|shuts?|re-?open(?:s|ed|ing)?)\b"),
}
_MOST = 40  # things told of
_WAS = r",? (?:(?:which )?(?:has|have|had|was|were|is|are) )?(?:been |now )*"


class Standing(Row):
    """An hour at `suspect` from which something is said to stand as the entry headed by `head`, which is earlier, tells already."""

    suspect: Span
    head: Span


class _State(Row):
    thing: str
    state: str
    entry: Entry


@analysis
def standings(document: Document) -> tuple[Standing, ...]:
    """Each hour that comes after the entry which tells the same of the same thing, in order."""
    found: dict[Span, Standing] = {}
    for told in _states(document):
        for span, minute, is_open in _hours_of(document, told):
            if 1 < minutes_later(told.entry.minute, minute, is_open) <= FARTHEST:
                found.setdefault(span, Standing(span, told.entry.head))
    return tuple(found[span] for span in sorted(found))


def _states(document: Document) -> list[_State]:
    """What the entries tell as shut or open, of each thing where that is told first; not of what is told to be the other way as well."""
    told: dict[str, _State] = {}
    for state in (state for entry in entries(document) for state in _told_in(document, entry)):
        first = told.setdefault(state.thing, state)
        if state.entry.minute < first.entry.minute:
            told[state.thing] = state
    return [each for each in islice(told.values(), _MOST) if not _is_otherwise(document, each)]


def _is_otherwise(document: Document, told: _State) -> bool:
    """Whether any sentence with the thing tells the contrary of it."""
    others = _CONTRARY[told.state]
    for match in re.compile(rf"(?i)\b{re.escape(told.thing)}\b").finditer(document.text):
        sentence = sentence_at(document, match.start())
        if sentence is not None and others.search(document.text, sentence.start, sentence.end):
            return True
    return False


def _told_in(document: Document, entry: Entry) -> Iterator[_State]:
    for match in _DONE.finditer(document.text, *entry.whole):
        sentence = sentence_at(document, match.start())
        if sentence is None or in_quotation(document, match.start()) or not _is_whole(document.text, match, sentence):
            continue
        thing, state = match["thing"] or match["subject"], match["state"] or match["stands"]
        if " " in thing:
            yield _State(thing.lower(), _STATES[state], entry)


def _is_whole(text: str, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether it's told of today, of the whole thing and for everybody."""
    if NOT_TODAY.search(text, sentence.start, sentence.end):
        return False
    if _TO_ALL.match(text, match.end()):
        return True
    return not _TO_SOME.match(text, match.end()) and not _IN_PART.search(text, sentence.start, sentence.end)


def _hours_of(document: Document, told: _State) -> Iterator[tuple[Span, int, bool]]:
    """The hours that the copy gives for it: “Carrow bridge, closed since 10.40am”."""
    for match in _since(told.thing, told.state).finditer(document.text):
        sentence = sentence_at(document, match.start())
        if sentence is None or _IN_PART.search(document.text, sentence.start, sentence.end):
            continue
        for clock in clocks_within(document, Span(match.end(), sentence.end)):
            if clock.span.start == match.end():
                yield clock.span, clock.minute, clock.open


def _since(thing: str, state: str) -> re.Pattern[str]:
    forms = alternatives([form for form, way in _STATES.items() if way == state])
    return re.compile(rf"(?i)\b{re.escape(thing)}{_WAS}(?:{forms}) (?:since|at|from) (?:about |around )?")
