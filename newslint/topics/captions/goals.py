"""Goals: a caption has somebody score with the head, and the story has them do it with the foot; or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.references import introduced, references_within
from newslint.text.sentences import Sentence, sentences
from newslint.text.vocabulary import alternatives, wordlist
from newslint.topics.captions.captions import Caption

_BODY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM])
# What somebody does with the ball, which “it” takes up, and where it goes.
_STRIKES = alternatives(
    wordlist(
        "drove drives driving struck strikes hit hits hitting rolled rolls slotted slots drilled drills curled curls swept sweeps "
        "stroked fired fires lashed lashes thumped tapped taps poked pokes prodded stabbed chipped chips lobbed lobs smashed "
        "smashes blasted hammered slammed rifled sidefooted side-footed"
    )
)
_INTO = r"(?:low|home|in|into|past|through|under|inside|beyond|over)"
_HEAD = compiled(
    r"\b(?:head(?:s|ed|ing)|nod(?:s|ded|ding))\b(?! (?:for|to|by|off|out|up|down|over|toward|towards|away|back to|into the (?!net|corner|roof|top|bottom|far))\b)"
    r"|\b(?:diving )?headers?\b"
)
_FOOT = compiled(
    r"\b(?:half-)?volley(?:s|ed|ing)?\b|\b(?:left|right|weaker|wrong)[ -]foot(?:ed)?\b|\bfrom the (?:penalty )?spot\b|\blow drive\b|\btap-in\b"
    rf"|\b(?:{_STRIKES}) (?:it|(?:the|a) (?:ball|shot|penalty|free[ -]kick)|{_INTO})\b"
)
# What makes it a goal.
_GOAL = compiled(
    r"\b(?:goals?|winner|winning|equali[sz]er|opener|nets?|lead|ahead|front|level|home|scor(?:e|es|ed|ing)|second|third|hat-trick|consolation)\b"
)
_NAME = compiled(r"([^\W\d_a-z][\w’'-]+) \Z")
# Of which a match has but one.
_WINNER = compiled(r"\bwinner\b|\bwinning goal\b")
_BY = compiled(r"(?: \w+){0,2} by [^,.;\n]{3,24}")
_BEHIND = 2  # sentences, in which a goal is told behind the one that names who scored it


def other_strokes(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """“Ann Hill heads the winner”, where the story has Hill's volley and no header of hers; with the place in the story."""
    text = document.text
    if not _GOAL.search(text, *caption.span):
        return
    winner = _WINNER.search(text, *caption.span) is not None
    for ours, theirs in ((_HEAD, _FOOT), (_FOOT, _HEAD)):
        stroke = ours.search(text, *caption.span)
        scorer = _scorer(document, caption.span.start, stroke.start()) if stroke else ""
        if stroke and scorer and not theirs.search(text, *caption.span):
            told = _told_of(document, scorer, winner=winner)
            other = next((match for span in told for match in _own(document, theirs, span, scorer)), None)
            within = (Span(span.start, _end(document, span)) for span in told)
            if other and not any(True for span in within for _ in _own(document, ours, span, scorer)):
                yield Span(*stroke.span()), Span(*other.span())


def _scorer(document: Document, start: int, stroke: int) -> str:
    """The surname of whom a caption names last before a stroke, or the name right before it, which no list may know."""
    named = references_within(document, Span(start, stroke))
    right_before = _NAME.search(document.text, start, stroke)
    return named[-1].surname if named else right_before[1] if right_before else ""


def _own(document: Document, stroke: re.Pattern[str], span: Span, scorer: str) -> Iterator[re.Match[str]]:
    """The strokes before which nobody else is named behind the scorer, if they aren't told to be another's: “headed in by Hill”."""
    for match in stroke.finditer(document.text, *span):
        own = max(span.start, document.text.rfind(scorer, span.start, match.start()))
        between = references_within(document, Span(own, match.start()))
        alone = all(each.surname == scorer or each.surname not in introduced(document) for each in between)
        by = _BY.match(document.text, match.end(), span.end)
        if scorer in by[0] if by else alone:
            yield match


def _end(document: Document, span: Span) -> int:
    """Where a span ends that doesn't leave its paragraph."""
    block = document.block_at(span.start)
    return min(span.end, block.end) if block else span.end


def _told_of(document: Document, scorer: str, *, winner: bool) -> list[Span]:
    """What the story tells where it names somebody: each such sentence with the next ones; and each that tells of the winner."""
    own = [sentence for sentence in sentences(document) if _is_of_the_story(document, sentence)]
    found = []
    for number, sentence in enumerate(own):
        if scorer in document[sentence]:
            found.append(Span(sentence.start, own[number : number + _BEHIND + 1][-1].end))
        elif winner and _WINNER.search(document.text, *sentence):
            found.append(sentence.span)
    return found


def _is_of_the_story(document: Document, sentence: Sentence) -> bool:
    block = document.block_at(sentence.start)
    return block is not None and block.role in _BODY
