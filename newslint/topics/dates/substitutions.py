"""Substitutions: when players come on and go off, and what they're told to do in minutes when they aren't on the field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.families import may_be_one
from newslint.story.people import is_named_as_kin
from newslint.story.references import Reference, references
from newslint.text.prefilter import blocks_with, blocks_with_digits
from newslint.text.sentences import Sentence
from newslint.topics.dates.match_minutes import Minute, Passage, passages

# “Lowe (Brennan 84)”, in a line-up.
_REPLACED = compiled(
    r"\b(?P<off>[A-Z][\w’'-]+) \((?P<on>(?:[A-Z][\w.’'-]* )?[A-Z][\w’'-]+),? (?P<minute>\d{1,3})(?:[’'])?\)"
)
# “Moran for Lowe (44)”, “D Moran for P Lowe (44)”, below a line-up.
_FOR_ANOTHER = compiled(
    r"\b(?:[A-Z]\.? )?(?P<on>[A-Z][\w’'-]+) for (?:[A-Z]\.? )?(?P<off>[A-Z][\w’'-]+) \((?P<minute>\d{1,3})(?:[’']|mins?)?\)"
)
# “Sent off: Lowe (Ayle) 71.”
_SENT_OFF = compiled(
    r"\b[Ss]ent[- ]off: (?:[A-Z][\w.’'-]* )?(?P<off>[A-Z][\w’'-]+)(?: \([^()\d\n]*\))?,? \(?(?P<minute>\d{1,3})\b"
)
# What takes the one that it's said of from the field, and what takes the one that stands behind it.
_GOES = compiled(
    r"(?i)\b(?:(?:limp|hobbl|trudg|walk|carri|help|stretcher)\w*|led|taken|went|came) (?:off|away)\b(?! the bench)"
    r"|\bsent off\b(?! for)|\b(?:shown|saw|seen) (?:a |the |his |her )?(?:straight |second yellow|red)|\bred[- ]carded\b|\bmade way\b|\bsubstituted\b"
)
_TAKEN = compiled(r"\b(?:withdrew|took off|hauled off|substituted|replac(?:ed(?! by)|es|ing)|in place of) ")
_COMES = compiled(
    r"\b(?P<first>[Oo]n came|sent on|threw on|brought on|introduced|replaced by) |\b(?:came|come) on\b(?: as a substitute)?|\bma(?:de|ke|kes|king) (?:his|her) entrance\b"
)
_FOR = compiled(r"[^.;]{0,60}?\b(?:for|in place of) (?:the (?:[a-z]+ ){1,2})?")
_AHEAD = compiled(r",? (?:(?:the )?(?:[a-z-]+ ){1,2})?\Z")
_FROM = compiled(r"\b(?:header|shot|effort|volley|cross|drive|free[- ]kick) (?:from|by) \Z")
# What opens a clause whose subject follows, and what makes who stands before it the one that acts.
_CLAUSE = compiled(r"(?:, (?:and|but|while)|;|\b(?:when|as|before|after)) (?:[a-z-]+ ){0,2}\Z")
_WHO = compiled(r",? (?:who|whose)\b")
_REACH = 30


class Absence(Row):
    """What somebody does at `suspect`, a minute, who by `other` has gone off or hasn't come on yet."""

    suspect: Span
    other: Span
    name: str
    gone: bool


class Change(Row):
    """`surname` goes off in that minute, or `comes` on; `listed`: a line under the report says so."""

    place: Span
    surname: str
    minute: int
    comes: bool
    listed: bool = False


@analysis
def absences(document: Document) -> tuple[Absence, ...]:
    """Every such deed, in order."""
    if next(blocks_with(document, "minute", "minutes"), None) is None:
        return ()
    twice = _namesakes_on_the_field(document)
    off, on = _first(document, comes=False), _first(document, comes=True)
    found = []
    for surname, time in deeds(document):
        if surname in twice or (surname in off and surname in on):
            continue
        if surname in off and time.number > off[surname].minute:
            found.append(Absence(time.span, off[surname].place, surname, gone=True))
        elif surname in on and time.number < on[surname].minute:
            found.append(Absence(time.span, on[surname].place, surname, gone=False))
    return tuple(sorted(found))


def _first(document: Document, *, comes: bool) -> dict[str, Change]:
    """Of each player the change that a line tells, or else the first that is told."""
    told = sorted(changes(document), key=lambda change: (not change.listed, change.place))
    return {change.surname: change for change in reversed(told) if change.comes is comes}


@analysis
def namesakes(document: Document) -> set[str]:
    """The surnames of several people."""
    return _of_several(references(document))


@analysis
def _namesakes_on_the_field(document: Document) -> set[str]:
    """Those of them whose bearers aren't named as somebody's relatives."""
    kin = {(each.givens, each.surname) for each in references(document) if is_named_as_kin(document, each)}
    return _of_several(each for each in references(document) if (each.givens, each.surname) not in kin)


