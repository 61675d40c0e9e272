"""Prison terms: what is left of a sentence once a part is suspended or has been served, its half, and terms that run one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge
from newslint.text.prefilter import blocks_with
from newslint.topics.figures.lengths.ends import YEAR
from newslint.topics.figures.lengths.lengths import Length, lengths, order

_MONTH = YEAR / 12
# “Jailed for three years”, “gets 30 months”, “imposed a term of two years”.
_TERM = compiled(
    r"(?i)\b(?:(?:jailed|imprisoned|sentenced|locked up|sent (?:(?:her|him|them) )?(?:to (?:prison|jail)|down))(?: [a-z]+){0,2} (?:for|to)(?: a total of)?"
    r"|(?:gets?|got|given|handed|imposed|received)(?: an?| (?:a )?(?:term|sentence|total) of)?|(?:term|sentence) (?:of|was))(?: an?)? \Z"
)
_FOR = compiled(r"\bfor \Z")
_SUSPENDED = compiled(r"(?i)\b(?:last|final|remaining) \Z")
_SUSPENDS = compiled(r"(?i)\bsuspend(?:s|ed|ing)?\b")
_CREDIT = compiled(r"(?i)\b(?:credit for|giv(?:e|en|ing) (?:credit for )?)[^.;,]{0,24}\Z")
_CREDITED = compiled(r"[’']? (?:of )?credit\b")
# What is left to serve.
_LEFT = compiled(
    r"(?i)\b(?:(?:will|would|must|is to|to) (?:therefore |thus |then |now )?(?:serve|spend)|leaving|leaves|has|have) (?:him |her |them )?(?:with )?\Z"
)
_LEFT_BEHIND = compiled(
    r" (?:left |still |more )?(?:to (?:serve|be served)|in (?:custody|prison|jail|all)|behind bars)\b|(?: to serve)?[,.]"
)
_HALF = compiled(
    r"(?i)\bhalf (?:of )?(?:the (?:whole|sentence|term|total)|that|it|(?:his|her|their) (?:sentence|term)),? (?:or |that is |which is )?\Z"
)
_CONSECUTIVE = compiled(r"(?i)[^.;]{0,24}\bconsecutive(?:ly)?\b")
_NEAR = 0.6  # months
_REACH = 70  # code points
_FARTHEST = 2  # sentences


class Term(Row):
    """The length at `span` isn’t what the `term` and a `part` of it make, which is `right` in words."""

    span: Span
    term: Span
    part: Span
    right: str


@analysis
def terms_told_otherwise(document: Document) -> tuple[Term, ...]:
    """Every length that the term in the story and its parts make another."""
    if next(blocks_with(document, "suspend", "credit", "consecutive", "half"), None) is None:
        return ()
    told = [length for length in lengths(document) if length.unit in ("week", "month", "year")]
    terms = [length for length in told if _is_term(document, length)]
    if not terms or _is_for_several(document, told, terms[0]):
        return ()
    found = (*_left(document, told, terms), *_halved(document, told, terms), *_added(document, told, terms))
    return tuple(sorted(found))


def _is_for_several(document: Document, told: Sequence[Length], term: Length) -> bool:
    """Whether the sentence that gives the first term gives another: “jailed for five years and the roofer for four”."""
    others = (length for length in told if length.sentence == term.sentence and length is not term)
    return any(_is_term(document, length) or _led(document, length, _FOR) for length in others)


def _is_term(document: Document, length: Length) -> bool:
    """Whether it is what somebody is sentenced to."""
    return _led(document, length, _TERM)


def _led(document: Document, length: Length, form: re.Pattern[str]) -> bool:
    start = max(length.sentence.start, length.span.start - _REACH)
    return form.search(document.text, start, length.span.start) is not None


def _months(length: Length) -> float:
    return length.days / _MONTH


def _left(document: Document, told: Sequence[Length], terms: Sequence[Length]) -> Iterator[Term]:
    """“Five and a half years, of which 18 months are suspended … will serve three years.”"""
    for length in told:
        if not _is_left(document, length):
            continue
        for part, months in _parts(document, told, length):
            rights = {round(_months(term) - months, 2): term for term in terms if _months(term) > months}
            if rights and not any(abs(right - _months(length)) <= _NEAR for right in rights):
                right, term = next(iter(rights.items()))
                yield Term(length.span, term.span, part, f"less {document[part]} it’s {_told(right)}")
            break


def _is_left(document: Document, length: Length) -> bool:
    """Whether it is what somebody will serve."""
    behind = _LEFT_BEHIND.match(document.text, length.span.end)
    return length.hedge is Hedge.NONE and behind is not None and _led(document, length, _LEFT)


def _parts(document: Document, told: Sequence[Length], left: Length) -> Iterator[tuple[Span, float]]:
    """What is suspended or has been served, by the sentence of what is left or the few before it, in months, the last first."""
    here = order(document, left.span)
    near = [length for length in told if length is not left and 0 <= here - order(document, length.span) <= _FARTHEST]
    for length in reversed([length for length in near if length.span < left.span]):
        suspended = _led(document, length, _SUSPENDED) and _SUSPENDS.search(document.text, *length.sentence.span)
        credited = _led(document, length, _CREDIT) or _CREDITED.match(document.text, length.span.end)
        if suspended or credited:
            yield length.span, _months(length)


def _halved(document: Document, told: Sequence[Length], terms: Sequence[Length]) -> Iterator[Term]:
    """“Four and a half years … will serve half of that, two years and nine months.”"""
    for length in told:
        if not _led(document, length, _HALF):
            continue
        if not any(abs(_months(term) / 2 - _months(length)) <= _NEAR for term in told if term is not length):
            yield Term(length.span, terms[0].span, terms[0].span, f"half of it is {_told(_months(terms[0]) / 2)}")


def _added(document: Document, told: Sequence[Length], terms: Sequence[Length]) -> Iterator[Term]:
    """“Jailed for three years and four months: 28 months for fraud, with 14 months consecutive.”"""
    for more in told:
        if not _CONSECUTIVE.match(document.text, more.span.end):
            continue
        before = [length for length in told if length.sentence == more.sentence and length.span < more.span]
        total = _months(before[0]) + _months(more) if len(before) == 1 else 0.0
        if total and terms[0].span < before[0].span and not any(abs(_months(term) - total) <= _NEAR for term in told):
            yield Term(terms[0].span, before[0].span, more.span, f"with {document[more.span]} it’s {_told(total)}")


def _told(months: float) -> str:
    years, rest = divmod(round(months), 12)
    parts = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in ((years, "year"), (rest, "month")) if count]
    return " and ".join(parts)
