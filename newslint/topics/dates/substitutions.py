"""Substitutions: when players come on and go off, and what they're told to do in minutes when they aren't on the field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.people import Reference, references
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import NUMBER_WORDS, alternatives

_NUMBER = rf"(?:{alternatives(NUMBER_WORDS)}|\d{{1,2}})"
_MINUTE = compiled(
    r"\bthe (?P<th>\d{1,3})(?:st|nd|rd|th)(?: minute\b|(?= when\b|[,.]))"
    r"|\b[Oo]n (?P<on>\d{1,3}) minutes\b"
    rf"|\b(?P<later>{_NUMBER}) minutes (?:later|afterwards?|after that)\b"
    rf"|\b[Ww]ith (?:just |only )?(?P<left>{_NUMBER}) minutes (?:to (?:play|go)|left|remaining)\b"
)
# “Lowe (Brennan 84)”, in a line-up.
_REPLACED = compiled(
    r"\b(?P<off>[A-Z][\w’'-]+) \((?P<on>(?:[A-Z][\w.’'-]* )?[A-Z][\w’'-]+),? (?P<minute>\d{1,3})(?:[’'])?\)"
)
# “Sent off: Lowe (Ayle) 71.”
_SENT_OFF = compiled(
    r"\b[Ss]ent[- ]off: (?:[A-Z][\w.’'-]* )?(?P<off>[A-Z][\w’'-]+)(?: \([^()\n]*\))?,? (?P<minute>\d{1,3})\b"
)
# So long a match lasts in which the later minute is told.
_WHOLE = 90
_LATE = 80
# What takes the one that it's said of from the field, and what takes the one that stands behind it.
_GOES = compiled(
    r"(?i)\b(?:(?:limp|hobbl|trudg|walk|carri|help|stretcher)\w*|led|taken|went|came) (?:off|away)\b(?! the bench)"
    r"|\bsent off\b(?! for)|\bshown (?:a |the |his |her )?(?:straight |second yellow|red)|\bred[- ]carded\b|\bmade way\b|\bsubstituted\b"
)
_TAKEN = compiled(r"\b(?:withdrew|took off|hauled off|substituted|replaced(?! by)|in place of) ")
_COMES = compiled(
    r"\b(?P<first>[Oo]n came|sent on|threw on|brought on|introduced|replaced by) |\b(?:came|come) on\b(?: as a substitute)?|\bma(?:de|ke|kes|king) (?:his|her) entrance\b"
)
_FOR = compiled(r"[^.;]{0,60}?\b(?:for|in place of) (?:the (?:[a-z]+ ){1,2})?")
# What only who is on the field does.
_PLAYS = compiled(
    r"\b(?:scor(?:ed|es|ing)|head(?:ed|s|er)|shot|struck|strikes|hit|met|turned|fir(?:ed|es)|drove|slotted|curled|cross(?:ed|es)?|rose|volley(?:ed)?|tapped"
    r"|poked|bundled|converted|equali[sz]ed|level(?:l?ed)?|fed|whipped|kicked|pointed|crashed|dived|saved|tackled|found|played|pounced"
    r"|burst|raced|broke|nodded|lashed|fouled|won|missed|blazed|effort|goal|try|penalty|free[- ]kick|unmarked|took|third|second)\b"
)
_AHEAD = compiled(r",? (?:(?:the )?(?:[a-z-]+ ){1,2})?\Z")
_FROM = compiled(r"\b(?:header|shot|effort|volley|cross|drive|free[- ]kick) (?:from|by) \Z")
_PERIOD = compiled(
    r"\b(?:quarter|period|extra time|last (?:year|week|season|month)|(?:first|earlier|previous|other) (?:leg|meeting|match|game))\b"
)
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


class _Change(Row):
    """`surname` goes off in that minute, or comes on."""

    surname: str
    minute: int
    place: Span


class _Time(Row):
    minute: int
    span: Span


@analysis
def absences(document: Document) -> tuple[Absence, ...]:
    """Every such deed, in order."""
    if next(blocks_with(document, "minute", "minutes"), None) is None:
        return ()
    namesakes = _namesakes(document)
    off, on = _changes(document)
    found = []
    for surname, time in _deeds(document):
        if surname in namesakes or (surname in off and surname in on):
            continue
        if surname in off and time.minute > off[surname].minute:
            found.append(Absence(time.span, off[surname].place, surname, gone=True))
        elif surname in on and time.minute < on[surname].minute:
            found.append(Absence(time.span, on[surname].place, surname, gone=False))
    return tuple(sorted(found))


def _namesakes(document: Document) -> set[str]:
    """The surnames of several people."""
    givens: dict[str, set[str]] = defaultdict(set)
    for each in references(document):
        if each.givens:
            givens[each.surname].add(each.givens[0])
    return {surname for surname, names in givens.items() if len(names) > 1}


def _changes(document: Document) -> tuple[dict[str, _Change], dict[str, _Change]]:
    """Who goes off and who comes on, each the first time that it's told."""
    off: dict[str, _Change] = {}
    on: dict[str, _Change] = {}
    for block in document.copy:
        for match in _REPLACED.finditer(document.text, *block.span):
            place, minute = Span(*match.span()), int(match["minute"])
            off.setdefault(match["off"], _Change(match["off"], minute, place))
            surname = match["on"].rpartition(" ")[2]
            on.setdefault(surname, _Change(surname, minute, place))
        for match in _SENT_OFF.finditer(document.text, *block.span):
            off.setdefault(match["off"], _Change(match["off"], int(match["minute"]), Span(*match.span())))
    for sentence, times, named in _timed(document):
        for change, comes in _told(document, sentence, times, named):
            (on if comes else off).setdefault(change.surname, change)
    return off, on


