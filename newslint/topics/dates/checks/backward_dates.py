"""Two dates in an order that time doesn't have: died before born, ended before it began."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, moments
from newslint.text.calendar import days_in
from newslint.text.nouns import counted
from newslint.text.sentences import sentence_at
from newslint.topics.dates.afterlives import afterlives
from newslint.topics.dates.entries import foretold
from newslint.topics.dates.fallen_wickets import falls_turned
from newslint.topics.dates.posthumous_deeds import posthumous_deeds
from newslint.topics.dates.publications import publications
from newslint.topics.dates.stages import disorders
from newslint.topics.dates.substitutions import absences
from newslint.topics.dates.successions import is_later, successions
from newslint.topics.dates.timelines import misplaced

# How far behind a number what it counts is looked for, in code points.
_REACH = 40
_READ = 0.85
_DASH = compiled(r"\s?[-–—]\s?\Z")
_TO = compiled(
    r"\s(?:up )?(?:to|until|till|through)\s(?:the\s)?(?:(?:early|mid|late|end of|middle of|start of)[\s-])?\Z"
)
_AND = compiled(r"\sand\s\Z")
_FROM = compiled(
    r"\bfrom (?:the )?(?:(?:early|mid|late|about|around|autumn|summer|spring|winter|beginning of|end of)[\s-])?(?:of )?\Z",
    re.I,
)
_BETWEEN = compiled(r"\bbetween (?:the )?(?:(?:early|mid|late)[\s-])?\Z", re.I)
# Numbers that look like years and go down: “fell from 2010 to 1950”, “back from 2010 to 1950”, before Christ.
_CHANGE = compiled(
    r"\b(?:fell|fall(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|reduc\w+|cut\w*|shr\w+|slid\w*|slip\w+|down|lower\w*|r[io]s\w+|grew"
    r"|went|go|goes|back\w*|backwards|revers\w+|travel\w+|points?|votes?|seats?)\b[^.;]{0,40}\Z"
    # a day that is brought forward
    r"|\b(?:mov\w+|shift\w*|advanc\w+|bring\w*|brought|hasten\w*|accelerat\w+|speed\w*|sped|chang\w+|pull\w*|push\w*|deadline|target|date"
    r"|phase-?\s?out|reschedul\w+|amend\w*|correct\w*)\b[^.;]{0,70}\Z"
)
_BEFORE_CHRIST = compiled(r"\s?(?:BCE?|B\.C\.|metres|meters|feet|miles|points|votes|people|km|kg|MHz|rpm)\b")


@check
class BackwardDates:
    """Finds ranges whose end lies before their start, lives and things that end before they begin, items out of order, what a live page tells before it happens, what the dead do, and players who act when they aren’t on the field."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for reading in (
            _side_by_side,
            _followed,
            _foretold,
            _absent,
            _posthumous,
            _afterlives,
            _published,
            _staged,
            _misplaced,
            _bowled,
        ):
            yield from reading(document)


def _side_by_side(document: Document) -> Iterator[Hit]:
    """Two dates of one range or one life."""
    for reference in moments(document):
        yield from _one_month(document, reference)
    last = None
    for first, second in pairwise(moments(document)):
        reason = _range(document, first, second) or _life(document, first, second)
        if reason and is_later(first, second):
            yield _hit(first, second, reason, 0.95)
            last = second
        elif first is not last:
            yield from _deeds(document, first, second)


def _followed(document: Document) -> Iterator[Hit]:
    for each in successions(document):
        way, time = (
            ("“had” puts it before", "told of here") if each.before else ("it is said to come after", "the time before")
        )
        yield _told(each.suspect, f"{way} {document[each.other]}", Note(each.other, time))


def _foretold(document: Document) -> Iterator[Hit]:
    for told in foretold(document):
        reason = f"an entry of {document[told.head]} tells it as past"
        yield _told(told.suspect, reason, Note(told.head, "the entry’s hour"))


def _absent(document: Document) -> Iterator[Hit]:
    for absence in absences(document):
        reason = f"by then {absence.name} had gone off" if absence.gone else f"{absence.name} hadn’t come on yet"
        yield _told(absence.suspect, reason, Note(absence.other, "gone off here" if absence.gone else "come on here"))


def _posthumous(document: Document) -> Iterator[Hit]:
    for deed in posthumous_deeds(document):
        yield _told(deed.suspect, "one of the two is dead by then", Note(deed.other, "the death"))


def _afterlives(document: Document) -> Iterator[Hit]:
    couples = {deed.suspect for deed in posthumous_deeds(document)}
    for deed in afterlives(document):
        if deed.when not in couples:
            notes = (Note(deed.death, "the death"), Note(deed.when, "the time of this"))
            yield Hit(deed.suspect, {"reason": "told of a time after the death"}, notes, confidence=_READ)


def _published(document: Document) -> Iterator[Hit]:
    for work in publications(document):
        reason = f"{work.title} comes out in {document[work.other]}"
        yield _told(work.suspect, reason, Note(work.other, "comes out here"))


def _staged(document: Document) -> Iterator[Hit]:
    said = {each.suspect for each in successions(document)}
    for each in disorders(document):
        if each.second in said:
            continue
        reason = f"{each.earlier} comes before {each.later}, which the years turn round"
        yield _told(each.second, reason, Note(each.first, "the other"))


def _misplaced(document: Document) -> Iterator[Hit]:
    for item in misplaced(document):
        yield _told(item.suspect, "out of the order of its list", Note(item.other, "beside this"), 0.8)


def _bowled(document: Document) -> Iterator[Hit]:
    for fall in falls_turned(document):
        yield _told(fall.suspect, "a wicket later the score is lower", Note(fall.other, "the wicket before"))


