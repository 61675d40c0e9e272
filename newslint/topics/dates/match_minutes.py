"""Match minutes: the sentences of a report that say what was done in which minute of a match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.numerals import small_number
from newslint.story.references import Reference, references_within
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import NUMBER_IN_WORDS

_NUMBER = rf"(?:{NUMBER_IN_WORDS}|\d{{1,2}})"
_MINUTE = compiled(
    r"\bthe (?P<th>\d{1,3})(?:st|nd|rd|th)(?: minute\b|(?= when\b|[,.]))"
    r"|\b[Oo]n (?P<on>\d{1,3}) minutes\b"
    rf"|\b(?P<later>{_NUMBER}) minutes (?:later|afterwards?|after that)\b"
    rf"|\b(?:[Ww]ith (?:just |only )?(?P<left>{_NUMBER}) minutes (?:to (?:play|go)|left|remaining)|(?P<end>(?i:{_NUMBER})) minutes from (?:the end|time))\b"
    r"|\b[Oo]n the (?P<hour>hour)\b(?! mark)"
)
# So long a match lasts in which the later minute is told.
_WHOLE = 90
_LATE = 80
_HOUR = 60
# Of a part of the match, whose minutes may count from one, or of another match.
_PERIOD = compiled(
    r"\b(?:quarter|period|extra time|last (?:year|week|season|month)|(?:first|earlier|previous|other) (?:leg|meeting|match|game))\b"
)


class Minute(Row):
    """A minute of the match, and where it’s told."""

    number: int
    span: Span


class Passage(Row):
    """A sentence that tells minutes, with the people whom it names."""

    sentence: Sentence
    minutes: tuple[Minute, ...]
    named: tuple[Reference, ...]


@analysis
def passages(document: Document) -> tuple[Passage, ...]:
    """The sentences that tell a minute of the match, outside of quotations, in order."""
    counting = {*blocks_with(document, "minute", "on the hour"), *blocks_with_numbers_behind(document, "the")}
    found = {block: list(_MINUTE.finditer(document.text, block.start, block.end)) for block in counting}
    whole = any(_WHOLE >= int(match["th"] or match["on"] or 0) > _LATE for told in found.values() for match in told)
    minutes = (
        _minutes(found.get(block, []), whole) for block in blocks_with(document, "minute", "when", "on the hour")
    )
    return tuple(passage for told in minutes for passage in _within(document, list(told)))


def _within(document: Document, minutes: list[Minute]) -> Iterator[Passage]:
    """The sentences of the minutes of one paragraph."""
    sentences = {minute.span: sentence_at(document, minute.span.start) for minute in minutes}
    for sentence in dict.fromkeys(filter(None, sentences.values())):
        if in_quotation(document, sentence.start) or _PERIOD.search(document.text, *sentence.span):
            continue
        own = tuple(minute for minute in minutes if sentences[minute.span] == sentence)
        yield Passage(sentence, own, references_within(document, sentence))


def _minutes(told: Iterable[re.Match[str]], whole: bool) -> Iterator[Minute]:
    """The minutes that a paragraph tells, of a match of which `whole` says that it lasts ninety."""
    last = 0
    for match in told:
        if match["later"]:
            last = last and last + small_number(match["later"])
        elif left := match["left"] or match["end"]:
            last = _WHOLE - small_number(left) if whole else 0
        elif match["hour"]:
            last = _HOUR
        else:
            last = int(match["th"] or match["on"])
        if last:
            yield Minute(last, Span(*match.span()))
