"""Retold votes: the vote of a body that the copy speaks of as known, “the 15-8 vote”, or shows in its headline, and has otherwise: “by 15 votes to nine”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import DISPLAY, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import ANOTHER_TIME, NUMBER_IN_WORDS
from newslint.topics.figures.series import Misnumbering

_TOLD = ("vote", "voting", "passed", "carried", "favo", "lost", "approved", "rejected", "backed", "defeated")
_DECIDED = r"(?:vot(?:es?|ed|ing)|passed|carried|approved|rejected|defeated|lost|won|backed|adopted|endorsed|thrown out|refused)"
# What sets a vote apart from the one that the copy is about: another time, another motion, a match.
_ANOTHER = compiled(
    rf"(?i)\b(?:{ANOTHER_TIME}|later|earlier"
    r"|another|second|preliminary|procedural|also|(?:sub)?committees?|amendments?|amended|separate\w*|motions?|then|reverse[sd]?|score|goals?|games?|match|league)\b"
)
_SUPPOSED = compiled(r"(?i)\b(?:would|could|might|if|expected|predict\w+)\b")
_AHEAD, _BEHIND = 20, 25  # letters
_KNOWN = compiled(r"(?i)\b(?:the|that|this) (?:[a-z]+ )?\Z")
_LEAD = 3  # paragraphs
_SURE = 0.85


class Vote(Row):
    """Those for and those against, the greater number first, of a vote told at `span`; `known` where it’s spoken of as told before,
    and `leads` where the first paragraphs tell it.
    """

    span: Span
    sides: tuple[int, int]
    shown: bool
    known: bool
    leads: bool


@cache
def _form() -> re.Pattern[str]:
    number = rf"{NUMBER_IN_WORDS}|\d{{1,3}}"
    forms = (
        "\\bby (ONE) votes? to (?:just |only )?(OTHER)\\b",
        f"\\b{_DECIDED}(?: [a-z]+)?(?:,| by)? (ONE)(?:[-–]|[- ]to[- ])(OTHER)\\b",
        "\\b(ONE)(?:[-–]|-to-)(OTHER) (?:vote|decision)\\b",
        "\\b(ONE)(?: [a-z]+)?(?: voted)? (?:in favou?r|for)(?:,? and|, with|,) (OTHER)(?: voted)? against\\b",
    )
    return compiled("(?i)" + "|".join(forms).replace("ONE", number).replace("OTHER", number))


@analysis
def retold_votes(document: Document) -> tuple[tuple[Vote, Vote], ...]:
    """The vote that's known or shown, and the one that the copy tells otherwise, where it tells only one; at most once."""
    votes = tuple(_votes(document))
    told = [vote for vote in votes if not vote.known and not vote.shown]
    again = [vote for vote in votes if vote.known or (vote.shown and told and told[0].leads)]
    if not all(len({vote.sides for vote in each}) == 1 for each in (told, again)):
        return ()
    wrong = (vote for vote in again if _is_near(vote.sides, told[0].sides))
    return tuple((vote, told[0]) for vote in wrong)[:1]


def misvotes(document: Document) -> Iterator[Misnumbering]:
    """The vote of the headline that the first paragraphs tell otherwise."""
    for vote, told in retold_votes(document):
        block = document.block_at(vote.span.start)
        if vote.shown and block:
            yield Misnumbering(vote.span, block.role.value, document[told.span], told.span, _SURE)


def _is_near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether they differ, by one side only, or by as many who went over to the other one."""
    return one != other and (one[0] == other[0] or one[1] == other[1] or sum(one) == sum(other))


def _votes(document: Document) -> Iterator[Vote]:
    """Every vote of the copy's own time and matter, in order."""
    text, lead = document.text, _lead(document)
    for block in blocks_with(document, *_TOLD):
        for match in _form().finditer(text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            one, other = (group for group in range(1, 9) if match[group])
            sides = sorted((small_number(match[one]), small_number(match[other])), reverse=True)
            end = min(block.end, match.end() + _BEHIND)
            if sentence is None or sides[1] == 0 or _ANOTHER.search(text, sentence.start, end):
                continue
            if _SUPPOSED.search(text, sentence.start, match.start()):
                continue
            ahead = _KNOWN.search(text, max(sentence.start, match.start(one) - _AHEAD), match.start(one))
            known = ahead is not None or block.role is Role.LIST_ITEM
            span = Span(match.start(one), match.end(other))
            yield Vote(span, (sides[0], sides[1]), block.role in DISPLAY, known, block.start <= lead)


def _lead(document: Document) -> int:
    """Where the last of the first paragraphs begins."""
    starts = [block.start for block in document.blocks if block.role is Role.PARAGRAPH][:_LEAD]
    return starts[-1] if starts else -1