def _told(suspect: Span, reason: str, note: Note, confidence: float = _READ) -> Hit:
    return Hit(suspect, {"reason": reason}, (note,), confidence=confidence)


def _hit(first: DateReference, second: DateReference, reason: str, confidence: float) -> Hit:
    span = Span(first.span.start, second.span.end)
    return Hit(span, {"reason": reason}, (Note(first.span, "the later date"),), confidence=confidence)


def _one_month(document: Document, reference: DateReference) -> Iterator[Hit]:
    """“March 23-21”."""
    if reference.day is None or reference.last_day is None or reference.last_day >= reference.day:
        return
    between = document[reference.span]
    before = document.text[max(0, reference.span.start - 12) : reference.span.start]
    if "and" in between and not _BETWEEN.search(before):
        return
    if "to" in between and counted(document.text, reference.span.end, reference.span.end + _REACH).noun:
        return  # he pleaded guilty on Nov. 30 to 12 felonies
    if reference.day <= days_in(reference.month or 0) and not compiled(r"\bor\b|[/&]").search(between):
        yield Hit(reference.span, {"reason": "the range ends before it begins"}, confidence=0.9)


def _range(document: Document, first: DateReference, second: DateReference) -> str:
    text = document.text
    gap = text[first.span.end : second.span.start]
    if len(gap) > 24:
        return ""
    before = text[max(0, first.span.start - 110) : first.span.start]
    if _CHANGE.search(before) or _BEFORE_CHRIST.match(text, second.span.end) or _BEFORE_CHRIST.match(gap):
        return ""
    bare = first.month is None and second.month is None
    if _DASH.match(gap):
        around = document.text[max(0, first.span.start - 1) : first.span.start] + document.text[second.span.end :][:1]
        ranged = not set(around) & set("-–—/.")
    else:
        ranged = bool(_TO.match(gap) and (_FROM.search(before) or not bare))
        ranged = ranged or bool(_AND.match(gap) and _BETWEEN.search(before))
    return "the range ends before it begins" if ranged else ""


@cache
def _born() -> re.Pattern[str]:
    return compiled(r"(?:\bborn(?: in| on)?|[(\s]b\.) \Z", re.I)


@cache
def _died() -> re.Pattern[str]:
    return compiled(r"\s?(?:[,;–—-]|and)?\s?(?:d\.|died)(?: in| on)? \Z")


def _life(document: Document, first: DateReference, second: DateReference) -> str:
    """“(born 1950; died 1932)”."""
    gap = document.text[first.span.end : second.span.start]
    before = document.text[max(0, first.span.start - 9) : first.span.start]
    one_life = len(gap) < 16 and _died().match(gap) and _born().search(before)
    return "died before born" if one_life else ""


# What begins a thing, and what can only come later in its life.
_LIVES = {
    "born": "died dies married graduated enrolled joined elected appointed retired became moved emigrated signed killed "
    "founded won began started buried ordained enlisted",
    "founded established launched formed created built opened completed": "closed dissolved demolished disbanded abolished folded shut "
    "destroyed scrapped shuttered burned burnt collapsed razed restored rebuilt renovated reopened extended",
    "signed": "ratified amended revoked repealed terminated renewed",
    "proposed drafted": "passed enacted adopted approved repealed",
    "began started opened commenced": "ended finished concluded expired closed",
    "joined elected appointed hired enrolled": "left resigned retired quit graduated ousted reelected",
    "married": "divorced separated",
    "arrested charged": "convicted sentenced executed acquitted",
    "jailed imprisoned": "released freed paroled",
}
_AFTER = {begin: frozenset(ends.split()) for begins, ends in _LIVES.items() for begin in begins.split()}
_ENDS = frozenset(end for ends in _AFTER.values() for end in ends)
_LOWER_WORD = compiled(r"[A-Za-z]+(?:-elected)?")
# Another person or thing comes in, and with it another life.
_OTHER_SUBJECT = compiled(
    r"['’]s\b|\b(?:his|her|their|its|whose|who|which|that|one|where|when|while|father|mother|parents|family|again|another|first|"
    r"after|since|had|having|though|but|predecessor|successor|not|never|to)\b|[;(“\"]"
)
_OTHER_NAME = compiled(r"(?<!\bin )\b[A-Z]")
_SAME_SUBJECT = compiled(r"(?:He|She|It|They|Born|Founded)\b")


def _deeds(document: Document, first: DateReference, second: DateReference) -> Iterator[Hit]:
    """“was born in 1950 and died in 1932”, “founded in 1990 and dissolved in 1985”."""
    if second.span.start - first.span.end > 90 or not (is_later(first, second) or is_later(second, first)):
        return
    sentence = sentence_at(document, first.span.start)
    if sentence is None:
        return
    text = document.text
    one = _deed(text[max(sentence.start, first.span.start - 60) : first.span.start])
    other = _deed(text[first.span.end : second.span.start])
    begun, ended = (one, other) if is_later(first, second) else (other, one)
    if ended not in _AFTER.get(begun, ()):
        return
    following = text[sentence.end : second.span.start].lstrip()
    if following and not _SAME_SUBJECT.match(following):
        return
    gap = text[first.span.end : second.span.start]
    if not (_OTHER_SUBJECT.search(gap) or _OTHER_NAME.search(gap.removesuffix(following))):
        yield _hit(first, second, f"{ended} before {begun}", 0.8)


def _deed(copy: str) -> str:
    """The last word of `copy` that begins or ends a life."""
    for word in reversed(_LOWER_WORD.findall(copy)):
        plain = str(word.lower().replace("-", ""))
        if plain in _AFTER or plain in _ENDS:
            return plain
    return ""


_: type[Check] = BackwardDates
