"""Headline dates: the month, the year or the anniversary that the headline gives, against those that the story gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import BODY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.calendar import MONTHS
from newslint.text.content_words import stems_within
from newslint.text.sentences import sentence_at

_MONTH = rf"\b(?P<way>in|by|until|till|from|this|next|last|on|since|before|after|for) (?:(?:early|late|mid)[ -]|the end of )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{{1,2}} )?(?P<what>{'|'.join(MONTHS)})\b"
_YEAR = r"\b(?P<way>in|by|until|till|from|since|before|after) (?:early |late |mid-|the end of )?(?P<what>(?:19|20)\d\d)\b(?![-–/.]\d)"
_YEAR_OF = r"(?<!\d[-–/])\b(?P<what>(?:19|20)\d\d) (?P<way>[a-z]{4,})\b"
_ANNIVERSARY = r"\b(?P<what>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:th|first|second|third)) (?P<way>anniversary)\b"
# A month or year that the thing had once, or has with another thing.
_OTHER = r"(?i)\b(?:put off|postpon\w+|delay\w*|reschedul\w+|original(?:ly)?|instead|previous\w*|earlier|last|since|compar\w+|against|from|revis\w+|up|down|not)\b"
# The day of the report, not of the thing.
_SPOKEN = r"(?i)\b(?:said|says|told|announced|reported|wrote|confirmed|added)(?: [\w’'-]+){0,3} \Z"
_PLAIN = {"on": "in"}
# Of what each year has one, so that a story may speak of several.
_YEARLY = frozenset(["election", "season", "budget", "report", "figures", "census", "level", "levels", "race", "campaign", "model", "edition", "harvest", "crop", "profit", "results", "sales", "deal", "draft", "class", "title", "world", "olympics", "games"])  # fmt: skip
_LEAD = 5


class HeadlineDate(Row):
    """What the headline gives at `span` is otherwise at `told`, in the story."""

    span: Span
    told: Span


@analysis
def headline_dates(document: Document) -> tuple[HeadlineDate, ...]:
    """Every month, year and anniversary of the headline that its story has not, where it has one other in that place."""
    headline = next((block.span for block in document.copy if block.role is Role.HEADLINE), None)
    if headline is None:
        return ()
    found: list[HeadlineDate] = []
    for form, few in ((_MONTH, 2), (_YEAR, 2), (_YEAR_OF, 1), (_ANNIVERSARY, 1)):
        said = list(compiled(form).finditer(document.text, *headline))
        if len(said) == 1:
            found.extend(_against(document, headline, said[0], form, few))
    return tuple(found)


def _against(document: Document, headline: Span, said: re.Match[str], form: str, few: int) -> Iterator[HeadlineDate]:
    """`few` is the least number of words that headline and story must share around it."""
    body = [block.span for block in document.copy if block.role in BODY]
    what = said["what"]
    if not body or said["way"] in _YEARLY or any(what in document[span] for span in body):
        return
    told = [match for span in body for match in compiled(form).finditer(document.text, *span)]
    if len({match["what"] for match in told}) != 1 or len({*_kin(document, form, body)}) > 1:
        return
    end = body[min(_LEAD, len(body)) - 1].end
    first = told[0]
    ways = {_PLAIN.get(match["way"], match["way"]) for match in (said, first)}
    if len(ways) > 1 or first.start() > end or compiled(_OTHER).search(_sentence(document, first.start())):
        return
    if compiled(_SPOKEN).search(document.text[max(0, first.start() - 40) : first.start()]):
        return
    led = form in (_YEAR_OF, _ANNIVERSARY) or _is_led(document, headline, first)
    if led and len(_shared(document, headline, said, first)) >= few:
        yield HeadlineDate(Span(*said.span("what")), Span(*first.span("what")))


def _is_led(document: Document, headline: Span, told: re.Match[str]) -> bool:
    """Whether the word before the date, which says what happens then, is one of the headline’s."""
    last = compiled(r"([\w’'-]+)[^\w]*\Z").search(document.text, max(0, told.start() - 30), told.start())
    return last is not None and bool(stems_within(document, Span(*last.span(1))) & stems_within(document, headline))


def _kin(document: Document, form: str, body: list[Span]) -> Iterator[str]:
    """Every month, or every year, of the story: where there are several, none is that of the headline for certain."""
    plain = (
        rf"\b(?:{'|'.join(MONTHS)})\b" if form is _MONTH else r"\b(?:19|20)\d\d\b" if form is not _ANNIVERSARY else ""
    )
    for span in body if plain else ():
        yield from compiled(plain).findall(document.text, *span)


def _sentence(document: Document, at: int) -> str:
    sentence = sentence_at(document, at)
    return document[sentence.span] if sentence else ""


def _shared(document: Document, headline: Span, said: re.Match[str], told: re.Match[str]) -> frozenset[str]:
    """The words that headline and sentence share, but the date’s own."""
    sentence = sentence_at(document, told.start())
    if sentence is None:
        return frozenset()
    own = {said["what"][:5].lower(), told["what"][:5].lower(), said["way"][:5]}
    return (stems_within(document, headline) & stems_within(document, sentence.span)) - own
