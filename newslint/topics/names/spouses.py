"""Spouses: whom the story's own person married has one given name there and another where the widow or the husband is named.

“In 1961 she married Ben Hill” … “Tom, her husband, died in May.” Who married twice may have had both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import may_be, named_last, principal, subject_of_clause
from newslint.story.families import NO_NAMES
from newslint.text.lexicon import may_be_one_given_name
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences_with
from newslint.text.vocabulary import KIN_IN_SINGULAR, alternatives
from newslint.text.words import occurrences
from newslint.topics.names.households import MARRIED_AGAIN
from newslint.topics.names.owners import POSSESSIVE, likely_whose

_GIVEN = (
    r"(?:(?:Miss|Mrs|Ms|Mr|Dr)\.? )?(?P<given>[^\W\d_a-z][\w’'-]*[a-zß-ÿ])(?P<rest>(?: [^\W\d_a-z][\w’'-]*[a-zß-ÿ])*)"
)
# “she married Ben Hill”, “he had married, in 1967, Ada Hill”
_MARRIED = compiled(
    rf"\bmarried,? (?:in \d{{4}}, |(?:an?|the|her|his) (?:[a-z-]+ ){{1,4}}?(?:called |named )?,?)?{_GIVEN}"
)
# “she met Ben Hill, a baker. They were married in May.”
_MET = compiled(
    rf"\b(?P<who>[Hh]e|[Ss]he) (?:had )?(?:first )?met (?:an? (?:[a-z-]+ ){{1,4}}?(?:called |named )?)?{_GIVEN}"
)
_WED = compiled(r"\b[Tt]hey (?:were )?married\b|\bwhom s?he (?:later )?married\b")
_SPOUSE = r"(?:late )?(?:husband|wife|widow|widower)"
# “her late husband, Ben”, “Ben, her husband”, “Ben, the husband who”
_BEFORE = compiled(
    rf"{POSSESSIVE} {_SPOUSE},? {_GIVEN}(?=[,.;:]| (?:who|and|built|gave|made|had|was|is|died|said|says)\b)"
)
# “the youngest of four children of Arthur Moor, a riveter, and his wife”
_PARENT = compiled(r"\b(?:son|sons|daughter|daughters|child|children) of\b[^.;:]*\band \Z")
_BEHIND = compiled(rf"\b{_GIVEN}, (?:(?P<pronoun>his|her)|the) {_SPOUSE}\b")
# Of whom it's told that somebody is left behind: the dead.
_LEFT = compiled(r"\b(?:leaves|(?:is|was) survived by|(?:preceded in death|predeceased) by)\b")
_KIN = compiled(rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR)})\b")
_TOLD_BY = frozenset("married met husband wife widow widower".split())


class _Spouse(Row):
    """A spouse of the story's own person: the given names, and where the first stands; `wed`: by the telling of a wedding."""

    names: tuple[str, ...]
    place: Span
    wed: bool


@analysis
def renamed_spouses(document: Document) -> tuple[tuple[Span, Span], ...]:
    """The place of a spouse's given name that is another's than at the wedding or before, with that of the first."""
    if principal(document) is None:
        return ()
    told = sorted({*_told(document)}, key=lambda each: each.place)
    weddings = [each for each in told if each.wed]
    if any(not _may_be_one(weddings[0], each) or _is_told_dead(document, each) for each in weddings):
        return ()  # who was widowed may have married again
    for number, first in enumerate(told):
        for later in told[number + 1 :]:
            if (first.wed or later.wed) and not _may_be_one(first, later):
                return () if MARRIED_AGAIN.search(document.text) else ((later.place, first.place),)
    return ()


def _may_be_one(one: _Spouse, other: _Spouse) -> bool:
    """Whether two names may be one person's: a name in common, or a pet name."""
    return any(a == b or may_be_one_given_name(a, b) for a in one.names for b in other.names)


def _is_told_dead(document: Document, spouse: _Spouse) -> bool:
    name = re.escape(spouse.names[0])
    return (
        compiled(rf"\b{name}(?: \w+)? died\b|\bdeath of {name}\b|\b{name}[’']s death\b").search(document.text)
        is not None
    )


def _told(document: Document) -> Iterator[_Spouse]:
    own = principal(document)
    for sentence, _ in sentences_with(document, _TOLD_BY & occurrences(document).keys()):
        for match in _MARRIED.finditer(document.text, *sentence):
            if subject_of_clause(document, *match.span()) == own:
                yield from _spouse(document, match, wed=True)
        for match in _MET.finditer(document.text, *sentence):
            if _weds(document, sentence) and _is_own(document, match, match["who"].lower()):
                yield from _spouse(document, match, wed=True)
        for match in _BEFORE.finditer(document.text, *sentence):
            if _is_spouse_of(document, match, Span(sentence.start, match.start()), own):
                yield from _spouse(document, match, wed=False)
        for match in _BEHIND.finditer(document.text, *sentence):
            if _is_own(document, match, "he" if match["pronoun"] == "his" else "she" if match["pronoun"] else ""):
                yield from _spouse(document, match, wed=False)


def _is_spouse_of(document: Document, match: re.Match[str], before: Span, own: int | None) -> bool:
    """Whether the one whom a match tells of is the principal's, or is left behind by somebody, and is no parent of theirs: “son of Arthur Moor and his wife”."""
    if _PARENT.search(document.text, *before):
        return False
    return likely_whose(document, match) == own or _LEFT.search(document.text, *before) is not None


def _spouse(document: Document, match: re.Match[str], *, wed: bool) -> Iterator[_Spouse]:
    """Whom a match tells of by given names; a surname behind them may be one's own, and a word before them open the sentence."""
    opens = match["given"].lower() in NO_NAMES
    words = [match["given"], *match["rest"].split()][opens:]
    if words and not in_quotation(document, match.start()):
        start = document.text.find(words[0], match.start("given"))
        yield _Spouse(tuple(words[: max(1, len(words) - 1)]), Span(start, start + len(words[0])), wed)


def _weds(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence, or the one behind it, tells of the wedding."""
    behind = sentence_at(document, sentence.end + 1)
    return _WED.search(document.text, sentence.start, (behind or sentence).end) is not None


def _is_own(document: Document, match: re.Match[str], pronoun: str) -> bool:
    """Whether it's told of the story's own person: nobody else is named before in the paragraph, nor a relative in the sentence."""
    own, sentence = principal(document), sentence_at(document, match.start())
    if own is None or sentence is None or _KIN.search(document.text, sentence.start, match.start()):
        return False
    return named_last(document, match.start()) in (None, own) and (not pronoun or may_be(document, own, pronoun))
