"""The latest of a scorer's: “her third goal of the night”, against how many of that the headline or the copy gives the scorer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import BODY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import taken_up
from newslint.story.lives import SEX_OF
from newslint.story.numerals import ordinal_number, small_number
from newslint.story.people import people
from newslint.story.references import introduced, references_within
from newslint.text.nouns import singular
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DETERMINERS, FUNCTION, NUMBER_IN_WORDS, ORDINALS, alternatives

_MATCH = frozenset(["night", "afternoon", "evening", "match", "game", "day"])
_LONGER = frozenset(
    ["season", "summer", "winter", "year", "playoff", "tournament", "campaign", "championship", "competition"]
)
_SCORED = tuple("goal touchdown try tries wicket century centuries birdie homer penalty penalties".split())
_THEIRS = compiled(r"\b(?:[Hh]e|[Hh]is|[Ss]he|[Hh]er)\b")


SURE = 0.75


class Score(Row):
    """`number` of `noun` that `player` has, in a match or in what `period` says; `ranked` where the last of them is told of."""

    span: Span
    number: int
    noun: str
    player: str
    period: str
    ranked: bool


@analysis
def scores_told_otherwise(document: Document) -> tuple[tuple[Score, Score], ...]:
    """Every count of what a player scored that isn't the latest's, and the latest, where the copy counts no further."""
    latest: dict[tuple[str, str], Score] = {}
    for rank in _ranks(document):
        before = latest.get((rank.player, rank.period), rank)
        latest[rank.player, rank.period] = max(before, rank, key=lambda each: each.number)
    told = [(said, latest.get((said.player, said.period))) for said in _counts(document)] if latest else []
    return tuple((said, last) for said, last in told if last and _is_otherwise(document, said, last))


def _is_otherwise(document: Document, said: Score, last: Score) -> bool:
    same = said.noun in ("", last.noun)
    return same and said.number != last.number and said.number not in _counted_to(document)


@analysis
def _counted_to(document: Document) -> frozenset[int]:
    """The ordinals of the copy that number what is scored, or stand for a thing unnamed, “her third”: any may be of one that came later."""
    found = _ordinal().finditer(document.text)
    return frozenset(
        ordinal_number(match["rank"])
        for match in found
        if (noun := (match["noun"] or "").lower()) in _SCORED or (match["led"] and (not noun or noun in FUNCTION))
    )


def _ranks(document: Document) -> Iterator[Score]:
    for block in blocks_with(document, *_SCORED):  # for speed
        for match in _rank().finditer(document.text, *block.span) if block.role in BODY else ():
            player = _player(document, match)
            if player and not in_quotation(document, match.start()):
                yield _score(match, ordinal_number(match["rank"]), player, True)


def _counts(document: Document) -> Iterator[Score]:
    for block in document.copy:
        for match in _count().finditer(document.text, *block.span) if block.role in BODY | {Role.HEADLINE} else ():
            player = _player(document, match)
            if player and not in_quotation(document, match.start()):
                number = 3 if match["trick"] else small_number(match["number"])
                score = _score(match, number, player, False)
                if score.period or block.role is Role.HEADLINE:
                    span = Span(*match.span("trick" if match["trick"] else "number"))
                    yield score._replace(span=span, period=score.period or "match")


def _score(match: re.Match[str], number: int, player: str, ranked: bool) -> Score:
    period = singular(match["period"] or "")
    return Score(
        Span(*match.span()),
        number,
        singular(match["noun"] or ""),
        player,
        "match" if period in _MATCH else period,
        ranked,
    )


def _player(document: Document, match: re.Match[str]) -> str:
    """The surname of whose it is: “Moor's”, “for Moor”; else who is named last before it in the sentence, or whom a pronoun there takes up."""
    sentence = sentence_at(document, match.start())
    if sentence is None:
        return ""
    before = _named(document, sentence.start, match.start())
    behind = _named(document, match.end(), min(sentence.end, match.end() + 40))
    if compiled(r" for ").match(document.text, match.end()):
        return behind[0] if behind else ""
    if before:
        return before[-1]
    said = _THEIRS.findall(document.text, sentence.start, match.start())
    number = taken_up(document, sentence, SEX_OF[said[-1].lower()]) if said else None
    return people(document)[number].surname if number is not None else ""


def _named(document: Document, start: int, end: int) -> list[str]:
    within = references_within(document, Span(start, end))
    return [each.surname for each in within if each.surname in introduced(document)]


@cache
def _ordinal() -> re.Pattern[str]:
    return compiled(
        rf"(?P<led>(?:\b(?:{alternatives(DETERMINERS)})|[’']s) )?\b(?P<rank>\d{{1,2}}(?:st|nd|rd|th)|{alternatives(ORDINALS)})\b(?!-)(?: (?P<noun>[a-z]+))?",
        re.I,
    )


@cache
def _rank() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<rank>\d{{1,2}}(?:st|nd|rd|th)|{alternatives(ORDINALS)}) (?P<noun>{alternatives(_SCORED)})"
        rf" (?:of|in) (?:the|this|these|his|her) (?P<period>{_periods()})\b",
        re.I,
    )


@cache
def _count() -> re.Pattern[str]:
    number = rf"(?P<number>\d{{1,2}}|{NUMBER_IN_WORDS}) (?P<noun>{alternatives([*_SCORED, *(f'{noun}s' for noun in _SCORED)])})"
    return compiled(
        rf"\b(?:{number}|(?P<trick>hat[- ]tricks?))\b(?:(?: [a-z]+ all| of the| in (?:the|this|these|all)| this) (?P<period>{_periods()})\b)?",
        re.I,
    )


def _periods() -> str:
    return alternatives([*_MATCH, *_LONGER, *(f"{period}s" for period in _LONGER)])
