"""Told spans: lengths of time that stand with both their ends in one sentence, which says from when to when: it's counted, not weighed."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.antecedents import tells_of_kin
from newslint.story.quantity import Hedge
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import HEDGES, alternatives
from newslint.topics.figures.lengths.durations import CLOSED, OPENED
from newslint.topics.figures.lengths.elapsed import Elapsed
from newslint.topics.figures.lengths.ends import End, Gap, ends_within, gap
from newslint.topics.figures.lengths.lengths import Length, lengths

_HEDGE = rf"(?:(?:{alternatives(HEDGES)}) )?"
# “Between May 2017 and June 2021, a period of more than five years”, “started in May and stopped in June, a six-year run”
_BEHIND = compiled(
    rf"(?i)(?:,| –| —|;) (?:or |(?:an?|the) (?:(?:full )?(?:period|span|stretch|total|interval) of )?)?{_HEDGE}"
)
# “For five years, from May 2017 until June 2021”, “five months on remand, from his arrest on 4 May until”
_AHEAD = compiled(
    r"(?i)(?: [a-z]+){0,4}(?:,| –| —| \()? ?(?:from|between) (?:[a-z]+ ){0,3}(?:(?:in|on|at) )?(?:early |late |mid-)?"
)
_WHOLE = compiled(r"(?i)(?: [a-z]+){0,2}(?:\s*\Z|[,.;:)–—]| during which\b| that\b)")
_EACH = compiled(r"(?i)\b(?:every|each|per|any|within) (?:an? )?\Z")
_FROM = compiled(r"(?i)\b(?:from|between) (?:[a-z]+ ){0,3}(?:(?:in|on|at) )?(?:early |late |mid-)?\Z")
_TO = compiled(
    r"(?i)(?:,? and |-|–| to )(?:(?:early|late|(?:the )?(?:end|start|beginning|middle) of) )?|[^.;:\d]*\b(?:until|till) [^.;:,\d]{0,50}"
)
_AND = compiled(rf"(?i)[^.;:\d]{{0,60}}\band (?:[a-z]+ ){{0,3}}(?:{CLOSED}|stopped\b)[^.;:,\d]{{0,40}}\bin ")
_BEGAN = compiled(rf"(?i){OPENED}(?: [a-z]+){{0,3}} in \Z")
_UNTIL = compiled(r"(?i)(?: [a-z’'-]+){0,4},? (?:until|till|up to) [^.;:\d]{0,60}")
_AFTER = compiled(r",? after (?:[a-z]+ ){0,2}")
_BEGUN = compiled(rf"(?i){OPENED}")
_REACH = 60
_NEAR = 0.45  # of its unit, by which a length may be off that is told to the half


@analysis
def spans_told_otherwise(document: Document) -> tuple[Elapsed, ...]:
    """Every length that isn't the one between the two ends that its sentence gives it, or its sentence and the one before."""
    told = [length for length in lengths(document) if length.value > 1 and not _is_each(document, length)]
    return tuple(found for length in told for found in (*_of(document, length), *_carried_over(document, length)))


def _is_each(document: Document, length: Length) -> bool:
    """Whether it is somebody's word, or told of each of several: “every three years”."""
    start = max(length.sentence.start, length.span.start - _REACH)
    return length.quoted or _EACH.search(document.text, start, length.span.start) is not None


def _carried_over(document: Document, length: Length) -> Iterator[Elapsed]:
    """“She was hired in 1971. She ran the mill for 30 years, until it closed in 1991.”"""
    within = _ends_alike(document, length, length.sentence)
    if len(within) != 1 or not _ends_with(document, length, within[0]):
        return
    last, first = within[0], _begun_before(document, length)
    between = gap(first, last) if first and length.is_fine_for(first, last) else None
    if first and between and is_off(length, between):
        yield _told(length, first, last, between)


def _ends_alike(document: Document, length: Length, sentence: Sentence) -> list[End]:
    """The days of a sentence, or its hours where the length is told by the clock."""
    return [end for end in ends_within(document, sentence.span) if (end.grain == "clock") == length.of_clock]


def _ends_with(document: Document, length: Length, end: End) -> bool:
    """Whether the sentence says that it was over at the end: “30 years, until it closed in 1991”, “closed in 1991 after 30 years”."""
    if end.span.start > length.span.end:
        return _UNTIL.fullmatch(document.text, length.span.end, end.span.start) is not None
    return _AFTER.fullmatch(document.text, end.span.end, length.span.start) is not None


def _begun_before(document: Document, length: Length) -> End | None:
    """The one end of the sentence before, where that says that something began then, of nobody's relative."""
    start = length.sentence.start
    before = sentence_at(document, start - 2) if start else None
    if before is None:
        return None
    within = _ends_alike(document, length, before)
    begun = len(within) == 1 and _BEGUN.search(document.text, *before.span) and not tells_of_kin(document, start)
    return within[0] if begun else None


def _of(document: Document, length: Length) -> Iterator[Elapsed]:
    within = _ends_alike(document, length, length.sentence)
    if len(within) != 2:
        return
    first, last = within
    between = gap(first, last) if length.is_fine_for(first, last) else None
    if between is None or first.grain == last.grain == "year" or not _are_its_own(document, length, first, last):
        return
    if is_off(length, between):
        yield _told(length, first, last, between)


def _told(length: Length, first: End, last: End, between: Gap) -> Elapsed:
    count = round(2 * between.days * length.value / length.days) / 2
    return Elapsed(length.span, first.span, last.span, f"about {count:g} {length.unit}s")


def _are_its_own(document: Document, length: Length, first: End, last: End) -> bool:
    """Whether the sentence says that it went on from the one to the other."""
    text, sentence = document.text, length.sentence
    joined = are_joined(document, first, last)
    if not (joined or is_over(document, first, last)):
        return False
    if length.span.start > last.span.end:
        beside = _BEHIND.fullmatch(text, last.span.end, length.span.start)
        return beside is not None and _WHOLE.match(text, length.span.end, sentence.end) is not None
    return joined and _AHEAD.fullmatch(text, length.span.end, first.span.start) is not None


def are_joined(document: Document, first: End, last: End) -> bool:
    """Whether the copy says from the one to the other: “between May 2017 and June 2021”."""
    block = document.block_at(first.span.start)
    if (
        block is None
        or last.span.start > block.end
        or not _TO.fullmatch(document.text, first.span.end, last.span.start)
    ):
        return False
    return _FROM.search(document.text, max(block.start, first.span.start - _REACH), first.span.start) is not None


def is_over(document: Document, first: End, last: End) -> bool:
    """Whether the copy says that it began with the one and was over with the other: “opened in May 2017 and closed in June 2021”."""
    led = max(0, first.span.start - _REACH)
    return bool(
        _AND.fullmatch(document.text, first.span.end, last.span.start)
        and _BEGAN.search(document.text, led, first.span.start)
    )


def is_off(length: Length, between: Gap) -> bool:
    """Whether nobody would give it to so many days, though they're told to the month."""
    if length.fits(between):
        return False
    unit = length.unit_days
    if length.hedge is Hedge.NONE and length.grain >= 1:
        return not between.least - unit <= length.days <= between.most + unit
    return (
        length.fits(between) is False or not between.least - _NEAR * unit <= length.days <= between.most + _NEAR * unit
    )