def _of_several(named: Iterable[Reference]) -> set[str]:
    givens: dict[str, set[str]] = defaultdict(set)
    for each in named:
        if each.givens:
            givens[each.surname].add(" ".join(each.givens))
    return {
        surname
        for surname, names in givens.items()
        if not all(_may_be_one(one, other) for one, other in combinations(names, 2))
    }


def _may_be_one(one: str, other: str) -> bool:
    """Whether two given names may be one person's, in full or by the first letter, as line-ups have it."""
    by_letter = len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1
    return one[0] == other[0] if by_letter else may_be_one(one, other)


@analysis
def changes(document: Document) -> tuple[Change, ...]:
    """Who goes off and who comes on, and when, as far as lines and sentences tell."""
    found = [change for block in blocks_with_digits(document) for change in _listed(document, block)]
    return (*found, *(change for passage in passages(document) for change in _told(document, passage)))


def _listed(document: Document, block: Block) -> Iterator[Change]:
    """What a line-up and the lines below it tell."""
    bracket = "(" in document.text[block.start : block.end]  # for speed
    replaced = (_REPLACED, _FOR_ANOTHER) if bracket else ()
    for match in (match for pattern in replaced for match in pattern.finditer(document.text, *block.span)):
        place, minute = Span(*match.span()), int(match["minute"])
        yield Change(place, match["off"], minute, comes=False, listed=True)
        yield Change(place, match["on"].rpartition(" ")[2], minute, comes=True, listed=True)
    for match in _SENT_OFF.finditer(document.text, *block.span):
        yield Change(Span(*match.span("minute")), match["off"], int(match["minute"]), comes=False, listed=True)


def _told(document: Document, passage: Passage) -> Iterator[Change]:
    """Who goes off or comes on in a sentence."""
    text, (sentence, times, named) = document.text, passage
    for match in _GOES.finditer(text, *sentence.span):
        if one := _subject(document, named, sentence, match.start()):
            yield _change(one, times, match.start(), comes=False)
    for match in _TAKEN.finditer(text, *sentence.span):
        if one := _behind(named, match.end()):
            yield _change(one, times, match.start(), comes=False)
    for match in _COMES.finditer(text, *sentence.span):
        one = _behind(named, match.end()) if match["first"] else _subject(document, named, sentence, match.start())
        if one:
            yield _change(one, times, match.start(), comes=True)
        lead = _FOR.match(text, one.name.end if one and match["first"] else match.end(), sentence.end)
        other = _behind(named, lead.end()) if lead else None
        if other and other is not one:
            yield _change(other, times, match.start(), comes=False)


def _change(one: Reference, times: tuple[Minute, ...], at: int, *, comes: bool) -> Change:
    time = min(times, key=lambda each: abs(each.span.start - at))
    return Change(time.span, one.surname, time.number, comes)


def _subject(document: Document, named: tuple[Reference, ...], sentence: Sentence, at: int) -> Reference | None:
    """Who a verb there is said of: whom its clause or the sentence opens with, or who is named last before it."""
    before = [each for each in named if each.name.end <= at]
    if not before:
        return None
    if _WHO.match(document.text, before[-1].name.end):
        return before[-1]
    opening = [each for each in before if _CLAUSE.search(document.text, sentence.start, each.name.start)]
    if opening:
        return opening[-1]
    return before[0] if before[0].name.start - sentence.start < _REACH else before[-1]


def _behind(named: tuple[Reference, ...], at: int) -> Reference | None:
    """Who is named right behind a place, whatever says first what he is."""
    return next((each for each in named if 0 <= each.name.start - at < _REACH), None)


@analysis
def deeds(document: Document) -> tuple[tuple[str, Minute], ...]:
    """What players do on the field: each surname with its minute, in order."""
    return tuple(found for passage in passages(document) for found in _done(document, passage))


def _done(document: Document, passage: Passage) -> Iterator[tuple[str, Minute]]:
    text, sentence = document.text, passage.sentence
    if _GOES.search(text, *sentence.span) or _COMES.search(text, *sentence.span):
        return
    for minute in passage.minutes:
        one = _player(document, minute, passage.named)
        if one is not None:
            yield one.surname, minute


def _player(document: Document, time: Minute, named: tuple[Reference, ...]) -> Reference | None:
    """Who does what a sentence tells of a minute: the one named right behind it, or the only one before it."""
    text = document.text
    for each in named:
        between = time.span.end, each.name.start
        if each.name.start > time.span.end and (_AHEAD.fullmatch(text, *between) or _FROM.search(text, *between)):
            return each
    before = [each for each in named if each.name.end <= time.span.start]
    return before[-1] if before and (len(before) == 1 or _WHO.match(text, before[-1].name.end)) else None
