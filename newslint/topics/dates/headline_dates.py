"""Headline dates: the month, the year or the anniversary that the headline gives, against those that the story gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import BODY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, dates, moments
from newslint.story.events import around
from newslint.text.content_words import root, roots_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import MONTHS, ORDINALS, SPOKE, WEEKDAYS, alternatives

_MONTH = rf"\b(?P<way>in|by|until|till|from|this|next|last|on|since|before|after|for) (?:(?:early|late|mid)[ -]|the end of )?(?:(?:{alternatives(WEEKDAYS)}),? )?(?:\d{{1,2}} )?(?P<what>{alternatives(MONTHS)})\b"
_YEAR = r"\b(?P<way>in|by|until|till|from|since|before|after) (?:early |late |mid-|the end of )?(?P<what>(?:19|20)\d\d)\b(?![-–/.]\d)"
_YEAR_OF = r"(?<!\d[-–/])\b(?P<what>(?:19|20)\d\d) (?P<way>[a-z]{4,})\b"
_ANNIVERSARY = rf"\b(?P<what>\d{{1,3}}(?:st|nd|rd|th)|{alternatives(ORDINALS)}) (?P<way>anniversary)\b"
# A month or year that the thing had once, or has with another thing.
_OTHER = r"(?i)\b(?:put off|postpon\w+|delay\w*|reschedul\w+|original(?:ly)?|instead|previous\w*|earlier|last|since|compar\w+|against|from|revis\w+|up|down|not)\b"
# The day of the report, not of the thing.
_SPOKEN = rf"(?i)\b(?:{alternatives(SPOKE)})(?: [\w’'-]+){{0,3}} \Z"
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
    return last is not None and bool(roots_within(document, Span(*last.span(1))) & roots_within(document, headline))


def _kin(document: Document, form: str, body: list[Span]) -> Iterator[str]:
    """Every month, or every year, of the story: where there are several, none is that of the headline for certain."""
    plain = (
        rf"\b(?:{alternatives(MONTHS)})\b"
        if form is _MONTH
        else r"\b(?:19|20)\d\d\b"
        if form is not _ANNIVERSARY
        else ""
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
    own = set(map(root, (said["what"], told["what"], said["way"])))
    return (roots_within(document, headline) & roots_within(document, sentence.span)) - own


class Misdating(Row):
    """The date at `span` is given otherwise at `told`. `sure` is from 0 to 1."""

    span: Span
    told: Span
    sure: float


_TITLE_YEAR = compiled(r"\([^()]*\b((?:19|20)\d\d)\)\W*\Z")
_HAPPENED = compiled(r"\b(?:happened|was|were|took place|held|had)\b")


@analysis
def misdatings(document: Document) -> tuple[Misdating, ...]:
    """Every date of the headline that the story gives otherwise, and every entry off the headline's year."""
    return tuple(_misdatings(document))


def _misdatings(document: Document) -> Iterator[Misdating]:
    """The headline's own date against the story's."""
    for found in headline_dates(document):
        yield Misdating(found.span, found.told, 0.65)
    headline = next((block for block in document.copy if block.role is Role.HEADLINE), None)
    if headline is None:
        return
    text = document[headline.span]
    if match := _TITLE_YEAR.search(text):
        year = Span(headline.start + match.start(1), headline.start + match.end(1))
        yield from _title_too_early(document, headline.span, year, text)
    in_title = [reference for reference in dates(document) if headline.span.holds(reference.span) and reference.month]
    if len(in_title) == 1 and in_title[0].year:
        yield from _entry_off(document, in_title[0])


def _title_too_early(document: Document, headline: Span, year: Span, title: str) -> Iterator[Misdating]:
    """A draft with the old year in its title that tells what happened in the new one."""
    value = int(document[year])
    body = [moment for moment in moments(document) if moment.year and title not in _line(document, moment)]
    body = [moment for moment in body if moment.span.start >= headline.end]
    if not body or any(moment.year != value + 1 for moment in body if (moment.year or 0) >= value):
        return
    months = [reference.month for reference in dates(document) if headline.holds(reference.span)]
    for moment in body:
        if moment.month is None or moment.year != value + 1:
            continue
        told = months and (months[0] or 0) >= moment.month and (months[0] or 0) <= 6
        if told or (not months and _HAPPENED.search(document[around(document, moment.span)])):
            yield Misdating(year, moment.span, 0.6)
            return


def _line(document: Document, moment: DateReference) -> str:
    block = document.block_at(moment.span.start)
    return document[block.span].replace(":", "") if block else ""


_ENTRY = compiled(r"\s?(?:[|•·]|[–—-]|at|,)\s?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m", re.I)


def _entry_off(document: Document, title: DateReference) -> Iterator[Misdating]:
    """An entry with its time of day in the headline's month, but of another year."""
    for reference in dates(document):
        if not reference.full or reference.month != title.month or reference.year == title.year:
            continue
        if abs((reference.year or 0) - (title.year or 0)) != 1 or not _ENTRY.match(document.text, reference.span.end):
            continue
        if sum(other.year == reference.year for other in dates(document)) == 1:
            yield Misdating(reference.span, title.span, 0.75)
