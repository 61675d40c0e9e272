"""Habits that go with a variety of English without being spelled in it: per cent and £4, or percent, Sept. 4 and Sen. Lee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.prefilter import starts_of
from newslint.text.vocabulary import MONTHS, SHORT_TITLES, alternatives
from newslint.text.words import occurrences, words

BRITISH, AMERICAN = "British", "American"
_WORDS = {
    BRITISH: frozenset("whilst amongst learnt towards mps tonnes fortnight".split()),
    AMERICAN: frozenset("percent toward gotten u.s.".split()),
}
_MONTHS = alternatives(MONTHS)
_FORMS = {
    BRITISH: (
        r"(?:Mr|Mrs|Ms|Dr) [A-Z]|\d per cent\b",
        r"£\d",
        r"\b\d{1,2}(?:\.\d\d)?(?:am|pm)\b",
        rf"\b\d{{1,2}} (?:{_MONTHS})\b",
    ),
    AMERICAN: (
        rf"\b(?:{alternatives(map(str.capitalize, SHORT_TITLES))})\. [A-Z]",
        r"\b\d{1,2}(?::\d\d)? [ap]\.m\.",
        r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d",
        r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tenn|Wash|Wis|N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|R\.I|S\.C|S\.D|W\.Va)\.",
    ),
}
# Canadian papers have these habits of American ones, and the spelling of British ones.
_IN_CANADA_TOO = _FORMS[AMERICAN][:3]
_PROVINCES = (
    r"Ont\.|Que\.|Alta\.|Sask\.|N\.S\.|N\.B\.|N\.L\.|Nfld\.|B\.C\.|P\.E\.I\.|HALIFAX|(?i:Ontario|Quebec|Alberta|Manitoba|Saskatchewan|British Columbia|Nova Scotia"
    r"|New Brunswick|Newfoundland|Yukon|Nunavut|Northwest Territories|Toronto|Ottawa|Montreal|Vancouver|Calgary|Winnipeg)"
)
_CANADA = compiled(rf"\b(?:Canad(?:a|ian|ians)|{_PROVINCES})")
_OF_CANADA = compiled(rf"\b(?:{_PROVINCES}|Canad(?s:.+)\bCanad)")
_ELSEWHERE = compiled(r"£\d")
# One of these stands in every copy that has a name of Canada, and in few others.
_RUNS_OF_CANADA = frozenset(
    "canada canadian canadians ont que alta sask nfld halifax ontario quebec alberta manitoba saskatchewan columbia scotia brunswick newfoundland "
    "yukon nunavut territories toronto ottawa montreal vancouver calgary winnipeg".split()
)
_LETTERS_OF_CANADA = ("N.S.", "N.B.", "N.L.", "B.C.", "P.E.I.")


def may_be_of_canada(document: Document) -> bool:
    """Whether the copy names a part of Canada, or Canada twice, and has no habit that its papers haven't."""
    named = _names_canada(document, _OF_CANADA)
    return named and not (habits(document)[AMERICAN] or _ELSEWHERE.search(document.text))


def _names_canada(document: Document, pattern: re.Pattern[str]) -> bool:
    """Whether the copy has a name that `pattern` knows, which is searched for only where there may be one."""
    text = document.text
    may_have = starts_of(document, _RUNS_OF_CANADA) or any(letters in text for letters in _LETTERS_OF_CANADA)
    return bool(may_have and pattern.search(text))


@analysis
def habits(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """The first place of each habit of each variety that the copy has, but for those that it may have from Canada."""
    return {variety: tuple(_places(document, variety)) for variety in _WORDS}


def _places(document: Document, variety: str) -> Iterator[Span]:
    held = occurrences(document)
    for word in sorted(_WORDS[variety] & held.keys()):
        yield words(document).span(held[word][0])
    for form in _FORMS[variety]:
        match = compiled(form).search(document.text)
        if match and not (form in _IN_CANADA_TOO and _names_canada(document, _CANADA)):
            yield Span(*match.span())
