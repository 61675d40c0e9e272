"""Repetitions: the same words in quotation marks twice, and how much that weighs."""

from __future__ import annotations

import re
from enum import IntEnum

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.layouts import is_live
from newslint.text.lexicon import entry
from newslint.text.passages import summary
from newslint.text.quotations import quotes
from newslint.topics.quotes.alterations import alterations
from newslint.topics.quotes.comparison import Echo, Passage, Run, begins_sentence, echoes, ends_sentence

# From so many words on it's no chance that two quotations share them; nor, from so many, that a part of each does.
_LONG = 7
_LONG_PART = 9
_SENTENCE = 5
_SHORT = 3
# Words rarer than this (in the lexicon's logarithm) say something of their own.
_ORDINARY = 27
# So great a part of a title's longer words have capitals; a long run of words has more of its own.
_TITLED = 0.6
_LONG_TITLED = 0.9
# In the first paragraphs a story gives the best words of a quotation that follows in full.
_LEAD = 2
# Further down too, with a phrase of fewer words than this; and it takes up one of fewer than that.
_LONG_PHRASE = 12
_LONG_EXCERPT = 8
# A crosshead has at most so many words, in single marks and in double ones, and beside its quotation fewer characters
# than this: ‘It was never safe’: Hill
_LINE = 15
_SHORT_LINE = 8
_TAG = 30
# What says, right before or behind a quotation, that it's meant to come again: repeated, the words, a slogan, a song.
_AGAIN = compiled(
    r"\b(?:repeat(?:s|ed|ing)?|echo(?:es|ed|ing)?|reiterat\w+|recit\w+|(?:used|using|quoted) again|famous(?:ly)?|(?:the|those|these|same|exact|very) (?:words?|phrase)"
    r"|mottos?|mottoes|slogans?|chant\w*|catch-?phrases?|refrain|mantra|sang|sung|sings?|singing|songs?|lyrics?|verses?|hymns?|prayers?"
    r"|poems?|banners?|placards?|posters?|transcripts?|signs? (?:say|read|with|that))\b",
    re.I,
)
_POST = compiled(r"\bpic\.twitter\.com/|[—–-] ?[^\n]{1,60} ?\(@\w+\)")
_CLOSING = "”’\"')"
_NEAR = 90
_DASHES = "–—-"
_OTHERS_SAID = compiled(r"[“”\"]")
_ECHOING = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CROSSHEAD, Role.PULL_QUOTE, Role.CAPTION])


class Weight(IntEnum):
    """How much a repetition weighs: custom (a headline's or a lead's), or a slip."""

    CUSTOM = 1
    SLIP = 2


class Repetition(Row):
    """The same words quoted twice: where, and in which two passages."""

    echo: Echo
    first: Span
    second: Span
    weight: Weight


@analysis
def repetitions(document: Document) -> tuple[Repetition, ...]:
    """Every two quotations that share a whole sentence, seven words, or all of a shorter phrase."""
    altered = {id(found.echo) for found in alterations(document)}
    found = []
    for echo in echoes(document):
        weight = None if id(echo) in altered else _weight(document, echo)
        if weight:
            run = echo.longest
            first = echo.earlier.span(run.first, run.first + run.length)
            second = echo.later.span(run.second, run.second + run.length)
            found.append(Repetition(echo, first, second, weight))
    return tuple(found)


def _weight(document: Document, echo: Echo) -> Weight | None:
    run = echo.longest
    blocks = [document.block_at(passage.quote.span.start) for passage in (echo.earlier, echo.later)]
    if blocks[0] is None or blocks[1] is None or _is_title(document, echo, run):
        return None
    whole = _covers(echo.earlier, run.first, run) + _covers(echo.later, run.second, run)
    if _is_told_elsewhere(document, blocks[0], blocks[1]) or (blocks[0] == blocks[1] and whole < 2):
        return None
    sentence = _is_sentence(document, echo, run)
    weighty = run.length >= _LONG and (whole or sentence or run.length >= _LONG_PART)
    weighty = weighty or (run.length >= _SENTENCE and sentence and whole == 2 and _tells(echo, run))
    if weighty:
        custom = (whole == 0 and not sentence) or _is_custom(document, echo, run, blocks[0], blocks[1], whole)
        return Weight.CUSTOM if custom else Weight.SLIP
    if whole and run.length >= _SHORT and _tells(echo, run):
        return Weight.CUSTOM
    return None


def _covers(passage: Passage, start: int, run: Run) -> bool:
    """Whether the run is the whole passage."""
    return start == 0 and run.length == len(passage.words)


def _is_sentence(document: Document, echo: Echo, run: Run) -> bool:
    """Whether the run is one sentence or more in both passages."""
    places = echo.earlier.places[run.first], echo.later.places[run.second]
    if any(place[0][0].islower() for place in places):
        return False
    return all(
        begins_sentence(document, passage, start) and ends_sentence(document, passage, start + run.length)
        for passage, start in ((echo.earlier, run.first), (echo.later, run.second))
    )


def _is_title(document: Document, echo: Echo, run: Run) -> bool:
    """Whether the words are set as a title in running copy: a book, an act, a slogan."""
    words = document[echo.later.span(run.second, run.second + run.length)].split()[1:]
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    most = _TITLED if run.length < _LONG_PART else _LONG_TITLED
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) > most * len(longer)


def _is_told_elsewhere(document: Document, one: Block, other: Block) -> bool:
    """Whether another rule tells of it: a caption or a paragraph that stands twice."""
    if one.role is other.role is Role.CAPTION:
        return True
    same = one != other and document[one.span].split() == document[other.span].split()
    return same and len(document[one.span].split()) >= 2 * _LONG


