"""Years that can't be meant: a digit too many, too few, turned or mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.dates import moments
from newslint.story.events import around, occasions
from newslint.text.vocabulary import (
    ARTICLES,
    BE,
    CLAUSE_WORDS,
    HAVE,
    MODALS,
    MONTH_FORMS,
    SUBJECTS,
    alternatives,
)
from newslint.text.words import digits

_SUSPECT = compiled(
    r"[1-9](?<![\w$£€.,:/#+@–—’'-].)(?:\d{4}|(?<=1)0\d\d|(?<=2)(?:0[4-9]\d|[1-9]\d\d|0\d)|(?<=[3-9])\d{3}|(?<=1)9\d)(?![\w%]|[.,:/]\d|[-–]\w)"
)
_MONTH_BEFORE = compiled(
    rf"\b(?:{alternatives(map(str.capitalize, MONTH_FORMS))})\.?(?P<day> \d{{1,2}}(?:st|nd|rd|th)?)?,?(?: of)? \Z"
)
_YEAR_BEFORE = compiled(
    r"\b(?:in|since|until|till|during|before|after|through|throughout|early|late|mid|summer|spring|autumn|winter"
    r"|(?:end|start|beginning|middle|half|quarter|summer|spring|autumn|fall|winter) of|back in|by|the year),? \Z",
    re.I,
)
# A year is followed by a mark, or by a word that no count is. “20,000 than” and “20,000 in” are counts.
_GOES_ON = alternatives(
    ARTICLES,
    SUBJECTS,
    BE,
    HAVE,
    MODALS,
    CLAUSE_WORDS - {"than"},
    ["with", "for", "on", "at", "from", "under"],
)
_YEAR_BEHIND = compiled(rf"\s?[,.;:)?!—–”\"]|\s?\Z|\s*\n|\s(?:{_GOES_ON})\b")
_FUTURE = compiled(
    r"\b(?:will|would|could|may|might|should|by|until|through|expect\w*|project\w*|forecast\w*|plan\w*|due|target\w*)\b"
)
_PAST = compiled(r"\b(?:was|were|had|did|won|began|took|came|went|left|became|born|held|made|led|ran|\w{2,}ed)\b")
_TALE = compiled(
    r"\b(?:set|story|novel|film|movie|fiction\w*|imagin\w+|series|game|Mars|planet|book|play|episode|future\w*)\b"
)
_PLAUSIBLE = range(1900, 2061)
_RECENT = range(1985, 2041)
# Of two years that may be meant, one after this is the less likely.
_NEXT = 2030


@check
class ImplausibleYear:
    """Finds 20224, 3030 and 2108 where a year is meant and one slip of the hand explains it."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for start, block in digits(document):
            match = _SUSPECT.match(document.text, start, block.end)
            if match is None:
                continue
            before = document.text[max(block.start, start - 24) : start]
            month = _MONTH_BEFORE.search(before)
            if _names_an_event(document, match, before) or (
                len(match[0]) == 3 and _is_cut_short(document, Span(*match.span()))
            ):
                yield from _judged(document, match, None)
                continue
            if month is None and not _YEAR_BEFORE.search(before):
                continue
            if not (month and month["day"]) and not _YEAR_BEHIND.match(document.text, match.end(), block.end):
                continue
            yield from _judged(document, match, month)


# “the 20006 election”
_EVENT = compiled(
    r" (?:[a-z]+ )?(?:election|season|race|campaign|budget|census|referendum|tournament|edition|festival|session|championships?"
    r"|cup|draft|primary|vote|olympics|games|convention|report|survey)\b",
    re.I,
)


def _names_an_event(document: Document, match: re.Match[str], before: str) -> bool:
    """Whether a number of five digits stands like a year before what each year has one of."""
    return len(match[0]) == 5 and before.lower().endswith("the ") and bool(_EVENT.match(document.text, match.end()))


# “the first half of 202”: no count is a part of the year.
_PART_OF = compiled(r"(?i)\b(?:end|start|beginning|middle|half|quarter|spring|summer|autumn|fall|winter) of \Z")


def _is_cut_short(document: Document, span: Span) -> bool:
    """Whether three digits stand where only a year can: “the first half of 202”, “the 202 workshop” beside “the 2020 workshop”."""
    text = document.text
    before = text[max(0, span.start - 24) : span.start]
    if _PART_OF.search(before):
        return bool(_YEAR_BEHIND.match(text, span.end))
    noun = compiled(r" ([a-z]{4,})\b(?<!s)").match(text, span.end)
    years = {*_slips(document[span])}
    if noun is None or not before.lower().endswith("the "):
        return False
    return any(noun[1] in event.following for event in occasions(document) if event.year in years)


