"""Streaks: how many times running something is said to have happened: “a third consecutive win”."""

from __future__ import annotations

from collections import defaultdict

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ordinals import number_of
from newslint.text.content_words import stems_within
from newslint.text.nouns import singular
from newslint.text.sentences import sentence_at

_RUNNING = ("consecutive", "straight", "successive", "in a row")
_STREAK = r"\b((?:\d{1,3}(?:st|nd|rd|th)|[a-z]{5,11}))[ -](?:consecutive|straight|successive) ([a-z]+)"
# What speaks of a streak that isn't yet, or that was another's.
_OTHER = r"(?i)\b(?:could|would|might|may|if|hop\w+|seek\w*|chas\w+|bid|aim\w*|want\w*|next|after|before|previous\w*|last|earlier|then|against|for an?|from|when|until|since|another|also|now)\b"
_REACH = 60


class Streak(Row):
    """The `number` of a streak of what `noun` names, as it stands at `span`; `frame` are the words around it."""

    span: Span
    number: int
    noun: str
    frame: frozenset[str]


@analysis
def streaks(document: Document) -> tuple[tuple[Streak, Streak], ...]:
    """Every pair of streaks that are told in the same words but one apart: “third straight win”, “fourth straight win”."""
    text = document.text
    if not any(word in text for word in _RUNNING):
        return ()
    groups: dict[str, list[Streak]] = defaultdict(list)
    for block in document.copy:
        for match in compiled(_STREAK).finditer(text, block.start, block.end):
            number, sentence = number_of(match[1]), sentence_at(document, match.start())
            if (
                number
                and sentence
                and not compiled(_OTHER).search(text, max(sentence.start, match.start() - 40), match.start())
            ):
                start, end = max(sentence.start, match.start() - _REACH), min(sentence.end, match.end() + _REACH)
                frame = stems_within(document, Span(start, match.start())) | stems_within(
                    document, Span(match.end(), end)
                )
                groups[singular(match[2])].append(Streak(Span(*match.span(1)), number, singular(match[2]), frame))
    pairs = (_pair(group) for group in groups.values() if len({streak.number for streak in group}) == 2)
    return tuple(pair for pair in pairs if pair is not None)


def _pair(group: list[Streak]) -> tuple[Streak, Streak] | None:
    first = group[0]
    rival = next(streak for streak in group if streak.number != first.number)
    return (first, rival) if abs(first.number - rival.number) == 1 and len(first.frame & rival.frame) > 1 else None