def _is_custom(document: Document, echo: Echo, run: Run, one: Block, other: Block, whole: int) -> bool:
    """Whether a story may well say it twice: in its furniture, or the best words first and then all of them."""
    if one.role in _ECHOING or other.role in _ECHOING or one == summary(document) or _is_cited(document, echo, run):
        return True
    if _is_crosshead(document, echo.earlier, one) or _is_crosshead(document, echo.later, other):
        return True
    if any(_ends_openly(document, block) or _is_posted(document, block) for block in (one, other)):
        return True
    if _is_marked_again(document, echo, one, other) or _is_given_in_full(echo):
        return True
    if is_live(document) or _is_pulled(document, echo.earlier, one) != _is_pulled(document, echo.later, other):
        return True
    ends = (run.first + run.length, run.second + run.length)
    pulled = zip((echo.earlier, echo.later), ends, (one, other), strict=True)
    return _is_excerpt(document, echo, run, one, whole) or any(_is_pull_quote(document, *place) for place in pulled)


def _ends_openly(document: Document, block: Block) -> bool:
    """Whether the line ends without a stop: a caption, a teaser, a point of a summary."""
    last = block.end - 1
    while last > block.start and document.text[last] in _CLOSING:
        last -= 1
    return document.text[last].isalnum()


def _is_posted(document: Document, block: Block) -> bool:
    """Whether the paragraph is a post set into the story, with its author's sign or its picture's address."""
    return _POST.search(document.text, block.start, block.end) is not None


def _is_excerpt(document: Document, echo: Echo, run: Run, one: Block, whole: int) -> bool:
    """Whether one passage is but a part of the other: the best words in the lead, or a phrase in the story's own sentence."""
    if whole != 1:
        return False
    phrase = not _is_sentence(document, echo, run)
    if not _covers(echo.earlier, run.first, run):
        return phrase and run.length < _LONG_EXCERPT
    return one in _lead(document) or (phrase and run.length < _LONG_PHRASE)


def _is_marked_again(document: Document, echo: Echo, one: Block, other: Block) -> bool:
    """Whether the copy around says that the words come again, or are known: “He used the words “…”, which …”."""
    for block, passage in ((one, echo.earlier), (other, echo.later)):
        start, end = passage.quote.span
        before = document.text[max(block.start, start - _NEAR) : start]
        behind = document.text[end : min(block.end, end + _NEAR)]
        if _AGAIN.search(_OTHERS_SAID.split(before)[-1]) or _AGAIN.search(_OTHERS_SAID.split(behind)[0]):
            return True
    return False


def _is_given_in_full(echo: Echo) -> bool:
    """Whether the later passage belongs to a speech that the story gives over several paragraphs."""
    earlier, later = echo.earlier.quote, echo.later.quote
    return (later.continued or later.continues) and not (earlier.continued or earlier.continues)


def _is_cited(document: Document, echo: Echo, run: Run) -> bool:
    """Whether one passage has the words from the other, in marks of their own: “She said ‘we are ready’,” he said."""
    first = echo.earlier.span(run.first, run.first + run.length)
    second = echo.later.span(run.second, run.second + run.length)
    return any(inner.holds(first) or inner.holds(second) for inner in _inner_quotations(document))


@analysis
def _inner_quotations(document: Document) -> tuple[Span, ...]:
    return tuple(quote.span for quote in quotes(document) if quote.level)


@analysis
def _lead(document: Document) -> tuple[Block, ...]:
    return tuple([block for block in document.copy if block.role is Role.PARAGRAPH][:_LEAD])


def _is_pull_quote(document: Document, passage: Passage, end: int, block: Block) -> bool:
    """Whether a paragraph is but a quotation: without a stop, or with its speaker's name inside the marks behind word `end`."""
    quote = passage.quote
    whole = block.start == quote.span.start and block.end == quote.span.end
    if (block.start == quote.span.start and block in _lead(document)[:1]) or (whole and block in _lead(document)):
        return True  # under the headline, in the place of a standfirst
    if not whole:
        return False
    rest = document.text[passage.places[end - 1].end() : quote.inner.end].split()
    longer = [word for word in rest if len(word) > 3]
    named = bool(longer) and all(word[0].isupper() for word in longer)
    return named or document.text[quote.inner.end - 1].isalnum()


def _is_pulled(document: Document, passage: Passage, block: Block) -> bool:
    """Whether a paragraph is but the quotation, no speaker or only “— Ann Hill, the mayor” behind it."""
    quote = passage.quote
    behind = document.text[quote.span.end : block.end].strip(" .,")
    return block.start == quote.span.start and (not behind or behind[0] in _DASHES)


def _is_crosshead(document: Document, passage: Passage, block: Block) -> bool:
    """Whether a line is but a short quotation set as a crosshead: it doesn't end as a sentence does.

    So is one in the marks that the story's speech hasn't, where a crosshead has run into the copy.
    """
    quote = passage.quote
    around = block.end - block.start - (quote.span.end - quote.span.start)
    most = _LINE if quote.opening in "'‘" else _SHORT_LINE
    if len(passage.words) > most or document.text[quote.inner.end - 1] in ".,!":
        return False
    return around < _TAG or (quote.opening in "'‘" and quote.opening not in _usual_marks(document))


@analysis
def _usual_marks(document: Document) -> str:
    """The marks that open most of the story's speech."""
    opened = [quote.opening for quote in quotes(document) if not quote.level]
    double = sum(mark in '“"' for mark in opened)
    return '“"' if 2 * double > len(opened) else "'‘"


def _tells(echo: Echo, run: Run) -> bool:
    """Whether a short phrase has a word that isn't everybody's."""
    words = echo.later.words[run.second : run.second + run.length]
    return any(len(word) > 3 and "'" not in word and entry(word).frequency < _ORDINARY for word in words)