def _judged(document: Document, match: re.Match[str], month: re.Match[str] | None) -> Iterator[Hit]:
    span = Span(*match.span())
    given = _given_years(document)
    meant = [year for year in _slips(match[0]) if year in given]
    likely = [year for year in _slips(match[0]) if year in _RECENT]
    confidence = _confidence(document, span, month, bool(meant), bool(likely))
    if confidence:
        # A finger that stayed on its key says more than that the story has another year, too: September 11, 20001.
        order = {year: (not _is_doubled(match[0], year), year not in given, year > _NEXT) for year in (*meant, *likely)}
        year = min(order, key=lambda each: order[each], default=0)
        notes = (Note(given[year], f"{year} here"),) if year in given else ()
        yield Hit(span, {"meant": year} if year else {}, notes, confidence=confidence)


@cache
def _slips(digits: str) -> tuple[int, ...]:
    """The plausible years that one slip makes into `digits`: turned digits first, then a wrong, missing or further one."""
    size = len(digits)
    turned = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(size - 1)]
    wrong = [digits[:i] + digit + digits[i + 1 :] for i in range(size) for digit in "0123456789"]
    fewer = [digits[:i] + digits[i + 1 :] for i in range(size)]
    more = [digits[:i] + digit + digits[i:] for i in range(size + 1) for digit in "0123456789"]
    forms = {3: more, 4: turned + wrong, 5: fewer}[size]
    return tuple(dict.fromkeys(int(form) for form in forms if form != digits and int(form) in _PLAUSIBLE))


def _is_doubled(digits: str, year: int) -> bool:
    """Whether one digit, typed twice, makes `digits` of the year."""
    return any(digits[i] == digits[i + 1] and digits[:i] + digits[i + 1 :] == str(year) for i in range(len(digits) - 1))


def _given_years(document: Document) -> dict[int, Span]:
    return {moment.year: moment.span for moment in reversed(moments(document)) if moment.year in _PLAUSIBLE}  # type: ignore[misc]


def _confidence(document: Document, span: Span, month: re.Match[str] | None, meant: bool, likely: bool) -> float:
    """How sure it is that the number is a slip for a year; 0 where it may be meant."""
    digits = document[span]
    value = int(digits)
    dated = bool(month and month["day"])
    if not (meant or likely):
        return 0.0
    if len(digits) == 3:
        return 0.85 if _stands_for_a_year(document, span, dated, meant) else 0.0
    if len(digits) == 5:
        return 0.95 if month or meant else 0.8
    if value < 1100:
        return 0.0 if _old_years(document) else 0.9 if dated or meant else 0.7 if month else 0.0
    if value % 50 == 0:
        return 0.0
    if value >= 3000:
        return 0.93 if meant or month else 0.6 if _after_by(document, span) else 0.75
    if value > 2100 and (dated or (meant and month)):
        return 0.93
    if _future(document, span):
        return 0.0
    if value > 2100 and meant:
        return 0.7
    past = _past(document, span)
    return 0.65 if past and meant else 0.6 if past and _turned_recent(digits) and not _tale(document, span) else 0.0


def _stands_for_a_year(document: Document, span: Span, dated: bool, meant: bool) -> bool:
    """Whether three digits stand behind a day, before nothing that they count, or where the story has the year that they're cut from."""
    if dated:
        return not compiled(r"\s[a-z]").match(document.text[span.end : span.end + 2])
    return meant and _is_cut_short(document, span)


def _turned_recent(digits: str) -> bool:
    """Whether two neighbouring digits, turned, make a year that a story of these days would name."""
    turned = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    return any(int(form) in _RECENT for form in turned if form != digits)


def _tale(document: Document, span: Span) -> bool:
    return bool(_TALE.search(document[around(document, span)]))


def _after_by(document: Document, span: Span) -> bool:
    return document.text[max(0, span.start - 3) : span.start].lower() == "by "


def _old_years(document: Document) -> bool:
    """Whether the story has a year of the Middle Ages or soon after, and so may have another."""
    return any(1100 <= (moment.year or 0) < 1700 for moment in moments(document))


def _future(document: Document, span: Span) -> bool:
    return bool(_FUTURE.search(document[around(document, span)]))


def _past(document: Document, span: Span) -> bool:
    return bool(_PAST.search(document.text[max(0, span.start - 40) : span.start]))


_: type[Check] = ImplausibleYear
