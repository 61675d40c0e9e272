"""Streaks: how often a team has won, or how long a thing has gone on, without a break."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.content_words import stems_within
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import NUMBER_IN_WORDS, NUMBER_WORDS, ORDINALS, alternatives
from newslint.topics.figures.lengths.elapsed import Elapsed

# What is won and what is lost: “won four in a row”, “a fourth straight win”, “their fourth straight victory”.
_OUTCOMES = {"win": "won", "victory": "won", "loss": "lost", "defeat": "lost", "won": "won", "lost": "lost"}
_WITHOUT_A_BREAK = ("in a row", "in succession", "on the bounce", "on the trot", "on the spin")
# A run that was over, or of another time, is another one.
_OVER = compiled(
    r"(?i)\b(?:snap\w*|end(?:s|ed|ing)?|broke\w*|halt\w*|last (?:year|season|month)|since|until|before|after|from|once|record|earlier|previous\w*|if|would|could"
    r"|(?:19|20)\d\d)\b"
)
_HAD = compiled(r"(?i)\bhad (?:also |just )?\Z")
_CLAUSE = compiled(r"; |, (?:and|but|while) ")


class Streak(Row):
    """So many of `what` without a break, at `span`; `ranked` says that what is told is the last of them (“the ninth in a row”).

    `what` is "" where a headline leaves it to the story: “makes it seven in a row”.
    """

    span: Span
    length: int
    what: str
    words: frozenset[str]
    ranked: bool


@analysis
def streaks_in_two_ways(document: Document) -> tuple[Elapsed, ...]:
    """“Their third straight victory”, and “who have won four in a row”, where no other run is told of."""
    groups: dict[str, list[Streak]] = defaultdict(list)
    for streak in streaks(document):
        groups[streak.what].append(streak)
    shown = groups.pop("", [])
    if len(groups) == 1:
        next(iter(groups.values())).extend(shown)
    pairs = [group for group in groups.values() if len(group) == 2 and _are_one(*group)]
    return tuple(Elapsed(second.span, first.span, first.span, document[first.span]) for first, second in pairs)


def _are_one(one: Streak, other: Streak) -> bool:
    """Whether the two are lengths of one run, which goes on with what the story tells."""
    return one.length != other.length and (one.ranked or other.ranked) and bool(one.words & other.words)


@analysis
def streaks(document: Document) -> tuple[Streak, ...]:
    """Every run without a break, in order, but for those that are over."""
    found = (
        _streak(document, match)
        for block in blocks_with(document, "straight", "consecutive", *_WITHOUT_A_BREAK)
        for match in _run().finditer(document.text, block.start, block.end)
    )
    return tuple(streak for streak in found if streak is not None)


def _streak(document: Document, match: re.Match[str]) -> Streak | None:
    sentence = sentence_at(document, match.start())
    number = (match["number"] or match["rank"]).lower()
    length = NUMBER_WORDS.get(number) or ORDINALS.get(number) or int(compiled(r"\D").sub("", number) or 0)
    what = (match["what"] or match["unit"] or match["verb"] or "").lower()
    what = _OUTCOMES.get(what.removesuffix("s").removesuffix("ie") + ("y" if what.endswith("ies") else ""), what)
    if match["verb"] and what not in _OUTCOMES.values():
        what = match["verb"].lower()  # “won four straight games”
    left_to_story = not what and _leaves_it(document, match)
    if sentence is None or not (what or left_to_story) or length < 2 or _is_over(document, match, sentence):
        return None
    words = stems_within(document, sentence.span) - stems_within(document, Span(*match.span()))
    return Streak(Span(*match.span()), length, what.removesuffix("s"), words, bool(match["rank"]))


def _is_over(document: Document, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the clause says that the run is of another time; one that “and” joins to it behind a comma is told by itself."""
    before = _CLAUSE.split(document.text[sentence.start : match.start()])[-1]
    behind = _CLAUSE.split(document.text[match.end() : sentence.end], maxsplit=1)[0]
    return bool(_OVER.search(before) or _HAD.search(before) or _OVER.search(behind))


def _leaves_it(document: Document, match: re.Match[str]) -> bool:
    block = document.block_at(match.start())
    return block is not None and block.role is Role.HEADLINE and match["number"] is not None


@cache
def _run() -> re.Pattern[str]:
    number = rf"(?P<number>\d{{1,2}}|{NUMBER_IN_WORDS})"
    rank = rf"(?P<rank>\d{{1,2}}(?:st|nd|rd|th)|{alternatives(ORDINALS)})"
    return compiled(
        rf"(?:\b(?P<verb>won|lost) (?:the |their |its |his |her )?(?:last )?)?\b(?:{number}|{rank})"
        rf"(?: (?:straight|consecutive|successive) (?P<what>[a-z]+)|(?: (?:[a-z]+ )??(?P<unit>[a-z]+))? (?:{alternatives(_WITHOUT_A_BREAK)}))\b",
        re.I,
    )
