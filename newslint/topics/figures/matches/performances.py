"""Performances: what a player did in two numbers (six for 61, 101 off 118 balls, 31 carries for 178 yards), and did with a slip in one of them elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.references import introduced, references_within
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import UP_TO_TEN, alternatives

_NAME = r"[A-Z][\w’'-]+"
# Wickets and runs, carries and yards.
_FOR = compiled(
    rf"\b(?P<count>{alternatives(UP_TO_TEN)}|\d{{1,2}}) (?:(?:times|carries|rushes|catches|receptions) )?for (?P<sum>\d{{2,3}})\b(?! [a-z]+s\b(?<!yards))"
)
_YARDS = compiled(
    r"\b(?P<sum>\d{2,3}) yards (?:on|from|off) (?P<count>\d{1,2}) (?:carries|rushes|catches|receptions)\b"
)
# “Garbutt 8.2-0-41-4”: overs, maidens, runs, wickets; “Bruns 31-178”.
_LISTED = compiled(
    rf"\b(?P<name>{_NAME}),? (?:\d{{1,2}}(?:\.\d)?-\d{{1,2}}-(?P<runs>\d{{1,3}})-(?P<wickets>\d{{1,2}})|(?P<count>\d{{1,2}})-(?P<sum>\d{{2,3}}))(?![\d-])"
)
_INNINGS = compiled(r"\b(?P<sum>\d{1,3})\b(?: not out)?[^.;\d]{0,30}? (?:off|from) (?P<count>\d{1,3}) balls\b")


_MOST = 40  # so many performances are a table


class Performance(Row):
    """One of `players` did `total` in `divisor`: runs for wickets or off balls, yards in carries; `innings` tells a batsman’s from all others."""

    span: Span
    innings: bool
    players: frozenset[str]
    divisor: int
    total: int
    listed: bool = False


@analysis
def performances_told_otherwise(document: Document) -> tuple[tuple[Performance, Performance], ...]:
    """Every two of one player that agree in one number and differ by a slip in the other, the later told first."""
    in_copy = list(_told(document))
    told = sorted((*in_copy, *_listed(document)), key=lambda each: each.span) if in_copy else []
    rows = Counter(each.divisor for each in told if each.listed)
    pairs = combinations(told, 2) if len(told) <= _MOST else ()
    return tuple(
        (second, first) for first, second in pairs if _are_one(first, second, rows) and _slipped(first, second)
    )


def _are_one(one: Performance, other: Performance, rows: Counter[int]) -> bool:
    """Whether both may be one player’s, and not two rows of a list; whom the copy doesn’t name, the one row with that count does."""
    if one.innings != other.innings or (one.listed and other.listed):
        return False
    if one.players and other.players:
        return not one.players.isdisjoint(other.players)
    return (one.listed or other.listed) and rows[one.divisor] == 1


def _slipped(one: Performance, other: Performance) -> bool:
    """Whether one number agrees, and the other has one figure otherwise or two of them turned."""
    if one.divisor == other.divisor:
        return _is_slip(one.total, other.total)
    return one.innings and one.total == other.total and _is_slip(one.divisor, other.divisor)


def _is_slip(one: int, other: int) -> bool:
    a, b = str(one), str(other)
    wrong = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) > 1 and (wrong == 1 or (wrong > 1 and sorted(a) == sorted(b)))


def _told(document: Document) -> Iterator[Performance]:
    ways = (
        (blocks_with_numbers_behind(document, "for"), _FOR),
        (blocks_with(document, " yards "), _YARDS),
        (blocks_with(document, " balls"), _INNINGS),
    )
    for blocks, pattern in ways:
        for block in blocks:
            for match in pattern.finditer(document.text, *block.span):
                count, total, innings = small_number(match["count"]), int(match["sum"]), pattern is _INNINGS
                if innings or count < total:
                    yield Performance(Span(*match.span()), innings, _players(document, block, match), count, total)


def _listed(document: Document) -> Iterator[Performance]:
    for block in document.copy:
        for match in _LISTED.finditer(document.text, *block.span):
            count, total = (match["wickets"], match["runs"]) if match["runs"] else (match["count"], match["sum"])
            if int(count) < int(total) and match["name"] in introduced(document):
                span, player = Span(match.end("name") + 1, match.end()), frozenset([match["name"]])
                yield Performance(span, False, player, int(count), int(total), listed=True)


def _players(document: Document, block: Block, match: re.Match[str]) -> frozenset[str]:
    """Who may be meant: whom the paragraph names, down to the end of the sentence."""
    sentence = sentence_at(document, match.start())
    if sentence is None:
        return frozenset()
    return _named(document, block.start, sentence.end)


def _named(document: Document, start: int, end: int) -> frozenset[str]:
    return frozenset(each.surname for each in references_within(document, Span(start, end))) & introduced(document)
