"""Joined words: two words of the story set as one (aboutthe, withHarris)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.analysis.grammar import FUNCTION
from newslint.analysis.lexicon import entry, is_given_name
from newslint.analysis.usage import in_address
from newslint.analysis.words import occurrences, words
from newslint.document import Document, analysis
from newslint.expressions import compiled
from newslint.source import Span

_SHORTEST = 4
_LONGEST = 30
_WORDS_ENOUGH = 5  # of the dictionary's levels: up to here a word is an ordinary one
_INNER_CAPITAL = compiled(r"[A-Za-z][a-z]+(?=[A-Z][a-z]+\Z)")
# Function words that don't as a habit open or close a longer word, as over- and -less do.
_LOOSE = frozenset(
    "the and with that this was were are have has had from which will would could but they you his their about after when "
    "what than been who where while because did does".split()
)


class Joined(NamedTuple):
    """A word at `span` that should be `first` and `second`; `apart` is where the two stand as they should, if anywhere."""

    span: Span
    first: str
    second: str
    apart: Span | None


@analysis
def joined_words(document: Document) -> tuple[Joined, ...]:
    """Every word that no list knows, stands once, and comes apart into two words of the story; in order."""
    listed = words(document)
    found = []
    for key, indexes in occurrences(document).items():
        if len(indexes) > 1 or not (_SHORTEST <= len(key) <= _LONGEST and key.isascii() and key.isalpha()):
            continue
        if any(entry(key)):
            continue
        span = listed.span(indexes[0])
        pair = next(_pairs(document, document[span], span), None)
        if pair is not None and not in_address(document.text, span):
            found.append(pair)
    return tuple(found)


def _pairs(document: Document, word: str, span: Span) -> Iterator[Joined]:
    capital = _INNER_CAPITAL.match(word)
    if capital:
        cuts = [capital.end()]
    elif word[1:].islower():
        cuts = list(range(2, len(word) - 1))
    else:
        return
    for cut in cuts:
        first, second = word[:cut], word[cut:]
        apart = _together(document, first.lower(), second.lower())
        if apart is not None and _plausible(first, second):
            yield Joined(span, first, second, apart)
    for cut in cuts:
        if _telling(document, word, cut):
            yield Joined(span, word[:cut], word[cut:], None)


def _together(document: Document, first: str, second: str) -> Span | None:
    """Where `second` follows `first`, parted by white space alone."""
    places = occurrences(document)
    listed = words(document)
    followers = set(places.get(second, ()))
    for index in places.get(first, ()) if followers else ():
        if index + 1 in followers:
            span = Span(listed.starts[index], listed.span(index + 1).end)
            if document.text[listed.span(index).end : listed.starts[index + 1]].isspace():
                return span
    return None


def _plausible(first: str, second: str) -> bool:
    """Two words with a function word among them, or two that a capital parts; no person's name, which is told elsewhere."""
    if second[0].isupper():
        return first.islower() or not is_given_name(first)
    if first.lower() in FUNCTION and second in FUNCTION:
        return first.islower()
    return first.lower() in FUNCTION or second in FUNCTION


def _telling(document: Document, word: str, cut: int) -> bool:
    """Whether the halves tell by themselves that they're two words: one a function word, the other known to the story."""
    first, second = word[:cut], word[cut:]
    places = occurrences(document)
    if second[0].isupper():
        return first in FUNCTION and second.lower() in places
    if not word.islower():
        return False
    for function, other in ((first, second), (second, first)):
        if function in _LOOSE and other in places and len(other) > 2 and 0 < entry(other).word < _WORDS_ENOUGH:
            return True
    return False


__all__ = ["Joined", "joined_words"]
