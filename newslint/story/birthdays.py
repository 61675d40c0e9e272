"""Birthdays by their number: “She turns 43 on Saturday”, “who turned 43 last month”, “her 50th birthday in August 2023”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import ordinal_number
from newslint.story.references import references
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.prefilter import blocks_at, blocks_with, starts_of
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import MONTHS, ORDINALS, WEEKDAYS, alternatives

_DAYS = alternatives(WEEKDAYS)
_CALENDAR = alternatives(MONTHS, WEEKDAYS)
_NO_DATE = r"\b(?! \d|,? (?:19|20)\d\d)"
_SOON = rf"(?=,? (?:today|tomorrow|tonight|(?:this|next|the following|later|the coming) [A-Za-z]+|(?:on|in|at|later in|before) (?:the (?:spring|summer|autumn|fall|winter|new year)|Easter|Christmas|{_CALENDAR})){_NO_DATE})"
_LATELY = rf"(?= (?:today|yesterday|(?:this|last|earlier this|earlier in the) [A-Za-z]+|(?:on|in|at|earlier in) (?:the (?:first|second|third|last|same) week|the (?:spring|summer|autumn|fall|winter|weekend)|Easter|Christmas|{_CALENDAR})){_NO_DATE})"
_LAST = rf"(?= last (?:week|month|birthday|spring|summer|autumn|fall|winter|{_CALENDAR}){_NO_DATE})"
# A birthday of about the draft's own day: one that is to come, and one that was.
_TURNS = compiled(
    rf"\b(?:turns|will turn|will be|[’']ll be|will not be|won[’']t be|would have (?:been|turned)) (?P<next>\d{{2,3}}){_SOON}"
    rf"|(?<!have )\bturned (?P<last>\d{{2,3}}){_LATELY}|\b(?:who|he|He|she|She) was (?P<was>\d{{2,3}}){_LAST}"
)
_BEFORE_TURNS = "turns turn be been turned was".split()
# “Moor, 20 last March,”
_BESIDE_NAME = compiled(rf"(?<=, )(?P<last>\d{{2}}){_LAST}(?= last \w+[,.])")
_NUMBERED = compiled(
    rf"(?P<to_come>\b(?:celebrates|marks|(?:will|to) (?:celebrate|mark)|would have (?:been|celebrated|marked)) )?(?P<was>\b(?:celebrated|marked) )?"
    rf"\b(?P<whose>his|her) (?P<number>\d{{1,3}}(?:st|nd|rd|th)|{alternatives(ORDINALS)}) birthday\b(?P<soon>{_SOON})?(?P<lately>{_LATELY})?"
)
# So near to the draft's own day that either age may be told.
_JUST_NOW = compiled(rf",? (?:today|tomorrow|tonight|yesterday|this week|on (?:{_DAYS}))\b")


class Birthday(Row):
    """The one of number `age` of somebody, told of in `phrase` with its number at `span`.

    `way` is “next” where it's the one that comes next, “last” for the one that was last, and "" where only a year beside it
    can say when it was; `just` says that it's so near to the draft's own day that either age may be told. `pronoun` says
    “he” or “she” where the words tell whose it is.
    """

    phrase: Span
    span: Span
    age: int
    way: str
    just: bool
    pronoun: str = ""


@analysis
def birthdays(document: Document) -> tuple[Birthday, ...]:
    """Every birthday that is told of by its number, out of quotations, in order."""
    found = (*_turned(document), *_beside_names(document), *_numbered(document))
    told = (birthday for birthday in found if not in_quotation(document, birthday.phrase.start))
    return tuple(sorted(told, key=lambda birthday: birthday.phrase))


def _turned(document: Document) -> Iterator[Birthday]:
    for block in blocks_with_numbers_behind(document, *_BEFORE_TURNS):
        for match in _TURNS.finditer(document.text, block.start, block.end):
            group = match.lastgroup or ""
            span = Span(*match.span(group))
            way = "next" if group == "next" else "last"
            # Who would have turned 43 on Sunday wasn't that old: the dead have one age.
            just = "would have" not in match[0] and _is_just_now(document, match.end())
            yield Birthday(Span(*match.span()), span, int(match[group]), way, just)


def _beside_names(document: Document) -> Iterator[Birthday]:
    ends = {reference.name.end for reference in references(document)}
    behind = (at for at in starts_of(document, ["last"]) if document.text[at - 2 : at - 1].isdigit())
    for block in blocks_at(document, behind):
        for match in _BESIDE_NAME.finditer(document.text, block.start, block.end):
            if match.start() - 2 in ends:
                span = Span(*match.span())
                yield Birthday(span, span, int(match[0]), "last", _is_just_now(document, match.end()))


def _numbered(document: Document) -> Iterator[Birthday]:
    for block in blocks_with(document, "birthday"):
        for match in _NUMBERED.finditer(document.text, block.start, block.end):
            age = ordinal_number(match["number"])
            way = "next" if match["to_come"] and match["soon"] is not None else ""
            way = "last" if match["was"] and match["lately"] is not None else way
            pronoun = "he" if match["whose"] == "his" else "she"
            phrase, span = Span(*match.span()), Span(*match.span("number"))
            yield Birthday(phrase, span, age, way, _is_just_now(document, match.end()), pronoun)


def _is_just_now(document: Document, end: int) -> bool:
    return _JUST_NOW.match(document.text, end) is not None
