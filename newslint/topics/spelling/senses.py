"""Senses: whether a word that both varieties of English spell alike in some meaning stands in the one that tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newslint.source import Span
from newslint.text.vocabulary import AUXILIARIES, CONJUNCTIONS, DETERMINERS, NUMBERS, PREPOSITIONS

_LOOK_BACK = 40
_VERB_LEADS = frozenset("to will would can could may might must should shall not they we i you who".split())
_COMPUTING = (
    "comput",
    "software",
    "code",
    "coding",
    "algorithm",
    "app ",
    "download",
    "hacker",
    "malware",
    "virus",
    "spyware",
    "desktop",
    "toolbar",
    "hard drive",
    " pc",
    "microsoft",
    "e-mail",
    "email",
    "install",
    "browser",
    "website",
)
_NUMBERS = frozenset("hundred thousand million few several square cubic per hundreds thousands many mere".split())
_BEHIND_MEASURE = frozenset("away long high deep tall wide below above from".split())
_BEFORE_NOUN = (
    DETERMINERS | PREPOSITIONS | NUMBERS | frozenset("driving driver's business drivers' liquor gun new".split())
)
_BEHIND_NOUN = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
_BEFORE_STRETCH = frozenset("a the little short long good great worth".split())
_BEFORE_SILENT = frozenset(
    "stay stays stayed staying keep keeps kept keeping remain remains remained is was were are be been".split()
)


def _word_before(text: str, span: Span) -> str:
    before = text[max(0, span.start - _LOOK_BACK) : span.start].split()
    return before[-1].lower() if before else ""


def _word_after(text: str, span: Span) -> str:
    after = text[span.end : span.end + _LOOK_BACK].split(maxsplit=1)
    return after[0].rstrip('.,;:?!)”"').lower() if after else ""


def _permit(text: str, span: Span) -> bool:
    """Whether license(s) is the noun, and no verb: his licenses, revoke the licenses of several, licenses were sold."""
    before, after = _word_before(text, span), _word_after(text, span)
    if before in _VERB_LEADS:
        return False
    ends = text[span.end : span.end + 1] != " "
    return not before.isalpha() or before in _BEFORE_NOUN or ends or after in _BEHIND_NOUN


def _mother(text: str, span: Span) -> bool:
    """Whether mum is a mother, and nobody is silent: my mum, not “she stayed mum”."""
    return _word_before(text, span) not in _BEFORE_SILENT


def _noun(text: str, span: Span) -> bool:
    return _word_before(text, span) not in _VERB_LEADS and _word_after(text, span) not in {"of", "out", "quickly"}


def _verb(text: str, span: Span) -> bool:
    return _word_before(text, span) in _VERB_LEADS


def _measure(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LOOK_BACK) : span.start].rstrip(" \u00a0-").lower()
    return before[-1:].isdigit() or before.rpartition(" ")[2] in _NUMBERS or _word_after(text, span) in _BEHIND_MEASURE


def _kerb(text: str, span: Span) -> bool:
    return _word_before(text, span) in {"the", "a", "of"}


def _no_computing(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 150) : span.end + 150].lower()
    return not any(word in around for word in _COMPUTING)


def _meanwhile(text: str, span: Span) -> bool:
    """Whether while joins two clauses, and is no stretch of time: while it rained, not “for a while”."""
    return _word_before(text, span) not in _BEFORE_STRETCH


def _never(_text: str, _span: Span) -> bool:
    return False


# Words that one variety shares with the other in some of their senses, and how to tell the sense that it doesn't:
# from the text and the place of the word.
SENSES: Mapping[str, Callable[[str, Span], bool]] = {
    "license": _permit,
    "licenses": _permit,
    "mum": _mother,
    "airplane": _never,
    "airplanes": _never,
    "practice": _verb,
    "practices": _never,
    "program": _no_computing,
    "programs": _no_computing,
    "while": _meanwhile,
    "tire": _noun,
    "tires": _noun,
    "curb": _kerb,
    "curbs": _never,
    "meter": _measure,
    "meters": _measure,
    "check": _never,
    "checks": _never,
    "draft": _never,
    "drafts": _never,
    "story": _never,
    "stories": _never,
    "jail": _never,
    "math": _never,
}
