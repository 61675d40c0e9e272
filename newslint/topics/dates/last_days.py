"""Last days: until which day a show, a festival or an exhibition is on, where the draft tells it twice and otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.document import Block, Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, moments
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.dates.double_moments import PUT_OFF
from newslint.topics.dates.tellings import names_between

_SHOW = r"(?:exhibitions?|exhibits?|shows?|festivals?|productions?|plays?|musicals?|installations?|retrospectives?|performances?|fairs?|carnivals?)"
# Where it's shown: “at Ayle Playhouse until 4 May”.
_HOUSE = r"(?:Theatre|Theater|Playhouse|Opera House|Museum|Gallery|Galleries|Arts Centre)"
# “runs until 4 May”, “nightly at 8pm, to 4 May”, “closes on Sunday 4 May”, “the closing night, on 4 May”.
_UNTIL = compiled(r"(?i)(?:\b(?:until|till|through)|(?<!\d)[,;] to|\bruns to)(?: and including)? \Z")
_CLOSES = compiled(
    rf"(?i)\b(?:{_SHOW}[^.;:]{{0,40}} (?:closes|ends|finishes)|(?:closing|final|last) (?:night|day|evening|performance|show|ceremony|concert)(?: of [^.;:,]{{1,30}})?)"
    r"(?:,? is)?,?(?: on)? \Z"
)
_IS_ON = compiled(
    rf"(?i)\b(?:{_SHOW}|on (?:view|show|display)|(?:be|been) seen|is up|to see|(?:it|they|which|that|and) runs?)\b|[’']s up\b|(?-i:[A-Z][\w’'-]+ {_HOUSE}\b)|\A\W*(?:open )?(?:daily|nightly)\b"
)
_WHEN = compiled(r"(?i)\W*(?:when|dates?|runs|running)\b")
# What goes on for a while, too, and is no show; and what is told of more than one of them.
_ELSE = compiled(
    r"(?i)\b(?:tickets?|book(?:ing|ed)?|submi\w+|entr(?:y|ies)|appl(?:y|ications?)|deadline|discount\w*|offer|closed|shut|jailed|sale|jury|school|term|road|season|parts?|half|ran|last year|second|another|other)\b"
)
# What is shown; “the show” and “the closing performance” may be of anything.
_SHOWN = compiled(rf"(?i)(?<!\bthe )\b(?!performance)({_SHOW})\b|\b(?!show|performance)(?P<other>{_SHOW})\b")
_FIRST = compiled(r"[\W_]*[\w’'-]*")
_REACH = 60
_APART = 16  # days at most between two such
_MOST = 20


class _LastDay(Row):
    """The day until which a show runs, with the names of its sentence, and those that the show bears."""

    span: Span
    year: int | None
    month: int
    day: int
    names: frozenset[str]
    shows: frozenset[str]
    block: Block
    labelled: bool

    def may_be_of(self, other: _LastDay, *, alone: bool) -> bool:
        """Whether both may be of one show: its name is in both, or in one at most where there are no others."""
        if (
            self.block == other.block
            or (self.year and other.year and self.year != other.year)
            or (self.labelled and other.labelled)
            or (self.shows and other.shows and not self.shows & other.shows)
        ):
            return False
        return bool(self.names & other.names) or (alone and not (self.names and other.names))


@analysis
def last_days_told_otherwise(document: Document) -> tuple[TwoPlaces, ...]:
    """The last day that another telling of it gives otherwise: both name the show, or the draft has but two and one says no name."""
    told = [each for moment in moments(document) if (each := _last_day(document, moment)) is not None]
    days = Counter((each.month, each.day) for each in told)
    return tuple(_clash(told, days))[:1] if len(told) <= _MOST else ()  # for speed


def _clash(told: Sequence[_LastDay], days: Counter[tuple[int, int]]) -> Iterator[TwoPlaces]:
    for at, later in enumerate(told):
        for earlier in told[:at]:
            one, other = (earlier.month, earlier.day), (later.month, later.day)
            near = 0 < abs(31 * (one[0] - other[0]) + one[1] - other[1]) <= _APART
            if near and earlier.may_be_of(later, alone=len(days) == 2):
                first = days[one] >= days[other]
                yield TwoPlaces(later.span, earlier.span) if first else TwoPlaces(earlier.span, later.span)


def _last_day(document: Document, moment: DateReference) -> _LastDay | None:
    text, start = document.text, moment.span.start
    block, sentence = document.block_at(start), sentence_at(document, start)
    if block is None or sentence is None or not (moment.month and moment.day) or in_quotation(document, start):
        return None
    low = max(sentence.start, start - _REACH)
    closes = _CLOSES.search(text, low, start)
    labelled = _WHEN.match(text, block.start, block.end)
    if not (closes or (labelled and moment.last_day) or _UNTIL.search(text, low, start)):
        return None
    shown = labelled or closes or _IS_ON.search(document[sentence.span])
    if not shown or any(form.search(text, *sentence.span) for form in (_ELSE, PUT_OFF)):
        return None
    first = _FIRST.match(text, sentence.start)  # has a capital anyway
    names = names_between(text, first.end() if first else sentence.start, sentence.end)
    shows = frozenset(
        (found[1] or found[2]).lower().removesuffix("s") for found in _SHOWN.finditer(text, *sentence.span)
    )
    return _LastDay(
        moment.span, moment.year, moment.month, moment.last_day or moment.day, names, shows, block, bool(labelled)
    )