def _told(
    document: Document, sentence: Sentence, times: list[_Time], named: list[Reference]
) -> Iterator[tuple[_Change, bool]]:
    """Who goes off or comes on in a sentence, and whether he comes on."""
    text = document.text
    for match in _GOES.finditer(text, *sentence.span):
        if one := _subject(document, named, sentence, match.start()):
            yield _change(one, times, match.start()), False
    for match in _TAKEN.finditer(text, *sentence.span):
        if one := _behind(named, match.end()):
            yield _change(one, times, match.start()), False
    for match in _COMES.finditer(text, *sentence.span):
        one = _behind(named, match.end()) if match["first"] else _subject(document, named, sentence, match.start())
        if one:
            yield _change(one, times, match.start()), True
        lead = _FOR.match(text, one.name.end if one and match["first"] else match.end(), sentence.end)
        other = _behind(named, lead.end()) if lead else None
        if other and other is not one:
            yield _change(other, times, match.start()), False


def _change(one: Reference, times: list[_Time], at: int) -> _Change:
    time = min(times, key=lambda each: abs(each.span.start - at))
    return _Change(one.surname, time.minute, time.span)


def _subject(document: Document, named: list[Reference], sentence: Sentence, at: int) -> Reference | None:
    """Who a verb there is said of: whom its clause or the sentence opens with, or who is named last before it."""
    before = [each for each in named if each.name.end <= at]
    if not before:
        return None
    first, last = before[0].name, before[-1].name
    clause = _CLAUSE.search(document.text, sentence.start, last.start) or _WHO.match(document.text, last.end)
    return before[0] if first.start - sentence.start < _REACH and not clause else before[-1]


def _behind(named: list[Reference], at: int) -> Reference | None:
    """Who is named right behind a place, whatever says first what he is."""
    return next((each for each in named if 0 <= each.name.start - at < _REACH), None)


def _deeds(document: Document) -> Iterator[tuple[str, _Time]]:
    """What players do on the field: each surname with its minute."""
    for sentence, times, named in _timed(document):
        if _GOES.search(document.text, *sentence.span) or _COMES.search(document.text, *sentence.span):
            continue
        for time in times:
            one = _player(document, time, named)
            if one is not None and _PLAYS.search(document.text, *sentence.span):
                yield one.surname, time


def _player(document: Document, time: _Time, named: list[Reference]) -> Reference | None:
    """Who does what a sentence tells of a minute: the one named right behind it, or the only one before it."""
    text = document.text
    for each in named:
        between = time.span.end, each.name.start
        if each.name.start > time.span.end and (_AHEAD.fullmatch(text, *between) or _FROM.search(text, *between)):
            return each
    before = [each for each in named if each.name.end <= time.span.start]
    return before[-1] if before and (len(before) == 1 or _WHO.match(text, before[-1].name.end)) else None


@analysis
def _timed(document: Document) -> tuple[tuple[Sentence, list[_Time], list[Reference]], ...]:
    """The sentences that tell a minute of the match, with their minutes and whom they name."""
    found: list[tuple[Sentence, list[_Time], list[Reference]]] = []
    people = references(document)
    whole = any(_WHOLE >= int(match["th"] or match["on"] or 0) > _LATE for match in _MINUTE.finditer(document.text))
    for block in blocks_with(document, "minute", "minutes", "when"):
        times = list(_minutes(document, block, whole))
        for start in sorted({sentence.start for time in times if (sentence := sentence_at(document, time.span.start))}):
            sentence = sentence_at(document, start)
            if sentence is None or in_quotation(document, start) or _PERIOD.search(document.text, *sentence.span):
                continue
            own = [time for time in times if sentence.start <= time.span.start < sentence.end]
            found.append((sentence, own, [each for each in people if sentence.start <= each.name.start < sentence.end]))
    return tuple(found)


def _minutes(document: Document, block: Block, whole: bool) -> Iterator[_Time]:
    """The minutes that a paragraph tells, of a match of which `whole` says that it lasts ninety."""
    last = 0
    for match in _MINUTE.finditer(document.text, *block.span):
        if match["later"]:
            minute = last + small_number(match["later"]) if last else 0
        elif match["left"]:
            minute = _WHOLE - small_number(match["left"]) if whole else 0
        else:
            minute = int(match["th"] or match["on"])
        last = minute
        if minute:
            yield _Time(minute, Span(*match.span()))
