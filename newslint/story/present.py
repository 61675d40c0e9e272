"""The present: the year in which a draft is written, or the first in which it can be."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import LATEST, DateReference, moments, publication
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import MONTHS, WEEKDAYS, alternatives

_TOP = 8  # blocks in which a line with the year of the issue stands
_LATEST = 9999
# “Marlshire Life, spring 2026”, “AYLE, September 2025”, “Marl Voices, issue 41, the magazine of the river, Monday 3 May 2025”: a line by
# itself; and what a report opens with: “AYLE, May 2025 — The mill …”.
_MONTH = rf"(?:{alternatives(MONTHS)})"
_DAY = rf"(?:(?:{alternatives(WEEKDAYS)}),? )?(?:\d{{1,2}} )?"
_SEASON = r"(?i:spring|summer|autumn|fall|winter)"
_ISSUE = compiled(
    rf"(?:(?:[^\d.!?:]|(?i:no\.?|issue|vol(?:ume|\.)?|number) \d+){{0,90}}[,|·–—] ?)?(?:{_DAY}{_MONTH}(?: \d{{1,2}},)?|{_SEASON}) (?P<year>20\d\d)\W*"
)
_OPENS = compiled(rf"[A-Z][A-Z .'’-]{{2,40}}(?:, [A-Z][\w. ]{{1,20}})?, {_MONTH} (?P<year>20\d\d) [–—-]+ ")
# What only looks like a display line, because it stands between the byline and the story.
_ISSUE_ROLES = frozenset([Role.HEADLINE, Role.PARAGRAPH, Role.DATELINE, Role.BYLINE, Role.CROSSHEAD, Role.STANDFIRST])
# What is told of a year to come: by what the sentence says, or by what stands right before the year.
_TO_COME = compiled(
    r"(?i)\b(?:will|shall|would|could|(?-i:may)|might|due|plan\w*|expect\w*|forecast\w*|propos\w*|aim\w*|target\w*|next|should|must|hop(?:e|es|ed|ing)|promis\w+|if|goal|project\w*|schedul\w*|set for|novel|fiction\w*|imagin\w*)\b"
)
_UP_TO = compiled(r"(?i)\b(?:by|until|till|to|through|from)\b(?:(?! on )[^,.;]){0,20}\Z")
# Where the clause ends that says what happened on a day.
_CLAUSE_ENDS = compiled(r"[;:–—“”]|, (?![A-Z0-9])|\b(?:that|who|which|where|when|if|so|as|because|and|but|for)\b")
# “Blade Runner 2049”, “Vision 2030”: a year within a name, of any script, says nothing of when.
_OF_NAME = compiled(r"\b(?!(?:Spring|Summer|Autumn|Fall|Winter)\b)[^\W\d_a-zß-ÿ][\w’'-]* \Z")
_OPENING = 2  # code points with which a sentence opens: a mark, and the capital of no name
_REACH = 30  # code points before a year
_FEW = 3  # days with a weekday
_EARLIEST = 1990  # a draft that looks back on older years alone is none of these
_MIDYEAR = range(3, 11)  # months of which nobody leaves out the year unless it is the draft's own
_FAR = 11  # years in which every weekday falls on a date again
_AHEAD = 5  # years to which a draft looks ahead
_YEARS = 4  # a weekday fits a date in one of so many years at most


class Present(Row):
    """The draft is of one of the years from `least` to `most`, by what stands at `told`.

    `rest` are years further on that its weekdays fit as well: it's of one of these if it tells of no year between.
    """

    least: int
    most: int
    told: DateReference
    rest: tuple[int, ...] = ()


@analysis
def present(document: Document) -> Present | None:
    """The year of the draft, or of the latest year that it tells of as past, and the one that its weekdays fit."""
    own = publication(document)
    if own is not None and own.year:
        return Present(own.year, own.year, own)
    ends = {date.span.end: date for date in moments(document) if date.year}
    for block in document.copy[:_TOP]:
        issue = _issue(document, block)
        if issue is not None and issue.end("year") in ends:
            return Present(int(issue["year"]), int(issue["year"]), ends[issue.end("year")])
    latest_first = sorted((moment for moment in moments(document) if moment.year), key=lambda each: -(each.year or 0))
    latest = next((moment for moment in latest_first if _is_past(document, moment)), None)
    return _by_weekdays(document, latest, latest.year) if latest and latest.year else None


def _issue(document: Document, block: Block) -> re.Match[str] | None:
    """What says of which issue a draft is, with its year."""
    line = _ISSUE.fullmatch(document.text, *block.span) if block.role in _ISSUE_ROLES else None
    return line or _OPENS.match(document.text, *block.span)


def _by_weekdays(document: Document, latest: DateReference, least: int) -> Present:
    """The present by the one year in which every date that has a weekday, and no year, falls on it: it’s that of the draft, or next to it."""
    if least < _EARLIEST:
        return Present(least, _LATEST, latest)
    told = [date for date in moments(document) if date.weekday is not None and date.day and not date.year]
    fitting = Counter(year for date in told for year in range(least, least + _FAR) if _falls(date, year))
    # Of four days and more one may have a slip.
    years = sorted(year for year, days in fitting.items() if days >= max(len(told) - (len(told) > _FEW), 1))
    likely = [year for year in years if year < least + _YEARS] or _far_off(document, years[:1])
    if len(likely) == 1:
        year = likely[0]
        next_to = 0 if all(date.month in _MIDYEAR for date in told) else 1
        rest = tuple(other for other in years if other > year)
        return Present(max(least, year - next_to), year + next_to, told[0], rest)
    near = [date for date in moments(document) if date.weekday is not None and date.full and date.year == least]
    return Present(least, least + 1 if near else _LATEST, latest)


def _far_off(document: Document, years: list[int]) -> list[int]:
    """Years that lie well behind the latest past one, unless the copy names one that is later by more than it would look ahead."""
    latest = max((date.year for date in moments(document) if date.year and date.year < LATEST), default=0)
    return [year for year in years if latest <= year + _AHEAD]


def _falls(date: DateReference, year: int) -> bool:
    """Whether the date is on its weekday in that year."""
    try:
        return datetime.date(year, date.month or 1, date.day or 1).weekday() == date.weekday
    except ValueError:  # 29 February
        return False


def _clause_end(document: Document, moment: DateReference, sentence: Sentence) -> int:
    """Where the clause ends that tells of a moment; of a year alone, which may be anybody's, the whole sentence counts."""
    if moment.day is None or moment.weekday is None:
        return sentence.end
    start = moment.span.end + document.text.startswith(", ", moment.span.end)
    end = _CLAUSE_ENDS.search(document.text, start, sentence.end)
    return end.start() if end else sentence.end


def _is_past(document: Document, moment: DateReference) -> bool:
    sentence = sentence_at(document, moment.span.start)
    if sentence is None or _TO_COME.search(document.text, sentence.start, _clause_end(document, moment, sentence)):
        return False
    if moment.month is None and (moment.year or 0) > LATEST:
        return False
    start, end = max(sentence.start, moment.span.start - _REACH), moment.span.start
    if _UP_TO.search(document.text, start, end):
        return False
    named = _OF_NAME.search(document.text, max(start, sentence.start + _OPENING), end)
    return moment.month is not None or named is None
